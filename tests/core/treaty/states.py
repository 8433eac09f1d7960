# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events for tests of the status: who does what on which day."""

from collections.abc import Iterable
from datetime import date

from longbien.core.base.datafile import Source
from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import INSTRUMENTS, Event, EventKind
from longbien.core.treaty.status.participants import participants

OPEN = date(2025, 10, 25)
STATES = tuple(row.code for row in participants().values() if row.is_state)
EU = PartyId("EU")
EU_MEMBERS = participants()[EU].members
OUTSIDE = tuple(code for code in STATES if code not in EU_MEMBERS)
"""States that are no members of the EU."""


def event(
    party: str,
    kind: EventKind,
    day: date,
    *,
    target: str = "",
    articles: tuple[str, ...] = (),
    confidence: str = "high",
) -> Event:
    """Make one event with an id of its own."""
    return Event(
        id=f"{party.lower()}-{kind.value}-{day.isoformat()}",
        party=PartyId(party),
        kind=kind,
        day=day,
        target=target,
        articles=articles,
        sources=(Source(ref="test", confidence=confidence),),
    )


def joined(
    parties: Iterable[str], day: date, kind: EventKind = EventKind.RATIFICATION, *, signed: date = OPEN
) -> list[Event]:
    """Let each of the parties sign, unless it accedes, and deposit on a day."""
    found = []
    for party in parties:
        if kind not in {EventKind.ACCESSION, EventKind.SUCCESSION} and kind in INSTRUMENTS:
            found.append(event(party, EventKind.SIGNATURE, signed))
        found.append(event(party, kind, day))
    return found
