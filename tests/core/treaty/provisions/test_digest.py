# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages and programs get of an article and a duty."""

from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.digest import article_digest, duty_digest


def test_a_duty_is_called_a_paraphrase_and_says_how_sure_it_is() -> None:
    found = duty_digest(convention().duty("40.15.c"))
    assert (found.cite, found.cite_short, found.text_kind) == (
        "Article 40, paragraph 15 (c)",
        "40(15)(c)",
        "paraphrase",
    )
    assert (found.standing, found.to_be_confirmed, found.desks) == ("unconfirmed", True, ("cooperation",))
    assert not duty_digest(convention().duty("7.1")).to_be_confirmed


def test_an_article_names_what_refers_to_it() -> None:
    found = article_digest(convention().article(42))
    assert (found.chapter, found.chapter_title) == ("V", "International cooperation")
    assert found.referred_by == ("35.2", "41.3.b")
    assert [one.id for one in found.duties][:2] == ["42.1", "42.2"]
    assert (found.titles["vi"][:3], found.titles_confidence) == ("Hợp", "low")


def test_every_article_has_its_digest() -> None:
    assert [article_digest(article).number for article in convention().articles] == list(range(1, 69))
