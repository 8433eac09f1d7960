# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What both decisions have in common: grounds by the table of the legal basis, reasons, and the lifecycle's gate."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.basis import request_basis
from longbien.actions.cooperation.current import request_body
from longbien.actions.cooperation.safeguards.gate import attempts_told
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.node import Node
from longbien.actions.treaty.bases.current import reservations_today
from longbien.actions.treaty.bases.rules import RequestBasis
from longbien.core.cooperation.acts.asides import Consulting
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import kind_of, read_body, write_body
from longbien.core.cooperation.deciding.decisions import Desk, check_decision
from longbien.core.cooperation.findings import WARN, require_none
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

CONSULTING: Final = "answer.consulting"


def decide_in(*, node: Node, actor: Officer, request_id: str, body: Decided) -> Spoken:
    """Propose a decision in a thread; a consultation that was recorded in it stands as `consulted_at`.

    RefusedError with the first finding (`cooperation.decision_…`), `cooperation.transition…`.
    """
    require(actor, "cooperation.decide")
    told = attempts_told(node=node, actor=actor, request_id=request_id, measure=body.measure)
    with told, write_transaction():
        thread = lock_thread(node.party, request_id)
        body = replace(
            body, consulted_at=body.consulted_at or consulted_at(thread, body.measure, node.clock())
        )
        findings = check_decision(body, desk_of(node, thread))
        require_none(findings)
        said = propose_in(node=node, actor=actor, thread=thread, kind=kind_of(body), body=write_body(body))
    return replace(said, warnings=tuple(one for one in findings if one.severity == WARN))


def consulted_at(thread: Thread, measure: str, now: datetime) -> datetime | None:
    """Tell when the other State was last consulted about a measure, as the thread shows it (Art. 40(28)); None if never."""
    found = None
    for one in thread.said:
        body = read_body(one.act.kind, one.act.body) if one.act.kind == CONSULTING else None
        if one.counts and isinstance(body, Consulting) and body.measure == measure:
            found = min(one.at, now)
    return found


def desk_of(node: Node, thread: Thread, *, standing: RequestBasis | None = None) -> Desk:
    """Give what decisions on a request are judged by, the request as it was sent and our reservations among it."""
    now = node.clock()
    return Desk(
        request=request_body(thread),
        reservations=reservations_today(node.party, exercise=node.exercise, day=now.date()),
        now=now,
        procedure=(standing or request_basis(node, thread)).procedure.other,
    )
