# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the night shift in a real browser: what burns, alarms, targets, roster, hand-over, notes, looks."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from longbien.actions.cooperation.alarms.assign import assign
from longbien.actions.cooperation.alarms.ring import ring
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.desk.hand_over import give_shift
from longbien.actions.cooperation.desk.notes import strike_note, write_note
from longbien.actions.cooperation.targets import set_target
from longbien.actions.people.roster import DUTY, ON_CALL, plan_turn
from longbien.core.base.canonical import Json
from tests.actions.steps import preserved, send
from tests.browser.conftest import Visitor
from tests.pair import Pair
from tests.requests import complete, person

PERSONS: list[Json] = [
    person(),
    person(role="victim", name="Anna Beispiel"),
    person(role="child", name="Theo Beispiel"),
]


def night(pair: Pair) -> list[str]:
    """Bring a night about at VN; give its pages."""
    masked = send(pair, "assistance", complete("assistance", persons=PERSONS, reference="C-2026/77"))
    request_id = preserved(pair, days=61)
    with pair.vn as vn:
        node, duty, approver = vn.node, vn.officers["duty"], vn.officers["approver"]
        for kind, who in ((DUTY, "duty"), (ON_CALL, "approver")):
            turn = {
                "begins_at": pair.clock.now + timedelta(days=57),
                "ends_at": pair.clock.now + timedelta(days=60),
            }
            plan_turn(node=node, actor=vn.officers["operator"], officer=vn.officers[who], kind=kind, **turn)
        assign(node=node, actor=approver, request_id=request_id, officer=duty, deputy=vn.officers["lawyer"])
        set_target(node=node, actor=approver, rule="acknowledge", span="2 h", reason="Agreed.", urgent=True)
        pair.clock.go(days=58, hours=2)
        ring(node=node)
        withdraw(node=node, actor=duty, request_id=masked, reason="The case is closed.")
        written = write_note(
            node=node, actor=duty, request_id=masked, text="The provider calls back at nine."
        )
        strike_note(node=node, actor=duty, number=written.number, reason="Another case.")
        write_note(node=node, actor=duty, request_id=masked, text="The hearing is on Monday.")
        give_shift(node=node, actor=vn.officers["lawyer"], text="The partner calls at seven.")
    return [
        "/requests/burning/",
        "/requests/alarms/",
        "/requests/targets/",
        "/requests/hand-over/",
        "/requests/hand-over/1/",
        f"/requests/{request_id}/care/",
        f"/requests/{masked}/notes/",
        f"/requests/{masked}/look/",
        f"/requests/{masked}/",
        "/people/roster/",
    ]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_of_the_night_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str
) -> None:
    pages = night(pair)
    visitor = desk(pair.vn, "approver", language)
    visitor.check_faultless(pages, direction)
    assert visitor.complaints == []
    visitor.page.set_viewport_size({"width": 360, "height": 900})
    for path in pages:
        visitor.page.goto(visitor.base + path)
        assert (path, visitor.overflow()) == (path, 0)
