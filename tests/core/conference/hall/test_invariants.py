# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The eleven invariants of the rules of procedure, each held against votes that chance makes, in the whole engine.

What holds of counting alone (1, 2, 3 and 6) is tested again there, with larger numbers (tests/core/conference/counting).
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.canonical import encode
from longbien.core.conference.counting.verdict import verdict_json
from longbien.core.conference.hall.engine import decide, step
from longbien.core.conference.hall.events import Event, event_json, read_event
from longbien.core.conference.hall.kinds import KINDS, VOTE
from longbien.core.conference.hall.refusing import Refusal, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import rule_set
from longbien.texts import SENTENCES
from tests.hall import START, STATES, Hall, everybody, opened
from tests.voting import MATTER, announce, show, verdict, voting

PEOPLE = (*STATES, "X-EU", "SG", "NS", "X-IPU", "X-NGO")
MEMBERS = {"AT", "DE", "FR", "HU"}
CHOICES = ("yes", "no", "abstain")
MANY = settings(max_examples=40, deadline=None)

attempts = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(CHOICES)), max_size=24)
totals = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6)).filter(lambda one: sum(one) <= 12)
rule_sets = st.fixed_dictionaries(
    {},
    optional={
        "quorum_base": st.sampled_from(("states_parties", "participating")),
        "quorum_counts": st.sampled_from(("present", "votes_cast")),
        "reio_votes": st.sampled_from(("member_parties", "member_parties_accredited")),
        "reio_quorum": st.sampled_from(("not_counted", "counted_once", "members_counted")),
        "tie_rule": st.sampled_from(("rejected", "second_vote_48h")),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A hall after attempts to vote, and what was refused."""

    hall: Hall
    refusals: tuple[Refusal, ...]


def tried(votes: list[tuple[str, str]], choices: dict[str, str] | None = None) -> Tried:
    """Let everybody named try to vote, whoever they are."""
    hall = voting(rules=rule_set(choices=choices or {}))
    refusals = []
    for who, choice in votes:
        try:
            hall.say("ballot.cast", who, vote="v1", choice=choice)
        except Refused as refused:
            refusals.append(refused.refusal)
    hall.say("vote.closed", id="v1")
    return Tried(hall=hall, refusals=tuple(refusals))


def shown(numbers: tuple[int, int, int], choices: dict[str, str], on: str = MATTER) -> Hall:
    """Give a hall in which a show of hands was counted."""
    hall = voting("show_of_hands", rules=rule_set(choices=choices), on=on)
    show(hall, numbers)
    return hall


@MANY
@given(attempts, rule_sets)
def test_1_the_same_snapshot_and_ballots_give_the_same_outcome_on_every_node(
    votes: list[tuple[str, str]], choices: dict[str, str]
) -> None:
    hall = tried(votes, choices).hall
    carried = [read_event(event_json(event)) for event in hall.events]
    elsewhere = decide(rule_set(choices=choices), everybody(), carried)
    assert elsewhere == hall.sitting
    last = {who: choice for who, choice in votes if who in elsewhere.votes["v1"].ballots}
    again = tried(sorted(last.items()), choices).hall
    if hall.sitting.votes["v1"].verdict is not None:
        assert encode(verdict_json(verdict(again))) == encode(verdict_json(verdict(hall)))


@MANY
@given(totals, rule_sets, st.integers(0, 6))
def test_2_an_abstention_changes_no_outcome_and_lowers_no_presence(
    numbers: tuple[int, int, int], choices: dict[str, str], more: int
) -> None:
    more = min(more, 12 - sum(numbers))
    before = verdict(shown(numbers, choices))
    after = verdict(shown((numbers[0], numbers[1], numbers[2] + more), choices))
    assert before.quorum is not None
    assert after.quorum is not None
    assert (after.quorum.present or 0) >= (before.quorum.present or 0)
    assert after.outcome == before.outcome or (before.outcome == "no_quorum" and after.quorum.reached)


@MANY
@given(totals, rule_sets)
def test_3_a_vote_for_never_defeats_and_a_vote_against_never_carries(
    numbers: tuple[int, int, int], choices: dict[str, str]
) -> None:
    in_favour, against, abstain = numbers
    if sum(numbers) < 12:
        now = verdict(shown(numbers, choices))
        assert not now.carried or verdict(shown((in_favour + 1, against, abstain), choices)).carried
        if now.outcome == "rejected":
            assert not verdict(shown((in_favour, against + 1, abstain), choices)).carried


@MANY
@given(attempts, rule_sets)
def test_4_no_state_and_its_organisation_both_count(
    votes: list[tuple[str, str]], choices: dict[str, str]
) -> None:
    ballots = tried(votes, choices).hall.sitting.votes["v1"].ballots
    assert not ("X-EU" in ballots and MEMBERS & set(ballots))


@MANY
@given(attempts, st.sampled_from(("SG", "NS", "X-IPU", "X-NGO")), st.integers(1, 5))
def test_5_whoever_is_not_yet_bound_is_in_no_electorate(
    votes: list[tuple[str, str]], stranger: str, weight: int
) -> None:
    vote = tried(votes).hall.sitting.votes["v1"]
    assert {*vote.electorate, *vote.ballots} <= {*STATES, "X-EU"}
    named: list[Any] = [{"id": "VN", "weight": 1}, {"id": stranger, "weight": weight}]
    refusal = opened().refused("vote.announced", id="v1", on=MATTER, method="recorded", electorate=named)
    assert refusal.code == "conference_votes.elector_role"


@MANY
@given(st.integers(0, 6), st.integers(0, 6), rule_sets)
def test_6_a_tie_leaves_a_ruling_standing_and_rejects_anything_else(
    each: int, abstain: int, choices: dict[str, str]
) -> None:
    numbers = (each, each, min(abstain, 12 - 2 * each))
    other = verdict(shown(numbers, {**choices, "tie_rule": "rejected", "quorum_counts": "present"}))
    assert other.outcome in ("rejected", "no_quorum")
    hall = opened(rule_set(choices={**choices, "quorum_counts": "present"}))
    hall.say("order.raised", "VN", id="o1", about="other")
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    hall.say("order.appealed", "VN", id="o1")
    announce(hall, method="show_of_hands", on="ruling:o1")
    show(hall, numbers)
    assert verdict(hall).outcome == "upheld"


@pytest.mark.parametrize(("question", "threshold"), [("procedure", "simple"), ("substance", "two_thirds")])
@MANY
@given(numbers=totals)
def test_7_a_part_and_an_amendment_need_the_threshold_of_the_whole(
    question: str, threshold: str, numbers: tuple[int, int, int]
) -> None:
    outcomes = set()
    order = ("amendment:A.1", "part:L.1/a", "proposal:L.1")
    for place, on in enumerate(order):
        hall = divided(question)
        for before in order[:place]:
            settled(hall, before, (7, 0, 0))
        announce(hall, "w", on=on, method="show_of_hands")
        show(hall, numbers, "w")
        assert verdict(hall, "w").threshold == threshold
        outcomes.add((verdict(hall, "w").outcome, verdict(hall, "w").needed))
    assert len(outcomes) == 1


@MANY
@given(st.sampled_from(sorted(KINDS)), st.sampled_from(("chair", "secretariat", *PEOPLE)))
def test_8_after_the_announcement_only_a_point_of_order_on_the_vote_is_accepted(kind: str, by: str) -> None:
    hall = voting()
    try:
        after = step(hall.sitting, hall.event(kind, by, **BODIES.get(kind, {})))
    except Refused:
        return
    assert VOTE in KINDS[kind].amid
    assert kind.startswith(("vote.", "ballot.", "result.", "presence.")) or kind in QUIET
    assert kind != "order.raised" or after.orders["o9"].about == "vote"


@MANY
@given(totals, st.sampled_from(("adopted", "rejected", "upheld", "overturned", "no_quorum", "second_vote")))
def test_9_the_declared_result_stands_beside_the_computed_one(
    numbers: tuple[int, int, int], declared: str
) -> None:
    hall = shown(numbers, {})
    computed = verdict(hall)
    hall.say("result.declared", vote="v1", outcome=declared)
    vote = hall.sitting.votes["v1"]
    assert (vote.verdict, vote.declared) == (computed, declared)
    assert vote.differs == (declared != computed.outcome)


@MANY
@given(attempts, st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(CHOICES)), max_size=6))
def test_10_a_correction_never_alters_totals(
    votes: list[tuple[str, str]], wishes: list[tuple[str, str]]
) -> None:
    hall = tried([("VN", "yes"), *votes]).hall
    before = hall.sitting.votes["v1"]
    hall.say("result.declared", vote="v1", outcome=verdict(hall).outcome.value)
    for who, choice in wishes:
        hall.say("vote.corrected", who, vote="v1", choice=choice)
    after = hall.sitting.votes["v1"]
    assert (after.verdict, after.ballots, len(after.corrections)) == (
        before.verdict,
        before.ballots,
        len(wishes),
    )


@MANY
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(KINDS)), st.sampled_from(("chair", "secretariat", *PEOPLE))),
        max_size=20,
    )
)
def test_11_every_refusal_names_the_rule_and_the_fact_that_caused_it(said: list[tuple[str, str]]) -> None:
    events = [
        Event(seq=place, at=START + timedelta(minutes=place), kind=kind, by=by, body=BODIES.get(kind, {}))
        for place, (kind, by) in enumerate(said, start=1)
    ]
    found: Sitting = decide(rule_set(), everybody(), events)
    refused = [(one.code, one.rule, one.facts) for one in found.refusals]
    refused += [(one.code, one.rule, one.facts) for one in tried([(who, "yes") for who in PEOPLE]).refusals]
    for code, rule, facts in refused:
        assert code in SENTENCES
        assert rule.path
        assert rule.sources
        assert rule.confidence
        assert all(isinstance(value, str) for value in facts.values())


def divided(question: str) -> Hall:
    """Give a hall with a proposal of which a part is to be voted separately and which has an amendment."""
    hall = opened()
    parts: list[Any] = [{"id": "a", "operative": True}, {"id": "b", "operative": True}]
    hall.say(
        "proposal.tabled",
        "BR",
        id="L.1",
        sponsors=["BR"],
        question=question,
        circulated=True,
        operative_parts=parts,
    )
    hall.say("amendment.tabled", "CL", id="A.1", proposal="L.1", circulated=True)
    hall.say("division.requested", "VN", proposal="L.1", parts=["a"])
    hall.say("division.granted", proposal="L.1")
    if question == "substance":
        hall.say("effort.exhausted", on="proposal:L.1")
    return hall


def settled(hall: Hall, on: str, numbers: tuple[int, int, int]) -> None:
    """Decide a matter by show of hands."""
    name = f"s{hall.sitting.seq}"
    announce(hall, name, on=on, method="show_of_hands")
    show(hall, numbers, name)
    hall.say("result.declared", vote=name, outcome=verdict(hall, name).outcome.value)


QUIET = {"order.raised", "order.ruled", "order.appealed", "floor.withdrawn", "refused", "report.received"}
"""What may be said amid a vote and is no part of it."""

BODIES: dict[str, dict[str, Any]] = {
    "presence.marked": {"participant": "VN", "present": True},
    "presence.counted": {"number": 12},
    "item.opened": {"id": "4"},
    "item.closed": {"id": "3"},
    "floor.requested": {"participant": "VN"},
    "floor.given": {"participant": "VN"},
    "order.raised": {"id": "o9", "participant": "VN", "about": "vote"},
    "order.ruled": {"id": "o9", "outcome": "upheld"},
    "order.appealed": {"id": "o9", "participant": "VN"},
    "question.ruled": {"id": "r9", "on": MATTER, "question": "substance"},
    "motion.moved": {"id": "m9", "motion": "suspend_meeting", "participant": "VN"},
    "proposal.tabled": {"id": "L.9", "sponsors": ["VN"]},
    "vote.requested": {"method": "roll_call", "participant": "VN"},
    "vote.announced": {"id": "v9", "on": "matter:m9", "method": "recorded"},
    "vote.opened": {"id": "v1"},
    "vote.closed": {"id": "v1"},
    "vote.voided": {"id": "v1", "words": "A reason."},
    "ballot.cast": {"vote": "v1", "participant": "VN", "choice": "yes"},
    "result.declared": {"vote": "v1", "outcome": "adopted"},
    "vote.corrected": {"vote": "v1", "participant": "VN", "choice": "no"},
    "vote.explained": {"vote": "v1", "participant": "VN"},
    "election.announced": {"id": "e9", "office": "President", "places": 1, "candidates": ["VN", "FR"]},
    "refused": {"kind": "ballot.cast", "participant": "HU", "code": "conference_votes.member_voted"},
    "report.received": {"report": "bureau_report"},
    "list.closed": {},
}
"""Something to say of many kinds; the others are said with an empty body, which is refused by its shape."""
