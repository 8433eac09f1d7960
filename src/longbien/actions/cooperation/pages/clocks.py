# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clocks of a request on its page, each end in the zones of both States."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from longbien.actions.cooperation.advance import thread_clocks
from longbien.actions.cooperation.pages.values import PageClock
from longbien.actions.cooperation.thread import Thread
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.clocks.clocks import PAUSED, RUNNING, Clock, in_zones, what_burns
from longbien.core.cooperation.clocks.rules import clock_rules
from longbien.store.queries.parties import trusted_entry

_NOW: Final = timedelta(hours=4)
_SOON: Final = timedelta(days=3)
_POINT: Final = "24/7"
_UTC: Final = "UTC"
_ANY: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The time zones of both sides' 24/7 points, as their directory entries name them; UTC where none is named."""

    here: str
    there: str

    @staticmethod
    def of(own: PartyId, partner: str) -> "Zones":
        """Read both zones from the directory."""
        return Zones(here=_zone(own), there=_zone(PartyId(partner)))


def page_clocks(thread: Thread, now: datetime, zones: Zones) -> tuple[PageClock, ...]:
    """Give the clocks of a request: those that run in the order in which they burn, then those that are over."""
    clocks = thread_clocks(thread, now)
    burning = what_burns(clocks, now)
    over = tuple(clock for clock in clocks if clock not in burning)
    labels = {rule.rule: rule.label for rule in clock_rules()}
    return tuple(
        _clock(one, labels.get(one.rule, one.rule), now, zones, ours=one.acts == thread.side)
        for one in (*burning, *over)
    )


def pressure(clock: Clock, now: datetime) -> str:
    """Tell how near a clock's end is: `over`, `now` (four hours), `soon` (three days), `calm`; or its state if it does not run."""
    if clock.state not in (RUNNING, PAUSED):
        return clock.state
    left = clock.left(now)
    if left <= timedelta():
        return "over"
    if left <= _NOW:
        return "now"
    return "soon" if left <= _SOON else "calm"


def _clock(clock: Clock, label: str, now: datetime, zones: Zones, *, ours: bool) -> PageClock:
    here, there = in_zones(clock.due_at, (zones.here, zones.there))
    return PageClock(
        rule=clock.rule,
        label=label,
        nature=clock.nature,
        ours=ours,
        loses=clock.loses,
        state=clock.state,
        started_at=clock.started_at,
        due_at=clock.due_at,
        here=here,
        here_zone=zones.here,
        there=there,
        there_zone=zones.there,
        stopped_at=clock.stopped_at,
        pressure=pressure(clock, now),
        seconds_left=int(clock.left(now).total_seconds()),
    )


def _zone(party: PartyId) -> str:
    """Find the zone of a party's 24/7 point, or of any of its authorities."""
    entry = trusted_entry(party)
    authorities = sorted(entry.authorities if entry else (), key=lambda one: one.role != _POINT)
    for one in authorities:
        if one.time_zone and _is_known(one.time_zone):
            return one.time_zone
    return _UTC


def _is_known(zone: str) -> bool:
    try:
        in_zones(_ANY, (zone,))
    except RefusedError:
        return False
    return True
