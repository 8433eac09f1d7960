# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""State what was done about a measure: kept or held from when until when, given, carried out, surrendered, or nothing found.

A preservation lasts at least 60 days and is never dated back (Art. 42(8)). How long a person is held, the own law says: the days of this
State's own requirements (`arrest_days` of its directory entry) unless another day is named.
"""

from datetime import datetime, timedelta

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Executed
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.acts.measures import EXECUTED
from longbien.core.cooperation.findings import require_none
from longbien.core.cooperation.life.preservation import check_kept
from longbien.core.cooperation.life.state import ARREST
from longbien.core.parties.requirements import together
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_request
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction


def execute_answer(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    measure: str,
    outcome: str,
    since: datetime | None = None,
    until: datetime | None = None,
    held_by: str = "",
    provider_reference: str = "",
    other_provider: str = "",
    note: str = "",
) -> Spoken:
    """Say what was done. An arrest without dates begins now and ends by the own requirements. RefusedError as `execute_in`."""
    if (measure, outcome) == (ARREST, EXECUTED):
        since = since or node.clock()
        until = until or _release_day(node, request_id, since)
    body = Executed(
        measure=measure,
        outcome=outcome,
        since=since,
        until=until,
        held_by=held_by,
        provider_reference=provider_reference,
        other_provider=other_provider,
        note=note,
    )
    require(actor, "cooperation.execute")
    with write_transaction():
        return execute_in(node=node, actor=actor, thread=lock_thread(node.party, request_id), body=body)


def _release_day(node: Node, request_id: str, since: datetime) -> datetime | None:
    """Give the day by which this State's own requirements have an arrested person released; None if they name no days."""
    entry, request = trusted_entry(node.party), find_request(request_id)
    if entry is None or request is None:
        return None
    days = together(entry.profile.requirements, request.kind, ()).arrest_days
    return since + timedelta(days=days) if days else None


def execute_in(*, node: Node, actor: Officer, thread: Thread, body: Executed, refers_to: str = "") -> Spoken:
    """Say what was done, in a locked thread.

    RefusedError `cooperation.preservation_too_short`, `cooperation.preservation_dated_back`, `cooperation.preservation_not_now` (or of an arrest),
    `cooperation.extension_not_later`, `cooperation.transition…`.
    """
    asked_at = min((one.at for one in thread.said if one.counts), default=thread.request.created_at)
    require_none(check_kept(body, thread.state, asked_at=asked_at, now=node.clock()))
    return propose_in(
        node=node,
        actor=actor,
        thread=thread,
        kind=kind_of(body),
        body=write_body(body),
        refers_to=refers_to,
    )
