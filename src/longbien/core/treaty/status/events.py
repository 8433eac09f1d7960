# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State or organisation has done about the Convention: one event each, with its day, its source and how sure it is.

Where only a window is known, `earliest` and `day` are its ends: what has happened "by" a day counts from that day. Claims
without support are notes, never events.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.status.days import read_day

SCHEMA: Final = "longbien/treaty-events/1"
PATH: Final = "states/events.yaml"
ARTICLE: Final = r"[1-9][0-9]?(?:\.[1-9][0-9]?)?(?:\.[a-z])?"
"""An article or a paragraph of it: `14`, `63.2`, `41.3.e`."""
ID: Final = r"[a-z0-9][a-z0-9-]{0,79}"


class EventKind(StrEnum):
    """What can happen between one participant and the depositary, in the order in which it happens on one day."""

    APPROVAL_AT_HOME = "approval-at-home"
    """Parliament, president or court has agreed; nothing is deposited by that."""
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    FORMAL_CONFIRMATION = "formal-confirmation"
    SUCCESSION = "succession"
    EXTENT_OF_COMPETENCE = "extent-of-competence"
    """Of an organisation (Art. 64(3), (4))."""
    DECLARATION = "declaration"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    """To another participant's declaration or reservation, which `target` names."""
    NOTIFICATION = "notification"
    WITHDRAWAL = "withdrawal"
    """Of one's own declaration, reservation or objection, which `target` names."""
    DENUNCIATION = "denunciation"
    """Notice received by the depositary (Art. 67), or withdrawal of an instrument before one is bound by it."""

    __hash__ = str.__hash__  # the text's own: kinds are looked up for every event of every answer


INSTRUMENTS: Final = (
    EventKind.RATIFICATION,
    EventKind.ACCEPTANCE,
    EventKind.APPROVAL,
    EventKind.ACCESSION,
    EventKind.FORMAL_CONFIRMATION,
    EventKind.SUCCESSION,
)
"""The acts by which consent to be bound is deposited."""
OF_SIGNATORIES: Final = (
    EventKind.RATIFICATION,
    EventKind.ACCEPTANCE,
    EventKind.APPROVAL,
    EventKind.FORMAL_CONFIRMATION,
)
"""Those that follow a signature (Art. 64(3))."""
STATEMENTS: Final = (EventKind.DECLARATION, EventKind.RESERVATION)
"""What can be objected to, and withdrawn (so can an objection)."""
RANK: Final[Mapping[EventKind, int]] = {kind: rank for rank, kind in enumerate(EventKind)}
_CONFIDENCE: Final = ("high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. `articles`: what a statement is about; `content`: its words or their gist; `target`: the id it answers."""

    id: str
    party: PartyId
    kind: EventKind
    day: date
    earliest: date | None = None
    place: str = ""
    articles: tuple[str, ...] = ()
    content: str = ""
    target: str = ""
    note: str = ""
    sources: tuple[Source, ...]

    @property
    def exact(self) -> bool:
        """Tell whether the day is known, not only a window."""
        return self.earliest is None

    @property
    def confidence(self) -> str:
        """Give `high`, `medium` or `low`: that of the best source."""
        held = {source.confidence for source in self.sources}
        return next((mark for mark in _CONFIDENCE if mark in held), _CONFIDENCE[-1])

    @property
    def confirmed(self) -> bool:
        """Tell whether it may be shown as certain."""
        return self.confidence == _CONFIDENCE[0]

    @property
    def order(self) -> tuple[date, int, str]:
        """Give what events are sorted by: day, kind, id."""
        return self.day, RANK[self.kind], self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is said, doubted or rejected, and is no event."""

    id: str
    says: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A count that a source gave for a day; None where it gave none."""

    day: date
    signatories: int | None
    parties: int | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """All that ships with the software about the status, known on a day."""

    known_on: date
    events: tuple[Event, ...]
    notes: tuple[Note, ...]
    reports: tuple[Report, ...]


def events_seed() -> tuple[Event, ...]:
    """Give the events that ship with the software, in order."""
    return seed().events


@cache
def seed() -> Seed:
    """Give the events, notes and reported counts that ship with the software."""
    return parse_seed(read_data(PATH))


def parse_seed(document: Document) -> Seed:
    """Read a file of events; MalformedError with file and line, also for an id given twice.

    Whether the events can have happened is `longbien.core.treaty.status.ledger`'s to say.
    """
    with reading(document, schema=SCHEMA) as fields:
        ids: set[str] = set()

        def one(item: Fields) -> Event:
            event = read_event(item)
            if event.id in ids:
                raise mistake(item, "id")
            ids.add(event.id)
            return event

        return Seed(
            known_on=fields.parsed("known_on", read_day),
            events=tuple(sorted(fields.objects("events", one, max_items=5000), key=lambda item: item.order)),
            notes=fields.objects("notes", _note, max_items=200),
            reports=fields.objects("reports", _report, max_items=200),
        )


def read_event(item: Fields) -> Event:
    """Read one event, as in the data file and as it is stored; the caller ends with `done`."""
    event = Event(
        id=item.text("id", pattern=ID),
        party=item.parsed("party", parse_party_id),
        kind=EventKind(item.choice("kind", tuple(EventKind))),
        day=item.parsed("day", read_day),
        earliest=item.parsed("earliest", read_day) if item.has("earliest") else None,
        place=item.optional("place", item.text) or "",
        articles=_articles(item) if item.has("articles") else (),
        content=item.text("content", max_length=50_000) if item.has("content") else "",
        target=item.text("target", pattern=ID) if item.has("target") else "",
        note=item.text("note", max_length=4000) if item.has("note") else "",
        sources=sources(item),
    )
    if event.earliest is not None and event.earliest >= event.day:
        raise mistake(item, "earliest")
    return event


def _articles(item: Fields) -> tuple[str, ...]:
    found = item.texts("articles", max_items=100, max_length=12)
    if any(re.fullmatch(ARTICLE, article) is None for article in found):
        raise mistake(item, "articles")
    return found


def _note(item: Fields) -> Note:
    return Note(
        id=item.text("id", pattern=ID), says=item.text("says", max_length=2000), sources=sources(item)
    )


def _report(item: Fields) -> Report:
    return Report(
        day=item.parsed("day", read_day),
        signatories=item.integer("signatories", maximum=500) if item.has("signatories") else None,
        parties=item.integer("parties", maximum=500) if item.has("parties") else None,
        sources=sources(item),
    )
