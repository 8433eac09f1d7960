# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map is cut finer: each paragraph gets the provision that answers it, and each element the law's own words. It proposes; it finds nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.law.concordance.grid import grid
from longbien.core.law.matching.duties import CANDIDATES, elements_seen, wordings_of
from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.quoting import passage
from longbien.core.law.matching.result import DutyMap
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.duties import FineWords, fine_languages, fine_words
from tests.core.law.matching.laws import LAW

DIVIDED = (
    Provision(
        id="D:1",
        heading="Making of tools",
        text="Whoever manufactures, sells or imports a device or a computer program designed to commit such an offence is punished with a fine.",
    ),
    Provision(
        id="D:2",
        heading="Passwords",
        text="Whoever discloses a password or access code by which a computer system can be accessed, intending that it be used to commit an offence, commits an offence.",
    ),
    Provision(
        id="D:3",
        heading="Keeping of tools",
        text="A person found in possession of such an article with intent to use it for an offence is liable to imprisonment.",
    ),
    Provision(
        id="D:4",
        heading="Authorised testing",
        text="Nothing in this Part makes punishable the making of a tool for the authorised testing or protection of a computer system.",
    ),
)
"""A law of no State that divides Article 11 among four sections."""


def english() -> FineWords:
    words = fine_words("en")
    assert words is not None
    return words


def duty(name: str, *, law: tuple[Provision, ...] = (*LAW, *DIVIDED)) -> DutyMap:
    found = map_provisions(law, language="en")[int(name.partition(".")[0])]
    return next(one for one in found.duties if one.duty == name)


def quoted(name: str, text: str) -> dict[str, tuple[str, ...]]:
    seen = elements_seen(name, english(), {"X": passage(text, "en")})
    return {one.element: one.places[0].words if one.places else () for one in seen}


@pytest.mark.parametrize(
    ("name", "first"),
    [("11.1.a.i", "D:1"), ("11.1.a.ii", "D:2"), ("11.1.b", "D:3"), ("11.2", "D:4")],
)
def test_each_paragraph_gets_the_section_that_answers_it(name: str, first: str) -> None:
    assert duty(name).candidates[0].id == first


def test_a_candidate_says_which_of_its_own_words_answer_the_paragraph() -> None:
    best = duty("11.2").candidates[0]
    assert [reason.kind for reason in best.reasons] == ["words"]
    text = next(one.text for one in DIVIDED if one.id == best.id)
    assert all(words in text for words in best.reasons[0].text.split("; "))


def test_a_paragraph_has_few_candidates_with_falling_scores() -> None:
    for one in map_provisions((*LAW, *DIVIDED), language="en").values():
        for each in one.duties:
            scores = [candidate.score for candidate in each.candidates]
            assert len(scores) == CANDIDATES
            assert scores == sorted(scores, reverse=True)


def test_elements_are_shown_in_the_words_of_the_law() -> None:
    found = quoted(
        "7.1", "Any person who KNOWINGLY and without lawful authority secures access to a computer system"
    )
    assert found["mental"] == ("KNOWINGLY",)
    assert found["without_right"] == ("without lawful authority",)
    assert "secures access" in found["conduct.1"]
    assert found["optional.1"] == ()


def test_an_absence_is_not_looked_for() -> None:
    assert "means" in {one.key for one in grid("7.1")}
    assert "means" not in wordings_of("7.1", english())


def test_a_language_that_is_not_cut_finer_has_articles_alone() -> None:
    assert {one.duties for one in map_provisions(LAW, language="de").values()} == {()}


def test_no_provision_gives_duties_without_candidates() -> None:
    found = map_provisions((), language="en")[7].duties
    assert {one.candidates for one in found} == {()}


def test_the_order_of_the_law_changes_nothing_but_ties() -> None:
    turned = tuple(replace(one, law="L") for one in reversed((*LAW, *DIVIDED)))
    straight = tuple(replace(one, law="L") for one in (*LAW, *DIVIDED))
    assert duty("11.1.b", law=turned).candidates[0].id == duty("11.1.b", law=straight).candidates[0].id


@given(st.text(max_size=200), st.sampled_from(fine_languages()), st.sampled_from(["7.1", "11.1.a", "17.1.a.i", "27.a"]))  # fmt: skip
def test_whatever_is_seen_stands_in_the_text(text: str, language: str, name: str) -> None:
    words = fine_words(language)
    assert words is not None
    for one in elements_seen(name, words, {"X": passage(text, language)}):
        for place in one.places:
            assert all(quote in " ".join(text.split()) for quote in place.words)
