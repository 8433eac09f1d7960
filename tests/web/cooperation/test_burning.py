# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The night shift's page."""

from collections.abc import Callable
from typing import Any

from longbien.actions.cooperation.alarms.ring import ring
from tests.actions.steps import preserved
from tests.pair import Pair


def test_the_page_shows_what_burns_and_asks_again_for_the_list_alone(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    duty = desk(pair.vn, "duty")
    assert "Nothing burns." in duty.page("/requests/burning/")
    preserved(pair, days=61)
    pair.clock.go(days=59)
    page = duty.page("/requests/burning/")
    assert "then data are lost" in page
    assert "Preservation ends" in page
    part = duty.get("/requests/burning/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Preservation ends" in part
    assert "Preservation ends" in desk(pair.vn, "auditor").page("/requests/burning/")


def test_an_alarm_stands_on_every_page_until_a_named_person_has_seen_it(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    request_id = preserved(pair, days=61)
    duty, custodian = desk(pair.vn, "duty"), desk(pair.vn, "custodian")
    given = {"officer": "vn-duty-1", "deputy": "vn-lawyer-1"}
    assert desk(pair.vn, "custodian").post(f"/requests/{request_id}/care/", given).status_code == 409
    assert duty.post(f"/requests/{request_id}/care/", given).status_code == 302
    assert duty.post(f"/requests/{request_id}/care/", given | {"deputy": "vn-duty-1"}).status_code == 409
    assert "vn-lawyer-1" in duty.page(f"/requests/{request_id}/")
    pair.clock.go(days=41)
    with pair.vn as vn:
        ring(node=vn.node)
    assert "1 alarm" in duty.page("/evidence/")
    assert "1 alarm" not in custodian.page("/evidence/")
    assert "21 days before the end" in duty.page("/requests/alarms/")
    assert "21 days before the end" in desk(pair.vn, "auditor").page("/requests/alarms/")
    assert "I have seen it" in duty.page("/requests/burning/")
    assert "I have seen it" not in custodian.page("/requests/burning/")
    assert custodian.post("/requests/alarms/1/seen/").status_code == 403
    assert duty.post("/requests/alarms/1/seen/").status_code == 302
    assert "1 alarm" not in duty.page("/evidence/")
    assert "seen by" in duty.page(f"/requests/{request_id}/care/")


def test_targets_are_set_and_ended_on_their_page(pair: Pair, desk: Callable[..., Any]) -> None:
    approver, duty = desk(pair.vn, "approver"), desk(pair.vn, "duty")
    given = {"rule": "acknowledge", "span": "2 h", "partner": "at", "urgent": "on", "reason": "Agreed."}
    assert duty.post("/requests/targets/set/", given).status_code == 403
    assert approver.post("/requests/targets/set/", given | {"span": "soon"}).status_code == 409
    assert approver.post("/requests/targets/set/", given | {"rule": "preservation-ends"}).status_code == 409
    assert approver.post("/requests/targets/set/", given).status_code == 302
    page = duty.page("/requests/targets/")
    assert "Agreed." in page
    assert "Set a target" not in page
    assert approver.post("/requests/targets/1/end/").status_code == 302
    assert "None: the times that ship" in duty.page("/requests/targets/")
