# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding sessions, meetings and events by the names that people type."""

from collections.abc import Iterable

from longbien.core.base.errors import RefusedError
from longbien.store import models


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


def events_of(meeting: models.Meeting, *, after: int = 0) -> Iterable[models.MeetingEvent]:
    """Give a meeting's events with a number above `after`, in order."""
    return meeting.events.filter(seq__gt=after).order_by("seq")
