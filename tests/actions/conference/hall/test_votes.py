# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes as the verbs run them: who may vote, what stays hidden, two officers for totals, lots, and the rules changed by a decision."""

import pytest

from longbien.actions.conference.hall.count import (
    confirm_totals,
    count_totals,
    take_count_back,
    waiting_counts,
)
from longbien.actions.conference.hall.show import hall_view, own_view
from longbien.actions.conference.hall.view import VoteView
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.conference.counting.lot import check_reveal, draw
from longbien.store import models
from tests.hall import STATES
from tests.hall_stage import Stage, badge
from tests.nodes import make_officer

pytestmark = pytest.mark.django_db
TOTALS: dict[str, Json] = {"vote": "v1", "for": 7, "against": 3, "abstain": 1}


def put(stage: Stage, method: str = "recorded", **body: str) -> None:
    """Table a draft on procedure and put it to the vote."""
    stage.open()
    stage.says("proposal.tabled", id="L.1", by="FR", sponsors=["FR"], question="procedure", circulated=True)
    stage.says("vote.announced", id="v1", on="proposal:L.1", method=method, **body)


def vote(stage: Stage, board: str = "public") -> VoteView:
    """Give the vote as a board shows it."""
    return hall_view(node=stage.node, meeting_id=stage.meeting.meeting_id, board=board).votes[0]


def count(stage: Stage, actor: models.Officer, *, again: bool = False, **totals: Json) -> str:
    """Type totals; give the code of the refusal, or nothing."""
    typed = confirm_totals if again else count_totals
    try:
        typed(
            node=stage.node,
            actor=actor,
            meeting_id=stage.meeting.meeting_id,
            kind="ballot.counted",
            body={**TOTALS, **totals},
        )
    except LongBienError as error:
        return error.code
    return ""


def test_who_may_vote_is_frozen_in_the_announcement_and_never_typed() -> None:
    stage = Stage()
    stage.open()
    assert stage.code("vote.announced", id="v1", electorate=[]) == "conference.electorate_typed"
    stage.says("proposal.tabled", id="L.1", by="FR", sponsors=["FR"], question="procedure", circulated=True)
    stage.says("vote.announced", id="v1", on="proposal:L.1", method="recorded")
    body = stage.meeting.events.get(kind="vote.announced").body
    assert [row["id"] for row in body["electorate"]] == [*STATES, "X-EU"]
    assert body["electorate"][-1] == {"id": "X-EU", "weight": 4, "members": ["AT", "DE", "FR", "HU"]}


def test_ballots_are_counted_and_hidden_until_the_vote_is_closed() -> None:
    stage = Stage()
    put(stage)
    stage.says("vote.opened", id="v1")
    france = badge(stage, "FR")
    stage.says("ballot.cast", france, vote="v1", choice="yes")
    stage.says("ballot.cast", vote="v1", participant="VN", choice="no")
    shown = vote(stage, "chair")
    assert (shown.ballots_in, shown.expected, shown.electorate) == (2, 13, 12)
    assert {one.choice for one in shown.ballots} == {""}
    own = own_view(node=stage.node, actor=france, meeting_id=stage.meeting.meeting_id)
    assert (own.may_vote, own.ballot) == (True, "yes")
    happened = hall_view(node=stage.node, meeting_id=stage.meeting.meeting_id).happened
    assert all("choice" not in one.body for one in happened if one.kind == "ballot.cast")
    stage.says("vote.closed", id="v1")
    assert {one.who.id: one.choice for one in vote(stage).ballots} == {"FR": "yes", "VN": "no"}


def test_the_second_ballot_of_an_organisation_and_its_member_is_refused_and_shown_to_the_chair() -> None:
    stage = Stage()
    put(stage)
    stage.says("vote.opened", id="v1")
    stage.says("ballot.cast", vote="v1", participant="FR", choice="yes")
    refused = stage.code("ballot.cast", vote="v1", participant="X-EU", choice="no")
    assert refused == "conference_votes.member_voted"
    shown = hall_view(node=stage.node, meeting_id=stage.meeting.meeting_id, board="chair").refused
    assert [(one.who.id, one.code) for one in shown] == [("X-EU", "conference_votes.member_voted")]


def test_the_declaration_stands_beside_the_computed_result_and_leaves_a_leaf() -> None:
    stage = Stage()
    put(stage)
    stage.says("vote.opened", id="v1")
    for code, choice in (("VN", "no"), ("FR", "no"), ("BR", "yes")):
        stage.says("ballot.cast", vote="v1", participant=code, choice=choice)
    stage.says("vote.closed", id="v1")
    stage.says("result.declared", vote="v1", outcome="adopted")
    result = vote(stage).result
    assert result is not None
    assert (result.votes_for, result.against, result.computed, result.declared) == (
        1,
        2,
        "rejected",
        "adopted",
    )
    assert result.difference is not None
    assert b"result.declared" in bytes(models.DecisionRecord.objects.latest("pk").record)


def test_totals_take_two_officers_who_count_the_same() -> None:
    stage = Stage()
    put(stage, "show_of_hands")
    stage.says("vote.opened", id="v1")
    assert count(stage, stage.first, against=30) == "conference_votes.total_electorate"
    assert count(stage, stage.first) == ""
    assert count(stage, stage.second) == "conference.count_waits"
    assert count(stage, stage.first, again=True) == "conference.count_yourself"
    assert count(stage, make_officer("operator-1", "operator"), again=True) == "people.not_permitted"
    waiting = waiting_counts(stage.meeting)
    assert [(one.about, one.counted_by) for one in waiting] == [("v1", "zz-conf-1")]
    assert count(stage, stage.second, again=True, abstain=0) == "conference.count_differs"
    assert count(stage, stage.second, again=True) == "conference.count_unknown"
    assert (count(stage, stage.first), count(stage, stage.second, again=True)) == ("", "")
    stage.says("vote.closed", id="v1")
    shown = vote(stage)
    assert shown.result is not None
    assert (shown.result.votes_for, shown.result.against, shown.result.abstain) == (7, 3, 1)
    assert (shown.counted_by, shown.confirmed_by, shown.ballots) == ("zz-conf-1", "zz-conf-2", ())


def test_a_count_that_waits_can_be_taken_back() -> None:
    stage = Stage()
    put(stage, "show_of_hands")
    stage.says("vote.opened", id="v1")
    count(stage, stage.first)
    take_count_back(
        node=stage.node,
        actor=stage.first,
        meeting_id=stage.meeting.meeting_id,
        kind="ballot.counted",
        about="v1",
    )
    assert waiting_counts(stage.meeting) == ()


def test_the_node_is_bound_to_the_lot_of_a_roll_call_before_it_is_drawn() -> None:
    stage = Stage()
    put(stage, "roll_call")
    bound = vote(stage).lot
    assert bound
    steps = hall_view(node=stage.node, meeting_id=stage.meeting.meeting_id, board="chair").steps
    assert steps[0].kind == "vote.opened"
    stage.says("vote.opened", id="v1")
    shown = vote(stage)
    seed = bytes.fromhex(shown.seed)
    check_reveal(bound, seed, "v1")
    assert shown.roll[0].id == draw(seed, "v1", STATES)[0]
    assert shown.roll[-1].id == "X-EU"
    stage.says("ballot.cast", vote="v1", participant="VN", choice="abstain")
    assert vote(stage).ballots[0].choice == "abstain"


def test_a_lot_may_be_drawn_by_hand() -> None:
    stage = Stage()
    put(stage, "roll_call", lot="by_hand")
    assert vote(stage).lot == ""
    stage.says("vote.opened", id="v1", first="KE")
    assert vote(stage).roll[0].id == "KE"


def test_rules_change_by_a_decision_and_by_nothing_else() -> None:
    stage = Stage()
    put(stage)

    def change(**choices: str) -> str:
        try:
            stage.says("rules.changed", choices={**choices}, decision="L.1")
        except LongBienError as error:
            return error.code
        return ""

    assert change(quorum_base="participating") == "conference.decision_unknown"
    stage.says("vote.opened", id="v1")
    for code in STATES[:7]:
        stage.says("ballot.cast", vote="v1", participant=code, choice="yes")
    stage.says("vote.closed", id="v1")
    stage.says("result.declared", vote="v1", outcome="adopted")
    assert change(quorum_base="nobody") == "conference.rule_unknown"
    assert change() == "conference.rules_same"
    assert change(quorum_base="participating") == ""
    assert stage.sitting.rules.choices["quorum_base"] == "participating"
    assert stage.meeting.events.get(kind="rules.changed").body["decision"] == "L.1"


def test_a_ballot_of_an_election_is_counted_by_two_and_shown_in_totals() -> None:
    stage = Stage()
    stage.open()
    stage.says("election.announced", id="e1", office="President", places=1, candidates=["FR", "BR"])
    assert "electorate" in stage.meeting.events.get(kind="election.announced").body
    stage.says("election.balloted", id="e1")
    body: dict[str, Json] = {
        "id": "e1",
        "papers": 11,
        "invalid": 0,
        "abstain": 1,
        "votes": {"FR": 7, "BR": 3},
    }
    for typed, actor in ((count_totals, stage.first), (confirm_totals, stage.second)):
        typed(
            node=stage.node,
            actor=actor,
            meeting_id=stage.meeting.meeting_id,
            kind="election.counted",
            body=body,
        )
    shown = hall_view(node=stage.node, meeting_id=stage.meeting.meeting_id).elections[0]
    assert [one.id for one in shown.elected] == ["FR"]
    assert (shown.ballots[0].required, dict(shown.ballots[0].votes)) == (6, {"FR": 7, "BR": 3})


def test_a_secret_ballot_is_taken_only_where_the_rules_say_so() -> None:
    stage = Stage()
    stage.open()
    stage.says("proposal.tabled", id="L.1", by="FR", sponsors=["FR"], question="procedure", circulated=True)
    assert stage.code("vote.announced", id="v1", on="proposal:L.1", method="secret_ballot").startswith(
        "conference_votes."
    )
