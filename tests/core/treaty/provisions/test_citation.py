# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids of provisions, their order and how they are cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.treaty.provisions.citation import (
    ProvisionId,
    ancestors,
    article_of,
    cite,
    cite_short,
    order,
    parse_provision_id,
)


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("10", "Article 10", "10"),
        ("13.a", "Article 13 (a)", "13(a)"),
        ("25.2", "Article 25, paragraph 2", "25(2)"),
        ("40.15.c", "Article 40, paragraph 15 (c)", "40(15)(c)"),
        ("11.1.a.ii", "Article 11, paragraph 1 (a) (ii)", "11(1)(a)(ii)"),
        ("2.e.i", "Article 2 (e) (i)", "2(e)(i)"),
    ],
)
def test_a_provision_is_cited(text: str, full: str, short: str) -> None:
    provision = parse_provision_id(text)
    assert (cite(provision), cite_short(provision)) == (full, short)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "69",
        "07",
        "40(15)",
        "40.",
        "40.15.C",
        "40.15.c.iiii",
        "40.0",
        "40.15.3",
        "a",
        "4٠",
        "40.15.c\n",
    ],
)
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(MalformedError) as refused:
        parse_provision_id(text)
    assert refused.value.code == "treaty.provision_id"


def test_a_provision_stands_in_others() -> None:
    assert ancestors(ProvisionId("11.1.a.ii")) == ("11.1.a", "11.1", "11")
    assert ancestors(ProvisionId("10")) == ()
    assert article_of(ProvisionId("40.15.c")) == 40


def test_the_order_is_that_of_the_treaty() -> None:
    ids = ["2.e", "2.e.i", "2.e.ii", "2.f", "11.1.a.ii", "40", "40.2", "40.15", "40.15.a", "40.15.b", "40.16"]
    assert sorted(ids, key=lambda text: order(ProvisionId(text)), reverse=False) == ids


@given(st.text(max_size=20))
def test_any_text_is_an_id_or_refused(text: str) -> None:
    try:
        provision = parse_provision_id(text)
    except MalformedError:
        return
    assert cite(provision).startswith(f"Article {article_of(provision)}")
