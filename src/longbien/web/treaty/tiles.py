# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One tile for each State by regional group: what the home page and the list of States show of a standing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy

from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import INSTRUMENTS, Event, EventKind
from longbien.core.treaty.status.participants import Group, Kind, Participant, participants
from longbien.core.treaty.status.standing import Standing

STATES: Final = ("in_force", "deposited", "approved", "signed")
"""The four states, the furthest first."""
NONE: Final = "none"

GROUPS: Final[Mapping[Group, Promise]] = {
    Group.AFRICA: pgettext_lazy("regional group", "African States"),
    Group.ASIA_PACIFIC: pgettext_lazy("regional group", "Asia-Pacific States"),
    Group.EASTERN_EUROPE: pgettext_lazy("regional group", "Eastern European States"),
    Group.LATIN_AMERICA_CARIBBEAN: pgettext_lazy("regional group", "Latin American and Caribbean States"),
    Group.WESTERN_EUROPE_OTHERS: pgettext_lazy("regional group", "Western European and other States"),
    Group.NONE: pgettext_lazy("regional group", "In no regional group, and organizations"),
}
"""The regional groups of the United Nations, in the order in which it names them."""

KINDS: Final[Mapping[Kind, Promise]] = {
    Kind.MEMBER: pgettext_lazy("participant", "Member of the United Nations"),
    Kind.OBSERVER: pgettext_lazy("participant", "observer State at the United Nations"),
    Kind.STATE: pgettext_lazy("participant", "State, not a Member of the United Nations"),
    Kind.ORGANISATION: pgettext_lazy("participant", "regional economic integration organization"),
}


EVENTS_OF: Final[Mapping[str, frozenset[EventKind]]] = {
    "in_force": frozenset(INSTRUMENTS),
    "deposited": frozenset(INSTRUMENTS),
    "approved": frozenset({EventKind.APPROVAL_AT_HOME}),
    "signed": frozenset({EventKind.SIGNATURE}),
}
"""The kinds of event on which a state rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One State or organisation: `state` is the furthest of its four states, `sure` whether all that it rests on is confirmed."""

    code: PartyId
    name: str
    state: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TileGroup:
    """One regional group with its tiles by name, and how many of them have taken any step."""

    code: str
    words: Promise
    tiles: tuple[Tile, ...]

    @property
    def moved(self) -> int:
        """Count the States that have taken a step."""
        return sum(tile.state != NONE for tile in self.tiles)


def furthest(standing: Standing) -> str:
    """Give the furthest of the four states that holds, or `none`."""
    return next((state for state in STATES if getattr(standing, state) is not None), NONE)


def tile(row: Participant, standing: Standing) -> Tile:
    """Make the tile of one participant."""
    state = furthest(standing)
    return Tile(
        code=row.code,
        name=row.name(get_language() or "en"),
        state=state,
        sure=all(event.confirmed for event in behind(standing, state)),
    )


def behind(standing: Standing, state: str) -> tuple[Event, ...]:
    """Give the events on which a state rests."""
    kinds = EVENTS_OF.get(state, frozenset())
    return tuple(event for event in standing.events if event.kind in kinds)


def grouped(standings: Mapping[PartyId, Standing]) -> tuple[TileGroup, ...]:
    """Give every participant's tile, group by group, by name in the reader's language."""
    rows = participants()
    return tuple(
        TileGroup(code=group, words=words, tiles=_by_name(rows, standings, group))
        for group, words in GROUPS.items()
    )


def _by_name(
    rows: Mapping[PartyId, Participant], standings: Mapping[PartyId, Standing], group: Group
) -> tuple[Tile, ...]:
    found: Iterable[Tile] = (tile(row, standings[row.code]) for row in rows.values() if row.group is group)
    return tuple(sorted(found, key=lambda one: one.name.casefold()))
