# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a sealed part as a stream: each segment against its leaf, each chunk against its tag, each MiB against its digest.

Nothing is written to the sink before the digest of its MiB was found right. A few threads take turns: each reads a batch, checks
and opens it, and takes the one in-order SHA-256 over it; then the calling thread writes it. Memory is constant.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from typing import BinaryIO

from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.evidence.flow import (
    BATCH_BYTES,
    TOUCHING_CHUNKS,
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
from longbien.core.evidence.running import EVERY, Digests, HashState, RunningDigest
from longbien.core.evidence.segments import SEGMENT_BYTES, Part, check_leaf_hashes
from longbien.core.evidence.turns import Buffers, Give, Turns, work_together
from longbien.core.log.merkle import HASH_SIZE, leaf_hash, root_from_leaves
from longbien.core.sealing.age_header import parse_header
from longbien.core.sealing.age_recipients import HYBRID, HybridIdentity, file_key_from_header
from longbien.core.sealing.age_stream import (
    CHUNK_BYTES,
    NONCE_BYTES,
    SEALED_CHUNK_BYTES,
    ChunkCipher,
    chunk_count,
    decrypt_payload,
    plaintext_length,
)


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
    opening = _Opening(part, leaf_hashes, digests, sink)
    if check_sha512:
        opening.sha512 = hashlib.sha512()
    if held is not None:
        if not leaf_hashes:
            raise UsageError("evidence.resume_needs_leaves")
        opening.skip(held)
    return opening.run(source, file_key, progress)


class _Batch:
    """Buffers for a few segments of payload, with the rest of their last chunk, and for what their chunks open to."""

    __slots__ = ("chunks", "end", "number", "own", "payload", "plain", "size")

    def __init__(self) -> None:
        self.payload = page_buffer(BATCH_BYTES + round_up(SEALED_CHUNK_BYTES))
        self.plain = page_buffer(TOUCHING_CHUNKS * CHUNK_BYTES)
        self.number = 0
        self.own = 0
        """Payload bytes of the batch's own segments."""
        self.end = 0
        """Payload bytes with the rest of the batch's last chunk."""
        self.chunks = range(0)
        """The chunks that begin in the batch and are to be opened."""
        self.size = 0
        """Plaintext bytes."""

    @property
    def start(self) -> int:
        return self.number * BATCH_BYTES

    @property
    def shared(self) -> memoryview:
        """What the next batch has of the payload that was read here."""
        return self.payload[self.own : self.end]

    def begin(self, number: int, before: memoryview, opening: "_Opening") -> memoryview:
        """Take a place in the payload; give the room to be filled."""
        length, size = opening.part.length, opening.digests.size
        shared = len(before)
        self.payload[:shared] = before
        self.number = number
        self.own = min(BATCH_BYTES, length - self.start)
        first = max(opening.first, first_chunk_from(self.start))
        self.chunks = range(first, min(chunk_count(size), first_chunk_from(self.start + self.own)))
        self.size = max(0, min(size, self.chunks.stop * CHUNK_BYTES) - first * CHUNK_BYTES)
        last = min(chunk_start(self.chunks.stop), length) if self.chunks else 0
        self.end = max(self.own, last - self.start)
        return self.payload[shared : self.end]


class _Opening:
    """One run, by a few threads: each reads a batch in its turn, opens it, and in its turn takes the digest; the calling thread writes."""

    def __init__(self, part: Part, leaf_hashes: bytes, digests: Digests, sink: BinaryIO) -> None:
        self.part = part
        self.digests = digests
        self.first = 0
        """The first chunk that is still to be opened."""
        self._expected = leaf_hashes
        self._digest = RunningDigest(digests)
        self._sink = sink
        self._leaves: list[bytes] = []
        self._reading, self._second, self._digesting = Turns(), Turns(), Turns()
        self._shared = memoryview(b"")
        self._begin = 0
        """The number of the first batch that is read."""
        self.sha512: HashState | None = None

    def skip(self, held: Source) -> None:
        """Take the whole MiB of an earlier run's plaintext; the digest refuses the first that is wrong."""
        reader, view = Reader(held), memoryview(bytearray(EVERY))
        while reader.fill(view) == EVERY:
            self._digest.update(view)
            if self.sha512:
                self.sha512.update(view)
        self.first = self._digest.size // CHUNK_BYTES
        self._sink.seek(self._digest.size)
        self._sink.truncate()

    def run(self, source: Source, file_key: bytes, progress: Progress | None) -> Digests:
        """Open all that is still to be opened."""
        reader, nonce = Reader(source), memoryview(bytearray(NONCE_BYTES))
        self._fill(reader, nonce)
        self._begin = min(chunk_start(self.first), self.part.length) // BATCH_BYTES if self.first else 0
        if self._begin:
            _skip_bytes(source, self._begin * BATCH_BYTES - NONCE_BYTES)
        else:
            self._shared = nonce
        cipher = ChunkCipher(file_key, bytes(nonce))

        def finish(done: tuple[memoryview, int]) -> None:
            plain, position = done
            write_all(self._sink, plain)
            if progress:
                progress(position)

        turns = (self._reading, self._second, self._digesting)
        work_together(lambda own, give: self._work(reader, cipher, own, give), _Batch, turns, finish)
        if reader.fill(memoryview(bytearray(1))):
            raise RefusedError("evidence.payload_length", part=self.part.name)
        if not self._expected and root_from_leaves(self._leaves) != self.part.root:
            raise RefusedError("evidence.root_differs", part=self.part.name)
        sha512 = self.sha512.digest() if self.sha512 else self.digests.sha512
        if sha512 != self.digests.sha512:
            raise RefusedError("evidence.plaintext_differs", mebibyte=max(0, self.digests.count - 1))
        return self._digest.finish(sha512=sha512)

    def _work(
        self,
        reader: Reader,
        cipher: ChunkCipher,
        buffers: Buffers[_Batch],
        give: Give[_Batch, tuple[memoryview, int]],
    ) -> None:
        while True:
            with self._reading.turn() as number:
                if (self._begin + number) * BATCH_BYTES >= self.part.length:
                    return
                batch = buffers.take()
                self._fill(reader, batch.begin(self._begin + number, self._shared, self))
                self._shared = batch.shared
            try:
                leaves = self._open(batch, cipher)
            except RefusedError:
                with self._digesting.turn(number):  # an earlier batch's damage is named first
                    raise
            plain = batch.plain[: batch.size]
            if self.sha512:
                with self._second.turn(number):
                    self.sha512.update(plain)
            with self._digesting.turn(number):
                self._leaves += leaves
                self._digest.update(plain)
                position = self._digest.size
            give(number, batch, (plain, position))

    def _fill(self, reader: Reader, view: memoryview) -> None:
        if reader.fill(view) != len(view):
            raise RefusedError("evidence.payload_length", part=self.part.name)

    def _open(self, batch: _Batch, cipher: ChunkCipher) -> list[bytes]:
        """Check segment after segment, and open the chunks that are complete with it; give the segments' hashes."""
        leaves: list[bytes] = []
        opened = batch.chunks.start
        for begin in range(0, batch.own, SEGMENT_BYTES):
            end = min(begin + SEGMENT_BYTES, batch.own)
            leaves.append(leaf_hash(batch.payload[begin:end]))
            self._check_leaf((batch.start + begin) // SEGMENT_BYTES, leaves[-1])
            complete = batch.chunks.stop if end == batch.own else chunk_at(batch.start + end)
            if complete > opened:
                self._open_run(batch, cipher, range(opened, complete))
                opened = complete
        return leaves

    def _open_run(self, batch: _Batch, cipher: ChunkCipher, chunks: range) -> None:
        first, stop = chunks.start, chunks.stop
        sealed = batch.payload[
            chunk_start(first) - batch.start : min(chunk_start(stop), self.part.length) - batch.start
        ]
        plain = batch.plain[(first - batch.chunks.start) * CHUNK_BYTES :]
        try:
            cipher.open_run(first, sealed, plain, final=chunk_count(self.digests.size) - 1)
        except MalformedError as error:
            raise self._damaged_chunk(batch, int(error.params["chunk"])) from error

    def _check_leaf(self, segment: int, leaf: bytes) -> None:
        place = segment * HASH_SIZE
        if self._expected and self._expected[place : place + HASH_SIZE] != leaf:
            raise RefusedError("evidence.segment_damaged", part=self.part.name, segment=segment)

    def _damaged_chunk(self, batch: _Batch, chunk: int) -> RefusedError:
        """Name the segments of a chunk that does not open. Where the batch's own leaves are right, it is the next batch's first."""
        end = min(chunk_start(chunk + 1), self.part.length)
        if self._expected and end > batch.start + batch.own:
            segment = (batch.start + batch.own) // SEGMENT_BYTES
            return RefusedError("evidence.segment_damaged", part=self.part.name, segment=segment)
        first, last = chunk_start(chunk) // SEGMENT_BYTES, (end - 1) // SEGMENT_BYTES
        return RefusedError("evidence.chunk_damaged", part=self.part.name, first=first, last=last)


def _skip_bytes(source: Source, count: int) -> None:
    """Seek forward from where the source stands."""
    seek: Callable[[int, int], int] = getattr(source, "seek")  # noqa: B009 # not every source has it
    seek(count, os.SEEK_CUR)
