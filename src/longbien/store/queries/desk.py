# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the desk asks of its own rows: notes, hand-overs, looks."""

from datetime import datetime

from longbien.store.models.cooperation_desk import HandOver, Look, Note
from longbien.store.models.people import Officer


def notes_of(request_id: str) -> list[Note]:
    """Give the notes about a request, the oldest first."""
    return list(Note.objects.filter(request_id=request_id).select_related("officer").order_by("id"))


def newest_hand_overs(limit: int) -> list[HandOver]:
    """Give the newest hand-overs."""
    return list(HandOver.objects.select_related("given_by", "taken_by").order_by("-id")[:limit])


def looks_of(request_id: str) -> list[Look]:
    """Give every look at the masked names of a request, the oldest first."""
    return list(Look.objects.filter(request_id=request_id).select_related("officer").order_by("id"))


def look_until(request_id: str, officer: Officer, now: datetime) -> datetime | None:
    """Give until when an officer sees the masked names of a request; None if not now."""
    found = Look.objects.filter(request_id=request_id, officer=officer, until__gt=now)
    return found.order_by("-until").values_list("until", flat=True).first()
