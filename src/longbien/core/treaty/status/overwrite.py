# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The depositary's page overwrites what was known before, up to its own day; and what changes by that, to be looked at first.

The page speaks for signatures, instruments and denunciations, and for statements if it carries any. What happened at home,
and what is said to have happened after the page's day, stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import INSTRUMENTS, STATEMENTS, Event, EventKind

ACTS: Final = frozenset({EventKind.SIGNATURE, EventKind.DENUNCIATION, *INSTRUMENTS})
"""What every page speaks of."""
SAID: Final = frozenset(
    {*STATEMENTS, EventKind.OBJECTION, EventKind.WITHDRAWAL, EventKind.EXTENT_OF_COMPETENCE}
)
"""What a page speaks of only if it carries sections with statements."""
_TARGETED: Final = frozenset({EventKind.OBJECTION, EventKind.WITHDRAWAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event before and after; one of them is None for what is new or gone."""

    before: Event | None
    after: Event | None

    @property
    def party(self) -> PartyId:
        """Give whose event it is."""
        found = self.after or self.before
        return found.party if found is not None else PartyId("")


def overwrite(before: Iterable[Event], page: Iterable[Event], day: date) -> tuple[Event, ...]:
    """Give the events after a page that is right up to `day` has overwritten them, in order."""
    told = tuple(page)
    kinds = ACTS | (SAID if any(event.kind in SAID for event in told) else frozenset())
    taken = {(event.party, _class(event)) for event in told if event.kind in ACTS}
    ids = {event.id for event in told}
    kept = [
        event
        for event in before
        if event.id not in ids
        and (event.kind not in kinds or event.day > day)
        and not (event.kind in ACTS and (event.party, _class(event)) in taken)
    ]
    found = [*told, *kept]
    known = {event.id for event in found}
    return tuple(
        sorted(
            (event for event in found if event.kind not in _TARGETED or event.target in known),
            key=lambda event: event.order,
        )
    )


def difference(before: Iterable[Event], after: Iterable[Event]) -> tuple[Change, ...]:
    """Give what is new, gone or changed, in order; sources and notes alone are no change."""
    old, new = _facts(before), _facts(after)
    gone = {key: event for key, event in old.items() if key not in new}
    come = {key: event for key, event in new.items() if key not in old}
    found = []
    for event in come.values():
        match = next((key for key, was in gone.items() if _same(was, event)), None)
        found.append(Change(before=gone.pop(match) if match is not None else None, after=event))
    found += [Change(before=event, after=None) for event in gone.values()]
    return tuple(sorted(found, key=lambda change: (change.after or change.before or event).order))


def _class(event: Event) -> str:
    return "instrument" if event.kind in INSTRUMENTS else event.kind.value


def _same(one: Event, other: Event) -> bool:
    return one.party == other.party and _class(one) == _class(other)


def _facts(events: Iterable[Event]) -> dict[tuple[object, ...], Event]:
    return {
        (event.party, event.kind, event.day, event.earliest, event.articles, event.content): event
        for event in events
    }
