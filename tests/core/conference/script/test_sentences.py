# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Chair's sentences: the same steps and the same values in every language."""

import pytest

from longbien.core.conference.counting.thresholds import Outcome
from longbien.core.conference.hall.kinds import CHAIR, KINDS, METHODS
from longbien.core.conference.script.sentences import (
    OFFICIAL,
    scripts,
    spoken,
    spoken_everywhere,
    values_of,
)

ENGLISH = scripts()["en"]


def test_there_are_the_six_official_languages_and_the_hosts() -> None:
    assert tuple(scripts()) == (*OFFICIAL, "vi")


@pytest.mark.parametrize("language", list(scripts()))
def test_every_language_has_every_step_with_the_same_values(language: str) -> None:
    script = scripts()[language]
    assert list(script.sentences) == list(ENGLISH.sentences)
    for code, text in script.sentences.items():
        assert values_of(text) == values_of(ENGLISH.sentences[code]), code
        assert text.strip() == text


@pytest.mark.parametrize("language", [name for name in scripts() if name != "en"])
def test_no_sentence_was_left_in_english(language: str) -> None:
    assert [
        code for code, text in scripts()[language].sentences.items() if text == ENGLISH.sentences[code]
    ] == []


@pytest.mark.parametrize("language", list(scripts()))
def test_every_sentence_can_be_filled(language: str) -> None:
    for code, text in scripts()[language].sentences.items():
        values = {name: f"<{name}>" for name in values_of(text)}
        found = spoken(language, code, values)
        assert found is not None
        assert all(value in found.text for value in values.values())
        assert "%" not in found.text


def test_only_english_is_reviewed() -> None:
    assert [name for name, one in scripts().items() if one.reviewed] == ["en"]


def test_a_step_is_said_in_each_language() -> None:
    said = spoken_everywhere("floor.given", {"participant": "Viet Nam"})
    assert [one.language for one in said] == [*OFFICIAL, "vi"]
    assert said[0].text == "I give the floor to the delegation of: Viet Nam."


def test_a_narrower_step_falls_back_to_the_wider_and_chinese_has_two_names() -> None:
    found = spoken("zh-hans", "meeting.opened.first")
    assert found is not None
    assert (found.code, found.language) == ("meeting.opened", "zh")
    assert spoken("en", "no.such.step") is None


def test_a_value_that_is_not_known_is_left_for_the_chair() -> None:
    found = spoken("en", "list.closed")
    assert found is not None
    assert found.text == "The list of speakers is closed. Speakers remaining: …."


def test_whatever_the_chair_alone_says_has_a_sentence() -> None:
    by_part = {
        "floor.called": ("time", "subject", "language"),
        "result.declared": (),
        "vote.opened": METHODS,
    }
    silent = {"election.balloted", "election.closed", *by_part}
    chairs = {kind for kind, held in KINDS.items() if held.by == (CHAIR,)}
    assert {kind for kind in chairs if spoken("en", kind) is None} <= silent
    for kind, parts in by_part.items():
        assert all(f"{kind}.{part}" in ENGLISH.sentences for part in parts)
    assert all(f"result.{outcome.value}" in ENGLISH.sentences for outcome in Outcome)
