# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duty roster (Art. 41(1): available at all hours): who is at the desk, and who is on call as the second person.

A turn gives no role: it says whom an alarm or a call goes to. Each turn planned or called off is a leaf of the log.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment, print_moment
from longbien.store import models
from longbien.store.queries.people import turns_at, turns_from
from longbien.store.writing import write_transaction

VERB: Final = "people.roster"
DUTY: Final = models.DutyTurn.DUTY
ON_CALL: Final = models.DutyTurn.ON_CALL
KINDS: Final = (DUTY, ON_CALL)
LONGEST: Final = timedelta(days=31)
"""A longer turn is a mistake of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn of the roster. `now`: it runs at the moment at which the list was made."""

    number: int
    officer: str
    kind: str
    begins_at: datetime
    ends_at: datetime
    planned_by: str
    now: bool


def plan_turn(
    *,
    node: Node,
    actor: models.Officer,
    officer: models.Officer,
    kind: str,
    begins_at: datetime,
    ends_at: datetime,
) -> models.DutyTurn:
    """Put an officer on the roster from `begins_at` until before `ends_at`.

    UsageError `people.turn_kind`, `people.turn_time` (its end is not after its beginning, or over, or more than 31 days later);
    RefusedError `people.not_permitted`, `people.turn_closed_account`, `people.turn_double` (the officer has such a turn then).
    """
    require(actor, VERB)
    now = node.clock()
    if kind not in KINDS:
        raise UsageError("people.turn_kind", kind=kind[:40])
    begins_at, ends_at = cut_moment(begins_at), cut_moment(ends_at)
    if not now < ends_at or not begins_at < ends_at <= begins_at + LONGEST:
        raise UsageError("people.turn_time", days=LONGEST.days)
    with write_transaction():
        if not officer.is_active:
            raise RefusedError("people.turn_closed_account", role_id=officer.role_id)
        same = officer.turns.filter(
            kind=kind, begins_at__lt=ends_at, ends_at__gt=begins_at, called_off_at=None
        )
        if same.exists():
            raise RefusedError("people.turn_double", role_id=officer.role_id)
        turn = models.DutyTurn.objects.create(
            officer=officer,
            kind=kind,
            begins_at=begins_at,
            ends_at=ends_at,
            planned_by=actor.role_id,
            planned_at=now,
        )
        _record(node, turn, "plan", actor, now)
    return turn


def call_off_turn(*, node: Node, actor: models.Officer, number: int) -> models.DutyTurn:
    """Take a turn off the roster; what is over stays. UsageError `people.turn_unknown`; RefusedError `people.not_permitted`, `people.turn_over`."""
    require(actor, VERB)
    now = node.clock()
    with write_transaction():
        turn = (
            models.DutyTurn.objects.select_for_update(of=("self",))
            .select_related("officer")
            .filter(pk=number)
            .first()
        )
        if turn is None:
            raise UsageError("people.turn_unknown", number=number)
        if turn.called_off_at is not None or turn.ends_at <= now:
            raise RefusedError("people.turn_over", number=number)
        turn.called_off_by, turn.called_off_at = actor.role_id, now
        turn.save(update_fields=["called_off_by", "called_off_at"])
        _record(node, turn, "call-off", actor, now)
    return turn


def roster(*, node: Node, actor: models.Officer) -> list[TurnView]:
    """Give the turns that run or are ahead, in order; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    now = node.clock()
    return [
        TurnView(
            number=one.pk,
            officer=one.officer.role_id,
            kind=one.kind,
            begins_at=one.begins_at,
            ends_at=one.ends_at,
            planned_by=one.planned_by,
            now=one.begins_at <= now,
        )
        for one in turns_from(now)
    ]


def on_turn(kind: str, at: datetime) -> list[models.Officer]:
    """Give the officers whose turn of this kind (`duty`, `on-call`) runs at a moment, each once; whose turn began first comes first."""
    return list({turn.officer_id: turn.officer for turn in turns_at(kind, at)}.values())


def _record(node: Node, turn: models.DutyTurn, step: str, actor: models.Officer, now: datetime) -> None:
    facts: dict[str, JsonInput] = {
        "step": step,
        "turn": turn.pk,
        "officer": turn.officer.role_id,
        "kind": turn.kind,
        "from": print_moment(turn.begins_at),
        "until": print_moment(turn.ends_at),
    }
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
