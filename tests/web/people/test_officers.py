# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works here: for operators and auditors alone."""

from collections.abc import Callable
from typing import Any

from tests.pair import Pair


def test_an_auditor_sees_every_officer_and_role(pair: Pair, desk: Callable[..., Any]) -> None:
    page = desk(pair.vn, "auditor").page("/people/")
    for role_id in ("vn-duty-1", "vn-approver-1", "vn-custodian-1", "vn-auditor-1"):
        assert role_id in page
    assert "duty officer" in page


def test_others_do_not(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.vn, "duty")
    assert duty.get("/people/").status_code == 403
    assert "/people/" not in duty.page("/log/")


def test_a_change_of_roles_takes_two_people(pair: Pair, desk: Callable[..., Any]) -> None:
    operator, second = desk(pair.vn, "operator"), desk(pair.vn, "directory")
    given = {"officer": "vn-duty-1", "step": "grant", "roles": ["custodian", "auditor"]}
    assert operator.post("/people/changes/", given).status_code == 302
    assert "Waiting for a second person" in operator.page("/people/")
    assert operator.post("/people/changes/1/approve/").status_code == 403
    assert desk(pair.vn, "auditor").post("/people/changes/1/approve/").status_code == 403
    assert second.post("/people/changes/1/approve/").status_code == 302
    page = second.page("/people/")
    assert "Waiting for a second person" not in page
    assert "Propose a change" not in page
    with pair.vn as vn:
        assert vn.officers["duty"].roles() == {"duty-officer", "custodian", "auditor"}


def test_a_wrong_change_is_explained_and_one_is_rejected(pair: Pair, desk: Callable[..., Any]) -> None:
    operator = desk(pair.vn, "operator")
    wrong = operator.post(
        "/people/changes/", {"officer": "vn-operator-1", "step": "grant", "roles": ["auditor"]}
    )
    assert wrong.status_code == 409
    assert "Nobody decides about his own roles" in wrong.content.decode()
    operator.post("/people/changes/", {"officer": "vn-duty-1", "step": "close"})
    assert operator.post("/people/changes/1/reject/").status_code == 302
    assert desk(pair.vn, "duty").post("/people/changes/", {}).status_code == 403


def test_the_roster_is_planned_by_those_who_may_and_read_by_all(pair: Pair, desk: Callable[..., Any]) -> None:
    approver, duty = desk(pair.vn, "approver"), desk(pair.vn, "duty")
    given = {
        "officer": "vn-duty-1",
        "kind": "on-call",
        "begins_at": "2026-11-22T20:00",
        "ends_at": "2026-11-30T04:00",
    }
    assert duty.post("/people/roster/plan/", given).status_code == 403
    assert approver.post("/people/roster/plan/", given).status_code == 302
    page = duty.page("/people/roster/")
    assert "on call" in page
    assert "Call off" not in page
    again = approver.post("/people/roster/plan/", given)
    assert "has such a turn" in again.content.decode()
    assert approver.post("/people/roster/1/call-off/").status_code == 302
    assert "No turn runs" in duty.page("/people/roster/")
