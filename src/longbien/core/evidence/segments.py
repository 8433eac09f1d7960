# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The geometry of a sealed part: segments of 1 MiB of payload, each a leaf of the part's tree (docs/protocol/evidence.md, 2).

Segment n is leaf n. One segment is verified with its audit path alone, in memory that does not depend on the part's size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.merkle import (
    HASH_SIZE,
    Node,
    inclusion_path,
    leaf_hash,
    node_hash,
    tree_root,
    verify_inclusion,
)
from longbien.core.sealing.age_stream import plaintext_length

SEGMENT_BYTES: Final = 1_048_576
"""Payload bytes of a segment; the last one is shorter, never empty."""

CONTENT: Final = "content"
DIGESTS: Final = "digests"
MEMBERS: Final = "members"
PART_NAMES: Final = (CONTENT, DIGESTS, MEMBERS)
"""The parts that may stand in a manifest's list, in this order. The inner part is carried in the manifest itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One payload of an object: its length in bytes (nonce and chunks), the count of its leaves and their root."""

    name: str
    length: int
    leaves: int
    root: bytes

    def __post_init__(self) -> None:
        """Refuse a geometry that no payload has (MalformedError `evidence.part_geometry`)."""
        if self.leaves != segment_count(self.length) or len(self.root) != HASH_SIZE:
            raise MalformedError("evidence.part_geometry", part=self.name)
        try:
            plaintext_length(self.length)
        except MalformedError as error:
            raise MalformedError("evidence.part_geometry", part=self.name) from error


def segment_count(length: int) -> int:
    """Count the segments of a payload of `length` bytes."""
    return -(-length // SEGMENT_BYTES)


def segment_span(length: int, index: int) -> tuple[int, int]:
    """Give a segment's first byte and the one after its last; RefusedError `evidence.segment_unknown`."""
    if not 0 <= index < segment_count(length):
        raise RefusedError("evidence.segment_unknown", segment=index)
    start = index * SEGMENT_BYTES
    return start, min(start + SEGMENT_BYTES, length)


def verify_segment(part: Part, index: int, path: Sequence[bytes], data: bytes | memoryview) -> bytes:
    """Check a segment's length and its audit path to the signed root, and give its leaf hash.

    RefusedError `evidence.segment_unknown`, `evidence.segment_length`, `evidence.segment_damaged`.
    """
    start, end = segment_span(part.length, index)
    if len(data) != end - start:
        raise RefusedError("evidence.segment_length", part=part.name, segment=index)
    leaf = leaf_hash(data)
    try:
        verify_inclusion(leaf=leaf, index=index, size=part.leaves, path=path, root=part.root)
    except RefusedError as error:
        raise RefusedError("evidence.segment_damaged", part=part.name, segment=index) from error
    return leaf


class SegmentTree:
    """The tree over stored leaf hashes (32 bytes each, one after the other), for audit paths: 64 bytes a MiB of payload."""

    __slots__ = ("_levels", "size")

    def __init__(self, leaf_hashes: bytes) -> None:
        """Build all levels; MalformedError `evidence.leaf_hashes` for bytes that are no list of hashes."""
        if not leaf_hashes or len(leaf_hashes) % HASH_SIZE:
            raise MalformedError("evidence.leaf_hashes")
        self.size = len(leaf_hashes) // HASH_SIZE
        self._levels = [leaf_hashes]
        while len(below := self._levels[-1]) > HASH_SIZE:
            ends = range(2 * HASH_SIZE, len(below) + 1, 2 * HASH_SIZE)
            nodes = (node_hash(below[end - 64 : end - 32], below[end - 32 : end]) for end in ends)
            self._levels.append(b"".join(nodes))

    def root(self) -> bytes:
        """Give the root."""
        return tree_root(self._read, self.size)

    def path(self, index: int) -> tuple[bytes, ...]:
        """Give the audit path of a segment; RefusedError `evidence.segment_unknown`."""
        if not 0 <= index < self.size:
            raise RefusedError("evidence.segment_unknown", segment=index)
        return inclusion_path(self._read, index, self.size)

    def _read(self, nodes: Sequence[Node]) -> list[bytes]:
        return [
            self._levels[level][position * HASH_SIZE : (position + 1) * HASH_SIZE]
            for level, position in nodes
        ]


def check_leaf_hashes(part: Part, leaf_hashes: bytes) -> None:
    """Check that stored leaf hashes lead to the signed root; RefusedError `evidence.leaf_hashes_differ`."""
    if len(leaf_hashes) != part.leaves * HASH_SIZE or SegmentTree(leaf_hashes).root() != part.root:
        raise RefusedError("evidence.leaf_hashes_differ", part=part.name)
