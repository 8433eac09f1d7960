# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeping payloads that no row names: what a node that was killed while sealing left behind. On demand, others' dead ciphertext too.

Never anything that a row names, except, when asked, the payload of another party's object that was declined or recalled
before its key came: nobody here can ever open it. What was swept is a leaf of the log.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Final

from longbien.actions.access import require
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.bridge.ports import HeldObject
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.custody import CustodyAction
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import closed_objects, forget_segments, known_objects
from longbien.store.writing import write_transaction

VERB: Final = "evidence.sweep"
SHORTEST: Final = timedelta(hours=1)
"""Nothing younger is swept: an object gets its row only when sealing has finished."""
_TOGETHER: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What was removed: objects without a row, others' objects whose payload can never be opened, and the bytes of both."""

    orphans: tuple[ObjectId, ...]
    closed: tuple[ObjectId, ...]
    size: int


def sweep(*, node: Node, actor: Officer, older: timedelta, closed: bool = False) -> Swept:
    """Remove payloads that no row names and to which nothing was written since `older`; with `closed`, dead ciphertext too.

    RefusedError `people.not_permitted`, `evidence.sweep_young`.
    """
    require(actor, VERB)
    if older < SHORTEST:
        raise RefusedError("evidence.sweep_young", hours=1)
    size, orphans = 0, []
    for one in _orphans(node, older):
        node.objects.discard(one.object_id)
        orphans.append(one.object_id)
        size += one.size
    dead, dead_size = _sweep_closed(node, actor) if closed else ([], 0)
    if orphans or dead:
        with write_transaction():
            facts = {"orphans": orphans, "closed": dead}
            record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=node.clock())
    return Swept(orphans=tuple(orphans), closed=tuple(dead), size=size + dead_size)


def _orphans(node: Node, older: timedelta) -> list[HeldObject]:
    before = node.clock() - older
    found: list[HeldObject] = []
    held: Iterator[HeldObject] = (one for one in node.objects.held() if one.written_at < before)
    while some := list(islice(held, _TOGETHER)):
        known = known_objects([one.object_id for one in some])
        found += [one for one in some if one.object_id not in known]
    return found


def _sweep_closed(node: Node, actor: Officer) -> tuple[list[ObjectId], int]:
    """Remove the payloads of others' objects that were declined or recalled; each leaves a custody record."""
    sizes = {one.object_id: one.size for one in node.objects.held()}
    gone = []
    for evidence in closed_objects(node.party):
        object_id = ObjectId(evidence.object_id)
        if object_id not in sizes:
            continue
        with write_transaction():
            forget_segments(evidence)
            notes = "sealed payload removed; its key never came"
            step = Step(action=CustodyAction.DESTROY, role_id=actor.role_id, notes=notes)
            add_custody(node, evidence, [step], now=node.clock())
        node.objects.discard(object_id)
        gone.append(object_id)
    return gone, sum(sizes[object_id] for object_id in gone)
