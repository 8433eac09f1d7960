# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beside a row stand the machine's hints: what it proposes for this paragraph before the rest, with texts, and the law's words for each element."""

import pytest

from longbien.actions.law.concordance.begin import add_text
from longbien.actions.law.concordance.hints import Hints, hints
from longbien.actions.law.concordance.linking import link, reject, unlink
from longbien.actions.law.concordance.proposing import MOST, propose
from longbien.actions.law.concordance.seen import row_view, table
from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.table import TextUsed
from longbien.core.law.concordance.written import concordance_json, read_concordance
from longbien.core.law.provisions.lines import write_lines
from tests.actions.law.concordance.stage import Stage, begun
from tests.authority import authority
from tests.core.law.matching.laws import LAW
from tests.core.law.matching.test_duties import DIVIDED
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    officers = [make_officer(f"law-{number}", "law-officer") for number in (1, 2, 3)]
    stage = begun(make_node(authority("VN")), *officers)
    text = TextUsed(law="DIV", version="1", title="A divided law", language="en")
    add_text(node=stage.node, actor=stage.first, ref=stage.ref, text=text, data=write_lines((*LAW, *DIVIDED)))
    propose(node=stage.node, actor=stage.first, ref=stage.ref)
    return stage


def shown(stage: Stage, duty: str) -> Hints:
    view = row_view(node=stage.node, actor=stage.first, ref=stage.ref, duty=duty)
    return hints(node=stage.node, actor=stage.first, view=view)


def test_what_is_proposed_for_the_paragraph_comes_before_the_rest_of_the_article(stage: Stage) -> None:
    found = shown(stage, "11.1.b")
    assert "D:3" in {one.suggestion.provision for one in found.of_row}
    assert not {one.suggestion.key for one in found.of_row} & {one.suggestion.key for one in found.of_article}
    assert len(found.of_row) + len(found.of_article) >= MOST


def test_a_proposal_shows_its_text(stage: Stage) -> None:
    one = next(one for one in shown(stage, "11.1.b").of_row if one.suggestion.provision == "D:3")
    text = next(each.text for each in DIVIDED if each.id == "D:3")
    assert (one.heading, one.text, one.cut, one.language) == ("Keeping of tools", text, False, "en")


def test_elements_show_the_words_of_what_is_linked_before_what_is_proposed(stage: Stage) -> None:
    assert {one.linked for ones in shown(stage, "11.1.b").elements.values() for one in ones} == {False}
    link(node=stage.node, actor=stage.first, ref=stage.ref, duty="11.1.b", key="DIV|1|D:3")
    conduct = shown(stage, "11.1.b").elements["conduct.1"]
    assert (conduct[0].linked, conduct[0].provision) == (True, "DIV D:3")
    assert "possession" in " ".join(conduct[0].words)


def test_what_was_linked_to_one_paragraph_stays_proposed_for_its_sisters(stage: Stage) -> None:
    names = [{one.suggestion.key for one in shown(stage, duty).of_row} for duty in ("11.1.a", "11.1.b")]
    key = min(names[0] & names[1])
    link(node=stage.node, actor=stage.first, ref=stage.ref, duty="11.1.a", key=key)
    assert key not in {one.suggestion.key for one in shown(stage, "11.1.a").of_row}
    sister = next(one for one in shown(stage, "11.1.b").of_row if one.suggestion.key == key)
    assert sister.accepted
    unlink(node=stage.node, actor=stage.first, ref=stage.ref, duty="11.1.a", key=key)
    assert key in {one.suggestion.key for one in shown(stage, "11.1.a").of_row}


def test_what_was_rejected_is_no_hint_any_more(stage: Stage) -> None:
    reject(node=stage.node, actor=stage.first, ref=stage.ref, article=11, key="DIV|1|D:3")
    found = shown(stage, "11.1.b")
    assert "D:3" not in {one.suggestion.provision for one in (*found.of_row, *found.of_article)}


def test_for_which_paragraphs_a_provision_is_proposed_travels_with_the_concordance(stage: Stage) -> None:
    value = table(node=stage.node, actor=stage.first, ref=stage.ref).value
    held = next(one for one in value.suggested(11) if one.provision == "D:3")
    assert "11.1.b" in held.duties
    assert read_concordance(concordance_json(value)).suggestions == value.suggestions


def test_hints_are_for_those_who_may_read_the_concordance(stage: Stage) -> None:
    view = row_view(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1")
    with pytest.raises(RefusedError):
        hints(node=stage.node, actor=make_officer("hall", "conference-officer"), view=view)
