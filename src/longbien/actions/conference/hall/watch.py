# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Watching meetings: whether something happened, and who may look. For the live door, which asks this many times a second."""

from collections.abc import Collection

from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.show import may_see
from longbien.actions.people.sessions import officer_of_session
from longbien.core.base.errors import RefusedError
from longbien.store import models
from longbien.store.writing import pulse


def hall_pulse() -> str:
    """Give a word that changes whenever another connection has written to the database."""
    return pulse()


def newest_events(meeting_ids: Collection[str]) -> dict[str, int]:
    """Give the number of the last event of each of these meetings; one that is unknown is left out."""
    return dict(
        models.Meeting.objects.filter(meeting_id__in=meeting_ids).values_list("meeting_id", "last_seq")
    )


def let_in(*, session: str, meeting_id: str, board: str) -> int | None:
    """Let somebody look at a board; give the account behind the session, None for the public.

    `session` is the key of a browser's session, empty without one. RefusedError `conference.meeting_unknown`, `live.sign_in`,
    `live.not_permitted`.
    """
    meeting = find_meeting(meeting_id)
    officer = officer_of_session(session) if session else None
    if not may_see(actor=officer, meeting=meeting, board=board):
        raise RefusedError("live.not_permitted" if officer else "live.sign_in")
    return None if officer is None else officer.pk
