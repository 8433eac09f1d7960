# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clocks of a request on its page, each end in the zones of both States."""

from datetime import datetime, timedelta
from typing import Final

from longbien.actions.cooperation.pages.values import PageClock
from longbien.actions.cooperation.thread import Thread
from longbien.actions.cooperation.timing import Zones, thread_clocks
from longbien.actions.node import Node
from longbien.core.cooperation.clocks.clocks import PAUSED, RUNNING, Clock, in_zones, what_burns
from longbien.core.cooperation.clocks.rules import clock_rules, find_rule

_NOW: Final = timedelta(hours=4)
_SOON: Final = timedelta(days=3)


def page_clocks(node: Node, thread: Thread, now: datetime) -> tuple[PageClock, ...]:
    """Give the clocks of a request: those that run in the order in which they burn, then those that are over."""
    zones = Zones.of(node.party, thread.request.partner)
    clocks = thread_clocks(node, thread, now, zones)
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
    rule = find_rule(clock.rule)
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
        version=clock.version,
        calendar=clock.calendar,
        counted_in=clock.zone,
        target=clock.target,
        paused_since=clock.paused_since,
        started_by=clock.started_by,
        stopped_by=clock.stopped_by,
        sources=tuple(f"{one.ref} ({one.confidence})" for one in rule.sources) if rule else (),
    )
