# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes from the pages: two counts by two officers, a roll-call typed into the grid, a delegation's own ballot."""

from collections.abc import Iterator

import pytest

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from tests.hall_stage import Stage, badge
from tests.web.conference.test_hall import HALL, browser, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Give a node with an open meeting, which the pages ask."""
    found = Stage()
    provide_node(lambda: found.node)
    found.open()
    yield found
    provide_node(Provider())


def vote(stage: Stage, method: str = "show_of_hands", **more: str) -> None:
    """Announce and open a vote."""
    stage.says("vote.announced", id="V1", on="matter:other", method=method, question="procedure", **more)
    stage.says("vote.opened", id="V1")


def test_totals_take_two_officers_who_count_the_same(stage: Stage) -> None:
    vote(stage)
    stage.says("vote.closed", id="V1")
    first, second = browser(stage.first), browser(stage.second)
    totals = {
        "kind": "ballot.counted",
        "vote": "V1",
        "for": "7",
        "against": "2",
        "abstain": "1",
        "back": "grid",
    }
    ask = f"{HALL}/ask/ballot.counted/"
    assert first.post(ask, totals).status_code == 302
    grid = page(second, f"{HALL}/grid/")
    assert "Confirm by my own count" in grid
    assert 'value="7"' not in grid
    alone = first.post(ask, totals)
    assert (alone.status_code, "conference.count_yourself" in alone.content.decode()) == (409, True)
    assert second.post(ask, totals).status_code == 302
    assert stage.kinds()[-1] == "ballot.counted"


def test_two_different_counts_are_nothing(stage: Stage) -> None:
    vote(stage)
    stage.says("vote.closed", id="V1")
    first, second = browser(stage.first), browser(stage.second)
    totals = {
        "kind": "ballot.counted",
        "vote": "V1",
        "for": "7",
        "against": "2",
        "abstain": "1",
        "back": "grid",
    }
    first.post(f"{HALL}/ask/ballot.counted/", totals)
    other = second.post(f"{HALL}/ask/ballot.counted/", {**totals, "for": "8"})
    assert (other.status_code, "conference.count_differs" in other.content.decode()) == (409, True)
    assert stage.kinds()[-1] == "vote.closed"


def test_a_contradictory_total_is_refused_with_the_rule(stage: Stage) -> None:
    vote(stage)
    stage.says("vote.closed", id="V1")
    answer = browser(stage.first).post(
        f"{HALL}/ask/ballot.counted/",
        {
            "kind": "ballot.counted",
            "vote": "V1",
            "for": "7000",
            "against": "2",
            "abstain": "1",
            "back": "grid",
        },
    )
    assert answer.status_code == 409
    assert 'id="refusal"' in answer.content.decode()
    assert "lb-rule" in answer.content.decode()


def test_a_first_count_is_taken_back(stage: Stage) -> None:
    vote(stage)
    stage.says("vote.closed", id="V1")
    first = browser(stage.first)
    totals = {
        "kind": "ballot.counted",
        "vote": "V1",
        "for": "7",
        "against": "2",
        "abstain": "1",
        "back": "grid",
    }
    first.post(f"{HALL}/ask/ballot.counted/", totals)
    back = {"kind": "ballot.counted", "about": "V1"}
    assert first.post(f"{HALL}/grid/back/", back).status_code == 302
    assert first.post(f"{HALL}/grid/back/", back).status_code == 409


def test_a_roll_call_is_typed_in_from_the_drawn_name_and_a_wrong_line_is_shown(stage: Stage) -> None:
    vote(stage, "roll_call", first="FR")
    secretariat = browser(stage.first)
    grid = page(secretariat, f"{HALL}/grid/")
    rows = [part.split('"')[0] for part in grid.split('id="name-')[1:]]
    assert rows[0] == "FR"
    answer = secretariat.post(
        f"{HALL}/grid/ballots/", {"vote": "V1", "ballot-FR": "yes", "ballot-BR": "no", "ballot-KE": "maybe"}
    )
    text = answer.content.decode()
    assert 'id="refusal"' in text
    assert stage.kinds().count("ballot.cast") == 2


def test_a_delegation_votes_changes_its_vote_and_sees_it(stage: Stage) -> None:
    vote(stage, "recorded")
    delegate = browser(badge(stage, "FR"))
    for choice, words in (("yes", "Yes"), ("no", "No")):
        said = delegate.post(
            f"{HALL}/say/",
            {"do": f"kind=ballot.cast&vote=V1&choice={choice}", "back": "delegate"},
            follow=True,
        )
        assert f"Your recorded choice: <strong>{words}</strong>" in said.content.decode()
    stage.says("vote.closed", id="V1")
    late = delegate.post(f"{HALL}/say/", {"do": "kind=ballot.cast&vote=V1&choice=yes", "back": "delegate"})
    assert late.status_code == 409
    assert "lb-rule" in late.content.decode()


def test_the_sheet_is_printed_for_the_vote_that_was_announced(stage: Stage) -> None:
    vote(stage, "roll_call", first="FR")
    answer = browser(stage.first).get(f"{HALL}/sheet/?order=fr")
    assert answer.status_code in (200, 400)  # 400: this process has no printer
    assert browser(badge(stage, "FR")).get(f"{HALL}/sheet/").status_code == 409
