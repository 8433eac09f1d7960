# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""People of a session, each in a browser of their own: what they click, type and see. Nothing here knows the node but by its pages."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page

from longbien.texts import word
from tests.browser.conftest import Visitor
from tests.browser.session_node import MEETING, SESSION

PATIENCE = 60.0
"""Seconds that somebody waits for a screen to change: generous, for the machine may be crowded."""
MEMBER = ".lb-member"
_ISOLATES = {0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None}

Field = str | list[str] | bool | Path


@dataclass(slots=True)
class Person:
    """Somebody with a browser. `screen` is the one of the meeting that this person sits at."""

    visitor: Visitor
    screen: str = ""

    @property
    def page(self) -> Page:
        """Give the page that this person looks at."""
        return self.visitor.page

    # Getting in.
    def sign_in(self, name: str, password: str) -> "Person":
        """Sign in by name and password."""
        self.visitor.open("/sign-in/")
        self._sign_in_with({"login": name, "password": password})
        return self

    def sign_in_with_badge(self, number: str, code: str) -> "Person":
        """Sign in on the sign-in page with a badge and the code that was handed out with it."""
        self.visitor.open("/sign-in/")
        self.click("a[href$='/sign-in/badge/']")
        self.visitor.picture("session-badge")
        self._sign_in_with({"badge": number, "code": code})
        assert self.page.url.endswith("/conference/"), self.text()
        return self

    def sign_out(self) -> None:
        """Sign out by the menu of the own name."""
        self.page.locator(".lb-head details.lb-menu > summary").last.click()
        self.click("form[action$='/sign-out/'] button")

    def _sign_in_with(self, given: Mapping[str, str]) -> None:
        form = self.page.locator("form", has=self.page.locator(f"[name={next(iter(given))}]"))
        for name, text in given.items():
            form.locator(f"[name={name}]").fill(text)
        with self.page.expect_navigation():
            form.locator("button[type=submit]").click()

    # Moving about.
    def click(self, selector: str) -> str:
        """Click a link or button that leads to another page; give what that page says."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        return self.text()

    def visit(self, *ends: str) -> str:
        """Go by links to the address with the last of these ends: from the page that is open if a link there leads on, else from the list of sessions."""
        way = (f"/conference/{SESSION}/", *ends)
        start = next((place for place in reversed(range(len(way))) if self._links(way[place])), -1)
        if start < 0:
            self.visitor.open("/conference/")
        for end in way[max(start, 0) :]:
            self.click(f"main a[href$='{end}']")
        self.visitor.picture("session-" + "-".join(end.strip("/").replace("/", "-") for end in ends))
        return self.text()

    def _links(self, end: str) -> bool:
        return self.page.locator(f"main a[href$='{end}']").count() > 0

    def sit_down(self, screen: str) -> "Person":
        """Open a screen of the meeting, from the list of sessions by its links."""
        self.screen = screen
        self.visit(f"/{MEETING}/{screen}/")
        return self

    def home(self) -> None:
        """Open the own screen of the meeting again."""
        self.click(f"a[href$='/{MEETING}/{self.screen}/']")

    # Forms of the desk of those who come.
    def send(self, what: str, *, within: str = "main", **fields: Field) -> str:
        """Fill in the form whose button does `what`, inside of `within`, and press it; give what the page then says."""
        button = f"button[name=do][value='{what}']"
        form = self.page.locator(f"{within} form", has=self.page.locator(button)).first
        self._unfold(form)
        fill_in(form, fields)
        with self.page.expect_navigation():
            form.locator(button).click()
        return self.text()

    def badge_code(self, name: str, *, codes: str = "once") -> tuple[str, str]:
        """Have a new code made for the badge of somebody on the list that stands open; give number and code as they are read off the page."""
        member = self.page.locator(MEMBER, has_text=name)
        form = member.locator("form", has=self.page.locator("button[value=code]"))
        self._unfold(form)
        fill_in(form, {"codes": codes})
        with self.page.expect_navigation():
            form.locator("button[value=code]").click()
        number = self.page.inner_text("main [role=status] h2")
        code = self.page.inner_text(".lb-code code")
        self.click("main > p a")
        return number.strip(), code.strip()

    def _unfold(self, form: Locator) -> None:
        """Open the details in which a form lies, as one does before filling it in."""
        closed = form.locator("xpath=ancestor::details[not(@open)]")
        if closed.count():
            closed.last.locator("> summary").click()

    # The meeting.
    def press(self, kind: str, **body: str) -> str:
        """Press the button that says `kind` with `body` on the own screen; nothing may be refused."""
        said = self._press(kind, body)
        found = self.page.locator("#refusal").all_inner_texts()
        assert found == [], found
        return said

    def _press(self, kind: str, body: Mapping[str, str]) -> str:
        value = self._button(kind, body)
        with self.page.expect_navigation():
            self.page.locator(f'button[name=do][value="{value}"]').first.click()
        return self.text()

    def _button(self, kind: str, body: Mapping[str, str]) -> str:
        """Find a button on the own screen; open the screen again if it is not there, and wait for it."""
        wanted = {"kind": kind, **body}.items()
        until = time.monotonic() + PATIENCE
        offered: list[str] = []
        if not self.page.url.endswith(f"/{MEETING}/{self.screen}/"):
            self.home()
        while True:
            offered = self.page.locator("button[name=do]").evaluate_all("all => all.map(one => one.value)")
            found = [one for one in offered if wanted <= dict(parse_qsl(one)).items()]
            if found:
                return found[0]
            assert time.monotonic() < until, (kind, body, offered)
            self.home()

    def ask(self, kind: str, **fields: Field) -> str:
        """Follow the link to the form of a kind, fill it in and send it; nothing may be refused."""
        said = self._ask(kind, fields)
        found = self.page.locator("#refusal, #faults").all_inner_texts()
        assert found == [], found
        return said

    def ask_in_vain(self, kind: str, **fields: Field) -> str:
        """Send a form and be refused; give the refusal."""
        self._ask(kind, fields)
        return self.refusal()

    def choices(self, kind: str, name: str, start: str) -> list[str]:
        """Read, in the form of a kind, what can be chosen there that begins so; then cancel."""
        self._open(kind)
        found = self.page.locator(f"main select[name={name}] option").evaluate_all(
            "all => all.map(one => one.value)"
        )
        self.click("main form .lb-actions a")
        return [one.removeprefix(start) for one in found if one.startswith(start)]

    def _ask(self, kind: str, fields: Mapping[str, Field]) -> str:
        self._open(kind)
        fill_in(self.page.locator("main form"), fields)
        self.click("main form button[type=submit]")
        return self.text()

    def _open(self, kind: str) -> None:
        if not self.page.locator(f".lb-askings a[href*='/ask/{kind}/']").count():
            self.home()
        self.click(f".lb-askings a[href*='/ask/{kind}/']")

    def count(self, **totals: str) -> str:
        """Type totals at the grid."""
        self.home()
        for name, number in totals.items():
            self.page.fill(f"#count-{name.rstrip('_')}", number)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.text()

    def mark_present(self, present: list[str]) -> None:
        """Tick at the grid who is present, and no other."""
        self.home()
        for box in self.page.locator("input[name=present]").all():
            box.set_checked(box.get_attribute("value") in present)
        self.click("form[action$='presence/'] button")

    def type_ballots(self, first: str, keys: str) -> None:
        """Type a roll-call at the grid by keys alone, from the first name on, which has to be `first`."""
        self.home()
        rows = self.page.locator("[data-row] th")
        assert rows.first.get_attribute("id") == f"name-{first}"
        self.page.locator("[data-row] input").first.focus()
        for key in keys:
            self.page.keyboard.press(key)
        self.visitor.picture("session-typed-grid")
        self.page.locator("form[data-grid] button").focus()
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    # Looking.
    def text(self) -> str:
        """Give what the page says, without the marks that keep names in their own direction."""
        return self.page.inner_text("body").translate(_ISOLATES)

    def sees(self, *words: str, picture: str = "") -> None:
        """Wait, without touching anything, until the board of the own screen says all of these."""
        self.waits_for(lambda: all(one in self.board() for one in words), *words)
        if picture:
            self.visitor.picture(f"session-{picture}-{self.screen}")

    def waits_for(self, holds: Callable[[], object], *about: str) -> None:
        """Wait, without touching anything, until something holds of the board of the own screen."""
        until = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < until, (about, self.board())
            self.page.wait_for_timeout(150)

    def board(self) -> str:
        """Give what the board of the own screen says at present."""
        return self.page.inner_text("#board").translate(_ISOLATES)

    def says(self, english: str) -> str:
        """Give a sentence of the pages in this person's language."""
        with override(self.visitor.language):
            return gettext(english)

    def word(self, table: str, code: str) -> str:
        """Give the word of a code in this person's language."""
        return word(self.visitor.language, table, code)

    def refusal(self) -> str:
        """Give the refusal that stands on the page; the reader starts there."""
        self.visitor.picture(f"session-refused-{self.screen}")
        box = self.page.locator("#refusal")
        assert box.count() == 1, self.text()
        assert box.evaluate("one => one === document.activeElement")
        self.visitor.complaints.clear()  # a refusal answers 409, which the browser's console notes
        return box.inner_text()

    def faults(self) -> list[str]:
        """Look at the page with axe; give what is wrong, whether it is wider than the window, and what the browser noted."""
        self.visitor.picture(f"session-checked-{self.screen or 'page'}")
        wide = self.visitor.overflow()
        found = [*self.visitor.violations(), *([f"wider by {wide}"] if wide > 0 else [])]
        return [f"{self.page.url}: {one}" for one in (*found, *self.visitor.complaints)]


def fill_in(form: Locator, fields: Mapping[str, Field]) -> None:
    """Fill in some fields of a form: ticks, choices, files, texts. A name that ends in `_` is the name without it."""
    for name, value in fields.items():
        control = form.locator(f"[name='{name.rstrip('_')}']")
        if isinstance(value, bool):
            control.set_checked(value)
        elif isinstance(value, Path):
            control.set_input_files(value)
        elif control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(str(value))
