# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda: provisional and supplementary items, what the Conference made of each, and to whom each is allocated.

The secretariat draws the provisional agenda up in consultation with the Bureau and sends it before the session; an item comes with an
explanatory memorandum; the Conference adopts the agenda at the opening, and may add, delete, defer or amend items (rules 8-11 of the
model, `agenda.*` of the rules).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import cache
from typing import Final

from longbien.core.base.datafile import CONFIDENCE, reading
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import read_data

_FILE: Final = "procedure/papers/agenda.yaml"
_NUMBER: Final = re.compile(r"([1-9][0-9]?)(?:\(([a-z])\))?(?:\((i{1,3}|iv|v|vi{0,3}|ix|x)\))?")
_ROMAN: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


class ItemKind(StrEnum):
    """How an item came onto the agenda."""

    PROVISIONAL = "provisional"
    SUPPLEMENTARY = "supplementary"
    """Proposed after the provisional agenda was sent."""
    ADDED = "added"
    """Added by the Conference itself when it adopted the agenda."""


class ItemState(StrEnum):
    """What the Conference made of an item."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    DELETED = "deleted"
    DEFERRED = "deferred"


class AgendaState(StrEnum):
    """Where the agenda as a whole stands."""

    DRAFT = "draft"
    PROVISIONAL = "provisional"
    """Sent to the States."""
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. `number` is `3`, `3(a)` or `3(a)(ii)`; `topic` names a standard item of the data; `allocated_to` a body of the data."""

    number: str
    title: str
    topic: str = ""
    kind: ItemKind = ItemKind.PROVISIONAL
    proposed_by: str = ""
    memorandum: str = ""
    """The symbol of the explanatory memorandum, or its text."""
    state: ItemState = ItemState.PROPOSED
    allocated_to: str = "plenary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda of a session. `sent_at`: when the provisional agenda was sent; `adopted_at`: when the Conference adopted it."""

    items: tuple[Item, ...]
    sent_at: datetime | None = None
    adopted_at: datetime | None = None

    @property
    def state(self) -> AgendaState:
        """Where it stands."""
        if self.adopted_at is not None:
            return AgendaState.ADOPTED
        return AgendaState.PROVISIONAL if self.sent_at is not None else AgendaState.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about an agenda that a rule expects otherwise: a code with the values of its sentence, and the rule's path in the rules."""

    code: str
    params: dict[str, str | int]
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A standard item or a body, by its code, with source and confidence."""

    code: str
    label: str
    source: str
    confidence: str


@cache
def standard_items() -> tuple[Coded, ...]:
    """Give the items with which sessions of this family open, in their order."""
    return _data()[0]


@cache
def bodies() -> tuple[Coded, ...]:
    """Give the bodies to which an item may be allocated."""
    return _data()[1]


def remarks(
    agenda: Agenda, *, opens: date, zone: tzinfo, days_before: int, memo_needed: bool
) -> tuple[Remark, ...]:
    """Say what the rules expect otherwise; nothing here forbids to go on.

    `days_before` and `memo_needed` are the values of `agenda.provisional_sent_days_before` and `agenda.item_needs_explanatory_memo`.
    """
    return (
        *_sending(agenda, opens, zone, days_before),
        *_memoranda(agenda, needed=memo_needed),
        *_standard(agenda),
    )


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Put items into the order of their numbers."""
    return tuple(sorted(items, key=lambda item: number_key(item.number)))


def number_key(number: str) -> tuple[int, str, int]:
    """Give the sorting key of an item's number; MalformedError `conference_papers.item_number`."""
    match = _NUMBER.fullmatch(number)
    if match is None:
        raise MalformedError("conference_papers.item_number", value=number[:20])
    return int(match[1]), match[2] or "", _ROMAN.index(match[3] or "")


def parse_number(text: str) -> str:
    """Read the number of an item; MalformedError `conference_papers.item_number`."""
    number_key(text)
    return text


def _sending(agenda: Agenda, opens: date, zone: tzinfo, days_before: int) -> list[Remark]:
    path = "agenda.provisional_sent_days_before"
    if agenda.sent_at is None:
        last = date.fromordinal(opens.toordinal() - days_before)
        params: dict[str, str | int] = {"days": days_before, "last": last.isoformat()}
        return [Remark(code="conference_papers.agenda_not_sent", params=params, path=path)]
    sent = agenda.sent_at.astimezone(zone).date()
    before = (opens - sent).days
    if before >= days_before:
        return []
    params = {"days": days_before, "before": before, "sent": sent.isoformat()}
    return [Remark(code="conference_papers.agenda_sent_late", params=params, path=path)]


def _memoranda(agenda: Agenda, *, needed: bool) -> list[Remark]:
    """Name items without a memorandum; the standard ones of the opening explain themselves."""
    if not needed:
        return []
    return [
        Remark(
            code="conference_papers.item_without_memo",
            params={"item": item.number},
            path="agenda.item_needs_explanatory_memo",
        )
        for item in agenda.items
        if not item.memorandum and not item.topic and item.state is not ItemState.DELETED
    ]


def _standard(agenda: Agenda) -> list[Remark]:
    there = {item.topic for item in agenda.items if item.state is not ItemState.DELETED}
    return [
        Remark(
            code="conference_papers.item_missing",
            params={"label": one.label},
            path="agenda.standard_opening_items",
        )
        for one in standard_items()
        if one.code not in there
    ]


@cache
def _data() -> tuple[tuple[Coded, ...], tuple[Coded, ...]]:
    with reading(read_data(_FILE), schema="longbien/agenda/1") as fields:
        return fields.objects("opening_items", _coded), fields.objects("bodies", _coded)


def _coded(item: Fields) -> Coded:
    return Coded(
        code=item.text("code", pattern=r"[a-z_-]{1,40}"),
        label=item.text("label"),
        source=item.text("source"),
        confidence=item.choice("confidence", CONFIDENCE),
    )


def next_number(items: Sequence[Item]) -> str:
    """Give the next free whole number."""
    return str(max((number_key(item.number)[0] for item in items), default=0) + 1)
