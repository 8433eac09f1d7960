# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 9: a central authority refuses because the purpose looks political (Art. 40(22)). A step of its own, reasons, two officers; no data leave."""

import pytest

from tests.scenarios.crossing import Crossing, acts_of, refused, tracks_of

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]
REASONS = "The person asked about edits a newspaper; the facts describe an article, no entry into a server."


def consult(case: Crossing, request_id: str) -> None:
    """Offer consultation first, though this ground does not ask for it; the other side says its views."""
    said = case.asked.json(
        "request",
        "consult",
        request_id,
        "--measure",
        "disclosure",
        "--ground",
        "persecution",
        "--text",
        REASONS,
    )
    assert said
    case.arrived(case.asking, request_id, "answer.consulting")
    case.asking.json("request", "views", request_id, "--text", "The newspaper's server was entered.")
    case.arrived(case.asked, request_id, "request.views")


def test_refused_with_a_coded_ground_reasons_and_a_second_signature(case: Crossing) -> None:
    request_id = case.ask("stored-data", "POL-1")
    case.acknowledge(request_id)

    # The rights check stands by itself: with it, nothing is granted, whoever tries.
    case.asked.json(
        "request",
        "safeguard",
        "record",
        request_id,
        "rights",
        "refuse",
        "--flag",
        "journalist",
        "--reason",
        REASONS,
    )
    granting = ("request", "decide", "disclosure", request_id, "granted")
    assert "safeguards." in refused(case.asked, *granting).err

    # A refusal without reasons, or on a ground that is forbidden, is none.
    refusing = ("request", "decide", "disclosure", request_id, "refused")
    assert "decision_reasons" in refused(case.asked, *refusing, "--ground", "persecution").err
    forbidden = refused(case.asked, *refusing, "--ground", "bank-secrecy", "--reasons", REASONS)
    assert "cooperation.decision_forbidden" in forbidden.err

    consult(case, request_id)

    # One officer proposes, another signs. The ground is counted in public.
    (proposed,) = case.asked.json(*refusing, "--ground", "persecution", "--reasons", REASONS)
    assert proposed["act"] == ""
    assert [one["code"] for one in proposed["warnings"]] == ["cooperation.decision_persecution"]
    case.asked.json("act", "approve", str(proposed["proposal"]), by="approver")
    page = case.arrived(case.asking, request_id, "answer.decided")
    (decision,) = acts_of(page, "answer.decided")
    assert (decision["body"]["grounds"], decision["body"]["reasons"]) == (["persecution"], REASONS)
    assert decision["body"]["consulted_at"]
    assert [one["role_id"] for one in decision["approved_by"]] == ["at-duty-1", "at-approver-1"]
    assert tracks_of(page)["disclosure"] == "refused"
    assert page["evidence"] == []
