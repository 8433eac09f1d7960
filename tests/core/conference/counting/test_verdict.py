# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verdicts in integers: real votes with their outcome, and what must hold of all votes (invariants 1 to 3 and 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.conference.counting.quorum import Bases, quorum
from longbien.core.conference.counting.tally import Ballot, Choice, Tally, tally
from longbien.core.conference.counting.thresholds import Outcome, outcome_of, votes_needed
from longbien.core.conference.counting.verdict import judge, verdict_facts, verdict_json
from longbien.texts import sentence
from tests.core.conference.counting.rules import measure, refuses, rule, threshold

ANY = ("simple", "two_thirds", "absolute", "two_thirds_electorate", "overturn_ruling")
counts = st.integers(min_value=0, max_value=300)
tallies = st.builds(Tally, in_favour=counts, against=counts, abstain=counts)


@pytest.mark.parametrize(
    ("name", "numbers", "outcome", "needed"),
    [
        ("simple", (79, 60, 33), "adopted", 70),
        ("two_thirds", (79, 60, 33), "rejected", 93),
        ("two_thirds", (51, 49, 25), "rejected", 67),
        ("simple", (47, 47, 20), "rejected", 48),
        ("two_thirds", (53, 40, 13), "rejected", 62),
        ("two_thirds", (101, 0, 4), "adopted", 68),
        ("two_thirds", (71, 30, 28), "adopted", 68),
        ("two_thirds", (102, 40, 5), "adopted", 95),
        ("two_thirds", (40, 20, 0), "adopted", 40),
        ("two_thirds", (65, 34, 0), "rejected", 66),
        ("simple", (27, 25, 1), "adopted", 27),
        ("simple", (1, 0, 60), "adopted", 1),
        ("overturn_ruling", (91, 22, 19), "upheld", 57),
        ("overturn_ruling", (30, 30, 5), "upheld", 31),
        ("overturn_ruling", (0, 0, 5), "upheld", 1),
        ("overturn_ruling", (30, 31, 5), "overturned", 31),
        ("simple", (0, 0, 50), "rejected", 1),
        ("two_thirds", (0, 0, 50), "rejected", 1),
    ],
)
def test_real_votes_end_as_they_did(
    name: str, numbers: tuple[int, int, int], outcome: str, needed: int
) -> None:
    counted = Tally(in_favour=numbers[0], against=numbers[1], abstain=numbers[2])
    found = judge(measure(name), counted, electorate=193)
    assert (found.outcome, found.needed) == (outcome, needed)


@pytest.mark.parametrize(
    ("in_favour", "members", "needed", "short"), [(271, 577, 289, 18), (278, 573, 287, 9), (289, 577, 289, 0)]
)
def test_an_absolute_majority_counts_everybody(in_favour: int, members: int, needed: int, short: int) -> None:
    found = judge(measure("absolute"), Tally(in_favour=in_favour), electorate=members)
    assert (found.needed, found.short_by, found.carried) == (needed, short, short == 0)


def test_the_verdict_says_who_did_not_vote() -> None:
    found = judge(measure("simple"), Tally(in_favour=79, against=60, abstain=33), electorate=193)
    assert (found.not_voting, found.electorate, found.base, found.base_number) == (21, 193, "cast", 139)


def test_without_the_quorum_there_is_no_decision() -> None:
    held = quorum(
        rule("quorum.decide", {"num": 1, "den": 2, "strict": True, "of": "states_parties"}),
        Bases(states_parties=190, participating=150),
        present=95,
    )
    found = judge(measure("simple"), Tally(in_favour=90, against=5), electorate=190, quorum=held)
    assert (found.outcome, found.carried, held.required) == (Outcome.NO_QUORUM, False, 96)


def test_a_tie_is_voted_again_only_once_and_only_under_that_variant() -> None:
    tied = Tally(in_favour=30, against=30, abstain=5)
    again = measure("simple", tie_rule="second_vote_48h")
    second = measure("simple", tie_rule="second_vote_48h", second_vote=True)
    appeal = measure("overturn_ruling", tie_rule="second_vote_48h")
    found = [judge(one, tied, electorate=70).outcome for one in (measure("simple"), again, second, appeal)]
    assert found == ["rejected", "second_vote", "rejected", "upheld"]


def test_consensus_is_not_counted() -> None:
    with refuses("not_counted"):
        judge(measure("consensus"), Tally(in_favour=1), electorate=2)


def test_the_json_carries_what_is_published_with_a_result() -> None:
    found = verdict_json(judge(measure("simple"), Tally(in_favour=2, against=1), electorate=5))
    names = ("for", "against", "abstain", "not_voting", "electorate", "votes_needed", "outcome", "threshold")
    assert [found[name] for name in names] == [2, 1, 0, 2, 5, 2, "adopted", "simple"]


@given(tallies, st.sampled_from(ANY))
def test_votes_needed_is_the_smallest_number_that_carries(counted: Tally, name: str) -> None:
    held = threshold(name)
    base = counted.cast if held.base == "cast" else 600
    needed = votes_needed(held, base)
    compare = held.den * needed, held.num * base
    assert needed >= 1
    assert compare[0] > compare[1] if held.strict or not base else compare[0] >= compare[1]
    less = held.den * (needed - 1), held.num * base
    assert needed == 1 or (less[0] <= less[1] if held.strict else less[0] < less[1])


@given(tallies, st.sampled_from(("simple", "two_thirds", "overturn_ruling")), counts)
def test_an_abstention_never_changes_the_outcome(counted: Tally, name: str, more: int) -> None:
    wider = Tally(in_favour=counted.in_favour, against=counted.against, abstain=counted.abstain + more)
    assert outcome_of(threshold(name), counted, 1000) == outcome_of(threshold(name), wider, 1000)
    assert wider.recorded >= counted.recorded


@given(tallies, st.sampled_from(ANY))
def test_a_vote_for_never_defeats_and_a_vote_against_never_carries(counted: Tally, name: str) -> None:
    held = measure(name)
    now = judge(held, counted, electorate=1000).carried
    with_for = Tally(in_favour=counted.in_favour + 1, against=counted.against, abstain=counted.abstain)
    with_against = Tally(in_favour=counted.in_favour, against=counted.against + 1, abstain=counted.abstain)
    assert not now or judge(held, with_for, electorate=1000).carried
    assert now or not judge(held, with_against, electorate=1000).carried


@given(counts, counts)
def test_a_tie_leaves_a_ruling_standing_and_rejects_everything_else(each: int, abstain: int) -> None:
    tied = Tally(in_favour=each, against=each, abstain=abstain)
    ends = {name: judge(measure(name), tied, electorate=1000).outcome for name in ANY}
    assert ends.pop("overturn_ruling") == "upheld"
    assert set(ends.values()) == {"rejected"}


@given(st.lists(st.tuples(st.sampled_from(list(Choice)), st.integers(0, 28)), max_size=40), st.randoms())
def test_the_tally_depends_on_the_ballots_and_not_on_their_order(
    given: list[tuple[Choice, int]], chance: object
) -> None:
    ballots = [
        Ballot(participant=str(place), choice=choice, weight=weight)
        for place, (choice, weight) in enumerate(given)
    ]
    shuffled = sorted(ballots, key=lambda one: hash((one.participant, id(chance))))
    papers = [
        Ballot(participant=one.participant, choice=one.choice) for one in ballots for _ in range(one.weight)
    ]
    assert tally(ballots) == tally(shuffled) == tally(papers)


@pytest.mark.parametrize("name", ["simple", "overturn_ruling"])
@pytest.mark.parametrize("numbers", [(3, 1), (1, 3), (2, 2), (0, 0)])
def test_each_verdict_has_a_sentence_with_its_numbers(name: str, numbers: tuple[int, int]) -> None:
    found = judge(measure(name), Tally(in_favour=numbers[0], against=numbers[1], abstain=1), electorate=9)
    assert "(" not in sentence(found.reason, **verdict_facts(found))
