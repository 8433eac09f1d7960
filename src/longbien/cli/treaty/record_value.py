# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record and a press report as answers for programs: times in one text, beside their first and last day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from longbien.core.base.datafile import Source
from longbien.core.treaty.press.article import LeftOut
from longbien.core.treaty.press.events import Counted
from longbien.core.treaty.press.reading import PressMistake, Proposal, Reading
from longbien.core.treaty.record.entries import Claim, Entry, Excerpt, Number, Withdrawal

SUGGESTION = "suggestion"
"""What every proposal is labelled with: nobody has accepted it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryValue:
    """One entry. `disputed`: sources disagree; `own`: this node added it; `withdrawn`: a correction took it back."""

    id: str
    when: str
    precision: str
    first: date
    last: date | None
    kind: str
    title: str
    text: str
    place: str
    who: tuple[str, ...]
    numbers: tuple[Number, ...]
    claims: tuple[Claim, ...]
    disputed: bool
    sources: tuple[Source, ...]
    confidence: str
    planned: bool
    own: bool
    excerpt: Excerpt | None
    withdrawn: Withdrawal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordValue:
    """Entries in the order of time."""

    entries: tuple[EntryValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BecauseValue:
    """On which words a suggestion rests: the date as written, how its year is known, the word for what happened."""

    date_text: str
    rests_on: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalValue:
    """One suggestion of a press report; `known_as` is the entry that the record has of it."""

    number: int
    label: str
    when: str
    precision: str
    first: date
    last: date | None
    kind: str
    title: str
    place: str
    who: tuple[str, ...]
    numbers: tuple[Counted, ...]
    sentence: str
    sentences: tuple[str, ...]
    because: BecauseValue
    planned: bool
    known_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingValue:
    """A press report read. `mistakes`: what the press often says and the record says otherwise."""

    file: str
    sha256: str
    language: str
    title: str
    publisher: str
    published: date | None
    published_from: str
    about: bool
    proposals: tuple[ProposalValue, ...]
    mistakes: tuple[PressMistake, ...]
    paragraphs: int
    left_out: tuple[LeftOut, ...]
    accepted: tuple[EntryValue, ...]


def record_value(entries: Iterable[Entry]) -> RecordValue:
    """Make the answer of a list."""
    return RecordValue(entries=tuple(entry_value(entry) for entry in entries))


def entry_value(entry: Entry) -> EntryValue:
    """Make the answer of one entry."""
    return EntryValue(
        id=entry.entry_id,
        when=str(entry.when),
        precision=entry.when.precision,
        first=entry.when.first,
        last=entry.when.last,
        kind=entry.kind,
        title=entry.title,
        text=entry.text,
        place=entry.place,
        who=entry.who,
        numbers=entry.numbers,
        claims=entry.claims,
        disputed=entry.disputed,
        sources=entry.sources,
        confidence=entry.confidence,
        planned=entry.planned,
        own=entry.own,
        excerpt=entry.excerpt,
        withdrawn=entry.withdrawn,
    )


def reading_value(reading: Reading, added: Iterable[Entry] = ()) -> ReadingValue:
    """Make the answer of a press report; `added` are the entries that were accepted from it."""
    return ReadingValue(
        file=reading.file,
        sha256=reading.sha256,
        language=reading.language,
        title=reading.title,
        publisher=reading.publisher,
        published=reading.published,
        published_from=reading.published_from,
        about=reading.about,
        proposals=tuple(_proposal(one) for one in reading.proposals),
        mistakes=reading.mistakes,
        paragraphs=reading.paragraphs,
        left_out=reading.left_out,
        accepted=tuple(entry_value(entry) for entry in added),
    )


def _proposal(one: Proposal) -> ProposalValue:
    event = one.event
    return ProposalValue(
        number=one.number,
        label=SUGGESTION,
        when=str(event.when),
        precision=event.when.precision,
        first=event.when.first,
        last=event.when.last,
        kind=event.kind,
        title=one.title,
        place=event.place,
        who=event.who,
        numbers=event.numbers,
        sentence=event.sentences[0],
        sentences=event.sentences,
        because=BecauseValue(date_text=event.date_text, rests_on=event.rests_on, cue=event.cue),
        planned=one.planned,
        known_as=one.known_as or None,
    )
