# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a draft shown before it is sent, and the sayings beside a decision."""

from collections.abc import Callable
from typing import Any

from longbien.actions.cooperation.drafts.draft import draft
from longbien.core.sealing.act import read_signed_act
from longbien.store import models
from tests.actions.steps import opened, send
from tests.pair import Pair
from tests.requests import preservation


def test_a_draft_is_shown_from_its_page_and_commented_beside_its_fields(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    with pair.vn as vn:
        kept = draft(
            node=vn.node,
            actor=vn.officers["duty"],
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(),
        )
    duty = desk(pair.vn, "duty")
    done = duty.post(f"/requests/{kept.request_id}/share/", {"note": "Enough?"}, follow=True)
    assert "once a second person has approved it" in done.content.decode()
    with pair.vn as vn:
        number = models.Request.objects.get(pk=kept.request_id).consultation
        vn.approve(models.Proposal.objects.get(thread=number).pk)
    pair.settle()
    other = desk(pair.at, "duty")
    assert f"/requests/consultations/{number}/" in other.page("/requests/consultations/")
    page = other.page(f"/requests/consultations/{number}/")
    for words in (
        "No legal effect.",
        "Enough?",
        "A server was entered with guessed passwords.",
        "Comment on this",
    ):
        assert words in page, words
    empty = other.post(f"/requests/consultations/{number}/", {"field": "facts", "text": ""})
    assert empty.status_code == 409
    other.post(f"/requests/consultations/{number}/", {"field": "facts", "text": "Say when."}, follow=True)
    pair.settle()
    assert "Say when." in duty.page(f"/requests/consultations/{number}/")
    assert "What was said so far" in duty.page(f"/requests/{kept.request_id}/draft/")
    done = other.post(f"/requests/consultations/{number}/close/", {"note": "By telephone."}, follow=True)
    assert "consultation ended" in done.content.decode()
    assert other.get("/requests/consultations/nothing/").status_code in (404, 409)


def test_what_is_said_beside_a_decision_has_its_forms(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id, object_id, _ = opened(pair)
    duty, asked = desk(pair.vn, "duty"), desk(pair.at, "duty")
    path = f"/requests/{request_id}/say"
    wrong = duty.post(
        f"{path}/ask-use/", {"use": "onward-transfer", "purpose": "Their court.", "object_id": ""}
    )
    assert "Name the State or organisation." in wrong.content.decode()
    given = {"use": "onward-transfer", "purpose": "Their court.", "recipient": "FR", "object_id": object_id}
    assert "once a second person" in duty.post(f"{path}/ask-use/", given, follow=True).content.decode()
    with pair.vn as vn:
        vn.approve(models.Proposal.objects.get(kind="request.use-consent").pk)
    pair.settle()
    shown = asked.page(f"/requests/{request_id}/")
    assert "Consent to another use" in shown
    assert "consent asked" in shown
    answer = {
        "consent": shown_consent(pair),
        "decision": "refused",
        "reasons": "",
        "condition-TOTAL_FORMS": "0",
        "condition-INITIAL_FORMS": "0",
    }
    assert "Reasons must be given." in asked.post(f"{path}/answer-use/", answer).content.decode()
    done = asked.post(f"{path}/answer-use/", {**answer, "reasons": "Not there."}, follow=True)
    assert done.redirect_chain == [(f"/requests/{request_id}/", 302)]


def shown_consent(pair: Pair) -> str:
    """Give the number of the one question that was asked."""
    with pair.at:
        body = models.Act.objects.get(kind="request.use-consent")
    _, act = read_signed_act(bytes(body.envelope))
    return str(act.body["consent"])


def test_every_saying_that_a_page_offers_has_a_page(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation(traffic_path=True))
    for side in (pair.at, pair.vn):
        duty = desk(side, "duty")
        page = duty.page(f"/requests/{request_id}/")
        names = {part.split("/")[0] for part in page.split(f"/requests/{request_id}/say/")[1:]}
        assert names
        for name in names:
            assert duty.get(f"/requests/{request_id}/say/{name}/").status_code == 200, name
