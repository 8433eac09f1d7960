# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log proofs of a case, for a bundle: this node's own, made now, and those that the partner gave."""

from collections.abc import Iterable, Iterator

from longbien.actions.cooperation.thread import Thread
from longbien.actions.log.prove import witnessed_receipt
from longbien.actions.log.witness import add_own_cosignatures
from longbien.actions.node import Node
from longbien.core.base.ids import PartyId
from longbien.core.evidence.bundle import LogProof
from longbien.core.log.proof import Receipt
from longbien.store.models.evidence import EvidenceObject
from longbien.store.queries.evidence import custody_of, sealer_proofs
from longbien.store.queries.parties import trusted_leaves


def act_proofs(node: Node, thread: Thread) -> Iterator[LogProof]:
    """Give, for every act of a thread, the proof from our log, and the partner's receipt of what we made."""
    for one in thread.said:
        yield _own(node, one.row.leaf_index)
        receipt = getattr(one.row, "receipt", None)
        if receipt is not None:
            held = Receipt(leaf=bytes(receipt.leaf), proof=receipt.proof.encode())
            yield LogProof(party=PartyId(receipt.party), receipt=add_own_cosignatures(held))


def object_proofs(node: Node, objects: Iterable[EvidenceObject]) -> Iterator[LogProof]:
    """Give, for every object, the proofs of its own leaf and of its custody records, ours and the sealer's."""
    for one in objects:
        one.refresh_from_db()
        if one.leaf_index is not None:
            yield _own(node, one.leaf_index)
        for row in custody_of(one, node.party):
            if row.leaf_index is not None:
                yield _own(node, row.leaf_index)
        for proof in sealer_proofs(one):
            held = Receipt(leaf=bytes(proof.leaf), proof=proof.proof.encode())
            yield LogProof(party=PartyId(one.party), receipt=add_own_cosignatures(held))


def entry_proofs(node: Node, thread: Thread) -> Iterator[LogProof]:
    """Give the proofs that our log holds when the partner's and our own directory entries were trusted."""
    for party in (node.party, PartyId(thread.request.partner)):
        for index in trusted_leaves(party):
            yield _own(node, index)


def _own(node: Node, index: int) -> LogProof:
    return LogProof(party=node.party, receipt=witnessed_receipt(index))
