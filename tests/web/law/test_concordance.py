# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done on a duty's page beside assessing: each verb of its table, and what is refused with a sentence."""

from collections.abc import Callable

import pytest

from longbien.actions.law.concordance.remarks import propose_clause
from longbien.actions.law.concordance.seen import row_view
from longbien.core.law.concordance.table import Clause, Row
from tests.actions.law.concordance.stage import Stage, begun
from tests.nodes import make_officer
from tests.pair import Pair
from tests.web.conftest import Desk

KEY = "ACT|2018|ACT:4"


@pytest.fixture
def stage(pair: Pair) -> Stage:
    with pair.vn as vn:
        others = [make_officer(name, "law-officer") for name in ("law-2", "law-3")]
        return begun(vn.node, vn.officers["law"], *others)


def row(pair: Pair, stage: Stage) -> Row:
    with pair.vn as vn:
        return row_view(node=vn.node, actor=stage.first, ref=stage.ref, duty="7.1").row


def done(law: Desk, stage: Stage, **posted: str) -> str:
    """Post a doing, and give the page that answers."""
    address = f"/law/concordance/{stage.ref}/rows/7.1/do/"
    return str(law.post(address, posted, follow=True).content.decode())


def test_a_provision_is_linked_in_its_grade_and_unlinked(
    pair: Pair, desk: Callable[..., Desk], stage: Stage
) -> None:
    law = desk(pair.vn, "law")
    assert "Done." in done(law, stage, do="link", key=KEY, grade="supporting")
    assert [(one.key, one.grade.value) for one in row(pair, stage).links] == [(KEY, "supporting")]
    assert "Done." in done(law, stage, do="unlink", key=KEY, why="It is another matter.")
    assert row(pair, stage).links == ()
    assert "7.1 is not linked to this provision." in done(law, stage, do="unlink", key=KEY)


@pytest.mark.parametrize("grade", ["", "chief", "Principal"])
def test_a_grade_that_nobody_knows_links_nothing(
    pair: Pair, desk: Callable[..., Desk], stage: Stage, grade: str
) -> None:
    said = done(desk(pair.vn, "law"), stage, do="link", key=KEY, grade=grade)
    assert "A provision is linked as one of: principal, supporting." in said
    assert row(pair, stage).links == ()


def test_a_clause_is_withdrawn_once(pair: Pair, desk: Callable[..., Desk], stage: Stage) -> None:
    law = desk(pair.vn, "law")
    with pair.vn as vn:
        clause = Clause(id="", text="Whoever enters is punished.")
        kept = propose_clause(node=vn.node, actor=stage.first, ref=stage.ref, duty="7.1", clause=clause)
    assert "Done." in done(law, stage, do="withdraw", clause=kept.id, why="Taken up.")
    assert row(pair, stage).clauses == ()
    assert "Done." not in done(law, stage, do="withdraw", clause=kept.id)


def test_what_a_row_does_not_allow_is_refused_with_a_sentence(
    pair: Pair, desk: Callable[..., Desk], stage: Stage
) -> None:
    law = desk(pair.vn, "law")
    for posted, words in (
        ({"do": "dissent", "text": "No."}, "cannot be done as the row stands now"),
        ({"do": "open", "why": "At once."}, "cannot be done as the row stands now"),
        ({"do": "reopen", "why": "Again."}, "cannot be done as the row stands now"),
        ({"do": "reject", "key": KEY}, "Nothing of that kind was suggested"),
        ({"do": "dance"}, "This cannot be done with a row."),
    ):
        assert words in done(law, stage, **posted), posted
