# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An official text is loaded whole, logged, shown first, searched, replaced and removed; earlier ones stay as rows."""

from datetime import date

import pytest

from longbien.actions.node import Node
from longbien.actions.treaty.texts import load_text, loaded_texts, official_article, remove_text, search
from longbien.core.base.errors import LongBienError
from longbien.store import models
from tests.authority import authority
from tests.core.treaty.texts import BODIES, TITLES, plain_text
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 1)


@pytest.fixture
def node() -> Node:
    return make_node(authority("VN"), clock=Clock())


def load(
    node: Node, actor: models.Officer, language: str = "vi", text: str | None = None, day: date = DAY
) -> None:
    data = (plain_text(language) if text is None else text).encode()
    load_text(node=node, actor=actor, data=data, language=language, source="invented", as_of=day)


def code(node: Node, actor: models.Officer, *, text: str | None = None, day: date = DAY) -> str:
    with pytest.raises(LongBienError) as refused:
        load(node, actor, text=text, day=day)
    return refused.value.code


def test_a_loaded_text_is_shown_article_by_article(node: Node) -> None:
    load(node, make_officer("treaty-1", "treaty-officer"))
    load(node, make_officer("operator-1", "operator"), "en")
    assert [(one.language, one.source, one.as_of) for one in loaded_texts()] == [
        ("en", "invented", DAY),
        ("vi", "invented", DAY),
    ]
    first, second = official_article(40, language="vi")
    assert (first.language, first.title, first.text) == ("vi", TITLES["vi"], f"{BODIES['vi']} (40)")
    assert second.language == "en"
    assert official_article(69) == ()
    facts = models.DecisionRecord.objects.filter(verb="treaty.text")
    assert facts.count() == 2


def test_nothing_is_stored_on_any_mistake(node: Node) -> None:
    officer = make_officer("treaty-1", "treaty-officer")
    assert code(node, make_officer("auditor-1", "auditor")) == "people.not_permitted"
    assert code(node, officer, text=plain_text("vi", tuple(range(1, 68)))) == "treaty.text_missing"
    assert code(node, officer, day=date(2100, 1, 1)) == "treaty.text_future"
    assert models.TreatyText.objects.count() == 0
    assert models.TreatyTextArticle.objects.count() == 0
    assert models.DecisionRecord.objects.count() == 0


def test_another_text_takes_the_place_and_the_first_stays(node: Node) -> None:
    officer = make_officer("treaty-1", "treaty-officer")
    load(node, officer)
    load(node, officer, text=plain_text("vi").replace("cảng", "vịnh"), day=date(2026, 1, 31))
    assert [one.as_of for one in loaded_texts()] == [date(2026, 1, 31)]
    assert "vịnh" in official_article(1)[0].text
    assert models.TreatyText.objects.count() == 2
    remove_text(node=node, actor=officer, language="vi")
    assert (loaded_texts(), official_article(1)) == ((), ())
    with pytest.raises(LongBienError) as refused:
        remove_text(node=node, actor=officer, language="vi")
    assert refused.value.code == "treaty.text_not_loaded"


def test_loaded_texts_are_searched(node: Node) -> None:
    assert search("harbour quay") == ()
    load(node, make_officer("treaty-1", "treaty-officer"), "en")
    found = search("harbour quay", limit=200)
    assert len(found) == 68
    assert {match.name for hit in found for match in hit.matches} == {"official"}
    assert search("dẫn độ")[0].provision == "37"
