# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening, suspending, closing, items, presence, the rules changed in mid-session."""

from longbien.core.conference.hall.quorum import deciding, opening
from longbien.core.conference.rules.load import rule_set
from tests.hall import STATES, Hall, opened


def test_a_meeting_is_opened_with_a_third_of_the_parties_taking_part() -> None:
    hall = Hall()
    hall.say("presence.counted", number=3)
    refusal = hall.refused("meeting.opened")
    assert refusal.code == "conference_hall.quorum_open"
    assert refusal.rule.path == "quorum.open"
    assert refusal.facts == {"present": "3", "required": "4", "base": "12"}
    hall.say("presence.counted", number=4)
    assert hall.say("meeting.opened").meeting.phase == "open"


def test_nothing_is_said_before_the_meeting_is_open() -> None:
    assert Hall().code("item.opened", id="1") == "meeting_phase"


def test_only_the_chair_opens_a_meeting() -> None:
    refusal = Hall().refused("meeting.opened", "VN")
    assert (refusal.code, refusal.facts["by"]) == ("conference_hall.not_yours", "VN")


def test_a_suspended_meeting_resumes_where_it_stood() -> None:
    hall = opened()
    hall.say("meeting.suspended")
    assert hall.code("floor.given", participant="VN") == "meeting_phase"
    assert hall.say("meeting.resumed").item == "3"


def test_presence_ends_with_the_meeting_and_the_next_one_counts_anew() -> None:
    hall = opened()
    hall.say("meeting.closed")
    assert not hall.sitting.presence.known
    assert hall.say("meeting.opened", id="m2").meeting.number == 2


def test_members_of_a_present_organisation_count_to_the_quorum_unless_they_are_in_the_room() -> None:
    hall = Hall()
    hall.say("presence.marked", "AT", participant="AT", present=True)
    hall.say("presence.marked", "secretariat", participant="X-EU", present=True)
    assert opening(hall.sitting).present == 4
    other = Hall(rule_set(choices={"reio_quorum": "not_counted"}))
    other.say("presence.marked", "AT", participant="AT", present=True)
    other.say("presence.marked", "secretariat", participant="X-EU", present=True)
    assert opening(other.sitting).present == 1


def test_a_remote_seat_counts_only_where_the_rules_say_so() -> None:
    assert (
        Hall().code("presence.marked", "VN", participant="VN", present=True, seat="remote") == "remote_seat"
    )
    hybrid = Hall(rule_set(choices={"remote_presence": "present_and_vote"}))
    assert hybrid.say("presence.marked", "VN", participant="VN", present=True, seat="remote").presence.known


def test_more_than_there_are_cannot_be_counted() -> None:
    assert Hall().code("presence.counted", number=13) == "count_too_high"


def test_one_party_doubts_the_quorum_until_the_chair_has_counted() -> None:
    hall = opened()
    assert hall.say("presence.challenged", "VN").presence.challenged == "VN"
    assert hall.code("presence.challenged", "SG") == "no_right"
    assert hall.say("presence.counted", number=7).presence.challenged == ""
    assert deciding(hall.sitting).reached


def test_one_item_is_open_at_a_time() -> None:
    hall = opened()
    assert hall.code("item.opened", id="4") == "item_open"
    assert hall.code("item.closed", id="4") == "item_not_open"
    hall.say("item.closed", id="3")
    assert hall.say("item.opened", id="4").item == "4"


def test_a_change_of_the_rules_is_kept_with_what_applied_before() -> None:
    hall = opened()
    hall.say("rules.changed", choices={"quorum_base": "participating"}, decision="Decision 1/1")
    (change,) = hall.sitting.rule_changes
    assert (change.before["quorum_base"], change.after["quorum_base"]) == ("states_parties", "participating")
    assert deciding(hall.sitting).of == "participating"
    assert hall.code("rules.changed", choices={"no_such": "x"}) == "rules_unknown"


def test_a_participant_that_nobody_knows_is_refused() -> None:
    assert Hall().code("presence.marked", "ZZ", participant="ZZ", present=True) == "participant_unknown"
    assert Hall().code("presence.marked", "AT", participant="VN", present=True) == "for_another"


def test_events_are_numbered_and_dated_upwards() -> None:
    hall = opened()
    assert hall.code("item.closed", later=-1, id="3") == "time_backwards"
    assert len(STATES) == 12


def test_a_count_of_heads_outlives_marks_and_shrinks_when_somebody_leaves() -> None:
    hall = opened()
    hall.say("presence.counted", number=7)
    hall.say("presence.marked", "VN", participant="VN", present=True)
    assert deciding(hall.sitting).present == 7
    hall.say("presence.marked", "VN", participant="VN", present=False)
    assert deciding(hall.sitting).present == 6
    for state in STATES:
        hall.say("presence.marked", state, participant=state, present=True)
    assert deciding(hall.sitting).present == 12


def test_an_item_whose_debate_was_adjourned_is_taken_up_again_by_reconsideration_only() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="adjourn_debate")
    hall.answer("motion:m1", carried=True)
    hall.say("item.closed", id="3")
    assert hall.code("item.opened", id="3") == "debate_over"
    hall.say("motion.moved", "VN", id="m2", motion="reconsider", target="item:3")
    hall.answer("motion:m2", carried=True)
    assert hall.say("item.opened", id="3").items["3"].debate == "open"


def test_motions_that_wait_lapse_with_the_meeting() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="close_debate")
    assert hall.say("meeting.closed").motions["m1"].state == "lapsed"
