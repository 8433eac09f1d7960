# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real browser on a running node. Skipped, and said so, where no Chromium is installed (LONGBIEN_CHROMIUM names one)."""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page, Response, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from longbien.store import models
from tests.authority import SINCE
from tests.conftest import ABSENT
from tests.pair import Pair, Side, empty_database, make_pair

PASSWORD = "correct horse battery"
PICTURES = os.environ.get("PICTURES", "")
"""A folder for pictures of every page that a test opens, for those who want to look."""
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

    def __init__(self, page: Page, base: str, language: str = "en") -> None:
        self.page = page
        self.language = language
        self.base = base
        self.complaints: list[str] = []
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._response)

    def open(self, path: str) -> None:
        """Go to an address of the node."""
        self.page.goto(self.base + path)
        self.picture(path.strip("/").replace("/", "-") or "home")

    def picture(self, name: str) -> None:
        """Keep a picture of the page as it stands, where pictures are wanted."""
        if PICTURES:
            file = re.sub(r"[0-9a-f]{32,}", "id", f"{self.language}-{name}.png")
            self.page.screenshot(path=Path(PICTURES) / file, full_page=True)

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

    def check_faultless(self, paths: Iterable[str], direction: str) -> None:
        """Open pages: each is written in this direction, and axe finds no fault in it."""
        for path in paths:
            self.open(path)
            assert (path, self.page.get_attribute("html", "dir")) == (path, direction)
            assert (path, self.violations()) == (path, [])

    def check_narrow(self, paths: Iterable[str]) -> None:
        """Open pages: none is wider than the window."""
        for path in paths:
            self.open(path)
            assert (path, self.overflow()) == (path, 0)

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
        return Visitor(context.new_page(), live_server.url, language)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def pair_template(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> BaseDatabaseWrapper:
    """Give a database with tables and no rows, to be copied."""
    with django_db_blocker.unblock():
        return empty_database()


@pytest.fixture
def pair(transactional_db: None, pair_template: BaseDatabaseWrapper) -> Iterator[Pair]:
    """Give two nodes that know each other; their officers can sign in."""
    found = make_pair(pair_template)
    for side in (found.vn, found.at):
        with side:
            entry = models.Entry.objects.get(party__own=False)
            for officer in side.officers.values():
                officer.set_password(PASSWORD)
                officer.save()
                entry.confirmations.create(officer=officer, role_id=officer.role_id, at=SINCE)
    yield found
    provide_node(Provider())


@pytest.fixture
def desk(chromium: Browser, pair: Pair) -> Iterator[Callable[..., Visitor]]:
    """Give a function that serves one side and opens a browser there; `name` signs in."""
    stack = ExitStack()

    def open_desk(side: Side, name: str = "", language: str = "en", *, width: int = 1200) -> Visitor:
        base = stack.enter_context(_served(side))
        context = chromium.new_context(
            locale=language, viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        stack.callback(context.close)
        visitor = Visitor(context.new_page(), base, language)
        if name:
            visitor.sign_in(name, PASSWORD)
        return visitor

    with stack:
        yield open_desk


@contextmanager
def _served(side: Side) -> Iterator[str]:
    """Serve one side's pages from its own database."""
    provide_node(lambda: side.node)
    # Never taken back: a thread of the server may close its connection after the server has ended.
    side.database.inc_thread_sharing()
    server = LiveServerThread("127.0.0.1", StaticFilesHandler, {"default": side.database})
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.terminate()
