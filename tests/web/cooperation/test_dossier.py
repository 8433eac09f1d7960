# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A request's page, and saying something in its thread from there."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from longbien.actions.cooperation.answers.ask import ask
from tests.actions.steps import preserved, safeguarded, send
from tests.pair import Pair
from tests.requests import preservation, stored_data
from tests.web.cooperation.test_drafting import as_posted

QUERIES = 48


def test_the_page_shows_who_sends_what_is_asked_and_what_can_be_done(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    request_id = send(pair, "preservation", preservation())
    page = desk(pair.at, "duty").page(f"/requests/{request_id}/")
    for words in (
        "Sent by State VN: proven",
        "Both signatures hold",
        "8.8.8.8",
        "51515",
        "C-2026/118",
        "Acknowledge",
        "Preserve the data",
        "Decisions",
    ):
        assert words in page, words
    assert "Withdraw" not in page


def test_one_press_acknowledges(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    duty = desk(pair.at, "duty")
    done = duty.post(f"/requests/{request_id}/say/acknowledge/", {"at_once": "1"}, follow=True)
    assert done.redirect_chain == [(f"/requests/{request_id}/", 302)]
    page = done.content.decode()
    assert "Signed, written to the log and on its way." in page
    assert "/say/acknowledge/" not in page
    pair.carry(pair.at)
    assert "Acknowledgement" in desk(pair.vn, "duty").page(f"/requests/{request_id}/")


def test_an_auditor_reads_and_can_do_nothing(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    auditor = desk(pair.at, "auditor")
    assert "/say/" not in auditor.page(f"/requests/{request_id}/")
    refused = auditor.post(f"/requests/{request_id}/say/acknowledge/", {"at_once": "1"})
    assert refused.status_code == 409
    assert "may not do this" in refused.content.decode()


def test_a_decision_on_disclosure_waits_for_a_second_person(pair: Pair, desk: Callable[..., Any]) -> None:
    earlier = preserved(pair)
    raw = stored_data(status="follow-up-preservation", previous_preservation=earlier)
    request_id = send(pair, "stored-data", raw)
    safeguarded(pair.at, request_id)
    duty, approver = desk(pair.at, "duty"), desk(pair.at, "approver")
    path = f"/requests/{request_id}/say/decide-disclosure/"
    empty = duty.post(path, {"condition-TOTAL_FORMS": 0, "condition-INITIAL_FORMS": 0})
    assert empty.status_code == 409
    given = {
        "decision": "granted",
        "condition-TOTAL_FORMS": "1",
        "condition-INITIAL_FORMS": "0",
        "condition-0-code": "purpose-only",
        "condition-0-text": "For this case.",
    }
    done = duty.post(path, given, follow=True).content.decode()
    assert "once a second person has approved it" in done
    assert "Waiting for a second person" in done
    number = re.findall(r'href="/proposals/(\d+)/"', approver.page("/proposals/"))[0]
    shown = approver.page(f"/proposals/{number}/")
    assert "For this case." in shown
    approver.post(f"/proposals/{number}/approve/")
    pair.settle()
    assert "For this case." in desk(pair.vn, "duty").page(f"/requests/{request_id}/")


def test_an_unknown_request_is_a_page(pair: Pair, desk: Callable[..., Any]) -> None:
    duty = desk(pair.at, "duty")
    for path in ("/requests/" + "0" * 32 + "/", "/requests/nonsense/"):
        assert duty.get(path).status_code == 404


def test_both_decisions_stand_apart(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation(traffic_path=True))
    page = desk(pair.vn, "duty").page(f"/requests/{request_id}/")
    decisions = page.split("<h2>Decisions</h2>")[1].split("</section>")[0]
    assert re.findall(r"<dt>(.*?)</dt>", decisions) == ["Preservation", "Disclosure"]


def test_a_page_takes_the_same_number_of_queries_however_long_the_thread(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    request_id = send(pair, "preservation", preservation())
    duty = desk(pair.at, "duty")
    counts = []
    for _ in range(2):
        duty.page(f"/requests/{request_id}/")
        with pair.at, CaptureQueriesContext(connection) as queries:
            duty.page(f"/requests/{request_id}/")
            counts.append(len(queries))
        with pair.at as at:
            ask(node=at.node, actor=at.officers["duty"], request_id=request_id, questions="Which port?")
    assert counts == [QUERIES, QUERIES]


def test_a_question_is_answered_with_the_fields_that_changed(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        ask(node=at.node, actor=at.officers["duty"], request_id=request_id, questions="Whose case?")
    pair.settle()
    duty = desk(pair.vn, "duty")
    assert f"/requests/{request_id}/inform/" in duty.page(f"/requests/{request_id}/")
    page = duty.page(f"/requests/{request_id}/inform/")
    assert 'value="C-2026/118"' in page
    assert 'name="legal_basis"' not in page
    given = as_posted(preservation(relation="It is the address of the second entry."))
    del given["legal_basis"]
    assert duty.post(f"/requests/{request_id}/inform/", given).status_code == 409
    done = duty.post(f"/requests/{request_id}/inform/", given | {"answer": "See below."}, follow=True)
    assert "Signed, written to the log" in done.content.decode()
    pair.settle()
    theirs = desk(pair.at, "duty").page(f"/requests/{request_id}/")
    assert "It is the address of the second entry." in theirs
    assert "mended since" in theirs


def test_only_the_grounds_of_the_table_are_offered(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    page = desk(pair.at, "duty").page(f"/requests/{request_id}/say/decide-preservation/")
    assert 'value="essential-interests"' in page
    assert 'value="no-dual-criminality"' not in page


def test_the_proofs_of_an_act_have_a_page(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    duty = desk(pair.vn, "duty")
    digest = duty.page(f"/requests/{request_id}/").split("/acts/")[1].split("/")[0]
    page = duty.page(f"/acts/{digest}/")
    assert "Held in our log" in page
    assert "its receipt" in page
    assert "our own act" in page
