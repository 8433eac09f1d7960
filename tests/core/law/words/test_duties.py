# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every language that is cut finer has words for every duty of the law desk and for every element of their grids."""

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import Document
from longbien.core.law.concordance.grid import duties_of_law, grid
from longbien.core.law.words.duties import (
    SCHEMA,
    SHARED,
    fine_languages,
    fine_words,
    parse_fine_words,
)
from longbien.core.treaty.provisions.citation import article_of

LAST = 34
"""The last article of which the duties are cut; those of later chapters that the desk carries out are no national provisions to be found."""
ABSENT = frozenset({"means"})
"""Elements that are an absence: nothing in a text says them."""
LANGUAGES = fine_languages()


def test_the_seven_languages_of_the_pages_are_cut_finer() -> None:
    assert {"ar", "en", "es", "fr", "ru", "vi", "zh"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_duty_has_words(language: str) -> None:
    words = fine_words(language)
    assert words is not None
    assert [duty for duty in duties_of_law() if article_of(duty) <= LAST and duty not in words.duties] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_element_of_a_grid_has_words(language: str) -> None:
    words = fine_words(language)
    assert words is not None
    missing = [
        (duty, one.key)
        for duty in words.duties
        for one in grid(duty)
        if one.key not in ABSENT and not words.of_element(duty, one.key)
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_element_stands_there_that_no_grid_has(language: str) -> None:
    words = fine_words(language)
    assert words is not None
    strange = [
        (duty, key)
        for duty, one in words.duties.items()
        for key in one.elements
        if key not in {element.key for element in grid(duty)}
    ]
    assert strange == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sisters_do_not_share_all_their_words(language: str) -> None:
    words = fine_words(language)
    assert words is not None
    seen: dict[tuple[int, frozenset[str]], str] = {}
    alike = [
        (duty, other)
        for duty, one in words.duties.items()
        if (other := seen.setdefault((article_of(duty), frozenset(one.says)), duty)) != duty
    ]
    assert alike == []


def test_a_language_whose_articles_are_asked_with_other_words_is_not_cut_finer() -> None:
    assert fine_words("bg") is None
    assert fine_words("qx") is None
    assert fine_words("zh-Hant") == fine_words("zh")


def a_file(duties: Json) -> Document:
    words: Json = {name: ["a"] for name in SHARED}
    return Document(
        source="made.yaml",
        value={
            "schema": SCHEMA,
            "language": "en",
            "reviewed": False,
            "elements": words,
            "duties": duties,
        },
        lines={},
    )


@pytest.mark.parametrize(
    "duties",
    [{"7.99": {"says": ["a"]}}, {"7.1": {"says": []}}, {"7.1": {}}, {"7.1": {"says": ["a"], "object": "b"}}, []],
)  # fmt: skip
def test_a_file_with_a_mistake_is_refused(duties: Json) -> None:
    with pytest.raises(MalformedError):
        parse_fine_words(a_file(duties))
