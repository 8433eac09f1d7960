# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every duty can be found, by its id, its citation and its own words; words of seven languages lead to the right article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.treaty.finding.ranking import MOST_WORDS
from longbien.core.treaty.finding.search import article_layer, find
from longbien.core.treaty.provisions.convention import convention


def first(query: str, number: int = 1) -> list[str]:
    """Give the first hits: an article by its number, a duty by its id."""
    return [hit.provision for hit in find(query)[:number]]


def test_every_duty_is_found_by_its_id_and_its_citations() -> None:
    missed = [
        text
        for duty in convention().duties
        for text in (duty.id, duty.cite, duty.cite_short)
        if first(text) != [duty.id]
    ]
    assert missed == []


def test_every_duty_is_found_by_its_own_words() -> None:
    missed = [duty.id for duty in convention().duties if duty.id not in first(duty.text, 5)]
    assert missed == []


def test_every_article_is_found_by_its_title() -> None:
    missed = [
        article.number
        for article in convention().articles
        if str(article.number) not in first(article.title, 3)
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("query", "provision"),
    [
        ("extradition", "37"),
        ("dẫn độ", "37"),
        ("dan do", "37"),
        ("引渡", "37"),
        ("выдача", "37"),
        ("تسليم المجرمين", "37"),
        ("extradición", "37"),
        ("bảo quản", "25"),
        ("entraide judiciaire", "40"),
        ("asistencia judicial recíproca", "40"),
        ("взаимная правовая помощь в общих принципах", "40"),
        ("joint investigations", "48"),
        ("điều tra chung", "48"),
        ("联合侦查", "48"),
        ("مكافحة غسل عائدات الجرائم", "17"),
        ("60 days", "42.8"),
        ("preservation 90 days", "25.2"),
        ("bank secrecy refuse", "40.24"),
        ("serious crime", "2.h"),
        ("24/7 network", "41"),
        ("accès illégal", "7"),
        ("незаконный доступ", "7"),
        ("非法访问", "7"),
    ],
)
def test_words_lead_to_the_right_place(query: str, provision: str) -> None:
    assert first(query) == [provision]


def test_a_citation_brings_what_stands_below_and_around() -> None:
    assert first("40(21)", 6) == ["40.21", "40.21.a", "40.21.b", "40.21.c", "40.21.d", "40"]
    assert first("40(12)", 5) == ["40.12.a", "40.12.b", "40.12.c", "40.12.d", "40"]
    assert first("40(99)") == ["40"]
    assert [hit.cited for hit in find("40(21)")[:6]] == [True] * 6


def test_words_beside_a_citation_search_inside_first() -> None:
    assert first("Article 40 costs ordinary", 2) == ["40", "40.30"]


def test_a_hit_shows_where_the_words_stand() -> None:
    hit = find("immediate preservation of 60 days")[0]
    assert hit.provision == "42.8"
    (match,) = [match for match in hit.matches if match.name == "text"]
    assert [match.text[start:end] for start, end in match.spans] == ["Preserve", "60", "days", "preserving"]


def test_the_readers_language_is_shown_first() -> None:
    hit = find("extradition", language="fr")[0]
    assert [match.language for match in hit.matches][:2] == ["fr", "fr"]


def test_an_official_text_is_searched_too() -> None:
    layer = article_layer(
        [(65, "en", "Entry into force", "1. A zebra enters on the ninetieth day."), (66, "en", "", "x")]
    )
    hit = find("zebra", official=[layer])[0]
    assert (hit.provision, hit.whole, [match.name for match in hit.matches]) == ("65", True, ["official"])
    assert find("zebra") == ()


@pytest.mark.parametrize(
    "query", ["", "   ", "§§§", "the of and", "zzzzz", "()", "\x00", "a" * 5000, "word " * 3000]
)
def test_odd_queries_have_an_answer(query: str) -> None:
    assert len(find(query)) <= 20


def test_a_long_query_is_cut() -> None:
    assert find("word " * MOST_WORDS + "extradition") == find("word " * MOST_WORDS)


@given(st.text(max_size=50))
def test_any_query_has_an_answer(query: str) -> None:
    found = find(query, limit=5)
    assert len(found) <= 5
    for hit in found:
        assert convention().has(hit.provision)
        for match in hit.matches:
            assert all(0 <= start < end <= len(match.text) for start, end in match.spans)
