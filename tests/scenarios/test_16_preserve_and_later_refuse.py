# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 16: a partner preserves although dual criminality fails, and later refuses disclosure. Two decisions, two grounds."""

import pytest

from tests.scenarios.crossing import Crossing, acts_of, refused, tracks_of

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

OFFENCE: dict[str, object] = {"offences": ["serious-crime"], "maximum_penalty_years": "5"}
"""An offence that the Convention does not establish: a serious crime at VN, none at AT."""


def test_preserved_yes_disclosed_no(case: Crossing) -> None:
    first = case.ask("preservation", "DUAL-1", **OFFENCE)
    case.acknowledge(first)

    # Want of dual criminality is no ground against preservation; AT has made no reservation to Art. 42(5).
    offered = case.asked.page(first)["grounds"]["preservation"]
    for ground in ("no-dual-criminality", "dual-criminality-foreseen"):
        assert ground not in offered
        words = ("request", "decide", "preservation", first, "refused", "--ground", ground)
        said = refused(case.asked, *words, "--reasons", "The act is no offence here.")
        assert "cooperation.decision_" in said.err

    # So the data are kept, and the requesting State is warned early.
    warning = "The act may be no offence here: disclosure may fail. Will you go on?"
    case.asked.json("request", "ask", first, "--questions", warning, "--concern", "dual-criminality-doubtful")
    case.keep(first)
    page = case.arrived(case.asking, first, "answer.information-wanted", "answer.executed")
    assert tracks_of(page)["preservation"] == "in-force"
    (question,) = acts_of(page, "answer.information-wanted")
    assert question["body"]["concern"] == "dual-criminality-doubtful"

    # Later: disclosure is refused, for a ground of its own, with reasons, by two officers. No data leave.
    second = case.ask(
        "stored-data", "DUAL-2", status="follow-up-preservation", previous_preservation=first, **OFFENCE
    )
    case.acknowledge(second)
    assert "no-dual-criminality" in case.asked.page(second)["grounds"]["disclosure"]
    words = ("request", "decide", "disclosure", second, "refused", "--ground", "no-dual-criminality")
    case.approved(case.asked, *words, "--reasons", "The act described is no offence under our law.")
    page = case.arrived(case.asking, second, "answer.decided")
    assert tracks_of(page)["disclosure"] == "refused"
    (decision,) = acts_of(page, "answer.decided")
    assert decision["body"]["grounds"] == ["no-dual-criminality"]
    assert [one["role_id"] for one in decision["approved_by"]] == ["at-duty-1", "at-approver-1"]
    assert page["evidence"] == []

    # The preservation stands by itself: it runs on until its end, on both sides.
    for desk in (case.asking, case.asked):
        assert tracks_of(desk.page(first))["preservation"] == "in-force"


def test_with_the_reservation_of_42_5_preservation_may_be_refused_too(case: Crossing) -> None:
    """Art. 42(5): only where reserved, and only for offences that the Convention does not establish."""
    words = ("treaty", "status", "add", "AT", "reservation", "2026-01-05", "--article", "42.5")
    event = case.asked.json(*words, "--source", "Made for an exercise", "--confidence", "high")["id"]
    outside = case.ask("preservation", "DUAL-3", **OFFENCE)
    inside = case.ask("preservation", "DUAL-4")
    ground = (
        "refused",
        "--ground",
        "dual-criminality-foreseen",
        "--reasons",
        "No offence here, nor will it be.",
    )
    for request_id in (outside, inside):
        case.acknowledge(request_id)

    said = refused(case.asked, "request", "decide", "preservation", inside, *ground)
    assert "cooperation.decision_reserved" in said.err
    assert "dual-criminality-foreseen" in case.asked.page(outside)["grounds"]["preservation"]
    case.approved(case.asked, "request", "decide", "preservation", outside, *ground)
    page = case.arrived(case.asking, outside, "answer.decided")
    assert tracks_of(page)["preservation"] == "refused"

    # Withdrawn, it is no ground any more.
    case.asked.node.run("treaty", "status", "strike", event, "--why", "End of the exercise.", by="duty")
    assert "dual-criminality-foreseen" not in case.asked.page(inside)["grounds"]["preservation"]
