# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments: sealed when attached, sent beside the act, compared with the signed field, given to whoever may read the request."""

import io
from dataclasses import replace

import pytest

from longbien.actions.cooperation.answers.inform import inform
from longbien.actions.cooperation.documents import documents_to_send
from longbien.actions.cooperation.drafts.draft import change, discard, draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.evidence.documents import keep_document, open_document
from longbien.actions.evidence.push import push
from longbien.actions.evidence.seal import Opened
from longbien.actions.evidence.streams import stream_document
from longbien.actions.exchange.propose import propose
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import ObjectId, PartyId, RequestId
from longbien.core.cooperation.acts.bodies import Request
from longbien.core.cooperation.acts.bodies_json import write_body
from longbien.core.cooperation.acts.documents import MAX_DOCUMENT
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.forms.values import Attachment, write_value
from longbien.store import models
from longbien.store.models.evidence import EvidenceObject
from tests.actions.steps import look
from tests.pair import Pair, Side
from tests.requests import preservation

ORDER = b"%PDF-1.7 an order of the court\n" * 60_000
"""Some 1.8 MB: two segments."""
OTHER = PartyId("AT")


def attached(side: Side, data: bytes = ORDER, name: str = "order.pdf") -> RequestId:
    """Draft a request with a court's decision."""
    duty = side.officers["duty"]
    kept = draft(node=side.node, actor=duty, form_id="preservation", partner=OTHER, raw=preservation())
    field = keep(side, kept.request_id, data, name)
    with_it = change(
        node=side.node, actor=duty, request_id=kept.request_id, changed={"court_decision": field}
    )
    assert with_it.errors == ()
    return kept.request_id


def keep(side: Side, request_id: RequestId, data: bytes, name: str) -> Json:
    return write_value(
        keep_document(
            node=side.node,
            actor=side.officers["duty"],
            request_id=request_id,
            opened=Opened(source=io.BytesIO(data), size=len(data)),
            name=name,
            media_type="application/pdf",
        )
    )


def sent(pair: Pair) -> RequestId:
    with pair.vn as vn:
        request_id = attached(vn)
        vn.approve(submit(node=vn.node, actor=vn.officers["duty"], request_id=request_id).proposal)
    pair.carry(pair.vn)
    return request_id


def pushed(pair: Pair) -> None:
    with pair.vn as vn:
        push(node=vn.node, open_door=lambda _url, _key: pair.line(pair.vn), partner=pair.at.node.party)


def taken(side: Side, request_id: RequestId, officer: str = "auditor") -> bytes:
    sink = io.BytesIO()
    with side:
        open_document(
            node=side.node,
            actor=side.officers[officer],
            request_id=request_id,
            field="court_decision",
            sink=sink,
        )
    return sink.getvalue()


def test_an_attachment_travels_and_is_read_by_the_state_asked(pair: Pair) -> None:
    request_id = sent(pair)
    (there,) = look(pair.at, request_id).documents.values()
    assert (there.own, there.held, there.leaves, there.readable) == (False, 0, 2, False)
    with pytest.raises(RefusedError, match=r"evidence\.segments_missing"):
        taken(pair.at, request_id)
    pushed(pair)
    assert taken(pair.at, request_id) == taken(pair.vn, request_id) == ORDER
    (here,) = look(pair.vn, request_id).documents.values()
    assert (here.own, here.sent, here.complete) == (True, True, True)
    assert look(pair.at, request_id).evidence == look(pair.vn, request_id).evidence == ()


def test_it_is_streamed_block_by_block(pair: Pair) -> None:
    request_id = sent(pair)
    pushed(pair)
    with pair.at as at:
        found = stream_document(
            node=at.node, actor=at.officers["duty"], request_id=request_id, field="court_decision"
        )
        assert (found.name, found.size) == ("order.pdf", len(ORDER))
        assert b"".join(found.blocks) == ORDER


def test_it_rests_sealed_and_goes_with_the_draft(pair: Pair) -> None:
    with pair.vn as vn:
        request_id = attached(vn)
        (row,) = EvidenceObject.objects.all()
        with vn.node.objects.reader(ObjectId(row.object_id), "content") as file:
            assert ORDER[:20] not in file.read()
        discard(node=vn.node, actor=vn.officers["duty"], request_id=request_id)
        assert vn.node.objects.size(ObjectId(row.object_id), "content") == 0


def test_a_field_without_bytes_does_not_leave(pair: Pair) -> None:
    paper: Json = {"name": "a.pdf", "media_type": "application/pdf", "size": 3, "sha256": "ab" * 32}
    with pair.vn as vn:
        duty = vn.officers["duty"]
        raw = preservation(court_decision=paper)
        kept = draft(node=vn.node, actor=duty, form_id="preservation", partner=OTHER, raw=raw)
        with pytest.raises(RefusedError, match=r"cooperation\.document_missing"):
            submit(node=vn.node, actor=duty, request_id=kept.request_id)


def test_information_brings_new_attachments_only(pair: Pair) -> None:
    request_id = sent(pair)
    pushed(pair)
    with pair.vn as vn:
        field = keep(vn, request_id, b"translated", "order-en.pdf")
        inform(
            node=vn.node,
            actor=vn.officers["duty"],
            request_id=request_id,
            text="The translation.",
            changed={"translation": field, "translation_language": "en"},
        )
    pair.carry(pair.vn)
    pushed(pair)
    documents = look(pair.at, request_id).documents
    assert [one.readable for one in documents.values()] == [True, True]
    with pair.at:
        assert EvidenceObject.objects.count() == 2


REFUSED = [
    (b"x" * (MAX_DOCUMENT + 1), "order.pdf", "cooperation.document_large"),
    (b"x", "../order.pdf", "cooperation.field_attachment"),
    (b"x", "", "cooperation.field_attachment"),
]


@pytest.mark.parametrize(("data", "name", "code"), REFUSED, ids=["large", "path", "nameless"])
def test_what_cannot_be_attached_is_refused(pair: Pair, data: bytes, name: str, code: str) -> None:
    with pair.vn as vn:
        request_id = attached(vn)
        with pytest.raises(LongBienError) as refused:
            keep(vn, request_id, data, name)
        assert refused.value.code == code
        assert EvidenceObject.objects.count() == 1


def test_an_attachment_of_other_bytes_is_refused_on_arrival(pair: Pair) -> None:
    """A node that lies about its papers: the signed field names other bytes than the sealed object holds."""
    with pair.vn as vn:
        request_id = attached(vn)
        raw = models.Request.objects.get(request_id=request_id).draft
        values = clean(form("preservation"), raw).values
        documents = documents_to_send(vn.node, request_id, OTHER, values)
        order = values["court_decision"]
        assert isinstance(order, Attachment)
        lie = {**values, "court_decision": replace(order, sha256="ab" * 32)}
        body = Request(form="preservation", form_version=1, values=lie, documents=documents)
        waiting = propose(
            node=vn.node,
            actor=vn.officers["duty"],
            kind="request.preservation",
            recipient=OTHER,
            thread=request_id,
            refers_to=None,
            body=write_body(body),
        )
        vn.approve(waiting.pk)
    pair.carry(pair.vn)
    with pair.vn:
        assert models.Outbox.objects.get().code == "cooperation.document_differs"
    with pair.at:
        assert (EvidenceObject.objects.count(), models.Request.objects.count()) == (0, 0)


def test_others_officers_and_fields_are_refused(pair: Pair) -> None:
    request_id = sent(pair)
    with pair.vn as vn:
        nobody = models.Officer.objects.create(username="nobody", role_id="vn-nobody-1")
        for actor, field, code in (
            (nobody, "court_decision", "people.not_permitted"),
            (vn.officers["duty"], "facts", "cooperation.document_unknown"),
            (vn.officers["duty"], "nonsense", "cooperation.document_unknown"),
        ):
            with pytest.raises(RefusedError) as refused:
                open_document(
                    node=vn.node, actor=actor, request_id=request_id, field=field, sink=io.BytesIO()
                )
            assert refused.value.code == code
