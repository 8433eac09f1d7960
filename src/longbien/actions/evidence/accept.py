# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accept the conditions of use of announced evidence, or decline them (Art. 40(19)).

Accepting binds the State and takes two officers; the key comes in answer to it. Declining leaves ciphertext that nobody
here can open.
"""

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.evidence.objects import lock_announced, object_conditions
from longbien.actions.node import Node
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.bodies import (
    ACCEPTED,
    DECLINED,
    Accepted,
    Declined,
    conditions_digest,
    write_evidence_body,
)
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


def accept(*, node: Node, actor: Officer, object_id: ObjectId) -> Spoken:
    """Accept the conditions as they were announced. RefusedError `evidence.not_announced`, `cooperation.transition…`."""
    require(actor, "evidence.accept")
    with write_transaction():
        evidence = lock_announced(node, object_id)
        body = Accepted(object_id=object_id, conditions=conditions_digest(object_conditions(evidence)))
        return propose_in(
            node=node,
            actor=actor,
            thread=lock_thread(node.party, str(evidence.request_id)),
            kind=ACCEPTED,
            body=write_evidence_body(body),
            refers_to=evidence.announced_by,
        )


def decline(*, node: Node, actor: Officer, object_id: ObjectId, reason: str) -> Spoken:
    """Decline the conditions. RefusedError `evidence.not_announced`, `cooperation.transition…`."""
    require(actor, "evidence.decline")
    with write_transaction():
        evidence = lock_announced(node, object_id)
        return propose_in(
            node=node,
            actor=actor,
            thread=lock_thread(node.party, str(evidence.request_id)),
            kind=DECLINED,
            body=write_evidence_body(Declined(object_id=object_id, reason=reason)),
            refers_to=evidence.announced_by,
        )
