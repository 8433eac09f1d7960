# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofs that travel: that a leaf is in a log, checkable offline (c2sp.org/tlog-proof@v1), and receipts (docs/protocol/log.md)."""

import base64
import re
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.log.checkpoint import LogKeys, SignedCheckpoint, open_checkpoint
from longbien.core.log.leaf import MAX_LEAF
from longbien.core.log.lines import decode_base64, parse_hash_lines, print_hash_lines
from longbien.core.log.merkle import MAX_SIZE, leaf_hash, verify_inclusion
from longbien.core.log.note import MAX_NOTE

MAX_PATH: Final = 63
"""The longest inclusion path, in hashes."""
MAX_EXTRA: Final = 64 * 1024
"""The longest extra data that is read, in bytes of its base64."""
MAX_PROOF: Final = MAX_NOTE + MAX_EXTRA + 64 * 64
"""The largest proof that is read, in bytes."""

_HEAD: Final = re.compile(
    rb"c2sp\.org/tlog-proof@v1\n(?:extra ([A-Za-z0-9+/]+={0,2})\n)?index (0|[1-9][0-9]{0,18})\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That the leaf with this index is in the tree of the checkpoint, a note as bytes. `extra` is vouched for by nobody."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: bytes = field(repr=False)
    extra: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A leaf's bytes with the proof (a `.tlog-proof` as bytes) that a log holds it."""

    leaf: bytes
    proof: bytes = field(repr=False)


def print_proof(proof: Proof) -> bytes:
    """Write a proof as a `.tlog-proof` file."""
    extra = b"extra %b\n" % base64.b64encode(proof.extra) if proof.extra else b""
    path = print_hash_lines(proof.path)
    return b"c2sp.org/tlog-proof@v1\n%bindex %d\n%b\n%b" % (extra, proof.index, path, proof.checkpoint)


def parse_proof(data: bytes) -> Proof:
    """Read a `.tlog-proof` file; MalformedError `log.proof_malformed`. The checkpoint inside is not read yet."""
    if len(data) > MAX_PROOF:
        raise MalformedError("base.too_large", limit=MAX_PROOF)
    head = _HEAD.match(data, 0, MAX_EXTRA + 128)
    if head is None or int(head[2]) >= MAX_SIZE:
        raise MalformedError("log.proof_malformed")
    path, checkpoint = parse_hash_lines(data, head.end(), MAX_PATH, "log.proof_malformed")
    extra = decode_base64(head[1] or b"", "log.proof_malformed")
    return Proof(index=int(head[2]), path=path, checkpoint=data[checkpoint:], extra=extra)


def verify_proof(proof: Proof, leaf: bytes, keys: LogKeys) -> SignedCheckpoint:
    """Check that the log whose keys these are holds the leaf; give the checkpoint that says so.

    RefusedError `log.origin_wrong`, `log.signature_missing`, `log.signature_invalid`, `log.inclusion_invalid`.
    """
    signed = open_checkpoint(proof.checkpoint, keys)
    verify_inclusion(
        leaf=leaf_hash(leaf),
        index=proof.index,
        size=signed.checkpoint.size,
        path=proof.path,
        root=signed.checkpoint.root,
    )
    return signed


def receipt_json(receipt: Receipt) -> dict[str, JsonInput]:
    """Give a receipt as JSON: the leaf in base64, the proof as text."""
    return {"leaf": base64.b64encode(receipt.leaf).decode("ascii"), "proof": receipt.proof.decode("utf-8")}


def read_receipt(fields: Fields) -> Receipt:
    """Read a receipt from JSON (the caller calls `done`); MalformedError. Nothing is verified: for that, `verify_receipt`."""
    leaf = fields.base64("leaf", max_length=MAX_LEAF)
    return Receipt(leaf=leaf, proof=fields.text("proof", max_length=MAX_PROOF).encode())


def verify_receipt(receipt: Receipt, keys: LogKeys) -> SignedCheckpoint:
    """Check a receipt's proof, as `verify_proof` does."""
    return verify_proof(parse_proof(receipt.proof), receipt.leaf, keys)
