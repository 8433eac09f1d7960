# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of legal bases in a real browser: both directions, the small telephone, no fault of accessibility."""

from collections.abc import Callable

import pytest

from longbien.actions.treaty.bases.agree import offer_agreement
from longbien.actions.treaty.bases.enter import confirm_basis, enter_basis
from longbien.actions.treaty.bases.watch import watch_bases
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.agreements import Offer
from tests.actions.steps import send
from tests.actions.treaty.bases.test_rows import ENTRY
from tests.browser.conftest import Visitor
from tests.pair import Pair
from tests.requests import preservation


def fill(pair: Pair) -> tuple[str, ...]:
    """Keep a row that counts, one that waits, an offer, and a request; give the pages to open."""
    request_id = send(pair, "preservation", preservation())
    with pair.vn as vn:
        offer = Offer(request="", since=vn.node.clock().date(), until=None, text="Faster for both.")
        partner = PartyId("AT")
        waiting = offer_agreement(node=vn.node, actor=vn.officers["treaty"], partner=partner, offer=offer)
        vn.approve(waiting.proposal)
    pair.carry(pair.vn)
    with pair.at as at:
        treaty, directory = at.officers["treaty"], at.officers["directory"]
        row = enter_basis(node=at.node, actor=treaty, entry=ENTRY)
        confirm_basis(node=at.node, actor=directory, row=row.pk)
        enter_basis(node=at.node, actor=directory, entry=ENTRY)
        watch_bases(node=at.node)
    return "/treaty/bases/", "/treaty/bases/AT/VN/", f"/requests/{request_id}/"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_of_bases_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str
) -> None:
    pages = fill(pair)
    visitor = desk(pair.at, "treaty", language)
    visitor.check_faultless(pages, direction)
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_bases_scrolls_sideways(pair: Pair, desk: Callable[..., Visitor], language: str) -> None:
    pages = fill(pair)
    visitor = desk(pair.at, "treaty", language, width=360)
    visitor.check_narrow(pages)
