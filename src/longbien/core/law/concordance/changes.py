# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a copy that was worked on off line would change, before anything is changed.

Each piece of a copy carries a stamp: the digest of what it was when the copy was made. A piece that still has its stamp was not touched; one
that was touched while the table's own piece changed too is a conflict, and both are shown. Nobody changes by a file what they could not by hand.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.codes import Coverage, Seat
from longbien.core.law.concordance.rounds import Move, seat_of
from longbien.core.law.concordance.table import Assessment, Clause, Comment, Concordance, Row
from longbien.core.law.concordance.written import value_json

NEW: Final = "new-"
"""How the id of a piece begins that the copy adds."""
_OWNER: Final = ("ministry", "due", "bill_stage")


class Verdict(StrEnum):
    """What becomes of a changed piece."""

    CHANGE = "change"
    CONFLICT = "conflict"
    """Somebody changed the table's piece after the copy was made."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece of a copy that was touched: its row, kind and key, what it is now, and its stamp ("" for a new one)."""

    row: str
    kind: str
    key: str
    value: Any
    stamp: str = ""

    @property
    def name(self) -> str:
        """Give what names it in a form."""
        return f"{self.kind}|{self.row}|{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a touched piece would change: before and after as JSON, and what becomes of it; `code` of a refusal."""

    item: Item
    before: Json
    after: Json
    verdict: Verdict
    code: str = ""


def stamp(value: object) -> str:
    """Give the stamp of a piece."""
    return hashlib.sha256(encode(value_json(value))).hexdigest()[:16]


def head(row: Row) -> Row:
    """Give a row without the pieces in it."""
    return replace(row, links=(), assessments=(), clauses=(), comments=(), dissents=())


def items(value: Concordance) -> dict[str, Item]:
    """Give every piece of a table by its name, without a stamp."""
    found = []
    for row in value.rows:
        found.append(Item(row=row.id, kind="row", key="", value=head(row)))
        found += [Item(row=row.id, kind="link", key=one.key, value=one) for one in row.links]
        found += [
            Item(row=row.id, kind="assessment", key=f"{one.round}|{one.seat.value}", value=one)
            for one in row.assessments
        ]
        found += [Item(row=row.id, kind="clause", key=one.id, value=one) for one in row.clauses]
        found += [Item(row=row.id, kind="comment", key=one.id, value=one) for one in row.comments]
        found += [
            Item(row=row.id, kind="dissent", key=f"{one.round}|{one.author}", value=one)
            for one in row.dissents
        ]
    found += [
        Item(row=str(one.article), kind="suggestion", key=one.key, value=one) for one in value.suggestions
    ]
    return {one.name: one for one in found}


def touched(copy: Concordance, stamps: Mapping[str, str]) -> tuple[Item, ...]:
    """Give the pieces of a copy that are not as they were when it was made; an assessment that says nothing is none."""
    found = []
    for name, one in items(copy).items():
        if stamp(one.value) == stamps.get(name, ""):
            continue
        if isinstance(one.value, Assessment) and one.value.law is Coverage.NOT_ASSESSED:
            continue
        found.append(replace(one, stamp=stamps.get(name, "")))
    return tuple(found)


def differences(value: Concordance, changed: Iterable[Item], who: str) -> tuple[Difference, ...]:
    """Say what touched pieces would change in a table, for the person who brings them."""
    now = items(value)
    found = []
    for item in changed:
        row = value.row(item.row)
        held = now.get(item.name)
        before = _shown(held.value) if held else None
        after = _shown(item.value)
        if row is not None and before == after:
            continue
        code = "law.book_row" if row is None else _refusal(row, item, held, who)
        conflict = (stamp(held.value) if held else "") != item.stamp
        verdict = Verdict.REFUSED if code else Verdict.CONFLICT if conflict else Verdict.CHANGE
        found.append(Difference(item=item, before=before, after=after, verdict=verdict, code=code))
    return tuple(found)


def _shown(value: object) -> Json:
    """Give a piece without the day on which it was written: that is no change."""
    shown = value_json(value)
    if isinstance(value, Assessment | Clause):
        shown.pop("day", None)
    return shown


def _refusal(row: Row, item: Item, held: Item | None, who: str) -> str:
    """Say why a piece cannot be changed by this person's file; nothing if it can."""
    value = item.value
    if isinstance(value, Assessment):
        return _assessment(row, value, who)
    if isinstance(value, Comment):
        return "" if held is None else "law.book_not_yours"
    if isinstance(value, Clause):
        return ""
    if isinstance(value, Row):
        same = replace(row, **{name: getattr(value, name) for name in _OWNER})
        untouched = held is not None and stamp(held.value) == item.stamp
        return "law.book_on_page" if held is None or (untouched and head(same) != value) else ""
    return "law.book_on_page"


def _assessment(row: Row, value: Assessment, who: str) -> str:
    if value.author != who or value.round != row.round:
        return "law.book_not_yours"
    move = Move.REVIEW if value.seat is Seat.REVIEWER else Move.ASSESS
    try:
        seat = seat_of(row, who, move)
    except RefusedError as error:
        return error.code
    return "" if seat is value.seat else "law.book_not_yours"
