# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desks' pages in a real browser: both directions, the small telephone, the keyboard alone."""

from collections.abc import Callable

import pytest

from longbien.actions.cooperation.answers.decide_measure import decide_measure
from tests.actions.steps import announced, send
from tests.browser.conftest import Visitor
from tests.pair import Pair
from tests.requests import preservation, stored_data


def case(pair: Pair) -> list[str]:
    """Bring a case to evidence, and leave a decision waiting; give the pages of the State that is asked."""
    request_id, object_id = announced(pair, b"one line of a log\n" * 100)
    waiting = send(pair, "stored-data", stored_data(reference="C-2026/551"))
    with pair.at as at:
        proposal = decide_measure(
            measure="disclosure",
            node=at.node,
            actor=at.officers["duty"],
            request_id=waiting,
            decision="refused",
            grounds=("essential-interests",),
            reasons="It touches national security.",
            consulted_at=pair.clock.now,
        ).proposal
    return [
        "/requests/",
        "/requests/?view=ended",
        f"/requests/{request_id}/",
        f"/requests/{waiting}/",
        f"/requests/{waiting}/say/decide-disclosure/",
        "/requests/new/",
        "/requests/new/preservation/VN/",
        "/proposals/",
        f"/proposals/{proposal}/",
        "/evidence/",
        f"/evidence/{object_id}/",
        "/parties/",
        "/log/",
    ]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_has_a_fault(pair: Pair, desk: Callable[..., Visitor], language: str, direction: str) -> None:
    pages = case(pair)
    visitor = desk(pair.at, "duty", language)
    visitor.check_faultless(pages, direction)
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_scrolls_sideways_on_a_small_telephone(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    pages = case(pair)
    visitor = desk(pair.at, "duty", language, width=360)
    visitor.check_narrow(pages)


def test_a_request_is_acknowledged_by_keyboard_alone(pair: Pair, desk: Callable[..., Visitor]) -> None:
    send(pair, "preservation", preservation())
    visitor = desk(pair.at)
    visitor.open("/sign-in/")
    keyboard = visitor.page.keyboard
    keyboard.type("duty")
    keyboard.press("Tab")
    keyboard.type("correct horse battery")
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/requests/")
    walk_to(visitor, "Expedited preservation")
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/requests/*/")
    walk_to(visitor, "Acknowledge")
    keyboard.press("Enter")
    visitor.page.wait_for_selector("text=Signed, written to the log and on its way.")
    assert visitor.complaints == []


def walk_to(visitor: Visitor, words: str) -> None:
    """Press Tab until the control with these words has the focus."""
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if words in str(visitor.page.evaluate("document.activeElement.textContent")):
            return
    raise AssertionError(f"no Tab leads to {words}")


def test_a_draft_is_checked_while_it_is_typed(pair: Pair, desk: Callable[..., Visitor]) -> None:
    visitor = desk(pair.vn, "duty")
    visitor.open("/requests/new/preservation/AT/")
    assert visitor.page.locator("#findings li").count() == 0
    visitor.page.fill("[name=reference]", "C-1")
    visitor.page.keyboard.press("Tab")
    visitor.page.wait_for_selector("#findings li")
    assert visitor.page.input_value("[name=reference]") == "C-1"
    assert visitor.complaints == []
