# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of what is said beside a decision, in a real browser: drafts shown first, consent to another use, disputes."""

from collections.abc import Callable

import pytest

from longbien.actions.cooperation.answers.dispute import raise_dispute
from longbien.actions.cooperation.answers.use import ask_use
from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.sharing.comment import comment
from longbien.actions.cooperation.sharing.share import share
from longbien.store import models
from tests.actions.steps import opened
from tests.browser.conftest import Visitor
from tests.pair import Pair
from tests.requests import preservation


def shown(pair: Pair) -> str:
    """Show a draft to AT, with a comment from there; give its number."""
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(
            node=vn.node,
            actor=duty,
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(reference="C-2026/777"),
        )
        waiting = share(node=vn.node, actor=duty, request_id=kept.request_id, note="Is this enough?")
        vn.approve(waiting.proposal)
        number = models.Request.objects.get(pk=kept.request_id).consultation
    pair.settle()
    with pair.at as at:
        duty = at.officers["duty"]
        comment(node=at.node, actor=duty, consultation=number, field="facts", text="Say when it was.")
        comment(node=at.node, actor=duty, consultation=number, text="Otherwise complete.")
    pair.settle()
    return number


def beside(pair: Pair) -> str:
    """Bring a case to a question of consent and a dispute; give its number."""
    request_id, object_id, _ = opened(pair, b"one line of a log\n" * 100)
    with pair.vn as vn:
        duty = vn.officers["duty"]
        first = ask_use(
            node=vn.node,
            actor=duty,
            request_id=request_id,
            use="onward-transfer",
            recipient="FR",
            purpose="Their court asks.",
            object_id=object_id,
        )
        second = raise_dispute(node=vn.node, actor=duty, request_id=request_id, text="The period is short.")
        vn.approve(first.proposal)
        vn.approve(second.proposal)
    pair.settle()
    return request_id


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("width", [360, 1200])
def test_no_page_beside_a_decision_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str, width: int
) -> None:
    number, request_id = shown(pair), beside(pair)
    visitor = desk(pair.at, "duty", language, width=width)
    for path in (
        "/requests/consultations/",
        f"/requests/consultations/{number}/",
        f"/requests/{request_id}/",
        f"/requests/{request_id}/say/consult/",
        f"/requests/{request_id}/say/answer-use/",
        f"/requests/{request_id}/say/answer-dispute/",
    ):
        visitor.open(path)
        assert visitor.violations() == [], path
        assert visitor.page.get_attribute("html", "dir") == direction
        assert visitor.overflow() == 0, path
    assert visitor.complaints == []
