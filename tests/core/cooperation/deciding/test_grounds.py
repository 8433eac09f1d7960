# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grounds as data: no basis and row without a line or an explicit freedom; what a basis forbids is refused under every row it names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.bodies import Decided, Request
from longbien.core.cooperation.deciding.decisions import Desk, available_grounds, check_decision, grounds_for
from longbien.core.cooperation.deciding.grounds import (
    FREE,
    ROWS,
    GroundsTable,
    grounds,
    parse_grounds,
    tables,
)
from longbien.core.cooperation.findings import STOP
from longbien.core.cooperation.forms.kinds import forms

BASES = tuple(vocabulary("LEGAL-BASIS").codes)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
KINDS = tuple((found.id, asked.measure) for found in forms().values() for asked in found.asks)


def test_each_basis_has_a_row_for_everything_that_a_form_may_ask() -> None:
    assert set(tables()) == set(BASES)
    assert all(set(table.rows) == set(ROWS) for table in tables().values())
    assert {asked.grounds for found in forms().values() for asked in found.asks} <= set(ROWS)


@pytest.mark.parametrize("basis", BASES)
def test_each_row_says_something_or_that_it_is_free(basis: str) -> None:
    for row in tables()[basis].rows.values():
        assert row.list == FREE or row.grounds
        assert row.article
        assert row.sources
        assert row.reasons


def test_preservation_and_traffic_data_have_three_grounds_under_the_convention() -> None:
    """Art. 42(6), 43(2): 40(21)(b), (c) and 40(22) alone; 42(5) only where reserved."""
    three = {"essential-interests": "40.21.b", "own-law-bars": "40.21.c", "persecution": "40.22"}
    for name in ("preservation", "traffic-data"):
        row = grounds("hanoi", name)
        assert row.exclusive
        assert {one.code: one.article for one in row.grounds if not one.reserved} == three
    (reserved,) = grounds("hanoi", "preservation").reserved
    assert (reserved.code, reserved.reserved) == ("dual-criminality-foreseen", "42.5")


def test_assistance_has_the_grounds_of_paragraphs_8_21_22_and_36() -> None:
    found = {one.article for one in grounds("hanoi", "assistance").grounds}
    assert found == {"40.8", "40.21.a", "40.21.b", "40.21.c", "40.21.d", "40.22", "36.1.a", "40.27"}


def test_extradition_has_those_of_article_37() -> None:
    row = grounds("hanoi", "extradition")
    assert {one.article for one in row.grounds} == {"37.1", "37.6.a", "37.8", "37.11", "37.15"}
    assert (row.reasons, row.consult) == ("37.18", "37.17")
    assert {one.consult for one in row.grounds} == {"must"}
    assert [one.article for one in row.forbidden] == ["37.16"]


@given(
    basis=st.sampled_from(BASES),
    kind=st.sampled_from(KINDS),
    ground=st.sampled_from(tuple(vocabulary("REFUSAL").codes)),
)
def test_what_is_forbidden_is_refused_and_what_is_offered_is_taken(
    basis: str, kind: tuple[str, str], ground: str
) -> None:
    form_id, measure = kind
    asked = next(one for one in forms()[form_id].asks if one.measure == measure)
    body = Request(form=form_id, form_version=1, values={"legal_basis": basis, "traffic_path": True})
    desk = Desk(request=body, reservations=frozenset(), now=NOW)
    row = grounds_for(body, measure)
    if row is None:  # asked for only under a condition that these values do not meet
        return
    assert row == grounds(basis, row.row)
    assert asked.measure == measure
    said = Decided(measure=measure, decision="refused", grounds=(ground,), reasons="So.", consulted_at=NOW)
    stopped = [one.code for one in check_decision(said, desk) if one.severity == STOP]
    if ground in {one.code for one in row.forbidden}:
        assert stopped == ["cooperation.decision_forbidden"]
    elif ground in available_grounds(desk, measure):
        assert stopped == []
    else:
        assert stopped in (["cooperation.decision_ground"], ["cooperation.decision_reserved"])


def rows_of(first: str) -> str:
    free = "".join(
        f"""  - row: {row}
    article: "UNTOC 18(21)"
    list: free
    source: [{{ref: "UNTOC 18", confidence: memory}}]
"""
        for row in ROWS
        if row != "assistance"
    )
    return f"schema: longbien/grounds/2\nlegal_basis: untoc\nrows:\n{first}{free}forbidden: []\n"


GOOD = rows_of("""  - row: assistance
    article: "UNTOC 18(21)"
    list: closed
    consult: "UNTOC 18(26)"
    grounds: [{ground: essential-interests, article: "UNTOC 18(21)(b)", confidence: memory, consult: must}]
    source: [{ref: "UNTOC 18(21)", confidence: treaty}]
""")


def table(text: str) -> GroundsTable:
    return parse_grounds(parse_yaml(text, source="grounds/untoc.yaml"))


def test_a_table_of_grounds_is_data() -> None:
    (ground,) = table(GOOD).rows["assistance"].grounds
    assert (ground.code, ground.consult, ground.use) == ("essential-interests", "must", "refuse")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ground: essential-interests", "ground: whim"),
        ("list: closed", "list: open"),
        ("list: closed", "list: free"),
        ('    consult: "UNTOC 18(26)"\n', ""),
        ("row: assistance", "row: everything"),
        ("row: assistance", "row: arrest"),
        ("legal_basis: untoc", "legal_basis: uncac"),
        ("consult: must", "consult: perhaps"),
    ],
)
def test_a_mistake_names_its_place(before: str, after: str) -> None:
    with pytest.raises(MalformedError) as refused:
        table(GOOD.replace(before, after, 1))
    assert str(refused.value.params["place"]).startswith("grounds/untoc.yaml:")


def test_a_missing_row_is_a_mistake() -> None:
    with pytest.raises(MalformedError):
        table(GOOD.replace("  - row: none", "  - row: assistance"))
