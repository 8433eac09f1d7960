# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may cast a ballot: rights, presence, credentials, organisations and their members; changing one's own touches nobody else's."""

from dataclasses import replace
from typing import Any

import pytest

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.electorate import Electorate, electorate
from longbien.core.conference.hall.electors import votes_of
from longbien.core.conference.hall.engine import decide
from longbien.core.conference.rules.load import rule_set
from tests.hall import Hall, everybody, opened
from tests.voting import MATTER, announce, code, verdict, vote, voting


def with_one(name: str, **changed: object) -> Electorate:
    """Give everybody, one of them with something else."""
    people = [
        replace(one, **changed) if one.id == name else one  # type: ignore[arg-type] # members of a test
        for one in everybody()
    ]
    return electorate(*people, in_force_days=400)


@pytest.mark.parametrize("by", ["SG", "NS", "X-IPU", "X-NGO"])
def test_signatories_and_observers_have_no_vote(by: str) -> None:
    refusal = voting().refused("ballot.cast", by, vote="v1", choice="yes")
    assert refusal.code == "conference_hall.no_right"
    assert refusal.rule.path.endswith(".vote")


def test_nobody_votes_for_another() -> None:
    assert code(voting(), "ballot.cast", "VN", vote="v1", choice="yes", participant="FR") == "for_another"


def test_the_secretariat_types_a_ballot_in_for_a_delegation() -> None:
    hall = voting()
    hall.say("ballot.cast", "secretariat", vote="v1", choice="yes", participant="VN")
    assert vote(hall).ballots["VN"].choice == "yes"


def test_a_ballot_may_be_changed_until_the_vote_is_closed_and_touches_no_other() -> None:
    hall = voting()
    hall.say("ballot.cast", "FR", vote="v1", choice="no")
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    hall.say("ballot.cast", "VN", vote="v1", choice="abstain")
    assert {name: one.choice for name, one in vote(hall).ballots.items()} == {"FR": "no", "VN": "abstain"}


def test_an_absent_delegation_does_not_vote_once_presence_is_marked() -> None:
    hall = opened()
    for state in ("VN", "FR"):
        hall.say("presence.marked", "secretariat", participant=state, present=True)
    announce(hall)
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    refusal = hall.refused("ballot.cast", "KE", vote="v1", choice="yes")
    assert (refusal.code, refusal.rule.path) == ("conference_votes.absent", "voting.absent")


@pytest.mark.parametrize(("choice", "allowed"), [("present_only", False), ("present_and_vote", True)])
def test_a_remote_seat_votes_only_where_the_rules_say_so(choice: str, allowed: bool) -> None:
    hall = opened(rule_set(choices={"remote_presence": choice}))
    hall.say("presence.marked", "VN", participant="VN", present=True, seat="remote")
    announce(hall)
    if allowed:
        assert "VN" in hall.say("ballot.cast", "VN", vote="v1", choice="yes").votes["v1"].ballots
    else:
        assert code(hall, "ballot.cast", "VN", vote="v1", choice="yes") == "remote"


def test_the_second_ballot_of_an_organisation_and_its_member_is_refused_either_way() -> None:
    hall = voting()
    hall.say("ballot.cast", "HU", vote="v1", choice="yes")
    first = hall.refused("ballot.cast", "X-EU", vote="v1", choice="no")
    assert (first.code, first.facts["member"]) == ("conference_votes.member_voted", "HU")
    other = voting()
    other.say("ballot.cast", "X-EU", vote="v1", choice="no")
    second = other.refused("ballot.cast", "HU", vote="v1", choice="yes")
    assert (second.code, second.rule.path) == ("conference_votes.organisation_voted", "reio.exclusive")
    other.say("ballot.cast", "X-EU", vote="v1", choice="abstain")
    other.say("vote.closed", id="v1")
    assert verdict(other).tally.abstain == 4


def test_the_chair_sees_the_refused_second_ballot() -> None:
    hall = voting()
    hall.say("ballot.cast", "HU", vote="v1", choice="yes")
    second = hall.event("ballot.cast", "X-EU", vote="v1", choice="no")
    found = decide(rule_set(), everybody(), [*hall.events, second])
    assert [(one.kind, one.by, one.code) for one in found.refusals] == [
        ("ballot.cast", "X-EU", "conference_votes.member_voted")
    ]
    seen = hall.say(
        "refused", "secretariat", kind="ballot.cast", participant="X-EU", code="conference_votes.member_voted"
    )
    assert [one.participant for one in seen.attempts] == ["X-EU"]


def test_an_organisation_has_the_votes_of_its_members_as_the_variant_says() -> None:
    weights = {}
    for option in ("member_parties", "member_parties_accredited", "member_parties_present"):
        people = with_one("HU", registered=False)
        hall = opened(rule_set(choices={"reio_votes": option}), people)
        hall.say("presence.marked", "secretariat", participant="AT", present=True)
        hall.say("presence.marked", "secretariat", participant="X-EU", present=True)
        hall.say("vote.announced", id="v1", on=MATTER, method="recorded")
        weights[option] = vote(hall).electorate["X-EU"].weight
    assert weights == {"member_parties": 4, "member_parties_accredited": 3, "member_parties_present": 1}


def test_rejected_credentials_take_the_vote_only_where_the_rules_say_so() -> None:
    people = with_one("KE", credentials="rejected")
    seated = opened(None, people)
    announce(seated)
    assert "KE" in seated.say("ballot.cast", "KE", vote="v1", choice="yes").votes["v1"].ballots
    strict = opened(rule_set(choices={"credentials_rejected": "loses_vote"}), people)
    announce(strict)
    refusal = strict.refused("ballot.cast", "KE", vote="v1", choice="yes")
    assert (refusal.code, refusal.rule.path) == (
        "conference_votes.credentials",
        "credentials.rejection_effect",
    )
    assert "KE" not in vote(strict).electorate


def test_a_delegation_that_lost_its_vote_by_decision_has_none() -> None:
    hall = opened(None, with_one("KE", vote=False))
    announce(hall)
    assert code(hall, "ballot.cast", "KE", vote="v1", choice="yes") == "no_vote"


def test_the_electorate_is_frozen_when_the_vote_is_announced() -> None:
    hall = opened()
    electors: list[Json] = [{"id": "VN", "weight": 1}, {"id": "FR", "weight": 1}]
    hall.say("vote.announced", id="v1", on=MATTER, method="recorded", electorate=electors)
    hall.say("vote.opened", id="v1")
    assert code(hall, "ballot.cast", "KE", vote="v1", choice="yes") == "not_elector"
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    hall.say("vote.closed", id="v1")
    assert (verdict(hall).electorate, verdict(hall).not_voting) == (2, 1)


@pytest.mark.parametrize(
    ("elector", "refused"),
    [
        ({"id": "SG", "weight": 1}, "elector_role"),
        ({"id": "VN", "weight": 2}, "elector_weight"),
        ({"id": "VN", "weight": 1, "members": ["FR"]}, "elector_weight"),
        ({"id": "X-EU", "weight": 5, "members": ["AT", "DE", "FR", "HU"]}, "elector_weight"),
        ({"id": "XX", "weight": 1}, "participant_unknown"),
    ],
)
def test_an_electorate_with_somebody_who_has_no_vote_is_refused(
    elector: dict[str, Json], refused: str
) -> None:
    hall = opened()
    body: dict[str, Json] = {"id": "v1", "on": MATTER, "method": "recorded", "electorate": [elector]}
    assert code(hall, "vote.announced", **body) == refused


def test_one_who_is_named_twice_makes_no_electorate() -> None:
    electors: list[Json] = [{"id": "VN", "weight": 1}, {"id": "VN", "weight": 1}]
    assert (
        code(opened(), "vote.announced", id="v1", on=MATTER, method="recorded", electorate=electors)
        == "id_taken"
    )


def test_an_organisation_adds_votes_only_for_members_that_are_not_on_the_list() -> None:
    hall = opened()
    hall.say("vote.announced", id="v1", on=MATTER, method="recorded")
    assert votes_of(vote(hall).electorate) == 12
    other = opened()
    electors: list[Json] = [{"id": "VN", "weight": 1}, {"id": "AT", "weight": 1}]
    union: Json = {"id": "X-EU", "weight": 4, "members": ["AT", "DE", "FR", "HU"]}
    other.say("vote.announced", id="v1", on=MATTER, method="recorded", electorate=[*electors, union])
    assert votes_of(vote(other).electorate) == 5


def test_a_ballot_that_is_no_vote_is_refused() -> None:
    assert code(voting(), "ballot.cast", "VN", vote="v1", choice="perhaps") == "body"
    assert isinstance(voting(), Hall)


def test_where_the_rules_let_no_vote_be_changed_a_second_ballot_is_refused() -> None:
    rules = rule_set()
    never = replace(rules.value("voting.change_of_vote"), value="never")
    hall = opened(replace(rules, values={**rules.values, "voting.change_of_vote": never}))
    announce(hall)
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    refusal = hall.refused("ballot.cast", "VN", vote="v1", choice="no")
    assert (refusal.code, refusal.rule.path) == ("conference_votes.voted_already", "voting.change_of_vote")


def test_the_same_ballot_twice_is_refused_and_another_one_changes_it() -> None:
    hall = voting()
    hall.say("ballot.cast", "VN", vote="v1", choice="yes")
    refusal = hall.refused("ballot.cast", "VN", vote="v1", choice="yes")
    assert (refusal.code, refusal.rule.path) == ("conference_votes.voted_so", "voting.change_of_vote")
    hall.say("ballot.cast", "VN", vote="v1", choice="no")
    assert vote(hall).ballots["VN"].choice == "no"


def test_an_organisation_in_the_room_brings_the_votes_of_its_absent_members() -> None:
    hall = Hall(rule_set(choices={"reio_quorum": "not_counted"}))
    for name in ("X-EU", "AT", "VN", "BR", "CL", "EG"):
        hall.say("presence.marked", "secretariat", participant=name, present=True)
    hall.say("meeting.opened", id="m1")
    announce(hall, method="show_of_hands")
    total: dict[str, Any] = {"against": 0, "abstain": 0, "counted_by": "A", "confirmed_by": "B"}
    assert code(hall, "ballot.counted", "secretariat", vote="v1", **{**total, "for": 9}) == "total_present"
    assert "v1" in hall.say("ballot.counted", "secretariat", vote="v1", **{**total, "for": 8}).votes
