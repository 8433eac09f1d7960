# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times of the record: one spelling each, as exact as they are known."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.treaty.record.when import in_month, in_months, in_year, on, parse_when

DAYS = st.dates(min_value=date(1945, 1, 1), max_value=date(2198, 12, 31))


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2024-12-24", "day", date(2024, 12, 24), date(2024, 12, 24)),
        ("2025-10-25/2025-10-26", "period", date(2025, 10, 25), date(2025, 10, 26)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-02/2024-08", "months", date(2022, 2, 1), date(2024, 8, 31)),
        ("2019", "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("2026-01-31..2026-04-10", "within", date(2026, 1, 31), date(2026, 4, 10)),
        ("2026-12-24..", "not-before", date(2026, 12, 24), None),
    ],
)
def test_each_spelling_is_read_and_written_again(
    text: str, precision: str, first: date, last: date | None
) -> None:
    found = parse_when(text)
    assert (found.precision, found.first, found.last) == (precision, first, last)
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2024-13",
        "2024-02-30",
        "24-12-2024",
        "2025-10-26/2025-10-25",
        "2025-10-25/2025-10-25",
        "2024-08/2022-02",
        "1944",
        "2300",
        "2026-12-24...",
        "..2026-12-24",
        "2024-12-24T00:00",
        "٢٠٢٤",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(MalformedError) as error:
        parse_when(text)
    assert error.value.code == "treaty.record_when"


@given(DAYS, st.integers(min_value=0, max_value=400))
def test_what_is_made_reads_back_as_itself(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    month, later = in_month(first.year, first.month), in_month(last.year, last.month)
    made = [on(first, last), month, in_year(first.year)]
    if later.first > month.first:
        made.append(in_months(month, later))
    for when in made:
        assert parse_when(str(when)) == when
        assert when.meets(when)
    assert made[0].exact


@given(DAYS, DAYS, DAYS)
def test_two_times_meet_if_some_day_is_in_both(one: date, other: date, day: date) -> None:
    first, last = sorted((one, other))
    assert on(first, last).meets(on(day)) == (first <= day <= last)
    assert parse_when(f"{first}..").meets(on(day)) == (first <= day)
    assert on(day).meets(parse_when(f"{first}..")) == (first <= day)


@given(st.text(max_size=30))
def test_no_text_ends_in_anything_but_a_time_or_a_coded_refusal(text: str) -> None:
    with suppress(MalformedError):
        assert str(parse_when(text)) == text
