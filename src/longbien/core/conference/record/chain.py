# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The events of a record, each linked to all before it, so that a change names the first event that it touched.

link(0) = first 32 hexadecimal digits of SHA-256("longbien/conference-events/v1" 00 meeting)
link(n) = first 32 hexadecimal digits of SHA-256(link(n-1) as text 00 canonical JSON of event n without its link)
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import MalformedError

LINK: Final = "link"
_DOMAIN: Final = b"longbien/conference-events/v1\0"
_LENGTH: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the chain tells: the events without their links, and the number of the first one that does not fit (None: all fit)."""

    events: tuple[dict[str, Json], ...]
    broken_at: int | None


def link_events(events: Iterable[dict[str, Json]], *, meeting: str) -> list[Json]:
    """Give the events with their links, as a record's part `events`."""
    found: list[Json] = []
    link = _first(meeting)
    for event in events:
        link = _next(link, event)
        found.append({**event, LINK: link})
    return found


def unlink_events(part: Json, *, meeting: str) -> Linked:
    """Take the links off and say where they break first; MalformedError `conference_record.malformed` if it is no list of events."""
    if not isinstance(part, list):
        raise MalformedError("conference_record.malformed", where="events", reason="list")
    found: list[dict[str, Json]] = []
    broken: int | None = None
    link = _first(meeting)
    for number, item in enumerate(part, 1):
        if not isinstance(item, dict):
            raise MalformedError(
                "conference_record.malformed", where=f"events[{number - 1}]", reason="object"
            )
        event = {name: value for name, value in item.items() if name != LINK}
        link = _next(link, event)
        if broken is None and item.get(LINK) != link:
            broken = number
        found.append(event)
    return Linked(events=tuple(found), broken_at=broken)


def last_link(part: Sequence[Json]) -> str:
    """Give the last link: a short name of everything that happened, for people to compare."""
    item = part[-1] if part else None
    link = item.get(LINK) if isinstance(item, dict) else None
    return link if isinstance(link, str) else ""


def _first(meeting: str) -> str:
    return hashlib.sha256(_DOMAIN + meeting.encode()).hexdigest()[:_LENGTH]


def _next(link: str, event: dict[str, Json]) -> str:
    return hashlib.sha256(link.encode() + b"\0" + encode(event)).hexdigest()[:_LENGTH]
