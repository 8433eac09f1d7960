# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real browser on a running node. Skipped, and said so, where no Chromium is installed (LONGBIEN_CHROMIUM names one)."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.conftest import ABSENT

AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
]
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once."""
    program = os.environ.get("LONGBIEN_CHROMIUM") or shutil.which("chromium")
    if program is None or not Path(program).exists():
        pytest.skip(f"{ABSENT}: LONGBIEN_CHROMIUM names no browser and there is no `chromium`")
    # Playwright keeps an event loop in this thread; Django would take its own blocking calls for a mistake.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Visitor:
    """One page of the browser that remembers every complaint."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.complaints: list[str] = []
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._response)

    def open(self, path: str) -> None:
        """Go to an address of the node."""
        self.page.goto(self.base + path)

    def sign_in(self, name: str, password: str) -> None:
        """Sign in through the page."""
        self.open("/sign-in/")
        self.page.fill("[name=login]", name)
        self.page.fill("[name=password]", password)
        self.page.click("main button[type=submit]")

    def violations(self) -> list[str]:
        """Let axe look at the page: one line per violation and place."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("options => axe.run(document, options)", OPTIONS)
        return [
            f"{rule['id']}: {' '.join(node['target'])} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    def overflow(self) -> int:
        """Tell by how many pixels the page is wider than the window."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"{kind}: {text}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")


@pytest.fixture
def visit(
    chromium: Browser, live_server: LiveServer, transactional_db: None
) -> Iterator[Callable[..., Visitor]]:
    """Give a function that opens a fresh browser profile on the node."""
    contexts = []

    def make(language: str = "en", *, width: int = 1200, dark: bool = False, script: bool = True) -> Visitor:
        context = chromium.new_context(
            locale=language,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return Visitor(context.new_page(), live_server.url)

    yield make
    for context in contexts:
        context.close()
