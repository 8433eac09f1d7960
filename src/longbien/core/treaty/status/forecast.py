# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""When the fortieth instrument might come: a band drawn from comparable treaties, and never a date alone.

How it is made. For each comparable treaty: how many days passed between the instrument with the number at which the Convention
stands now, and its fortieth. Between two dated points instruments are taken as evenly spread; a treaty whose last dated point is below forty is
carried on at its average pace. Added to the day asked about, the shortest gives `earliest`, the middle one `median`, the longest `latest`.

What it does not know: politics, elections, the European Union's timetable, that the present count is itself uncertain, that instruments
come in waves. `latest` is no bound: a treaty may never get there. `sooner` counts the treaties that had as many instruments in less time after
their opening: where it is most of them, the Convention is slower than they were and the band may be too early.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from statistics import median_low
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.status.days import SIGNATURE_OPENED, days_after, read_day
from longbien.core.treaty.status.events import ID, Event
from longbien.core.treaty.status.force import GENERAL_DAYS, NEEDED
from longbien.core.treaty.status.standing import counts, force_on

SCHEMA: Final = "longbien/comparable-treaties/1"
PATH: Final = "states/comparable-treaties.yaml"
LEAST_SERIES: Final = 5
"""Fewer comparable treaties make no band."""
LEAST_COUNT: Final = 20
"""A series that did not reach half of the forty says too little about the fortieth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """So many instruments stood on a day."""

    day: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What is known of one comparable treaty's instruments."""

    id: str
    name: str
    opened: date
    points: tuple[Point, ...]
    sources: tuple[Source, ...]

    @property
    def usable(self) -> bool:
        """Tell whether it reached enough instruments."""
        return self.points[-1].count >= LEAST_COUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long one comparable treaty took from the present count to forty. `carried_on`: beyond its last dated point."""

    series: Series
    days: int
    carried_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The band of the fortieth deposit, and of entry into force ninety days later; `paces` from the shortest to the longest.

    `counted` instruments stood on `day`, `confirmed` of them by good sources. `sooner`: how many of the treaties had as many in less time.
    """

    day: date
    counted: int
    confirmed: int
    earliest: date
    median: date
    latest: date
    in_force_earliest: date
    in_force_median: date
    in_force_latest: date
    paces: tuple[Pace, ...]
    left_out: tuple[Series, ...]
    sooner: int


def forecast(events: Iterable[Event], day: date, *, among: Sequence[Series] | None = None) -> Forecast:
    """Give the band as seen on a day, from what was known on it.

    RefusedError `treaty.forecast_early` (before the opening for signature), `treaty.forecast_needless` (the fortieth has been
    deposited), `treaty.forecast_thin` (fewer than five comparable treaties).
    """
    held = tuple(events)
    if day < SIGNATURE_OPENED:
        raise RefusedError("treaty.forecast_early", day=day.isoformat(), opened=SIGNATURE_OPENED.isoformat())
    force = force_on(held, day)
    if force.fortieth is not None:
        raise RefusedError("treaty.forecast_needless", day=force.fortieth.isoformat())
    known = comparable_treaties() if among is None else tuple(among)
    count = len(force.standing)
    paces = tuple(sorted((_pace(one, count) for one in known if one.usable), key=lambda pace: pace.days))
    if len(paces) < LEAST_SERIES:
        raise RefusedError("treaty.forecast_thin", found=len(paces), needed=LEAST_SERIES)
    band = [
        days_after(day, days)
        for days in (paces[0].days, median_low(pace.days for pace in paces), paces[-1].days)
    ]
    in_force = [days_after(one, GENERAL_DAYS) for one in band]
    return Forecast(
        day=day,
        counted=count,
        confirmed=counts([event for event in held if event.confirmed], day).counted,
        earliest=band[0],
        median=band[1],
        latest=band[2],
        in_force_earliest=in_force[0],
        in_force_median=in_force[1],
        in_force_latest=in_force[2],
        paces=paces,
        left_out=tuple(one for one in known if not one.usable),
        sooner=sum(_day_of(pace.series, count) < (day - SIGNATURE_OPENED).days for pace in paces),
    )


def _pace(series: Series, count: int) -> Pace:
    days = _day_of(series, NEEDED) - (_day_of(series, count) if count else 0)
    return Pace(series=series, days=round(days), carried_on=series.points[-1].count < NEEDED)


def _day_of(series: Series, count: int) -> float:
    """Give the day, counted from the opening, on which a series reached a count."""
    before = Point(day=series.opened, count=0)
    for point in series.points:
        if count <= point.count:
            share = (count - before.count) / (point.count - before.count)
            return (before.day - series.opened).days + share * (point.day - before.day).days
        before = point
    return (before.day - series.opened).days * count / before.count


@cache
def comparable_treaties() -> tuple[Series, ...]:
    """Give the series that ship with the software."""
    return parse_series(read_data(PATH))


def parse_series(document: Document) -> tuple[Series, ...]:
    """Read series; MalformedError with file and line, also for points that do not rise."""
    with reading(document, schema=SCHEMA) as fields:
        return fields.objects("series", _series, max_items=100)


def _series(item: Fields) -> Series:
    series = Series(
        id=item.text("id", pattern=ID),
        name=item.text("name", max_length=160),
        opened=item.parsed("opened", read_day),
        points=item.objects("points", _point, min_items=1, max_items=500),
        sources=sources(item),
    )
    last = Point(day=series.opened - timedelta(days=1), count=0)
    for point in series.points:
        if point.day <= last.day or point.count <= last.count:
            raise mistake(item, "points")
        last = point
    return series


def _point(item: Fields) -> Point:
    return Point(day=item.parsed("day", read_day), count=item.integer("count", minimum=1, maximum=500))
