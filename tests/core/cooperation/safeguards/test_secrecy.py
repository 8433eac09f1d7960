# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Confidentiality has an end: marks, their review, renewal and lifting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.safeguards.secrecy import (
    LONGEST,
    Mark,
    first_review,
    require_renewal,
    require_telling,
)

TODAY = date(2026, 11, 22)
MARK = Mark(code="case-sealed", review_on=TODAY)
REASON = "The suspect is not arrested yet."


@pytest.mark.parametrize(
    ("days", "standing"), [(-1, "past"), (0, "due"), (14, "due"), (15, "in-force"), (400, "in-force")]
)
def test_where_a_mark_stands(days: int, standing: str) -> None:
    assert Mark(code="case-sealed", review_on=TODAY + timedelta(days=days)).standing(TODAY) == standing


def test_a_lifted_mark_and_none_at_all_keep_nothing_secret() -> None:
    for mark in (Mark(code="case-sealed", review_on=TODAY, lifted=True), Mark(code="none", review_on=TODAY)):
        assert mark.standing(TODAY) == "lifted"
        require_telling(mark)
        with pytest.raises(RefusedError) as refused:
            require_renewal(mark, review_on=TODAY + timedelta(days=1), reason=REASON, today=TODAY)
        assert refused.value.code == "safeguards.not_secret"


def test_even_a_mark_past_its_review_is_lifted_by_a_person_first() -> None:
    with pytest.raises(RefusedError) as refused:
        require_telling(Mark(code="case-sealed", review_on=TODAY - timedelta(days=100)))
    assert refused.value.code == "safeguards.still_secret"


def test_a_mark_without_a_day_is_reviewed_after_ninety() -> None:
    assert first_review(None, TODAY) == date(2027, 2, 20)
    assert first_review(date(2027, 1, 1), TODAY) == date(2027, 1, 1)


@given(st.integers(-400, 800), st.sampled_from(["", "soon", REASON]))
def test_a_renewal_has_a_day_within_a_year_and_a_reason(days: int, reason: str) -> None:
    allowed = 0 < days <= LONGEST.days
    if allowed and reason == REASON:
        require_renewal(MARK, review_on=TODAY + timedelta(days=days), reason=reason, today=TODAY)
        return
    with pytest.raises(RefusedError) as refused:
        require_renewal(MARK, review_on=TODAY + timedelta(days=days), reason=reason, today=TODAY)
    assert refused.value.code == ("safeguards.reason" if allowed else "safeguards.review_day")
