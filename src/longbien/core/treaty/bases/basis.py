# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which legal basis there is between two States on a day: a dated table, each row with its source (Art. 35, 40(6)-(7)).

A treaty is a basis only where a row says that it is in force for both. What the table does not know is refused too: nobody
sends the data of people on a guess. Reciprocity and domestic law are no treaty and need no row; the requested State's own law decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.library import Document, read_data
from longbien.core.base.moments import parse_day
from longbien.core.base.vocabulary import vocabulary

SCHEMA: Final = "longbien/legal-basis/1"
TABLES: Final[Mapping[bool, str]] = {False: "states/legal-basis.yaml", True: "states/exercise.yaml"}
"""The table of real nodes and the one of exercise nodes."""
IN_FORCE: Final = "in-force"
SUSPENDED: Final = "suspended"
STATUSES: Final = (IN_FORCE, "not-in-force", SUSPENDED)
UNILATERAL: Final = ("reciprocity", "domestic-law")
"""Bases that bind nobody beforehand: no row is asked for."""
SEVERAL: Final = ("bilateral", "regional")
"""Bases of which two States may have more than one."""
_NONE: Final = "none-yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The status of one treaty between two States from a day until before another (None: open)."""

    states: frozenset[PartyId]
    basis: str
    status: str
    since: date
    until: date | None
    note: str
    sources: tuple[Source, ...]

    def covers(self, day: date) -> bool:
        """Tell whether the row speaks about this day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A whole table. `label` is printed wherever a basis from it is shown; `known_on` is the day up to which it was checked."""

    label: str
    exercise: bool
    known_on: date
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A legal basis that holds: `label` says on which status table it rests, `row` is None for a basis that is no treaty."""

    basis: str
    label: str
    exercise: bool
    known_on: date
    row: Row | None


def legal_basis(table: Table, basis: str, one: PartyId, other: PartyId, *, day: date) -> Basis:
    """Give the basis between two States on a day, or refuse it.

    RefusedError `treaty.basis_code` (no such code), `treaty.basis_none` (`none-yet`), `treaty.one_state` (the same State twice),
    `treaty.not_in_force` (with date, label and source), `treaty.basis_suspended`, `treaty.basis_unknown` (no row for this pair and day).
    A suspension of the basis between the two comes before everything else; of several treaties one in force is enough.
    """
    if basis not in vocabulary("LEGAL-BASIS"):
        raise RefusedError("treaty.basis_code", basis=basis[:40])
    if basis == _NONE:
        raise RefusedError("treaty.basis_none")
    if one == other:
        raise RefusedError("treaty.one_state", state=one)
    if basis in UNILATERAL:
        return Basis(
            basis=basis, label=table.label, exercise=table.exercise, known_on=table.known_on, row=None
        )
    row = row_on(table, basis, one, other, day=day)
    name = vocabulary("LEGAL-BASIS").label_of(basis)
    if row is None:
        raise RefusedError(
            "treaty.basis_unknown", basis=name, one=one, other=other, day=day.isoformat(), table=table.label
        )
    if row.status != IN_FORCE:
        raise RefusedError(
            "treaty.basis_suspended" if row.status == SUSPENDED else "treaty.not_in_force",
            basis=name,
            one=one,
            other=other,
            day=day.isoformat(),
            table=table.label,
            source="; ".join(source.ref for source in row.sources),
        )
    return Basis(basis=basis, label=table.label, exercise=table.exercise, known_on=table.known_on, row=row)


def row_on(table: Table, basis: str, one: PartyId, other: PartyId, *, day: date) -> Row | None:
    """Find the row that counts for a pair, basis and day: the first, unless a later one is in force and the first is not suspended."""
    found = [
        row for row in table.rows if row.basis == basis and row.states == {one, other} and row.covers(day)
    ]
    if not found or found[0].status == SUSPENDED:
        return found[0] if found else None
    if basis not in SEVERAL:
        return found[0]
    return next((row for row in found if row.status == IN_FORCE), found[0])


def bases_between(table: Table, one: PartyId, other: PartyId, *, day: date) -> tuple[Basis, ...]:
    """List the treaties in force between two States on a day, in the order of LEGAL-BASIS: what a form may offer first."""
    found = []
    for code in vocabulary("LEGAL-BASIS").codes:
        if code in UNILATERAL:
            continue
        try:
            found.append(legal_basis(table, code, one, other, day=day))
        except RefusedError:
            continue
    return tuple(found)


@cache
def status_table(*, exercise: bool) -> Table:
    """Give the table that ships with the software for exercise nodes or for real ones."""
    table = parse_table(read_data(TABLES[exercise]))
    if table.exercise is not exercise:
        raise MalformedError("treaty.table_kind", source=TABLES[exercise])
    return table


def parse_table(document: Document) -> Table:
    """Read a table; MalformedError with file and line, also for two rows that speak about the same day."""
    with reading(document, schema=SCHEMA) as fields:
        rows: list[Row] = []

        def one(item: Fields) -> None:
            row = _row(item)
            if any(_overlap(row, other) for other in rows):
                raise mistake(item, "from")
            rows.append(row)

        fields.objects("rows", one, max_items=20_000)
        return Table(
            label=fields.text("label", max_length=120),
            exercise=fields.boolean("exercise"),
            known_on=fields.parsed("known_on", parse_day),
            rows=tuple(rows),
        )


def _row(item: Fields) -> Row:
    states = frozenset(_state(item, text) for text in item.texts("states", max_items=2, max_length=20))
    if len(states) != 2:
        raise mistake(item, "states")
    basis = item.choice("basis", vocabulary("LEGAL-BASIS").codes)
    if basis in (*UNILATERAL, _NONE):
        raise mistake(item, "basis")
    row = Row(
        states=states,
        basis=basis,
        status=item.choice("status", STATUSES),
        since=item.parsed("from", parse_day),
        until=item.parsed("until", lambda text: parse_day(text) if text else None),
        note=item.text("note", max_length=2000, min_length=0),
        sources=sources(item),
    )
    if row.until is not None and row.until <= row.since:
        raise mistake(item, "until")
    return row


def _state(item: Fields, text: str) -> PartyId:
    try:
        return parse_party_id(text)
    except MalformedError as error:
        raise mistake(item, "states") from error


def _overlap(one: Row, other: Row) -> bool:
    if (one.states, one.basis) != (other.states, other.basis):
        return False
    first, second = sorted((one, other), key=lambda row: row.since)
    return first.until is None or first.until > second.since
