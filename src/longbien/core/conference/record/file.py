# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A record as a file: the signed statement, its parts, the directory entry with the keys, and the proof that the node's log holds it.

    {"type": "longbien/conference-record-file/v1",
     "envelope": {DSSE}, "parts": {...}, "entry": {DSSE}, "decision": {...}, "receipt": {"leaf": ..., "proof": ...}}

One JSON document in canonical form (docs/protocol/conference-record.md). Reading verifies nothing: for that, `check`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import Json, JsonInput, decode, decode_loose, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.conference.record.statement import PARTS, RECORD_TYPE, Statement, parse_statement
from longbien.core.log.proof import Receipt, read_receipt, receipt_json
from longbien.core.sealing.dsse import MAX_ENVELOPE, parse_envelope

MAX_RECORD: Final = 256 * 1024 * 1024
"""The largest file that is read, in bytes."""
_TYPE: Final = "longbien/conference-record-file/v1"
_NAME: Final = re.compile(r"[^a-z0-9-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A record with everything that is needed to check it. `decision` is the node's own record whose digest is the leaf."""

    envelope: bytes = field(repr=False)
    statement: Statement
    parts: Mapping[str, Json] = field(repr=False)
    entry: bytes = field(repr=False)
    decision: bytes = field(repr=False)
    receipt: Receipt = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the file: the meeting and the number of its record."""
        return f"{_NAME.sub('', self.statement.meeting)}-record-{self.statement.number}"


def print_file(record: RecordFile) -> bytes:
    """Write a record as a file."""
    value: dict[str, JsonInput] = {
        "type": _TYPE,
        "envelope": _object(record.envelope),
        "parts": dict(record.parts),
        "entry": _object(record.entry),
        "decision": _object(record.decision),
        "receipt": receipt_json(record.receipt),
    }
    return encode(value)


def parse_file(data: bytes) -> RecordFile:
    """Read a file; MalformedError `conference_record.malformed`, which names the byte or the member. Nothing is verified."""
    try:
        fields = Fields(decode(data, max_bytes=MAX_RECORD))
        fields.choice("type", (_TYPE,))
        envelope = encode(fields.value("envelope"))
        parts = fields.object("parts")
        record = RecordFile(
            envelope=envelope,
            statement=parse_statement(parse_envelope(envelope, RECORD_TYPE).payload),
            parts={name: parts.value(name) for name in PARTS},
            entry=encode(fields.value("entry")),
            decision=encode(fields.value("decision")),
            receipt=_receipt(fields.object("receipt")),
        )
        parts.done()
        fields.done()
    except MalformedError as error:
        if error.code == "conference_record.malformed":
            raise
        raise MalformedError(
            "conference_record.malformed", where=_where(data, error), reason=str(error)
        ) from error
    return record


def _receipt(fields: Fields) -> Receipt:
    found = read_receipt(fields)
    fields.done()
    return found


def _object(data: bytes) -> Json:
    """Give canonical bytes as the value that they are, to be written into the file as an object."""
    return decode(data, max_bytes=MAX_ENVELOPE)


def _where(data: bytes, error: MalformedError) -> str:
    """Name the place of a mistake: a byte, or a member of the document."""
    if error.code == "base.not_canonical":
        written = encode(decode_loose(data, max_bytes=MAX_RECORD))
        pairs = enumerate(zip(data, written, strict=False))
        place = next((at for at, (one, other) in pairs if one != other), min(len(data), len(written)))
        return f"byte {place}"
    if "position" in error.params:
        return f"byte {error.params['position']}"
    return f"{error.params.get('where', '$')}.{error.params.get('field', '')}".rstrip(".")
