# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every file of `data/law/words` can be read and is whole; a language without one falls back on English and says so."""

import re

import pytest

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.library import parse_yaml, read_data
from longbien.core.law.words.language import (
    FOLDER,
    REQUIRED,
    law_words,
    parse_law_words,
    primary,
    word_languages,
)

ONE = """
schema: longbien/law-words/1
language: qx
reviewed: false
articles:
{articles}
structure: {{article: ["Pasal"]}}
"""
ARTICLE = '  "{number}": {{title: "Akses", says: ["Siapa pun mengakses."], terms: ["akses"]}}\n'


def _file(*numbers: int, extra: str = "") -> str:
    articles = "".join(ARTICLE.format(number=number) for number in numbers)
    return ONE.format(articles=articles + extra)


@pytest.mark.parametrize("language", word_languages())
def test_each_file_is_named_after_its_language_and_has_every_required_article(language: str) -> None:
    found = parse_law_words(read_data(f"{FOLDER}/{language}.yaml"))
    assert found.language == language
    assert set(REQUIRED) <= set(found.articles)


@pytest.mark.parametrize("language", word_languages())
def test_each_required_article_has_sentences_terms_and_headings_and_nothing_twice(language: str) -> None:
    for one in law_words(language).articles.values():
        if one.article in REQUIRED:
            assert (one.article, bool(one.says), len(one.terms) >= 5) == (one.article, True, True)
        for texts in (one.says, one.terms, one.headings, one.chapters, one.general):
            assert len(set(texts)) == len(texts), (one.article, sorted(texts))


def test_a_file_without_a_required_article_is_refused() -> None:
    with pytest.raises(MalformedError) as caught:
        parse_law_words(parse_yaml(_file(*REQUIRED[:-1]), source="qx.yaml"))
    assert caught.value.code == "base.data_mistake"


def test_an_article_that_is_no_number_of_the_convention_is_refused() -> None:
    with pytest.raises(MalformedError) as caught:
        parse_law_words(parse_yaml(_file(*REQUIRED, extra=ARTICLE.format(number=53)), source="qx.yaml"))
    assert caught.value.code == "base.data_mistake"


def test_a_whole_file_is_read_in_the_order_of_the_articles() -> None:
    found = parse_law_words(parse_yaml(_file(*reversed(REQUIRED)), source="qx.yaml"))
    assert tuple(found.articles) == REQUIRED
    assert found.structure == {"article": ("Pasal",)}


def test_a_language_without_a_file_gets_the_english_words_and_says_so() -> None:
    assert "qx" not in word_languages()
    assert law_words("qx").language == "en"


def test_a_language_without_a_file_gets_the_words_of_a_near_one_before_the_english() -> None:
    assert law_words("gl").language == "es"
    assert law_words("nb-NO").language == "no"
    assert (law_words("sr-Latn").language, law_words("sr").language) == ("hr", "sr")
    assert not {"gl", "nb"} & set(word_languages())


@pytest.mark.parametrize(("tag", "code"), [("pt-BR", "pt"), ("ZH-Hant", "zh"), ("vi", "vi"), ("fil", "fil")])
def test_the_primary_code_of_a_tag_is_what_counts(tag: str, code: str) -> None:
    assert primary(tag) == code


@pytest.mark.parametrize("tag", ["", "e", "english language", "../en", "en_", "1"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(UsageError, match=re.escape("law.language")):
        primary(tag)
