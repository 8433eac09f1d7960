# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Declarations, reservations, objections and notifications of the depositary's page as events, each under its participant's name.

In a section, a line that is a participant's name begins what this participant says. It counts from the day of the participant's instrument
(or signature), for the page gives it none of its own. What cannot be placed is set aside, with its words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.ids import PartyId
from longbien.core.treaty.depositary.mapping import PageMapping, plain
from longbien.core.treaty.depositary.reading import (
    Section,
    SetAside,
    StatusReading,
    participant_of,
    read_participants,
    split_notes,
)
from longbien.core.treaty.status.events import INSTRUMENTS, Event, EventKind
from longbien.core.treaty.status.ledger import ARTICLES

MAX_WORDS: Final = 50_000
"""Characters of one statement, as `read_event` bounds them."""
_NOTE_LINE: Final = re.compile(r"\(?(\d{1,3})[.)]?(?:\s+(.*))?")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBERS: Final = r"\s+((?:\d{1,2}(?!\d)(?:\s*,\s*|\s+and\s+|\s+et\s+|\s+to\s+|\s+à\s+)?)+)"
_KINDS: Final = {
    "statements": EventKind.DECLARATION,
    "objections": EventKind.OBJECTION,
    "notifications": EventKind.NOTIFICATION,
}
_DAY_NOTE: Final = "The page gives no day of its own; counted from the day of the instrument or signature."


def read_status(data: bytes, mapping: PageMapping, source: Source) -> StatusReading:
    """Read a page of the depositary whole: participants, statements, notes. Raises as `read_participants`."""
    reading = read_participants(data, mapping, source)
    notes = dict(_notes(reading.sections))
    events = [_with_notes(event, notes) for event in reading.events]
    aside = list(reading.aside)
    days = {event.party: event.day for event in events if event.kind is EventKind.SIGNATURE}
    days.update({event.party: event.day for event in events if event.kind in INSTRUMENTS})
    said: list[Event] = []
    for number, (role, party, words) in enumerate(_said(reading.sections, mapping), start=1):
        if party not in days:
            aside.append(SetAside(row=party, text=words[:MAX_WORDS], code="treaty.aside_no_day"))
            continue
        event = Event(
            id=f"{party.lower()}-{_KINDS[role].value}-page-{number}",
            party=party,
            kind=_KINDS[role],
            day=days[party],
            content=words[:MAX_WORDS],
            note=_DAY_NOTE,
            sources=(source,),
        )
        placed = _placed(event, said, mapping)
        if placed is None:
            aside.append(SetAside(row=party, text=words[:MAX_WORDS], code="treaty.aside_no_target"))
        else:
            said.append(placed)
    return replace(
        reading,
        events=tuple(sorted((*events, *said), key=lambda event: event.order)),
        aside=tuple(aside),
    )


def _placed(event: Event, before: Sequence[Event], mapping: PageMapping) -> Event | None:
    """Say what a statement is about: its articles, or for an objection the statement that it answers."""
    if event.kind is EventKind.OBJECTION:
        words = f" {plain(event.content)} "
        for answered in before:
            names = (name for name, code in mapping.names.items() if code == answered.party)
            if (
                answered.kind is not EventKind.OBJECTION
                and answered.kind is not EventKind.NOTIFICATION
                and answered.party != event.party
                and any(re.search(rf"\b{re.escape(name)}(?!\w)", words) for name in names)
            ):
                return replace(event, target=answered.id, day=max(event.day, answered.day))
        return None
    articles = _articles(event.content, mapping)
    reserved = not mapping.reservation_words.isdisjoint(_WORD.findall(plain(event.content)))
    if event.kind is EventKind.DECLARATION and reserved and articles:
        return replace(event, kind=EventKind.RESERVATION, articles=articles)
    return replace(event, articles=articles)


def _articles(text: str, mapping: PageMapping) -> tuple[str, ...]:
    """Give the articles that a text names, in order; a number beyond the Convention's articles is none of them."""
    words = "|".join(re.escape(word) for word in sorted(mapping.article_words, key=len, reverse=True))
    found: dict[str, None] = {}
    for match in re.finditer(rf"\b(?:{words}){_NUMBERS}", plain(text[:MAX_WORDS])):
        for number in re.findall(r"\d{1,2}", match[1]):
            if 1 <= int(number) <= ARTICLES:
                found[str(int(number))] = None
    return tuple(found)


def _said(sections: Iterable[Section], mapping: PageMapping) -> Iterator[tuple[str, PartyId, str]]:
    """Give role, participant and words of everything that stands under a participant's name."""
    for section in sections:
        if section.role not in _KINDS:
            continue
        party: PartyId | None = None
        words: list[str] = []
        for line in section.lines:
            named = participant_of(line, mapping)
            if named is None:
                words.append(split_notes(line)[0])
                continue
            if party is not None and words:
                yield section.role, party, "\n".join(words)
            party, words = named, []
        if party is not None and words:
            yield section.role, party, "\n".join(words)


def _notes(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """Give the end notes by number; a number may stand on a line of its own before its text."""
    for section in sections:
        if section.role != "notes":
            continue
        number = ""
        words: list[str] = []
        for line in section.lines:
            match = _NOTE_LINE.fullmatch(split_line(line))
            if match and (not number or int(match[1]) == int(number) + 1):
                if number:
                    yield number, " ".join(words)
                number, words = match[1], [match[2] or ""]
            else:
                words.append(line)
        if number:
            yield number, " ".join(words)


def split_line(line: str) -> str:
    """Give a line without markup, its number kept: `<sup>2</sup> Text` is `2 Text`."""
    return " ".join(re.sub(r"<[^<>]{0,80}>", " ", line).split())


def _with_notes(event: Event, notes: dict[str, str]) -> Event:
    numbers = [] if not event.note else re.findall(r"\d{1,3}", event.note)
    texts = [f"Note {number}: {notes[number].strip()}" for number in numbers if notes.get(number, "").strip()]
    return replace(event, note=" ".join(texts)[:4000]) if texts else event
