# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How bytes flow through sealing and opening: sources, sinks, and batches of a few segments with reused buffers.

A batch is `BATCH_SEGMENTS` segments of payload. Segments (1 MiB) and chunks (64 KiB and a tag) do not share their borders, so a chunk can
touch two batches: sealing makes such a chunk for both (the same bytes: cheaper than handing it over), opening gives it to the first.
"""

import mmap
from collections.abc import Callable
from typing import BinaryIO, Final, Protocol, TypeAlias

from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.evidence.segments import SEGMENT_BYTES
from longbien.core.sealing.age_stream import CHUNK_BYTES, NONCE_BYTES, SEALED_CHUNK_BYTES

BATCH_SEGMENTS: Final = 2
BATCH_BYTES: Final = BATCH_SEGMENTS * SEGMENT_BYTES
RUN_BYTES: Final = 4 * CHUNK_BYTES
"""Plaintext bytes that are encrypted in a row; then their payload is hashed while it is in the core's own cache."""

_PAGE: Final = 4096
_READ_AT_ONCE: Final = 1048576


class Readable(Protocol):
    """Something that fills a buffer, as raw and buffered files do."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Fill a part of the buffer and give how many bytes; 0 at the end."""


Source: TypeAlias = BinaryIO | Readable
"""Where bytes come from, read once from beginning to end."""

Progress: TypeAlias = Callable[[int], None]
"""Told how many plaintext bytes are done. What it raises stops the work."""


class Reader:
    """Reads a source in whole buffers and turns its failures into codes."""

    __slots__ = ("_into", "position")

    def __init__(self, source: Source) -> None:
        """Read from where the source stands."""
        self._into: Callable[[memoryview], int | None] = getattr(source, "readinto")  # noqa: B009 # BinaryIO does not name it
        self.position = 0

    def fill(self, view: memoryview) -> int:
        """Fill `view` and give how many bytes: fewer only at the source's end; RefusedError `evidence.source_unreadable`."""
        filled = 0
        while filled < len(view):
            try:
                count = self._into(view[filled : filled + _READ_AT_ONCE])
            except LongBienError:
                raise
            except (OSError, ValueError) as error:
                raise self._refusal() from error
            if count is None:
                raise self._refusal()
            if not count:
                break
            filled += count
            self.position += count
        return filled

    def _refusal(self) -> RefusedError:
        return RefusedError("evidence.source_unreadable", offset=self.position)


def write_all(sink: BinaryIO, view: memoryview) -> None:
    """Write every byte; RefusedError `evidence.sink_failed`."""
    written = 0
    while written < len(view):
        try:
            count = sink.write(view[written:])
        except (OSError, ValueError) as error:
            raise RefusedError("evidence.sink_failed", reason=str(error)[:200]) from error
        if not count:
            raise RefusedError("evidence.sink_failed", reason="nothing was written")
        written += count


def page_buffer(size: int) -> memoryview:
    """Give a buffer that begins on a memory page, as unbuffered (direct) writing wants it."""
    return memoryview(mmap.mmap(-1, size))


def round_up(size: int) -> int:
    """Round up to whole memory pages."""
    return -(-size // _PAGE) * _PAGE


def chunk_start(chunk: int) -> int:
    """Give the payload byte at which a sealed chunk begins."""
    return NONCE_BYTES + chunk * SEALED_CHUNK_BYTES


def chunk_at(byte: int) -> int:
    """Give the chunk that holds a payload byte; the nonce counts to the first."""
    return max(0, byte - NONCE_BYTES) // SEALED_CHUNK_BYTES


TOUCHING_CHUNKS: Final = chunk_at(2 * BATCH_BYTES - 1) - chunk_at(BATCH_BYTES) + 2
"""At most so many chunks touch a batch."""


def first_chunk_from(byte: int) -> int:
    """Give the first chunk that begins at a payload byte or later."""
    return max(0, -(-(byte - NONCE_BYTES) // SEALED_CHUNK_BYTES))
