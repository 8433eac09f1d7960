# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports, clauses, publications and dual criminality in a real browser: three languages, both directions, the small telephone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from longbien.actions.law.publishing.publish import publish
from longbien.bridge.pages import Papers
from longbien.core.base.ids import PartyId
from tests.actions.steps import send
from tests.browser.conftest import Visitor
from tests.law_tables import hold, sample
from tests.pair import Pair
from tests.requests import stored_data


def fill(pair: Pair) -> tuple[str, ...]:
    """Hold and publish tables, send a request; give the pages to open."""
    for side in (pair.vn, pair.at):
        side.node = replace(side.node, papers=Papers())
    request_id = send(pair, "stored-data", stored_data(offences=["7"]))
    with pair.vn as vn:
        ref = hold(vn.node, sample(every=True))
        (sent,) = publish(node=vn.node, actor=vn.officers["law"], concordance=ref, partners=(PartyId("AT"),))
        act = vn.approve(sent.proposal)
    pair.carry(pair.vn)
    with pair.at as at:
        own = hold(at.node, replace(sample("AT"), id="a" * 32))
    assert act is not None
    return (
        "/law/",
        "/law/report/",
        f"/law/report/{own}/",
        "/law/clauses/?for=7",
        f"/law/clauses/?for=7.1&into={own}",
        f"/law/report/{own}/words",
        "/law/partners/",
        f"/law/partners/{act.digest}/",
        "/law/compare-states/?own=AT&other=VN&article=8",
        "/law/dual/?article=8&other=VN",
        f"/requests/{request_id}/safeguards/dual-criminality/",
    )


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("vi", "ltr"), ("ar", "rtl")])
def test_no_page_of_reports_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str
) -> None:
    pages = fill(pair)
    visitor = desk(pair.at, "law", language)
    for path in pages[:-1]:
        visitor.open(path)
        assert visitor.page.get_attribute("html", "dir") == direction
        assert (path, visitor.violations()) == (path, [])
    lawyer = desk(pair.at, "lawyer", language)
    lawyer.open(pages[-1])
    assert lawyer.violations() == []
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "vi", "ar"])
def test_no_page_of_reports_scrolls_sideways(pair: Pair, desk: Callable[..., Visitor], language: str) -> None:
    pages = fill(pair)
    visitor = desk(pair.at, "law", language, width=360)
    for path in pages[:-1]:
        visitor.open(path)
        assert (path, visitor.overflow()) == (path, 0)


def test_a_drafter_takes_a_clause_along_by_keyboard(pair: Pair, desk: Callable[..., Visitor]) -> None:
    fill(pair)
    visitor = desk(pair.at, "law", "en")
    visitor.open("/law/clauses/?for=7")
    page = visitor.page
    box = page.locator('input[name="clause"][value="7.security"]')
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    page.locator('select[name="form"]').select_option("akn")
    button = page.get_by_role("button", name="Write the file")
    with page.expect_download() as given:
        button.focus()
        page.keyboard.press("Enter")
    assert given.value.suggested_filename.endswith(".akn.xml")


def test_a_public_report_is_written_in_the_language_of_the_page(
    pair: Pair, desk: Callable[..., Visitor]
) -> None:
    own = fill(pair)[2]
    visitor = desk(pair.at, "law", "ar")
    visitor.open(own)
    page = visitor.page
    assert page.locator('select[name="language"]').input_value() == "ar"
    page.locator('input[name="public"]').check()
    with page.expect_download() as given:
        page.locator(f'form[action="{own}file"] button').click()
    assert given.value.suggested_filename.endswith("-public.pdf")
