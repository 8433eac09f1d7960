# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is signed of a meeting's record: which meeting, by whose node, when, and the SHA-256 of each part (docs/protocol/conference-record.md).

The parts stand beside it in the file, so that a long meeting fits, and so that a changed byte is laid at the door of the part that it is in.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest, PartyId, parse_digest, parse_party_id
from longbien.core.base.moments import print_moment

RECORD_TYPE: Final = "application/vnd.longbien.conference-record+json"
"""The media type in the envelope."""
PARTS: Final = ("meeting", "rules", "electorate", "events", "outcome", "documents")
"""The parts of a record, in the order in which a reader takes them."""
NONCE: Final = 16

_TYPE: Final = "longbien/conference-record/v1"
_ID: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MAX_ID: Final = 64
_MAX_STATEMENT: Final = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDigest:
    """SHA-256 and size (bytes) of a part's canonical JSON."""

    sha256: Digest
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The signed statement. `number` counts the records of one meeting; `previous` is the digest of the record that this one replaces."""

    party: PartyId
    exercise: bool
    conference: str
    meeting: str
    number: int
    previous: Digest | None
    made_at: datetime
    software: str
    nonce: bytes = field(repr=False)
    parts: Mapping[str, PartDigest]


def digest_of_part(value: JsonInput) -> PartDigest:
    """Take the digest of a part; MalformedError for a value that has no canonical form."""
    data = encode(value)
    return PartDigest(sha256=Digest(hashlib.sha256(data).hexdigest()), size=len(data))


def print_statement(statement: Statement) -> bytes:
    """Write the statement in canonical JSON: the bytes that are signed."""
    return encode(
        {
            "type": _TYPE,
            "party": statement.party,
            "exercise": statement.exercise,
            "conference": statement.conference,
            "meeting": statement.meeting,
            "number": statement.number,
            "previous": statement.previous or "",
            "made_at": print_moment(statement.made_at),
            "software": statement.software,
            "nonce": statement.nonce.hex(),
            "parts": {
                name: {"sha256": one.sha256, "size": one.size} for name, one in statement.parts.items()
            },
        }
    )


def parse_statement(payload: bytes) -> Statement:
    """Read a statement; MalformedError `conference_record.malformed`."""
    try:
        fields = Fields(decode(payload, max_bytes=_MAX_STATEMENT, max_depth=4))
        fields.choice("type", (_TYPE,))
        parts = fields.object("parts")
        statement = Statement(
            party=fields.parsed("party", parse_party_id),
            exercise=fields.boolean("exercise"),
            conference=fields.text("conference", pattern=_ID, max_length=_MAX_ID),
            meeting=fields.text("meeting", pattern=_ID, max_length=_MAX_ID),
            number=fields.integer("number", minimum=1),
            previous=fields.parsed("previous", lambda text: parse_digest(text) if text else None),
            made_at=fields.moment("made_at"),
            software=fields.text("software", max_length=80),
            nonce=fields.hex("nonce", length=NONCE),
            parts=MappingProxyType({name: _part(parts, name) for name in PARTS}),
        )
        parts.done()
        fields.done()
    except MalformedError as error:
        raise MalformedError("conference_record.malformed", where="statement", reason=str(error)) from error
    return statement


def _part(parts: Fields, name: str) -> PartDigest:
    fields = parts.object(name)
    found = PartDigest(sha256=fields.parsed("sha256", parse_digest), size=fields.integer("size"))
    fields.done()
    return found
