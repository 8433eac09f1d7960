# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Four eyes on the pages: exactly what will be signed, nobody's own, a rejection with its reason; and acts as files."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.core.sealing.dsse import envelope_digest
from tests.actions.steps import send
from tests.pair import Pair
from tests.requests import preservation

QUERIES = 10


def propose(pair: Pair, reference: str = "C-1") -> tuple[str, int]:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(
            node=vn.node,
            actor=duty,
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(reference=reference),
        )
        return kept.request_id, submit(node=vn.node, actor=duty, request_id=kept.request_id).proposal


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    pair: Pair, desk: Callable[..., Any], count: int
) -> None:
    for number in range(count):
        propose(pair, f"C-{number}")
    approver = desk(pair.vn, "approver")
    approver.page("/proposals/")
    with pair.vn, CaptureQueriesContext(connection) as queries:
        page = approver.page("/proposals/")
        assert len(queries) == QUERIES
    assert page.count("you may approve") == count


def test_the_page_shows_exactly_what_will_be_signed(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id, number = propose(pair)
    approver = desk(pair.vn, "approver")
    page = approver.page(f"/proposals/{number}/")
    assert "8.8.8.8" in page
    letter = page.split('<pre class="lb-letter" dir="ltr" tabindex="0">')[1].split("</pre>")[0]
    shown = json.loads(letter.replace("&quot;", '"').replace("&#x27;", "'"))
    done = approver.post(f"/proposals/{number}/approve/", follow=True)
    assert done.redirect_chain == [(f"/requests/{request_id}/", 302)]
    assert "Signed, written to the log and on its way." in done.content.decode()
    pair.settle()
    envelope = desk(pair.at, "duty")
    digest = done.content.decode().split("/acts/")[1].split("/")[0]
    data = envelope.get(f"/acts/{digest}/envelope/").content
    assert envelope_digest(data) == digest
    assert shown["fields"]["reference"] == "C-1"


def test_nobody_approves_his_own(pair: Pair, desk: Callable[..., Any]) -> None:
    _, number = propose(pair)
    duty = desk(pair.vn, "duty")
    page = duty.page(f"/proposals/{number}/")
    assert "somebody else has to decide" in page
    assert "Approve and sign" not in page
    assert duty.post(f"/proposals/{number}/approve/").status_code == 403


def test_a_rejection_keeps_its_reason(pair: Pair, desk: Callable[..., Any]) -> None:
    _, number = propose(pair)
    approver = desk(pair.vn, "approver")
    assert approver.post(f"/proposals/{number}/reject/", {"reason": ""}).status_code == 409
    approver.post(f"/proposals/{number}/reject/", {"reason": "Wrong State."})
    page = approver.page(f"/proposals/{number}/")
    assert "Wrong State." in page
    assert "Approve and sign" not in page
    assert approver.post(f"/proposals/{number}/approve/").status_code == 409


def test_an_unknown_proposal_is_a_page(pair: Pair, desk: Callable[..., Any]) -> None:
    assert desk(pair.vn, "approver").get("/proposals/999/").status_code == 404


def test_receipts_are_files(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    duty = desk(pair.vn, "duty")
    digest = duty.page(f"/requests/{request_id}/").split("/acts/")[1].split("/")[0]
    for side in ("own", "partner"):
        response = duty.get(f"/acts/{digest}/receipt/{side}/")
        assert set(json.loads(response.content)) == {"leaf", "proof"}
        assert response["Content-Disposition"].startswith("attachment; filename=")
    assert duty.get(f"/acts/{digest}/receipt/nobody/").status_code == 404
    assert duty.get("/acts/" + "0" * 64 + "/envelope/").status_code == 404
