# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The content of an evidence object, checked piece by piece in constant memory: a bad one is named by its segment.

Plain content is checked with the running digests of the inner part, sealed content with the tree of the public part.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.bag import SEGMENT
from longbien.core.evidence.verifier.flaws import FlawError, printable
from longbien.core.evidence.verifier.merkle import leaf_hash, tree_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Final

    from longbien.core.evidence.verifier.bag import Bag
    from longbien.core.evidence.verifier.manifest import Inner, Part

MAX_HEADER: Final = 2**20
_AGE_START: Final = b"age-encryption.org/v1\n"


def check_plain(
    bag: Bag, name: str, inner: Inner, running: Iterable[bytes] | None, member: Callable[[int], str]
) -> None:
    """Check plain content against its size, digests and running digests; FlawError names the first bad segment.

    `running` gives the running digests in order, or is None where they cannot be used; `member` names the file of a folder at a byte, or "".
    """
    state, second = hashlib.sha256(), hashlib.sha512()
    expected = iter(running or ())
    bad: int | None = None
    for number, (piece, state) in enumerate(bag.hashed(name)):
        if inner.sha512:
            second.update(piece)
        if running is not None and bad is None and state.copy().digest() != next(expected, b""):
            bad = number
    size = bag.payload[name]
    if bad is None and size != inner.size:
        bad = min(size, inner.size) // SEGMENT
    if bad is not None:
        raise FlawError("content.changed", _what_changed(bad, size, inner, member), segment=bad)
    if state.hexdigest() != inner.sha256 or (inner.sha512 and second.hexdigest() != inner.sha512):
        raise FlawError("content.digest", "its digest is not the one that was sealed")


def _what_changed(bad: int, size: int, inner: Inner, member: Callable[[int], str]) -> str:
    start, end = bad * SEGMENT, min((bad + 1) * SEGMENT, inner.size)
    text = f"bytes {start} to {max(start, end - 1)} are not those that were sealed"
    if size != inner.size:
        text += f"; it has {size} bytes instead of {inner.size}"
    inside = member(start)
    return f"{text}; this is inside the folder's file {printable(inside)}" if inside else text


def check_sealed(bag: Bag, name: str, part: Part, leaves: str) -> str:
    """Check sealed content against the tree; `leaves` is the file of leaf hashes, or "" if there is none.

    Gives the SHA-256 of the age header before the payload, or "" if the payload stands alone.
    """
    header_length = bag.payload[name] - part.length
    if not 0 <= header_length <= MAX_HEADER:
        text = f"its length does not fit the payload of {part.length} bytes that was sealed"
        raise FlawError("content.length", text, segment=max(0, bag.payload[name] - 1) // SEGMENT)
    listed = _listed_leaves(bag, leaves, part) if leaves else None
    pieces = bag.chunks(name, first=header_length)
    header = next(pieces, b"") if header_length else b""
    bad: list[int] = []
    if tree_root(_noting(pieces, listed, bad)) != part.root:
        where = bad[0] if bad else (0 if part.leaves == 1 else None)
        more = f" ({len(bad)} segments in all)" if len(bad) > 1 else ""
        text = f"bytes of the sealed payload are not those that were sealed{more}"
        raise FlawError("content.changed", text, segment=where)
    if not header_length:
        return ""
    if not (header.startswith(_AGE_START) and header.endswith(b"\n") and b"\n--- " in header):
        raise FlawError("content.header", "the bytes before the payload are not an age header")
    return hashlib.sha256(header).hexdigest()


def _listed_leaves(bag: Bag, name: str, part: Part) -> Iterator[bytes] | None:
    """Check the file of leaf hashes against the signed root, and read it again; None if it cannot be used."""
    if bag.payload[name] != 32 * part.leaves:
        raise FlawError("leaves.length", f"{name} does not have one hash for each segment")
    if tree_root(leaf for piece in bag.chunks(name) for leaf in split_hashes(piece)) != part.root:
        raise FlawError("leaves.root", f"the hashes in {name} do not lead to the root that was signed")
    return (leaf for piece in bag.raw(name, SEGMENT) for leaf in split_hashes(piece))


def _noting(pieces: Iterable[bytes], listed: Iterator[bytes] | None, bad: list[int]) -> Iterator[bytes]:
    """Hash the segments, noting those that are not as listed (the first thousand)."""
    for number, piece in enumerate(pieces):
        found = leaf_hash(piece)
        if listed is not None and next(listed, b"") != found and len(bad) < 1000:
            bad.append(number)
        yield found


def split_hashes(piece: bytes) -> Iterator[bytes]:
    """Cut a piece of a file of hashes into hashes of 32 bytes."""
    for start in range(0, len(piece), 32):
        yield piece[start : start + 32]
