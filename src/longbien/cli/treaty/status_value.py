# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of `longbien treaty status --format json`: `counts` of `signed`, `approved`, `deposited`, `in_force`, and the rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from longbien.cli.treaty.known import Known
from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.force import NEEDED
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import Standing, Tally, counts, force_on, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceValue:
    """How far it is to entry into force (Art. 65(1))."""

    needed: int
    counted: int
    missing: int
    fortieth: date | None
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowValue:
    """One participant; days of the four states, null where a state does not hold. `doubtful`: ids of unconfirmed events."""

    code: PartyId
    name: str
    kind: str
    group: str
    signed: date | None
    approved: date | None
    deposited: date | None
    in_force: date | None
    instrument: str | None
    expected: date | None
    leaving: date | None
    left: date | None
    doubtful: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusValue:
    """The whole answer. `confirmed` are the same counts of confirmed events alone; `source` is empty for the seed."""

    day: date
    known_on: date
    source: str
    what_if: tuple[str, ...]
    counts: Tally
    confirmed: Tally
    entry_into_force: ForceValue
    participants: tuple[RowValue, ...]


def status_value(
    events: Iterable[Event], day: date, *, known: Known, party: PartyId | None, supposed: tuple[str, ...]
) -> StatusValue:
    """Give the status on a day of everybody, or of one participant; the counts are of all either way."""
    held = tuple(events)
    found = counts(held, day)
    force = force_on(held, day)
    rows = standings(held, day)
    return StatusValue(
        day=day,
        known_on=known.known_on,
        source=known.source,
        what_if=supposed,
        counts=Tally(
            signed=found.signed, approved=found.approved, deposited=found.deposited, in_force=found.in_force
        ),
        confirmed=found.confirmed,
        entry_into_force=ForceValue(
            needed=NEEDED,
            counted=found.counted,
            missing=found.missing,
            fortieth=force.fortieth,
            day=force.day,
        ),
        participants=tuple(_row(row) for code, row in rows.items() if party is None or code == party),
    )


def _row(row: Standing) -> RowValue:
    who = participants()[row.party]
    return RowValue(
        code=row.party,
        name=who.name(),
        kind=who.kind.value,
        group=who.group.value,
        signed=row.signed,
        approved=row.approved,
        deposited=row.deposited,
        in_force=row.in_force,
        instrument=row.instrument.value if row.instrument else None,
        expected=row.expected,
        leaving=row.leaving,
        left=row.left,
        doubtful=tuple(event.id for event in row.doubtful),
        events=row.events,
    )
