# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""When clocks alarm: at D-21, D-10 and D-3, at half of a target, at its end and at twice of it."""

from datetime import UTC, datetime, timedelta

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.cooperation.clocks.alarm_steps import alarm_steps, parse_steps
from longbien.core.cooperation.clocks.alarms import alarm_points
from longbien.core.cooperation.clocks.clocks import PAUSED, RUNNING, STOPPED, Clock
from longbien.core.cooperation.clocks.rules import clock_rules

START = datetime(2026, 11, 22, tzinfo=UTC)


def clock(rule: str, days: float, state: str = RUNNING) -> Clock:
    return Clock(
        rule=rule,
        version=1,
        nature="legal",
        acts="requesting",
        loses="data",
        item="",
        started_at=START,
        started_by="a",
        due_at=START + timedelta(days=days),
        state=state,
    )


def rings(*clocks: Clock) -> list[tuple[str, float]]:
    return [(one.step.step, (one.at - START) / timedelta(days=1)) for one in alarm_points(clocks)]


def test_a_preservation_alarms_three_times() -> None:
    assert rings(clock("preservation-ends", 60)) == [("d-21", 39), ("d-10", 50), ("d-3", 57)]


def test_a_step_before_the_beginning_does_not_ring() -> None:
    assert rings(clock("preservation-ends", 15)) == [("d-10", 5), ("d-3", 12)]


def test_a_target_alarms_at_half_at_its_end_and_beyond() -> None:
    assert rings(clock("acknowledge", 1)) == [("half", 0.5), ("end", 1), ("twice", 2), ("thrice", 3)]


def test_only_a_clock_that_runs_alarms() -> None:
    assert rings(clock("preservation-ends", 60, PAUSED), clock("acknowledge", 1, STOPPED)) == []
    assert rings(clock("unheard-of", 60)) == []


def test_every_legal_clock_and_every_clock_that_loses_data_alarms() -> None:
    quiet = {
        one.rule for one in clock_rules() if not one.alarms and (one.nature == "legal" or one.loses == "data")
    }
    assert quiet == {"ask-extension"}  # itself the tenth day before an end that alarms


def test_deputies_hear_before_everybody() -> None:
    assert all(timedelta() < one.to_deputy <= one.to_all for one in alarm_steps().values())


GOOD = """schema: longbien/alarms/1
steps:
  - step: d-1
    before: "1 d"
    to_deputy: "1 h"
    to_all: "2 h"
    source: [{ref: "house", confidence: judgement}]
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('before: "1 d"', 'before: "1 wd"'),
        ('before: "1 d"', "percent: 0"),
        ('before: "1 d"', 'before: "1 d"\n    percent: 5'),
        ('    before: "1 d"\n', ""),
        ('to_all: "2 h"', 'to_all: "30 s"'),
        ('to_deputy: "1 h"', 'to_deputy: "3 h"'),
    ],
)
def test_a_mistake_names_its_place(old: str, new: str) -> None:
    with pytest.raises(MalformedError, match=r"base\.data_mistake"):
        parse_steps(parse_yaml(GOOD.replace(old, new), source="clocks/test.yaml"))
