# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points of order, rulings, appeals, the kind of a question."""

from tests.hall import Hall, opened


def raised(hall: Hall, by: str = "VN") -> None:
    hall.say("order.raised", by, id="o1", about="other")


def test_a_point_of_order_interrupts_a_speaker_and_stops_the_clock() -> None:
    hall = opened()
    hall.say("floor.requested", "AT")
    hall.say("floor.given", participant="AT")
    hall.say("floor.started")
    raised(hall)
    speaking = hall.sitting.floor.speaking
    assert speaking is not None
    assert (speaking.since, speaking.used_ms) == (None, 60_000)


def test_a_point_of_order_is_ruled_on_before_anything_else() -> None:
    hall = opened()
    raised(hall)
    refusal = hall.refused("floor.given", participant="VN")
    assert (refusal.code, refusal.rule.path) == ("conference_hall.order_pending", "points_of_order.ruled")
    assert hall.code("order.raised", "AT", id="o2", about="other") == "order_pending"
    assert hall.code("order.appealed", "AT", id="o1") == "order_pending"
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    assert hall.code("order.ruled", id="o1", outcome="upheld") == "order_state"


def test_signatories_and_observers_raise_no_point_of_order() -> None:
    assert opened().refused("order.raised", "SG", id="o1", about="other").rule.rule == "UNTOC 14, 44"


def test_an_appeal_is_made_at_once_and_put_before_anything_else() -> None:
    hall = opened()
    hall.table()
    raised(hall)
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    hall.say("order.appealed", "AT", id="o1")
    assert hall.code("consensus.asked", on="proposal:L.1") == "order_pending"
    refusal = hall.refused("floor.requested", "CL", participant="BR")
    assert refusal.code == "conference_hall.for_another"
    assert hall.answer("ruling:o1", carried=True).orders["o1"].state == "stands"


def test_a_ruling_stands_once_other_business_is_taken_up() -> None:
    hall = opened()
    raised(hall)
    hall.say("order.ruled", id="o1", outcome="not_upheld")
    hall.say("floor.requested", "BR")
    hall.say("list.closed")
    refusal = hall.refused("order.appealed", "AT", id="o1")
    assert (refusal.code, refusal.rule.path) == ("conference_hall.appeal_late", "points_of_order.appeal")


def test_a_point_of_order_about_a_vote_needs_a_vote() -> None:
    assert opened().code("order.raised", "VN", id="o1", about="vote") == "order_no_vote"


def test_an_id_names_one_point_of_order() -> None:
    hall = opened()
    raised(hall)
    hall.say("order.ruled", id="o1", outcome="upheld")
    assert hall.code("order.raised", "AT", id="o1", about="other") == "id_taken"
    assert hall.code("order.ruled", id="o9", outcome="upheld") == "order_unknown"


def test_a_doubt_about_the_kind_of_a_question_is_ruled_on_before_it_is_put() -> None:
    hall = opened()
    hall.table()
    hall.say("question.disputed", "AT", on="proposal:L.1")
    refusal = hall.refused("consensus.asked", on="proposal:L.1")
    assert (refusal.code, refusal.facts["by"]) == ("conference_hall.kind_disputed", "AT")
    hall.say("question.ruled", id="r1", on="proposal:L.1", question="procedure")
    assert hall.sitting.kinds == {"proposal:L.1": "procedure"}
    hall.say("order.appealed", "AT", id="r1")
    assert hall.answer("ruling:r1", carried=False).kinds == {"proposal:L.1": "substance"}


def test_the_conference_itself_may_say_that_a_question_is_one_of_procedure() -> None:
    hall = opened()
    hall.say("question.disputed", "AT", on="matter:observers")
    assert hall.answer("kind:matter/observers", carried=True).kinds == {"matter:observers": "procedure"}
    assert hall.sitting.disputes == {}


def test_a_kind_of_question_that_the_rules_do_not_have_is_refused() -> None:
    hall = opened()
    hall.table()
    assert hall.code("question.ruled", id="r1", on="proposal:L.9", question="procedure") == "proposal_unknown"
    assert hall.code("question.ruled", id="r1", on="proposal:L.1", question="no_such") == "question_unknown"
    assert (
        hall.code("question.ruled", id="r1", on="proposal:L.1", question="appeal_ruling") == "question_unfit"
    )
    assert (
        hall.code("proposal.tabled", "VN", id="L.2", sponsors=["VN"], question="amendment")
        == "question_unfit"
    )
