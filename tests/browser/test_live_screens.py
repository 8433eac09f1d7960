# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Screens that stay fresh in a real browser, with the live door as a process of its own: swapped boards, kept focus, a line that comes back."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visitor
from tests.meeting_node import MEETING, SESSION, MeetingNode, meeting_node
from tools.nodes import DUTY

PAGE = f"/conference/{SESSION}/{MEETING}"
SLOW = 30_000


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingNode]:
    """Give a node with a meeting and its live door."""
    with meeting_node(tmp_path_factory.mktemp("live")) as found:
        yield found


@pytest.fixture
def screen(chromium: Browser, running: MeetingNode) -> Iterator[Callable[..., Visitor]]:
    """Give a function that opens one of the meeting's pages, signed in or not."""
    contexts = []

    def open_page(view: str, name: str = "", language: str = "en", *, width: int = 1200) -> Visitor:
        context = chromium.new_context(
            locale=language, viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        contexts.append(context)
        visitor = Visitor(context.new_page(), running.node.url, language)
        if name:
            visitor.sign_in(name, running.node.passwords[name])
        visitor.open(f"{PAGE}/{view}/")
        return visitor

    yield open_page
    for context in contexts:
        context.close()


def test_boards_change_by_themselves_and_keep_the_focus(
    running: MeetingNode, screen: Callable[..., Visitor]
) -> None:
    public, wall, chair = screen("public"), screen("projector", language="ar"), screen("chair", DUTY)
    for visitor in (public, wall, chair):
        expect(visitor.page.locator("#live")).to_have_attribute("data-state", "on", timeout=SLOW)
    held = chair.page.locator("#board button, #board summary, #board a").first
    held.focus()
    chair.page.evaluate("document.activeElement.dataset.mine = 'yes'")
    words = held.inner_text()
    running.says("item.opened", "id=4", "title=Emergency disclosure")
    for visitor in (public, wall, chair):
        expect(visitor.page.locator("#board")).to_contain_text("Emergency disclosure", timeout=SLOW)
    found = chair.page.evaluate("[document.activeElement.innerText, document.activeElement.id]")
    assert found in ([words, found[1]], [found[0], "board"])
    wall.picture("live-projector")
    chair.picture("live-chair")
    public.picture("live-public")
    assert [one.complaints for one in (public, wall, chair)] == [[], [], []]
    assert public.violations() == []


def test_a_line_that_is_cut_is_said_and_comes_back(
    running: MeetingNode, screen: Callable[..., Visitor]
) -> None:
    public = screen("public", width=360)
    sign = public.page.locator("#live")
    expect(sign).to_have_attribute("data-state", "on", timeout=SLOW)
    running.kill_live_door()
    expect(sign).to_contain_text("reload", timeout=SLOW)
    public.picture("live-cut")
    running.says("presence.counted", "number=149")
    expect(public.page.locator("#board")).to_contain_text("149", timeout=2 * SLOW)
    expect(sign).to_have_attribute("data-state", "on")
    assert public.overflow() == 0
