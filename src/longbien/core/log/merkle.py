# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The SHA-256 hash tree of RFC 6962, section 2.1, and its proofs (verified as in RFC 9162, sections 2.1.3.2 and 2.1.4.2).

The same tree carries the log (leaves are entries) and a sealed evidence file (leaves are segments). Hashes are 32 bytes. A *node* is a
perfect subtree; proofs are made of nodes, so a proof can be read from memory (`Tree`), from tiles or from a database (`ReadNodes`).
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from longbien.core.base.errors import RefusedError

HASH_SIZE: Final = 32
EMPTY_ROOT: Final = hashlib.sha256(b"").digest()
"""The root of the tree without leaves: the hash of the empty string."""
MAX_SIZE: Final = 2**63 - 1
"""The largest tree that any proof here speaks of; a path is then at most 63 hashes long."""


class Node(NamedTuple):
    """The perfect subtree over the leaves [position * 2**level, (position + 1) * 2**level)."""

    level: int
    position: int


ReadNodes: TypeAlias = Callable[[Sequence[Node]], Sequence[bytes]]
"""Gives the hashes of nodes, in the order asked. All nodes of a proof are asked for in one call."""


def leaf_hash(data: bytes | bytearray | memoryview) -> bytes:
    """Hash one leaf: SHA-256(0x00 || data)."""
    state = leaf_state()
    state.update(data)
    return state.digest()


def leaf_state() -> "hashlib._Hash":
    """Begin to hash one leaf whose bytes come in pieces: `update` with each, then `digest`."""
    return hashlib.sha256(b"\x00")


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash one inner node: SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """What is needed of a tree to append to it: its size and the nodes on its right edge, largest first."""

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.size <= MAX_SIZE or len(self.hashes) != self.size.bit_count():
            raise RefusedError("log.frontier_invalid")

    def append(self, leaf: bytes) -> "Frontier":
        """Add one leaf hash."""
        return self.extend((leaf,))

    def extend(self, leaves: Iterable[bytes]) -> "Frontier":
        """Add leaf hashes."""
        return self.extend_noting(leaves, every=64)[0]

    def extend_noting(self, leaves: Iterable[bytes], *, every: int) -> "tuple[Frontier, list[list[bytes]]]":
        """Add leaf hashes, and give the new nodes of each `every`-th level: [level 0, level `every`, …], in order."""
        hashes, size = list(self.hashes), self.size
        noted: list[list[bytes]] = [[]]
        for leaf in leaves:
            node, below, level = leaf, size, 0
            noted[0].append(node)
            while below & 1:
                node, below, level = node_hash(hashes.pop(), node), below >> 1, level + 1
                if level % every == 0:
                    if level // every == len(noted):
                        noted.append([])
                    noted[level // every].append(node)
            hashes.append(node)
            size += 1
        return Frontier(size=size, hashes=tuple(hashes)), noted

    def root(self) -> bytes:
        """Give the root of the tree."""
        return _fold(self.hashes)


class Tree:
    """All nodes of a tree in memory: about 64 bytes a leaf, any proof in logarithmic time."""

    __slots__ = ("_levels",)

    def __init__(self, leaves: Iterable[bytes]) -> None:
        """Take the leaf hashes."""
        self._levels: list[list[bytes]] = [list(leaves)]
        while len(below := self._levels[-1]) > 1:
            pairs = zip(below[::2], below[1::2], strict=False)
            self._levels.append([node_hash(left, right) for left, right in pairs])

    @property
    def size(self) -> int:
        """Count the leaves."""
        return len(self._levels[0])

    def read(self, nodes: Sequence[Node]) -> list[bytes]:
        """Give the hashes of nodes: this tree as `ReadNodes`."""
        return [self._levels[node.level][node.position] for node in nodes]

    def root(self, size: int | None = None) -> bytes:
        """Give the root of the whole tree, or of its first `size` leaves."""
        return tree_root(self.read, self._size(size))

    def inclusion_path(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that leaf `index` is in the tree of the first `size` leaves."""
        return inclusion_path(self.read, index, self._size(size))

    def consistency_path(self, old: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that the tree of the first `old` leaves is a beginning of the tree of the first `size`."""
        return consistency_path(self.read, old, self._size(size))

    def _size(self, size: int | None) -> int:
        if size is None:
            return self.size
        if not 0 <= size <= self.size:
            raise RefusedError("log.size_out_of_range", size=size)
        return size


def root_from_leaves(leaves: Iterable[bytes]) -> bytes:
    """Give the root of the tree over leaf hashes, in memory that does not grow with their number."""
    return Frontier().extend(leaves).root()


def tree_root(read: ReadNodes, size: int) -> bytes:
    """Give the root of the tree of the first `size` leaves."""
    return _fold(read(_perfect(0, size)))


def inclusion_path(read: ReadNodes, index: int, size: int) -> tuple[bytes, ...]:
    """Make the inclusion proof of leaf `index` in the tree of `size` leaves: siblings from the leaf upwards."""
    if not 0 <= index < size <= MAX_SIZE:
        raise RefusedError("log.index_out_of_range", index=index, size=size)
    siblings: list[tuple[int, int]] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            siblings.append((middle, end))
            end = middle
        else:
            siblings.append((start, middle))
            start = middle
    return _read_ranges(read, siblings[::-1])


def consistency_path(read: ReadNodes, old: int, size: int) -> tuple[bytes, ...]:
    """Make the consistency proof from the tree of `old` leaves to that of `size`; empty if there is nothing to show."""
    if not 0 <= old <= size <= MAX_SIZE:
        raise RefusedError("log.size_out_of_range", size=old)
    if old in (0, size):
        return ()
    ranges: list[tuple[int, int]] = []
    start, end = 0, size
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    if start:  # else the old tree is itself a node, whose hash the verifier has
        ranges.append((start, end))
    return _read_ranges(read, ranges[::-1])


def root_from_inclusion(*, leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Give the root that an inclusion proof leads to; RefusedError `log.inclusion_invalid` if its shape is wrong."""
    refused = RefusedError("log.inclusion_invalid")
    if not 0 <= index < size <= MAX_SIZE or len(path) > size.bit_length() or not _are_hashes(leaf, *path):
        raise refused
    place, last, node = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise refused
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise refused
    return node


def verify_inclusion(*, leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Check that the leaf hash `leaf` stands at `index` in the tree of `size` leaves with this root; else `log.inclusion_invalid`."""
    if root_from_inclusion(leaf=leaf, index=index, size=size, path=path) != root:
        raise RefusedError("log.inclusion_invalid")


def verify_consistency(*, old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> None:
    """Check that the tree (`old`, `old_root`) is a beginning of the tree (`size`, `root`); else `log.consistency_invalid`.

    From size 0 the proof is empty, as tlog-witness says; the empty tree has one root only.
    """
    refused = RefusedError("log.consistency_invalid")
    if not 0 <= old <= size <= MAX_SIZE or not _are_hashes(
        old_root, root, *path[: MAX_SIZE.bit_length() + 1]
    ):
        raise refused
    if (old == 0 and old_root != EMPTY_ROOT) or (size == 0 and root != EMPTY_ROOT):
        raise refused
    if old in (0, size):
        if path or (old == size and old_root != root):
            raise refused
        return
    if _roots_from_consistency(old, old_root, size, path) != (old_root, root):
        raise refused


def _roots_from_consistency(
    old: int, old_root: bytes, size: int, path: Sequence[bytes]
) -> tuple[bytes, bytes] | None:
    """Give both roots that a consistency proof leads to (0 < old < size), or None if its shape is wrong."""
    if not 0 < len(path) <= size.bit_length() + 1:
        return None
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    rest = path if place else (old_root, *path)
    before = after = rest[0]
    for sibling in rest[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        place, last = place >> 1, last >> 1
    return None if last else (before, after)


def _split(count: int) -> int:
    """Give the largest power of two smaller than `count` (at least 2): where RFC 6962 divides a tree."""
    return 1 << (count - 1).bit_length() - 1


def _perfect(start: int, end: int) -> list[Node]:
    """Divide a range, as RFC 6962 does, into nodes from left to right. `start` is a multiple of the largest node."""
    nodes: list[Node] = []
    while start < end:
        level = (end - start).bit_length() - 1
        nodes.append(Node(level, start >> level))
        start += 1 << level
    return nodes


def _read_ranges(read: ReadNodes, ranges: Sequence[tuple[int, int]]) -> tuple[bytes, ...]:
    divided = [_perfect(start, end) for start, end in ranges]
    hashes = iter(read([node for nodes in divided for node in nodes]))
    return tuple(_fold([next(hashes) for _ in nodes]) for nodes in divided)


def _fold(hashes: Sequence[bytes]) -> bytes:
    """Join the nodes of a range, largest first, to its root."""
    if not hashes:
        return EMPTY_ROOT
    node = hashes[-1]
    for left in reversed(hashes[:-1]):
        node = node_hash(left, node)
    return node


def _are_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_SIZE for value in values)
