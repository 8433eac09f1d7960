# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spans: hours, calendar days, working days; days off, zones, the first day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.cooperation.clocks.spans import (
    Counting,
    Span,
    WeekendsOnly,
    end_after,
    parse_span,
    zone_of,
)

PLAIN = Counting()
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Days:
    """A calendar whose days off are listed, with the weekend of Riyadh."""

    zone: str = "Asia/Riyadh"
    name: str = "listed"
    off: frozenset[date] = frozenset()

    def works(self, day: date) -> bool:
        return day.weekday() not in (4, 5) and day not in self.off


def end(text: str, *, counting: Counting = PLAIN, calendar: object = None, start: datetime = FRIDAY) -> str:
    found = end_after(start, parse_span(text), calendar or WeekendsOnly(), counting)  # type: ignore[arg-type]
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")


def test_hours_run_through_nights_and_weekends() -> None:
    assert end("24 h") == "2026-11-21T16:00:00Z"


def test_an_end_on_a_day_off_moves_to_the_end_of_the_next_working_day() -> None:
    rolls = Counting(rolls_over=True)
    assert end("24 h", counting=rolls) == "2026-11-23T23:59:59Z"
    assert end("1 h", counting=rolls) == "2026-11-20T17:00:00Z"
    assert end("1 d") == "2026-11-21T23:59:59Z"
    assert end("1 d", counting=rolls) == "2026-11-23T23:59:59Z"


def test_the_day_of_receipt_counts_only_where_the_rule_says_so() -> None:
    assert end("10 d") == "2026-11-30T23:59:59Z"
    assert end("10 d", counting=Counting(first_day=True)) == "2026-11-29T23:59:59Z"
    assert end("1 wd", counting=Counting(first_day=True)) == "2026-11-20T23:59:59Z"


def test_working_days_are_those_of_the_state_that_must_act() -> None:
    assert end("5 wd") == "2026-11-27T23:59:59Z"
    riyadh = Days(off=frozenset({date(2026, 11, 23)}))
    # Friday 19:00 there; Sunday, Tuesday, Wednesday, Thursday, then Sunday (Monday is a holiday).
    assert end("5 wd", calendar=riyadh) == "2026-11-29T20:59:59Z"


def test_a_day_begins_where_the_state_is() -> None:
    late = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)  # the 21st in Ha Noi
    assert end("1 d", start=late) == "2026-11-21T23:59:59Z"
    assert end("1 d", start=late, calendar=WeekendsOnly(zone="Asia/Ho_Chi_Minh")) == "2026-11-22T16:59:59Z"


def test_a_calendar_without_working_days_ends_somewhere() -> None:
    @dataclass(frozen=True)
    class Never(Days):
        def works(self, day: date) -> bool:
            return False

    assert (
        end("1 d", calendar=Never(zone="UTC"), counting=Counting(rolls_over=True)) == "2026-11-21T23:59:59Z"
    )


@pytest.mark.parametrize(
    "text", ["", "24", "h", "0 h", "-1 d", "1.5 h", "5 w", "100000 h", "٥ d", "5  wd", "5 WD"]
)
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(MalformedError, match=r"cooperation\.span"):
        parse_span(text)


def test_a_span_is_written_as_it_is_read() -> None:
    assert str(parse_span("5 wd")) == str(parse_span("5wd")) == "5 wd"


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"cooperation\.zone_unknown"):
        zone_of("Mars/Olympus")


@example(start=FRIDAY, amount=28, unit="h", first_day=False, rolls_over=True)
@given(
    start=st.integers(0, 9 * 365 * 24 * 60).map(lambda minutes: FRIDAY + timedelta(minutes=minutes)),
    amount=st.integers(1, 400),
    unit=st.sampled_from(["h", "d", "wd"]),
    first_day=st.booleans(),
    rolls_over=st.booleans(),
)
def test_ends_lie_ahead_and_later_spans_end_no_earlier(
    start: datetime, amount: int, unit: str, *, first_day: bool, rolls_over: bool
) -> None:
    counting = Counting(first_day=first_day, rolls_over=rolls_over)

    def at(more: int) -> datetime:
        return end_after(start, Span(amount=amount + more, unit=unit), Days(), counting)

    assert start < at(0) + timedelta(seconds=1)
    if (
        unit == "h" and rolls_over
    ):  # an end that was moved lasts to the end of its day: later by the clock than an hour of that day
        there = zone_of(Days().zone)
        assert at(0).astimezone(there).date() <= at(1).astimezone(there).date()
    else:
        assert at(0) <= at(1)
    if rolls_over or unit == "wd":
        assert Days().works(at(0).astimezone(zone_of("Asia/Riyadh")).date())
