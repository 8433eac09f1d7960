# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Motions: precedence, who is heard, amendments to them, what they do."""

import pytest

from longbien.core.conference.hall.pending import pending_motions
from tests.hall import opened


def test_motions_are_put_by_their_rank_whatever_the_order_in_which_they_were_moved() -> None:
    hall = opened()
    for number, motion in enumerate(("close_debate", "suspend_meeting", "adjourn_debate", "adjourn_meeting")):
        hall.say("motion.moved", "VN", id=f"m{number}", motion=motion)
    assert [one.motion for one in pending_motions(hall.sitting)] == [
        "suspend_meeting",
        "adjourn_meeting",
        "adjourn_debate",
        "close_debate",
    ]
    refusal = hall.refused("motion.put", id="m0")
    assert refusal.code == "conference_hall.motion_precedence"
    assert refusal.facts == {"motion": "close_debate", "first": "suspend_meeting", "id": "m1"}
    assert refusal.rule.rule == "GA 77, 119"
    hall.say("motion.put", id="m1")


def test_one_motion_of_each_rank_waits() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    refusal = hall.refused("motion.moved", "AT", id="m2", motion="close_debate")
    assert (refusal.code, refusal.rule.path) == (
        "conference_hall.motion_same_rank",
        "motion_rules.one_pending_per_rank",
    )


def test_two_are_heard_for_and_two_against_an_adjournment_of_the_debate_its_mover_among_the_two() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="adjourn_debate")
    hall.say("motion.spoke", "AT", id="m1", side="for")
    assert hall.code("motion.spoke", "BR", id="m1", side="for") == "speakers_heard"
    hall.say("motion.spoke", "BR", id="m1", side="against")
    assert hall.code("motion.spoke", "BR", id="m1", side="against") == "spoke_already"
    hall.say("motion.spoke", "CL", id="m1", side="against")
    assert hall.code("motion.spoke", "DE", id="m1", side="against") == "speakers_heard"


def test_nobody_is_heard_on_a_suspension() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="suspend_meeting")
    assert hall.code("motion.spoke", "AT", id="m1", side="for") == "not_debatable"


def test_nobody_speaks_for_a_closure_but_two_may_against_it() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    assert hall.code("motion.spoke", "AT", id="m1", side="for") == "speakers_heard"
    hall.say("motion.spoke", "AT", id="m1", side="against")
    hall.say("motion.put", id="m1")
    assert hall.code("motion.spoke", "BR", id="m1", side="against") == "motion_put"


def test_a_motion_does_not_interrupt_another_speaker() -> None:
    hall = opened()
    hall.say("floor.requested", "AT")
    hall.say("floor.given", participant="AT")
    assert hall.code("motion.moved", "VN", id="m1", motion="close_debate") == "speaker_has_floor"
    hall.say("motion.moved", "AT", id="m1", motion="close_debate")


def test_signatories_and_observers_move_nothing() -> None:
    hall = opened()
    refusal = hall.refused("motion.moved", "SG", id="m1", motion="close_debate")
    assert (refusal.code, refusal.rule.path) == (
        "conference_hall.no_right",
        "participants.signatory.move_motion",
    )
    assert hall.code("motion.moved", "X-NGO", id="m1", motion="close_debate") == "no_right"


def test_the_floor_waits_while_a_motion_does() -> None:
    hall = opened()
    hall.say("floor.requested", "AT")
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    assert hall.code("floor.given", participant="AT") == "motion_first"
    assert hall.code("motion.withdrawn", "AT", id="m1") == "not_the_proposer"
    hall.say("motion.withdrawn", "VN", id="m1")
    hall.say("floor.given", participant="AT")


def test_a_suspension_that_is_carried_suspends_and_leaves_what_waits() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    hall.say("motion.moved", "AT", id="m2", motion="suspend_meeting")
    after = hall.agree("motion:m2")
    assert (after.meeting.phase, after.moved) == ("suspended", ("m1",))


def test_an_adjournment_of_the_meeting_ends_it_and_lets_other_motions_lapse() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    hall.say("motion.moved", "AT", id="m2", motion="adjourn_meeting")
    after = hall.agree("motion:m2")
    assert (after.meeting.phase, after.moved, after.motions["m1"].state) == ("closed", (), "lapsed")


def test_a_closed_debate_hears_nobody_more_and_a_rejected_closure_changes_nothing() -> None:
    hall = opened()
    hall.say("floor.requested", "AT")
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    assert len(hall.answer("motion:m1", carried=False).floor.requests) == 1
    hall.say("motion.moved", "VN", id="m2", motion="close_debate")
    assert hall.agree("motion:m2").floor.requests == ()
    assert hall.code("floor.requested", "AT") == "debate_over"
    assert hall.code("motion.moved", "VN", id="m3", motion="close_debate") == "debate_over"


def test_a_motion_is_amended_before_it_is_put() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="limit_time", seconds=120)
    hall.say("motion.amended", "AT", id="a1", motion="m1", seconds=180, words="three minutes")
    assert hall.code("motion.put", id="m1") == "motion_amendment_first"
    hall.agree("motion_amendment:a1")
    assert hall.agree("motion:m1").floor.limits == {"": 180}


def test_a_way_of_voting_that_is_asked_for_needs_no_vote() -> None:
    hall = opened()
    assert hall.code("motion.moved", "VN", id="m1", motion="request_method") == "motion_lacks"
    hall.say("motion.moved", "VN", id="m1", motion="request_method", method="roll_call")
    after = hall.say("motion.put", id="m1")
    assert (after.methods, after.moved) == ({"": "roll_call"}, ())


@pytest.mark.parametrize("motion", ["no_such", "division"])
def test_a_motion_that_there_is_not_is_refused(motion: str) -> None:
    assert opened().code("motion.moved", "VN", id="m1", motion=motion) in ("motion_unknown", "division_apart")


def test_a_debate_is_closed_only_where_one_is_open() -> None:
    hall = opened()
    hall.say("item.closed", id="3")
    assert hall.code("motion.moved", "VN", id="m1", motion="close_debate") == "no_debate"


def test_consensus_on_a_suspension_needs_no_quorum_but_anything_else_does() -> None:
    hall = opened()
    hall.say("presence.counted", number=5)
    refusal = hall.refused("consensus.asked", on="matter:agenda")
    assert refusal.facts == {"on": "matter:agenda", "present": "5", "required": "7", "base": "12"}
    hall.say("motion.moved", "VN", id="m1", motion="suspend_meeting")
    hall.say("consensus.asked", on="motion:m1")
