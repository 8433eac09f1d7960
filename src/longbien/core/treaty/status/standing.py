# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a participant stands on a day: signed, approved at home, deposited, in force. Four states that are never mixed.

Only what had happened by the day is looked at, so that the answer for a past day does not change with what came after.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import STATEMENTS, Event, EventKind
from longbien.core.treaty.status.force import EntryIntoForce, Tenure, entry_into_force, tenures
from longbien.core.treaty.status.participants import participants

_ANSWERABLE = (*STATEMENTS, EventKind.OBJECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One participant on a day. Each of the four is the day on which the state began, or None while it does not hold.

    `expected`: the day on which it will be bound, already fixed but still ahead. `leaving`: the day on which a denunciation
    takes effect. `left`: the day on which it ceased to be bound. `doubtful`: events behind this that are not confirmed.
    """

    party: PartyId
    day: date
    signed: date | None
    approved: date | None
    deposited: date | None
    in_force: date | None
    instrument: EventKind | None
    expected: date | None
    leaving: date | None
    left: date | None
    statements: tuple[Event, ...]
    events: tuple[Event, ...]

    @property
    def doubtful(self) -> tuple[Event, ...]:
        """Give the events that must not be shown as certain, for their source or for their day."""
        return tuple(event for event in self.events if not event.confirmed or not event.exact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many participants are in each of the four states (one that is in force is in `deposited` as well)."""

    signed: int
    approved: int
    deposited: int
    in_force: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The four counts on a day, the same counts of confirmed events alone, and how far it is to the forty (Art. 65(1))."""

    day: date
    signed: int
    approved: int
    deposited: int
    in_force: int
    confirmed: Tally
    counted: int
    missing: int
    entry_into_force: date | None


def standing(events: Iterable[Event], party: PartyId, day: date) -> Standing:
    """Give where one participant stands on a day."""
    known = _by(events, day)
    held = tenures(known, entry_into_force(known).day)
    return _standing(party, day, [event for event in known if event.party == party], held.get(party, ()))


def standings(events: Iterable[Event], day: date) -> Mapping[PartyId, Standing]:
    """Give where every participant stands on a day, in the order of the register."""
    known = _by(events, day)
    return _standings(known, day, entry_into_force(known))


def counts(events: Iterable[Event], day: date) -> Counts:
    """Count the four states on a day, organisations included, and the instruments that count towards the forty."""
    known = _by(events, day)
    force = entry_into_force(known)
    all_known = tally(_standings(known, day, force))
    sure = [event for event in known if event.confirmed]
    confirmed = all_known if len(sure) == len(known) else tally(_standings(sure, day, entry_into_force(sure)))
    return Counts(
        day=day,
        signed=all_known.signed,
        approved=all_known.approved,
        deposited=all_known.deposited,
        in_force=all_known.in_force,
        confirmed=confirmed,
        counted=len(force.standing),
        missing=force.missing,
        entry_into_force=force.day,
    )


def tally(found: Mapping[PartyId, Standing]) -> Tally:
    """Count the four states."""
    rows = found.values()
    return Tally(
        signed=sum(row.signed is not None for row in rows),
        approved=sum(row.approved is not None for row in rows),
        deposited=sum(row.deposited is not None for row in rows),
        in_force=sum(row.in_force is not None for row in rows),
    )


def force_on(events: Iterable[Event], day: date) -> EntryIntoForce:
    """Give the state of Article 65(1) as it could be known on a day."""
    return entry_into_force(_by(events, day))


def both_bound(events: Iterable[Event], one: PartyId, other: PartyId, day: date) -> bool:
    """Tell whether the Convention is in force between two participants on a day."""
    found = list(events)
    return all(standing(found, party, day).in_force is not None for party in (one, other))


def _standings(known: list[Event], day: date, force: EntryIntoForce) -> Mapping[PartyId, Standing]:
    held = tenures(known, force.day)
    own: dict[PartyId, list[Event]] = {}
    for event in known:
        own.setdefault(event.party, []).append(event)
    return {party: _standing(party, day, own.get(party, []), held.get(party, ())) for party in participants()}


def _by(events: Iterable[Event], day: date) -> list[Event]:
    return sorted((event for event in events if event.day <= day), key=lambda item: item.order)


def _standing(party: PartyId, day: date, own: list[Event], held: tuple[Tenure, ...]) -> Standing:
    last = held[-1] if held else None
    stands = last is not None and (last.until is None or day < last.until)
    binds = last is not None and last.binds(day)
    current = last if stands else None
    since = current.since if current else None
    ended = [tenure.until for tenure in held if tenure.since is not None and tenure.until is not None]
    return Standing(
        party=party,
        day=day,
        signed=_first(own, EventKind.SIGNATURE),
        approved=_first(own, EventKind.APPROVAL_AT_HOME),
        deposited=current.deposit.day if current else None,
        in_force=since if binds else None,
        instrument=current.deposit.kind if current else None,
        expected=since if since is not None and since > day else None,
        leaving=current.until if current else None,
        left=ended[-1] if ended and not stands else None,
        statements=_statements(own),
        events=tuple(own),
    )


def _first(own: list[Event], kind: EventKind) -> date | None:
    return next((event.day for event in own if event.kind is kind), None)


def _statements(own: list[Event]) -> tuple[Event, ...]:
    """Give the declarations, reservations and objections that have not been withdrawn."""
    gone = {event.target for event in own if event.kind is EventKind.WITHDRAWAL}
    return tuple(event for event in own if event.kind in _ANSWERABLE and event.id not in gone)
