# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments in UTC."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.base.moments import parse_day, parse_moment, print_moment

HANOI = timezone(timedelta(hours=7))


def test_a_moment_is_read_with_or_without_milliseconds() -> None:
    assert parse_moment("2025-10-25T03:00:00Z") == datetime(2025, 10, 25, 3, tzinfo=UTC)
    assert parse_moment("2025-10-25T03:00:00.250Z") == datetime(2025, 10, 25, 3, 0, 0, 250_000, tzinfo=UTC)


def test_a_moment_is_written_in_utc_with_milliseconds() -> None:
    assert print_moment(datetime(2025, 10, 25, 10, tzinfo=HANOI)) == "2025-10-25T03:00:00.000Z"
    assert print_moment(datetime(1, 1, 1, tzinfo=UTC)) == "0001-01-01T00:00:00.000Z"


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-25T03:00:00",
        "2025-10-25T03:00:00+00:00",
        "2025-10-25 03:00:00Z",
        "2025-10-25T03:00:00.25Z",
        "2025-02-29T00:00:00Z",
        "2025-10-25T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "٢٠٢٥-10-25T03:00:00Z",
        "2025-10-25T03:00:00Z\n",
        "",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(MalformedError, match=r"base\.moment"):
        parse_moment(text)


def test_a_moment_without_a_zone_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="time zone"):
        print_moment(datetime(2025, 1, 1))  # noqa: DTZ001


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    cut = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert parse_moment(print_moment(moment)) == cut


@given(st.text(max_size=30))
def test_any_text_ends_in_a_moment_or_in_our_error(text: str) -> None:
    try:
        parse_moment(text)
    except MalformedError:
        return


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "20260130",
        "2026-W05-5",
        "2026-030",
        "2026-1-30",
        "2026-02-30",
        "0000-01-01",
        "٢٠٢٦-٠١-٣٠",
        " 2026-01-30",
        "",
    ],
)
def test_a_day_has_one_spelling(text: str) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_day(text)
    assert caught.value.code == "base.moment"
