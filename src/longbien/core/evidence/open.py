# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a sealed part as a stream: each segment against its leaf, each chunk against its tag, each MiB against its digest.

Nothing is written to the sink before the digest of its MiB was found right. The calling thread reads the payload and takes
the one in-order SHA-256; two threads check and open segments in any order; one writes in order. Memory is constant.
"""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import BinaryIO, Final

from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.evidence.flow import (
    BATCH_BYTES,
    IN_FLIGHT,
    Progress,
    Reader,
    Source,
    chunk_at,
    chunk_start,
    first_chunk_from,
    page_buffer,
    round_up,
    write_all,
)
from longbien.core.evidence.running import EVERY, Digests, RunningDigest
from longbien.core.evidence.segments import SEGMENT_BYTES, Part, check_leaf_hashes
from longbien.core.log.merkle import HASH_SIZE, leaf_hash, root_from_leaves
from longbien.core.sealing.age_header import parse_header
from longbien.core.sealing.age_recipients import HYBRID, HybridIdentity, file_key_from_header
from longbien.core.sealing.age_stream import (
    CHUNK_BYTES,
    NONCE_BYTES,
    SEALED_CHUNK_BYTES,
    TAG_BYTES,
    ChunkCipher,
    chunk_count,
    decrypt_payload,
    plaintext_length,
)

_OPENERS: Final = 2
_CHUNKS: Final = chunk_at(2 * BATCH_BYTES - 1) - chunk_at(BATCH_BYTES) + 2


def evidence_key(header: bytes, identities: Sequence[HybridIdentity]) -> bytes:
    """Unwrap the file key from an evidence header, which knows hybrid recipients only.

    RefusedError `evidence.header_kind` if the header names any other kind, which would decide its strength.
    """
    parsed = parse_header(header)
    if parsed.kinds != {HYBRID}:
        raise RefusedError("evidence.header_kind")
    return file_key_from_header(parsed, identities)


def open_small_part(part: Part, payload: bytes, file_key: bytes) -> bytes:
    """Open a part that fits in memory, after checking its length and its tree."""
    view = memoryview(payload)
    leaves = [leaf_hash(view[start : start + SEGMENT_BYTES]) for start in range(0, len(view), SEGMENT_BYTES)]
    if len(payload) != part.length or root_from_leaves(leaves) != part.root:
        raise RefusedError("evidence.root_differs", part=part.name)
    return decrypt_payload(file_key, payload)


def open_stream(
    source: Source,
    sink: BinaryIO,
    *,
    part: Part,
    file_key: bytes,
    digests: Digests,
    leaf_hashes: bytes = b"",
    check_sha512: bool = False,
    held: Source | None = None,
    progress: Progress | None = None,
) -> Digests:
    """Open the payload in `source` and write the plaintext to `sink`; give its digests, found equal to `digests`.

    With `leaf_hashes` (32 bytes a segment, checked against the part's root first) a change is refused with its segment:
    RefusedError `evidence.segment_damaged`. Without them `evidence.chunk_damaged` names the two segments that a damaged chunk may
    touch, and the root is compared at the end (`evidence.root_differs`). `held` is the plaintext of an earlier, interrupted run: its
    whole MiB are checked and not written again; `source` and `sink` must then be seekable, and the sink is cut to them.
    Further: `evidence.payload_length`, `evidence.plaintext_differs`, `evidence.source_unreadable`, `evidence.sink_failed`.
    """
    if leaf_hashes:
        check_leaf_hashes(part, leaf_hashes)
    if plaintext_length(part.length) != digests.size:
        raise RefusedError("evidence.payload_length", part=part.name)
    opening = _Opening(part, leaf_hashes, digests, sink, progress)
    if check_sha512:
        opening.sha512 = hashlib.sha512()
    if held is not None:
        if not leaf_hashes:
            raise UsageError("evidence.resume_needs_leaves")
        opening.skip(held)
    return opening.run(source, file_key)


class _Batch:
    """Buffers for a few segments of payload, with the rest of their last chunk, and for what their chunks open to."""

    __slots__ = ("chunks", "number", "own", "payload", "plain", "size")

    def __init__(self) -> None:
        self.payload = page_buffer(BATCH_BYTES + round_up(SEALED_CHUNK_BYTES))
        self.plain = page_buffer(_CHUNKS * CHUNK_BYTES)
        self.number = 0
        self.own = 0
        """Payload bytes of the batch's own segments; the rest of its last chunk follows them."""
        self.chunks = range(0)
        """The chunks that begin in the batch and are to be opened."""
        self.size = 0
        """Plaintext bytes."""

    @property
    def start(self) -> int:
        return self.number * BATCH_BYTES

    def leaves(self) -> list[bytes]:
        starts = range(0, self.own, SEGMENT_BYTES)
        return [leaf_hash(self.payload[start : min(start + SEGMENT_BYTES, self.own)]) for start in starts]


class _Opening:
    """One run: reads, and hands batches from lane to lane."""

    def __init__(
        self, part: Part, leaf_hashes: bytes, digests: Digests, sink: BinaryIO, progress: Progress | None
    ) -> None:
        self._part = part
        self._expected = leaf_hashes
        self._digests = digests
        self._digest = RunningDigest(digests)
        self._sink = sink
        self._progress = progress
        self._final = chunk_count(digests.size) - 1
        self._first = 0
        """The first chunk that is still to be opened."""
        self._leaves: list[bytes] = []
        self._free: SimpleQueue[_Batch] = SimpleQueue()
        self._opened: deque[tuple[_Batch, Future[list[bytes]]]] = deque()
        self._written: deque[Future[None]] = deque()
        self.sha512: hashlib._Hash | None = None

    def skip(self, held: Source) -> None:
        """Take the whole MiB of an earlier run's plaintext; the digest refuses the first that is wrong."""
        reader, view = Reader(held), memoryview(bytearray(EVERY))
        while reader.fill(view) == EVERY:
            self._digest.update(view)
            if self.sha512:
                self.sha512.update(view)
        self._first = self._digest.size // CHUNK_BYTES
        self._sink.seek(self._digest.size)
        self._sink.truncate()

    def run(self, source: Source, file_key: bytes) -> Digests:
        """Open all that is still to be opened."""
        for _ in range(IN_FLIGHT + 2):
            self._free.put(_Batch())
        with ExitStack() as stack:
            self._openers = stack.enter_context(ThreadPoolExecutor(_OPENERS, "open"))
            self._writer = stack.enter_context(ThreadPoolExecutor(1, "write"))
            self._read(source, file_key)
            while self._opened:
                self._pass_on()
            while self._written:
                self._written.popleft().result()
        if not self._expected and root_from_leaves(self._leaves) != self._part.root:
            raise RefusedError("evidence.root_differs", part=self._part.name)
        sha512 = self.sha512.digest() if self.sha512 else self._digests.sha512
        if sha512 != self._digests.sha512:
            raise RefusedError("evidence.plaintext_differs", mebibyte=max(0, self._digests.count - 1))
        return self._digest.finish(sha512=sha512)

    def _read(self, source: Source, file_key: bytes) -> None:
        reader, nonce = Reader(source), memoryview(bytearray(NONCE_BYTES))
        self._fill(reader, nonce)
        cipher = ChunkCipher(file_key, bytes(nonce))
        number, shared = 0, nonce
        if self._first:
            number = min(chunk_start(self._first), self._part.length) // BATCH_BYTES
            shared = nonce[: 0 if number else NONCE_BYTES]
            _skip_bytes(source, number * BATCH_BYTES - NONCE_BYTES + len(shared))
        while number * BATCH_BYTES < self._part.length:
            if len(self._opened) >= IN_FLIGHT:
                self._pass_on()
            batch = self._take()
            self._begin(batch, number)
            batch.payload[: len(shared)] = shared
            end = self._payload_end(batch)
            self._fill(reader, batch.payload[len(shared) : end])
            shared = batch.payload[batch.own : end]
            self._opened.append((batch, self._openers.submit(self._open, batch, cipher)))
            number += 1
        if reader.fill(memoryview(bytearray(1))):
            raise RefusedError("evidence.payload_length", part=self._part.name)

    def _begin(self, batch: _Batch, number: int) -> None:
        batch.number = number
        batch.own = min(BATCH_BYTES, self._part.length - batch.start)
        first = max(self._first, first_chunk_from(batch.start))
        batch.chunks = range(first, min(self._final + 1, first_chunk_from(batch.start + batch.own)))
        ends = min(self._digests.size, batch.chunks.stop * CHUNK_BYTES)
        batch.size = max(0, ends - first * CHUNK_BYTES)

    def _payload_end(self, batch: _Batch) -> int:
        """Give the end, in the batch's buffer, of its last chunk or of its own segments."""
        end = min(chunk_start(batch.chunks.stop), self._part.length) if batch.chunks else 0
        return max(batch.own, end - batch.start)

    def _fill(self, reader: Reader, view: memoryview) -> None:
        if reader.fill(view) != len(view):
            raise RefusedError("evidence.payload_length", part=self._part.name)

    def _take(self) -> _Batch:
        """Wait for a free batch; a failure in another thread surfaces here."""
        batch = self._free.get()
        while self._written and self._written[0].done():
            self._written.popleft().result()
        return batch

    def _open(self, batch: _Batch, cipher: ChunkCipher) -> list[bytes]:
        """Check the batch's segments and open its chunks."""
        leaves = batch.leaves()
        if self._expected:
            self._check_leaves(batch, leaves)
        for place, chunk in enumerate(batch.chunks):
            begin = chunk_start(chunk) - batch.start
            plain = batch.plain[place * CHUNK_BYTES : min((place + 1) * CHUNK_BYTES, batch.size)]
            sealed = batch.payload[begin : begin + len(plain) + TAG_BYTES]
            try:
                cipher.open_into(chunk, sealed, plain, last=chunk == self._final)
            except MalformedError as error:
                raise self._damaged_chunk(batch, chunk, begin + len(sealed)) from error
        return leaves

    def _check_leaves(self, batch: _Batch, leaves: Sequence[bytes]) -> None:
        for segment, leaf in enumerate(leaves, start=batch.start // SEGMENT_BYTES):
            if self._expected[segment * HASH_SIZE : (segment + 1) * HASH_SIZE] != leaf:
                raise RefusedError("evidence.segment_damaged", part=self._part.name, segment=segment)

    def _damaged_chunk(self, batch: _Batch, chunk: int, end: int) -> RefusedError:
        """Name the segments of a chunk that does not open. Where the batch's own leaves are right, it is the next batch's first."""
        if self._expected and end > batch.own:
            segment = (batch.start + batch.own) // SEGMENT_BYTES
            return RefusedError("evidence.segment_damaged", part=self._part.name, segment=segment)
        first = chunk_start(chunk) // SEGMENT_BYTES
        last = (batch.start + end - 1) // SEGMENT_BYTES
        return RefusedError("evidence.chunk_damaged", part=self._part.name, first=first, last=last)

    def _pass_on(self) -> None:
        """Take the oldest batch's digest and hand it to the writer."""
        batch, opened = self._opened.popleft()
        self._leaves += opened.result()
        plain = batch.plain[: batch.size]
        self._digest.update(plain)
        self._written.append(self._writer.submit(self._write, batch, plain))
        if self._progress:
            self._progress(self._digest.size)

    def _write(self, batch: _Batch, plain: memoryview) -> None:
        try:
            write_all(self._sink, plain)
            if self.sha512:
                self.sha512.update(plain)
        finally:
            self._free.put(batch)


def _skip_bytes(source: Source, count: int) -> None:
    """Seek forward from where the source stands."""
    seek: Callable[[int, int], int] = getattr(source, "seek")  # noqa: B009
    seek(count, os.SEEK_CUR)
