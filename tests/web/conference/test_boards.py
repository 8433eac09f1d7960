# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The boards: each is drawn from the meeting and a language alone, says everything that it must, and holds nothing of its reader."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from longbien.actions.conference.hall.view import BOARDS, HallView
from tests.web.conference.views import DECLARED, HALL


def drawn(board: str, language: str = "en", hall: HallView = HALL, **more: object) -> str:
    """Draw a board as the live door does: no request, only the view and a language."""
    with override(language):
        return render_to_string(f"longbien/conference/boards/{board}.html", {"hall": hall, **more})


@pytest.mark.parametrize("language", ["en", "fr", "ar", "ru", "zh-hans", "es", "vi"])
@pytest.mark.parametrize("board", BOARDS)
def test_every_board_is_drawn_without_a_request_in_every_language(board: str, language: str) -> None:
    page = drawn(board, language)
    assert "csrf" not in page
    assert "word.conference" not in page
    assert "(participant)" not in page


def test_an_empty_meeting_is_drawn() -> None:
    empty = replace(
        HALL,
        phase="before",
        item="",
        speaker=None,
        queue=(),
        motions=(),
        texts=(),
        vote=None,
        votes=(),
        steps=(),
        refused=(),
        happened=(),
    )
    for board in BOARDS:
        assert "lb-" in drawn(board, hall=empty)


def test_a_difference_between_computed_and_declared_is_shown_on_every_board_that_shows_the_result() -> None:
    for board in ("public", "projector", "delegate", "chair"):
        page = drawn(board, hall=replace(HALL, vote=DECLARED))
        assert "The declaration differs from the computed result." in page
        assert "Computed: rejected. Declared: adopted." in page
        assert "votes needed: 62" in page
        assert "quorum: 57, present: 106" in page


def test_a_result_quotes_rule_value_source_and_confidence() -> None:
    page = drawn("public", hall=replace(HALL, vote=DECLARED))
    assert "Rule 58" in page
    assert "<bdi>2/3</bdi>" in page
    assert "untoc, hc" in page
    assert "(from memory, standard text)" in page
    assert "quorum_base: states_parties" in page


def test_the_chair_has_a_button_for_a_whole_step_and_a_form_for_one_that_lacks_something() -> None:
    page = drawn("chair")
    assert 'value="kind=floor.given&amp;participant=BR"' in page
    assert "Give the floor: Brazil" in page
    assert "Put the motion: adjourn the debate (no action)" in page
    assert "../ask/limit.set/?kind=limit.set" in page


def test_the_sentence_to_read_out_stands_in_six_languages_the_readers_own_first() -> None:
    page = drawn("chair", "fr")
    assert page.index("Je donne la parole") < page.index("أعطي الكلمة")
    for language in ("fr", "ar", "zh-hans", "en", "ru", "es"):
        assert f'lang="{language}"' in page


def test_a_ballot_has_three_buttons_with_names() -> None:
    page = drawn("delegate")
    for choice, words in (("yes", "Yes"), ("no", "No"), ("abstain", "Abstention")):
        assert f'value="kind=ballot.cast&amp;vote=V41&amp;choice={choice}">{words}</button>' in page
    assert 'aria-labelledby="ballot-title"' in page
    assert "ballot.cast" not in drawn("delegate", hall=replace(HALL, vote=DECLARED))


def test_refused_attempts_are_for_the_chair_alone() -> None:
    assert "Refused attempt" in drawn("chair")
    for board in ("public", "projector", "delegate"):
        assert "Refused attempt" not in drawn(board)


def test_an_election_is_shown_with_its_ballots() -> None:
    page = drawn("public")
    assert "President" in page
    assert "Ballot 1, votes required: 51" in page
    assert '<bdi>Viet Nam</bdi> <bdi dir="ltr">60</bdi>' in page


def test_who_counted_and_who_counted_again_is_shown() -> None:
    assert "Counted by at-conf-1, counted again by at-conf-2." in drawn("public")
