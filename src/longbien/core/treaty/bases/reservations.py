# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reservations and declarations that States have made, by paragraph and day: one table for real nodes, one for exercise nodes.

A State that is not in the table has made none that is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.library import Document, read_data
from longbien.core.base.moments import parse_day

SCHEMA: Final = "longbien/reservations/1"
TABLES: Final[Mapping[bool, str]] = {
    False: "states/reservations.yaml",
    True: "states/exercise-reservations.yaml",
}
"""The table of real nodes and the one of exercise nodes."""
_PARAGRAPH: Final = r"(?:budapest:)?[1-9][0-9]?\.[0-9]{1,2}(?:\.[a-z])?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """One reservation: of which State, to which paragraph (such as `42.5`), from a day until before another (None: open)."""

    state: PartyId
    paragraph: str
    since: date
    until: date | None
    sources: tuple[Source, ...]


def reservations_of(state: PartyId, *, exercise: bool, day: date) -> frozenset[str]:
    """Give the paragraphs to which a State has a reservation on a day."""
    return frozenset(
        row.paragraph
        for row in reservation_table(exercise=exercise)
        if row.state == state and row.since <= day and (row.until is None or day < row.until)
    )


@cache
def reservation_table(*, exercise: bool) -> tuple[Reservation, ...]:
    """Give the table that ships with the software for exercise nodes or for real ones."""
    return parse_reservations(read_data(TABLES[exercise]), exercise=exercise)


def parse_reservations(document: Document, *, exercise: bool) -> tuple[Reservation, ...]:
    """Read a table; MalformedError with file and line, also for a table of the other kind."""
    with reading(document, schema=SCHEMA) as fields:
        if fields.boolean("exercise") is not exercise:
            raise mistake(fields, "exercise")
        return fields.objects("rows", _row, max_items=10_000)


def _row(item: Fields) -> Reservation:
    try:
        state = parse_party_id(item.text("state", max_length=20))
    except MalformedError as error:
        raise mistake(item, "state") from error
    row = Reservation(
        state=state,
        paragraph=item.text("paragraph", pattern=_PARAGRAPH),
        since=item.parsed("from", parse_day),
        until=item.parsed("until", lambda text: parse_day(text) if text else None),
        sources=sources(item),
    )
    if row.until is not None and row.until <= row.since:
        raise mistake(item, "until")
    return row
