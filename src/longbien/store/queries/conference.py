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

_MEETING: Final = Meeting._meta.db_table
_EVENT: Final = MeetingEvent._meta.db_table


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


def meeting_state(meeting: int) -> MeetingState:
    """Give how far a meeting is, by its row; `Meeting.DoesNotExist` if it is gone."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT last_seq, is_over FROM {_MEETING} WHERE id = %s", (meeting,))
        found = cursor.fetchone()
    if found is None:
        raise Meeting.DoesNotExist
    return MeetingState(last_seq=found[0], is_over=bool(found[1]))


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
