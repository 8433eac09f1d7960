# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be done now: every step that is offered is accepted, and those that matter are offered."""

from datetime import timedelta

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.engine import step
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.conference.hall.steps import Step, may, next_steps
from tests.hall import Hall, opened


def kinds(steps: tuple[Step, ...]) -> list[str]:
    return list(dict.fromkeys(one.kind for one in steps))


def taken(hall: Hall, one: Step) -> None:
    event = Event(
        seq=hall.sitting.seq + 1, at=hall.now + timedelta(minutes=1), kind=one.kind, by=one.by, body=one.body
    )
    step(hall.sitting, event)


def test_a_meeting_begins_with_a_count_and_its_opening() -> None:
    assert kinds(next_steps(Hall().sitting)) == ["presence.counted", "meeting.opened"]


def test_without_the_quorum_the_meeting_is_not_offered_to_be_opened() -> None:
    hall = Hall()
    hall.say("presence.counted", number=1)
    assert "meeting.opened" not in kinds(next_steps(hall.sitting))


def test_a_point_of_order_leaves_the_chair_its_ruling_only() -> None:
    hall = opened()
    hall.say("order.raised", "VN", id="o1", about="other")
    steps = next_steps(hall.sitting)
    assert [(one.kind, one.body.get("outcome")) for one in steps][:2] == [
        ("order.ruled", "upheld"),
        ("order.ruled", "not_upheld"),
    ]
    assert set(kinds(steps)) <= {"order.ruled", "presence.counted"}


def test_after_a_ruling_every_party_may_appeal_and_no_signatory() -> None:
    hall = opened()
    hall.say("order.raised", "VN", id="o1", about="other")
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    assert "order.appealed" in kinds(may(hall.sitting, "AT"))
    assert "order.appealed" not in kinds(may(hall.sitting, "SG"))


def test_a_motion_offers_who_may_speak_and_that_it_is_put() -> None:
    hall = opened()
    hall.say("motion.moved", "VN", id="m1", motion="adjourn_debate")
    assert [
        (one.kind, one.body["side"]) for one in may(hall.sitting, "AT") if one.kind == "motion.spoke"
    ] == [
        ("motion.spoke", "for"),
        ("motion.spoke", "against"),
    ]
    assert [one.code for one in next_steps(hall.sitting) if one.kind == "motion.put"] == ["motion.put"]


def test_a_draft_is_offered_without_a_vote_and_the_effort_to_be_certified() -> None:
    hall = opened()
    hall.table(symbol="CAC/L.1")
    steps = next_steps(hall.sitting)
    (asked,) = (one for one in steps if one.kind == "consensus.asked")
    assert (asked.body, asked.values) == ({"on": "proposal:L.1"}, {"matter": "proposal:L.1"})
    (exhausted,) = (one for one in steps if one.kind == "effort.exhausted")
    assert exhausted.values == {"threshold": "two_thirds"}


def test_observers_may_ask_for_the_floor_and_little_else() -> None:
    assert set(kinds(may(opened().sitting, "X-NGO"))) == {
        "floor.requested",
        "reply.requested",
        "presence.marked",
    }
    assert may(opened().sitting, "ZZ") == ()


def test_every_step_that_lacks_nothing_is_accepted() -> None:
    hall = opened()
    hall.table(operative_parts=[{"id": "OP1", "operative": True}])
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    hall.say("division.requested", "AT", proposal="L.1", parts=["OP1"])
    hall.say("floor.requested", "BR")
    for one in (*next_steps(hall.sitting), *may(hall.sitting, "VN"), *may(hall.sitting, "SG")):
        assert all(
            name.removesuffix("?") in one.body for name in KINDS[one.kind].members if name[-1] != "?"
        ) or (one.lacks)
        if not one.lacks:
            taken(hall, one)


def follow(hall: Hall, kind: str, **filled: Json) -> Step:
    """Take the first offered step of a kind, with what it lacks."""
    one = next(held for held in next_steps(hall.sitting) if held.kind == kind)
    assert set(one.lacks) == set(filled)
    hall.say(one.kind, one.by, later=60, **{**one.body, **filled})
    return one


def test_a_draft_is_voted_by_following_the_steps_alone() -> None:
    hall = opened()
    hall.table()
    assert follow(hall, "effort.exhausted").values == {"threshold": "two_thirds"}
    announced = follow(hall, "vote.announced")
    assert (announced.code, announced.values) == (
        "proposal.whole",
        {"symbol": "L.1", "matter": "proposal:L.1"},
    )
    assert kinds(next_steps(hall.sitting)) == ["vote.opened", "vote.voided"]
    assert follow(hall, "vote.opened").code == "vote.opened.show_of_hands"
    assert "ballot.counted" in kinds(next_steps(hall.sitting))
    name = hall.sitting.voting
    totals: dict[str, Json] = {"for": 8, "against": 4, "abstain": 0}
    hall.say("ballot.counted", "secretariat", vote=name, counted_by="A", confirmed_by="B", later=60, **totals)
    follow(hall, "vote.closed")
    declared = follow(hall, "result.declared")
    assert (declared.code, declared.body["outcome"]) == ("result.adopted", "adopted")
    assert declared.values["needed"] == "8"
    assert hall.sitting.proposals["L.1"].state == "adopted"


def test_whoever_may_vote_is_offered_three_answers_and_nobody_else_any() -> None:
    hall = opened()
    hall.say("vote.announced", id="v1", on="matter:x", method="recorded")
    hall.say("vote.opened", id="v1")
    answers = [one.body["choice"] for one in may(hall.sitting, "VN") if one.kind == "ballot.cast"]
    assert answers == ["yes", "no", "abstain"]
    assert "ballot.cast" not in kinds(may(hall.sitting, "SG"))
    hall.say("ballot.cast", "X-EU", vote="v1", choice="yes")
    assert "ballot.cast" not in kinds(may(hall.sitting, "AT"))
    assert [one.body["about"] for one in may(hall.sitting, "AT") if one.kind == "order.raised"] == ["vote"]


def test_a_roll_call_waits_for_the_name_that_was_drawn() -> None:
    hall = opened()
    hall.say("vote.announced", id="v1", on="matter:x", method="roll_call")
    follow(hall, "vote.opened", first="CL")
    assert hall.sitting.votes["v1"].roll[0] == "CL"


def test_an_appeal_is_offered_to_be_voted_at_once() -> None:
    hall = opened()
    hall.say("order.raised", "VN", id="o1", about="other")
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    hall.say("order.appealed", "AT", id="o1")
    assert [one.kind for one in next_steps(hall.sitting)] == ["vote.announced", "presence.counted"]
    assert follow(hall, "vote.announced").body["on"] == "ruling:o1"


def test_an_election_is_held_by_following_the_steps() -> None:
    hall = opened()
    places: dict[str, Json] = {"places": 1, "candidates": ["AT", "BR"]}
    hall.say("election.announced", id="e1", office="Rapporteur", later=60, **places)
    follow(hall, "election.balloted")
    counts: dict[str, Json] = {"papers": 12, "invalid": 0, "abstain": 0, "votes": {"AT": 7, "BR": 5}}
    assert "election.counted" in kinds(next_steps(hall.sitting))
    hall.say("election.counted", "secretariat", id="e1", counted_by="A", confirmed_by="B", later=60, **counts)
    assert follow(hall, "election.closed").values == {"names": "AT"}
