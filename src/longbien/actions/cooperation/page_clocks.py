# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clocks of a request on its page, each moment in the zones of both States."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from longbien.actions.cooperation.page_values import PageClock
from longbien.core.base.ids import PartyId
from longbien.store.models.cooperation import Clock, Request
from longbien.store.queries.cooperation import running_clocks
from longbien.store.queries.parties import trusted_entry

_NOW: Final = timedelta(hours=4)
_SOON: Final = timedelta(days=3)
_POINT: Final = "24/7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The time zones of both sides' 24/7 points, as their directory entries name them; UTC where none is named."""

    here: str
    there: str

    @staticmethod
    def of(own: PartyId, partner: str) -> "Zones":
        """Read both zones from the directory."""
        return Zones(here=_zone(own), there=_zone(PartyId(partner)))


def page_clocks(request: Request, now: datetime, zones: Zones) -> tuple[PageClock, ...]:
    """Give the clocks of a request: those that run by due date, then those that were stopped."""
    return tuple(_clock(row, now, zones) for row in running_clocks(request.request_id))


def pressure(due: datetime, now: datetime, *, stopped: bool) -> str:
    """Tell how near a clock is: `over`, `now` (four hours), `soon` (three days), `calm`, or `stopped`."""
    if stopped:
        return "stopped"
    left = due - now
    if left <= timedelta():
        return "over"
    if left <= _NOW:
        return "now"
    return "soon" if left <= _SOON else "calm"


def _clock(row: Clock, now: datetime, zones: Zones) -> PageClock:
    return PageClock(
        rule=row.rule,
        nature=row.nature,
        started_at=row.started_at,
        due_at=row.due_at,
        here=row.due_at.astimezone(ZoneInfo(zones.here)),
        here_zone=zones.here,
        there=row.due_at.astimezone(ZoneInfo(zones.there)),
        there_zone=zones.there,
        stopped_at=row.stopped_at,
        pressure=pressure(row.due_at, now, stopped=row.stopped_at is not None),
        seconds_left=int((row.due_at - now).total_seconds()),
    )


def _zone(party: PartyId) -> str:
    """Find the zone of a party's 24/7 point, or of any of its authorities."""
    entry = trusted_entry(party)
    authorities = sorted(entry.authorities if entry else (), key=lambda one: one.role != _POINT)
    for one in authorities:
        if one.time_zone:
            try:
                ZoneInfo(one.time_zone)
            except (ZoneInfoNotFoundError, ValueError):
                continue
            return one.time_zone
    return str(UTC)
