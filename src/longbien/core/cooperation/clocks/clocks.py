# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clocks of a request, computed from its acts: what burns, for whom, until when, in the zones of both States.

A clock starts when its track enters one of the rule's states and stops when it leaves them. While a question is open or the
request is returned, clocks that pause stand still and their end moves by as much. All stop when the request is withdrawn or
closed. Nobody sets a clock by hand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.clocks.rules import HOURS, NEEDED_BY, ClockRule, clock_rules
from longbien.core.cooperation.life.lifecycle import RequestState, Step, at_moment
from longbien.core.cooperation.life.table import ENDED, TIMER

RUNNING: Final = "running"
PAUSED: Final = "paused"
STOPPED: Final = "stopped"
RUN_OUT: Final = "run-out"
"""The end came and nothing can be done any more: the data were not kept longer."""
IRRETRIEVABLE: Final = ("data", "person")
"""What cannot be had again once its clock has run out."""
LAST_ALARM: Final = timedelta(days=3)
"""Data that will be lost within this time come before everything else."""
_PAUSES: Final = (("information", "wanted"), ("request", "returned"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One clock. `started_by` and `stopped_by` are digests of acts (`""` for time itself); `paused_since` is set while it stands still."""

    rule: str
    version: int
    nature: str
    acts: str
    loses: str
    item: str
    started_at: datetime
    started_by: str
    due_at: datetime
    state: str
    stopped_at: datetime | None = None
    stopped_by: str = ""
    paused_since: datetime | None = None

    def left(self, now: datetime) -> timedelta:
        """Give the time that is left, negative when it is over; a clock that stands still keeps what was left then."""
        return self.due_at - (self.paused_since or now)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A time during which a track was in a rule's states; `end` None while it still is."""

    start: Step
    end: Step | None


def clocks_of(
    state: RequestState,
    *,
    now: datetime,
    urgent: bool = False,
    needed_by: datetime | None = None,
    targets: Mapping[str, timedelta] = MappingProxyType({}),
) -> tuple[Clock, ...]:
    """Give every clock of a request, also the stopped ones, by rule and start.

    `targets` sets a rule's time for this partner instead of the shipped one; legal times cannot be set.
    """
    state = at_moment(state, now)
    found = []
    for rule in clock_rules():
        for run in _runs(state.steps, rule):
            due = _due(rule, run, state, urgent=urgent, needed_by=needed_by, targets=targets)
            if due is not None:
                found.append(_clock(rule, run, due, state.steps, now))
    return tuple(found)


def what_burns(clocks: Iterable[Clock], now: datetime) -> tuple[Clock, ...]:
    """Sort the clocks that run by what will be lost first; clocks that stand still follow, stopped ones are left out.

    First data that are lost within three days, then everything else by its end: an answer that is late is lost already, data are not.
    """

    def place(clock: Clock) -> tuple[int, timedelta, str, str]:
        left = clock.left(now)
        if clock.state == PAUSED:
            rank = 2
        else:
            rank = 0 if clock.loses in IRRETRIEVABLE and timedelta() < left <= LAST_ALARM else 1
        return rank, left, clock.rule, clock.item

    return tuple(sorted((clock for clock in clocks if clock.state in (RUNNING, PAUSED)), key=place))


def in_zones(moment: datetime, zones: Iterable[str]) -> tuple[datetime, ...]:
    """Give a moment as each zone's clocks show it; RefusedError `cooperation.zone_unknown`."""
    found = []
    for name in zones:
        try:
            found.append(moment.astimezone(ZoneInfo(name)))
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise RefusedError("cooperation.zone_unknown", zone=name[:60]) from error
    return tuple(found)


def _runs(steps: tuple[Step, ...], rule: ClockRule) -> Iterator[_Run]:
    running: dict[str, Step] = {}
    for step in steps:
        if step.track == "request" and step.after in ENDED:
            yield from (_Run(start=start, end=step) for start in running.values())
            running.clear()
        if step.track != rule.track:
            continue
        inside = step.after in rule.runs_in
        if inside and step.item not in running:
            running[step.item] = step
        elif not inside and step.item in running:
            yield _Run(start=running.pop(step.item), end=step)
    for start in running.values():
        yield _Run(start=start, end=None)


def _due(
    rule: ClockRule,
    run: _Run,
    state: RequestState,
    *,
    urgent: bool,
    needed_by: datetime | None,
    targets: Mapping[str, timedelta],
) -> datetime | None:
    """Give the end that the rule sets for a run, before pauses; None if it sets none."""
    if rule.due == HOURS:
        after = targets.get(rule.rule) if rule.nature == "target" else None
        return run.start.at + (after or (rule.after_urgent if urgent else rule.after))
    if rule.due == NEEDED_BY:
        return needed_by
    periods = state.periods(rule.track)
    ends = [kept.until for kept in periods if run.end is None or kept.until >= run.end.at]
    until = (ends[-1] if run.end is None else ends[0]) if ends else state.until(rule.track)
    return until - rule.before if until is not None else None


def _clock(rule: ClockRule, run: _Run, due: datetime, steps: tuple[Step, ...], now: datetime) -> Clock:
    paused, paused_since = timedelta(), None
    if rule.pauses:
        end = run.end.at if run.end is not None else now
        paused, paused_since = _paused(steps, run.start.at, end)
    if run.end is not None:
        state = RUN_OUT if run.end.event == TIMER else STOPPED
        paused_since = None
    else:
        state = PAUSED if paused_since is not None else RUNNING
    return Clock(
        rule=rule.rule,
        version=rule.version,
        nature=rule.nature,
        acts=rule.acts,
        loses=rule.loses,
        item=run.start.item,
        started_at=run.start.at,
        started_by=run.start.act,
        due_at=due + paused,
        state=state,
        stopped_at=run.end.at if run.end is not None else None,
        stopped_by=run.end.act if run.end is not None else "",
        paused_since=paused_since,
    )


def _paused(steps: tuple[Step, ...], start: datetime, end: datetime) -> tuple[timedelta, datetime | None]:
    """Give how long a clock stood still between two moments, pauses that are over only, and since when it does now."""
    total, since = timedelta(), start
    open_tracks: set[str] = set()
    for step in steps:
        if step.at > end or not any(step.track == track for track, _ in _PAUSES):
            continue
        pausing = (step.track, step.after) in _PAUSES
        if pausing and not open_tracks:
            since = max(step.at, start)
        if pausing:
            open_tracks.add(step.track)
        elif step.track in open_tracks:
            open_tracks.discard(step.track)
            if not open_tracks:
                total += max(step.at - since, timedelta())
    return total, (since if open_tracks else None)
