# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What alarms ask of the rows: what rings, what climbs, whose they are, which e-mails wait."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_alarms import Alarm, AlarmMail, Assignment
from longbien.store.models.people import Officer


def requests_ringing(now: datetime, limit: int) -> list[str]:
    """Give the requests whose next alarm is due, the earliest first."""
    rows = Request.objects.filter(next_alarm__lte=now).order_by("next_alarm")
    return list(rows.values_list("request_id", flat=True)[:limit])


def raised_alarms(request_id: str) -> list[Alarm]:
    """Give every alarm of a request."""
    return list(Alarm.objects.filter(request_id=request_id).order_by("id"))


def alarms_climbing(now: datetime, limit: int) -> list[Alarm]:
    """Give the open alarms that nobody has acknowledged in time."""
    rows = Alarm.objects.filter(open=True, climbs_at__lte=now).select_related("officer", "deputy", "request")
    return list(rows.order_by("climbs_at", "id")[:limit])


def open_alarms(limit: int) -> list[Alarm]:
    """Give the open alarms, those first whose clock ends first."""
    rows = Alarm.objects.filter(open=True).select_related("officer", "deputy", "request")
    return list(rows.order_by("due_at", "rings_at", "id")[:limit])


def alarms_of(officer: Officer, *, everybody: bool) -> QuerySet[Alarm]:
    """Give the open alarms that have reached an officer; with `everybody`, those too that have climbed to all who may acknowledge one."""
    mine = Q(officer=officer) | Q(deputy=officer, level__in=(Alarm.DEPUTY, Alarm.EVERYBODY))
    if everybody:
        mine |= Q(level=Alarm.EVERYBODY)
    return Alarm.objects.filter(open=True).filter(mine)


def same_clock(alarm: Alarm) -> QuerySet[Alarm]:
    """Give the open alarms of the same clock up to this one."""
    clock = {"request_id": alarm.request_id, "rule": alarm.rule, "item": alarm.item, "due_at": alarm.due_at}
    return Alarm.objects.filter(open=True, rings_at__lte=alarm.rings_at, **clock)


def assignment_of(request_id: str) -> Assignment | None:
    """Give whom a request is given to now, or None."""
    rows = Assignment.objects.filter(request_id=request_id, ended_at=None)
    return rows.select_related("officer", "deputy").first()


def assignments_of(request_ids: Collection[str]) -> dict[str, Assignment]:
    """Give whom each of these requests is given to now."""
    rows = Assignment.objects.filter(request_id__in=request_ids, ended_at=None)
    return {row.request_id: row for row in rows.select_related("officer", "deputy")}


def officers_with(roles: Collection[str]) -> list[Officer]:
    """Give the officers whose account is open and who hold one of these roles, by role id."""
    rows = Officer.objects.filter(is_active=True, grants__ended_at=None, grants__role__in=roles)
    return list(rows.exclude(role_id="").distinct().order_by("role_id"))


def mails_waiting(now: datetime, limit: int) -> list[AlarmMail]:
    """Give the e-mails that may be tried now, the oldest first."""
    rows = AlarmMail.objects.filter(state=AlarmMail.WAITING, next_at__lte=now)
    return list(rows.select_related("alarm", "officer").order_by("id")[:limit])
