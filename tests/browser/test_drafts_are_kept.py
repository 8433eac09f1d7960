# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A draft in a real browser: kept while it is typed, in two windows, when the session has ended, and without script."""

from collections.abc import Callable
from pathlib import Path

import pytest

from longbien.store import models
from tests.browser.conftest import PASSWORD, PICTURES, Visitor
from tests.pair import Pair

NEW = "/requests/new/preservation/AT/"


def references(pair: Pair) -> list[str]:
    with pair.vn:
        rows = models.Request.objects.filter(state="draft").order_by("created_at")
        return [row.draft.get("reference", "") for row in rows]


def picture(visitor: Visitor, name: str) -> None:
    if PICTURES:
        visitor.page.screenshot(path=Path(PICTURES) / f"{visitor.language}-{name}.png")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_typed_is_kept_and_the_page_says_when(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    visitor = desk(pair.vn, "duty", language)
    visitor.open(NEW)
    visitor.page.type("[name=reference]", "C-2026/7")
    visitor.page.wait_for_selector("#kept-line time")
    visitor.page.wait_for_url("**/draft/")
    assert references(pair) == ["C-2026/7"]
    visitor.page.type("[name=facts]", "A server was entered.")
    visitor.page.wait_for_selector("#seen[value='2']", state="attached")
    picture(visitor, "draft-kept")
    visitor.page.reload()
    assert visitor.page.input_value("[name=facts]") == "A server was entered."
    assert visitor.violations() == []
    assert visitor.complaints == []


def test_two_windows_on_one_draft_lose_nothing(pair: Pair, desk: Callable[..., Visitor]) -> None:
    visitor = desk(pair.vn, "duty")
    visitor.open(NEW)
    visitor.page.type("[name=reference]", "of both")
    visitor.page.wait_for_url("**/draft/")
    second = visitor.page.context.new_page()
    second.goto(visitor.page.url)
    visitor.page.fill("[name=reference]", "of the first")
    visitor.page.wait_for_selector("#seen[value='2']", state="attached")
    second.fill("[name=reference]", "of the second")
    second.wait_for_selector("#kept-line[role=alert] a")
    assert references(pair) == ["of the first"]
    second.click("#kept-line[role=alert] a")
    second.wait_for_url("**?kept=*")
    assert second.input_value("[name=reference]") == "of the second"


def test_what_is_typed_after_the_session_has_ended_comes_back(
    pair: Pair, desk: Callable[..., Visitor]
) -> None:
    visitor = desk(pair.vn, "duty")
    visitor.open(NEW)
    cookies = [one for one in visitor.page.context.cookies() if "session" not in one["name"]]
    visitor.page.context.clear_cookies()
    visitor.page.context.add_cookies(cookies)  # type: ignore[arg-type]
    visitor.page.type("[name=reference]", "typed on and on")
    visitor.page.wait_for_selector("#findings[role=alert] a")
    picture(visitor, "draft-signed-out")
    visitor.page.click("#findings[role=alert] a")
    visitor.page.fill("[name=login]", "duty")
    visitor.page.fill("[name=password]", PASSWORD)
    visitor.page.click("main button[type=submit]")
    visitor.page.wait_for_url("**?kept=*")
    assert visitor.page.input_value("[name=reference]") == "typed on and on"
    picture(visitor, "draft-back")
    visitor.page.press("[name=reference]", "Enter")
    visitor.page.wait_for_url("**/draft/")
    assert references(pair) == ["typed on and on"]


def test_without_script_the_button_keeps(pair: Pair, desk: Callable[..., Visitor]) -> None:
    visitor = desk(pair.vn, "duty")
    context = visitor.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    context.add_cookies(visitor.page.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(visitor.base + NEW)
    page.fill("[name=reference]", "by hand")
    page.click(".lb-doings button[value=save]")
    page.wait_for_url("**/draft/")
    assert (page.input_value("[name=reference]"), references(pair)) == ("by hand", ["by hand"])
    context.close()
