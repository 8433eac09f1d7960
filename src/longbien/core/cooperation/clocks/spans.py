# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spans of time as rules give them: hours, calendar days or working days; and the moment at which one ends.

Days are counted in the zone of the State whose calendar counts, and end with the last second of their last day. Whether the
day on which the clock starts counts, and whether an end on a day off moves to the next working day, a rule says.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from longbien.core.base.errors import MalformedError, RefusedError

HOURS: Final = "h"
DAYS: Final = "d"
WORKING_DAYS: Final = "wd"
UNITS: Final = (HOURS, DAYS, WORKING_DAYS)
_SPAN: Final = re.compile(r"([1-9][0-9]{0,4}) ?(h|d|wd)")
_LAST_SECOND: Final = time(23, 59, 59)
_WEEKEND: Final = (5, 6)
_NO_END: Final = 366
"""Days off in a row after which a calendar is taken to be wrong and not asked any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """So many hours, calendar days or working days."""

    amount: int
    unit: str

    def __str__(self) -> str:
        """Write it as data files do: `5 wd`."""
        return f"{self.amount} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How a rule counts days. `first_day`: the day on which the clock starts counts; `rolls_over`: an end on a day off moves on."""

    first_day: bool = False
    rolls_over: bool = False


class Calendar(Protocol):
    """The working days of one State. `name` says from where and of which version they are, `zone` where its days begin."""

    @property
    def name(self) -> str:
        """Name the source with its version."""

    @property
    def zone(self) -> str:
        """Name the time zone."""

    def works(self, day: date) -> bool:
        """Tell whether people work on this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendsOnly:
    """A calendar that knows no holidays: every day but Saturday and Sunday is a working day."""

    zone: str = "UTC"
    name: str = "weekends only"

    def works(self, day: date) -> bool:
        """Tell whether the day is no Saturday and no Sunday."""
        return day.weekday() not in _WEEKEND


def weekends_only(party: str, zone: str) -> Calendar:
    """Give the calendar without holidays for any party."""
    return WeekendsOnly(zone=zone)


def parse_span(text: str) -> Span:
    """Read `24 h`, `60 d` or `5 wd`; MalformedError `cooperation.span`."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise MalformedError("cooperation.span", span=text[:40])
    return Span(amount=int(found[1]), unit=found[2])


def end_after(start: datetime, span: Span, calendar: Calendar, counting: Counting) -> datetime:
    """Give the moment at which a span that begins at `start` ends, in UTC; RefusedError `cooperation.zone_unknown`."""
    zone = zone_of(calendar.zone)
    if span.unit == HOURS:
        end = start + timedelta(hours=span.amount)
        if not counting.rolls_over:
            return end
        last = end.astimezone(zone).date()
        working = _next_working(last, calendar)
        return end if working == last else _end_of(working, zone)
    first = start.astimezone(zone).date()
    if span.unit == DAYS:
        last = first + timedelta(days=span.amount - int(counting.first_day))
    else:
        last = _count_working(first, span.amount, calendar, first_day=counting.first_day)
    return _end_of(_next_working(last, calendar) if counting.rolls_over else last, zone)


def zone_of(name: str) -> ZoneInfo:
    """Give a time zone by its IANA name; RefusedError `cooperation.zone_unknown`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise RefusedError("cooperation.zone_unknown", zone=name[:60]) from error


def _count_working(first: date, amount: int, calendar: Calendar, *, first_day: bool) -> date:
    day = first if first_day else first + timedelta(days=1)
    day = _next_working(day, calendar)
    for _ in range(amount - 1):
        day = _next_working(day + timedelta(days=1), calendar)
    return day


def _next_working(day: date, calendar: Calendar) -> date:
    """Give the day itself if people work on it, else the first one after it on which they do."""
    for ahead in range(_NO_END):
        if calendar.works(day + timedelta(days=ahead)):
            return day + timedelta(days=ahead)
    return day


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, _LAST_SECOND, tzinfo=zone).astimezone(UTC)
