# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The turn that raises alarms and lets them climb: each alarm once, however often the turn is taken.

After a time without a worker everything that should have rung is raised at once and says that it is late. Each alarm names the
officer and the deputy; who does not acknowledge it in time is joined by the deputy, then by every approver. Each step is a leaf of the log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.access import Role
from longbien.actions.cooperation.alarms.assign import Keepers, keepers
from longbien.actions.cooperation.alarms.settle import LAPSED, settle_alarms, unraised
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.cooperation.timing import thread_clocks
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.moments import print_moment
from longbien.core.cooperation.clocks.alarm_steps import alarm_steps
from longbien.core.cooperation.clocks.alarms import AlarmPoint, alarm_points
from longbien.store.models.cooperation_alarms import Alarm, AlarmMail
from longbien.store.models.people import Officer
from longbien.store.queries.alarms import alarms_climbing, officers_with, raised_alarms, requests_ringing
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.alarm"
LATE: Final = timedelta(hours=1)
"""Raised so much after its moment, an alarm is late."""
_AT_ONCE: Final = 200
_DESK: Final = (Role.DUTY_OFFICER, Role.LAWYER)
_LOST_TO_DEPUTY: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """What one turn did: alarms raised, and of these late; alarms that climbed."""

    raised: int
    late: int
    climbed: int


def ring(*, node: Node) -> Rung:
    """Raise what is due, and let climb what nobody acknowledged; each request in a transaction of its own."""
    raised: list[Alarm] = []
    for request_id in requests_ringing(node.clock(), _AT_ONCE):
        raised += _ring(node, request_id)
    climbed = [_climb(node, alarm.pk) for alarm in alarms_climbing(node.clock(), _AT_ONCE)]
    return Rung(raised=len(raised), late=sum(one.late for one in raised), climbed=sum(climbed))


def tell_of_loss(
    node: Node, thread: Thread, *, rule: str, loses: str, lost_at: datetime, now: datetime
) -> None:
    """Raise the alarm that something was lost, inside the caller's transaction; it says when, and cannot be dated back."""
    request = thread.request
    known = Alarm.objects.filter(request=request, rule=rule, item="", step=LAPSED, due_at=lost_at)
    if not known.exists():
        _raise(
            node,
            Alarm(
                request=request,
                rule=rule,
                item="",
                step=LAPSED,
                loses=loses,
                due_at=lost_at,
                rings_at=lost_at,
            ),
            keepers(request.request_id, now),
            to_deputy=_LOST_TO_DEPUTY,
            now=now,
        )


def _ring(node: Node, request_id: str) -> list[Alarm]:
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        now = node.clock()
        clocks = thread_clocks(node, thread, now)
        points = unraised(alarm_points(clocks), raised_alarms(request_id))
        due = [one for one in points if one.at <= now]
        named = keepers(request_id, now)
        found = [_of_point(node, thread, point, named, now) for point in due]
        settle_alarms(thread.request, clocks, now)
        thread.request.save(update_fields=["next_alarm"])
    return found


def _of_point(node: Node, thread: Thread, point: AlarmPoint, named: Keepers, now: datetime) -> Alarm:
    alarm = Alarm(
        request=thread.request,
        rule=point.clock.rule,
        item=point.clock.item,
        step=point.step.step,
        loses=point.clock.loses,
        due_at=point.clock.due_at,
        rings_at=point.at,
    )
    return _raise(node, alarm, named, to_deputy=point.step.to_deputy, now=now)


def _raise(node: Node, alarm: Alarm, named: Keepers, *, to_deputy: timedelta, now: datetime) -> Alarm:
    alarm.raised_at, alarm.late = now, now - alarm.rings_at > LATE
    alarm.officer, alarm.deputy = named.officer, named.deputy
    alarm.level = Alarm.OFFICER if named.officer else Alarm.EVERYBODY
    alarm.climbs_at = now + to_deputy if named.officer else None
    alarm.save()
    _record(node, alarm, "raise", now)
    _mail(alarm, [named.officer] if named.officer else officers_with((*_DESK, Role.APPROVER)), now)
    return alarm


def _climb(node: Node, number: int) -> bool:
    """Let one alarm climb a step, if it still may."""
    with write_transaction():
        now = node.clock()
        alarm = (
            Alarm.objects.select_for_update(of=("self",))
            .select_related("officer", "deputy", "request")
            .filter(pk=number, open=True, climbs_at__lte=now)
            .first()
        )
        if alarm is None:
            return False
        if alarm.level == Alarm.OFFICER and alarm.deputy is not None:
            alarm.level, alarm.climbs_at = Alarm.DEPUTY, now + _further(alarm)
            reached: Iterable[Officer] = [alarm.deputy]
        else:
            alarm.level, alarm.climbs_at = Alarm.EVERYBODY, None
            reached = officers_with((Role.APPROVER,))
        alarm.save(update_fields=["level", "climbs_at"])
        _record(node, alarm, "climb", now)
        _mail(alarm, reached, now)
    return True


def _further(alarm: Alarm) -> timedelta:
    """Give how long the deputy has before every approver hears of it."""
    step = alarm_steps().get(alarm.step)
    return step.to_all - step.to_deputy if step else _LOST_TO_DEPUTY


def _mail(alarm: Alarm, officers: Iterable[Officer], now: datetime) -> None:
    """Put an e-mail into the queue for each officer who has none about this alarm yet."""
    for officer in officers:
        AlarmMail.objects.get_or_create(
            alarm=alarm,
            officer=officer,
            defaults={
                "made_at": now,
                "next_at": now,
                "state": AlarmMail.WAITING if officer.email else AlarmMail.NO_ADDRESS,
            },
        )


def _record(node: Node, alarm: Alarm, step: str, now: datetime) -> None:
    facts: dict[str, JsonInput] = {
        "step": step,
        "alarm": alarm.pk,
        "request": alarm.request_id,
        "rule": alarm.rule,
        "at": alarm.step,
        "due": print_moment(alarm.due_at),
        "late": alarm.late,
        "level": alarm.level,
        "officer": alarm.officer.role_id if alarm.officer else "",
        "deputy": alarm.deputy.role_id if alarm.deputy else "",
    }
    record_decision(node=node, verb=VERB, role_id="", facts=facts, now=now)
