# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of procedure in a real browser: in English and Arabic, on a phone and a desk, without a fault; a comparison by keyboard alone."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visitor
from tests.pair import Pair

PAGES = [
    "/conference/rules/",
    "/conference/rules/untoc/",
    "/conference/rules/compare/?a=untoc&b=ga-committee",
    "/conference/rules/nowhere/",
]


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_of_the_rules_has_a_fault(
    visit: Callable[..., Visitor], language: str, direction: str, width: int
) -> None:
    visitor = visit(language, width=width)
    for path in PAGES:
        visitor.open(path)
        visitor.picture(f"rules-{language}-{width}-{PAGES.index(path)}")
        assert visitor.page.get_attribute("html", "dir") == direction
        assert (path, visitor.overflow()) == (path, 0)
        assert (path, visitor.violations()) == (path, [])
    assert [one for one in visitor.complaints if "404" not in one] == []


def test_two_sets_are_compared_by_keyboard(visit: Callable[..., Visitor]) -> None:
    visitor = visit("en")
    visitor.open("/conference/rules/")
    visitor.page.focus("#profile-b")
    visitor.page.keyboard.type("International")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/compare/**")
    assert "is void" in visitor.page.inner_text("main")


CASES = """schema: longbien.conference-cases/0.1
cases:
- {id: good, kind: vote, inputs: {for: 2, against: 1, abstain: 0, threshold: simple}, expected: {outcome: adopted}}
- {id: bad, kind: vote, inputs: {for: 1, against: 2, abstain: 0, threshold: simple}, expected: {outcome: adopted}}
- {id: open, kind: vote_partial, inputs: {against: 3}, expected: {outcome: adopted}}
"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_cases_are_computed_on_a_phone(desk: Callable[..., Visitor], pair: Pair, language: str) -> None:
    visitor = desk(pair.at, "duty", language, width=360)
    visitor.open("/conference/cases/")
    visitor.page.fill("#cases-text", CASES)
    visitor.page.click("main button.ds-button:not([name])")
    visitor.page.wait_for_selector("#outcomes")
    visitor.picture("cases")
    assert visitor.page.locator("article").count() == 3
    assert visitor.overflow() == 0
    assert visitor.violations() == []
    assert visitor.complaints == []
