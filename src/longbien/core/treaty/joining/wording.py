# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Model wording of the papers of joining, one file per language in `data/joining/wording`, and the full title of the Convention.

The wording is this project's own, to be settled by the ministry that signs. Every language says the same things: a text that one file
lacks, or a value that only one of them fills in, is a mistake of the data.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import CONFIDENCE, mistake, reading
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.joining.form import LANGUAGES

SCHEMA: Final = "longbien/joining-wording/1"
FOLDER: Final = "joining/wording"
BASE: Final = "en"
"""The language whose file says which texts there are."""
_VALUE: Final = re.compile(r"\{([a-z_]+)\}")
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The full title of the Convention in a language. `confirmed`: a difference from it is a fault, not only a doubt."""

    language: str
    text: str
    authentic: bool
    confidence: str

    @property
    def confirmed(self) -> bool:
        """Tell whether the text is sure enough to refuse another one."""
        return self.confidence == "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The texts of one language. `reviewed`: a lawyer of that language has read them."""

    language: str
    name: str
    rtl: bool
    reviewed: bool
    confidence: str
    title: Title
    languages: Mapping[str, str]
    texts: Mapping[str, str]
    months: tuple[str, ...]
    date_form: str

    def text(self, key: str, /, **values: str) -> str:
        """Give a text with its values; a value that is missing or empty shows as a dotted line to be filled in."""
        return _VALUE.sub(lambda found: values.get(found[1]) or GAP, self.texts[key])

    def day(self, day: date | None) -> str:
        """Write a day out, as instruments do."""
        if day is None:
            return GAP
        month = self.months[day.month - 1]
        return self.date_form.format(day=day.day, month=month, year=day.year)

    def language_name(self, code: str) -> str:
        """Name a language, or give its code."""
        return self.languages.get(code, code)


GAP: Final = "……………"
"""What is not answered yet, on a paper."""


_LEFT: Final = "\N{LEFT-TO-RIGHT ISOLATE}"
_END: Final = "\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str, word: Wording) -> str:
    """Keep a number, address or citation from left to right inside a text that runs from right to left."""
    return f"{_LEFT}{text}{_END}" if text and word.rtl else text


@cache
def titles() -> Mapping[str, Title]:
    """Give the full title in every language."""
    return MappingProxyType({code: wording(code).title for code in LANGUAGES})


@cache
def wording(language: str) -> Wording:
    """Give the wording of a language; UsageError `joining.language_unknown`."""
    if language not in LANGUAGES:
        raise UsageError("joining.language_unknown", language=language[:20], languages=", ".join(LANGUAGES))
    found = parse_wording(read_data(f"{FOLDER}/{language}.yaml"))
    return (
        found
        if language == BASE
        else parse_wording(read_data(f"{FOLDER}/{language}.yaml"), like=wording(BASE))
    )


def parse_wording(document: Document, *, like: Wording | None = None) -> Wording:
    """Read one language; MalformedError with file and line. With `like`: it must have the same texts with the same values."""
    with reading(document, schema=SCHEMA) as fields:
        language = fields.choice("language", LANGUAGES)
        if document.source.rsplit("/", 1)[-1] != f"{language}.yaml":
            raise mistake(fields, "language")
        title = _title(fields.object("title"), language)
        texts = _texts(fields.object("texts"))
        if like is not None:
            _compare(fields.object("texts"), texts, like.texts)
        found = Wording(
            language=language,
            name=fields.text("name", max_length=40),
            rtl=fields.boolean("right_to_left"),
            reviewed=fields.boolean("reviewed"),
            confidence=fields.choice("confidence", CONFIDENCE),
            title=title,
            languages=MappingProxyType(_texts(fields.object("languages"))),
            texts=MappingProxyType(texts),
            months=fields.texts("months", max_items=_MONTHS, max_length=40),
            date_form=fields.text("date_form", max_length=60),
        )
        if len(found.months) != _MONTHS or set(_VALUE.findall(found.date_form)) != {"day", "month", "year"}:
            raise mistake(fields, "months")
        if set(found.languages) != set(LANGUAGES):
            raise mistake(fields, "languages")
        return found


def _title(fields: Fields, language: str) -> Title:
    found = Title(
        language=language,
        text=fields.text("text", max_length=600),
        authentic=fields.boolean("authentic"),
        confidence=fields.choice("confidence", CONFIDENCE),
    )
    fields.done()
    return found


def _texts(fields: Fields) -> dict[str, str]:
    found = {name: fields.text(name, max_length=2000) for name in fields.names()}
    fields.done()
    return found


def _compare(fields: Fields, texts: Mapping[str, str], like: Mapping[str, str]) -> None:
    for name in (*like, *texts):
        if name not in texts or name not in like:
            raise mistake(fields, name)
        if set(_VALUE.findall(texts[name])) != set(_VALUE.findall(like[name])):
            raise mistake(fields, name)
