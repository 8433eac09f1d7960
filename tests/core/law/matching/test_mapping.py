# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map proposes what a lawyer would look at first, says why, and never says that a law has a gap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import UsageError
from longbien.core.law.matching.mapping import CANDIDATES, map_provisions
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.language import REQUIRED
from tests.core.law.matching.laws import ABOUT, LAW

TEXTS = st.text(max_size=60)


@pytest.mark.parametrize("article", sorted(ABOUT))
def test_what_gives_effect_to_an_article_comes_first(article: int) -> None:
    assert map_provisions(LAW, language="en")[article].candidates[0].id == ABOUT[article]


def test_every_required_article_is_mapped_with_all_provisions_of_a_small_law() -> None:
    found = map_provisions(LAW, language="en")
    assert set(REQUIRED) <= set(found)
    for one in found.values():
        assert sorted(candidate.id for candidate in one.candidates) == sorted(place.id for place in LAW)


def test_a_long_law_gives_twenty_candidates_for_each_article() -> None:
    long = [replace(one, id=f"{one.id}-{copy}") for copy in range(3) for one in LAW]
    for one in map_provisions(long, language="en").values():
        assert len(one.candidates) == CANDIDATES == len({candidate.id for candidate in one.candidates})


def test_the_best_candidate_is_principal_and_says_which_words_it_shares() -> None:
    best = map_provisions(LAW, language="en")[7].candidates[0]
    assert (best.grade, best.score) == ("principal", 1.0)
    assert "unauthorised access" in " ".join(reason.text for reason in best.reasons)


def test_scores_fall_from_one_to_no_less_than_zero() -> None:
    for one in map_provisions(LAW, language="en").values():
        scores = [candidate.score for candidate in one.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


def test_only_the_articles_that_were_asked_for_are_given_and_given_alike() -> None:
    whole = map_provisions(LAW, language="en")
    assert map_provisions(LAW, language="en", articles=[28, 7]) == {7: whole[7], 28: whole[28]}


def test_an_article_without_provision_has_a_higher_gap_signal_than_one_with() -> None:
    whole = map_provisions(LAW, language="en")
    without = map_provisions([one for one in LAW if one.id != ABOUT[37]], language="en")
    assert 0 <= whole[37].gap_signal < without[37].gap_signal <= 1


def test_the_same_law_gives_the_same_map() -> None:
    assert map_provisions(LAW, language="en") == map_provisions(LAW, language="en")


def test_a_language_without_words_is_mapped_with_the_english_ones() -> None:
    asked, english = map_provisions(LAW, language="qx"), map_provisions(LAW, language="en")
    assert {number: one.candidates for number, one in asked.items()} == {
        number: one.candidates for number, one in english.items()
    }
    assert {one.duties for one in asked.values()} == {()}


def test_what_is_no_language_is_refused() -> None:
    with pytest.raises(UsageError):
        map_provisions(LAW, language="??")


def test_no_provision_at_all_gives_articles_without_candidates() -> None:
    assert {one.candidates for one in map_provisions((), language="en").values()} == {()}


@given(
    st.lists(st.tuples(TEXTS, TEXTS), max_size=5), st.sampled_from(["en", "vi", "ar", "zh", "th", "hi", "ko"])
)
def test_any_text_in_any_language_is_mapped(texts: list[tuple[str, str]], language: str) -> None:
    law = [Provision(id=f"L:{at}", heading=head, text=text) for at, (head, text) in enumerate(texts)]
    for one in map_provisions(law, language=language).values():
        assert len(one.candidates) == len(law)
