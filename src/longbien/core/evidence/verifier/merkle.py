# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The SHA-256 hash tree of RFC 6962: roots, and inclusion proofs checked as in RFC 9162, section 2.1.3.2."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def leaf_hash(data: bytes) -> bytes:
    """Hash one leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash one inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree_root(leaves: Iterable[bytes]) -> bytes:
    """Give the root of the tree over leaf hashes, in memory that grows with its height only."""
    edge: list[bytes] = []
    for size, leaf in enumerate(leaves):
        node, below = leaf, size
        while below & 1:
            node, below = node_hash(edge.pop(), node), below >> 1
        edge.append(node)
    if not edge:
        return hashlib.sha256().digest()
    root = edge.pop()
    while edge:
        root = node_hash(edge.pop(), root)
    return root


def inclusion_root(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Give the root that an inclusion proof leads to; None if a proof of this shape cannot be."""
    if not 0 <= index < size or any(len(sibling) != 32 for sibling in path):
        return None
    place, last, node = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    return node if last == 0 else None
