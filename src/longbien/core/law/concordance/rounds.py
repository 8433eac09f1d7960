# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a row is assessed: two persons, each for themselves, then a third one. The table says what may be done when; sight follows from it.

Neither assessor reads the other before both are in, unless the reviewer opens the row. What was said in a round is never changed: the
reviewer may begin another round, and an assessor may set a dissent beside the decision.
"""

from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.codes import ASSESSORS, Seat
from longbien.core.law.concordance.table import Concordance, Row


class State(StrEnum):
    """Where a row stands in its round."""

    WAITING = "waiting"
    ONE_IN = "one_in"
    AGREED = "agreed"
    DISAGREED = "disagreed"
    OPENED = "opened"
    """The reviewer opened it before both were in."""
    REVIEWED = "reviewed"


class Move(StrEnum):
    """What may be done with a row."""

    ASSESS = "assess"
    OPEN = "open"
    REVIEW = "review"
    DISSENT = "dissent"
    REOPEN = "reopen"
    """Begin another round; what stood stays."""


TABLE: Final = MappingProxyType(
    {
        State.WAITING: frozenset({Move.ASSESS}),
        State.ONE_IN: frozenset({Move.ASSESS, Move.OPEN}),
        State.AGREED: frozenset({Move.REVIEW, Move.REOPEN}),
        State.DISAGREED: frozenset({Move.REVIEW, Move.REOPEN}),
        State.OPENED: frozenset({Move.REVIEW, Move.REOPEN}),
        State.REVIEWED: frozenset({Move.DISSENT, Move.REOPEN}),
    }
)
"""What may be done in each state."""
SIGHT: Final = frozenset({State.AGREED, State.DISAGREED, State.OPENED, State.REVIEWED})
"""The states in which everybody reads the assessments of the round."""
REVIEWERS_OWN: Final = frozenset({Move.OPEN, Move.REVIEW, Move.REOPEN})


def state_of(row: Row) -> State:
    """Say where a row stands."""
    if row.review is not None:
        return State.REVIEWED
    count = len(row.assessed)
    if count == len(ASSESSORS):
        return State.DISAGREED if row.disagree else State.AGREED
    if row.opened:
        return State.OPENED
    return State.ONE_IN if count else State.WAITING


def seat_of(row: Row, who: str, move: Move) -> Seat:
    """Give the seat that a person takes for a move; RefusedError for a move that is not to be made now, or by somebody else.

    `law.review_state`, `law.review_third` (a reviewer who assessed), `law.review_other` (another reviewer was named), `law.assess_reviewer`,
    `law.assess_others` (two others have the seats), `law.dissent_other`.
    """
    state = state_of(row)
    if move not in TABLE[state]:
        raise RefusedError("law.review_state", row=row.id, state=state.value, move=move.value)
    if move in REVIEWERS_OWN:
        return _reviewers(row, who)
    seats = {row.first: Seat.FIRST, row.second: Seat.SECOND}
    if move is Move.DISSENT:
        if who not in seats:
            raise RefusedError("law.dissent_other", row=row.id)
        return seats[who]
    if who == row.reviewer or any(one.author == who and one.seat is Seat.REVIEWER for one in row.assessments):
        raise RefusedError("law.assess_reviewer", row=row.id)
    if who in seats:
        return seats[who]
    if row.first and row.second:
        raise RefusedError("law.assess_others", row=row.id)
    return Seat.SECOND if row.first else Seat.FIRST


def _reviewers(row: Row, who: str) -> Seat:
    assessed = any(one.author == who and one.seat is not Seat.REVIEWER for one in row.assessments)
    if assessed or who in (row.first, row.second):
        raise RefusedError("law.review_third", row=row.id)
    if row.reviewer and who != row.reviewer:
        raise RefusedError("law.review_other", row=row.id, reviewer=row.reviewer)
    return Seat.REVIEWER


def may(row: Row, who: str, move: Move) -> bool:
    """Tell whether a person may make a move now."""
    try:
        seat_of(row, who, move)
    except RefusedError:
        return False
    return True


def waits_for(row: Row, who: str) -> Move | None:
    """Say what a row waits for from this person: an assessment of a seat of theirs, a review; nothing where somebody else is meant."""
    if who in (row.first, row.second) and may(row, who, Move.ASSESS):
        seat = Seat.FIRST if who == row.first else Seat.SECOND
        return Move.ASSESS if row.by(seat) is None else None
    if who == row.reviewer and may(row, who, Move.REVIEW):
        return Move.REVIEW
    return None


def seen_by(value: Concordance, who: str, *, everything: bool = False) -> Concordance:
    """Give the concordance as a person may read it now. `everything`: an auditor, who assesses nothing."""
    if everything:
        return value
    return replace(value, rows=tuple(row_seen_by(row, who) for row in value.rows))


def row_seen_by(row: Row, who: str) -> Row:
    """Give a row as a person may read it: in a round that is not open, an assessor's own finding only; the reviewer reads both."""
    if state_of(row) in SIGHT or (who and who == row.reviewer):
        return row
    kept = tuple(one for one in row.assessments if one.round < row.round or one.author == who)
    return row if len(kept) == len(row.assessments) else replace(row, assessments=kept)
