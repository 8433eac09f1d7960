# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amendments in the Chair's order, parts voted separately."""

from tests.hall import Hall, opened


def drafted() -> Hall:
    hall = opened()
    hall.table(operative_parts=[{"id": "OP1", "operative": True}, {"id": "OP2", "operative": True}])
    return hall


def amended(hall: Hall) -> None:
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    hall.say("amendment.tabled", "BR", id="A.2", proposal="L.1")
    hall.say("amendment.tabled", "CL", id="A.3", proposal="L.1", implies_rejection_of=["A.1"])


def test_amendments_are_put_in_the_order_of_the_chair_and_before_the_whole() -> None:
    hall = drafted()
    amended(hall)
    assert hall.code("consensus.asked", on="proposal:L.1") == "amendments_first"
    assert hall.code("consensus.asked", on="amendment:A.1") == "amendments_unordered"
    assert hall.code("amendment.ordered", proposal="L.1", order=["A.3", "A.2"]) == "order_incomplete"
    hall.say("amendment.ordered", proposal="L.1", order=["A.3", "A.2", "A.1"])
    refusal = hall.refused("consensus.asked", on="amendment:A.1")
    assert (refusal.code, refusal.facts["next"], refusal.rule.path) == (
        "conference_hall.amendment_not_next",
        "A.3",
        "amendments.order",
    )


def test_an_amendment_that_anothers_adoption_rejects_is_not_put() -> None:
    hall = drafted()
    amended(hall)
    hall.say("amendment.ordered", proposal="L.1", order=["A.3", "A.2", "A.1"])
    assert hall.agree("amendment:A.3").amendments["A.1"].state == "not_put"
    hall.answer("amendment:A.2", carried=False)
    assert hall.code("consensus.asked", on="amendment:A.1") == "proposal_state"
    after = hall.agree("proposal:L.1")
    assert (after.proposals["L.1"].state, after.proposals["L.1"].amended) == ("adopted", True)


def test_a_full_replacement_is_a_new_proposal() -> None:
    hall = drafted()
    assert hall.code("amendment.tabled", "AT", id="A.1", proposal="L.1", whole=True) == "whole_replaced"


def test_an_amendment_is_withdrawn_by_its_mover() -> None:
    hall = drafted()
    amended(hall)
    assert hall.code("amendment.withdrawn", "AT", id="A.2") == "not_the_proposer"
    hall.say("amendment.withdrawn", "BR", id="A.2")
    assert hall.code("amendment.withdrawn", "BR", id="A.2") == "proposal_state"


def test_an_amendment_under_the_wrong_threshold_is_reconsidered() -> None:
    hall = drafted()
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    hall.agree("amendment:A.1")
    hall.say("motion.moved", "BR", id="m1", motion="reconsider", target="amendment:A.1")
    after = hall.answer("motion:m1", carried=True)
    assert (after.amendments["A.1"].state, after.proposals["L.1"].amended) == ("tabled", False)


def test_a_division_is_granted_unless_somebody_objects() -> None:
    hall = drafted()
    assert hall.code("division.requested", "AT", proposal="L.1", parts=[]) == "no_parts"
    assert hall.code("division.requested", "AT", proposal="L.1", parts=["OP7"]) == "part_unknown"
    hall.say("division.requested", "AT", proposal="L.1", parts=["OP1"])
    assert hall.code("consensus.asked", on="proposal:L.1") == "division_waits"
    assert hall.code("division.spoke", "VN", proposal="L.1", side="against") == "division_state"
    hall.say("division.granted", proposal="L.1")
    assert hall.code("consensus.asked", on="proposal:L.1") == "parts_first"
    assert hall.agree("part:L.1/OP1").proposals["L.1"].parts[0].state == "retained"
    hall.agree("proposal:L.1")


def test_a_division_that_is_objected_to_is_voted_after_two_for_and_two_against() -> None:
    hall = drafted()
    hall.say("division.requested", "AT", proposal="L.1", parts=["OP1"])
    assert hall.code("division.objected", "SG", proposal="L.1") == "no_right"
    hall.say("division.objected", "VN", proposal="L.1")
    assert hall.code("division.granted", proposal="L.1") == "division_state"
    hall.say("division.spoke", "BR", proposal="L.1", side="for")
    assert hall.code("division.spoke", "CL", proposal="L.1", side="for") == "speakers_heard"
    hall.say("division.spoke", "CL", proposal="L.1", side="against")
    assert hall.code("division.spoke", "CL", proposal="L.1", side="against") == "spoke_already"
    division = hall.answer("division:L.1", carried=False).proposals["L.1"].division
    assert division is not None
    assert division.state == "refused"
    hall.agree("proposal:L.1")


def test_a_part_is_asked_for_its_retention_and_the_whole_falls_when_no_operative_part_is_left() -> None:
    hall = drafted()
    hall.table("L.2", "AT", depends_on="L.1")
    hall.say("division.requested", "AT", proposal="L.1", parts=["OP1", "OP2"])
    hall.say("division.granted", proposal="L.1")
    hall.answer("part:L.1/OP1", carried=False)
    assert hall.sitting.proposals["L.1"].state == "tabled"
    after = hall.answer("part:L.1/OP2", carried=False)
    assert [one.state for one in after.proposals.values()] == ["rejected", "fallen"]
    assert [one.rule for one in after.decisions][2:] == [
        "division.all_operative_parts_rejected",
        "proposals.linked",
    ]


def test_parts_come_after_the_amendments() -> None:
    hall = drafted()
    hall.say("amendment.tabled", "AT", id="A.1", proposal="L.1")
    hall.say("division.requested", "AT", proposal="L.1", parts=["OP1"])
    hall.say("division.granted", proposal="L.1")
    assert hall.code("consensus.asked", on="part:L.1/OP1") == "amendments_first"
    assert hall.code("consensus.asked", on="part:L.1/OP2") == "amendments_first"
    hall.agree("amendment:A.1")
    assert hall.code("consensus.asked", on="part:L.1/OP2") == "part_state"
    hall.agree("part:L.1/OP1")


def test_an_amendment_that_was_adopted_and_is_no_more_lets_the_excluded_ones_wait_again() -> None:
    hall = drafted()
    amended(hall)
    hall.say("amendment.ordered", proposal="L.1", order=["A.3", "A.2", "A.1"])
    hall.agree("amendment:A.3")
    after = hall.answer("amendment:A.3", carried=False)
    assert [one.state for one in after.amendments.values()] == ["tabled", "tabled", "rejected"]
    assert not after.proposals["L.1"].amended


def test_a_part_declared_again_after_the_whole_was_decided_changes_the_part() -> None:
    hall = drafted()
    hall.say("division.requested", "AT", proposal="L.1", parts=["OP1"])
    hall.say("division.granted", proposal="L.1")
    hall.answer("part:L.1/OP1", carried=True)
    hall.agree("proposal:L.1")
    assert hall.answer("part:L.1/OP1", carried=False).proposals["L.1"].parts[0].state == "deleted"
    assert hall.code("consensus.asked", on="part:L.1/OP1") == "proposal_state"
