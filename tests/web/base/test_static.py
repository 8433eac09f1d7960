# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Style sheets, templates and what was vendored: what the pages may not contain."""

import hashlib
import re
from pathlib import Path

import longbien.web

WEB = Path(longbien.web.__path__[0])
STATIC = WEB / "static" / "longbien"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SIDES = re.compile(
    r"\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|[\s;{](?:left|right|top|bottom)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:|hx-on|hx-vals=.js:", re.IGNORECASE
)
ROW = re.compile(r"\| `([^`]+)` \|.*\| `([0-9a-f]{128})` \|")


def test_vendored_files_are_those_of_the_list() -> None:
    listed = dict(ROW.findall((STATIC / "vendor" / "VENDOR.md").read_text(encoding="utf-8")))
    found = {
        path.relative_to(STATIC / "vendor").as_posix(): hashlib.sha512(path.read_bytes()).hexdigest()
        for path in sorted((STATIC / "vendor").rglob("*"))
        if path.is_file() and path.suffix not in {".md", ".json"}
    }
    assert found == listed


def test_our_style_sheets_know_no_left_and_right() -> None:
    found = {
        path.name: SIDES.findall(path.read_text(encoding="utf-8")) for path in sorted(STATIC.glob("*.css"))
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_template_has_inline_script_or_style() -> None:
    found = {path.name: INLINE.findall(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_template_asks_for_a_native_date() -> None:
    kinds = re.compile(r'type="(?:date|datetime-local|time|month|week)"')
    assert [path.name for path in TEMPLATES if kinds.search(path.read_text(encoding="utf-8"))] == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    remote = re.compile(r'(?:src|href|action)="(?:https?:)?//|url\(["\']?(?:https?:)?//|@import')
    paths = [*TEMPLATES, *STATIC.glob("*.css"), *STATIC.glob("*.js")]
    assert [path.name for path in paths if remote.search(path.read_text(encoding="utf-8"))] == []
