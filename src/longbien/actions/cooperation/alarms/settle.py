# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each act leaves of the alarms: when the next one rings, and those that end because their clock stopped.

A part of `advance`; nothing rings here. The hourly turn (`alarms.ring`) raises what is due.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from longbien.core.cooperation.clocks.alarms import AlarmPoint, alarm_points
from longbien.core.cooperation.clocks.clocks import PAUSED, RUNNING, Clock
from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_alarms import Alarm
from longbien.store.queries.alarms import raised_alarms

LAPSED: Final = "lapsed"
"""The step of an alarm that tells of a loss: it ends by being acknowledged only."""


def settle_alarms(request: Request, clocks: tuple[Clock, ...], now: datetime) -> None:
    """Set when the next alarm rings (the caller saves the row), and end the open alarms whose clock runs no more or ends elsewhere."""
    points = alarm_points(clocks)
    raised = raised_alarms(request.request_id)
    request.next_alarm = min((one.at for one in unraised(points, raised)), default=None)
    living = {(one.rule, one.item, one.due_at) for one in clocks if one.state in (RUNNING, PAUSED)}
    over = [
        row.pk
        for row in raised
        if row.open and row.step != LAPSED and (row.rule, row.item, row.due_at) not in living
    ]
    if over:
        Alarm.objects.filter(pk__in=over, open=True).update(open=False, ended_at=now)


def unraised(points: Iterable[AlarmPoint], raised: Iterable[Alarm]) -> list[AlarmPoint]:
    """Give the points that were not raised yet, the earliest first."""
    known = {(row.rule, row.item, row.step, row.due_at) for row in raised}
    return [
        one
        for one in points
        if (one.clock.rule, one.clock.item, one.step.step, one.clock.due_at) not in known
    ]
