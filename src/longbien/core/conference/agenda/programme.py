# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme of work: what meets where and when, and what clashes. A clash is shown, never forbidden: the secretariat decides.

What counts as a clash is a table (`RULES`): one room twice, one body in two places, one agenda item in two places, a side event against
the plenary, something outside the days of the session.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from itertools import combinations
from typing import Final

from longbien.core.base.errors import RefusedError


class SlotKind(StrEnum):
    """What kind of meeting a slot holds."""

    PLENARY = "plenary"
    HIGH_LEVEL = "high_level"
    """A plenary meeting of the high-level segment."""
    COMMITTEE = "committee"
    INFORMAL = "informal"
    """Informal consultations: no decision is taken there."""
    BUREAU = "bureau"
    SIDE_EVENT = "side_event"


_PLENARY: Final = frozenset({SlotKind.PLENARY, SlotKind.HIGH_LEVEL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One entry of the programme. `body` is a body's code or the organiser of a side event; `items` are numbers of agenda items."""

    id: str
    kind: SlotKind
    title: str
    room: str
    begins: datetime
    ends: datetime
    body: str = ""
    items: tuple[str, ...] = ()
    interpretation: bool = False
    public: bool = True

    def __post_init__(self) -> None:
        """RefusedError `conference_papers.slot_times` for a slot that ends before it begins."""
        if self.ends <= self.begins:
            raise RefusedError("conference_papers.slot_times", title=self.title[:80])

    def meets(self, other: "Slot") -> bool:
        """Tell whether both go on at the same time, if only for a minute."""
        return self.begins < other.ends and other.begins < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two slots that clash (or one that lies outside the session: then `second` is None), and why: a code with its values.

    `grave`: it cannot be held as planned. Otherwise it only deserves a look.
    """

    code: str
    first: Slot
    second: Slot | None
    params: dict[str, str]
    grave: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashRule:
    """One rule of the table: what the two slots share that they must not, "" for nothing."""

    code: str
    shared: Callable[[Slot, Slot], str]
    grave: bool


def _room(one: Slot, other: Slot) -> str:
    return one.room if one.room and one.room.casefold() == other.room.casefold() else ""


def _body(one: Slot, other: Slot) -> str:
    if one.kind in _PLENARY and other.kind in _PLENARY:
        return one.body or one.kind.value
    same = one.body and one.body == other.body and SlotKind.SIDE_EVENT not in (one.kind, other.kind)
    return one.body if same else ""


def _item(one: Slot, other: Slot) -> str:
    if SlotKind.SIDE_EVENT in (one.kind, other.kind):
        return ""
    return ", ".join(item for item in one.items if item in other.items)


def _aside(one: Slot, other: Slot) -> str:
    kinds = {one.kind, other.kind}
    if SlotKind.SIDE_EVENT not in kinds or not kinds & _PLENARY:
        return ""
    return (one if one.kind is SlotKind.SIDE_EVENT else other).title


RULES: Final = (
    ClashRule(code="conference_papers.clash_room", shared=_room, grave=True),
    ClashRule(code="conference_papers.clash_body", shared=_body, grave=True),
    ClashRule(code="conference_papers.clash_item", shared=_item, grave=False),
    ClashRule(code="conference_papers.clash_aside", shared=_aside, grave=False),
)
"""What two slots at the same time may not share, the graver first."""


def clashes(slots: Sequence[Slot], *, first: date, last: date, zone: tzinfo) -> tuple[Clash, ...]:
    """Find every clash of a programme for a session from `first` to `last`, days as counted at its place (`zone`)."""
    found = [
        Clash(code=rule.code, first=one, second=other, params={"shared": shared}, grave=rule.grave)
        for one, other in combinations(in_order(slots), 2)
        if one.meets(other)
        for rule in RULES
        if (shared := rule.shared(one, other))
    ]
    for one in in_order(slots):
        days = (one.begins.astimezone(zone).date(), one.ends.astimezone(zone).date())
        if days[0] < first or days[1] > last:
            code, params = (
                "conference_papers.clash_days",
                {"first": first.isoformat(), "last": last.isoformat()},
            )
            found.append(Clash(code=code, first=one, second=None, params=params, grave=False))
    return tuple(found)


def in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Put slots into the order in which they begin; at the same time the plenary comes first."""
    kinds = tuple(SlotKind)
    return tuple(sorted(slots, key=lambda slot: (slot.begins, kinds.index(slot.kind), slot.room, slot.id)))
