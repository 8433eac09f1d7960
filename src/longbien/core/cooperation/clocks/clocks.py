# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clocks of a request, computed from its acts: what burns, for whom, until when, in the zones of both States.

A clock starts when its track enters one of the rule's states and stops when it leaves them. While a question or a consultation is open or the
request is returned, clocks that pause stand still and their end moves by as much. All but those of consents
and disputes stop when the request is withdrawn or closed. Nobody sets a clock by hand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, TypeAlias

from longbien.core.cooperation.clocks.rules import (
    ARREST_DAYS,
    ITEM_UNTIL,
    NEEDED_BY,
    ORAL,
    REVIEW_ON,
    ClockRule,
    clock_rules,
)
from longbien.core.cooperation.clocks.spans import (
    DAYS,
    WORKING_DAYS,
    Calendar,
    Span,
    WeekendsOnly,
    end_after,
    zone_of,
)
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
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
_PLAIN: Final = WeekendsOnly()
_LASTING: Final = ("consent", "dispute")
"""Tracks that go on after a request was withdrawn or closed."""
_EITHER_WAY: Final = ("evidence", "consent")
"""Tracks in which the sides change places where the first act's sender gives (Art. 40(4))."""
_PAUSES: Final = (("information", "wanted"), ("consulting", "open"), ("request", "returned"))


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
    set_to: datetime | None = None
    """The end before pauses, as it was computed when the clock started."""
    calendar: str = ""
    """Whose working days were counted, and from which version of which library; empty if no day was counted."""
    zone: str = ""
    """The zone in which days were counted."""
    target: int = 0
    """The number of the State's own target that was applied; 0 for the time that ships with the rule."""

    def left(self, now: datetime) -> timedelta:
        """Give the time that is left, negative when it is over; a clock that stands still keeps what was left then."""
        return self.due_at - (self.paused_since or now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A time that a State has set for itself instead of the one that ships with a rule, under the number of its record."""

    number: int
    span: Span


KeptKey: TypeAlias = tuple[str, str, str, datetime]
"""A clock that was started: its rule, item, act and moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An end before pauses, and how it was found: by which version of the rule, whose calendar in which zone, which target."""

    at: datetime
    version: int
    calendar: str = ""
    zone: str = ""
    target: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What clocks ask of a request beside its acts.

    `targets` by rule: only those of targets are looked at, legal times cannot be set. `calendars` by side. `kept`: ends that were computed
    before, by rule, item, and the act and moment that started the clock: they stay as they were, whatever rules, targets or holidays say later.
    """

    kind: str = ""
    facts: frozenset[str] = frozenset()
    urgent: bool = False
    needed_by: datetime | None = None
    review_on: datetime | None = None
    oral_at: datetime | None = None
    arrest_days: int = 0
    targets: Mapping[str, Target] = field(default_factory=lambda: MappingProxyType({}))
    calendars: Mapping[str, Calendar] = field(default_factory=lambda: MappingProxyType({}))
    kept: Mapping[KeptKey, Due] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A time during which a track was in a rule's states; `end` None while it still is."""

    start: Step
    end: Step | None


def clocks_of(
    state: RequestState,
    *,
    now: datetime,
    about: About | None = None,
) -> tuple[Clock, ...]:
    """Give every clock of a request, also the stopped ones, by rule and start; RefusedError `cooperation.zone_unknown`."""
    state = at_moment(state, now)
    about = about or About()
    found = []
    for rule in clock_rules():
        if not rule.holds_for(about.kind, about.facts):
            continue
        for run in _runs(state.steps, rule):
            due = _due(rule, run, state, about)
            if due is not None:
                turned = rule.track in _EITHER_WAY and state.giver == REQUESTING
                found.append(_clock(_turned(rule) if turned else rule, run, due, state.steps, now))
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
    return tuple(moment.astimezone(zone_of(name)) for name in zones)


def _runs(steps: tuple[Step, ...], rule: ClockRule) -> Iterator[_Run]:
    running: dict[str, Step] = {}
    for step in steps:
        if step.track == "request" and step.after in ENDED:
            over = {item: start for item, start in running.items() if start.track not in _LASTING}
            yield from (_Run(start=start, end=step) for start in over.values())
            running = {item: start for item, start in running.items() if item not in over}
        if step.track != rule.track:
            continue
        inside = step.after in rule.runs_in
        if inside and step.item not in running:
            running[step.item] = step
        elif not inside and step.item in running:
            yield _Run(start=running.pop(step.item), end=step)
    for start in running.values():
        yield _Run(start=start, end=None)


def _due(rule: ClockRule, run: _Run, state: RequestState, about: About) -> Due | None:
    """Give the end that the rule sets for a run, before pauses; None if it sets none."""
    if rule.due == REVIEW_ON and about.review_on is not None:
        return Due(at=about.review_on, version=rule.version)
    if rule.due == ARREST_DAYS:
        return _by_profile(rule, run, about)
    if rule.due == ORAL:
        return _after(rule, about.oral_at, about) if about.oral_at is not None else None
    if rule.after is not None:
        key = (rule.rule, run.start.item, run.start.act, run.start.at)
        return about.kept.get(key) or _after(rule, run.start.at, about)
    if rule.due == NEEDED_BY:
        return Due(at=about.needed_by, version=rule.version) if about.needed_by is not None else None
    if rule.due == ITEM_UNTIL:
        use = state.uses.get(run.start.item)
        if use is None or use.until is None:
            return None
        return Due(at=use.until - rule.before, version=rule.version)
    periods = state.periods(rule.track)
    ends = [kept.until for kept in periods if run.end is None or kept.until >= run.end.at]
    until = (ends[-1] if run.end is None else ends[0]) if ends else state.until(rule.track)
    return Due(at=until - rule.before, version=rule.version) if until is not None else None


def _turned(rule: ClockRule) -> ClockRule:
    return replace(rule, acts=REQUESTED if rule.acts == REQUESTING else REQUESTING)


def _by_profile(rule: ClockRule, run: _Run, about: About) -> Due | None:
    """Give the end that the law of the arresting State sets, in its days; None if its directory entry names none."""
    if not about.arrest_days:
        return None
    calendar = about.calendars.get(rule.days_of, _PLAIN)
    span = Span(amount=about.arrest_days, unit=DAYS)
    end = end_after(run.start.at, span, calendar, rule.counting)
    return Due(at=end, version=rule.version, zone=calendar.zone)


def _after(rule: ClockRule, start: datetime, about: About) -> Due:
    """Give the end of the span that a rule, or the State's own target, counts from the start."""
    target = about.targets.get(rule.rule) if rule.may_be_set else None
    span = target.span if target else (rule.after_urgent if about.urgent else rule.after)
    if span is None:
        raise ValueError(rule.rule)
    calendar = about.calendars.get(rule.days_of, _PLAIN)
    asks_calendar = span.unit == WORKING_DAYS or rule.counting.rolls_over
    return Due(
        at=end_after(start, span, calendar, rule.counting),
        version=rule.version,
        calendar=calendar.name if asks_calendar else "",
        zone=calendar.zone if asks_calendar or span.unit == DAYS else "",
        target=target.number if target else 0,
    )


def _clock(rule: ClockRule, run: _Run, due: Due, steps: tuple[Step, ...], now: datetime) -> Clock:
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
        version=due.version,
        nature=rule.nature,
        acts=rule.acts,
        loses=rule.loses,
        item=run.start.item,
        started_at=run.start.at,
        started_by=run.start.act,
        due_at=due.at + paused,
        state=state,
        stopped_at=run.end.at if run.end is not None else None,
        stopped_by=run.end.act if run.end is not None else "",
        paused_since=paused_since,
        set_to=due.at,
        calendar=due.calendar,
        zone=due.zone,
        target=due.target,
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
