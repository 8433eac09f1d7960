# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""After use: return received evidence, or destroy it. Two officers, a custody record, an act that tells the State that gave it.

Destroying takes the key out of this node in the transaction of the act; the ciphertext, which nobody here can open any more, is removed by the
worker's next turn (`discard_due`). Copies that were exported are not within this software's reach: `copies` says what became of them.
"""

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.evidence.objects import lock_announced
from longbien.actions.node import Node
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.bodies import DISPOSED, Disposed, write_evidence_body
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import discarded, to_discard
from longbien.store.writing import write_transaction


def dispose(
    *, node: Node, actor: Officer, object_id: ObjectId, disposal: str, copies: str, note: str = ""
) -> Spoken:
    """Say that an object was `returned` or `destroyed`. RefusedError `evidence.not_announced`, `cooperation.transition…`."""
    require(actor, "evidence.dispose")
    with write_transaction():
        evidence = lock_announced(node, object_id)
        body = Disposed(object_id=object_id, disposal=disposal, copies=copies, note=note)
        return propose_in(
            node=node,
            actor=actor,
            thread=lock_thread(node.party, str(evidence.request_id)),
            kind=DISPOSED,
            body=write_evidence_body(body),
        )


def discard_due(*, node: Node) -> tuple[ObjectId, ...]:
    """Remove the payloads of objects that were destroyed or declined for good; a killed node does it again."""
    found = tuple(ObjectId(object_id) for object_id in to_discard())
    for object_id in found:
        node.objects.discard(object_id)
        with write_transaction():
            discarded(object_id)
    return found
