# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Corrections change no total; votes are explained once, not by sponsors, not if secret."""

from longbien.core.conference.rules.load import rule_set
from tests.hall import STATES, Hall, opened
from tests.voting import MATTER, announce, cast, code, show, verdict, vote, voting


def decided() -> Hall:
    """Give a hall with a recorded vote declared."""
    hall = voting()
    cast(hall, (6, 3, 2))
    hall.say("vote.closed", id="v1")
    hall.say("result.declared", vote="v1", outcome="adopted")
    return hall


def on_a_proposal() -> Hall:
    """Give a hall with a proposal of Brazil and Chile that is ripe for its vote."""
    hall = opened()
    sponsors: list[str] = ["BR", "CL"]
    hall.say("proposal.tabled", "BR", id="L.1", sponsors=[*sponsors], question="procedure", circulated=True)
    return hall


def test_a_correction_is_a_note_and_changes_no_total() -> None:
    hall = decided()
    before = verdict(hall)
    hall.say("vote.corrected", "VN", vote="v1", choice="yes", words="Meant to vote in favour.")
    assert verdict(hall) == before
    assert [(one.participant, one.choice) for one in vote(hall).corrections] == [("VN", "yes")]
    assert vote(hall).ballots == decided().sitting.votes["v1"].ballots


def test_a_correction_comes_after_the_vote_and_only_of_a_vote_by_name() -> None:
    hall = voting()
    assert code(hall, "vote.corrected", "VN", vote="v1", choice="yes") == "vote_running"
    hands = voting("show_of_hands")
    show(hands, (6, 3, 2))
    hands.say("result.declared", vote="v1", outcome="adopted")
    assert code(hands, "vote.corrected", "VN", vote="v1", choice="yes") == "correction_by_name"


def test_a_vote_is_explained_once_before_or_after() -> None:
    hall = decided()
    hall.say("vote.explained", "VN", vote="v1", words="We voted so because …")
    assert code(hall, "vote.explained", "VN", vote="v1") == "explanation_once"
    assert code(hall, "vote.explained", "VN", on=MATTER) == "explanation_once"
    assert code(hall, "vote.explained", "FR") == "explanation_of"
    assert code(hall, "vote.explained", "FR", on=MATTER, vote="v1") == "explanation_of"
    assert code(hall, "vote.explained", "SG", vote="v1") == "no_right"
    assert [one.participant for one in hall.sitting.explained] == ["VN"]


def test_sponsors_do_not_explain_their_vote() -> None:
    hall = on_a_proposal()
    hall.say("vote.explained", "VN", on="proposal:L.1")
    announce(hall, on="proposal:L.1")
    cast(hall, (6, 3, 2))
    hall.say("vote.closed", id="v1")
    assert code(hall, "vote.explained", "FR", vote="v1") == "vote_running"
    hall.say("result.declared", vote="v1", outcome="adopted")
    assert code(hall, "vote.explained", "CL", vote="v1") == "explanation_sponsor"
    assert hall.say("vote.explained", "FR", vote="v1").explained[-1].on == "proposal:L.1"


def test_a_secret_vote_is_not_explained() -> None:
    hall = opened(rule_set(choices={"secret_on_request": "on_request_of_n"}))
    supporters: list[str] = [one for one in STATES if one != "VN"]
    hall.say("vote.requested", "VN", on=MATTER, method="secret_ballot", supporters=[*supporters])
    assert code(hall, "vote.explained", "VN", on=MATTER) == "explanation_secret"


def test_the_decision_on_a_proposal_follows_from_its_vote() -> None:
    hall = on_a_proposal()
    announce(hall, on="proposal:L.1", method="show_of_hands")
    show(hall, (4, 6, 0))
    hall.say("result.declared", vote="v1", outcome="rejected")
    assert hall.sitting.proposals["L.1"].state == "rejected"
    assert [(one.on, one.how, one.outcome) for one in hall.sitting.decisions] == [
        ("proposal:L.1", "vote", "rejected")
    ]
