# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recovery files: what a partner holds of a node, given back to it after a restore (docs/protocol/exchange.md, section Recovery).

    "LBR1" || u32 header length || header || records, each u8 type || u32 length || sealed bytes

Every record is sealed to the node that gets it. The file proves nothing about who wrote it: leaves are proven by the root of a
checkpoint that the node itself signed, acts and receipts by their own signatures.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Final

from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest, KeyId, PartyId, parse_digest, parse_key_id, parse_party_id
from longbien.core.base.moments import print_moment
from longbien.core.log.kept import MAX_KEPT, KeptLeaves
from longbien.core.log.merkle import MAX_SIZE
from longbien.core.log.note import MAX_NOTE
from longbien.core.log.proof import Receipt, read_receipt, receipt_json
from longbien.core.sealing import hpke
from longbien.core.sealing.dsse import MAX_ENVELOPE
from longbien.core.sealing.keys import KeyPair, PublicKey
from longbien.core.sealing.suites import ACT_SUITE

CHECKPOINT: Final = 1
ACT: Final = 2
END: Final = 255
MAX_HEADER: Final = 1024
"""The largest header in bytes."""
MAX_RECORD: Final = 4 * 1024 * 1024
"""The largest record in bytes."""
MAX_RECORDS: Final = 250_000
"""The most records of one file: where they stand is held in memory."""

_MAGIC: Final = b"LBR1"
_START: Final = 8
_PREFIX: Final = 5
_HASH: Final = 32
_BLOCK: Final = 1024 * 1024
_INFO: Final = b"longbien/recovery/v1\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryHeader:
    """Who gives back what to whom: `origin` is the recipient's log of which checkpoints follow, `seal_key` the key that opens."""

    sender: PartyId
    recipient: PartyId
    origin: str
    made_at: datetime
    seal_key: KeyId


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCheckpoint:
    """A checkpoint of the recipient's log that the sender cosigned, with the leaves that it kept, if any."""

    note: bytes = field(repr=False)
    kept: KeptLeaves | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAct:
    """An act between the two, by whomever: its envelope, the digest of the frame in which it came, the sender's receipt for it.

    `frame`: empty where the sender does not know it. `receipt`: None for the sender's own acts.
    """

    envelope: bytes = field(repr=False)
    frame: Digest | None = None
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands in a file: its type, number, first byte and length."""

    kind: int
    number: int
    start: int
    length: int


class RecoveryWriter:
    """Writes a recovery file record by record; `finish` closes it with its digest."""

    __slots__ = ("_file", "_hash", "_header", "_key", "_number")

    def __init__(self, file: BinaryIO, header: RecoveryHeader, recipient_key: PublicKey) -> None:
        """Write the header to `file`; the records are sealed to `recipient_key`, which the header names."""
        self._file = file
        self._hash = hashlib.sha256()
        self._key = recipient_key
        self._number = 0
        self._header = encode(
            {
                "v": 1,
                "sender": header.sender,
                "recipient": header.recipient,
                "origin": header.origin,
                "made_at": print_moment(header.made_at),
                "seal_key": recipient_key.key_id,
            }
        )
        self._write(_MAGIC + len(self._header).to_bytes(4, "big") + self._header)

    def checkpoint(self, given: GivenCheckpoint) -> None:
        """Add a checkpoint."""
        value: dict[str, JsonInput] = {
            "note": base64.b64encode(given.note).decode("ascii"),
            "first": 0 if given.kept is None else given.kept.first,
            "leaves": base64.b64encode(given.kept.sealed if given.kept else b"").decode("ascii"),
        }
        self._record(CHECKPOINT, encode(value))

    def act(self, given: GivenAct) -> None:
        """Add an act."""
        value: dict[str, JsonInput] = {
            "envelope": base64.b64encode(given.envelope).decode("ascii"),
            "frame": given.frame or "",
            "receipt": None if given.receipt is None else receipt_json(given.receipt),
        }
        self._record(ACT, encode(value))

    def finish(self) -> Digest:
        """Write the last record and give the file's digest."""
        digest = self._hash.digest()
        self._write(bytes([END]) + _HASH.to_bytes(4, "big") + digest)
        return Digest(digest.hex())

    def _record(self, kind: int, data: bytes) -> None:
        sealed = hpke.seal(data, self._key, _info(self._header, kind, self._number))
        if len(sealed) > MAX_RECORD:
            raise MalformedError("exchange.too_large", limit=MAX_RECORD)
        self._number += 1
        self._write(bytes([kind]) + len(sealed).to_bytes(4, "big") + sealed)

    def _write(self, data: bytes) -> None:
        self._hash.update(data)
        self._file.write(data)


class RecoveryReader:
    """A recovery file that was read once and found whole: its header, and where its records stand."""

    __slots__ = ("_file", "_keys", "_raw", "digest", "header", "places")

    def __init__(self, file: BinaryIO, keys: Mapping[KeyId, KeyPair]) -> None:
        """Check a seekable file's form and digest, in constant memory for each record; `keys` are the recipient's seal keys.

        MalformedError `exchange.recovery_malformed`, `exchange.recovery_damaged`, `exchange.truncated`, `exchange.too_large`.
        """
        self._file = file
        self._keys = keys
        hasher = hashlib.sha256()
        file.seek(0)
        self._raw, self.header = _read_header(file, hasher)
        self.places: tuple[Place, ...] = ()
        self.digest = self._walk(hasher)

    def checkpoints(self) -> Iterator[GivenCheckpoint]:
        """Give the checkpoints; MalformedError `exchange.recovery_malformed`, RefusedError `sealing.not_opened`."""
        for place in self.places:
            if place.kind == CHECKPOINT:
                fields = self._fields(place)
                first = fields.integer("first", maximum=MAX_SIZE)
                sealed = fields.base64("leaves", max_length=MAX_KEPT)
                note = fields.base64("note", max_length=MAX_NOTE)
                fields.done()
                kept = KeptLeaves(first=first, sealed=sealed) if sealed else None
                yield GivenCheckpoint(note=note, kept=kept)

    def acts(self) -> Iterator[Place]:
        """Give where the acts stand."""
        return (place for place in self.places if place.kind == ACT)

    def act(self, place: Place) -> GivenAct:
        """Read one act; MalformedError `exchange.recovery_malformed`, RefusedError `sealing.not_opened`."""
        fields = self._fields(place)
        receipt = None
        if fields.value("receipt") is not None:
            inner = fields.object("receipt")
            receipt = read_receipt(inner)
            inner.done()
        given = GivenAct(
            envelope=fields.base64("envelope", max_length=MAX_ENVELOPE),
            frame=fields.parsed("frame", lambda text: parse_digest(text) if text else None),
            receipt=receipt,
        )
        fields.done()
        return given

    def _fields(self, place: Place) -> Fields:
        pair = self._keys.get(self.header.seal_key)
        if pair is None:
            raise MalformedError("exchange.recovery_malformed", reason="seal_key")
        self._file.seek(place.start)
        data = hpke.unseal(_read(self._file, place.length), pair, _info(self._raw, place.kind, place.number))
        return Fields(decode(data, max_bytes=MAX_RECORD, max_depth=3))

    def _walk(self, hasher: "hashlib._Hash") -> Digest:
        places, start = list[Place](), _START + len(self._raw)
        while True:
            before = hasher.copy()
            prefix = _read(self._file, _PREFIX)
            hasher.update(prefix)
            kind, length = prefix[0], int.from_bytes(prefix[1:], "big")
            if kind == END:
                break
            if kind not in {CHECKPOINT, ACT} or length <= ACT_SUITE.overhead:
                raise MalformedError("exchange.recovery_malformed", reason="record")
            if length > MAX_RECORD or len(places) == MAX_RECORDS:
                raise MalformedError("exchange.too_large", limit=MAX_RECORD)
            places.append(Place(kind=kind, number=len(places), start=start + _PREFIX, length=length))
            start += _PREFIX + length
            while length:
                block = _read(self._file, min(length, _BLOCK))
                hasher.update(block)
                length -= len(block)
        if length != _HASH or _read(self._file, _HASH) != before.digest() or self._file.read(1):
            raise MalformedError("exchange.recovery_damaged")
        self.places = tuple(places)
        return Digest(before.hexdigest())


def _info(header: bytes, kind: int, number: int) -> bytes:
    """Bind a record to its file and its place in it."""
    return b"".join((_INFO, header, bytes([kind]), number.to_bytes(8, "big")))


def _read_header(file: BinaryIO, hasher: "hashlib._Hash") -> tuple[bytes, RecoveryHeader]:
    start = _read(file, _START)
    length = int.from_bytes(start[4:], "big")
    if start[:4] != _MAGIC or length > MAX_HEADER:
        raise MalformedError("exchange.recovery_malformed", reason="prefix")
    raw = _read(file, length)
    hasher.update(start + raw)
    try:
        fields = Fields(decode(raw, max_bytes=MAX_HEADER, max_depth=1))
        fields.integer("v", minimum=1, maximum=1)
        header = RecoveryHeader(
            sender=fields.parsed("sender", parse_party_id),
            recipient=fields.parsed("recipient", parse_party_id),
            origin=fields.text("origin", max_length=255),
            made_at=fields.moment("made_at"),
            seal_key=fields.parsed("seal_key", parse_key_id),
        )
        fields.done()
    except MalformedError as error:
        raise MalformedError("exchange.recovery_malformed", reason=str(error)) from error
    return raw, header


def _read(file: BinaryIO, length: int) -> bytes:
    """Read exactly `length` bytes (bounded by the caller)."""
    data = file.read(length)
    if len(data) != length:
        raise MalformedError("exchange.truncated")
    return data
