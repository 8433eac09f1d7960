# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 33: a clerk gets two versions of one national law. Dated versions, as in force on a day, source and kind of text are shown; an old report keeps its version."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from longbien.core.base.ids import PartyId
from longbien.core.law.provisions.lines import write_lines
from longbien.core.law.versions.facts import LawFacts
from tests.browser.conftest import PASSWORD, Visitor
from tests.law_texts import ARABIC, FIRST, SECOND, VIETNAMESE
from tests.laws import facts, keep
from tests.nodes import make_officer
from tests.pair import Pair, Side

LANGUAGES = [("en", "ltr"), ("vi", "ltr"), ("ar", "rtl")]
BILL = LawFacts(state=PartyId("AT"), code="B7", title="Bill 7 (invented)", language="en", kind="bill")
VI = LawFacts(state=PartyId("VN"), code="BC", title="Luật bến cảng (hư cấu)", language="vi", kind="act")
AR = LawFacts(state=PartyId("AE"), code="QM", title="قانون الميناء (مختلق)", language="ar", kind="act")
PAGES = (
    "/law/laws/",
    "/law/laws/AT/HC/",
    "/law/laws/AT/HC/2020-01-01/",
    "/law/laws/AT/HC/2020-01-01/HC:3/",
    "/law/laws/search/?q=tide+tables&every=1",
    "/law/laws/search/?q=الميناء",
    "/law/compare/?a=AT/HC/2020-01-01&b=AT/HC/2026-01-01",
    "/law/compare/?a=AT/HC/2020-01-01&b=AT/B7/bill",
    "/law/laws/keep/?law=AT/HC",
)


def clerk(side: Side) -> None:
    """Give the side a law officer who can sign in."""
    found = make_officer("clerk", "law-officer")
    found.set_password(PASSWORD)
    found.save()
    side.officers["clerk"] = found


def fill(pair: Pair) -> None:
    """Keep both versions, a bill, and laws in two more languages."""
    with pair.at as at:
        clerk(at)
        node, actor = at.node, at.officers["clerk"]
        keep(node, actor, FIRST)
        keep(
            node,
            actor,
            SECOND,
            facts(date(2026, 1, 1), text_as_of=date(2025, 11, 30), source_url="https://gazette.example/hc"),
        )
        bill = SECOND[1].text.replace("thirty", "forty")
        text = f"Section 2 of the Harbour Machines Act reads: “2. {bill}”"
        keep(node, actor, [FIRST[4].__class__(id="B7:1", number="1", text=text)], facts(None), BILL)
        keep(node, actor, VIETNAMESE, facts(translation="unofficial"), VI)
        keep(node, actor, ARABIC, facts(date(2030, 1, 1)), AR)


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_a_clerk_keeps_two_versions_and_an_old_report_keeps_its_own(
    pair: Pair, desk: Callable[..., Visitor], tmp_path: Path, language: str, direction: str
) -> None:
    with pair.at as at:
        clerk(at)
    visitor = desk(pair.at, "clerk", language)
    page = visitor.page
    for name, provisions, since in (("old", FIRST, "2020-01-01"), ("new", SECOND, "2026-01-01")):
        file = tmp_path / f"{name}.jsonl"
        file.write_bytes(write_lines(provisions))
        visitor.open("/law/laws/keep/" if name == "old" else "/law/laws/keep/?law=AT/HC")
        page.set_input_files("[name=file]", file)
        if name == "old":
            page.fill("main [name=code]", "HC")
            page.fill("main [name=title]", "Harbour Machines Act (invented)")
            page.fill("main [name=language]", "en")
        page.fill("main [name=in_force_from]", since)
        page.fill("main [name=source]", "Harbour Gazette (invented)")
        page.click("main button.ds-button:not([data-variant])")
        expect(page.locator("h1")).to_contain_text(since)
    assert page.get_attribute("html", "dir") == direction
    visitor.open("/law/laws/AT/HC/?on=2025-12-31")
    expect(page.locator("section[aria-labelledby=holds] li")).to_have_count(1)
    expect(page.locator("section[aria-labelledby=holds] li")).to_contain_text("2020-01-01")
    visitor.open("/law/laws/AT/HC/")
    expect(page.locator("section[aria-labelledby=holds] li")).to_contain_text("2026-01-01")
    expect(page.locator(".lb-laws__line > li")).to_have_count(2)
    visitor.open("/law/laws/AT/HC/2020-01-01/HC:3/")  # the address that an old report cites
    expect(page.locator("h1")).to_contain_text("Spoiling tide tables")
    expect(page.locator(".ds-alert a")).to_have_text("2026-01-01")
    visitor.open("/law/compare/?a=AT/HC/2020-01-01&b=AT/HC/2026-01-01")
    expect(page.locator("ins").first).to_contain_text("or of a lighthouse")
    expect(page.locator("del").first).to_contain_text("ten")
    visitor.picture("compared")
    assert visitor.complaints == []


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_no_page_of_laws_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str
) -> None:
    fill(pair)
    visitor = desk(pair.at, "clerk", language)
    visitor.check_faultless(PAGES, direction)
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_laws_scrolls_sideways(pair: Pair, desk: Callable[..., Visitor], language: str) -> None:
    fill(pair)
    visitor = desk(pair.at, "clerk", language, width=360)
    visitor.check_narrow(PAGES)
