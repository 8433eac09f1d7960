# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofs from the node's own log: receipts for leaves, consistency between sizes, requests for cosignatures.

Every inclusion proof is verified here before it leaves: a damaged tile is this node's alarm, not a partner's doubt.
"""

from collections.abc import Sequence
from datetime import datetime

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.checkpoint import SignedCheckpoint, read_checkpoint
from longbien.core.log.cosign import WitnessKeys, add_cosignatures, cosigned_at, parse_cosignatures
from longbien.core.log.kept import MAX_LEAVES, KeptLeaves, seal_leaves
from longbien.core.log.merkle import consistency_path, inclusion_path, leaf_hash, verify_inclusion
from longbien.core.log.note import parse_signature_lines, print_signature_lines, with_signatures
from longbien.core.log.proof import Proof, Receipt, print_proof
from longbien.core.log.tiles import TileHashes
from longbien.core.log.witness import AddCheckpoint, print_add_checkpoint
from longbien.core.sealing.keys import PublicKey
from longbien.store.queries import log as rows
from longbien.store.queries.log_sql import (
    StoredCheckpoint,
    StoredTiles,
    checkpoint_of_open_log,
    entries_at,
)
from longbien.store.writing import write_transaction


def receipt(index: int, *, size: int | None = None) -> Receipt:
    """Make the receipt of one leaf under the checkpoint of `size`, or under the newest (with its cosignatures).

    RefusedError `log.index_out_of_range`, `log.size_out_of_range` where there is no such checkpoint, `log.proof_impossible` if the
    stored tiles do not carry the proof.
    """
    return receipts((index,), size=size)[0]


def receipts(indexes: Sequence[int], *, size: int | None = None) -> list[Receipt]:
    """Make the receipts of several leaves under one checkpoint, reading each tile once."""
    stored = _stored(size)
    signed = _with_cosignatures(stored)
    hashes = TileHashes(StoredTiles(log_id=stored.log_id), stored.size)
    leaves = entries_at(stored.log_id, indexes)
    made = []
    for index in indexes:
        try:
            made.append(_receipt(leaves.get(index, b""), index, signed, hashes))
        except (MalformedError, RefusedError) as error:
            if error.code == "log.index_out_of_range":
                raise
            raise RefusedError("log.proof_impossible", index=index) from error
    return made


def witnessed_receipt(index: int) -> Receipt:
    """Make the receipt of a leaf under the newest cosigned checkpoint that covers it, else under the newest of all."""
    cosigned = rows.newest_cosigned_size(_open_head().log_id)
    return receipt(index, size=cosigned if cosigned > index else None)


def checkpoint(size: int | None = None) -> SignedCheckpoint:
    """Give the checkpoint of a size, or the newest, with the cosignatures that are held for it."""
    return _with_cosignatures(_stored(size))


def consistency(old: int, size: int) -> tuple[bytes, ...]:
    """Prove that the log of `size` leaves begins with the log of `old`; RefusedError `log.size_out_of_range`."""
    head = _open_head()
    if size > head.frontier.size:
        raise RefusedError("log.size_out_of_range", size=size)
    return consistency_path(TileHashes(StoredTiles(log_id=head.log_id), size).read, old, size)


def cosignature_request(old: int, keep_for: PublicKey | None = None) -> bytes:
    """Make the body of an add-checkpoint request for the newest checkpoint, for a witness that cosigned size `old`.

    With `keep_for`, the leaves since then go with it, sealed to that key of this node: the witness keeps them for us.
    RefusedError `log.size_out_of_range` if the witness has seen more of this log than there is: after a restore.
    """
    stored = _stored(None)
    signed = read_checkpoint(stored.note)
    path = consistency(old, signed.checkpoint.size)
    kept = None if keep_for is None else _kept(stored, old, keep_for)
    return print_add_checkpoint(AddCheckpoint(old=old, path=path, signed=signed, kept=kept))


def _kept(stored: StoredCheckpoint, old: int, recipient: PublicKey) -> KeptLeaves | None:
    """Seal the newest leaves that a witness which cosigned size `old` has not kept."""
    origin = read_checkpoint(stored.note).checkpoint.origin
    first = max(old, stored.size - MAX_LEAVES)
    leaves = [data for _, data in rows.entries_between(stored.log_id, first, stored.size)]
    while leaves:
        kept = seal_leaves(leaves, origin=origin, first=stored.size - len(leaves), recipient=recipient)
        if kept is not None:
            return kept
        leaves = leaves[len(leaves) // 2 + 1 :]
    return None


def keep_cosignatures(party: str, size: int, answer: bytes, witness: WitnessKeys) -> datetime:
    """Keep a witness's answer to a request for the checkpoint of `size`, once both its signatures verify; give their time.

    RefusedError `log.signature_missing`, `log.signature_invalid`; MalformedError for an answer that is none.
    """
    with write_transaction():
        stored = _stored(size)
        signed = read_checkpoint(stored.note)
        added = add_cosignatures(signed, parse_cosignatures(answer), witness)
        own = {(line.name, line.key_id) for line in signed.note.signatures}
        lines = [line for line in added.note.signatures if (line.name, line.key_id) not in own]
        at = cosigned_at(added, witness)
        rows.keep_cosignature(stored.log_id, size, party=party, lines=print_signature_lines(lines), at=at)
        return at


def cosigned_size(party: str) -> int:
    """Give the largest size of the open log that a party cosigned (0: none): the `old` of the next request to it."""
    return rows.cosigned_size(_open_head().log_id, party)


def _open_head() -> rows.Head:
    head = rows.open_head()
    if head is None:
        raise RefusedError("log.not_open")
    return head


def _stored(size: int | None) -> StoredCheckpoint:
    found = checkpoint_of_open_log(size)
    if found is None:
        _open_head()
        raise RefusedError("log.size_out_of_range", size=size or 0)
    return found


def _with_cosignatures(stored: StoredCheckpoint) -> SignedCheckpoint:
    signed = read_checkpoint(stored.note)
    lines = [line for text in stored.cosignatures for line in parse_signature_lines(text)]
    return SignedCheckpoint(checkpoint=signed.checkpoint, note=with_signatures(signed.note, lines))


def _receipt(leaf: bytes, index: int, signed: SignedCheckpoint, hashes: TileHashes) -> Receipt:
    size, root = signed.checkpoint.size, signed.checkpoint.root
    path = inclusion_path(hashes.read, index, size)
    verify_inclusion(leaf=leaf_hash(leaf), index=index, size=size, path=path, root=root)
    return Receipt(leaf=leaf, proof=print_proof(Proof(index=index, path=path, checkpoint=signed.data)))
