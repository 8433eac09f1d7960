# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Print the letter that orders a provider to preserve the data of an incoming request. Each one is set down and logged.

It is an order of national law that this software prepares; who may sign it, and on what provision, the authority knows.
"""

from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.thread import Thread, find_thread
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.moments import print_moment
from longbien.core.cooperation.acts.bodies import Acknowledged
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.life.lifecycle import at_moment
from longbien.core.cooperation.provider.order import Sender, make_order
from longbien.core.parties.contacts import Authority
from longbien.store.models.people import Officer
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

_DECISION: Final = "cooperation.order"
_POINT: Final = "24/7"
_ID: Final = 16
_ORDERED: Final = ("asked", "granted", "postponed", "in-force", "extension-asked", "extended", "converted")
"""Where preservation stands when a provider may be ordered to keep the data."""


def may_order(thread: Thread, now: datetime) -> bool:
    """Tell whether a letter can be printed: an open request of the other side, whose preservation is not refused or over."""
    state = at_moment(thread.state, now)
    return not thread.requesting and state.open and state.preservation in _ORDERED


def order_letter(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    language: str,
    addressee: str = "",
    until: datetime | None = None,
) -> bytes:
    """Give the letter as PDF.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.order_not_now`, `cooperation.order_nothing`,
    `cooperation.preservation_too_short`; UsageError `bridge.papers_missing`.
    """
    require(actor, "cooperation.execute")
    printer, now = node.printer(), node.clock()
    thread = find_thread(node.party, request_id)
    if not may_order(thread, now):
        raise RefusedError("cooperation.order_not_now", request=request_id[:40])
    order = make_order(
        current_values(thread).values,
        _sender(node),
        number=_own_reference(thread) or thread.request.request_id[:12],
        exercise=thread.request.exercise,
        addressee=addressee,
        now=now,
        until=until or thread.state.kept_until,
        role_id=actor.role_id,
        order_id=node.randomness(_ID).hex(),
    )
    made = printer.order(order, language)
    with write_transaction():
        record_decision(
            node=node,
            verb=_DECISION,
            role_id=actor.role_id,
            facts={
                "request": thread.request.request_id,
                "order": order.order_id,
                "until": print_moment(order.until),
                "language": language,
            },
            now=now,
        )
    return made


def _own_reference(thread: Thread) -> str:
    """Give the number under which we acknowledged the request."""
    found = ""
    for one in thread.said:
        try:
            body = read_body(one.act.kind, one.act.body) if one.counts else None
        except LongBienError:
            continue
        if isinstance(body, Acknowledged) and body.reference:
            found = body.reference
    return found


def _sender(node: Node) -> Sender:
    """Give this State's 24/7 point, or the first authority of its entry."""
    entry = trusted_entry(node.party)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=node.party)
    authorities: list[Authority] = sorted(entry.authorities, key=lambda one: one.role != _POINT)
    if not authorities:
        return Sender(party=node.party, names=entry.names)
    first = authorities[0]
    return Sender(
        party=node.party,
        names=entry.names,
        authority=first.name,
        phone=first.phone,
        email=first.email,
        office_hours=first.office_hours,
    )
