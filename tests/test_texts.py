# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences."""

from longbien.texts import sentence, translated


def test_a_sentence_is_filled() -> None:
    assert sentence("base.too_large", limit=5) == "The data are larger than the limit of 5 bytes."


def test_a_missing_value_and_an_unknown_code_are_shown_not_hidden() -> None:
    assert sentence("base.too_large") == "The data are larger than the limit of (limit) bytes."
    assert sentence("nothing.known") == "nothing.known"


def test_a_language_without_a_catalogue_falls_back() -> None:
    assert translated("tlh", "base.too_large", limit=5) == "The data are larger than the limit of 5 bytes."


def test_facts_of_a_refusal_in_the_hall_that_are_codes_are_said_in_words() -> None:
    facts = {"motion": "close_debate", "first": "suspend_meeting", "id": "m2"}
    assert sentence("conference_hall.motion_precedence", **facts) == (
        "“close the debate” is out of order: the motion “suspend the meeting” (m2) has precedence."
    )
    said = translated(
        "fr", "conference_hall.not_yours", kind="floor.given", who="chair, secretariat", by="VN"
    )
    assert said == "« Donner la parole » revient à : le Président, le secrétariat. Dit par : VN."
