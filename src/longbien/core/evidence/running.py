# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Digests of a plaintext as it runs by: SHA-256 of the whole and of every beginning of whole MiB.

The running digests come from copies of the one hash state, so no byte is hashed twice; with them plain evidence can name its
first bad MiB (docs/protocol/evidence.md, 3).
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final, Protocol

from longbien.core.base.errors import RefusedError

EVERY: Final = 1_048_576
"""Plaintext bytes between two running digests."""
DIGEST_BYTES: Final = 32


class HashState(Protocol):
    """A hash that is fed piece by piece, as `hashlib` makes them."""

    def update(self, data: memoryview, /) -> None:
        """Take the next bytes."""

    def digest(self) -> bytes:
        """Give the hash of all bytes so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """What is known of a plaintext: its size, SHA-256, SHA-512 (or empty) and running digests, 32 bytes each.

    Entry i of `running` covers the first (i + 1) MiB, the last entry all; an empty plaintext has none.
    """

    size: int
    sha256: bytes = field(repr=False)
    sha512: bytes = field(repr=False, default=b"")
    running: bytes = field(repr=False)

    @property
    def count(self) -> int:
        """Count the running digests."""
        return len(self.running) // DIGEST_BYTES


class RunningDigest:
    """Makes the running digests, or checks them against `expected` ones as it goes."""

    __slots__ = ("_expected", "_state", "running", "size")

    def __init__(self, expected: Digests | None = None) -> None:
        """Begin at byte 0."""
        self._state = hashlib.sha256()
        self._expected = expected
        self.running = bytearray()
        self.size = 0

    def update(self, data: memoryview) -> None:
        """Take the next bytes; RefusedError `evidence.plaintext_differs` names the first MiB that is not as expected."""
        start = 0
        while start < len(data):
            end = min(len(data), start + EVERY - self.size % EVERY)
            self._state.update(data[start:end])
            self.size += end - start
            start = end
            if self.size % EVERY == 0:
                self._note()

    def finish(self, *, sha512: bytes = b"") -> Digests:
        """Give the digests of all that was taken; with `expected` ones, refuse another size or digest."""
        if self.size % EVERY:
            self._note()
        found = Digests(
            size=self.size, sha256=self._state.digest(), sha512=sha512, running=bytes(self.running)
        )
        expected = self._expected
        if expected and (expected.size, expected.sha256) != (found.size, found.sha256):
            raise RefusedError("evidence.plaintext_differs", mebibyte=max(0, found.count - 1))
        return found

    def _note(self) -> None:
        digest = self._state.copy().digest()
        if self._expected:
            place = len(self.running)
            if self._expected.running[place : place + DIGEST_BYTES] != digest:
                raise RefusedError("evidence.plaintext_differs", mebibyte=place // DIGEST_BYTES)
        self.running += digest
