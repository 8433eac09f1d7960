# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 26: a requester asks consent to use evidence in a second case, or to pass it on. It is tied to the item; it ends; a reminder comes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.scenarios.crossing import Crossing, clocks_of, refused, work_once

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

LITTLE = timedelta(minutes=5)


def use_of(page: Any, use: str) -> Any:
    """Give the one question about a use."""
    (found,) = [one for one in page["uses"] if one["use"] == use]
    return found


def test_another_use_needs_the_giver_consent_which_ends_and_reminds(later_case: Crossing) -> None:
    case = later_case
    request_id, object_id = case.announced("CONSENT-1", b"the log of the server\n" * 100)
    case.accept(request_id, object_id)
    assert case.opened(object_id, "opened.log").startswith(b"the log")
    case.arrived(case.asked, request_id, "evidence.received")

    # Two questions, one for a second case and one for a third State; each tied to the item.
    words = ("request", "ask-use", request_id, "--object", object_id)
    said = refused(case.asking, *words, "--use", "onward-transfer", "--purpose", "Their court asks.")
    assert "base.field_value" in said.err
    case.approved(case.asking, *words, "--use", "other-use", "--purpose", "A second case of the same group.")
    third = ("--use", "onward-transfer", "--to", "FR", "--purpose", "Their court asks.")
    case.approved(case.asking, *words, *third)
    page = case.arrived(case.asked, request_id, "request.use-consent")
    page = case.until(lambda: both_asked(case, request_id))
    assert {(one["state"], one["object_id"]) for one in page["uses"]} == {("asked", object_id)}
    assert "answer-use" in clocks_of(page)

    # One is refused with reasons, the other granted until a day.
    consent = use_of(page, "onward-transfer")["consent"]
    answer = ("request", "answer-use", request_id, consent[:8], "refused")
    assert "base.field_value" in refused(case.asked, *answer).err
    case.approved(case.asked, *answer, "--reasons", "France may ask us itself.")
    end = (datetime.now(UTC) + timedelta(days=60)).replace(microsecond=0)
    consent = use_of(page, "other-use")["consent"]
    granted = ("request", "answer-use", request_id, consent, "granted", "--until", end.isoformat())
    case.approved(case.asked, *granted)
    page = case.until(lambda: both_answered(case, request_id))
    assert use_of(page, "onward-transfer")["reasons"] == "France may ask us itself."
    assert clocks_of(page)["consent-ends"]["due_at"].startswith(f"{end:%Y-%m-%dT%H:%M}")

    # Ten days before the end a reminder; after it, consent has ended on both sides by time alone.
    case.move_clocks(end - timedelta(days=10) + LITTLE)
    work_once(case.asking.node)
    steps = [
        one["step"]
        for one in case.asking.json("request", "alarms", request_id)
        if one["rule"] == "consent-ends"
    ]
    assert steps[0] == "d-10"
    case.move_clocks(end + LITTLE)
    for desk in (case.asking, case.asked):
        assert use_of(desk.page(request_id), "other-use")["state"] == "expired"


def both_asked(case: Crossing, request_id: str) -> Any:
    page = case.asked.page(request_id)
    return page if len(page["uses"]) == 2 else None


def both_answered(case: Crossing, request_id: str) -> Any:
    page = case.asking.page(request_id)
    states = {one["use"]: one["state"] for one in page["uses"]}
    return page if states == {"other-use": "granted", "onward-transfer": "refused"} else None
