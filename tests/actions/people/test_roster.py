# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duty roster: whose turn it is, planned and called off with a trace."""

from datetime import datetime, timedelta

import pytest

from longbien.actions.node import Node
from longbien.actions.people.roster import DUTY, ON_CALL, call_off_turn, on_turn, plan_turn, roster
from longbien.core.base.errors import LongBienError
from longbien.store import models
from tests.authority import authority
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def node(clock: Clock) -> Node:
    return make_node(authority("VN"), clock=clock)


def refused(code: str) -> "pytest.RaisesExc[LongBienError]":
    return pytest.raises(LongBienError, match=code.replace(".", r"\."))


def plan(node: Node, officer: models.Officer, begins: datetime, hours: float, kind: str = DUTY) -> int:
    boss = models.Officer.objects.filter(username="boss").first() or make_officer("boss", "operator")
    ends = begins + timedelta(hours=hours)
    return plan_turn(node=node, actor=boss, officer=officer, kind=kind, begins_at=begins, ends_at=ends).pk


def test_who_is_at_the_desk_and_who_is_on_call(node: Node, clock: Clock) -> None:
    day, night = make_officer("day", "duty-officer"), make_officer("night", "duty-officer")
    home = make_officer("home", "approver")
    plan(node, day, clock.now, 8)
    plan(node, night, clock.now + timedelta(hours=8), 8)
    plan(node, home, clock.now, 24, ON_CALL)
    assert [one.username for one in on_turn(DUTY, clock.now)] == ["day"]
    assert [one.username for one in on_turn(ON_CALL, clock.now)] == ["home"]
    clock.go(hours=8)  # the moment at which one turn ends is the next one's
    assert [one.username for one in on_turn(DUTY, clock.now)] == ["night"]
    clock.go(hours=16)
    assert (on_turn(DUTY, clock.now), on_turn(ON_CALL, clock.now)) == ([], [])


def test_a_closed_account_is_nobodys_alarm(node: Node, clock: Clock) -> None:
    officer = make_officer("gone", "duty-officer")
    plan(node, officer, clock.now, 8)
    officer.is_active = False
    officer.save()
    assert on_turn(DUTY, clock.now) == []
    with refused("people.turn_closed_account"):
        plan(node, officer, clock.now, 8, ON_CALL)


def test_a_turn_is_called_off_once_and_both_are_in_the_log(node: Node, clock: Clock) -> None:
    officer = make_officer("day", "duty-officer")
    number = plan(node, officer, clock.now, 8)
    boss = models.Officer.objects.get(username="boss")
    (seen,) = roster(node=node, actor=officer)
    assert (seen.officer, seen.kind, seen.planned_by, seen.now) == ("zz-day", DUTY, "zz-boss", True)
    with refused("people.not_permitted"):
        call_off_turn(node=node, actor=officer, number=number)
    call_off_turn(node=node, actor=boss, number=number)
    with refused("people.turn_over"):
        call_off_turn(node=node, actor=boss, number=number)
    with refused("people.turn_unknown"):
        call_off_turn(node=node, actor=boss, number=99)
    assert (roster(node=node, actor=officer), on_turn(DUTY, clock.now)) == ([], [])
    assert models.DecisionRecord.objects.filter(verb="people.roster").count() == 2


def test_what_is_no_turn_is_refused(node: Node, clock: Clock) -> None:
    officer = make_officer("day", "duty-officer")
    for begins, hours in (
        (clock.now, 0),
        (clock.now, -1),
        (clock.now - timedelta(days=2), 8),
        (clock.now, 800),
    ):
        with refused("people.turn_time"):
            plan(node, officer, begins, hours)
    with refused("people.turn_kind"):
        plan(node, officer, clock.now, 8, "night")
    plan(node, officer, clock.now, 8)
    with refused("people.turn_double"):
        plan(node, officer, clock.now + timedelta(hours=7), 8)
    plan(node, officer, clock.now + timedelta(hours=8), 8)
