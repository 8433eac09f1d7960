# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of speakers, the clock, the right of reply."""

from longbien.core.conference.hall.floor import queue
from tests.hall import Hall, opened


def names(hall: Hall) -> list[str]:
    return [one.participant for one in queue(hall.sitting)]


def test_the_floor_is_given_in_the_order_of_requests() -> None:
    hall = opened()
    for one in ("VN", "AT", "SG"):
        hall.say("floor.requested", one)
    refusal = hall.refused("floor.given", participant="AT")
    assert (refusal.code, refusal.rule.path) == ("conference_hall.not_next", "speaking.order")
    assert refusal.facts == {"participant": "AT", "next": "VN"}
    hall.say("floor.given", participant="VN")
    assert hall.code("floor.given", participant="AT") == "floor_taken"
    assert names(hall) == ["AT", "SG"]


def test_the_order_of_practice_hears_groups_then_ministers_then_parties_then_signatories() -> None:
    hall = opened()
    for one, capacity in (
        ("X-NGO", "national"),
        ("SG", "national"),
        ("VN", "national"),
        ("KE", "minister"),
        ("AT", "group"),
    ):
        hall.say("floor.requested", one, capacity=capacity)
    hall.say("list.ordered", by="practice_order")
    assert names(hall) == ["AT", "KE", "VN", "SG", "X-NGO"]
    assert hall.refused("floor.given", participant="VN").rule.path == "speaking.practice_order"


def test_nobody_stands_on_the_list_twice() -> None:
    hall = opened()
    hall.say("floor.requested", "VN")
    assert hall.code("floor.requested", "VN") == "listed_already"
    hall.say("floor.withdrawn", "VN")
    assert hall.code("floor.withdrawn", "VN") == "not_listed"


def test_a_closed_list_takes_replies_only_until_it_is_reopened() -> None:
    hall = opened()
    hall.say("list.closed")
    refusal = hall.refused("floor.requested", "VN")
    assert (refusal.code, refusal.rule.rule) == ("conference_hall.list_closed", "GA 73")
    hall.say("reply.requested", "VN")
    hall.say("list.reopened")
    assert hall.code("list.reopened") == "list_open"
    hall.say("floor.requested", "VN")
    hall.say("list.closed")
    assert hall.code("list.closed") == "list_closed_already"


def test_the_clock_stands_still_in_a_pause_and_keeps_what_runs_over() -> None:
    hall = opened()
    hall.say("limit.set", seconds=180)
    hall.say("floor.requested", "VN")
    hall.say("floor.given", participant="VN")
    assert hall.code("floor.paused") == "clock_stands"
    hall.say("floor.started")
    assert hall.code("floor.started") == "clock_runs"
    hall.say("floor.paused", later=100)
    hall.say("floor.started", later=1000)
    hall.say("floor.stopped", "VN", later=95)
    (speech,) = hall.sitting.floor.spoken
    assert (speech.used_ms, speech.limit, speech.overrun_ms) == (195_000, 180, 15_000)


def test_limits_are_by_capacity_and_taken_away_by_nought() -> None:
    hall = opened()
    hall.say("limit.set", seconds=180)
    hall.say("limit.set", seconds=300, capacity="group")
    for one, capacity in (("AT", "group"), ("VN", "national")):
        hall.say("floor.requested", one, capacity=capacity)
    limits = []
    for one in ("AT", "VN"):
        speaking = hall.say("floor.given", participant=one).floor.speaking
        limits.append(speaking.limit if speaking else None)
        hall.say("floor.stopped")
    assert limits == [300, 180]
    assert hall.say("limit.set", seconds=0).floor.limits == {"group": 300}


def test_a_speaker_ends_its_own_speech_and_nobody_elses() -> None:
    hall = opened()
    hall.say("floor.requested", "VN")
    hall.say("floor.given", participant="VN")
    assert hall.code("floor.stopped", "AT") == "for_another"
    hall.say("floor.called", reason="subject")
    hall.say("floor.stopped", "VN")
    assert [one.calls for one in hall.sitting.floor.spoken] == [("subject",)]
    assert hall.code("floor.stopped") == "nobody_speaks"


def test_replies_come_after_the_list_and_are_two_of_ten_and_five_minutes() -> None:
    hall = opened()
    hall.say("reply.requested", "VN")
    hall.say("floor.requested", "AT")
    assert hall.code("floor.given", participant="VN") == "not_next"
    hall.say("floor.given", participant="AT")
    hall.say("floor.stopped")
    limits = []
    for _ in range(2):
        speaking = hall.say("floor.given", participant="VN").floor.speaking
        limits.append((speaking.reply, speaking.limit) if speaking else None)
        hall.say("floor.stopped")
        if len(limits) < 2:
            hall.say("reply.requested", "VN")
    assert limits == [(1, 600), (2, 300)]
    refusal = hall.refused("reply.requested", "VN")
    assert (refusal.code, refusal.facts["most"]) == ("conference_hall.replies_used", "2")
    hall.say("item.closed", id="3")
    hall.say("item.opened", id="4")
    assert hall.say("reply.requested", "VN").floor.requests[0].reply


def test_observers_speak_on_invitation_and_parties_from_the_list() -> None:
    hall = opened()
    assert hall.code("floor.given", participant="VN") == "not_listed"
    speaking = hall.say("floor.given", participant="X-IPU").floor.speaking
    assert speaking is not None
    assert speaking.capacity == "observer"


def test_the_secretariat_may_speak_at_any_time() -> None:
    hall = opened()
    hall.say("floor.requested", "VN")
    speaking = hall.say("floor.given", participant="secretariat").floor.speaking
    assert speaking is not None
    assert speaking.participant == "secretariat"


def test_nobody_asks_for_the_floor_for_another_but_the_chair_and_the_secretariat() -> None:
    hall = opened()
    assert hall.code("floor.requested", "AT", participant="VN") == "for_another"
    hall.say("floor.requested", "secretariat", participant="VN")
    assert names(hall) == ["VN"]


def test_an_explanation_of_vote_has_the_time_that_the_rules_give_it_after_the_debate_too() -> None:
    hall = opened()
    hall.say("limit.set", seconds=180)
    hall.say("list.closed")
    assert hall.code("floor.requested", "VN") == "list_closed"
    hall.say("floor.requested", "VN", capacity="explanation")
    hall.say("floor.given", participant="VN")
    speaking = hall.sitting.floor.speaking
    assert speaking is not None
    assert (speaking.capacity, speaking.limit) == ("explanation", 600)
    hall.say("floor.stopped")
    hall.say("limit.set", seconds=120, capacity="explanation")
    hall.say("floor.requested", "AT", capacity="explanation")
    speaking = hall.say("floor.given", participant="AT").floor.speaking
    assert speaking is not None
    assert speaking.limit == 120


def test_a_speech_on_a_motion_is_heard_before_all_others_while_the_motion_waits() -> None:
    hall = opened()
    hall.say("floor.requested", "AT")
    hall.say("motion.moved", "BR", id="m1", motion="adjourn_debate")
    assert hall.code("floor.given", participant="AT") == "motion_first"
    hall.say("floor.requested", "VN", capacity="motion")
    assert names(hall) == ["VN", "AT"]
    speaking = hall.say("floor.given", participant="VN").floor.speaking
    assert speaking is not None
    assert (speaking.capacity, speaking.limit) == ("motion", 300)
    hall.say("floor.stopped")
    assert hall.code("floor.given", participant="AT") == "motion_first"


def test_who_waits_to_explain_a_vote_holds_up_no_decision() -> None:
    hall = opened()
    hall.table()
    hall.say("floor.requested", "VN", capacity="explanation")
    hall.agree("proposal:L.1")
    assert names(hall) == ["VN"]
