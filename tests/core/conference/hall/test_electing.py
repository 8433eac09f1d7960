# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elections in the hall: ballots one after another, tellers, contradictory counts, lots, and how an election ends."""

from typing import Any

from longbien.core.conference.hall.state.votes import DECLARED, Election
from longbien.core.conference.hall.steps import next_steps
from tests.hall import Hall, opened
from tests.voting import code


def electing(places: int = 1, **more: Any) -> Hall:
    """Give a hall with an election announced and its first ballot open."""
    hall = opened()
    hall.say(
        "election.announced",
        id="e1",
        office="President",
        places=places,
        candidates=["BR", "FR", "VN"],
        **more,
    )
    hall.say("election.balloted", id="e1")
    return hall


def counted(votes: dict[str, int], **more: Any) -> dict[str, Any]:
    """Give the body of a count with one name on each paper."""
    body = {"id": "e1", "invalid": 0, "abstain": 0, "counted_by": "A. One", "confirmed_by": "B. Two"}
    return {**body, "papers": sum(votes.values()), "votes": {**votes}, **more}


def held(hall: Hall) -> Election:
    """Give the election."""
    return hall.sitting.elections["e1"]


def test_a_majority_of_the_valid_papers_elects() -> None:
    hall = electing()
    hall.say(
        "election.counted",
        "secretariat",
        **counted({"BR": 6, "FR": 3, "VN": 1}, papers=12, invalid=1, abstain=1),
    )
    found = held(hall)
    assert (found.elected, found.course.counted[0].required) == (("BR",), 6)
    assert code(hall, "election.balloted", id="e1") == "election_waits_close"
    hall.say("election.closed", id="e1")
    assert (held(hall).phase, hall.sitting.electing) == (DECLARED, "")


def test_the_second_ballot_is_between_the_two_highest_and_a_tie_in_it_goes_to_the_lot() -> None:
    hall = electing()
    hall.say("election.counted", "secretariat", **counted({"BR": 5, "FR": 4, "VN": 2}))
    assert code(hall, "election.balloted", id="e1", candidates=["BR", "VN"]) == "ballot_names"
    hall.say("election.balloted", id="e1", candidates=["FR", "BR"])
    assert code(hall, "election.counted", "secretariat", **counted({"BR": 5, "VN": 5})) == "papers_name"
    hall.say("election.counted", "secretariat", **counted({"BR": 5, "FR": 5}))
    assert code(hall, "election.balloted", id="e1") == "election_waits_lot"
    assert code(hall, "election.drawn", id="e1", drawn="VN") == "lot_drawn"
    hall.say("election.drawn", id="e1", drawn="FR")
    assert held(hall).elected == ("FR",)


def test_two_thirds_are_balloted_three_restricted_and_three_open_in_turn() -> None:
    hall = electing(threshold="two_thirds")
    kinds = []
    for _ in range(8):
        current = held(hall).course.round
        assert current is not None
        kinds.append(current.kind.value)
        hall.say("election.counted", "secretariat", **counted({"BR": 6, "FR": 5}))
        hall.say("election.balloted", id="e1")
    assert kinds == ["first", *["restricted"] * 3, *["unrestricted"] * 3, "restricted"]
    assert held(hall).course.counted[0].required == 8


def test_several_places_are_filled_and_several_names_drawn_one_by_one() -> None:
    hall = electing(2)
    hall.say("election.counted", "secretariat", **counted({"BR": 7, "FR": 7, "VN": 7}, papers=11))
    assert code(hall, "election.drawn", id="e1", drawn="KE") == "lot_drawn"
    hall.say("election.drawn", id="e1", drawn="VN")
    assert held(hall).elected == ()
    assert code(hall, "election.drawn", id="e1", drawn="VN") == "lot_drawn"
    hall.say("election.drawn", id="e1", drawn="BR")
    assert held(hall).elected == ("VN", "BR")


def test_counts_that_cannot_be_are_refused() -> None:
    hall = electing()
    for body, refused in (
        (counted({"BR": 6}, confirmed_by="A. One"), "same_person"),
        (counted({"BR": 13}), "total_electorate"),
        (counted({"BR": 6}, papers=5), "papers_one"),
        (counted({"BR": 3, "FR": 2}, papers=6), "papers_sum"),
        (counted({}, papers=2, invalid=3), "papers_count"),
    ):
        assert code(hall, "election.counted", "secretariat", **body) == refused


def test_an_election_keeps_its_order() -> None:
    hall = opened()
    body: dict[str, Any] = {"id": "e1", "office": "President", "places": 1, "candidates": ["BR", "FR"]}
    assert code(hall, "election.balloted", id="e1") == "election_unknown"
    assert code(hall, "election.announced", **{**body, "places": 3}) == "places"
    assert code(hall, "election.announced", **body, threshold="absolute") == "election_threshold"
    hall.say("election.announced", **body)
    assert code(hall, "election.counted", "secretariat", **counted({"BR": 6})) == "election_waits_ballot"
    assert code(hall, "floor.given", participant="VN") == "vote_running"
    hall.say("election.balloted", id="e1")
    assert code(hall, "election.balloted", id="e1") == "election_waits_count"
    assert code(hall, "election.closed", id="e1") == "election_open"
    hall.say("election.closed", id="e1", words="Deferred to the next session.")
    assert hall.sitting.electing == ""
    assert code(hall, "election.announced", **body) == "id_taken"


def test_an_agreed_slate_is_elected_without_a_ballot() -> None:
    hall = opened()
    body: dict[str, Any] = {
        "id": "e1",
        "office": "Vice-Presidents",
        "candidates": ["BR", "FR"],
        "agreed": True,
    }
    assert code(hall, "election.announced", **body, places=1) == "election_not_agreed"
    hall.say("election.announced", **body, places=2)
    assert (held(hall).elected, held(hall).phase, hall.sitting.electing) == (("BR", "FR"), DECLARED, "")


def test_the_next_steps_of_an_election_are_offered() -> None:
    hall = opened()
    hall.say("election.announced", id="e1", office="President", places=1, candidates=["BR", "FR", "VN"])
    assert offered(hall) == [("election.balloted", "election.opened"), ("election.closed", "election.closed")]
    hall.say("election.balloted", id="e1")
    assert offered(hall)[0] == ("election.counted", "election.counted")
    hall.say("election.counted", "secretariat", **counted({"BR": 5, "FR": 4, "VN": 2}))
    assert offered(hall)[0] == ("election.balloted", "election.again")
    hall.say("election.balloted", id="e1")
    hall.say("election.counted", "secretariat", **counted({"BR": 5, "FR": 5}))
    assert offered(hall)[0] == ("election.drawn", "election.drawn")
    hall.say("election.drawn", id="e1", drawn="BR")
    assert offered(hall) == [("election.closed", "election.elected")]


def offered(hall: Hall) -> list[tuple[str, str]]:
    """Give the steps of the election that are offered, with the code of the sentence to read out."""
    return [(one.kind, one.code) for one in next_steps(hall.sitting) if one.kind.startswith("election.")]
