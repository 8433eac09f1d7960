# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hall's busiest questions in plain SQL, the same for SQLite and PostgreSQL: when a vote is open, everybody speaks at once.

Making Django's query and row objects alone takes longer than the engine and the disk together. All values are parameters; names come from
the models.
"""
# ruff: noqa: S608

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from longbien.core.base.canonical import Json
from longbien.store.models.conference import Meeting, MeetingEvent
from longbien.store.models.conference_people import Badge, BadgeFunction, Delegation

_MEETING: Final = Meeting._meta.db_table
_STEM: Final = Meeting._meta.get_field("stem")
_EVENT: Final = MeetingEvent._meta.db_table
_BADGE: Final = Badge._meta.db_table
_FUNCTION: Final = BadgeFunction._meta.db_table
_DELEGATION: Final = Delegation._meta.db_table


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingState:
    """How far a meeting is: the number of its last event, and whether a later meeting of its body has begun."""

    last_seq: int
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An event to be written, with the account that wrote it down."""

    seq: int
    at: datetime
    kind: str
    by: str
    body: Mapping[str, Json]
    officer: int
    officer_name: str
    client_key: str


def meeting_state(meeting: Meeting) -> MeetingState | None:
    """Give how far a meeting is; None if the row is gone or is another meeting's by now."""
    stem = _STEM.get_db_prep_value(meeting.stem, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT last_seq, is_over FROM {_MEETING} WHERE id = %s AND stem = %s", (meeting.pk, stem)
        )
        found = cursor.fetchone()
    return None if found is None else MeetingState(last_seq=found[0], is_over=bool(found[1]))


def said_with(meeting: int, officer: int, client_key: str) -> int | None:
    """Give the number of the event that an account said under a key; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT seq FROM {_EVENT} WHERE meeting_id = %s AND officer_id = %s AND client_key = %s",
            (meeting, officer, client_key),
        )
        found = cursor.fetchone()
    return None if found is None else int(found[0])


def add_event(meeting: int, event: NewEvent) -> None:
    """Write an event, and its number as the meeting's last one; IntegrityError for a number that is taken."""
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {_EVENT} (meeting_id, seq, "at", kind, "by", body, officer_id, officer_name, client_key)'
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                meeting,
                event.seq,
                connection.ops.adapt_datetimefield_value(event.at),
                event.kind,
                event.by,
                connection.ops.adapt_json_value(dict(event.body), None),
                event.officer,
                event.officer_name,
                event.client_key,
            ),
        )
        cursor.execute(f"UPDATE {_MEETING} SET last_seq = %s WHERE id = %s", (event.seq, meeting))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBadge:
    """A badge that has not ended, with its delegation and the functions held now."""

    badge: int
    number: int
    family_name: str
    given_name: str
    delegation: int
    participant: str
    claim: int
    kind: str
    functions: tuple[str, ...]


def held_badge(officer: int, conference: str) -> HeldBadge | None:
    """Give the badge that an account holds at a session; None without one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT b.id, b.number, b.family_name, b.given_name, d.id, d.participant, d.claim, d.kind, f.function"
            f" FROM {_BADGE} b JOIN {_DELEGATION} d ON d.id = b.delegation_id"
            f" LEFT JOIN {_FUNCTION} f ON f.badge_id = b.id AND f.ended_at IS NULL"
            " WHERE b.officer_id = %s AND b.conference = %s AND b.ended_at IS NULL",
            (officer, conference),
        )
        rows = cursor.fetchall()
    if not rows:
        return None
    badge, number, family_name, given_name, delegation, participant, claim, kind, _function = rows[0]
    return HeldBadge(
        badge=badge,
        number=number,
        family_name=family_name,
        given_name=given_name,
        delegation=delegation,
        participant=participant,
        claim=claim,
        kind=kind,
        functions=tuple(row[-1] for row in rows if row[-1] is not None),
    )
