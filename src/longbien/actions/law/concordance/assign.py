# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Splitting a concordance: which ministry has a row, until when, at which stage its bill is, who assesses and who reviews."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.law.concordance.keeping import ASSESS, HEAD, KEEP, Put, find, head, put, whole
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.concordance.codes import Part, Seat
from longbien.core.law.concordance.table import Concordance, Row
from longbien.core.law.concordance.written import tidy
from longbien.core.treaty.provisions.convention import convention
from longbien.store import models
from longbien.store.writing import write_transaction

_SEATS: Final = (Seat.FIRST, Seat.SECOND, Seat.REVIEWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What is to be set; None leaves as it is, an empty text takes away."""

    ministry: str | None = None
    due: date | None = None
    bill_stage: str | None = None
    first: str | None = None
    second: str | None = None
    reviewer: str | None = None
    withheld: frozenset[Part] | None = None


def assign(
    *, node: Node, actor: models.Officer, ref: str, rows: Iterable[str], assignment: Assignment, why: str = ""
) -> int:
    """Set owner and seats of rows; count those that changed. `rows`: duties, articles (`7`), or chapters (`II`).

    RefusedError `people.not_permitted`, `law.seat_taken` (the person before has assessed in this round), `law.concordance_persons`;
    UsageError `law.assignee_unknown`, `law.row_not_found`.
    """
    require(actor, KEEP)
    for who in (assignment.first, assignment.second, assignment.reviewer):
        _officer(who)
    now = node.clock()
    changed = 0
    with write_transaction():
        table = find(ref)
        for row in _picked(whole(table), tuple(rows)):
            after = _assigned(row, assignment)
            value = tidy(head(after))
            changed += put(
                table, Put(row=row.id, kind=HEAD, key="", value=value, by=actor.role_id, at=now, why=why)
            )
    return changed


def assessors() -> tuple[str, ...]:
    """Give the role ids of those who may assess and review."""
    officers = models.Officer.objects.exclude(role_id="").filter(is_active=True).order_by("role_id")
    return tuple(one.role_id for one in officers if permits(one, ASSESS))


def _officer(who: str | None) -> None:
    if who and who not in assessors():
        raise UsageError("law.assignee_unknown", who=who[:64])


def _picked(value: Concordance, names: tuple[str, ...]) -> list[Row]:
    chapters = {chapter.number: chapter for chapter in convention().chapters}
    found: dict[str, Row] = {}
    for name in names:
        chapter = chapters.get(name)
        rows = [
            row
            for row in value.rows
            if row.id == name
            or str(row.article) == name
            or (chapter is not None and chapter.first <= row.article <= chapter.last)
        ]
        if not rows:
            raise UsageError("law.row_not_found", row=name[:20])
        found.update({row.id: row for row in rows})
    return list(found.values())


def _assigned(row: Row, given: Assignment) -> Row:
    for seat in _SEATS:
        new = getattr(given, seat.value)
        if new is not None and new != getattr(row, seat.value) and row.by(seat) is not None:
            raise RefusedError("law.seat_taken", row=row.id, who=getattr(row, seat.value))
    made = replace(
        row,
        ministry=row.ministry if given.ministry is None else given.ministry,
        due=row.due if given.due is None else given.due,
        bill_stage=row.bill_stage if given.bill_stage is None else given.bill_stage,
        first=row.first if given.first is None else given.first,
        second=row.second if given.second is None else given.second,
        reviewer=row.reviewer if given.reviewer is None else given.reviewer,
        withheld=row.withheld if given.withheld is None else given.withheld,
    )
    seated = [who for who in (made.first, made.second, made.reviewer) if who]
    if len(set(seated)) != len(seated):
        raise RefusedError("law.concordance_persons", row=row.id)
    return made
