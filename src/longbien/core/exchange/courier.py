# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courier files: the bytes of the line as one file on a disc (docs/protocol/exchange.md).

    "LBC1" || u32 header length || header || records, each u8 type || u64 length || bytes

The last record is the SHA-256 of all bytes before it: a disc that was cut or scratched is refused before anything of it
is used. It proves nothing about who wrote the file; acts and segments carry their own proof.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Final

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest, ObjectId, PartyId, parse_party_id
from longbien.core.base.moments import print_moment
from longbien.core.exchange.answer import MAX_ANSWER
from longbien.core.sealing.frame import MAX_FRAME

FRAME: Final = 1
SEGMENT: Final = 2
ANSWER: Final = 3
END: Final = 255
MAX_HEADER: Final = 1024
"""The largest header in bytes."""
MAX_SEGMENT: Final = 1024 * 1024
"""The largest segment in bytes: one leaf of an evidence tree."""
MAX_PATH: Final = 64
"""The longest audit path, in hashes."""
MAX_PART: Final = 64
"""The longest name of a part, in bytes."""

_MAGIC: Final = b"LBC1"
_START: Final = 8
_PREFIX: Final = 9
_HASH: Final = 32
_BLOCK: Final = 1024 * 1024
_MAX_COUNT: Final = 2**32
_LIMITS: Final = {
    FRAME: MAX_FRAME,
    SEGMENT: 16 + 1 + MAX_PART + 8 + 1 + MAX_PATH * _HASH + MAX_SEGMENT,
    ANSWER: MAX_ANSWER,
    END: _HASH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierHeader:
    """What a courier file says of itself: between whom, when it was made, how many frames and segments it carries."""

    sender: PartyId
    recipient: PartyId
    made_at: datetime
    acts: int
    segments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCourier:
    """A courier file that is whole. `digest` (of all its bytes before the last record) names it."""

    header: CourierHeader
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One segment of an evidence part, with the audit path from its leaf to the signed root."""

    object_id: ObjectId
    part: str
    index: int
    path: tuple[bytes, ...] = field(repr=False)
    data: bytes = field(repr=False)


class CourierWriter:
    """Writes a courier file record by record; `finish` checks the counts and closes it with its digest."""

    __slots__ = ("_acts", "_file", "_hash", "_header", "_segments")

    def __init__(self, file: BinaryIO, header: CourierHeader) -> None:
        """Write the header to `file`."""
        self._file = file
        self._header = header
        self._hash = hashlib.sha256()
        self._acts = 0
        self._segments = 0
        written = encode(
            {
                "v": 1,
                "sender": header.sender,
                "recipient": header.recipient,
                "made_at": print_moment(header.made_at),
                "acts": header.acts,
                "segments": header.segments,
            }
        )
        self._write(_MAGIC + len(written).to_bytes(4, "big") + written)

    def frame(self, frame: bytes) -> None:
        """Add a frame."""
        self._acts += 1
        self._record(FRAME, frame)

    def segment(self, segment: Segment) -> None:
        """Add a segment."""
        self._segments += 1
        self._record(SEGMENT, print_segment(segment))

    def answer(self, answer: bytes) -> None:
        """Add an answer to a delivery that came by courier."""
        self._record(ANSWER, answer)

    def finish(self) -> Digest:
        """Write the last record and give the file's digest; ValueError if the header counted otherwise."""
        if (self._acts, self._segments) != (self._header.acts, self._header.segments):
            raise ValueError("the header counts other records")
        digest = self._hash.digest()
        self._record(END, digest)
        return Digest(digest.hex())

    def _record(self, kind: int, data: bytes) -> None:
        if len(data) > _LIMITS[kind]:
            raise MalformedError("exchange.too_large", limit=_LIMITS[kind])
        self._write(bytes([kind]) + len(data).to_bytes(8, "big"))
        self._write(data)

    def _write(self, data: bytes) -> None:
        self._hash.update(data)
        self._file.write(data)


def check_courier(file: BinaryIO) -> CheckedCourier:
    """Read a whole courier file once, in constant memory, and check its form, counts and digest.

    MalformedError `exchange.courier_malformed`, `exchange.courier_damaged`, `exchange.truncated`, `exchange.too_large`.
    """
    hasher = hashlib.sha256()
    header = _read_header(file, hasher)
    counts = {FRAME: 0, SEGMENT: 0, ANSWER: 0}
    while True:
        before = hasher.copy()
        kind, length = _read_prefix(file, hasher)
        if kind == END:
            break
        counts[kind] += 1
        while length:
            block = _read(file, min(length, _BLOCK))
            hasher.update(block)
            length -= len(block)
    if _read(file, _HASH) != before.digest():
        raise MalformedError("exchange.courier_damaged")
    if file.read(1) or (counts[FRAME], counts[SEGMENT]) != (header.acts, header.segments):
        raise MalformedError("exchange.courier_malformed", reason="count")
    return CheckedCourier(header=header, digest=Digest(before.hexdigest()))


def read_records(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the records (type, bytes) of a file that `check_courier` found whole, one in memory at a time."""
    hasher = hashlib.sha256()
    _read_header(file, hasher)
    while True:
        kind, length = _read_prefix(file, hasher)
        if kind == END:
            return
        yield kind, _read(file, length)


def print_segment(segment: Segment) -> bytes:
    """Write a segment record."""
    part = segment.part.encode("ascii")
    return b"".join(
        (
            bytes.fromhex(segment.object_id),
            bytes([len(part)]),
            part,
            segment.index.to_bytes(8, "big"),
            bytes([len(segment.path)]),
            *segment.path,
            segment.data,
        )
    )


def parse_segment(data: bytes) -> Segment:
    """Read a segment record; MalformedError `exchange.courier_malformed`."""
    malformed = MalformedError("exchange.courier_malformed", reason="segment")
    length = data[16] if len(data) > 16 else MAX_PART + 1
    index = 17 + length
    if length > MAX_PART or len(data) < index + 9:
        raise malformed
    hashes, start = data[index + 8], index + 9
    end = start + hashes * _HASH
    if hashes > MAX_PATH or not end < len(data) <= end + MAX_SEGMENT:
        raise malformed
    try:
        part = data[17:index].decode("ascii")
    except UnicodeDecodeError as error:
        raise malformed from error
    return Segment(
        object_id=ObjectId(data[:16].hex()),
        part=part,
        index=int.from_bytes(data[index : index + 8], "big"),
        path=tuple(data[place : place + _HASH] for place in range(start, end, _HASH)),
        data=data[end:],
    )


def _read_header(file: BinaryIO, hasher: "hashlib._Hash") -> CourierHeader:
    start = _read(file, _START)
    length = int.from_bytes(start[4:], "big")
    if start[:4] != _MAGIC or length > MAX_HEADER:
        raise MalformedError("exchange.courier_malformed", reason="prefix")
    header = _read(file, length)
    hasher.update(start + header)
    try:
        fields = Fields(decode(header, max_bytes=MAX_HEADER, max_depth=1))
        fields.integer("v", minimum=1, maximum=1)
        found = CourierHeader(
            sender=fields.parsed("sender", parse_party_id),
            recipient=fields.parsed("recipient", parse_party_id),
            made_at=fields.moment("made_at"),
            acts=fields.integer("acts", maximum=_MAX_COUNT),
            segments=fields.integer("segments", maximum=_MAX_COUNT),
        )
        fields.done()
    except MalformedError as error:
        raise MalformedError("exchange.courier_malformed", reason=str(error)) from error
    return found


def _read_prefix(file: BinaryIO, hasher: "hashlib._Hash") -> tuple[int, int]:
    prefix = _read(file, _PREFIX)
    hasher.update(prefix)
    kind, length = prefix[0], int.from_bytes(prefix[1:], "big")
    limit = _LIMITS.get(kind)
    if limit is None or (kind == END and length != _HASH):
        raise MalformedError("exchange.courier_malformed", reason="record")
    if length > limit:
        raise MalformedError("exchange.too_large", limit=limit)
    return kind, length


def _read(file: BinaryIO, length: int) -> bytes:
    """Read exactly `length` bytes (bounded by the caller)."""
    data = file.read(length)
    if len(data) != length:
        raise MalformedError("exchange.truncated")
    return data
