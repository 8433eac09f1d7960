# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elections: required votes of the ballots of 2006, the alternation of restricted and open ballots, ties by lot, invalid papers."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.conference.counting.elections import (
    BallotKind,
    Drawn,
    Election,
    LotFor,
    Places,
    Step,
    begin_election,
    election,
    required,
    take,
)
from longbien.core.conference.counting.papers import Papers, check_papers, count_papers
from tests.core.conference.counting.rules import refuses, threshold

SEAT = Places(number=1, threshold=threshold("two_thirds"), candidates=("Guatemala", "Venezuela", "Panama"))
CHAIR = Places(number=1, threshold=threshold("simple"), candidates=("A", "B", "C"))


def papers(**votes: int) -> Papers:
    """Give papers with one name each."""
    return Papers(votes=MappingProxyType(votes), valid=sum(votes.values()))


def bureau(number: int, *names: str) -> Places:
    """Give several places by simple majority."""
    return Places(number=number, threshold=threshold("simple"), candidates=names)


@pytest.mark.parametrize(("valid", "needed"), [(179, 120), (184, 123), (181, 121), (182, 122)])
def test_the_ballots_of_2006_required_these_votes(valid: int, needed: int) -> None:
    assert required(valid, threshold("two_thirds")) == needed


def test_restricted_and_open_ballots_alternate_in_threes() -> None:
    round_of_2006 = papers(Guatemala=102, Venezuela=77)
    state = begin_election(SEAT)
    kinds, names = [], []
    for _ in range(11):
        assert state.round is not None
        kinds.append(state.round.kind.value)
        names.append(len(state.round.names))
        state = take(state, round_of_2006)
    assert kinds == ["first", *["restricted"] * 3, *["unrestricted"] * 3, *["restricted"] * 3, "unrestricted"]
    assert names == [3, 2, 2, 2, 3, 3, 3, 2, 2, 2, 3]


def test_two_thirds_of_the_valid_papers_elect() -> None:
    state = election(SEAT, [papers(Guatemala=102, Venezuela=77), papers(Guatemala=120, Venezuela=60)])
    assert (state.elected, state.round, state.lot) == (("Guatemala",), None, None)


def test_one_place_goes_to_the_majority_or_to_a_second_ballot_between_the_two_highest() -> None:
    assert election(CHAIR, [papers(A=11, B=5, C=5)]).elected == ("A",)
    state = election(CHAIR, [papers(A=8, B=7, C=5)])
    assert state.round is not None
    assert (state.round.kind, state.round.names) == (BallotKind.RESTRICTED, ("A", "B"))
    assert take(state, papers(A=9, B=11)).elected == ("B",)


def test_a_tie_in_the_second_ballot_is_decided_by_lot() -> None:
    state = election(CHAIR, [papers(A=8, B=7, C=5), papers(A=10, B=10)])
    assert state.lot is not None
    assert (state.lot.of, set(state.lot.names)) == (LotFor.ELECTED, {"A", "B"})
    assert take(state, Drawn(names=("B",))).elected == ("B",)


def test_a_tie_for_the_second_name_is_decided_by_lot_too() -> None:
    state = election(CHAIR, [papers(A=8, B=6, C=6)])
    assert state.lot is not None
    assert (state.lot.of, set(state.lot.names), state.lot.number) == (LotFor.ADMITTED, {"B", "C"}, 1)
    after = take(state, Drawn(names=("C",)))
    assert after.round is not None
    assert after.round.names == ("A", "C")


def test_several_places_go_to_the_highest_with_a_majority() -> None:
    counted = Papers(votes=MappingProxyType({"A": 30, "B": 25, "C": 22, "D": 10}), valid=40)
    state = election(bureau(2, "A", "B", "C", "D"), [counted])
    assert state.elected == ("A", "B")


def test_further_ballots_are_restricted_to_twice_the_places_left() -> None:
    votes = {"A": 30, "B": 19, "C": 18, "D": 10, "E": 3}
    state = election(bureau(2, "A", "B", "C", "D", "E"), [Papers(votes=MappingProxyType(votes), valid=40)])
    assert state.elected == ("A",)
    assert state.round is not None
    assert (state.round.names, state.round.places) == (("B", "C"), 1)


def test_equal_votes_for_the_last_place_are_decided_by_lot() -> None:
    counted = Papers(votes=MappingProxyType({"A": 30, "B": 25, "C": 25, "D": 1}), valid=41)
    state = election(bureau(2, "A", "B", "C", "D"), [counted])
    assert state.elected == ("A",)
    assert state.lot is not None
    assert set(state.lot.names) == {"B", "C"}
    assert take(state, Drawn(names=("C",))).elected == ("A", "C")


def test_invalid_papers_and_blank_ones_are_not_part_of_the_base() -> None:
    held = [["A"], ["A"], ["B"], [], ["A", "B"], ["Z"], ["A", "A"]]
    counted = count_papers(held, names=("A", "B"), places=1)
    assert (dict(counted.votes), counted.valid, counted.invalid, counted.abstain) == (
        {"A": 2, "B": 1},
        3,
        3,
        1,
    )
    assert required(counted.valid, threshold("simple")) == 2


@pytest.mark.parametrize(
    ("counted", "code"),
    [
        (Papers(votes={"A": 5}, valid=5, invalid=190), "total_electorate"),
        (Papers(votes={"Z": 5}, valid=5), "papers_name"),
        (Papers(votes={"A": 6, "B": 0}, valid=5), "papers_one"),
        (Papers(votes={"A": 5, "B": 5}, valid=5), "papers_sum"),
        (Papers(votes={"A": 2, "B": 2}, valid=5), "papers_sum"),
        (Papers(votes={"A": -2}, valid=5), "total_negative"),
        (Papers(valid=200_000), "total_huge"),
    ],
)
def test_a_count_that_cannot_be_is_refused(counted: Papers, code: str) -> None:
    with refuses(code):
        check_papers(counted, names=("A", "B"), places=1, electorate=193)


@pytest.mark.parametrize(("number", "names"), [(0, ("A",)), (2, ("A",)), (2, ("A", "A"))])
def test_places_need_candidates(number: int, names: tuple[str, ...]) -> None:
    with refuses("places"):
        begin_election(bureau(number, *names))


def test_a_step_that_is_not_awaited_is_refused() -> None:
    over = election(CHAIR, [papers(A=20)])
    for state, step in (
        (over, papers(A=1)),
        (over, Drawn(names=("A",))),
        (begin_election(CHAIR), Drawn(names=("A",))),
    ):
        with refuses("election_step"):
            take(state, step)
    tied = election(CHAIR, [papers(A=8, B=7, C=5), papers(A=10, B=10)])
    with refuses("lot_drawn"):
        take(tied, Drawn(names=("C",)))


@given(
    st.integers(1, 4),
    st.sampled_from(("simple", "two_thirds")),
    st.lists(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 40), max_size=6), max_size=14),
)
def test_an_election_never_fills_more_places_than_there_are(
    number: int, name: str, ballots: list[dict[str, int]]
) -> None:
    state: Election = begin_election(
        Places(number=number, threshold=threshold(name), candidates=tuple("ABCDEF"))
    )
    for votes in ballots:
        if state.lot is not None:
            state = take(state, Drawn(names=state.lot.names[: state.lot.number]))
        if state.round is None:
            break
        allowed = {one: votes.get(one, 0) for one in state.round.names}
        step: Step = Papers(votes=allowed, valid=max(allowed.values(), default=0))
        state = take(state, step)
    assert len(set(state.elected)) == len(state.elected) <= number
    assert (state.round is None and state.lot is None) == (len(state.elected) == number)
    assert state.round is None or not set(state.round.names) & set(state.elected)
