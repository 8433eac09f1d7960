# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing a shift over: what is open, a word about it, signed off by who goes and by who comes. A leaf of the log for each.

The list is what burns at that moment, kept as it was: nobody changes later what was handed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from longbien.actions.access import require
from longbien.actions.cooperation.burning.rows import BurningRow
from longbien.actions.cooperation.burning.screen import burning
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment, parse_moment, print_moment
from longbien.store.models.cooperation_desk import HandOver
from longbien.store.models.people import Officer
from longbien.store.queries.desk import newest_hand_overs
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.hand_over"
LONGEST: Final = 20_000
MOST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One open matter as it was handed over: codes and moments, as on the screen of what burns."""

    what: str
    code: str
    step: str
    request_id: str
    direction: str
    partner: str
    kind: str
    reference: str
    loses: str
    lost_at: datetime | None
    ours: bool
    officer: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverView:
    """A hand-over. `taken_by` is empty until the officer who comes has signed it off."""

    number: int
    given_by: str
    given_at: datetime
    text: str
    matters: tuple[Matter, ...]
    taken_by: str
    taken_at: datetime | None
    answer: str


def give_shift(*, node: Node, actor: Officer, text: str = "") -> HandOverView:
    """Hand the shift over: everything that burns now, with a word about it. UsageError `cooperation.note_text`; RefusedError `people.not_permitted`."""
    require(actor, VERB)
    if len(text) > LONGEST:
        raise UsageError("cooperation.note_text", length=LONGEST)
    found = burning(node=node, actor=actor)
    now = node.clock()
    with write_transaction():
        row = HandOver.objects.create(
            given_by=actor, given_at=now, text=text.strip(), matters=[_kept(one) for one in found.rows]
        )
        _record(node, row, "give", actor, now)
    return _view(row)


def take_shift(*, node: Node, actor: Officer, number: int, answer: str = "") -> HandOverView:
    """Sign a hand-over off: another officer has read it and goes on.

    UsageError `cooperation.hand_over_unknown`, `cooperation.note_text`; RefusedError `people.not_permitted`, `people.two_needed`,
    `cooperation.hand_over_taken`.
    """
    require(actor, VERB)
    if len(answer) > LONGEST:
        raise UsageError("cooperation.note_text", length=LONGEST)
    now = node.clock()
    with write_transaction():
        row = (
            HandOver.objects.select_for_update(of=("self",))
            .select_related("given_by", "taken_by")
            .filter(pk=number)
            .first()
        )
        if row is None:
            raise UsageError("cooperation.hand_over_unknown", number=number)
        if row.taken_by is not None:
            raise RefusedError("cooperation.hand_over_taken", number=number)
        if row.given_by_id == actor.pk:
            raise RefusedError("people.two_needed")
        row.taken_by, row.taken_at, row.answer = actor, now, answer.strip()
        row.save(update_fields=["taken_by", "taken_at", "answer"])
        _record(node, row, "take", actor, now)
    return _view(row)


def hand_overs(*, actor: Officer) -> tuple[HandOverView, ...]:
    """Give the newest hand-overs; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    return tuple(_view(row) for row in newest_hand_overs(MOST))


def hand_over(*, actor: Officer, number: int) -> HandOverView:
    """Give one hand-over. UsageError `cooperation.hand_over_unknown`; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    row = HandOver.objects.select_related("given_by", "taken_by").filter(pk=number).first()
    if row is None:
        raise UsageError("cooperation.hand_over_unknown", number=number)
    return _view(row)


def _kept(row: BurningRow) -> dict[str, JsonInput]:
    return {
        "what": row.what,
        "code": row.code,
        "step": row.step,
        "request_id": row.request_id,
        "direction": row.direction,
        "partner": row.partner,
        "kind": row.kind,
        "reference": row.reference,
        "loses": row.loses,
        "lost_at": print_moment(cut_moment(row.lost_at)) if row.lost_at else "",
        "ours": row.ours,
        "officer": row.officer,
        "number": row.number,
    }


def _matter(kept: Mapping[str, Any]) -> Matter:
    lost_at = str(kept["lost_at"])
    return Matter(**{**kept, "lost_at": parse_moment(lost_at) if lost_at else None})


def _view(row: HandOver) -> HandOverView:
    return HandOverView(
        number=row.pk,
        given_by=row.given_by.role_id,
        given_at=row.given_at,
        text=row.text,
        matters=tuple(_matter(one) for one in row.matters),
        taken_by=row.taken_by.role_id if row.taken_by else "",
        taken_at=row.taken_at,
        answer=row.answer,
    )


def _record(node: Node, row: HandOver, step: str, actor: Officer, now: datetime) -> None:
    facts: dict[str, JsonInput] = {
        "step": step,
        "hand_over": row.pk,
        "matters": len(row.matters),
        "given_by": row.given_by.role_id,
    }
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
