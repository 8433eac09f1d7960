# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 2: an emergency request from a ministry's mailbox. Locked until two people called the number of the directory; oversight hears."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.scenarios.crossing import Crossing, acts_of, refused
from tools.crossing import SAFEGUARDS
from tools.nodes import APPROVER

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def test_disclosure_is_locked_until_two_people_called_back(case: Crossing) -> None:
    danger = datetime.now(UTC) + timedelta(hours=6)
    request_id = case.ask("emergency", "EMERGENCY-1", danger_at=f"{danger:%Y-%m-%d %H:%M:%S}+00:00")
    case.acknowledge(request_id)
    for step in ("rights", "necessity"):
        case.asked.json("request", "safeguard", "record", request_id, step, *SAFEGUARDS[step])
    give = ("request", "decide", "disclosure", request_id, "granted")
    assert "safeguards.missing" in refused(case.asked, *give).err

    # A number that came with the request is not one of the directory.
    call = ("request", "call-back", "record", request_id, "--reached", "desk", "--outcome", "confirmed")
    said = refused(case.asked, *call, "--number", "+84 24 9999 9999")
    assert "safeguards.number_foreign" in said.err

    # The directory's is; but one person is not two, and two names at one terminal are not two people.
    (first, *_) = case.asked.json("request", "call-back", "numbers", request_id)["numbers"]
    begun = case.asked.json(*call, "--number", first["number"])
    assert "safeguards.result" in refused(case.asked, *give).err
    answer = (
        "request",
        "call-back",
        "confirm",
        begun["code"],
        "--outcome",
        "confirmed",
        "--how",
        "Listened in.",
    )
    assert "safeguards.own_call" in refused(case.asked, *answer).err
    assert "safeguards.not_on_call" in refused(case.asked, *answer, by=APPROVER).err

    # Keeping the data has to wait for the second person as well, until the time is over.
    keep = ("request", "decide", "preservation", request_id, "granted")
    assert "safeguards.result" in refused(case.asked, *keep).err
    denied(case, request_id, first["number"])


def denied(case: Crossing, request_id: str, number: str) -> None:
    """Call again: the authority knows nothing of it. Nothing is given any more, signatures or not, and oversight has it all."""
    words = ("request", "call-back", "record", request_id, "--reached", "desk", "--outcome", "denied")
    case.asked.json(*words, "--number", number)
    give = ("request", "decide", "disclosure", request_id, "granted")
    assert "safeguards.result" in refused(case.asked, *give).err
    page = case.asked.page(request_id)
    steps = {one["step"]: one for one in page["safeguards"]}
    assert (steps["sender"]["result"], steps["sender"]["state"]) == ("not-verified", "stops")
    assert acts_of(page, "answer.decided") == []

    # Oversight has it, each entry a leaf of the log.
    entries = noticed(case, request_id)
    kinds = [one["kind"] for one in entries]
    assert kinds.count("locked-attempt") >= 3
    (entry,) = [one for one in entries if one["kind"] == "call-back-denied"]
    review = (
        "request",
        "oversight",
        "review",
        str(entry["number"]),
        "forged",
        "--outcome",
        "A stolen mailbox.",
    )
    case.asked.json(*review, by=APPROVER)
    assert noticed(case, request_id, "--open") == []


def noticed(case: Crossing, request_id: str, *words: str) -> list[Any]:
    """Give what oversight has of this request: the node of a worker's tests has other cases, too."""
    found: list[Any] = case.asked.json("request", "oversight", "list", *words, by=APPROVER)
    return [one for one in found if one["request_id"] == request_id]
