# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Custody: who did what with an object, step by step, each step signed and linked to the one before (evidence.md, section 6).

Each side keeps its own chain for an object, counted from 1 (ISO/IEC 27037: who, when, where, why, with what, and whether the
digests were found right). A record's digest is that of its envelope; the log holds it as a leaf.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest, ObjectId, PartyId, parse_digest, parse_object_id, parse_party_id
from longbien.core.base.moments import print_moment
from longbien.core.sealing.dsse import (
    CUSTODY_TYPE,
    ActSigner,
    KeyLookup,
    sign_document,
    verify_envelope,
)

TYPE: Final = "longbien/custody/v1"
MAX_RECORD: Final = 32_768

_TEXTS: Final = {"place": 200, "purpose": 1000, "legal_basis": 500, "tool": 200, "notes": 4000}
"""Free texts, which may be empty, and their greatest length in characters."""


class CustodyAction(StrEnum):
    """The steps of custody: the codes of the list CUSTODY-ACTION."""

    ACQUIRE = "acquire"
    SEAL = "seal"
    ANNOUNCE = "announce"
    TRANSFER_OUT = "transfer-out"
    TRANSFER_IN = "transfer-in"
    VERIFY = "verify"
    ACCEPT = "accept"
    OPEN = "open"
    COPY = "copy"
    ACCESS = "access"
    FILTER = "filter"
    EXPORT = "export"
    PRESENT_IN_COURT = "present-in-court"
    RETURN = "return"
    DESTROY = "destroy"


class Finding(StrEnum):
    """What a check of the digests in this step found."""

    NOT_CHECKED = "not-checked"
    MATCH = "match"
    MISMATCH = "mismatch"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyRecord:
    """One step. `previous` is the digest of this party's step before, empty for its first."""

    object: ObjectId
    number: int
    previous: Digest | None
    action: CustodyAction
    party: PartyId
    role_id: str
    time: datetime
    verified: Finding
    nonce: bytes = field(repr=False)
    place: str = ""
    purpose: str = ""
    legal_basis: str = ""
    tool: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse a first record with a link and a later one without (MalformedError `evidence.custody_link`)."""
        if self.number < 1 or (self.number == 1) != (self.previous is None):
            raise MalformedError("evidence.custody_link", number=self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyStep:
    """A record whose signatures hold, with its digest."""

    record: CustodyRecord
    digest: Digest


def print_custody(record: CustodyRecord) -> bytes:
    """Write the bytes that are signed."""
    value: dict[str, JsonInput] = {
        "type": TYPE,
        "object": record.object,
        "number": record.number,
        "previous": record.previous or "",
        "action": record.action.value,
        "party": record.party,
        "role_id": record.role_id,
        "time": print_moment(record.time),
        "verified": record.verified.value,
        "nonce": record.nonce.hex(),
        **{name: getattr(record, name) for name in _TEXTS},
    }
    return encode(value)


def parse_custody(payload: bytes) -> CustodyRecord:
    """Read the bytes that are signed, strictly."""
    fields = Fields(decode(payload, max_bytes=MAX_RECORD))
    fields.choice("type", (TYPE,))
    previous = fields.text("previous", min_length=0, max_length=64)
    record = CustodyRecord(
        object=fields.parsed("object", parse_object_id),
        number=fields.integer("number", minimum=1),
        previous=parse_digest(previous) if previous else None,
        action=CustodyAction(fields.choice("action", set(CustodyAction))),
        party=fields.parsed("party", parse_party_id),
        role_id=fields.text("role_id", max_length=100),
        time=fields.moment("time"),
        verified=Finding(fields.choice("verified", set(Finding))),
        nonce=fields.hex("nonce", length=16),
        **{name: fields.text(name, min_length=0, max_length=limit) for name, limit in _TEXTS.items()},
    )
    fields.done()
    return record


def sign_custody(record: CustodyRecord, signer: ActSigner) -> bytes:
    """Put the record in its envelope, signed twice."""
    return sign_document(CUSTODY_TYPE, print_custody(record), signer)


def read_custody(envelope: bytes, keys: KeyLookup) -> CustodyStep:
    """Check both signatures and read the record. Whose keys they are, and valid when, is the caller's next question."""
    verified = verify_envelope(envelope, CUSTODY_TYPE, keys)
    return CustodyStep(record=parse_custody(verified.payload), digest=verified.digest)


def check_chain(steps: Sequence[CustodyStep], *, whole: bool = True) -> None:
    """Check that steps are one party's chain for one object, in order: all of it, or (`whole` False) a stretch of it.

    RefusedError `evidence.custody_gap` (a number is missing or doubled), `evidence.custody_link` (not linked to the step before, or another
    object or party), `evidence.custody_time` (earlier than the step before); each names the step's number.
    """
    before: CustodyStep | None = None
    first_number = 1 if whole or not steps else steps[0].record.number
    for place, step in enumerate(steps, start=first_number):
        record = step.record
        if record.number != place:
            raise RefusedError("evidence.custody_gap", number=place)
        if before:
            first = before.record
            if record.previous != before.digest or (record.object, record.party) != (
                first.object,
                first.party,
            ):
                raise RefusedError("evidence.custody_link", number=place)
            if record.time < first.time:
                raise RefusedError("evidence.custody_time", number=place)
        before = step
