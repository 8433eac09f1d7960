# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search through the page: seven languages, citations, and what a person types that is no question."""

import pytest

from longbien.core.treaty.finding.search import Match
from longbien.core.treaty.provisions.convention import convention
from longbien.web.treaty.search import marked
from tests.web.treaty.conftest import Reader


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "expedited preservation"),
        ("vi", "bảo quản dữ liệu"),
        ("vi", "bao quan du lieu"),
        ("fr", "conservation rapide"),
        ("es", "conservación rápida"),
        ("ru", "обеспечение сохранности"),
        ("zh", "快速保全"),
        ("ar", "الحفظ العاجل"),
    ],
)
def test_preservation_is_found_in_each_language(reader: Reader, language: str, words: str) -> None:
    page = reader.page(f"/treaty/search/?q={words}", language)
    assert "/treaty/articles/42/" in page
    assert "<mark>" in page


@pytest.mark.parametrize("words", ["40.15.c", "40(15)(c)", "Article 40, paragraph 15 (c)"])
def test_a_citation_leads_to_its_place(reader: Reader, words: str) -> None:
    page = reader.page(f"/treaty/search/?q={words}")
    assert page.split('<ol class="lb-hits">')[1].index("/treaty/articles/40/#p40.15.c") < 200


def test_every_duty_is_reached_from_search(reader: Reader) -> None:
    for duty in convention().duties[::25]:
        assert f"#p{duty.id}" in reader.page(f"/treaty/search/?q={duty.id}")


@pytest.mark.parametrize(
    "words", ["", "%20", "zzzz", "%00", "<script>alert(1)</script>", "(" * 500, "%E2%80%AE"]
)
def test_what_is_no_question_is_answered_calmly(reader: Reader, words: str) -> None:
    page = reader.page(f"/treaty/search/?q={words}")
    assert "<script>alert" not in page


def test_the_words_that_were_found_are_marked_and_nothing_else_is_markup() -> None:
    match = Match(name="text", language="en", text="a <b> preserve </b>", spans=((6, 14),))
    assert marked(match) == ('<span lang="en" dir="auto">a &lt;b&gt; <mark>preserve</mark> &lt;/b&gt;</span>')


def test_of_a_long_text_only_the_surroundings_are_shown() -> None:
    match = Match(
        name="official", language="en", text="x" * 1000 + "preserve" + "y" * 1000, spans=((1000, 1008),)
    )
    shown = marked(match)
    assert shown.startswith('<span lang="en" dir="auto">… x')
    assert shown.endswith("y …</span>")
    assert len(shown) < 600
