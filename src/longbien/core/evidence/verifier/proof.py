# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offline proofs that a leaf is in a log (c2sp.org/tlog-proof@v1), as they stand in a bundle: `{"leaf","proof"}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.fields import Fields, read_base64
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.json_strict import read_json
from longbien.core.evidence.verifier.merkle import inclusion_root, leaf_hash
from longbien.core.evidence.verifier.note import Checkpoint, read_checkpoint

if TYPE_CHECKING:
    from typing import Final

MAX_PROOF: Final = 2**21
MAX_LEAF: Final = 4096
_HEAD: Final = b"c2sp.org/tlog-proof@v1\n"
_INDEX: Final = re.compile("index (0|[1-9][0-9]{0,18})")


class LogProof(NamedTuple):
    """A leaf that is in the tree of a checkpoint; the checkpoint's signatures are not yet verified."""

    leaf: Fields
    leaf_hash: str
    position: int
    checkpoint: Checkpoint


def read_log_proof(data: bytes) -> LogProof:
    """Read `{"leaf","proof"}` and check that the proof leads from leaf to root; FlawError if it does not."""
    outer = Fields(read_json(data, MAX_PROOF))
    leaf, proof = outer.base64("leaf"), outer.text("proof").encode("utf-8")
    index, path, checkpoint = _read_proof(proof)
    hashed = leaf_hash(leaf)
    if inclusion_root(hashed, index, checkpoint.size, path) != checkpoint.root:
        raise FlawError(
            "proof.inclusion", "the proof does not lead from its leaf to the root of its checkpoint"
        )
    fields = Fields(read_json(leaf, MAX_LEAF))
    if fields.integer("v") != 1:
        raise FlawError("unknown_version", "its leaf has a version that this verifier does not know")
    return LogProof(fields, hashed.hex(), index, checkpoint)


def _read_proof(data: bytes) -> tuple[int, list[bytes], Checkpoint]:
    flaw = FlawError("proof.malformed", "its proof is malformed")
    head, blank, note = data.partition(b"\n\n")
    if not blank or not head.startswith(_HEAD):
        raise flaw
    try:
        lines = head[len(_HEAD) :].decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise flaw from None
    if lines[0].startswith("extra "):
        read_base64(lines.pop(0)[len("extra ") :], "the extra line of its proof")
    index = _INDEX.fullmatch(lines[0]) if lines else None
    if index is None or len(lines) > 64:
        raise flaw
    path = [read_base64(line, "a hash of its proof") for line in lines[1:]]
    return int(index.group(1)), path, read_checkpoint(note)
