# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An official text is taken whole, article by article, or not at all."""

import json
import random
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.treaty.provisions.official import MAX_TEXT, OfficialText, parse_official
from tests.core.treaty.texts import BODIES, HEADINGS, TITLES, plain_text
from tests.fuzz import mutate

DAY = date(2026, 11, 1)
ALL = tuple(range(1, 69))


def read(text: str | bytes, language: str = "en", source: str = "invented") -> OfficialText:
    data = text.encode() if isinstance(text, str) else text
    return parse_official(data, language=language, source=source, as_of=DAY)


def refusal(text: str | bytes, language: str = "en", source: str = "invented") -> tuple[str, object]:
    """Give the code of the refusal and the articles that it names."""
    with pytest.raises(MalformedError) as refused:
        read(text, language, source)
    return refused.value.code, refused.value.params.get("articles")


@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_a_text_in_each_language_is_cut_at_its_headings(language: str) -> None:
    found = read(plain_text(language), language)
    assert [article.number for article in found.articles] == list(ALL)
    assert {article.title for article in found.articles} == {TITLES[language]}
    assert found.articles[5].text == f"{BODIES[language]} (6)"
    assert (found.language, found.source, found.as_of) == (language, "invented", DAY)


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("Article {}. Ships", "en"),
        ("ARTICLE {} — Ships", "en"),
        ("Điều {}. Ships", "vi"),
        ("Article {} : Ships", "fr"),
        ("第{}条 Ships", "zh"),
    ],
)
def test_a_title_may_stand_behind_the_heading(heading: str, language: str) -> None:
    text = "\n".join(f"{heading.format(number)}\n{BODIES[language]}" for number in ALL)
    assert {(article.title, article.text) for article in read(text, language).articles} == {
        ("Ships", BODIES[language])
    }


def test_numbers_of_other_scripts_are_read() -> None:
    arabic = plain_text("ar").replace("المادة 40\n", "المادة ٤٠\n")
    chinese = plain_text("zh").replace("第40条", "第四十条").replace("第10条", "第十条")
    french = plain_text("fr").replace("Article 1\n", "Article premier\n")
    for text, language in ((arabic, "ar"), (chinese, "zh"), (french, "fr")):
        assert len(read(text, language).articles) == 68


def test_a_sentence_that_begins_like_a_heading_is_text() -> None:
    text = plain_text("en").replace(
        "quay. (7)", "quay.\nArticle 40 of the harbour rules applies to the ships."
    )
    assert "Article 40 of the harbour" in read(text).articles[6].text


def test_yaml_and_json_are_read() -> None:
    value = {
        "schema": "longbien/treaty-text/1",
        "language": "en",
        "articles": [{"number": number, "title": "Ships", "text": BODIES["en"]} for number in ALL],
    }
    assert read(json.dumps(value)).articles == read(json.dumps(value, indent=2)).articles
    assert refusal(json.dumps({**value, "language": "fr"}))[0] == "base.field_value"
    assert refusal(json.dumps({**value, "more": 1}))[0] == "base.field_unknown"


@pytest.mark.parametrize(
    ("numbers", "code", "articles"),
    [
        (ALL[:-1], "treaty.text_missing", "68"),
        (tuple(number for number in ALL if number not in {3, 7}), "treaty.text_missing", "3, 7"),
        ((*ALL[:5], 5, *ALL[5:]), "treaty.text_twice", "5"),
        ((2, 1, *ALL[2:]), "treaty.text_order", "1, 2"),
        ((*ALL, 69), "treaty.text_unknown", "69"),
        (ALL[:10], "treaty.text_missing", ", ".join(str(number) for number in range(11, 31)) + " …"),
    ],
)
def test_articles_that_are_wrong_are_named(numbers: tuple[int, ...], code: str, articles: str) -> None:
    assert refusal(plain_text("en", numbers)) == (code, articles)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("", "en", "treaty.text_headings"),
        ("no heading at all", "en", "treaty.text_headings"),
        (plain_text("en"), "vi", "treaty.text_headings"),
        (plain_text("en"), "fr", "treaty.text_language"),
        (plain_text("en").replace("Article", "Điều"), "vi", "treaty.text_language"),
        (plain_text("vi").replace("Điều", "Article"), "en", "treaty.text_language"),
        (plain_text("en").replace("Article", "Статья"), "ru", "treaty.text_language"),
        (plain_text("en"), "la", "treaty.text_language"),
        (plain_text("en").replace("(7)", "\x07"), "en", "treaty.text_characters"),
        (plain_text("en").encode("utf-16"), "en", "base.not_utf8"),
        (b"a" * (MAX_TEXT + 1), "en", "base.too_large"),
        (plain_text("en").replace(f"{TITLES['en']}\n\n{BODIES['en']} (9)", ""), "en", "treaty.text_empty"),
        (plain_text("en").replace("(9)", "sea " * 20_000), "en", "treaty.text_long"),
        ("{", "en", "base.yaml_broken"),
        ("schema: longbien/treaty-text/2", "en", "base.field_value"),
    ],
)
def test_a_wrong_text_is_refused(text: str | bytes, language: str, code: str) -> None:
    assert refusal(text, language)[0] == code


@pytest.mark.parametrize("source", ["", "ab", " " * 10, "x" * 501, "two\nlines"])
def test_a_source_is_needed(source: str) -> None:
    assert refusal(plain_text("en"), source=source)[0] == "treaty.text_source"


@given(st.binary(max_size=200), st.sampled_from(sorted(HEADINGS)))
def test_any_bytes_are_refused_in_the_family(data: bytes, language: str) -> None:
    assert refusal(data, language)[0]


@pytest.mark.fuzz
def test_changed_texts_are_read_or_refused(rounds: Iterator[random.Random]) -> None:
    texts = {language: plain_text(language).encode() for language in HEADINGS}
    for chance in rounds:
        language = chance.choice(sorted(texts))
        try:
            read(mutate(texts[language], chance), language)
        except LongBienError:
            continue
