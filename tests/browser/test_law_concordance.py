# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 21 in a real browser: a drafter compares a law of 2018 with the Convention; two assessors disagree visibly, a third decides, dissent stays."""

from collections.abc import Callable

import pytest

from longbien.actions.law.concordance.linking import Proposed, suggest
from longbien.core.law.concordance.codes import Grade
from tests.actions.law.concordance.stage import Stage, begun
from tests.browser.conftest import PASSWORD, Visitor
from tests.nodes import make_officer
from tests.pair import Pair, Side

GAP = {"en": "Nothing on intent.", "vi": "Không nói về lỗi cố ý.", "ar": "لا ذكر للقصد الجنائي."}
CLAUSE = {"en": "Whoever intentionally …", "vi": "Người nào cố ý …", "ar": "كل من تعمد …"}


def prepare(at: Side) -> Stage:
    """Begin the concordance with three law officers, two of whom are yet to assess."""
    officers = []
    for number in (1, 2, 3):
        officer = make_officer(f"law-{number}", "law-officer")
        officer.set_password(PASSWORD)
        officer.save()
        officers.append(officer)
    stage = begun(at.node, *officers)
    proposed = [
        Proposed(
            article=7,
            law="ACT",
            version="2018",
            provision=f"ACT:{one}",
            grade=Grade.PRINCIPAL,
            reasons=("words: enters",),
            method="words",
            duties=("7.1",) if one == 4 else (),
        )
        for one in (4, 5)
    ]
    suggest(node=at.node, actor=officers[0], ref=stage.ref, proposed=proposed)
    return stage


def assess(visitor: Visitor, law: str, mental: str, gap: str = "") -> None:
    """Fill in the form of a row and keep it, staying there."""
    page = visitor.page
    page.check(f"input[name=law][value={law}]")
    page.select_option("select[name='element.mental.found']", mental)
    page.fill("input[name='element.mental.words']", "without right")
    page.fill("textarea[name=gap]", gap)
    page.click("button[name=stay]")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("vi", "ltr"), ("ar", "rtl")])
def test_scenario_21_two_assessors_disagree_visibly(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str
) -> None:
    with pair.at as at:
        stage = prepare(at)
    row = f"/law/concordance/{stage.ref}/rows/7.1/"
    first = desk(pair.at, "law-1", language)
    first.open(f"/law/concordance/{stage.ref}/")
    assert first.page.get_attribute("html", "dir") == direction
    first.open(row)
    assert "enters" in first.page.locator("#suggestions ol").first.inner_text()
    assert first.page.locator("#suggestions details button[value=principal]").count() == 1
    seen = first.page.locator("#assess .lb-grid__seen")
    assert "without right" in seen.all_inner_texts()[3]
    assert first.violations() == []
    first.picture("law-row-hints")
    first.page.locator("#suggestions button[value=principal]").first.click()
    assert "enters a computer system" in first.page.inner_text("#provisions")
    assess(first, "full", "found")
    second = desk(pair.at, "law-2", language)
    second.open(row)
    assert second.page.locator("#assessments table").count() == 0
    assess(second, "part", "missing", GAP[language])
    assert second.page.locator(".lb-differs").count() == 2
    assert "taken" not in second.page.inner_text("#assessments table")
    third = desk(pair.at, "law-3", language)
    third.open(row)
    assess(third, "part", "missing", GAP[language])
    assert third.page.locator("#assessments .ds-alert").count() == 1
    assert GAP[language] in third.page.inner_text("#assessments")
    first.open(row)
    first.page.fill("textarea[name=text]#dissent", "Section 2 says so.")
    first.page.locator("form:has(#dissent) button").click()
    assert "Section 2 says so." in first.page.inner_text("#assessments blockquote")
    first.page.locator("#clauses details:has(textarea) summary").click()
    first.page.locator("#clauses textarea[name=text]").fill(CLAUSE[language])
    first.page.locator("#clauses form:has(textarea[name=text]) button").click()
    assert CLAUSE[language] in first.page.inner_text("#clauses")
    for visitor in (first, second, third):
        visitor.open(row)
        assert visitor.page.locator("#assessments .ds-alert").count() == 1
        assert visitor.violations() == []
        assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_finding_takes_several_needs_and_sources_by_keyboard(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    with pair.at as at:
        stage = prepare(at)
    row = f"/law/concordance/{stage.ref}/rows/7.1/"
    visitor = desk(pair.at, "law-1", language, width=360)
    visitor.open(row)
    page = visitor.page
    page.check("input[name=law][value=part]")
    for number in (1, 2, 3):
        if number == 2:
            page.locator("details:has([name='source.2']) summary").focus()
            page.keyboard.press("Enter")
        page.select_option(f"[name='source.{number}']", index=number)
        page.fill(f"[name='source_text.{number}']", f"{GAP[language]} {number}")
    with page.expect_navigation():
        page.locator("button[name=stay]").press("Enter")
    visitor.picture("form-with-three-sources")
    assert [page.input_value(f"[name='source_text.{number}']")[-1:] for number in (1, 2, 3, 4, 6)] == [
        *"123",
        "",
        "",
    ]
    assert page.locator("[name='source.7']").count() == 0
    assert (visitor.violations(), visitor.overflow()) == ([], 0)
    wide = desk(pair.at, "law-1", language)
    wide.open(row)
    assert (wide.violations(), wide.overflow(), wide.complaints) == ([], 0, [])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_the_concordance_has_a_fault_or_scrolls_sideways(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    with pair.at as at:
        stage = prepare(at)
    root = f"/law/concordance/{stage.ref}/"
    paths = (
        "/law/concordance/",
        root,
        f"{root}?scale=fatf&mine=1",
        f"{root}setup/",
        f"{root}files/",
        f"{root}safeguards/",
        f"{root}rows/7.1/?find=judge",
        f"{root}rows/25.1/",
        f"{root}rows/7.1/history/",
    )
    wide = desk(pair.at, "law-1", language)
    small = desk(pair.at, "law-1", language, width=360)
    for path in paths:
        wide.open(path)
        assert (path, wide.violations()) == (path, [])
        small.open(path)
        assert (path, small.overflow()) == (path, 0)
    assert wide.complaints == []
