# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Convention as a legal basis between two participants: from their standing on the day, not from a typed row.

The switch at entry into force needs nobody. Only confirmed events count: nobody sends the data of people on a guess.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.basis import IN_FORCE, Row, Table
from longbien.core.treaty.status.days import ADOPTED
from longbien.core.treaty.status.events import INSTRUMENTS, Event
from longbien.core.treaty.status.force import NEEDED
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import Standing, force_on, standing

CONVENTION: Final = "hanoi"
"""The Convention's code in LEGAL-BASIS."""
_RULE: Final = Source(ref="65.1", confidence="high")


def with_convention(
    table: Table, events: Iterable[Event], pair: tuple[PartyId, PartyId], *, day: date, known_on: date
) -> Table:
    """Give the table with the Convention's status between the two on the day; an exercise's table as it is.

    `known_on`: the day up to which the events were checked. A pair with a stranger gets no row: unknown is no basis.
    """
    if table.exercise:
        return table
    rows = [row for row in table.rows if row.basis != CONVENTION]
    if len(set(pair)) == 2 and all(party in participants() for party in pair):
        rows.append(_row(list(events), pair, day))
    return replace(table, rows=tuple(rows), known_on=min(table.known_on, known_on))


def _row(events: list[Event], pair: tuple[PartyId, PartyId], day: date) -> Row:
    confirmed = [event for event in events if event.confirmed]
    found = [standing(confirmed, party, day) for party in pair]
    days = [row.in_force for row in found]
    bound = [one for one in days if one is not None]
    leaving = [row.leaving for row in found if row.leaving is not None]
    force = force_on(confirmed, day)
    note = "; ".join(_words(row, standing(events, row.party, day)) for row in found)
    if force.day is None:
        note += f". {len(force.standing)} confirmed instruments of the {NEEDED} that are needed."
    return Row(
        states=frozenset(pair),
        basis=CONVENTION,
        status=IN_FORCE if len(bound) == 2 else "not-in-force",
        since=max(bound) if len(bound) == 2 else ADOPTED,
        until=min(leaving) if len(bound) == 2 and leaving else None,
        note=note,
        sources=(*_sources(found), _RULE),
    )


def _words(row: Standing, said: Standing) -> str:
    """Say of one participant what is confirmed, and what is only reported."""
    states = (
        ("in force", row.in_force),
        ("will be in force", row.expected),
        ("deposited", row.deposited),
        ("signed", row.signed),
    )
    best = next(
        (f"{state} {day.isoformat()}" for state, day in states if day is not None), "nothing confirmed"
    )
    reported = said.deposited is not None and row.deposited is None
    return f"{row.party}: {best}" + (", a deposit is reported but not confirmed" if reported else "")


def _sources(found: list[Standing]) -> tuple[Source, ...]:
    """Give the best source of the latest act of each."""
    acts = [[event for event in row.events if event.kind in INSTRUMENTS] or list(row.events) for row in found]
    best = (
        next(source for source in own[-1].sources if source.confidence == own[-1].confidence)
        for own in acts
        if own
    )
    return tuple(dict.fromkeys(best))
