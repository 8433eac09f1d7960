# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that a node's own officers keep about treaties between two States: dated, with source, never overwritten.

They stand before the shipped table. About the Convention itself a real node may only enter a suspension: that it is in force is
computed (`convention.py`), nobody types it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.bases.basis import STATUSES, SUSPENDED, UNILATERAL, Row, Table
from longbien.core.treaty.bases.convention import CONVENTION

CONFIDENCES: Final = ("high", "read", "treaty", "medium", "memory", "low")
"""How sure an officer may say to be."""
MAX_TEXT: Final = 2000
NAMED: Final = ("bilateral", "regional")
"""Bases that say nothing without the instrument's name."""
_NONE: Final = "none-yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisEntry:
    """What an officer enters: which treaty, between whom, since when, until before when (None: open), on whose word."""

    pair: tuple[PartyId, PartyId]
    basis: str
    status: str
    since: date
    until: date | None
    name: str
    note: str
    source: str
    confidence: str

    def row(self) -> Row:
        """Give it as a row of a table."""
        words = "; ".join(text for text in (self.name, self.note) if text)
        return Row(
            states=frozenset(self.pair),
            basis=self.basis,
            status=self.status,
            since=self.since,
            until=self.until,
            note=words,
            sources=(Source(ref=self.source, confidence=self.confidence),),
        )


def check_entry(entry: BasisEntry, *, exercise: bool) -> BasisEntry:
    """Give the entry with its pair in order, or refuse it.

    RefusedError `treaty.basis_code`, `treaty.basis_no_treaty` (reciprocity and domestic law need no row), `treaty.basis_computed`,
    `treaty.one_state`, `treaty.basis_status`, `treaty.basis_days`, `treaty.basis_source`, `treaty.basis_name`, `treaty.basis_long`.
    """
    if entry.basis not in vocabulary("LEGAL-BASIS"):
        raise RefusedError("treaty.basis_code", basis=entry.basis[:40])
    if entry.basis in (*UNILATERAL, _NONE):
        raise RefusedError("treaty.basis_no_treaty", basis=vocabulary("LEGAL-BASIS").label_of(entry.basis))
    if entry.status not in STATUSES:
        raise RefusedError("treaty.basis_status", status=entry.status[:40], known=", ".join(STATUSES))
    if entry.basis == CONVENTION and entry.status != SUSPENDED and not exercise:
        raise RefusedError("treaty.basis_computed")
    if entry.pair[0] == entry.pair[1]:
        raise RefusedError("treaty.one_state", state=entry.pair[0])
    if entry.until is not None and entry.until <= entry.since:
        raise RefusedError("treaty.basis_days", since=entry.since.isoformat(), until=entry.until.isoformat())
    if not entry.source.strip() or entry.confidence not in CONFIDENCES:
        raise RefusedError("treaty.basis_source", known=", ".join(CONFIDENCES))
    if entry.basis in NAMED and not entry.name.strip():
        raise RefusedError("treaty.basis_name")
    if max(len(text) for text in (entry.name, entry.note, entry.source)) > MAX_TEXT:
        raise RefusedError("treaty.basis_long", limit=MAX_TEXT)
    first, second = sorted(entry.pair)
    return replace(entry, pair=(first, second))


def with_entries(table: Table, entries: Iterable[BasisEntry]) -> Table:
    """Give the table with officers' rows before its own; a suspension comes before everything."""
    rows = [entry.row() for entry in entries]
    rows.sort(key=lambda row: row.status != SUSPENDED)
    return replace(table, rows=(*rows, *table.rows)) if rows else table
