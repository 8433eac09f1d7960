# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals: sponsors, circulation, withdrawal, competing and linked drafts, preconditions."""

from datetime import timedelta

import pytest

from longbien.core.conference.hall.electorate import Electorate
from tests.hall import everybody, opened


def test_a_proposal_is_in_writing_and_sponsored_by_those_who_may() -> None:
    hall = opened()
    assert hall.code("proposal.tabled", "VN", id="L.1", sponsors=["VN"], written=False) == "not_written"
    assert hall.code("proposal.tabled", "VN", id="L.1", sponsors=[]) == "no_sponsor"
    assert hall.refused("proposal.tabled", "VN", id="L.1", sponsors=["VN", "X-NGO"]).facts["role"] == "ngo"
    assert hall.code("proposal.tabled", "VN", id="L.1", sponsors=["AT"]) == "not_the_proposer"
    hall.say("proposal.tabled", "SG", id="L.1", sponsors=["SG", "VN"])
    assert hall.code("proposal.tabled", "VN", id="L.1", sponsors=["VN"]) == "id_taken"


def test_a_proposal_is_put_the_day_after_its_circulation() -> None:
    hall = opened()
    hall.say("proposal.tabled", "VN", id="L.1", sponsors=["VN"])
    assert hall.code("consensus.asked", on="proposal:L.1") == "not_circulated"
    hall.say("proposal.circulated", "secretariat", id="L.1")
    refusal = hall.refused("consensus.asked", on="proposal:L.1")
    assert (refusal.facts["circulated"], refusal.rule.path) == ("2027-03-01", "proposals.circulated_before")
    hall.now += timedelta(days=1)
    hall.say("floor.requested", "VN")
    hall.say("floor.withdrawn", "VN")
    assert hall.agree("proposal:L.1").proposals["L.1"].state == "adopted"


def test_sponsors_join_and_leave_until_adoption_and_not_after() -> None:
    hall = opened()
    hall.table()
    hall.say("proposal.sponsored", "SG", id="L.1")
    hall.say("proposal.sponsored", "AT", id="L.1")
    hall.say("proposal.sponsored", "SG", id="L.1", joined=False)
    assert hall.code("proposal.sponsored", "AT", id="L.1") == "sponsor_already"
    assert hall.code("proposal.sponsored", "X-IPU", id="L.1") == "no_right"
    hall.agree("proposal:L.1")
    refusal = hall.refused("proposal.sponsored", "BR", id="L.1")
    assert (refusal.code, refusal.rule.confidence) == ("conference_hall.sponsors_closed", "seen")


def test_the_last_sponsor_withdraws_the_proposal_instead_of_leaving() -> None:
    hall = opened()
    hall.table()
    assert hall.code("proposal.sponsored", "VN", id="L.1", joined=False) == "last_sponsor"


def test_a_withdrawn_proposal_may_be_brought_back_by_any_party() -> None:
    hall = opened()
    hall.table()
    assert hall.code("proposal.withdrawn", "AT", id="L.1") == "not_the_proposer"
    hall.say("proposal.withdrawn", "VN", id="L.1")
    assert hall.code("consensus.asked", on="proposal:L.1") == "proposal_state"
    assert hall.say("proposal.revived", "AT", id="L.1").proposals["L.1"].sponsors == ("AT",)
    assert hall.code("proposal.revived", "BR", id="L.1") == "not_withdrawn"


def test_an_amended_proposal_is_not_withdrawn() -> None:
    hall = opened()
    hall.table()
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    hall.agree("amendment:A.1")
    refusal = hall.refused("proposal.withdrawn", "VN", id="L.1")
    assert (refusal.code, refusal.rule.rule) == ("conference_hall.withdraw_amended", "UNTOC 54")


def test_financial_implications_are_stated_before_adoption() -> None:
    hall = opened()
    hall.table(costs=True)
    assert hall.refused("consensus.asked", on="proposal:L.1").rule.rule == "UNTOC 75"
    hall.say("proposal.costed", "secretariat", id="L.1")
    hall.agree("proposal:L.1")


def test_competing_drafts_are_put_as_they_were_tabled_unless_one_is_given_priority() -> None:
    hall = opened()
    hall.table("L.1")
    hall.table("L.2", "AT", competes_with=["L.1"])
    refusal = hall.refused("consensus.asked", on="proposal:L.2")
    assert (refusal.code, refusal.facts["first"]) == ("conference_hall.rival_first", "L.1")
    hall.say("motion.moved", "AT", id="m1", motion="priority", target="proposal:L.2")
    hall.answer("motion:m1", carried=True)
    assert hall.code("consensus.asked", on="proposal:L.1") == "rival_first"
    assert hall.code("proposal.passed_over", id="L.1") == "nothing_decided_before"
    hall.agree("proposal:L.2")
    assert hall.say("proposal.passed_over", id="L.1").proposals["L.1"].state == "not_put"


def test_drafts_that_depend_on_a_rejected_one_fall_with_it_without_a_vote() -> None:
    hall = opened()
    hall.table("L.1")
    hall.table("L.2", "AT", depends_on="L.1")
    hall.table("L.3", "BR", depends_on="L.2")
    assert hall.code("consensus.asked", on="proposal:L.2") == "parent_first"
    after = hall.answer("proposal:L.1", carried=False)
    assert [one.state for one in after.proposals.values()] == ["rejected", "fallen", "fallen"]
    assert [(one.on, one.how, one.rule) for one in after.decisions][1:] == [
        ("proposal:L.2", "follows", "proposals.linked"),
        ("proposal:L.3", "follows", "proposals.linked"),
    ]


def test_a_proposal_is_put_when_the_list_is_empty_or_the_debate_closed() -> None:
    hall = opened()
    hall.table()
    hall.say("floor.requested", "AT")
    assert hall.code("consensus.asked", on="proposal:L.1") == "speakers_waiting"
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    assert hall.code("consensus.asked", on="proposal:L.1") == "motion_first"
    hall.agree("motion:m1")
    hall.agree("proposal:L.1")


def test_no_action_leaves_a_draft_until_it_is_reconsidered() -> None:
    hall = opened()
    hall.table()
    hall.say("motion.moved", "AT", id="m1", motion="adjourn_debate", target="proposal:L.1")
    assert hall.answer("motion:m1", carried=True).proposals["L.1"].state == "no_action"
    assert hall.refused("consensus.asked", on="proposal:L.1").facts["state"] == "no_action"
    hall.say("motion.moved", "VN", id="m2", motion="reconsider", target="proposal:L.1")
    assert hall.answer("motion:m2", carried=True).proposals["L.1"].state == "tabled"


def test_an_adjourned_debate_takes_all_drafts_of_the_item_with_it() -> None:
    hall = opened()
    hall.table()
    hall.say("motion.moved", "AT", id="m1", motion="adjourn_debate")
    hall.answer("motion:m1", carried=True)
    assert hall.code("consensus.asked", on="proposal:L.1") == "debate_over"
    hall.say("motion.moved", "VN", id="m2", motion="reconsider", target="item:3")
    hall.answer("motion:m2", carried=True)
    hall.agree("proposal:L.1")


def test_what_was_decided_is_reconsidered_and_what_was_not_is_not() -> None:
    hall = opened()
    hall.table()
    assert (
        hall.code("motion.moved", "AT", id="m1", motion="reconsider", target="proposal:L.1") == "target_open"
    )
    hall.agree("proposal:L.1")
    assert (
        hall.code("motion.moved", "AT", id="m1", motion="priority", target="proposal:L.1") == "target_decided"
    )
    assert (
        hall.code("motion.moved", "AT", id="m1", motion="reconsider", target="proposal:L.9")
        == "matter_unknown"
    )
    hall.say("motion.moved", "AT", id="m1", motion="reconsider", target="proposal:L.1")


def test_a_conference_that_is_not_competent_does_not_vote() -> None:
    hall = opened()
    hall.table("L.1")
    hall.table("L.2", "AT", depends_on="L.1")
    hall.say("motion.moved", "BR", id="m1", motion="competence", target="proposal:L.1")
    after = hall.answer("motion:m1", carried=True)
    assert [one.state for one in after.proposals.values()] == ["not_competent", "fallen"]


def test_a_deferred_vote_comes_back_at_the_next_meeting() -> None:
    hall = opened()
    hall.table()
    hall.say("motion.moved", "BR", id="m1", motion="defer_vote", target="proposal:L.1")
    assert hall.answer("motion:m1", carried=True).proposals["L.1"].state == "deferred"
    hall.say("meeting.closed")
    assert hall.say("meeting.opened", id="m2").proposals["L.1"].state == "tabled"


@pytest.mark.parametrize(("parties", "code"), [(59, "too_few_parties"), (60, "")])
def test_a_protocol_needs_sixty_states_parties(parties: int, code: str) -> None:
    people = everybody()
    hall = opened(
        people=Electorate(participants=people.participants, states_parties=parties, in_force_days=400)
    )
    hall.table(question="adopt_protocol")
    if code:
        refusal = hall.refused("consensus.asked", on="proposal:L.1")
        assert (refusal.code, refusal.rule.rule) == (f"conference_hall.{code}", "HC 62")
        assert refusal.facts == {"on": "proposal:L.1", "parties": "59", "least": "60"}
    else:
        hall.agree("proposal:L.1")


@pytest.mark.parametrize(("days", "early"), [(4 * 366, True), (5 * 366, False)])
def test_the_convention_is_amended_five_years_after_entry_into_force_at_the_earliest(
    days: int, *, early: bool
) -> None:
    people = everybody()
    hall = opened(people=Electorate(participants=people.participants, states_parties=12, in_force_days=days))
    hall.table(question="amend_convention")
    if early:
        refusal = hall.refused("consensus.asked", on="proposal:L.1")
        assert (refusal.code, refusal.facts["years"], refusal.rule.rule) == (
            "conference_hall.too_early",
            "4",
            "HC 66",
        )
    else:
        hall.agree("proposal:L.1")


def test_the_rules_are_amended_after_a_report_of_the_bureau() -> None:
    hall = opened()
    hall.table(question="amend_rules")
    assert hall.code("consensus.asked", on="proposal:L.1") == "report_missing"
    hall.say("report.received", "secretariat", report="bureau_report")
    hall.agree("proposal:L.1")


def test_the_notice_of_a_suspension_of_a_rule_is_waived_if_nobody_objects() -> None:
    hall = opened()
    hall.table(question="suspend_rule")
    hall.agree("proposal:L.1")


def test_what_fell_with_a_draft_comes_back_with_its_reconsideration() -> None:
    hall = opened()
    hall.table("L.1")
    hall.table("L.2", "AT", depends_on="L.1")
    hall.answer("proposal:L.1", carried=False)
    hall.say("motion.moved", "BR", id="m1", motion="reconsider", target="proposal:L.1")
    after = hall.answer("motion:m1", carried=True)
    assert [one.state for one in after.proposals.values()] == ["tabled", "tabled"]


def test_drafts_are_tabled_and_circulated_between_meetings_too() -> None:
    hall = opened()
    hall.say("meeting.closed")
    hall.say("proposal.tabled", "VN", id="L.1", sponsors=["VN"])
    hall.say("proposal.circulated", "secretariat", id="L.1")
    hall.say("proposal.sponsored", "AT", id="L.1")
    assert hall.say("proposal.withdrawn", "VN", id="L.1").proposals["L.1"].state == "withdrawn"
