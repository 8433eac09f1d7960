# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests and answers that come and leave outside the nodes: in the register with the others, and marked everywhere."""

from collections.abc import Mapping
from datetime import timedelta
from email.message import EmailMessage

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.outside.carry import carry_by_hand
from longbien.actions.cooperation.outside.page import page_outside
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.paper.make import act_paper
from longbien.actions.evidence.bring_in import (
    UNVERIFIED,
    Arrival,
    bring_in_answer,
    bring_in_request,
    stream_original,
    type_in,
)
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.store import models
from tests.pair import Pair, Side
from tests.requests import TODAY, preservation

ELSEWHERE = PartyId("BR")
"""A State that has no node here."""


def mail(*, body: str = "Please keep the data.", attached: bytes = b"") -> bytes:
    """Give an e-mail as it would be saved."""
    message = EmailMessage()
    message["From"] = "Ministry <desk@ministry.example>"
    message["Subject"] = "Urgent request"
    message["Message-ID"] = "<1@ministry.example>"
    message["DKIM-Signature"] = "v=1; a=rsa-sha256; d=ministry.example; s=k1; b=AAAA"
    message.set_content(body)
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="request.pdf")
    return message.as_bytes()


def arrival(data: bytes, **changed: str) -> Arrival:
    return Arrival(
        data=data,
        name="mail.eml",
        channel="e-mail",
        at=TODAY - timedelta(hours=1),
        note=changed.get("note", ""),
    )


def bring(side: Side, data: bytes, raw: Mapping[str, Json] | None = None) -> str:
    found = bring_in_request(
        node=side.node,
        actor=side.officers["duty"],
        sender=ELSEWHERE,
        arrival=arrival(data),
        form_id="preservation" if raw is not None else "",
        raw=raw,
    )
    return found.request_id


def test_a_request_by_mail_has_a_number_clocks_and_a_red_mark(pair: Pair) -> None:
    with pair.at as at:
        request_id = bring(at, mail(), preservation(reference="BR-7"))
        page = request_page(node=at.node, actor=at.officers["duty"], request_id=request_id)
        assert (page.direction, page.partner, page.reference) == ("incoming", "BR", "BR-7")
        assert page.flags == (UNVERIFIED,)
        assert page.state.request == "delivered"
        assert [one.state for one in page.clocks if one.state == "running"]
        assert [(one.kind, one.sender, one.carriage, one.direction) for one in page.thread] == [
            ("request.preservation", "BR", "outside", "received")
        ]
        (seen,) = page_outside(node=at.node, actor=at.officers["duty"], request_id=request_id)
        assert seen.seen["address"] == "Ministry <desk@ministry.example>"
        assert seen.seen["dkim_domain"] == "ministry.example"
        streamed = stream_original(
            node=at.node, actor=at.officers["duty"], request_id=request_id, act=seen.act
        )
        assert b"".join(streamed.blocks) == mail()
        row = models.Act.objects.get(thread=request_id)
        assert (row.kind, row.partner, row.leaf_index > 0) == ("statement.outside", "AT", True)


def test_what_is_answered_is_a_statement_of_our_own(pair: Pair) -> None:
    with pair.at as at:
        duty = at.officers["duty"]
        request_id = bring(at, mail(), preservation())
        assert acknowledge(node=at.node, actor=duty, request_id=request_id, reference="AT-9").made
        _decided, spoken = preserve(
            node=at.node, actor=duty, request_id=request_id, until=pair.clock.now + timedelta(days=90)
        )
        assert spoken.act
        page = request_page(node=at.node, actor=duty, request_id=request_id)
        assert page.state.preservation == "in-force"
        assert {one.carriage for one in page.thread if one.sender == "AT"} == {"to-be-carried"}
        assert {row.kind for row in models.Act.objects.filter(thread=request_id)} == {"statement.outside"}
        assert not models.Outbox.objects.filter(act__thread=request_id).exists()
        carry_by_hand(
            node=at.node, actor=duty, request_id=request_id, act=spoken.act, channel="post", at=pair.clock.now
        )
        page = request_page(node=at.node, actor=duty, request_id=request_id)
        assert next(one for one in page.thread if one.digest == spoken.act).carriage == "by-hand"


def test_nothing_is_disclosed_before_the_call_back(pair: Pair) -> None:
    with pair.at as at:
        duty = at.officers["duty"]
        request_id = bring(at, mail(), preservation(traffic_path=True))
        acknowledge(node=at.node, actor=duty, request_id=request_id)
        with pytest.raises(RefusedError) as caught:
            decide_measure(
                node=at.node, actor=duty, request_id=request_id, measure="disclosure", decision="granted"
            )
        assert caught.value.code.startswith("safeguards.")


def test_our_own_paper_is_read_back_from_a_mail(pair: Pair) -> None:
    with pair.vn as vn:
        request_id = outgoing(pair, vn)
        paper = act_paper(
            node=vn.node, actor=vn.officers["duty"], request_id=request_id, languages=("en", "es")
        )
    with pair.at as at:
        found = bring_in_request(
            node=at.node,
            actor=at.officers["duty"],
            sender=PartyId("VN"),
            arrival=arrival(mail(attached=paper.pdf)),
        )
        page = request_page(node=at.node, actor=at.officers["duty"], request_id=found.request_id)
        assert (page.form, page.reference, page.flags) == ("preservation", "C-2026/118", (UNVERIFIED,))
        assert page.state.request == "delivered"


def outgoing(pair: Pair, vn: Side) -> str:
    """Make a request to a State without a node."""
    kept = draft(
        node=vn.node,
        actor=vn.officers["duty"],
        form_id="preservation",
        partner=ELSEWHERE,
        raw=preservation(legal_basis="reciprocity", legal_basis_detail="Note of 2026-11-01"),
        outside=True,
    )
    assert kept.errors == ()
    waiting = submit(node=vn.node, actor=vn.officers["duty"], request_id=kept.request_id)
    assert not waiting.made
    vn.approve(waiting.proposal)
    return kept.request_id


def test_a_request_to_a_state_without_a_node_is_whole_in_the_register(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        request_id = outgoing(pair, vn)
        page = request_page(node=vn.node, actor=duty, request_id=request_id)
        assert (page.state.request, page.flags) == ("sent", ())
        assert len(page.thread[0].approved_by) == 2
        pair.clock.go(minutes=5)
        carry_by_hand(
            node=vn.node,
            actor=duty,
            request_id=request_id,
            channel="diplomatic",
            at=pair.clock.now,
            to="Embassy",
        )
        page = request_page(node=vn.node, actor=duty, request_id=request_id)
        assert page.state.request == "delivered"
        found = bring_in_answer(
            node=vn.node,
            actor=duty,
            request_id=request_id,
            arrival=arrival(mail(body="We keep them.")),
            kind="answer.decided",
            raw={"measure": "preservation", "decision": "granted"},
        )
        page = request_page(node=vn.node, actor=duty, request_id=request_id)
        assert page.state.preservation == "granted"
        answer = next(one for one in page.thread if one.digest == found.act)
        assert (answer.sender, answer.carriage, answer.flagged) == ("BR", "outside", UNVERIFIED)
        paper = act_paper(node=vn.node, actor=duty, request_id=request_id, languages=("vi", "es"))
        assert paper.pdf.startswith(b"%PDF")


def test_fields_are_typed_from_the_original_later(pair: Pair) -> None:
    with pair.at as at:
        duty = at.officers["duty"]
        request_id = bring(at, b"%PDF-1.4 a scan", {})
        type_in(
            node=at.node,
            actor=duty,
            request_id=request_id,
            raw={"reference": "BR-8", "facts": "They came in."},
        )
        page = request_page(node=at.node, actor=duty, request_id=request_id)
        shown = {field.id: field.value for part in page.sections for field in part.fields}
        assert (shown["reference"], shown["facts"]) == ("BR-8", "They came in.")


def refused(pair: Pair, **changed: object) -> str:
    given: dict[str, object] = {"sender": ELSEWHERE, "arrival": arrival(mail()), **changed}
    with pair.at as at, pytest.raises(LongBienError) as caught:
        bring_in_request(node=at.node, actor=at.officers["duty"], **given)  # type: ignore[arg-type]
    return caught.value.code


def test_what_cannot_be_taken_in(pair: Pair) -> None:
    assert refused(pair) == "outside.kind"
    assert refused(pair, sender=PartyId("AT"), form_id="preservation") == "outside.party"
    assert refused(pair, sender=PartyId("X-NOBODY"), form_id="preservation") == "outside.party"
    assert refused(pair, form_id="preservation", raw={"offences": ["nothing"]}) == "cooperation.draft_unread"
    with pair.at as at:
        assert models.Request.objects.count() == 0
        for name in ("auditor", "operator"):
            with pytest.raises(RefusedError) as caught:
                bring_in_request(
                    node=at.node,
                    actor=at.officers[name],
                    sender=ELSEWHERE,
                    arrival=arrival(mail()),
                    form_id="preservation",
                )
            assert caught.value.code == "people.not_permitted"


def test_a_paper_is_carried_once_it_exists_and_only_outside(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        request_id = outgoing(pair, vn)
        for at, code in (
            (TODAY - timedelta(days=9), "outside.carried_later"),
            (TODAY + timedelta(days=9), "outside.carried_later"),
        ):
            with pytest.raises(RefusedError) as caught:
                carry_by_hand(node=vn.node, actor=duty, request_id=request_id, channel="post", at=at)
            assert caught.value.code == code
