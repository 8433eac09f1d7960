# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forecast is a band from dated series, says what it rests on, and refuses where there is too little."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.status.events import events_seed
from longbien.core.treaty.status.forecast import (
    PATH,
    Point,
    Series,
    comparable_treaties,
    forecast,
    parse_series,
)
from longbien.texts import sentence
from tests.core.treaty.states import STATES, joined

TODAY = date(2026, 11, 22)
TEXT = data_bytes(PATH).decode("utf-8")


def series(number: int, days: int, count: int = 40) -> Series:
    opened = date(2000, 1, 1)
    return Series(
        id=f"s-{number}",
        name=f"Series {number}",
        opened=opened,
        points=(Point(day=opened + timedelta(days=days), count=count),),
        sources=(),
    )


def test_the_fortieth_days_of_the_sister_treaties_follow_from_their_entry_into_force() -> None:
    known = {one.id: one for one in comparable_treaties()}
    for name, in_force in (
        ("untoc", date(2003, 9, 29)),
        ("trafficking", date(2003, 12, 25)),
        ("smuggling", date(2004, 1, 28)),
        ("firearms", date(2005, 7, 3)),
        ("uncac", date(2005, 12, 14)),
        ("arms-trade", date(2014, 12, 24)),
    ):
        assert known[name].points[-1].day + timedelta(days=90) == in_force


def test_the_band_of_today_rests_on_eleven_treaties_and_leaves_the_thin_one_out() -> None:
    found = forecast(events_seed(), TODAY)
    assert (found.counted, found.confirmed, len(found.paces)) == (2, 0, 11)
    assert [one.id for one in found.left_out] == ["budapest"]
    assert TODAY < found.earliest < found.median < found.latest
    assert (found.earliest, found.latest) == (date(2027, 8, 22), date(2030, 8, 19))
    assert found.in_force_median == found.median + timedelta(days=90)
    assert found.sooner == 11


def test_it_is_computed_as_it_is_said() -> None:
    among = [series(number, days) for number, days in enumerate((400, 800, 1200, 1600, 2000))]
    events = joined(STATES[:10], date(2026, 6, 1))
    found = forecast(events, TODAY, among=among)
    # From the tenth to the fortieth: three quarters of the way.
    assert [pace.days for pace in found.paces] == [300, 600, 900, 1200, 1500]
    assert (found.earliest, found.median, found.latest) == tuple(
        TODAY + timedelta(days=days) for days in (300, 900, 1500)
    )
    carried = forecast(events, TODAY, among=[series(9, 300, 20), *among[1:]])
    assert (carried.paces[0].days, carried.paces[0].carried_on) == (450, True)


@pytest.mark.parametrize(
    ("events", "day", "among", "code"),
    [
        ((), date(2025, 10, 24), None, "treaty.forecast_early"),
        (tuple(joined(STATES[:40], date(2026, 6, 1))), TODAY, None, "treaty.forecast_needless"),
        ((), TODAY, [series(number, 500) for number in range(4)], "treaty.forecast_thin"),
        ((), TODAY, [series(number, 500, 19) for number in range(9)], "treaty.forecast_thin"),
    ],
)
def test_it_is_refused_where_there_is_nothing_to_say(
    events: tuple[object, ...], day: date, among: list[Series] | None, code: str
) -> None:
    with pytest.raises(RefusedError) as error:
        forecast(events, day, among=among)  # type: ignore[arg-type]
    assert error.value.code == code
    assert sentence(code, **error.value.params) != code


@given(st.integers(0, 39))
def test_the_more_have_deposited_the_sooner_the_band(count: int) -> None:
    found = forecast(joined(STATES[:count], date(2026, 6, 1)), TODAY)
    assert TODAY <= found.earliest <= found.median <= found.latest
    assert found.counted == count
    if count:
        before = forecast(joined(STATES[: count - 1], date(2026, 6, 1)), TODAY)
        assert (found.earliest, found.median, found.latest) <= (before.earliest, before.median, before.latest)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("day: 2003-07-01, count: 40", "day: 2001-06-05, count: 40", "points"),
        ("day: 2003-07-01, count: 40", "day: 2003-07-01, count: 1", "points"),
        ("opened: 2000-12-12", "opened: 2002-12-12", "points"),
        ("count: 22", "count: 0", "count"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, field: str) -> None:
    assert old in TEXT
    with pytest.raises(MalformedError) as error:
        parse_series(parse_yaml(TEXT.replace(old, new, 1), source="states/test.yaml"))
    assert (error.value.code, error.value.params["field"]) == ("base.data_mistake", field)
