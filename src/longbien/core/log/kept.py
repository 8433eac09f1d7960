# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leaves that witnesses keep for the log that they witness, sealed so that only the log's own node can read them.

They travel behind an add-checkpoint request (docs/protocol/log.md, section 5). A log that was restored from an older copy gets
its leaves back by them; whether they are the right ones, the root says of a checkpoint that the log signed before.
"""

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import KeyId
from longbien.core.log.leaf import MAX_LEAF
from longbien.core.log.merkle import MAX_SIZE
from longbien.core.sealing import hpke
from longbien.core.sealing.keys import KeyPair, PublicKey

MAX_KEPT: Final = 128 * 1024
"""The most sealed bytes that travel behind one request."""
MAX_LEAVES: Final = 2048
"""The most leaves behind one request; of more, the newest go."""

_MARK: Final = re.compile(rb"\n\nleaves (0|[1-9][0-9]{0,18})\n")
_KEY: Final = 16
_INFO: Final = b"longbien/leaves/v1\0"
_LENGTH: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLeaves:
    """The leaves of a log from index `first` up to the size of the checkpoint with which they came, sealed to the log's node."""

    first: int
    sealed: bytes = field(repr=False)


def seal_leaves(
    leaves: Sequence[bytes], *, origin: str, first: int, recipient: PublicKey
) -> KeptLeaves | None:
    """Seal leaves (entries, in order) to a key of the log's own node; None if they would not fit behind a request."""
    packed = b"".join(len(leaf).to_bytes(_LENGTH, "big") + leaf for leaf in leaves)
    sealed = hpke.seal(zlib.compress(packed), recipient, _info(origin, first, first + len(leaves)))
    data = bytes.fromhex(recipient.key_id) + sealed
    return KeptLeaves(first=first, sealed=data) if len(data) <= MAX_KEPT else None


def open_leaves(
    kept: KeptLeaves, *, origin: str, size: int, private_key: Callable[[KeyId], KeyPair | None]
) -> list[bytes]:
    """Open what a witness kept of the log `origin` with its checkpoint of `size`. Anybody can have sealed them: nothing is proven yet.

    MalformedError `log.kept_malformed`; RefusedError `sealing.not_opened`.
    """
    malformed = MalformedError("log.kept_malformed")
    count = size - kept.first
    if not 0 < count <= MAX_LEAVES or len(kept.sealed) > MAX_KEPT or len(kept.sealed) < _KEY:
        raise malformed
    pair = private_key(KeyId(kept.sealed[:_KEY].hex()))
    if pair is None:
        raise malformed
    packed = _inflate(hpke.unseal(kept.sealed[_KEY:], pair, _info(origin, kept.first, size)), count)
    leaves, place = [], 0
    while place < len(packed):
        start = place + _LENGTH
        place = start + int.from_bytes(packed[place:start], "big")
        leaves.append(packed[start:place])
    if place != len(packed) or len(leaves) != count:
        raise malformed
    return leaves


def join_kept(request: bytes, kept: KeptLeaves | None) -> bytes:
    """Write an add-checkpoint request with what shall be kept behind it."""
    return request if kept is None else b"%b\nleaves %d\n%b" % (request, kept.first, kept.sealed)


def split_kept(data: bytes) -> tuple[bytes, KeptLeaves | None]:
    """Part an add-checkpoint request from what shall be kept behind it; MalformedError `log.kept_malformed`.

    No line of a request itself can be taken for the mark: an origin has no white space.
    """
    mark = _MARK.search(data)
    if mark is None:
        return data, None
    sealed = data[mark.end() :]
    if not sealed or len(sealed) > MAX_KEPT or int(mark[1]) > MAX_SIZE:
        raise MalformedError("log.kept_malformed")
    return data[: mark.start() + 1], KeptLeaves(first=int(mark[1]), sealed=sealed)


def _inflate(data: bytes, count: int) -> bytes:
    """Unpack in bounded memory."""
    reader = zlib.decompressobj()
    try:
        packed = reader.decompress(data, count * (MAX_LEAF + _LENGTH))
    except zlib.error as error:
        raise MalformedError("log.kept_malformed") from error
    if not reader.eof or reader.unused_data:
        raise MalformedError("log.kept_malformed")
    return packed


def _info(origin: str, first: int, size: int) -> bytes:
    return _INFO + f"{origin}\n{first}\n{size}\n".encode()
