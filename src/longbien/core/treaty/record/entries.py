# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record: what happened to the Convention and when, each entry with its sources and how sure we are of it.

    record()                      every entry that ships with the software, in the order of time
    upcoming(day)                 what lies ahead of a day: meetings and last days
    select(entries, since=..., kind=...)

Numbers keep who said them. Where sources disagree, about a number or anything else, each says its own (`claims`,
and numbers that count the same thing differently); nothing is averaged or smoothed away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from longbien.core.base import moments
from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.record.when import EARLIEST, When, parse_when

SCHEMA: Final = "longbien/record/1"
FILE: Final = "record/timeline.yaml"
CONFIDENCES: Final = ("high", "medium", "low")
"""How sure we are of an entry: on screen `high` is "confirmed", the others are "to be confirmed"."""
QUALIFIERS: Final = ("exactly", "about", "more-than", "at-least", "nearly")
"""How a source hedges a number."""
ID_PATTERN: Final = r"[a-z0-9][a-z0-9-]{2,63}"
MAX_TITLE: Final = 200
MAX_TEXT: Final = 4000
_MAX_NUMBER: Final = 10_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure as somebody gave it: what is counted (RECORD-COUNT), how many, how hedged, and who says so."""

    counts: str
    value: int
    qualifier: str
    said_by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What some sources say otherwise than the entry: `about` names the member (`when`, `who`, `numbers`, `text`)."""

    about: str
    says: str
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The press report behind an entry that was accepted from one: the file, its SHA-256, the sentence, who published it when."""

    file: str
    sha256: str
    sentence: str
    publisher: str
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A dated correction that takes an entry back; the entry stays in the record and is shown as withdrawn."""

    day: date
    reason: str
    source: str
    replaced_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated entry. `kind` is a code of RECORD-KIND; title and text are English, to be translated, unless the node wrote them.

    `planned` marks what was announced and has not been seen to happen. `own` marks entries that this node added.
    """

    entry_id: str
    when: When
    kind: str
    title: str
    text: str
    place: str
    who: tuple[str, ...]
    numbers: tuple[Number, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    confidence: str
    planned: bool = False
    own: bool = False
    excerpt: Excerpt | None = None
    withdrawn: Withdrawal | None = None

    @property
    def disputed(self) -> bool:
        """Tell whether sources disagree: about something said, or by different numbers for the same thing."""
        seen: dict[str, int] = {}
        return bool(self.claims) or any(
            seen.setdefault(number.counts, number.value) != number.value for number in self.numbers
        )


@cache
def record() -> tuple[Entry, ...]:
    """Give the entries that ship with the software, in the order of time."""
    return parse_record(read_data(FILE))


def upcoming(day: date, entries: Iterable[Entry] | None = None) -> tuple[Entry, ...]:
    """Give what lies ahead of `day` or is going on: planned entries that are not over. A withdrawn one is not ahead of anybody.

    A feed of calendar events takes only those whose `when.exact` is true; `not-before` has no last day and is given until it is
    replaced.
    """
    return tuple(
        entry
        for entry in ordered(record() if entries is None else entries)
        if entry.planned and entry.withdrawn is None and (entry.when.last is None or entry.when.last >= day)
    )


def select(
    entries: Iterable[Entry], *, since: date | None = None, until: date | None = None, kind: str = ""
) -> tuple[Entry, ...]:
    """Give the entries that touch a span of days (both ends included, None: open) and are of a kind ("": any)."""
    return tuple(
        entry
        for entry in entries
        if (until is None or entry.when.first <= until)
        and (since is None or entry.when.last is None or entry.when.last >= since)
        and kind in ("", entry.kind)
    )


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give entries in the order of time; what ends earlier comes first among those that begin together."""
    return tuple(sorted(entries, key=lambda entry: (*entry.when.place, entry.entry_id)))


def parse_record(document: Document) -> tuple[Entry, ...]:
    """Read a file of entries; MalformedError with file and line, also for an id given twice or an entry out of order."""
    with reading(document, schema=SCHEMA) as fields:
        found: list[Entry] = []

        def one(item: Fields) -> None:
            entry = read_entry(item)
            if any(entry.entry_id == other.entry_id for other in found):
                raise mistake(item, "id")
            if found and entry.when.place < found[-1].when.place:
                raise mistake(item, "when")
            found.append(entry)

        fields.objects("entries", one, max_items=5000)
        return tuple(found)


def read_entry(item: Fields) -> Entry:
    """Read one entry from its fields; the caller says `done`."""
    return Entry(
        entry_id=item.text("id", pattern=ID_PATTERN),
        when=item.parsed("when", parse_when),
        kind=item.choice("kind", vocabulary("RECORD-KIND").codes),
        title=item.text("title", max_length=MAX_TITLE),
        text=(item.optional("text", lambda name: item.text(name, max_length=MAX_TEXT)) or "").strip(),
        place=item.optional("place", lambda name: item.text(name, max_length=120)) or "",
        who=item.optional("who", lambda name: item.texts(name, max_items=50, max_length=160)) or (),
        numbers=item.optional("numbers", lambda name: item.objects(name, _number, max_items=50)) or (),
        claims=item.optional("claims", lambda name: item.objects(name, _claim, max_items=20)) or (),
        sources=sources(item),
        confidence=item.choice("confidence", CONFIDENCES),
        planned=item.optional("planned", item.boolean) or False,
    )


def parse_number(text: str) -> Number:
    """Read `counts=value` or `counts=qualifier:value` as typed at a terminal: `states=72`, `states=about:110`.

    MalformedError `treaty.record_number`.
    """
    counts, _, rest = text.partition("=")
    qualifier, colon, digits = rest.rpartition(":")
    qualifier = qualifier if colon else QUALIFIERS[0]
    if counts not in vocabulary("RECORD-COUNT") or qualifier not in QUALIFIERS:
        raise MalformedError("treaty.record_number", value=text[:60])
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 10 or int(digits) > _MAX_NUMBER:
        raise MalformedError("treaty.record_number", value=text[:60])
    return Number(counts=counts, value=int(digits), qualifier=qualifier, said_by="")


def parse_day(text: str) -> date:
    """Read a day as `2026-01-30`; MalformedError `treaty.record_when`."""
    try:
        found = moments.parse_day(text)
    except MalformedError as error:
        raise MalformedError("treaty.record_when", value=text[:40]) from error
    if found.year < EARLIEST:
        raise MalformedError("treaty.record_when", value=text[:40])
    return found


def _number(item: Fields) -> Number:
    return Number(
        counts=item.choice("counts", vocabulary("RECORD-COUNT").codes),
        value=item.integer("value", maximum=_MAX_NUMBER),
        qualifier=item.optional("qualifier", lambda name: item.choice(name, QUALIFIERS)) or QUALIFIERS[0],
        said_by=item.text("said_by", max_length=160),
        note=item.optional("note", lambda name: item.text(name, max_length=300)) or "",
    )


def _claim(item: Fields) -> Claim:
    return Claim(
        about=item.choice("about", ("when", "who", "numbers", "text")),
        says=item.text("says", max_length=400),
        said_by=item.texts("said_by", max_items=10, max_length=160),
    )
