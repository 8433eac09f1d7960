# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""No word on a page escapes the translators."""

import re
from html.parser import HTMLParser
from pathlib import Path

import longbien.web
from longbien.texts import SENTENCES, phrase
from tools.messages import helps, template

TEMPLATES = sorted((Path(longbien.web.__path__[0]) / "templates").rglob("*.html"))
BLOCK = re.compile(r"\{% blocktranslate.*?%\}.*?\{% endblocktranslate %\}|\{#.*?#\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TRANSLATED = re.compile(r"""\{% translate (?:"([^"]+)"|'([^']+)')""")
READ_ALOUD = {"alt", "title", "aria-label", "placeholder"}
NAMES = re.compile(r"Long Biên|UTC|SHA-256|\b(?:JSON|PDF|DOCX)\b")


class Words(HTMLParser):
    """Gathers the letters that a reader sees or hears; commands stand in `pre` or `code` and are the same in every language."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.command = False

    def handle_data(self, data: str) -> None:
        if not self.command:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.command = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.command = tag in {"code", "pre"}
        self.found.extend(value or "" for name, value in attrs if name in READ_ALOUD)


def bare_words(text: str) -> list[str]:
    """Give what is neither a translated sentence nor a value."""
    reader = Words()
    reader.feed(TAG.sub("", BLOCK.sub("", text)))
    found = (NAMES.sub("", words).strip() for words in reader.found)
    return [words for words in found if re.search(r"[^\W\d_]{2}", words)]


def test_no_template_has_bare_words() -> None:
    found = {path.name: bare_words(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {name: words for name, words in found.items() if words} == {}


def test_bare_words_are_seen() -> None:
    assert bare_words('<p>{% translate "a" %} left</p><img alt="over">{{ value }}') == ["left", "over"]


def test_every_sentence_reaches_the_translators() -> None:
    gathered = {message.id if isinstance(message.id, str) else message.id[0] for message in template()}
    in_templates = {
        one or other
        for path in TEMPLATES
        for one, other in TRANSLATED.findall(path.read_text(encoding="utf-8"))
    }
    assert in_templates - gathered == set()
    assert set(SENTENCES.values()) - gathered == set()
    assert {text for _command, text in helps()} - gathered == set()


def test_words_of_the_data_without_a_catalogue_stay_as_they_are() -> None:
    assert phrase("ar", "Words that no catalogue has") == "Words that no catalogue has"
    assert phrase("ar", "") == ""
