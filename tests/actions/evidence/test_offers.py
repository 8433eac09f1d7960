# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A declined offer leaves nothing here and lets nothing more in, however it was declined and whatever was on its way (Art. 40(4)-(5))."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.evidence.accept import decline
from longbien.actions.evidence.announce import announce
from longbien.actions.evidence.dispose import discard_due
from longbien.actions.evidence.documents import open_document
from longbien.actions.evidence.push import push
from longbien.actions.evidence.seal import Opened, seal
from longbien.actions.evidence.segments import take_segment
from longbien.bridge.null import MemoryStore
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, RequestId
from longbien.core.evidence.inner import Acquired, Description
from longbien.core.evidence.segments import SegmentTree
from longbien.store.models.evidence import EvidenceObject, EvidencePart
from longbien.store.models.exchange import Act
from longbien.store.queries.evidence import awaiting_push
from tests.actions.cooperation.test_every_kind import sent
from tests.actions.steps import LOG, look
from tests.authority import NOW
from tests.pair import Pair, Side
from tests.requests import complete


class Interrupted(MemoryStore):
    """A store in which something else happens after a segment's bytes were written and before anybody noted them."""

    meanwhile: Callable[[], object] = staticmethod(lambda: None)

    def put_segment(self, object_id: ObjectId, part: str, index: int, data: bytes) -> None:
        super().put_segment(object_id, part, index, data)
        self.meanwhile()


def offered(pair: Pair) -> tuple[RequestId, ObjectId]:
    """Bring a case to the point at which VN has offered a file and announced it to AT."""
    request_id = sent(pair, "spontaneous-information", complete("spontaneous-information", reference="O-1"))
    object_id = sealed_there(pair, request_id)
    announce_it(pair, request_id, object_id)
    pair.carry(pair.vn)
    return request_id, object_id


def sealed_there(pair: Pair, request_id: RequestId) -> ObjectId:
    """Seal a file at VN, who offers."""
    with pair.vn as vn:
        found = seal(
            node=vn.node,
            actor=vn.officers["custodian"],
            opened=Opened(source=io.BytesIO(LOG), size=len(LOG)),
            description=Description(
                name="note.txt",
                media_type="text/plain",
                form="file",
                acquired=Acquired(at=NOW, by_role="vn-custodian-1", method="logical"),
            ),
            request_id=request_id,
        )
    return found.object_id


def announce_it(pair: Pair, request_id: RequestId, object_id: ObjectId) -> None:
    """Announce a file of VN's; it is not carried yet."""
    with pair.vn as vn:
        announce(node=vn.node, actor=vn.officers["custodian"], object_id=object_id, request_id=request_id)


def pushed(pair: Pair) -> int:
    """Let VN send what it has to send to AT, and count the segments that it tried to hand over."""
    line = pair.line(pair.vn)
    before = line.segments
    with pair.vn as vn:
        push(node=vn.node, open_door=lambda _url, _key: line, partner=pair.at.node.party)
    return line.segments - before


def take(side: Side, object_id: ObjectId, index: int, store: MemoryStore, tree: SegmentTree) -> bool:
    data = store.get_segment(object_id, "content", index)
    return take_segment(
        node=side.node, object_id=object_id, part="content", index=index, path=tree.path(index), data=data
    )


def payload(pair: Pair, object_id: ObjectId) -> tuple[MemoryStore, SegmentTree]:
    with pair.vn as vn:
        part = EvidencePart.objects.get(object_id=object_id, name="content")
        assert isinstance(vn.node.objects, MemoryStore)
        return vn.node.objects, SegmentTree(bytes(part.leaf_hashes))


def refuse(side: Side, request_id: RequestId) -> None:
    """Refuse the whole offer, by two officers."""
    with side:
        duty = side.officers["duty"]
        acknowledge(node=side.node, actor=duty, request_id=request_id)
        waiting = decide_measure(
            node=side.node,
            actor=duty,
            request_id=request_id,
            measure="offer",
            decision="refused",
            grounds=["essential-interests"],
            consulted_at=NOW,
            reasons="We cannot keep that condition.",
        )
        if not waiting.made:
            side.approve(waiting.proposal)


def test_a_segment_that_is_written_while_its_offer_is_declined_goes_too(pair: Pair) -> None:
    _, object_id = offered(pair)
    store, tree = payload(pair, object_id)
    with pair.at as at:
        kept = Interrupted(now=at.node.clock)
        node = replace(at.node, objects=kept)
        take_segment(
            node=node,
            object_id=object_id,
            part="content",
            index=0,
            path=tree.path(0),
            data=store.get_segment(object_id, "content", 0),
        )
        kept.meanwhile = lambda: decline(
            node=node, actor=at.officers["custodian"], object_id=object_id, reason="No."
        )
        with pytest.raises(RefusedError, match=r"evidence\.not_announced"):
            take_segment(
                node=node,
                object_id=object_id,
                part="content",
                index=1,
                path=tree.path(1),
                data=store.get_segment(object_id, "content", 1),
            )
        assert kept.size(object_id, "content") > 0
        assert EvidenceObject.objects.get(object_id=object_id).discard
        assert discard_due(node=node) == (object_id,)
        assert kept.size(object_id, "content") == 0
        assert EvidencePart.objects.filter(object__object_id=object_id).exclude(held_count=0).count() == 0


@pytest.mark.parametrize("whole", [True, False])
def test_nothing_more_is_taken_or_sent_once_an_offer_is_declined(pair: Pair, *, whole: bool) -> None:
    request_id, object_id = offered(pair)
    store, tree = payload(pair, object_id)
    with pair.at as at:
        assert take(at, object_id, 0, store, tree)
    if whole:
        refuse(pair.at, request_id)
    else:
        with pair.at as at:
            decline(node=at.node, actor=at.officers["custodian"], object_id=object_id, reason="No.")
    with pair.at as at, pytest.raises(RefusedError, match=r"evidence\.not_announced"):
        take(at, object_id, 1, store, tree)
    pair.carry(pair.at)
    assert pushed(pair) == 0


def test_papers_of_a_refused_offer_go_and_what_is_still_on_its_way_stays_out(pair: Pair) -> None:
    paper: Json = {"name": "paper.pdf", "media_type": "application/pdf"}
    raw = complete("spontaneous-information", reference="O-2", court_decision=paper)
    request_id = sent(pair, "spontaneous-information", raw)
    with pair.vn:
        object_id = ObjectId(EvidenceObject.objects.get().object_id)
    theirs, tree = payload(pair, object_id)
    with pair.at as at:
        assert take(at, object_id, 0, theirs, tree)
    assert [one.readable for one in look(pair.at, request_id).documents.values()] == [True]
    refuse(pair.at, request_id)
    with pair.at as at:
        assert discard_due(node=at.node) == (object_id,)
        assert at.node.objects.size(object_id, "content") == 0
        with pytest.raises(RefusedError, match=r"evidence\.not_announced"):
            take(at, object_id, 0, theirs, tree)
        with pytest.raises(RefusedError, match=r"cooperation\.document_missing"):
            open_document(
                node=at.node,
                actor=at.officers["duty"],
                request_id=request_id,
                field="court_decision",
                sink=io.BytesIO(),
            )
    assert look(pair.at, request_id).documents == {}
    pair.carry(pair.at)
    assert pushed(pair) == 0
    assert [one.readable for one in look(pair.vn, request_id).documents.values()] == [True]


def test_no_other_object_is_announced_once_an_offer_was_refused(pair: Pair) -> None:
    request_id, _ = offered(pair)
    other = sealed_there(pair, request_id)
    refuse(pair.at, request_id)
    pair.carry(pair.at)
    with pytest.raises(RefusedError, match=r"cooperation\.transition.*evidence\.announced"):
        announce_it(pair, request_id, other)
    with pair.vn:
        assert EvidenceObject.objects.get(object_id=other).announced_by == ""


def test_an_announcement_that_crosses_the_refusal_is_refused_and_nothing_of_it_travels(pair: Pair) -> None:
    request_id, _ = offered(pair)
    other = sealed_there(pair, request_id)
    refuse(pair.at, request_id)
    announce_it(pair, request_id, other)
    pair.carry(pair.vn)
    pair.carry(pair.at)
    with pair.at:
        assert not EvidenceObject.objects.filter(object_id=other).exists()
        assert Act.objects.get(kind="evidence.announced", outcome="refused").code == "cooperation.transition"
    assert pushed(pair) == 0
    with pair.vn:
        assert EvidenceObject.objects.get(object_id=other).declined_by
        assert awaiting_push("VN", "AT").count() == 0
