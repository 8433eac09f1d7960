# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recall evidence, as when it went to a wrong State. Before the release nobody there can open it, and this can be shown.

What is shown is what this node's log holds: every act made since the announcement, none of them a release of the object. A
recall after the release only asks, and says so.
"""

from dataclasses import dataclass

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.evidence.objects import lock_own
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId
from longbien.core.evidence.bodies import RECALLED, RELEASED, Recalled, object_of_body, write_evidence_body
from longbien.core.sealing.act import read_signed_act
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import find_act, find_object, made_since
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRelease:
    """That no header of an object was released: all acts made here from leaf `first` to leaf `last` were looked at.

    `acts` counts them. It speaks of what this log holds; the log's checkpoints, cosigned by partners, are what binds it.
    """

    object_id: ObjectId
    announced: Digest
    first: int
    last: int
    acts: int


def recall(*, node: Node, actor: Officer, object_id: ObjectId, reason: str) -> Spoken:
    """Recall an object of ours. RefusedError `evidence.object_unknown`, `evidence.not_announced`, `cooperation.transition…`."""
    require(actor, "evidence.recall")
    with write_transaction():
        evidence = lock_own(node, object_id)
        if not evidence.announced_by:
            raise RefusedError("evidence.not_announced", object=object_id, part="")
        return propose_in(
            node=node,
            actor=actor,
            thread=lock_thread(node.party, str(evidence.request_id)),
            kind=RECALLED,
            body=write_evidence_body(Recalled(object_id=object_id, reason=reason)),
        )


def no_release(*, node: Node, actor: Officer, object_id: ObjectId) -> NoRelease:
    """Look through every act made since the announcement; RefusedError `evidence.header_released` names the one that released."""
    require(actor, "evidence.read")
    evidence = find_object(object_id)
    if evidence is None or evidence.party != node.party or not evidence.announced_by:
        raise RefusedError("evidence.not_announced", object=object_id, part="")
    first = last = find_act(evidence.announced_by).leaf_index
    count = 0
    for row in made_since(first):
        _, act = read_signed_act(bytes(row.envelope))
        if act.kind == RELEASED and object_of_body(act.kind, act.body) == object_id:
            raise RefusedError("evidence.header_released", act=row.digest)
        last, count = row.leaf_index, count + 1
    return NoRelease(
        object_id=object_id, announced=Digest(evidence.announced_by), first=first, last=last, acts=count
    )
