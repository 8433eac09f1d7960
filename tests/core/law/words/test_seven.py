# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The seven languages of the pages have words for every article that national law may carry out, evenly, and nothing that is one law's own."""

from collections.abc import Iterator

import pytest

from longbien.core.law.words.language import REQUIRED, ArticleWords, law_words

SEVEN = ("ar", "en", "es", "fr", "ru", "vi", "zh")
HARD = (20, 27, 28, 29, 31, 34)
"""Articles that general law carries out: things and papers, property, time limits, the injured."""
SIGNALS = {"article", "chapter", "paragraph", "repealed", "inserted", "penalties", "procedure"}


def _wordings(one: ArticleWords) -> Iterator[str]:
    yield one.title
    for texts in (one.says, one.terms, one.headings, one.chapters, one.general, one.unlike):
        yield from texts


@pytest.mark.parametrize("language", SEVEN)
def test_each_article_from_7_to_52_has_words(language: str) -> None:
    assert tuple(law_words(language).articles) == tuple(range(7, 53))


@pytest.mark.parametrize("language", SEVEN)
def test_no_wording_has_a_figure_in_it(language: str) -> None:
    texts = (text for one in law_words(language).articles.values() for text in _wordings(one))
    assert [text for text in texts if any(letter.isdecimal() for letter in text)] == []


@pytest.mark.parametrize("language", SEVEN)
def test_each_required_article_has_sentences_headings_chapters_and_general_wording(language: str) -> None:
    thin = [
        number
        for number in REQUIRED
        for one in [law_words(language).articles[number]]
        if min(len(one.says), len(one.headings), len(one.chapters), len(one.general)) < 2
        or len(one.terms) < 10
    ]
    assert thin == []


@pytest.mark.parametrize("language", SEVEN)
def test_articles_that_general_law_carries_out_have_the_most_to_be_found_by(language: str) -> None:
    articles = law_words(language).articles
    thin = [number for number in HARD if len(articles[number].headings) + len(articles[number].general) < 6]
    assert thin == []


@pytest.mark.parametrize("language", SEVEN)
def test_each_language_names_its_parts_and_how_it_punishes_and_proceeds(language: str) -> None:
    assert set(law_words(language).structure) >= SIGNALS
