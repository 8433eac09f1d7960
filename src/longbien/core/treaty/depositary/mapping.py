# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a page of the depositary is read: headings, marks, dates, sections and names as data, so that another shape needs no code."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.status.days import read_day
from longbien.core.treaty.status.events import INSTRUMENTS, EventKind
from longbien.core.treaty.status.participants import LANGUAGES, participants

SCHEMA: Final = "longbien/depositary-page/1"
PATH: Final = "states/depositary.yaml"
PARTICIPANT: Final = "participant"
ROLES: Final = (PARTICIPANT, EventKind.SIGNATURE.value, *(kind.value for kind in INSTRUMENTS))
"""What a part of a heading can say."""
SECTIONS: Final = ("statements", "objections", "notifications", "other", "notes")
ELEMENTS: Final = ("table", "row", "cell", "note")
COUNTERS: Final = ("signatories", "parties")
_NAMED: Final = re.compile(r"([0-9]{1,2}) ([^\W\d_]+)\.? ([0-9]{4})")
_NUMBERS: Final = re.compile(r"([0-9]{2})[-/.]([0-9]{2})[-/.]([0-9]{4})")
_QUOTES: Final = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00a0": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMapping:
    """One mapping. Words are plain (`plain`), marks are as they stand: their case decides."""

    sources: tuple[Source, ...]
    elements: Mapping[str, frozenset[str]]
    joiners: frozenset[str]
    headings: Mapping[str, str]
    marks: Mapping[str, EventKind]
    dates: tuple[str, ...]
    months: Mapping[str, int]
    as_at: tuple[str, ...]
    counters: Mapping[str, frozenset[str]]
    sections: Mapping[str, str]
    reservation_words: frozenset[str]
    article_words: frozenset[str]
    names: Mapping[str, PartyId]

    def day(self, text: str) -> date | None:
        """Read a day in one of the mapping's forms; None if it is none."""
        for form in self.dates:
            found = _FORMS[form](self, text)
            if found is not None:
                return found
        return None


def plain(text: str) -> str:
    """Give a heading or name as it is compared: without case, accents and doubled spaces, quotes in one form."""
    bare = (
        one
        for one in unicodedata.normalize("NFKD", text.translate(_QUOTES))
        if not unicodedata.combining(one)
    )
    return " ".join("".join(bare).casefold().split())


@cache
def default_mapping() -> PageMapping:
    """Give the mapping that ships with the software."""
    return parse_mapping(read_data(PATH))


def parse_mapping(document: Document) -> PageMapping:
    """Read a mapping; MalformedError with file and line, also for a word, mark or name with two meanings."""
    with reading(document, schema=SCHEMA) as fields:
        months = fields.list_of("months", _month, min_items=12, max_items=12)
        elements, counters = fields.object("elements"), fields.object("counters")
        found = PageMapping(
            sources=sources(fields),
            elements=MappingProxyType({name: _words(elements, name) for name in ELEMENTS}),
            joiners=_words(fields, "joiners"),
            headings=_table(fields, "headings", ROLES),
            marks=_marks(fields),
            dates=_dates(fields),
            months=MappingProxyType(
                {word: number for number, words in enumerate(months, 1) for word in words}
            ),
            as_at=tuple(sorted(_words(fields, "as_at"))),
            counters=MappingProxyType({name: _words(counters, name) for name in COUNTERS}),
            sections=_table(fields, "sections", SECTIONS),
            reservation_words=_words(fields, "reservation_words"),
            article_words=_words(fields, "article_words"),
            names=_names(fields),
        )
        elements.done()
        counters.done()
        return found


def _words(fields: Fields, name: str) -> frozenset[str]:
    return frozenset(plain(text) for text in fields.texts(name, max_items=60, max_length=120))


def _month(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise MalformedError("base.field_type", field="months", where=where, expected="list")
    return tuple(plain(word) for word in value)


def _dates(fields: Fields) -> tuple[str, ...]:
    found = fields.texts("dates", max_items=len(_FORMS), max_length=20)
    if not found or not set(found) <= set(_FORMS):
        raise mistake(fields, "dates")
    return found


def _table(fields: Fields, name: str, roles: tuple[str, ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}

    def one(item: Fields) -> None:
        role = item.choice("role", roles)
        for word in _words(item, "words"):
            if word in found:
                raise mistake(item, "words")
            found[word] = role

    fields.objects(name, one, min_items=1, max_items=40)
    return MappingProxyType(found)


def _marks(fields: Fields) -> Mapping[str, EventKind]:
    found: dict[str, EventKind] = {}

    def one(item: Fields) -> None:
        mark = item.text("mark", pattern="[A-Za-z]{1,4}")
        if mark in found:
            raise mistake(item, "mark")
        found[mark] = EventKind(item.choice("kind", tuple(kind.value for kind in INSTRUMENTS)))

    fields.objects("marks", one, max_items=20)
    return MappingProxyType(found)


def _names(fields: Fields) -> Mapping[str, PartyId]:
    languages = fields.texts("languages", max_items=len(LANGUAGES), max_length=2)
    if not languages or not set(languages) <= set(LANGUAGES):
        raise mistake(fields, "languages")
    found = {plain(row.names[one]): row.code for row in participants().values() for one in languages}

    def one(item: Fields) -> None:
        code = item.parsed("code", parse_party_id)
        for name in _words(item, "names"):
            if code not in participants() or found.get(name, code) != code:
                raise mistake(item, "names")
            found[name] = code

    fields.objects("aliases", one, max_items=500)
    return MappingProxyType(found)


def _named(mapping: PageMapping, text: str) -> date | None:
    match = _NAMED.fullmatch(text)
    month = mapping.months.get(plain(match[2])) if match else None
    return _date(match[3], str(month), match[1]) if match and month else None


def _numbers(mapping: PageMapping, text: str) -> date | None:
    match = _NUMBERS.fullmatch(text)
    return _date(match[3], match[2], match[1]) if match else None


def _iso(mapping: PageMapping, text: str) -> date | None:
    return _date(*text.split("-")) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return read_day(f"{int(year):04}-{int(month):02}-{int(day):02}")
    except MalformedError:
        return None


_FORMS: Final[Mapping[str, Callable[[PageMapping, str], date | None]]] = {
    "day-month-year": _named,
    "iso": _iso,
    "numbers": _numbers,
}
"""`22 Apr 2016`; `2016-04-22`; `22-04-2016` (the day first)."""
