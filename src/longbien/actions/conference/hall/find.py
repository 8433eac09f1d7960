# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding sessions, meetings and events by the names that people type."""

from collections.abc import Iterable
from copy import copy
from typing import Final

from django.db import connection

from longbien.core.base.errors import RefusedError
from longbien.store import models

_FAMILIAR_AT_MOST: Final = 64
_FAMILIAR: Final[dict[str, models.Meeting]] = {}


def conferences() -> tuple[models.Conference, ...]:
    """Give every session, the latest first. Public."""
    return tuple(models.Conference.objects.order_by("-first_day", "-pk"))


def find_conference(conference_id: str) -> models.Conference:
    """Give a session; RefusedError `conference.session_unknown`."""
    found = models.Conference.objects.filter(conference_id=conference_id).first()
    if found is None:
        raise RefusedError("conference.session_unknown", session=conference_id[:40])
    return found


def meetings_of(conference: models.Conference) -> tuple[models.Meeting, ...]:
    """Give a session's meetings in their order. Public."""
    return tuple(conference.meetings.order_by("number"))


def find_meeting(meeting_id: str) -> models.Meeting:
    """Give a meeting with its session; RefusedError `conference.meeting_unknown`."""
    found = models.Meeting.objects.select_related("conference").filter(meeting_id=meeting_id).first()
    if found is None:
        raise RefusedError("conference.meeting_unknown", meeting=meeting_id[:60])
    return found


def familiar_meeting(meeting_id: str) -> models.Meeting:
    """Give a meeting as this process last saw it, for `say`: asks the database only the first time.

    `append.refreshed` then brings it up to date, and finds out if the row is another one by now.
    """
    known = _FAMILIAR.get(meeting_id)
    if known is None:
        known = find_meeting(meeting_id)
        if not connection.in_atomic_block:
            if len(_FAMILIAR) >= _FAMILIAR_AT_MOST:
                _FAMILIAR.clear()
            _FAMILIAR[meeting_id] = known
    return copy(known)


def forget(meeting_id: str) -> None:
    """Forget what this process knows of a meeting's row."""
    _FAMILIAR.pop(meeting_id, None)


def events_of(meeting: models.Meeting, *, after: int = 0) -> Iterable[models.MeetingEvent]:
    """Give a meeting's events with a number above `after`, in order."""
    return meeting.events.filter(seq__gt=after).order_by("seq")
