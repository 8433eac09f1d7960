# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page shows around its own content: whose node it is, the rooms, the languages, the end of the session."""

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from longbien.actions.cooperation.alarms.desk import count_alarms
from longbien.web.base.guard import officer_of
from longbien.web.base.names import forget_names
from longbien.web.base.rooms import ROOMS, Room

RELEASE: Final = version("longbien")


def frame(request: HttpRequest) -> dict[str, object]:
    """Give the context of the frame (a Django context processor)."""
    forget_names()
    signed_in = hasattr(request, "user") and request.user.is_authenticated
    officer = officer_of(request) if signed_in else None
    held = officer.roles() if officer else frozenset()
    return {
        "node_party": settings.CONFIG.party,
        "exercise": settings.CONFIG.exercise,
        "release": RELEASE,
        "rooms": _rooms(request, held) if officer else (),
        "alarm_count": count_alarms(officer, held) if officer else 0,
        "languages": settings.LANGUAGES if len(settings.LANGUAGES) > 1 else (),
        "session_ends": session_end(request) if signed_in else None,
    }


def session_end(request: HttpRequest) -> datetime:
    """Give the moment at which the reader is signed out."""
    return datetime.fromtimestamp(
        datetime.now(tz=UTC).timestamp() + request.session.get_expiry_age(), tz=UTC
    ).replace(microsecond=0)


def _rooms(request: HttpRequest, held: frozenset[str]) -> list[tuple[Room, bool]]:
    return [
        (room, request.path.startswith(room.prefix))
        for room in ROOMS
        if (
            not held.isdisjoint(room.roles)
            if room.roles
            else room.badges or bool(held - {"conference-officer"})
        )
    ]
