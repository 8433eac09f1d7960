# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the API's answers: what `core.treaty.published` gives, written down as types for the description of the API.

Members that the Convention or the sources do not say are left out.
"""

from datetime import date

from ninja import Schema


class Source(Schema):
    """Where something comes from, and how sure it is: `high`, `medium` or `low`."""

    ref: str
    confidence: str


class Event(Schema):
    """What a State or organisation did. `earliest` and `day` are the ends of a window where the day is not known."""

    id: str
    party: str
    kind: str
    day: date
    earliest: date | None = None
    place: str | None = None
    articles: list[str] | None = None
    content: str | None = None
    target: str | None = None
    note: str | None = None
    confidence: str
    sources: list[Source]


class Tally(Schema):
    """How many are in each of the four states, never mixed."""

    signed: int
    approved: int
    deposited: int
    in_force: int


class Counts(Tally):
    """The four counts, and the same counts of what is confirmed."""

    confirmed: Tally


class EntryIntoForce(Schema):
    """How far it is to the forty instruments of Article 65(1); `day` may lie ahead."""

    counted: int
    missing: int
    fortieth: date | None
    day: date | None


class Row(Schema):
    """One participant on a day; each of the four states gives the day on which it began."""

    code: str
    kind: str
    group: str
    names: dict[str, str]
    signed: date | None
    approved: date | None
    deposited: date | None
    in_force: date | None
    instrument: str | None
    expected: date | None
    leaving: date | None
    left: date | None
    confirmed: bool
    events: list[Event]


class Status(Schema):
    """The status of the Convention on a day."""

    notice: str
    on: date
    what_if: list[str]
    counts: Counts
    entry_into_force: EntryIntoForce
    rows: list[Row]
    total: int
    offset: int


class ArticleLine(Schema):
    """An article in the list."""

    number: int
    chapter: str
    title: str
    confidence: str
    duties: int


class Duty(Schema):
    """A paragraph or item, paraphrased; `details` holds notice, deadline, grounds and whatever else it says."""

    id: str
    cite: str
    text: str
    actor: str
    modality: str
    kind: str
    confidence: str
    standing: str
    see: list[str]
    details: dict[str, object]


class Article(Schema):
    """An article with its duties; `relatives` are provisions of other treaties."""

    number: int
    chapter: str
    title: str
    notice: str
    confidence: str
    relatives: dict[str, list[str]]
    duties: list[Duty]


class Found(Schema):
    """One place that fits a search."""

    id: str
    cite: str
    title: str
    text: str
    score: float


class Number(Schema):
    """A figure as somebody gave it."""

    counts: str
    value: int
    qualifier: str
    said_by: str | None = None
    note: str | None = None


class Claim(Schema):
    """What some sources say otherwise."""

    about: str
    says: str
    said_by: list[str]


class Entry(Schema):
    """One entry of the record; `when` is a day, a period, a month, a year, or a window `first..last`."""

    entry_id: str
    when: str
    kind: str
    title: str
    text: str | None = None
    place: str | None = None
    who: list[str] | None = None
    numbers: list[Number] | None = None
    claims: list[Claim] | None = None
    planned: bool
    confidence: str
    sources: list[Source]


class Record(Schema):
    """A page of the record, in the order of time."""

    total: int
    offset: int
    entries: list[Entry]
