# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a clock alarms somebody: a point for each step of its rule, computed from the clock alone.

A step before the clock began does not ring. A clock that stands still rings nothing; one that was stopped rings nothing any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from longbien.core.cooperation.clocks.alarm_steps import AlarmStep, alarm_steps
from longbien.core.cooperation.clocks.clocks import RUNNING, Clock
from longbien.core.cooperation.clocks.rules import find_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmPoint:
    """One alarm of a clock: its step, and when it rings."""

    clock: Clock
    step: AlarmStep
    at: datetime


def alarm_points(clocks: Iterable[Clock]) -> tuple[AlarmPoint, ...]:
    """Give every alarm of the clocks that run, past and future, the earliest first."""
    found = [
        AlarmPoint(clock=clock, step=alarm_steps()[name], at=at)
        for clock in clocks
        if clock.state == RUNNING and (rule := find_rule(clock.rule)) is not None
        for name in rule.alarms
        if (at := rings_at(clock, alarm_steps()[name])) >= clock.started_at
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.clock.rule, one.clock.item, one.step.step)))


def rings_at(clock: Clock, step: AlarmStep) -> datetime:
    """Give the moment at which a step of a clock rings."""
    if step.before is not None:
        return clock.due_at - step.before
    return clock.started_at + (clock.due_at - clock.started_at) * step.percent / 100
