# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alarms at an officer's desk: those that have reached him, those of a request, and acknowledging one by name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from longbien.actions.access import RULES, Role, permits, require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import RequestId
from longbien.store.models.cooperation_alarms import Alarm, AlarmMail
from longbien.store.models.people import Officer
from longbien.store.queries.alarms import alarms_of, open_alarms, raised_alarms, same_clock
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.alarm"
MOST: Final = 200
_READS_ALL: Final = (Role.AUDITOR,)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmView:
    """An alarm: codes, moments and role ids, nothing of the case. `level`: to whom it has climbed; `mine`: it has reached the reader."""

    number: int
    request_id: RequestId
    direction: str
    partner: str
    kind: str
    reference: str
    rule: str
    step: str
    loses: str
    due_at: datetime
    rings_at: datetime
    raised_at: datetime
    late: bool
    officer: str
    deputy: str
    level: str
    open: bool
    mine: bool
    acknowledged_by: str
    acknowledged_at: datetime | None
    ended_at: datetime | None
    mails: tuple[tuple[str, str], ...] = ()
    """Each officer to whom an e-mail was made, and what became of it."""


def my_alarms(*, actor: Officer) -> tuple[AlarmView, ...]:
    """Give the open alarms that have reached an officer; an auditor reads all. RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    mine = {row.pk for row in _mine(actor)[:MOST]}
    rows = [row for row in open_alarms(MOST) if row.pk in mine or _reads_all(actor)]
    return tuple(_view(row, mine=row.pk in mine) for row in rows)


def count_alarms(actor: Officer, held: frozenset[str]) -> int:
    """Count the open alarms that have reached an officer who holds these roles: for the head of every page."""
    everybody = not RULES[VERB].begin.isdisjoint(held)
    return alarms_of(actor, everybody=everybody).count() if held else 0


def alarms_of_request(*, actor: Officer, request_id: str) -> tuple[AlarmView, ...]:
    """Give every alarm of a request, the newest first; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    mails: dict[int, list[tuple[str, str]]] = {}
    rows = AlarmMail.objects.filter(alarm__request_id=request_id).select_related("officer").order_by("id")
    for mail in rows:
        mails.setdefault(mail.alarm_id, []).append((mail.officer.role_id, mail.state))
    mine = {row.pk for row in _mine(actor)}
    found = raised_alarms(request_id)[::-1]
    return tuple(_view(row, mine=row.pk in mine, mails=tuple(mails.get(row.pk, ()))) for row in found)


def acknowledge_alarm(*, node: Node, actor: Officer, number: int) -> AlarmView:
    """Acknowledge an alarm, and with it the earlier steps of the same clock: a named person has seen it. It says nothing about what was done.

    UsageError `cooperation.alarm_unknown`; RefusedError `people.not_permitted`, `cooperation.alarm_over`.
    """
    require(actor, VERB)
    now = node.clock()
    with write_transaction():
        row = (
            Alarm.objects.select_for_update(of=("self",))
            .select_related("officer", "deputy", "request")
            .filter(pk=number)
            .first()
        )
        if row is None:
            raise UsageError("cooperation.alarm_unknown", number=number)
        if not row.open:
            raise RefusedError("cooperation.alarm_over", number=number)
        row.acknowledged_by, row.acknowledged_at, row.open = actor.role_id, now, False
        same_clock(row).update(acknowledged_by=actor.role_id, acknowledged_at=now, open=False)
        facts: dict[str, JsonInput] = {"step": "acknowledge", "alarm": row.pk, "request": row.request_id}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
    return _view(row, mine=False)


def _mine(actor: Officer) -> QuerySet[Alarm]:
    """Give the open alarms that have reached an officer; one that was given to nobody has reached the whole desk."""
    return alarms_of(actor, everybody=permits(actor, VERB))


def _reads_all(actor: Officer) -> bool:
    return not actor.roles().isdisjoint(_READS_ALL)


def _view(row: Alarm, *, mine: bool, mails: tuple[tuple[str, str], ...] = ()) -> AlarmView:
    request = row.request
    return AlarmView(
        number=row.pk,
        request_id=RequestId(request.request_id),
        direction=request.direction,
        partner=request.partner,
        kind=request.kind,
        reference=request.reference,
        rule=row.rule,
        step=row.step,
        loses=row.loses,
        due_at=row.due_at,
        rings_at=row.rings_at,
        raised_at=row.raised_at,
        late=row.late,
        officer=row.officer.role_id if row.officer else "",
        deputy=row.deputy.role_id if row.deputy else "",
        level=row.level,
        open=row.open,
        mine=mine,
        acknowledged_by=row.acknowledged_by,
        acknowledged_at=row.acknowledged_at,
        ended_at=row.ended_at,
        mails=mails,
    )
