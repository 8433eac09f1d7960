# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places and bodies as the press writes them, and the mistakes about the Convention that it repeats: two tables."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.record.entries import ID_PATTERN, parse_day, record
from longbien.core.treaty.record.when import When, on
from longbien.core.treaty.status.participants import participants

NAMES_SCHEMA: Final = "longbien/press-names/1"
NAMES_FILE: Final = "record/press-names.yaml"
ERRORS_SCHEMA: Final = "longbien/press-errors/1"
ERRORS_FILE: Final = "record/press-errors.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What each written form means: forms in small letters, the record's own name of place or body."""

    places: Mapping[str, str]
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownError:
    """A mistake that the press repeats. Every condition that is given must hold: kind and day of an event, a number, words."""

    error_id: str
    kinds: tuple[str, ...]
    days: tuple[When, ...]
    counts: str
    values: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    says: str
    record_says: str
    entry: str
    sources: tuple[Source, ...]


@cache
def names() -> Names:
    """Give the table of places and bodies."""
    return parse_names(read_data(NAMES_FILE))


@cache
def bodies(code: str) -> Mapping[str, str]:
    """Give the bodies, and the States and organisations by their names in one language and in English (data/states)."""
    found = dict(names().bodies)
    for one in participants().values():
        for written in (one.name(code), one.name()):
            folded = unicodedata.normalize("NFC", written).lower()
            for form in (folded, folded.partition(" (")[0]):
                found.setdefault(form, one.name())
    return found


@cache
def known_errors() -> tuple[KnownError, ...]:
    """Give the table of mistakes."""
    return parse_errors(read_data(ERRORS_FILE))


def parse_names(document: Document) -> Names:
    """Read the first table; MalformedError with file and line, also for a form that means two things."""
    with reading(document, schema=NAMES_SCHEMA) as fields:
        return Names(places=_forms(fields, "places"), bodies=_forms(fields, "bodies"))


def parse_errors(document: Document) -> tuple[KnownError, ...]:
    """Read the second table; MalformedError with file and line, also for a row without any condition."""
    with reading(document, schema=ERRORS_SCHEMA) as fields:
        return fields.objects("errors", _error, max_items=200)


def _forms(fields: Fields, name: str) -> Mapping[str, str]:
    found: dict[str, str] = {}

    def one(item: Fields) -> None:
        meaning = item.text("name", max_length=120)
        for form in item.texts("forms", max_items=60, max_length=120):
            folded = unicodedata.normalize("NFC", form).lower()
            if found.setdefault(folded, meaning) != meaning:
                raise mistake(item, "forms")

    fields.objects(name, one, min_items=1, max_items=500)
    return found


def _error(item: Fields) -> KnownError:
    counts = ""
    values: tuple[int, ...] = ()
    if item.has("number"):
        number = item.object("number")
        counts = number.choice("counts", vocabulary("RECORD-COUNT").codes)
        values = number.list_of("values", lambda value, _where: value if isinstance(value, int) else -1)
        number.done()
    entry = item.optional("entry", lambda name: item.text(name, pattern=ID_PATTERN)) or ""
    if entry and entry not in {one.entry_id for one in record()}:
        raise mistake(item, "entry")
    found = KnownError(
        error_id=item.text("id", pattern=ID_PATTERN),
        kinds=item.optional("kinds", item.texts) or (),
        days=tuple(on(parse_day(day)) for day in item.optional("days", item.texts) or ()),
        counts=counts,
        values=values,
        words=item.optional("words", lambda name: item.list_of(name, _words)) or (),
        says=item.text("says", max_length=300),
        record_says=item.text("record_says", max_length=300),
        entry=entry,
        sources=sources(item),
    )
    if not (found.kinds or found.days or found.values or found.words):
        raise mistake(item, "id")
    if any(kind not in vocabulary("RECORD-KIND") for kind in found.kinds) or -1 in found.values:
        raise mistake(item, "kinds")
    return found


def _words(value: object, where: str) -> tuple[str, ...]:
    return Fields({"words": value}, where=where).texts("words", max_length=120)  # type: ignore[dict-item]
