# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an evidence act that this node makes does to its own rows, in the transaction that signs and logs it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from longbien.actions.cooperation.take_in import follow
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.evidence.custody import NODE, Step, add_custody
from longbien.actions.evidence.objects import lock_announced, lock_own
from longbien.actions.evidence.offers import leave_nothing
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.life.events import REQUESTING
from longbien.core.evidence.bodies import (
    ACCEPTED,
    ANNOUNCED,
    DECLINED,
    DESTROYED,
    DISPOSED,
    RECALLED,
    RECEIVED,
    RELEASED,
    Announced,
    Disposed,
    EvidenceBody,
    print_conditions,
    read_evidence_body,
)
from longbien.core.evidence.custody import CustodyAction, Finding
from longbien.core.sealing.act import Act
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.evidence import forget_segments

INCIDENT: Final = "evidence.incident"
"""The verb of the internal record that a recall leaves: for the data-protection authority (scenario: sent to a wrong State)."""


def after_made(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `evidence.*` that this node makes; RefusedError stops it from being made."""
    body = read_evidence_body(act.kind, act.body)
    if body is None:
        return
    follow(node, row, act)
    _FOLLOW[act.kind](node, row, act, body)


def _announced(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_own(node, body.object_id)
    if not isinstance(body, Announced) or evidence.announced_by:
        raise RefusedError("evidence.announced_before", object=evidence.object_id)
    evidence.partner = act.recipient
    evidence.request_id = act.thread
    evidence.conditions = print_conditions(body.conditions)
    evidence.announced_by = row.digest
    evidence.save()
    _step(node, row, act, evidence, CustodyAction.ANNOUNCE)


def _accepted(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_announced(node, body.object_id)
    evidence.accepted_by = row.digest
    evidence.save(update_fields=["accepted_by"])
    _step(node, row, act, evidence, CustodyAction.ACCEPT)


def _declined(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_announced(node, body.object_id)
    evidence.declined_by = row.digest
    evidence.save(update_fields=["declined_by"])
    if lock_thread(node.party, act.thread).state.giver == REQUESTING:
        leave_nothing(node, act.thread, by=row.digest, object_id=evidence.object_id)


def _released(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_own(node, body.object_id)
    if not evidence.accepted_by or evidence.declined_by or evidence.recalled_by or evidence.released_by:
        raise RefusedError("evidence.not_accepted", object=evidence.object_id)
    evidence.released_by = row.digest
    evidence.save(update_fields=["released_by"])
    _step(node, row, act, evidence, CustodyAction.TRANSFER_OUT)


def _received(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_announced(node, body.object_id)
    evidence.received_by = row.digest
    evidence.save(update_fields=["received_by"])


def _recalled(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_own(node, body.object_id)
    evidence.recalled_by = row.digest
    evidence.save(update_fields=["recalled_by"])
    record_decision(
        node=node,
        verb=INCIDENT,
        role_id=act.approved_by[0].role_id if act.approved_by else "",
        facts={
            "object": evidence.object_id,
            "request": act.thread,
            "recipient": act.recipient,
            "act": row.digest,
            "key_released": bool(evidence.released_by),
            "opened_there": bool(evidence.received_by),
        },
        now=row.recorded_at,
    )


def _disposed(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    """Write the custody record; destroying takes the key out at once and marks the payload for removal."""
    evidence = lock_announced(node, body.object_id)
    destroyed = isinstance(body, Disposed) and body.disposal == DESTROYED
    evidence.disposed_by = row.digest
    if destroyed:
        evidence.header = b""
        evidence.discard = True
        forget_segments(evidence)
    evidence.save(update_fields=["disposed_by", "header", "discard"])
    _step(node, row, act, evidence, CustodyAction.DESTROY if destroyed else CustodyAction.RETURN)


def _step(node: Node, row: ActRow, act: Act, evidence: EvidenceObject, action: CustodyAction) -> None:
    """Add the custody record of an act: by the officer who began it, for the request of its thread."""
    step = Step(
        action=action,
        role_id=act.approved_by[0].role_id if act.approved_by else NODE,
        verified=Finding.NOT_CHECKED,
        purpose=f"request {act.thread}",
        notes=f"act {row.digest}",
    )
    add_custody(node, evidence, [step], now=row.recorded_at)


_FOLLOW: Final[Mapping[str, Callable[[Node, ActRow, Act, EvidenceBody], None]]] = MappingProxyType(
    {
        ANNOUNCED: _announced,
        ACCEPTED: _accepted,
        DECLINED: _declined,
        RELEASED: _released,
        RECEIVED: _received,
        RECALLED: _recalled,
        DISPOSED: _disposed,
    }
)
