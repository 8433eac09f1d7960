# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 1: a duty officer gets an urgent preservation request at 03:00 from a known partner."""

import time

import pytest

from tests.scenarios.crossing import Crossing, clocks_of, fields_of, tracks_of

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def test_an_urgent_request_is_receipted_seen_whole_and_acknowledged_in_one_act(case: Crossing) -> None:
    request_id = case.ask(
        "preservation", "URGENT-1", urgency="volatile-data", urgency_reason="The log is deleted tonight."
    )
    sent = time.monotonic()
    (act,) = case.receipted(case.asking, request_id)["thread"]
    assert time.monotonic() - sent < 60
    assert (act["receipt"]["party"], act["receipt"]["outcome"]) == ("AT", "stored")

    # Urgent and unseen, with the clock of an urgent request.
    rows = case.asked.json("request", "list")["rows"]
    (row,) = [one for one in rows if one["request_id"] == request_id]
    assert (row["unseen"], row["urgency"], row["due_rule"]) == (True, "volatile-data", "acknowledge")

    # One page: who sent it, with which keys and approvals; facts; identifiers; legal basis; clocks of both States.
    page = case.asked.page(request_id)
    (act,) = page["thread"]
    assert [one["role_id"] for one in act["approved_by"]] == ["vn-duty-1", "vn-approver-1"]
    assert len(act["sign_keys"]) == 2
    assert act["carriage"] == "received"
    fields = fields_of(page)
    assert fields["facts"]["value"] == "A server was entered with guessed passwords."
    assert fields["identifiers"]["value"][0]["port"] == 51515
    assert page["basis"]["label"] == "EXERCISE: assumed in force"
    clock = clocks_of(page)["acknowledge"]
    assert (clock["ours"], clock["state"]) == (True, "running")
    assert (clock["here_zone"], clock["there_zone"]) == ("Europe/Vienna", "Asia/Ho_Chi_Minh")
    assert "answer.acknowledged" in page["may"]

    # One act acknowledges; it stops the clock on both sides.
    case.acknowledge(request_id)
    for found in (case.arrived(case.asking, request_id, "answer.acknowledged"), case.asked.page(request_id)):
        assert clocks_of(found)["acknowledge"]["state"] == "stopped"
        assert tracks_of(found)["request"] == "acknowledged"
