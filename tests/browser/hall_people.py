# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in the hall, each in a browser of their own: what they press, type and see."""

from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, override

from longbien.store import models
from longbien.texts import word
from longbien.web.conference.posted import do_value
from tests.browser.conftest import Visitor

HALL = "/conference/cosp-1/cosp-1-m1"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(slots=True)
class Person:
    """Somebody at a screen of the meeting."""

    visitor: Visitor
    screen: str

    def seat(self, officer: models.Officer) -> "Person":
        """Sign in (how that is done has tests of its own)."""
        client = Client()
        client.force_login(officer, backend=BACKEND)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.visitor.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.visitor.base}]
        )
        return self

    def look(self, picture: str = "") -> str:
        """Open the own screen; give what it says."""
        if not self._fresh():
            self.visitor.page.goto(f"{self.visitor.base}{HALL}/{self.screen}/")
        if picture:
            self.visitor.picture(f"hall-{picture}-{self.screen}")
        return self.text()

    def read(self, path: str) -> str:
        """Open another page of the session; give what it says."""
        self.visitor.page.goto(f"{self.visitor.base}/conference/cosp-1{path}")
        return self.text()

    def text(self) -> str:
        """Give what the page says, without the marks that keep names in their own direction."""
        said = self.visitor.page.inner_text("body")
        return said.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None})

    def press(self, kind: str, **body: str) -> str:
        """Press the button that says `kind` with `body` on the own screen; it must stand there, and nothing may be refused."""
        said = self._press(kind, **body)
        found = self.visitor.page.locator("#refusal").all_inner_texts()
        assert found == [], found
        return said

    def press_in_vain(self, kind: str, **body: str) -> str:
        """Press a button and be refused; give the refusal."""
        self._press(kind, **body)
        return self.refusal()

    def _press(self, kind: str, **body: str) -> str:
        self.look()
        button = self.visitor.page.locator(f'button[name=do][value="{do_value(kind, **body)}"]').first
        assert button.count() == 1, (kind, body, self._offered())
        button.click()
        self.visitor.page.wait_for_load_state()
        return self.text()

    def ask(self, kind: str, **fields: str | list[str] | bool) -> str:
        """Fill in the form of a kind and send it; nothing may be refused."""
        said = self._ask(kind, **fields)
        found = self.visitor.page.locator("#refusal, #faults").all_inner_texts()
        assert found == [], found
        return said

    def ask_in_vain(self, kind: str, **fields: str | list[str] | bool) -> str:
        """Send a form and be refused; give the refusal."""
        self._ask(kind, **fields)
        return self.refusal()

    def _ask(self, kind: str, **fields: str | list[str] | bool) -> str:
        page = self.visitor.page
        board = {"floor": "delegate"}.get(self.screen, self.screen)
        page.goto(f"{self.visitor.base}{HALL}/ask/{kind}/?back={board}")
        for name, value in fields.items():
            control = page.locator(f"main [name={name}]")
            if isinstance(value, bool):
                control.set_checked(value)
            elif control.evaluate("one => one.tagName") == "SELECT":
                control.select_option(value)
            else:
                control.fill(str(value))
        page.click("main form button[type=submit]")
        page.wait_for_load_state()
        return self.text()

    def count(self, **totals: str) -> str:
        """Type totals at the grid."""
        page = self.visitor.page
        self.look()
        for name, number in totals.items():
            page.fill(f"#count-{name.rstrip('_')}", number)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        return self.text()

    def mark_present(self, present: list[str]) -> None:
        """Tick at the grid who is present, and no other."""
        page = self.visitor.page
        self.look()
        for box in page.locator("input[name=present]").all():
            box.set_checked(box.get_attribute("value") in present)
        page.locator("form[action$='presence/'] button").click()
        page.wait_for_load_state()

    def type_ballots(self, keys: str) -> None:
        """Type a roll-call at the grid by keys alone, from the first name on."""
        page = self.visitor.page
        self.look()
        page.locator("[data-row] input").first.focus()
        for key in keys:
            page.keyboard.press(key)
        self.visitor.picture("hall-typed-grid")
        page.locator("form[data-grid] button").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def says(self, english: str) -> str:
        """Give a sentence of the pages in this person's language."""
        with override(self.visitor.language):
            return gettext(english)

    def word(self, table: str, code: str) -> str:
        """Give the word of a code in this person's language."""
        return word(self.visitor.language, table, code)

    def faults(self) -> list[str]:
        """Look at the own screen with axe; give what is wrong, and whether it is wider than the window."""
        self.look("checked")
        wide = self.visitor.overflow()
        # No live door runs here: the pages work by reloading.
        heard = [one for one in self.visitor.complaints if "ERR_CONNECTION_REFUSED" not in one]
        return [*self.visitor.violations(), *([f"wider by {wide}"] if wide > 0 else []), *heard]

    def _fresh(self) -> bool:
        """Tell whether the own screen stands open and nothing has happened since it was drawn."""
        page = self.visitor.page
        if not page.url.endswith(f"{HALL}/{self.screen}/"):
            return False
        shown = page.get_attribute("#board", "data-seq")
        return shown == str(models.Meeting.objects.values_list("last_seq", flat=True).get())

    def refusal(self) -> str:
        self.visitor.picture(f"hall-refused-{self.screen}")
        box = self.visitor.page.locator("#refusal")
        assert box.count() == 1, self.text()
        assert box.evaluate("one => one === document.activeElement")
        self.visitor.complaints.clear()  # a refusal answers 409, which the browser's console notes
        return box.inner_text()

    def _offered(self) -> list[str | None]:
        return [one.get_attribute("value") for one in self.visitor.page.locator("button[name=do]").all()]
