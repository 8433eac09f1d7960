# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entry into force (Art. 65) and the end of being bound (Art. 67): pure functions of the events.

- Art. 65(1): the ninetieth day after the deposit of the fortieth instrument. An organisation's instrument is not counted as
  additional to those of its member States; since it can only follow a member's (Art. 64(3), (4)) it is never counted here.
- Art. 65(2): who deposits later is bound on the thirtieth day after its own deposit, or on the general day if that is later.
- Art. 67(1): a denunciation takes effect one year after its receipt. Art. 67(2): an organisation ceases to be bound when all its member States
  have left; read here: on the day on which the last of those that were bound ceases to be.

Two readings, where the text is silent:
- An instrument withdrawn before its State is bound falls away on receipt, and does not count towards the forty any more
  (practice of the Secretary-General as depositary, from memory: medium confidence).
- Once forty instruments stand at the end of a day, the clock of ninety days runs, and no later withdrawal stops it
  (a choice of this project by analogy with Art. 55 of the Vienna Convention on the Law of Treaties: low confidence).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.days import days_after, year_after
from longbien.core.treaty.status.events import INSTRUMENTS, Event, EventKind
from longbien.core.treaty.status.participants import Participant, participants

NEEDED: Final = 40
"""Instruments (Art. 65(1))."""
GENERAL_DAYS: Final = 90
"""Days after the deposit of the fortieth instrument (Art. 65(1))."""
LATER_DAYS: Final = 30
"""Days after one's own deposit, for those who join later (Art. 65(2))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryIntoForce:
    """How far it is: instruments that stand towards the forty, the day of the fortieth deposit, the day of entry into force.

    `standing` are the States' instruments that count at the end of what is known, by day of deposit; `day` may lie ahead.
    """

    standing: tuple[Event, ...]
    fortieth: date | None
    day: date | None

    @property
    def missing(self) -> int:
        """Give how many instruments are still needed: none once the fortieth has been deposited."""
        return 0 if self.fortieth is not None else NEEDED - len(self.standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """The time for which one instrument binds: from `since` (None: not determined yet) until before `until` (None: open).

    `until` without `since`: the instrument was withdrawn before it bound.
    """

    deposit: Event
    since: date | None
    until: date | None

    def binds(self, day: date) -> bool:
        """Tell whether its participant is bound on a day."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


def entry_into_force(events: Iterable[Event]) -> EntryIntoForce:
    """Give the state of Article 65(1) after all these events."""
    known = participants()
    standing: dict[PartyId, Event] = {}
    fortieth: date | None = None
    last: date | None = None
    for event in sorted(events, key=lambda item: item.order):
        if event.day != last and fortieth is None and len(standing) >= NEEDED:
            fortieth = last
        last = event.day
        row = known.get(event.party)
        if row is None or not row.is_state:
            continue
        if event.kind in INSTRUMENTS:
            standing[event.party] = event
        elif event.kind is EventKind.DENUNCIATION and not _bound(
            standing.get(event.party), fortieth, event.day
        ):
            standing.pop(event.party, None)
    if fortieth is None and len(standing) >= NEEDED:
        fortieth = last
    return EntryIntoForce(standing=tuple(standing.values()), fortieth=fortieth, day=_general(fortieth))


def bound_from(deposited: date, general: date | None) -> date | None:
    """Give the day on which who deposited on a day is bound (Art. 65(1), (2)); None while the general day is not known."""
    return None if general is None else max(general, days_after(deposited, LATER_DAYS))


def tenures(events: Iterable[Event], general: date | None) -> Mapping[PartyId, tuple[Tenure, ...]]:
    """Give for each participant the times for which its instruments bind, in order; `general` is the day of Article 65(1)."""
    found: dict[PartyId, list[Tenure]] = {}
    for event in sorted(events, key=lambda item: item.order):
        held = found.setdefault(event.party, []) if event.kind in INSTRUMENTS else found.get(event.party)
        if event.kind in INSTRUMENTS and held is not None:
            held.append(Tenure(deposit=event, since=bound_from(event.day, general), until=None))
        elif event.kind is EventKind.DENUNCIATION and held and held[-1].until is None:
            held[-1] = _ended(held[-1], event.day)
    return _with_organisations({party: tuple(held) for party, held in found.items()})


def _ended(tenure: Tenure, received: date) -> Tenure:
    """End a tenure by a notice received on a day: a year later if it binds by then, at once if it does not bind yet."""
    if tenure.since is not None and tenure.since <= received:
        return Tenure(deposit=tenure.deposit, since=tenure.since, until=year_after(received))
    return Tenure(deposit=tenure.deposit, since=None, until=received)


def _with_organisations(found: dict[PartyId, tuple[Tenure, ...]]) -> Mapping[PartyId, tuple[Tenure, ...]]:
    """Let an organisation leave with the last of its member States (Art. 67(2))."""
    for row in participants().values():
        held = found.get(row.code)
        if row.is_state or not held or held[-1].since is None or held[-1].until is not None:
            continue
        end = _last_member(row, found)
        if end is not None:
            last = held[-1]
            found[row.code] = (*held[:-1], Tenure(deposit=last.deposit, since=last.since, until=end))
    return found


def _last_member(row: Participant, found: Mapping[PartyId, tuple[Tenure, ...]]) -> date | None:
    ends = [
        held[-1].until
        for member in row.members
        if (held := found.get(member)) and any(tenure.since is not None for tenure in held)
    ]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None


def _bound(deposit: Event | None, fortieth: date | None, day: date) -> bool:
    if deposit is None:
        return False
    since = bound_from(deposit.day, _general(fortieth))
    return since is not None and since <= day


def _general(fortieth: date | None) -> date | None:
    return None if fortieth is None else days_after(fortieth, GENERAL_DAYS)
