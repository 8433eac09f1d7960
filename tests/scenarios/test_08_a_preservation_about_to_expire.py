# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 8: a preservation is about to expire. Three warnings to a named person and a deputy; one act extends; a lapse says so."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.scenarios.crossing import Crossing, refused, tracks_of, work_once
from tools.nodes import APPROVER

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

END = datetime(2027, 3, 1, tzinfo=UTC)
LONGER = datetime(2027, 6, 1, tzinfo=UTC)
LITTLE = timedelta(minutes=5)


def alarms(case: Crossing, request_id: str) -> list[Any]:
    """Give the alarms of the end of the preservation at VN, the oldest first."""
    found = case.asking.json("request", "alarms", request_id)
    return [one for one in reversed(found) if one["rule"] == "preservation-ends"]


def rung(case: Crossing, request_id: str, moment: datetime) -> Any:
    """Go to a moment and let VN's worker take its turn; give the newest alarm."""
    case.move_clocks(moment)
    work_once(case.asking.node)
    return alarms(case, request_id)[-1]


def test_warned_three_times_extended_by_one_act_and_a_lapse_cannot_be_dated_back(
    later_case: Crossing,
) -> None:
    case = later_case
    request_id = case.preserved("EXPIRES-1")
    case.asking.json("request", "assign", request_id, "--to", "vn-duty-1", "--deputy", "vn-approver-1")
    warned(case, request_id)
    extended(case, request_id)
    lapsed(case, request_id)


def warned(case: Crossing, request_id: str) -> None:
    """At D-21, D-10 and D-3, to the named person; who does not look is joined by the deputy."""
    vn = case.asking
    first = rung(case, request_id, END - timedelta(days=21) + LITTLE)
    assert (first["step"], first["officer"], first["deputy"]) == ("d-21", "vn-duty-1", "vn-approver-1")
    assert (first["level"], first["late"], len(alarms(case, request_id))) == ("officer", False, 1)
    vn.json("request", "seen", str(first["number"]))
    assert rung(case, request_id, END - timedelta(days=10) + LITTLE)["step"] == "d-10"
    climbed = rung(case, request_id, END - timedelta(days=10) + timedelta(hours=9))
    assert (climbed["step"], climbed["level"]) == ("d-10", "deputy")
    mine = [one for one in vn.json("request", "alarms", by=APPROVER) if one["mine"]]
    assert "d-10" in {one["step"] for one in mine}
    assert rung(case, request_id, END - timedelta(days=3) + LITTLE)["step"] == "d-3"
    assert vn.json("request", "burning")["rows"][0]["request_id"] == request_id


def extended(case: Crossing, request_id: str) -> None:
    """One act asks for it, one grants it; the alarms end."""
    vn, at = case.asking, case.asked
    words = (
        "request",
        "extend",
        request_id,
        "--until",
        LONGER.isoformat(),
        "--reason",
        "The trial is later.",
    )
    assert vn.json(*words)[0]["act"]
    case.arrived(at, request_id, "request.extension")
    since = at.page(request_id)["state"]["kept"][0]["since"]
    words = ("request", "execute", request_id, "--measure", "preservation", "--outcome", "executed")
    at.json(*words, "--since", since, "--until", LONGER.isoformat())
    case.until(lambda: tracks_of(vn.page(request_id))["preservation"] == "extended")
    assert {one["open"] for one in alarms(case, request_id)} == {False}


def lapsed(case: Crossing, request_id: str) -> None:
    """Nobody does anything more: both records say when it ended, and no later act dates it back."""
    told = rung(case, request_id, LONGER + timedelta(days=1))
    assert (told["step"], told["due_at"], told["open"]) == ("lapsed", "2027-06-01T00:00:00.000Z", True)
    for desk in (case.asking, case.asked):
        page = desk.page(request_id)
        assert tracks_of(page)["preservation"] == "lapsed"
        assert page["state"]["kept"][-1]["until"] == "2027-06-01T00:00:00.000Z"
    said = refused(
        case.asking, "request", "extend", request_id, "--until", "2027-09-01", "--reason", "Too late."
    )
    assert "cooperation.preservation_lapsed" in said.err
    since = case.asked.page(request_id)["state"]["kept"][0]["since"]
    words = ("request", "execute", request_id, "--measure", "preservation", "--outcome", "executed")
    case.asked.node.run(*words, "--since", since, "--until", "2027-09-01", by="duty", expect=None)
    kept = case.asked.page(request_id)["state"]["kept"]
    assert kept[0]["until"] == "2027-06-01T00:00:00.000Z"  # the gap stays, whatever is said afterwards
