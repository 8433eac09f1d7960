# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading records of meetings: which there are, and each as the file that anybody may check. Public."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from longbien.actions.conference.hall.find import find_conference, find_meeting
from longbien.actions.log.prove import witnessed_receipt
from longbien.core.base.canonical import decode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.conference.record.file import MAX_RECORD, RecordFile
from longbien.core.conference.record.statement import RECORD_TYPE, parse_statement
from longbien.core.sealing.dsse import parse_envelope
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A meeting and its newest record (None: it has none yet); `numbers` are those of all its records."""

    meeting: models.Meeting
    digest: str
    number: int
    made_at: datetime | None
    numbers: tuple[int, ...]


def records_of(conference_id: str) -> tuple[Kept, ...]:
    """Give the meetings of a session in which something happened, with their records. RefusedError `conference.session_unknown`."""
    conference = find_conference(conference_id)
    found = []
    for meeting in conference.meetings.filter(last_seq__gt=0).order_by("number"):
        rows = list(meeting.records.order_by("number"))
        last = rows[-1] if rows else None
        found.append(
            Kept(
                meeting=meeting,
                digest=last.digest if last is not None else "",
                number=last.number if last is not None else 0,
                made_at=last.made_at if last is not None else None,
                numbers=tuple(row.number for row in rows),
            )
        )
    return tuple(found)


def record_of(meeting_id: str, *, number: int | None = None) -> RecordFile:
    """Give the newest record of a meeting, or the one of a number, with the log's newest proof.

    RefusedError `conference.meeting_unknown`, `conference_record.without_not_found`.
    """
    meeting = find_meeting(meeting_id)
    rows = meeting.records.order_by("-number")
    row = rows.first() if number is None else rows.filter(number=number).first()
    if row is None:
        raise RefusedError("conference_record.without_not_found", meeting=meeting_id[:60])
    parts = decode(zlib.decompress(bytes(row.parts)), max_bytes=MAX_RECORD)
    if not isinstance(parts, dict):
        raise MalformedError("conference_record.malformed", where="parts", reason="object")
    envelope = bytes(row.envelope)
    return RecordFile(
        envelope=envelope,
        statement=parse_statement(parse_envelope(envelope, RECORD_TYPE).payload),
        parts=parts,
        entry=bytes(row.entry),
        decision=bytes(row.decision),
        receipt=witnessed_receipt(row.leaf_index),
    )
