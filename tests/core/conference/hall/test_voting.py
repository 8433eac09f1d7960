# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vote from its announcement to its declaration: phases, ways of voting, verdict beside declaration, void and repetition, re-tally."""

from typing import Any

import pytest

from longbien.core.conference.counting.lot import commitment, draw
from longbien.core.conference.hall.state.votes import DECLARED, VOIDED
from longbien.core.conference.hall.steps import next_steps
from longbien.core.conference.rules.load import rule_set
from tests.hall import STATES, Hall, opened
from tests.voting import MATTER, announce, cast, code, show, verdict, vote, voting


def test_a_recorded_vote_is_computed_from_the_ballots() -> None:
    hall = voting()
    cast(hall, (6, 3, 2))
    hall.say("vote.closed", id="v1")
    found = verdict(hall)
    counted = found.tally
    assert (counted.in_favour, counted.against, counted.abstain, found.not_voting) == (6, 3, 2, 1)
    assert (found.outcome, found.needed, found.electorate, found.rule.path) == (
        "adopted",
        5,
        12,
        "questions.procedure",
    )
    assert found.quorum is not None
    assert (found.quorum.required, found.quorum.present) == (7, 12)
    hall.say("result.declared", vote="v1", outcome="adopted")
    assert (vote(hall).phase, vote(hall).differs, hall.sitting.voting) == (DECLARED, False, "")


def test_a_show_of_hands_is_counted_by_one_and_confirmed_by_another() -> None:
    hall = voting("show_of_hands")
    totals: dict[str, Any] = {"for": 6, "against": 3, "abstain": 2, "vote": "v1"}
    same = code(hall, "ballot.counted", "secretariat", **totals, counted_by="A. One", confirmed_by="a. one ")
    assert same == "same_person"
    assert code(hall, "ballot.cast", "VN", vote="v1", choice="yes") == "totals_only"
    show(hall, (6, 3, 2))
    assert verdict(hall).outcome == "adopted"
    assert (vote(hall).counted_by, vote(hall).confirmed_by) == ("A. One", "B. Two")


def test_a_show_of_hands_may_be_counted_after_it_was_closed() -> None:
    hall = voting("show_of_hands")
    hall.say("vote.closed", id="v1")
    assert code(hall, "result.declared", vote="v1", outcome="adopted") == "not_tallied"
    totals: dict[str, Any] = {"for": 3, "against": 6, "abstain": 2, "vote": "v1"}
    hall.say("ballot.counted", "secretariat", counted_by="A", confirmed_by="B", **totals)
    assert verdict(hall).outcome == "rejected"


@pytest.mark.parametrize(
    ("totals", "refused"),
    [((9, 3, 1), "total_electorate"), ((0, 0, 13), "total_electorate"), ((8, 3, 0), "total_present")],
)
def test_a_contradictory_total_is_refused(totals: tuple[int, int, int], refused: str) -> None:
    hall = opened()
    hall.say("presence.counted", number=10)
    announce(hall, method="show_of_hands")
    body: dict[str, Any] = dict(zip(("for", "against", "abstain"), totals, strict=True))
    found = hall.refused("ballot.counted", "secretariat", vote="v1", counted_by="A", confirmed_by="B", **body)
    assert found.code == f"conference_votes.{refused}"
    assert found.rule.path == "voting.absent"


def test_totals_of_a_vote_by_name_must_be_those_of_the_ballots() -> None:
    hall = voting()
    cast(hall, (2, 1, 0))
    totals: dict[str, Any] = {"for": 3, "against": 1, "abstain": 0, "vote": "v1"}
    assert (
        code(hall, "ballot.counted", "secretariat", counted_by="A", confirmed_by="B", **totals)
        == "total_ballots"
    )
    hall.say("ballot.counted", "secretariat", counted_by="A", confirmed_by="B", **{**totals, "for": 2})
    assert vote(hall).confirmed_by == "B"


def test_a_vote_keeps_its_phases() -> None:
    hall = opened()
    hall.say("vote.announced", id="v1", on=MATTER, method="recorded")
    assert code(hall, "ballot.cast", "VN", vote="v1", choice="yes") == "phase_announced"
    assert code(hall, "vote.closed", id="v1") == "phase_announced"
    hall.say("vote.opened", id="v1")
    assert code(hall, "result.declared", vote="v1", outcome="adopted") == "phase_open"
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    hall.say("vote.closed", id="v1")
    assert code(hall, "ballot.cast", "VN", vote="v1", choice="no") == "phase_closed"
    hall.say("result.declared", vote="v1", outcome="adopted")
    assert code(hall, "ballot.cast", "FR", vote="v1", choice="no") == "phase_declared"
    assert code(hall, "result.declared", vote="v1", outcome="rejected") == "declared_already"
    assert code(hall, "vote.opened", id="v9") == "vote_unknown"
    assert code(hall, "vote.announced", id="v1", on=MATTER, method="recorded") == "id_taken"


def test_between_announcement_and_declaration_only_a_point_of_order_on_the_vote_is_heard() -> None:
    hall = voting()
    for kind, by, body in (
        ("floor.given", "chair", {"participant": "VN"}),
        ("motion.moved", "VN", {"id": "x", "motion": "suspend_meeting"}),
        ("vote.announced", "chair", {"id": "v2", "on": "matter:m2", "method": "recorded"}),
        ("meeting.closed", "chair", {}),
    ):
        assert code(hall, kind, by, **body) == "vote_running"
    assert code(hall, "order.raised", "VN", id="o1", about="other") == "order_not_on_vote"
    assert hall.say("order.raised", "VN", id="o1", about="vote").order == "o1"


def test_the_declaration_stands_beside_the_computed_verdict() -> None:
    hall = voting("show_of_hands")
    show(hall, (5, 6, 0))
    assert code(hall, "result.declared", vote="v1", outcome="passed") == "outcome_unknown"
    hall.say("result.declared", vote="v1", outcome="adopted", words="As it appears to the Chair.")
    found = vote(hall)
    assert (found.declared, found.differs, verdict(hall).outcome) == ("adopted", True, "rejected")


def test_a_vote_is_voided_with_a_reason_and_repeated() -> None:
    hall = voting()
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    assert code(hall, "vote.voided", id="v1") == "void_reason"
    hall.say("vote.voided", id="v1", words="A group asked for time when papers were out.")
    assert (vote(hall).phase, hall.sitting.voting) == (VOIDED, "")
    announce(hall, "v2")
    assert vote(hall, "v2").ballots == {}
    assert code(hall, "ballot.cast", "VN", vote="v1", choice="yes") == "phase_voided"


def test_a_failed_quorum_leaves_the_matter_undecided() -> None:
    hall = opened()
    hall.say("presence.counted", number=6)
    announce(hall, method="show_of_hands")
    show(hall, (5, 1, 0))
    assert verdict(hall).outcome == "no_quorum"
    hall.say("result.declared", vote="v1", outcome="no_quorum")
    assert len(hall.sitting.decisions) == 0


def test_the_quorum_is_presumed_until_somebody_counts() -> None:
    hall = Hall()
    hall.say("meeting.opened", id="m1")
    announce(hall, method="show_of_hands")
    show(hall, (3, 1, 0))
    found = verdict(hall)
    assert found.quorum is not None
    assert (found.outcome, found.quorum.present) == ("adopted", None)


def test_under_the_ilo_variant_abstainers_are_not_part_of_the_quorum() -> None:
    hall = voting("show_of_hands", rules=rule_set(choices={"quorum_counts": "votes_cast"}))
    show(hall, (5, 1, 6))
    assert verdict(hall).outcome == "no_quorum"


def test_a_tie_is_put_again_under_that_variant_and_then_rejected() -> None:
    hall = voting("show_of_hands", rules=rule_set(choices={"tie_rule": "second_vote_48h"}))
    show(hall, (5, 5, 1))
    assert verdict(hall).outcome == "second_vote"
    hall.say("result.declared", vote="v1", outcome="second_vote")
    announce(hall, "v2", method="show_of_hands")
    show(hall, (5, 5, 1), "v2")
    assert verdict(hall, "v2").outcome == "rejected"


def test_a_roll_call_begins_with_the_name_drawn_and_goes_round() -> None:
    hall = opened()
    hall.say("vote.announced", id="v1", on=MATTER, method="roll_call")
    assert code(hall, "vote.opened", id="v1") == "roll_first"
    assert code(hall, "vote.opened", id="v1", first="SG") == "roll_drawn"
    hall.say("vote.opened", id="v1", first="KE")
    assert vote(hall).roll == ("KE", "VN", "AT", "BR", "CL", "EG", "FR", "DE", "GH", "HU", "IN", "JP", "X-EU")


def test_the_alphabet_of_the_roll_is_the_rules_choice() -> None:
    hall = opened(rule_set(choices={"roll_language": "fr"}))
    hall.say("vote.announced", id="v1", on=MATTER, method="roll_call", first="DE")
    assert vote(hall).roll[:4] == ("DE", "AT", "BR", "CL")


def test_a_lot_is_bound_before_and_shown_after() -> None:
    seed = bytes(range(32))
    hall = opened()
    hall.say("vote.announced", id="v1", on=MATTER, method="roll_call", lot=commitment(seed, "v1"))
    assert code(hall, "vote.opened", id="v1", seed=bytes(32).hex()) == "lot_reveal"
    assert code(hall, "vote.opened", id="v1", seed="xyz") == "body"
    hall.say("vote.opened", id="v1", seed=seed.hex())
    assert vote(hall).first == draw(seed, "v1", STATES)[0]


def test_the_way_of_voting_that_was_asked_for_is_kept() -> None:
    hall = opened()
    hall.say("vote.requested", "VN", method="roll_call")
    assert code(hall, "vote.requested", "FR", method="recorded") == "method_held"
    assert code(hall, "vote.announced", id="v1", on=MATTER, method="show_of_hands") == "method_asked"
    announce(hall, method="roll_call")
    assert hall.sitting.methods == {}


def test_a_secret_vote_needs_the_rules() -> None:
    hall = opened()
    assert code(hall, "vote.announced", id="v1", on=MATTER, method="secret_ballot") == "secret_not_allowed"
    assert code(hall, "vote.requested", "VN", method="secret_ballot", supporters=[]) == "secret_not_allowed"
    small = opened(rule_set(choices={"secret_on_request": "on_request_of_n"}))
    few: dict[str, Any] = {"method": "secret_ballot", "supporters": ["FR", "FR", "VN", "DE"]}
    assert small.refused("vote.requested", "VN", **few).facts["supporters"] == "2"
    small.say(
        "vote.requested", "VN", method="secret_ballot", supporters=[one for one in STATES if one != "VN"]
    )
    announce(small, method="secret_ballot")
    assert code(small, "ballot.cast", "VN", vote="v1", choice="yes") == "papers"
    papers: dict[str, Any] = {"for": 6, "against": 3, "abstain": 1, "invalid": 2, "vote": "v1"}
    small.say("ballot.counted", "secretariat", counted_by="A", confirmed_by="B", **papers)
    small.say("vote.closed", id="v1")
    found = verdict(small)
    assert (found.outcome, found.tally.invalid, found.not_voting) == ("adopted", 2, 0)


def test_another_threshold_or_kind_of_question_than_the_rules_is_not_announced() -> None:
    hall = opened()
    body: dict[str, Any] = {"id": "v1", "on": MATTER, "method": "recorded"}
    assert code(hall, "vote.announced", **body, threshold="two_thirds") == "threshold_other"
    assert code(hall, "vote.announced", **body, question="substance") == "consensus_first"


def test_a_ruling_on_the_kind_of_question_after_the_vote_tallies_it_again() -> None:
    hall = voting("show_of_hands")
    show(hall, (6, 4, 2))
    hall.say("result.declared", vote="v1", outcome="adopted")
    hall.say("question.ruled", id="r1", on=MATTER, question="substance")
    found = vote(hall)
    assert (found.threshold, verdict(hall).outcome, verdict(hall).needed) == ("two_thirds", "rejected", 7)
    assert ([one.outcome for one in found.earlier], found.declared, found.differs) == (
        ["adopted"],
        "adopted",
        True,
    )
    hall.say("result.declared", vote="v1", outcome="rejected")
    assert not vote(hall).differs


def test_an_appeal_within_a_vote_is_voted_and_the_vote_goes_on() -> None:
    hall = voting("show_of_hands")
    hall.say("order.raised", "VN", id="o1", about="vote")
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    hall.say("order.appealed", "VN", id="o1")
    announce(hall, "v2", method="show_of_hands", on="ruling:o1")
    show(hall, (5, 5, 2), "v2")
    assert verdict(hall, "v2").outcome == "upheld"
    hall.say("result.declared", vote="v2", outcome="upheld")
    assert hall.sitting.voting == "v1"
    show(hall, (8, 1, 0))
    assert verdict(hall).outcome == "adopted"


def test_the_next_steps_of_a_vote_are_offered() -> None:
    hall = opened()
    hall.say("vote.announced", id="v1", on=MATTER, method="roll_call")
    assert offered(hall) == [("vote.opened", ("first",)), ("vote.voided", ("words",))]
    hall.say("vote.opened", id="v1", first="CL")
    cast(hall, (7, 1, 0))
    assert ("vote.closed", ()) in offered(hall)
    hands = voting("show_of_hands")
    assert "ballot.counted" in [kind for kind, _ in offered(hands)]
    show(hands, (7, 1, 0))
    assert ("result.declared", ()) in offered(hands)


def offered(hall: Hall) -> list[tuple[str, tuple[str, ...]]]:
    """Give the steps of a vote that are offered, with what is still to be filled in."""
    sorts = ("vote.", "ballot.", "result.")
    return [(one.kind, one.lacks) for one in next_steps(hall.sitting) if one.kind.startswith(sorts)]
