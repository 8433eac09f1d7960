# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 28: a lawyer extradites. Arrest at day 0, the clock of the State that arrests, its list of papers, its alarm, and 37(11)."""

import json
from datetime import datetime, timedelta

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.moments import parse_moment
from tests.requests import complete
from tests.scenarios.crossing import Crossing, clocks_of, refused, tracks_of, work_once
from tools.crossing import Page
from tools.nodes import APPROVER

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

REASON = ("--reason", "Exercise: an ordinary case of illegal access.")
STEPS = {
    "sender": ("verified", *REASON),
    "rights": ("clear", *REASON),
    "scope": ("inside", *REASON),
    "dual-criminality": ("met", "--ours", "Section 12", "--theirs", "Section 7", *REASON),
    "necessity": ("necessary", *REASON),
}


def drafted(case: Crossing, kind: str, raw: dict[str, Json], *attached: str) -> tuple[str, list[str]]:
    """Draft a request with papers; give its id and the codes that stop it."""
    file = case.folder / f"{kind}.yaml"
    file.write_text(json.dumps(raw), encoding="utf-8")
    words = ["request", "new", kind, "--to", "AT", "--file", str(file)]
    for name in attached:
        paper = case.folder / f"{name}.pdf"
        paper.write_bytes(b"%PDF-1.7 exercise\n")
        words += ["--attach", f"{name}={paper}"]
    made = case.asking.json(*words)
    return str(made["request_id"]), [one["code"] for one in made["standing"]]


def sent(case: Crossing, request_id: str) -> None:
    proposal = str(case.asking.json("request", "submit", request_id)["proposal"])
    case.asking.json("act", "approve", proposal, by=APPROVER)


def safeguarded(case: Crossing, request_id: str) -> None:
    """Take the steps of the State that is asked, as far as they are open."""
    for one in case.asked.page(request_id)["safeguards"]:
        if one["state"] == "open" and one["step"] in STEPS:
            case.asked.json("request", "safeguard", "record", request_id, one["step"], *STEPS[one["step"]])


def test_arrested_for_forty_days_then_refused_for_nationality_and_prosecuted_at_home(
    later_case: Crossing,
) -> None:
    case = later_case
    arrest, release = arrested(case)
    warned(case, arrest, release)
    extradition = followed(case, arrest)
    prosecuted(case, arrest, extradition)


def arrested(case: Crossing) -> tuple[str, datetime]:
    """Day 0: the asked State arrests and states it; the day of release is that of its own published requirements."""
    raw = complete("provisional-arrest", reference="ARREST-1", warrant=None)
    arrest, stops = drafted(case, "provisional-arrest", raw)
    assert stops == []
    sent(case, arrest)
    case.acknowledge(arrest)
    safeguarded(case, arrest)
    case.approved(case.asked, "request", "decide", "arrest", arrest, "granted")
    case.approved(case.asked, "request", "execute", arrest, "--measure", "arrest", "--outcome", "executed")
    page = case.arrived(case.asking, arrest, "answer.executed")
    assert tracks_of(page)["arrest"] == "in-force"
    (held,) = page["state"]["held"]
    since, until = parse_moment(held["since"]), parse_moment(held["until"])
    assert until - since == timedelta(days=40)
    for desk in (case.asking, case.asked):
        clock = clocks_of(desk.page(arrest))["arrest-ends"]
        assert (parse_moment(clock["due_at"]), clock["nature"], clock["loses"]) == (until, "legal", "person")
    return arrest, until


def warned(case: Crossing, arrest: str, release: datetime) -> None:
    """Ten days before the release, an alarm; the request for extradition stands on top of what burns."""
    case.move_clocks(release - timedelta(days=10) + timedelta(minutes=5))
    work_once(case.asking.node)
    alarms = [one for one in case.asking.json("request", "alarms", arrest) if one["rule"] == "arrest-ends"]
    assert [one["step"] for one in alarms] == ["d-10"]
    assert arrest in {one["request_id"] for one in case.asking.json("request", "burning")["rows"]}


def followed(case: Crossing, arrest: str) -> str:
    """Ask for extradition: the asked State's list of papers stops what lacks one; then the person stays held for it."""
    raw = complete("extradition", reference="EXTRADITE-1", previous_arrest=arrest, warrant=None)
    incomplete, stops = drafted(case, "extradition", raw, "warrant")
    assert "cooperation.check.missing_by_profile" in stops
    assert "missing_by_profile" in refused(case.asking, "request", "submit", incomplete).err
    extradition, stops = drafted(case, "extradition", raw, "warrant", "provisions_document")
    assert stops == []
    sent(case, extradition)
    case.arrived(case.asked, extradition, "request.extradition")
    for desk in (case.asking, case.asked):
        assert tracks_of(desk.page(arrest))["arrest"] == "converted"
    return extradition


def prosecuted(case: Crossing, arrest: str, extradition: str) -> None:
    """Refused for nationality alone, after consultation: the person is free, and the case goes to the own authorities (37(11))."""
    case.acknowledge(extradition)
    words = ("request", "consult", extradition, "--measure", "surrender", "--ground", "nationality")
    case.asked.json(*words, "--text", "The person is our national.")
    case.arrived(case.asking, extradition, "answer.consulting")
    case.asking.json("request", "views", extradition, "--text", "Then submit the case to your own court.")
    case.arrived(case.asked, extradition, "request.views")
    words = ("request", "decide", "surrender", extradition, "refused", "--ground", "nationality")
    case.approved(case.asked, *words, "--reasons", "Our constitution bars the surrender of nationals.")
    case.arrived(case.asking, extradition, "answer.decided")
    words = ("request", "execute", extradition, "--measure", "surrender", "--outcome", "own-prosecution")
    case.approved(case.asked, *words, "--note", "Submitted to the public prosecutor in Vienna.")
    for desk in (case.asking, case.asked):
        page: Page = case.arrived(desk, extradition, "answer.executed")
        assert tracks_of(page)["surrender"] == "own-prosecution"
        decided = next(one for one in page["thread"] if one["kind"] == "answer.decided")
        assert decided["body"]["consulted_at"]
        assert tracks_of(desk.page(arrest))["arrest"] == "released"
