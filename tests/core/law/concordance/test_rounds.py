# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with a row when, and who sees what."""

from dataclasses import replace

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.codes import Coverage, Seat
from longbien.core.law.concordance.rounds import (
    SIGHT,
    TABLE,
    Move,
    State,
    may,
    row_seen_by,
    seat_of,
    state_of,
    waits_for,
)
from longbien.core.law.concordance.table import Row
from longbien.core.treaty.provisions.citation import ProvisionId
from tests.core.law.concordance.test_written import assessed

FIRST, SECOND, REVIEWER = "xa-first", "xa-second", "xa-reviewer"
EMPTY = Row(id=ProvisionId("7.1"), first=FIRST, second=SECOND, reviewer=REVIEWER)
ONE = replace(EMPTY, assessments=(assessed(Seat.FIRST, Coverage.FULL),))
BOTH = replace(EMPTY, assessments=(*ONE.assessments, assessed(Seat.SECOND, Coverage.PART)))
SAME = replace(EMPTY, assessments=(*ONE.assessments, assessed(Seat.SECOND, Coverage.FULL)))
DONE = replace(BOTH, assessments=(*BOTH.assessments, assessed(Seat.REVIEWER, Coverage.PART)))
ROWS = (EMPTY, ONE, SAME, BOTH, replace(ONE, opened=True), DONE)


def test_each_row_has_one_of_the_states_of_the_table() -> None:
    assert [state_of(row) for row in ROWS] == list(State)
    assert set(TABLE) == set(State)


@pytest.mark.parametrize("row", ROWS, ids=state_of)
def test_nobody_makes_a_move_that_the_table_does_not_have(row: Row) -> None:
    for move in Move:
        allowed = any(may(row, who, move) for who in (FIRST, SECOND, REVIEWER))
        assert allowed is (move in TABLE[state_of(row)])


def test_the_reviewer_is_a_third_person() -> None:
    for who in (FIRST, SECOND):
        with pytest.raises(RefusedError, match=r"law\.review_third"):
            seat_of(BOTH, who, Move.REVIEW)
    with pytest.raises(RefusedError, match=r"law\.review_other"):
        seat_of(BOTH, "xa-other", Move.REVIEW)
    assert seat_of(replace(BOTH, reviewer=""), "xa-other", Move.REVIEW) is Seat.REVIEWER
    with pytest.raises(RefusedError, match=r"law\.assess_reviewer"):
        seat_of(ONE, REVIEWER, Move.ASSESS)


def test_seats_that_nobody_was_named_for_are_taken_in_turn() -> None:
    free = Row(id=ProvisionId("7.1"))
    assert seat_of(free, "xa-a", Move.ASSESS) is Seat.FIRST
    assert seat_of(replace(free, first="xa-a"), "xa-b", Move.ASSESS) is Seat.SECOND
    with pytest.raises(RefusedError, match=r"law\.assess_others"):
        seat_of(replace(free, first="xa-a", second="xa-b"), "xa-c", Move.ASSESS)


def test_neither_assessor_sees_the_other_before_both_are_in() -> None:
    assert row_seen_by(ONE, SECOND).assessments == ()
    assert row_seen_by(ONE, "xa-other").assessments == ()
    assert row_seen_by(ONE, FIRST) == ONE
    assert row_seen_by(ONE, REVIEWER) == ONE
    for row in (SAME, BOTH, replace(ONE, opened=True), DONE):
        assert state_of(row) in SIGHT
        assert row_seen_by(row, "xa-other") == row


def test_a_new_round_is_dark_again_while_the_old_one_stays() -> None:
    again = replace(
        DONE, round=2, assessments=(*DONE.assessments, assessed(Seat.FIRST, Coverage.PART, round_=2))
    )
    assert row_seen_by(again, SECOND).assessments == DONE.assessments
    assert state_of(again) is State.ONE_IN


def test_a_row_says_for_whom_it_waits() -> None:
    assert [waits_for(row, FIRST) for row in ROWS[:2]] == [Move.ASSESS, None]
    assert [waits_for(row, SECOND) for row in ROWS[:2]] == [Move.ASSESS, Move.ASSESS]
    assert [waits_for(row, REVIEWER) for row in ROWS] == [
        None,
        None,
        Move.REVIEW,
        Move.REVIEW,
        Move.REVIEW,
        None,
    ]
