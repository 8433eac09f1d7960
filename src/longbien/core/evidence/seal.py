# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing a stream once, in one pass and constant memory (docs/protocol/evidence.md, 1 and 2).

A few threads take turns: each reads a batch and takes the one in-order SHA-256 over it, then seals it and hashes its segments. The
calling thread writes the batches in order (`turns`).
"""

import hashlib
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.flow import (
    BATCH_BYTES,
    RUN_BYTES,
    TOUCHING_CHUNKS,
    Progress,
    Reader,
    Source,
    chunk_at,
    chunk_start,
    page_buffer,
    round_up,
    write_all,
)
from longbien.core.evidence.running import Digests, HashState, RunningDigest
from longbien.core.evidence.segments import CONTENT, SEGMENT_BYTES, Part, segment_count
from longbien.core.evidence.turns import Buffers, Give, Turns, work_together
from longbien.core.log.merkle import HASH_SIZE, leaf_hash, leaf_state, root_from_leaves
from longbien.core.sealing.age_header import FILE_KEY_BYTES, print_header
from longbien.core.sealing.age_recipients import HybridRecipient, make_header
from longbien.core.sealing.age_stream import (
    CHUNK_BYTES,
    NONCE_BYTES,
    SEALED_CHUNK_BYTES,
    ChunkCipher,
    chunk_count,
    encrypt_payload,
    payload_length,
)
from longbien.core.sealing.keys import Randomness

_LEAD: Final = round_up(SEALED_CHUNK_BYTES)
"""Room before a batch's first segment for the chunk that began in the batch before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPart:
    """A part as it was sealed: its geometry for the manifest and its leaf hashes, 32 bytes a segment, for audit paths."""

    part: Part
    leaf_hashes: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed stream. The payload went to the sink; header and payload together are a plain age v1 file.

    `file_key` is the secret that opens every part and from which headers for further recipients are made.
    """

    file_key: bytes = field(repr=False)
    header: bytes = field(repr=False)
    content: SealedPart
    digests: Digests


def seal_stream(
    source: Source,
    sink: BinaryIO,
    *,
    recipients: Sequence[HybridRecipient],
    randomness: Randomness,
    want_sha512: bool = False,
    expected_size: int | None = None,
    watch: Callable[[], Hashable] | None = None,
    progress: Progress | None = None,
) -> Sealed:
    """Seal all of `source` and write the payload to `sink`, in order.

    `watch` gives what identifies the source's state (such as size and times); it is asked before and after. On any error
    what the sink holds is to be thrown away: RefusedError `evidence.source_unreadable`, `evidence.source_size` (other than expected),
    `evidence.source_changed`, `evidence.sink_failed`, and whatever `progress` raises, which is how a person cancels.
    """
    file_key, nonce = randomness(FILE_KEY_BYTES), randomness(NONCE_BYTES)
    header = print_header(make_header(file_key, recipients, randomness=randomness))
    before = watch() if watch else None
    sealing = _Sealing(Reader(source), sink, file_key, nonce, hashlib.sha512() if want_sha512 else None)
    digests = sealing.run(progress)
    if expected_size is not None and digests.size != expected_size:
        raise RefusedError("evidence.source_size", expected=expected_size, found=digests.size)
    if watch and watch() != before:
        raise RefusedError("evidence.source_changed")
    content = _sealed_part(CONTENT, payload_length(digests.size), bytes(sealing.leaf_hashes))
    return Sealed(file_key=file_key, header=header, content=content, digests=digests)


def seal_small_part(
    name: str, plaintext: bytes, *, file_key: bytes, randomness: Randomness
) -> tuple[bytes, SealedPart]:
    """Seal a further part of an object in memory, with a nonce of its own; give its payload and its geometry."""
    payload = encrypt_payload(file_key, randomness(NONCE_BYTES), plaintext)
    view = memoryview(payload)
    starts = range(0, len(payload), SEGMENT_BYTES)
    leaf_hashes = b"".join(leaf_hash(view[start : start + SEGMENT_BYTES]) for start in starts)
    return payload, _sealed_part(name, len(payload), leaf_hashes)


def _sealed_part(name: str, length: int, leaf_hashes: bytes) -> SealedPart:
    root = root_from_leaves(
        leaf_hashes[place : place + HASH_SIZE] for place in range(0, len(leaf_hashes), HASH_SIZE)
    )
    part = Part(name=name, length=length, leaves=segment_count(length), root=root)
    return SealedPart(part=part, leaf_hashes=leaf_hashes)


class _Batch:
    """Buffers for a few segments: the plaintext of every chunk that touches them and one more, and the payload made of it."""

    __slots__ = ("final", "first", "number", "payload", "plain", "size")

    def __init__(self) -> None:
        self.plain = page_buffer((TOUCHING_CHUNKS + 1) * CHUNK_BYTES)
        self.payload = page_buffer(_LEAD + BATCH_BYTES + round_up(SEALED_CHUNK_BYTES))
        self.number = 0
        self.first = 0
        """The first chunk that touches the batch."""
        self.size = 0
        """Plaintext bytes, of that chunk and the following ones."""
        self.final: int | None = None
        """The stream's last chunk, once it is known."""

    @property
    def start(self) -> int:
        return self.number * BATCH_BYTES

    @property
    def last(self) -> int:
        """The last chunk that touches the batch, if the plaintext is long enough."""
        return chunk_at(self.start + BATCH_BYTES - 1)

    def begin(self, number: int, before: "_Batch | None") -> memoryview:
        """Take a place in the payload with what the batch before has of it; give the room to be filled."""
        first = chunk_at(number * BATCH_BYTES)
        shared = before.plain[(first - before.first) * CHUNK_BYTES : before.size] if before else b""
        self.number, self.first, self.size, self.final = number, first, len(shared), None
        self.plain[: self.size] = shared
        return self.plain[self.size : (self.last - first + 2) * CHUNK_BYTES]

    def seal(self, cipher: ChunkCipher) -> tuple[memoryview, list[bytes]]:
        """Seal the chunks; give the batch's payload and the hashes of its segments."""
        leaves = _Leaves(self.payload[_LEAD : _LEAD + BATCH_BYTES])
        end = _LEAD - self.start + chunk_start(self.first)
        size = min(self.size, (self.last - self.first + 1) * CHUNK_BYTES)
        for place in range(0, max(1, size), RUN_BYTES):
            plain = self.plain[place : min(place + RUN_BYTES, size)]
            chunk = self.first + place // CHUNK_BYTES
            end += cipher.seal_run(chunk, plain, self.payload[end:], final=self.final)
            leaves.advance(end - _LEAD)
        return leaves.finish()


class _Leaves:
    """Hashes segments as their bytes come to stand in `payload`, while they are near."""

    __slots__ = ("_done", "_hashes", "_payload", "_state")

    def __init__(self, payload: memoryview) -> None:
        self._payload = payload
        self._done = 0
        self._hashes: list[bytes] = []
        self._state = leaf_state()

    def advance(self, end: int) -> None:
        """Take the bytes up to `end`, as far as the batch goes."""
        end = min(end, len(self._payload))
        while self._done < end:
            step = min(end, self._done + SEGMENT_BYTES - self._done % SEGMENT_BYTES)
            self._state.update(self._payload[self._done : step])
            self._done = step
            if step % SEGMENT_BYTES == 0:
                self._close()

    def finish(self) -> tuple[memoryview, list[bytes]]:
        """Give the bytes that were taken and the hashes of their segments."""
        if self._done % SEGMENT_BYTES:
            self._close()
        return self._payload[: self._done], self._hashes

    def _close(self) -> None:
        self._hashes.append(self._state.digest())
        self._state = leaf_state()


@dataclass(frozen=True, slots=True)
class _Done:
    """A sealed batch, to be written: its payload, the hashes of its segments, and the plaintext bytes up to its end."""

    payload: memoryview
    leaves: list[bytes]
    position: int


class _Sealing:
    """One run, by a few threads: each reads and digests a batch in its turn, and seals it; the calling thread writes."""

    def __init__(
        self, reader: Reader, sink: BinaryIO, file_key: bytes, nonce: bytes, sha512: HashState | None
    ) -> None:
        self._reader = reader
        self._sink = sink
        self._cipher = ChunkCipher(file_key, nonce)
        self._nonce = nonce
        self._digest = RunningDigest()
        self._sha512 = sha512
        self._before: _Batch | None = None
        self._ended = False
        self._reading, self._digesting, self._second = Turns(), Turns(), Turns()
        self.leaf_hashes = bytearray()

    def run(self, progress: Progress | None) -> Digests:
        """Read, seal and write everything."""

        def finish(done: _Done) -> None:
            write_all(self._sink, done.payload)
            self.leaf_hashes += b"".join(done.leaves)
            if progress:
                progress(done.position)

        work_together(self._work, _Batch, (self._reading, self._digesting, self._second), finish)
        return self._digest.finish(sha512=self._sha512.digest() if self._sha512 else b"")

    def _work(self, buffers: Buffers[_Batch], give: Give[_Batch, _Done]) -> None:
        while True:
            with self._reading.turn() as number:
                batch = buffers.take()
                fresh = self._read(batch, number)
                position = self._reader.position
            if fresh is None:
                return
            with self._digesting.turn(number):
                self._digest.update(fresh)
            if self._sha512:
                with self._second.turn(number):
                    self._sha512.update(fresh)
            if number == 0:
                batch.payload[_LEAD : _LEAD + NONCE_BYTES] = self._nonce
            payload, leaves = batch.seal(self._cipher)
            give(number, batch, _Done(payload, leaves, position))

    def _read(self, batch: _Batch, number: int) -> memoryview | None:
        """Fill a batch and give what is fresh; None after the last. One chunk is read ahead, so the last one is known in time."""
        room = batch.begin(number, self._before)
        before = batch.size
        if not self._ended:
            batch.size += self._reader.fill(room)
            self._ended = batch.size - before < len(room)
        if self._ended:
            if number and batch.start >= payload_length(self._reader.position):
                return None
            batch.final = chunk_count(self._reader.position) - 1
        self._before = batch
        return batch.plain[before : batch.size]
