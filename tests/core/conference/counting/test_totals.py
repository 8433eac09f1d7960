# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Totals typed in are taken only if they contradict nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.counting.totals import check_percentage, check_totals, fitting
from tests.core.conference.counting.rules import refuses


@pytest.mark.parametrize(
    ("counted", "present", "code"),
    [
        (Tally(in_favour=100, against=60, abstain=34), None, "total_electorate"),
        (Tally(in_favour=60, against=30, abstain=11), 100, "total_present"),
        (Tally(in_favour=-1), None, "total_negative"),
        (Tally(in_favour=1_000_000), None, "total_huge"),
    ],
)
def test_a_contradiction_is_refused(counted: Tally, present: int | None, code: str) -> None:
    with refuses(code):
        check_totals(counted, electorate=193, present=present)


def test_totals_that_fit_are_taken() -> None:
    check_totals(Tally(in_favour=60, against=30, abstain=10), electorate=193, present=100)


def test_the_percentage_of_cites_2013_fits_93_and_not_83() -> None:
    check_percentage(44, 44 + 93, "32.12 %")
    with refuses("percentage"):
        check_percentage(44, 44 + 83, "32.12 %")
    assert 137 in fitting(44, "32.12", limit=200)
    assert 127 not in fitting(44, "32.12", limit=200)


@pytest.mark.parametrize("printed", ["", "x", "101", "-1", "NaN", "Infinity", "1e3", "1.1234567"])
def test_what_is_no_percentage_is_refused(printed: str) -> None:
    with pytest.raises(MalformedError):
        check_percentage(1, 2, printed)


@given(st.integers(1, 400), st.integers(0, 400), st.integers(0, 3))
def test_a_percentage_rounded_in_the_usual_way_is_accepted(whole: int, part: int, decimals: int) -> None:
    share = min(part, whole)
    check_percentage(
        share, whole, f"{round(10**decimals * 100 * share // whole) / 10**decimals:.{decimals}f}"
    )


@given(st.integers(-5, 400), st.integers(-5, 400), st.text(max_size=12))
def test_any_text_ends_in_the_one_family_of_errors(part: int, whole: int, printed: str) -> None:
    code = "conference_votes.percentage"
    try:
        check_percentage(part, whole, printed)
    except LongBienError as error:
        code = error.code
    assert code.startswith("conference_votes.percentage")
