# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take the README's pictures from a running demo.

    python -m tools.pictures --asking URL NAME PASSWORD --asked URL NAME PASSWORD [--into docs/pictures]

Two nodes, one sign-in at each. Pages are found by their links, not by numbers: the first request of the inbox, the first
object of the evidence. The same pages from right to left are taken where the node previews Arabic.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

QUIET: Final = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
)
WIDTH, HEIGHT = 1280, 860


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One node with one officer's sign-in."""

    url: str
    name: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: its file's name, whose node, the address, the link to follow ("" for none), and whether nobody signs in."""

    file: str
    asked: bool
    path: str
    follow: str = ""
    visitor: bool = False
    language: str = "en"
    width: int = WIDTH
    height: int = HEIGHT


PICTURES: Final = (
    Picture(file="home", asked=False, path="/", visitor=True, height=1500),
    Picture(file="article", asked=False, path="/treaty/articles/42/", visitor=True, height=1100),
    Picture(file="inbox", asked=True, path="/requests/?view=all"),
    Picture(file="request", asked=True, path="/requests/?view=all", follow=".lb-burning h2 a", height=1500),
    Picture(file="new-request", asked=False, path="/requests/new/preservation/AT/", height=1300),
    Picture(file="evidence", asked=True, path="/evidence/", follow=".lb-burning h2 a", height=1200),
    Picture(file="directory", asked=False, path="/parties/"),
    Picture(file="log", asked=True, path="/log/"),
    Picture(
        file="request-telephone", asked=True, path="/requests/?view=all", follow=".lb-burning h2 a", width=360
    ),
    Picture(
        file="request-right-to-left",
        asked=True,
        path="/requests/?view=all",
        follow=".lb-burning h2 a",
        language="ar",
        height=1500,
    ),
)
"""What the README shows."""


@contextmanager
def _page(browser: Browser, seat: Seat, picture: Picture) -> Iterator[Page]:
    context = browser.new_context(
        locale=picture.language,
        viewport={"width": picture.width, "height": picture.height},
        reduced_motion="reduce",
        color_scheme="light",
    )
    page = context.new_page()
    if not picture.visitor:
        page.goto(f"{seat.url}/sign-in/")
        page.fill("[name=login]", seat.name)
        page.fill("[name=password]", seat.password)
        page.click("main button[type=submit]")
        page.wait_for_url("**/requests/**")
    yield page
    context.close()


def take(browser: Browser, seat: Seat, picture: Picture, folder: Path) -> str:
    """Take one picture; give what was done, for the terminal."""
    with _page(browser, seat, picture) as page:
        page.goto(seat.url + picture.path)
        if picture.follow:
            link = page.locator(picture.follow).first
            if link.count() == 0:
                return f"{picture.file}: nothing to follow on {picture.path}"
            link.click()
            page.wait_for_load_state()
        if picture.language != "en" and page.get_attribute("html", "lang") != picture.language:
            return f"{picture.file}: this node does not offer {picture.language} (preview_languages)"
        page.screenshot(path=folder / f"{picture.file}.png")
    return f"{picture.file}.png"


def main(arguments: list[str]) -> int:
    """Take every picture."""
    parser = argparse.ArgumentParser(prog="tools.pictures", description="Take the README's pictures.")
    for side in ("asking", "asked"):
        parser.add_argument(f"--{side}", nargs=3, metavar=("URL", "NAME", "PASSWORD"), required=True)
    parser.add_argument("--into", type=Path, default=Path("docs/pictures"))
    given = parser.parse_args(arguments)
    program = os.environ.get("LONGBIEN_CHROMIUM") or shutil.which("chromium")
    if program is None:
        print("No Chromium found: install Debian's `chromium` or set LONGBIEN_CHROMIUM.", file=sys.stderr)
        return 69
    seats = {
        side == "asked": Seat(url=url.rstrip("/"), name=name, password=password)
        for side, (url, name, password) in (("asking", given.asking), ("asked", given.asked))
    }
    given.into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        for picture in PICTURES:
            print(take(browser, seats[picture.asked], picture, given.into))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
