# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages that are opened seldom: an answer that completes a request, an act's proofs, people, sealing, opening, orders."""

import io
from collections.abc import Callable, Iterable

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.drafts.draft import change, draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.evidence.documents import keep_document
from longbien.actions.evidence.push import push
from longbien.actions.evidence.seal import Opened
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.forms.values import write_value
from longbien.store import models
from tests.actions.steps import accepted, look, send
from tests.authority import SINCE
from tests.browser.conftest import Visitor
from tests.pair import Pair, Side
from tests.requests import preservation, stored_data

ALL_ROLES = ("approver", "auditor", "custodian", "directory-officer", "operator")


def everything(side: Side) -> None:
    """Let the duty officer hold every role, so that one sign-in sees every page."""
    with side:
        for role in ALL_ROLES:
            side.officers["duty"].grants.create(role=role, granted_by="set-up", granted_at=SINCE)


def with_paper(pair: Pair) -> RequestId:
    """Send a request to which a court's decision is attached; let it arrive."""
    with pair.vn as vn:
        duty = vn.officers["duty"]
        raw = preservation(reference="C-2026/777")
        partner = pair.at.node.party
        request_id = draft(
            node=vn.node, actor=duty, form_id="preservation", partner=partner, raw=raw
        ).request_id
        paper = keep_document(
            node=vn.node,
            actor=duty,
            request_id=request_id,
            opened=Opened(source=io.BytesIO(b"%PDF-1.7"), size=8),
            name="quyết định.pdf",
            media_type="application/pdf",
        )
        changed = {"court_decision": write_value(paper)}
        change(node=vn.node, actor=duty, request_id=request_id, changed=changed)
        vn.approve(submit(node=vn.node, actor=duty, request_id=request_id).proposal)
    pair.carry(pair.vn)
    with pair.vn as vn:
        push(node=vn.node, open_door=lambda _url, _pin: pair.line(pair.vn), partner=pair.at.node.party)
    return request_id


def asked(pair: Pair) -> RequestId:
    """Send a request about which the other State has a question."""
    request_id = send(pair, "stored-data", stored_data(reference="C-2026/551"))
    with pair.at as at:
        duty = at.officers["duty"]
        acknowledge(node=at.node, actor=duty, request_id=request_id)
        ask(node=at.node, actor=duty, request_id=request_id, questions="Which time zone is the log in?")
    pair.carry(pair.at)
    return request_id


def returned(pair: Pair) -> RequestId:
    """Send a request that comes back to be completed."""
    request_id = send(pair, "preservation", preservation(reference="C-2026/552"))
    with pair.at as at:
        duty = at.officers["duty"]
        return_for_defects(
            node=at.node, actor=duty, request_id=request_id, reasons=("incomplete",), text="No port."
        )
    pair.carry(pair.at)
    return request_id


def requesting_pages(pair: Pair) -> list[str]:
    """Give the late pages of the State that asks."""
    paper, question, back = with_paper(pair), asked(pair), returned(pair)
    act = look(pair.vn, question).thread[0].digest
    return [
        f"/requests/{paper}/",
        f"/requests/{question}/inform/",
        f"/requests/{back}/inform/",
        f"/acts/{act}/",
        "/people/",
        "/account/factors/",
    ]


def requested_pages(pair: Pair) -> list[str]:
    """Give the late pages of the State that is asked."""
    paper = with_paper(pair)
    request_id, object_id = accepted(pair, b"one line of a log\n" * 100)
    act = look(pair.at, request_id).thread[0].digest
    return [
        f"/requests/{paper}/",
        f"/requests/{paper}/order/",
        f"/requests/{paper}/say/preserve/",
        f"/requests/{paper}/say/decide-preservation/",
        f"/acts/{act}/",
        "/evidence/seal/",
        f"/evidence/{object_id}/",
        f"/evidence/{object_id}/open/",
        f"/evidence/bundle/{request_id}/",
    ]


def faults(visitor: Visitor, pages: Iterable[str], direction: str) -> list[tuple[str, object]]:
    """Open every page; give what is wrong with it."""
    found: list[tuple[str, object]] = []
    for path in pages:
        visitor.open(path)
        found += [(path, one) for one in visitor.violations()]
        shown = visitor.page.get_attribute("html", "dir")
        found += [] if shown == direction else [(path, shown)]
        width = visitor.overflow()
        found += [(path, width)] if width else []
    return found + [("console", one) for one in visitor.complaints]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("width", [360, 1200])
def test_no_late_page_of_the_requesting_state_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str, width: int
) -> None:
    everything(pair.vn)
    pages = requesting_pages(pair)
    assert faults(desk(pair.vn, "duty", language, width=width), pages, direction) == []


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("width", [360, 1200])
def test_no_late_page_of_the_requested_state_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str, width: int
) -> None:
    everything(pair.at)
    pages = requested_pages(pair)
    assert faults(desk(pair.at, "duty", language, width=width), pages, direction) == []


def test_a_question_is_answered_on_the_page(pair: Pair, desk: Callable[..., Visitor]) -> None:
    question = asked(pair)
    visitor = desk(pair.vn, "duty")
    visitor.open(f"/requests/{question}/")
    visitor.page.click("text=Answer or complete")
    visitor.page.fill("[name=answer]", "The log is in UTC+7.")
    visitor.page.click("main form button:not([name=more]):has-text('Answer')")
    visitor.page.wait_for_selector("text=Signed, written to the log and on its way.")
    assert visitor.complaints == []


def test_a_file_is_sealed_and_opened_again_in_the_browser(pair: Pair, desk: Callable[..., Visitor]) -> None:
    everything(pair.at)
    visitor = desk(pair.at, "duty")
    visitor.open("/evidence/seal/")
    visitor.page.set_input_files(
        "[name=file]", {"name": "a.log", "mimeType": "text/plain", "buffer": b"one line"}
    )
    visitor.page.click("main form button[type=submit]")
    visitor.page.wait_for_selector("text=It stays here until it is announced.")
    visitor.page.click("text=Open and take as a file")
    visitor.page.fill("[name=purpose]", "trial")
    with visitor.page.expect_download() as waiting:
        visitor.page.click("main form button[type=submit]")
    assert waiting.value.suggested_filename == "EXERCISE-a.log"
    assert waiting.value.path().read_bytes() == b"one line"
    assert recorded(pair, visitor, "open") == 1
    assert visitor.complaints == []


def recorded(pair: Pair, visitor: Visitor, action: str) -> int:
    """Count the custody records of an action; the server writes one once the last byte has left, so it is waited for."""
    for _ in range(100):
        with pair.at:
            found = models.CustodyRecord.objects.filter(action=action).count()
        if found:
            return found
        visitor.page.wait_for_timeout(50)
    return 0
