# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an evidence act that this node made before a restore, and that a partner gives back, does to the rows of the older copy.

The object's row says again which act moved it, if the object is still here; custody records that were lost stay lost. What this node was rid of, an
offer that it declined or evidence that it destroyed, came back with the copy: it goes again, and custody says so.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from longbien.actions.cooperation.take_in import follow
from longbien.actions.cooperation.thread import Thread
from longbien.actions.evidence.custody import NODE, Step, add_custody
from longbien.actions.evidence.offers import leave_nothing
from longbien.actions.node import Node
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
from longbien.core.evidence.custody import CustodyAction
from longbien.core.sealing.act import Act
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.evidence import forget_segments, lock_object


def take_back(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `evidence.*` that this node made before a restore. RefusedError if the lifecycle has no way for it."""
    body = read_evidence_body(act.kind, act.body)
    if body is None:
        return
    thread = follow(node, row, act)
    evidence = lock_object(body.object_id)
    column = _COLUMNS[act.kind]
    if evidence is None or getattr(evidence, column):
        return
    setattr(evidence, column, row.digest)
    evidence.save(update_fields=[column])
    if act.kind in _AGAIN:
        _AGAIN[act.kind](node, thread, evidence, body)


def _announced(node: Node, thread: Thread, evidence: EvidenceObject, body: EvidenceBody) -> None:
    """Say again to whom the object was announced, and under which conditions: its acceptance may still be on its way."""
    evidence.partner = thread.request.partner
    evidence.request = thread.request
    evidence.conditions = print_conditions(body.conditions) if isinstance(body, Announced) else []
    evidence.save(update_fields=["partner", "request", "conditions"])


def _declined(node: Node, thread: Thread, evidence: EvidenceObject, body: EvidenceBody) -> None:
    if thread.state.giver == REQUESTING:
        leave_nothing(node, thread.request.request_id, by=evidence.declined_by, object_id=evidence.object_id)


def _disposed(node: Node, thread: Thread, evidence: EvidenceObject, body: EvidenceBody) -> None:
    """Take the key out again, and mark the payload for removal again, of what was destroyed."""
    if not isinstance(body, Disposed) or body.disposal != DESTROYED:
        return
    evidence.header = b""
    evidence.discard = True
    evidence.save(update_fields=["header", "discard"])
    forget_segments(evidence)
    notes = f"destroyed before a restore by act {evidence.disposed_by}; the older copy goes, too"
    step = Step(
        action=CustodyAction.DESTROY,
        role_id=NODE,
        purpose=f"request {thread.request.request_id}",
        notes=notes,
    )
    add_custody(node, evidence, [step], now=node.clock())


_AGAIN: Final[Mapping[str, Callable[[Node, Thread, EvidenceObject, EvidenceBody], None]]] = MappingProxyType(
    {ANNOUNCED: _announced, DECLINED: _declined, DISPOSED: _disposed}
)
"""What an act does again, beside naming itself in the object's row."""

_COLUMNS: Final = MappingProxyType(
    {
        ANNOUNCED: "announced_by",
        ACCEPTED: "accepted_by",
        DECLINED: "declined_by",
        RELEASED: "released_by",
        RECEIVED: "received_by",
        RECALLED: "recalled_by",
        DISPOSED: "disposed_by",
    }
)
"""The column that names the act of each kind."""
