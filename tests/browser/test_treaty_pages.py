# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public pages of the Convention in a real browser: three languages, two widths, light and dark, the keyboard alone, no script."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visitor

PAGES = [
    "/",
    "/treaty/?on=2027-01-01",
    "/treaty/states/",
    "/treaty/states/QA/",
    "/treaty/status/?state=signed",
    "/treaty/articles/",
    "/treaty/articles/14/",
    "/treaty/articles/40/",
    "/treaty/search/?q=preservation",
    "/treaty/record/",
    "/treaty/about/",
]
LOOKED_AT = [
    "/",
    "/treaty/states/QA/",
    "/treaty/articles/14/",
    "/treaty/search/?q=preservation",
    "/treaty/record/",
]
"""One page of each make: axe takes seconds for each."""
LANGUAGES = [("en", "ltr"), ("vi", "ltr"), ("ar", "rtl")]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_no_public_page_has_a_fault(
    visit: Callable[..., Visitor], language: str, direction: str, width: int
) -> None:
    visitor = visit(language, width=width)
    for path in PAGES:
        visitor.open(path)
        assert visitor.page.get_attribute("html", "lang") == language
        assert visitor.page.get_attribute("html", "dir") == direction
        assert (path, visitor.overflow()) == (path, 0)
        if path in LOOKED_AT:
            assert (path, visitor.violations()) == (path, [])
    assert visitor.complaints == []


def test_no_public_page_has_a_fault_in_the_dark(visit: Callable[..., Visitor]) -> None:
    visitor = visit("ar", dark=True)
    for path in LOOKED_AT:
        visitor.open(path)
        assert (path, visitor.violations()) == (path, [])
    assert visitor.complaints == []


def test_a_tile_is_reached_by_keyboard_and_tells_its_name(visit: Callable[..., Visitor]) -> None:
    visitor = visit("en")
    visitor.open("/")
    for _ in range(80):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.className") == "lb-tile":
            break
    name = visitor.page.locator(".lb-tile:focus .lb-tile__name")
    assert name.inner_text() == "Algeria: signed"
    assert (
        visitor.page.evaluate(
            "getComputedStyle(document.querySelector('.lb-tile:focus .lb-tile__name')).clipPath"
        )
        == "none"
    )
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/treaty/states/DZ/")
    assert visitor.complaints == []


def test_states_differ_by_shape_too(visit: Callable[..., Visitor]) -> None:
    visitor = visit("en")
    visitor.open("/")
    shapes = visitor.page.evaluate(
        "[...document.querySelectorAll('.lb-tile')].map(t => t.dataset.state + ' ' + t.querySelector('use').getAttribute('href'))"
    )
    pairs = {tuple(pair.split()) for pair in shapes}
    assert pairs == {(state, f"#lb-{state}") for state, _ in pairs}
    assert len(pairs) >= 4
    assert visitor.page.evaluate(
        "[...document.querySelectorAll('.lb-tile use')].every(u => document.querySelector(u.getAttribute('href')))"
    )


def test_tiles_can_be_told_apart_in_forced_colours(visit: Callable[..., Visitor]) -> None:
    visitor = visit("en")
    visitor.page.emulate_media(forced_colors="active")
    visitor.open("/")
    borders = visitor.page.evaluate(
        "[...document.querySelectorAll('.lb-tile')].map(t => getComputedStyle(t).borderTopWidth)"
    )
    assert set(borders) == {"1px"}


def test_everything_is_there_without_script(visit: Callable[..., Visitor]) -> None:
    visitor = visit("en", script=False)
    visitor.open("/")
    assert visitor.page.locator(".lb-tile").count() > 190
    assert visitor.page.locator(".lb-chart svg").count() == 2
    visitor.page.get_by_role("link", name="Search", exact=True).click()
    visitor.page.fill("[name=q]", "extradition")
    visitor.page.click("main form button")
    assert visitor.page.locator(".lb-hits mark").count() > 0


def test_nothing_is_fetched_from_elsewhere(visit: Callable[..., Visitor]) -> None:
    visitor = visit("en")
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        visitor.open(path)
    assert [url for url in asked if not url.startswith((visitor.base, "data:"))] == []
