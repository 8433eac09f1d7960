# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 1 over HTTP: an urgent preservation request at 03:00, seen on the page of a signed-in officer, acknowledged by one act."""

import time

import pytest

from tests.plain_browser import Browser
from tools.crossing import Case
from tools.nodes import DUTY

pytestmark = [pytest.mark.two_nodes, pytest.mark.network]


def test_an_urgent_request_is_on_one_page_and_one_act_acknowledges_it(case: Case) -> None:
    begun = time.monotonic()
    request_id = case.ask(
        "preservation",
        "URGENT-1",
        urgency="volatile-data",
        urgency_reason="The provider deletes its log tonight.",
    )
    sent = time.monotonic()
    case.until(lambda: case.asking.page(request_id)["thread"][0]["receipt"])
    assert time.monotonic() - sent < 30
    officer = Browser(case.asked.node)
    officer.sign_in(DUTY)
    assert request_id in officer.get("/")
    page = officer.get(f"/requests/{request_id}/")
    for shown in (
        "EXERCISE",
        "URGENT-1",
        "8.8.8.8",
        "51515",
        "UTC+07:00",
        "UTC+01:00",
        "vn-approver-1",
    ):
        assert shown in page, shown
    officer.post(f"/requests/{request_id}/say/acknowledge/", reference="AT-24/7-1")
    case.until(
        lambda: "answer.acknowledged" in [act["kind"] for act in case.asking.page(request_id)["thread"]]
    )
    assert time.monotonic() - begun < 300
