# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing a stream once, in one pass and constant memory (docs/protocol/evidence.md, 1 and 2).

The calling thread reads and takes the one in-order SHA-256; two threads seal and hash segments in any order; one writes in
order. The ciphers and hashes release the interpreter's lock, so two cores are kept busy.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import BinaryIO, Final

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.flow import (
    BATCH_BYTES,
    IN_FLIGHT,
    Progress,
    Reader,
    Source,
    chunk_at,
    chunk_start,
    page_buffer,
    round_up,
    write_all,
)
from longbien.core.evidence.running import Digests, RunningDigest
from longbien.core.evidence.segments import CONTENT, SEGMENT_BYTES, Part, segment_count
from longbien.core.log.merkle import HASH_SIZE, leaf_hash, root_from_leaves
from longbien.core.sealing.age_header import FILE_KEY_BYTES, print_header
from longbien.core.sealing.age_recipients import HybridRecipient, make_header
from longbien.core.sealing.age_stream import (
    CHUNK_BYTES,
    NONCE_BYTES,
    SEALED_CHUNK_BYTES,
    TAG_BYTES,
    ChunkCipher,
    chunk_count,
    encrypt_payload,
    payload_length,
)
from longbien.core.sealing.keys import Randomness

_SEALERS: Final = 2
_LEAD: Final = round_up(SEALED_CHUNK_BYTES)
"""Room before a batch's first segment for the chunk that began in the batch before."""
_CHUNKS: Final = chunk_at(2 * BATCH_BYTES - 1) - chunk_at(BATCH_BYTES) + 2


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
    sealing = _Sealing(Reader(source), sink, file_key, nonce, progress)
    digests = sealing.run(want_sha512=want_sha512)
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
    """Buffers for a few segments: the plaintext of every chunk that touches them, and the payload made of it."""

    __slots__ = ("first", "number", "payload", "plain", "size")

    def __init__(self) -> None:
        self.plain = page_buffer(_CHUNKS * CHUNK_BYTES)
        self.payload = page_buffer(_LEAD + BATCH_BYTES + round_up(SEALED_CHUNK_BYTES))
        self.number = 0
        self.first = 0
        """The first chunk that touches the batch."""
        self.size = 0
        """Plaintext bytes, of that chunk and the following ones."""

    @property
    def start(self) -> int:
        return self.number * BATCH_BYTES

    @property
    def last(self) -> int:
        """The last chunk that touches the batch, if the plaintext is long enough."""
        return chunk_at(self.start + BATCH_BYTES - 1)

    def begin(self, number: int, before: "_Batch | None") -> int:
        """Take a place in the payload, with what the batch before shares; give how many bytes that is."""
        self.number = number
        self.first = chunk_at(self.start)
        shared = before.plain[(self.first - before.first) * CHUNK_BYTES : before.size] if before else b""
        self.size = len(shared)
        self.plain[: self.size] = shared
        return self.size

    def seal(self, cipher: ChunkCipher, final: int | None) -> int:
        """Seal the chunks; `final` is the stream's last one if it is known. Give the payload's end in its buffer."""
        origin = _LEAD - self.start
        end = origin + chunk_start(self.first)
        for place in range(0, max(self.size, 1), CHUNK_BYTES):
            plain = self.plain[place : min(place + CHUNK_BYTES, self.size)]
            chunk = self.first + place // CHUNK_BYTES
            begin = origin + chunk_start(chunk)
            end = begin + len(plain) + TAG_BYTES
            cipher.seal_into(chunk, plain, self.payload[begin:end], last=chunk == final)
        return min(end, _LEAD + BATCH_BYTES)


class _Sealing:
    """One run: reads, and hands batches from lane to lane."""

    def __init__(
        self, reader: Reader, sink: BinaryIO, file_key: bytes, nonce: bytes, progress: Progress | None
    ) -> None:
        self._reader = reader
        self._sink = sink
        self._cipher = ChunkCipher(file_key, nonce)
        self._nonce = nonce
        self._progress = progress
        self._digest = RunningDigest()
        self._free: SimpleQueue[_Batch] = SimpleQueue()
        self._written: deque[Future[None]] = deque()
        self.leaf_hashes = bytearray()

    def run(self, *, want_sha512: bool) -> Digests:
        sha512 = hashlib.sha512() if want_sha512 else None
        for _ in range(IN_FLIGHT + 2):
            self._free.put(_Batch())
        with ExitStack() as stack:
            self._sealers = stack.enter_context(ThreadPoolExecutor(_SEALERS, "seal"))
            self._second = stack.enter_context(ThreadPoolExecutor(1, "sha512"))
            self._writer = stack.enter_context(ThreadPoolExecutor(1, "write"))
            self._read(sha512.update if sha512 else None)
            while self._written:
                self._written.popleft().result()
        return self._digest.finish(sha512=sha512.digest() if sha512 else b"")

    def _read(self, second: Callable[[memoryview], None] | None) -> None:
        """Read batch after batch. Whether a batch holds the stream's last chunk is known once the next was read."""
        before: _Batch | None = None
        taken: Future[None] | None = None
        number, ended = 0, False
        while not ended:
            batch = self._take()
            shared = batch.begin(number, before)
            wanted = (batch.last - batch.first + 1) * CHUNK_BYTES
            batch.size += self._reader.fill(batch.plain[shared:wanted])
            ended = batch.size < wanted
            final = chunk_count(self._reader.position) - 1 if ended else None
            if before:
                self._hand_over(before, taken, final)
            fresh = batch.plain[shared : batch.size]
            taken = self._second.submit(second, fresh) if second else None
            self._digest.update(fresh)
            if self._progress:
                self._progress(self._reader.position)
            before, number = batch, number + 1
        self._end(batch, taken)

    def _end(self, batch: _Batch, taken: Future[None] | None) -> None:
        """Hand over the last batch, and the next if the last chunk reaches into it. It may be that neither has a byte."""
        final = chunk_count(self._reader.position) - 1
        length = payload_length(self._reader.position)
        rest = None
        if batch.start + BATCH_BYTES < length:
            rest = self._take()
            rest.begin(batch.number + 1, batch)
        if batch.start < length:
            self._hand_over(batch, taken, final)
        if rest:
            self._hand_over(rest, None, final)

    def _take(self) -> _Batch:
        """Wait for a free batch; a failure in another thread surfaces here."""
        batch = self._free.get()
        while self._written and self._written[0].done():
            self._written.popleft().result()
        return batch

    def _hand_over(self, batch: _Batch, taken: Future[None] | None, final: int | None) -> None:
        sealed = self._sealers.submit(self._seal, batch, final)
        self._written.append(self._writer.submit(self._write, batch, sealed, taken))

    def _seal(self, batch: _Batch, final: int | None) -> tuple[int, list[bytes]]:
        if batch.number == 0:
            batch.payload[_LEAD : _LEAD + NONCE_BYTES] = self._nonce
        end = batch.seal(self._cipher, final)
        starts = range(_LEAD, end, SEGMENT_BYTES)
        return end, [leaf_hash(batch.payload[start : min(start + SEGMENT_BYTES, end)]) for start in starts]

    def _write(
        self, batch: _Batch, sealed: Future[tuple[int, list[bytes]]], taken: Future[None] | None
    ) -> None:
        try:
            end, leaves = sealed.result()
            write_all(self._sink, batch.payload[_LEAD:end])
            self.leaf_hashes += b"".join(leaves)
            if taken:
                taken.result()
        finally:
            self._free.put(batch)
