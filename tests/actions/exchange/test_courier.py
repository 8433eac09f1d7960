# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courier files: the same bytes on a disc, before or after the line comes back, never twice."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest

from longbien.actions.exchange.courier import CourierRead, read_courier, write_courier
from longbien.actions.exchange.deliver import deliver
from longbien.actions.exchange.make import Message, make_acts
from longbien.actions.exchange.receive import receive
from longbien.actions.log.prove import checkpoint
from longbien.actions.node import Desks, Node, Parcel
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import ObjectId, PartyId
from longbien.core.exchange.answer import ActResult, Answer, parse_answer, print_answer
from longbien.core.exchange.courier import (
    ANSWER,
    FRAME,
    SEGMENT,
    CourierHeader,
    CourierWriter,
    Segment,
    check_courier,
    parse_segment,
    read_records,
)
from longbien.store import models
from longbien.store.queries.exchange import attempts_of
from longbien.store.writing import write_transaction
from tests.authority import NOW, authority
from tests.nodes import Clock, make_node, make_officer
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")
PIECE = Segment(object_id=ObjectId("ab" * 16), part="content", index=0, path=(), data=b"sealed")

pytestmark = pytest.mark.django_db


@dataclass
class Desk:
    """A node under test, its courier officer, and the peer on the other side."""

    node: Node
    officer: models.Officer
    peer: Peer

    def make(self, count: int) -> list[models.Act]:
        messages = [Message(kind="answer.closed", recipient=AT.party, body={"n": n}) for n in range(count)]
        with write_transaction():
            return make_acts(node=self.node, messages=messages, now=self.node.clock())

    def write(self) -> bytes:
        file = io.BytesIO()
        write_courier(node=self.node, actor=self.officer, partner=AT.party, file=file)
        return file.getvalue()

    def read(self, data: bytes) -> CourierRead:
        return read_courier(node=self.node, actor=self.officer, file=io.BytesIO(data))


@pytest.fixture
def desk() -> Desk:
    clock = Clock()
    node = make_node(VN, [AT], clock=clock)
    return Desk(node=node, officer=make_officer("custodian-1", "custodian"), peer=Peer(AT, VN, clock))


def records(data: bytes, wanted: int) -> list[bytes]:
    check_courier(io.BytesIO(data))
    return [found for kind, found in read_records(io.BytesIO(data)) if kind == wanted]


def from_peer(
    frames: Iterable[bytes] = (),
    answers: Iterable[bytes] = (),
    segments: Iterable[Segment] = (),
    sender: str = "AT",
    recipient: str = "VN",
) -> bytes:
    frames, segments = list(frames), list(segments)
    file = io.BytesIO()
    writer = CourierWriter(
        file,
        CourierHeader(
            sender=PartyId(sender),
            recipient=PartyId(recipient),
            made_at=NOW,
            acts=len(frames),
            segments=len(segments),
        ),
    )
    for frame in frames:
        writer.frame(frame)
    for segment in segments:
        writer.segment(segment)
    for answer in answers:
        writer.answer(answer)
    writer.finish()
    return file.getvalue()


def answered(peer: Peer, frames: Iterable[bytes]) -> bytes:
    return peer.deliver(Peer(peer.other, peer.owner).delivery(*frames)).body


def test_acts_go_by_courier_and_their_receipts_come_back(desk: Desk) -> None:
    acts = desk.make(3)
    frames = records(desk.write(), FRAME)
    assert frames == [bytes(act.outbox.frame) for act in acts]
    row = models.Outbox.objects.first()
    assert row is not None
    assert [(one.means, one.outcome) for one in attempts_of(row)] == [("courier", "exchange.courier_written")]
    back = from_peer(answers=[answered(desk.peer, frames)])
    assert desk.read(back).answered == 3
    assert models.Outbox.objects.filter(state="delivered").count() == 3
    assert models.Receipt.objects.count() == 3
    with pytest.raises(RefusedError, match=r"exchange\.nothing_waits"):
        desk.write()


def test_an_answer_comes_in_twice_and_counts_once(desk: Desk) -> None:
    desk.make(2)
    frames = records(desk.write(), FRAME)
    back = from_peer(answers=[answered(desk.peer, frames)])
    assert deliver(node=desk.node, partner=AT.party, door=desk.peer).ended == 2
    size = checkpoint().checkpoint.size
    for _ in range(2):
        assert desk.read(back).answered == 0
    assert (models.Receipt.objects.count(), checkpoint().checkpoint.size) == (2, size)


def test_acts_come_by_courier_and_the_next_file_answers_them(desk: Desk) -> None:
    frames = [desk.peer.frame(desk.peer.act(kind="something.new")) for _ in range(70)]
    found = desk.read(from_peer(frames))
    assert (found.acts, found.read_before) == ({"exchange.received": 70}, False)
    answers = [parse_answer(data) for data in records(desk.write(), ANSWER)]
    assert [len(answer.results) for answer in answers] == [64, 6]
    assert all(result.receipt is not None for answer in answers for result in answer.results)
    with pytest.raises(RefusedError, match=r"exchange\.nothing_waits"):
        desk.write()


def test_a_file_is_never_taken_in_twice(desk: Desk) -> None:
    frames = [desk.peer.frame(desk.peer.act(kind="something.new")) for _ in range(3)]
    data = from_peer(frames)
    desk.read(data)
    again = desk.read(data)
    assert (again.acts, again.read_before) == ({"exchange.received_before": 3}, True)
    assert (models.Act.objects.count(), models.CourierFile.objects.count()) == (3, 1)
    assert len(records(desk.write(), ANSWER)) == 1


def test_the_line_may_come_back_before_the_courier_does(desk: Desk) -> None:
    frames = [desk.peer.frame(desk.peer.act(kind="something.new")) for _ in range(2)]
    receive(node=desk.node, delivery=desk.peer.delivery(frames[0]), remote="192.0.2.1")
    found = desk.read(from_peer(frames))
    assert found.acts == {"exchange.received": 1, "exchange.received_before": 1}
    receive(node=desk.node, delivery=desk.peer.delivery(*frames), remote="192.0.2.1")
    assert models.Act.objects.count() == 2


def test_a_bare_code_on_a_disc_ends_nothing(desk: Desk) -> None:
    act = desk.make(1)[0]
    forged = Answer(results=(ActResult(act=act.act_id, code="sealing.not_opened"),))  # type: ignore[arg-type]
    for answer in (print_answer(forged), b"rubbish"):
        assert desk.read(from_peer(answers=[answer])).answered == 0
    assert models.Outbox.objects.get().state == "waiting"


def test_segments_travel_and_are_taken_after_the_acts(desk: Desk) -> None:
    taken: list[tuple[Segment, int]] = []

    def take(node: Node, segment: Segment) -> bool:
        taken.append((segment, models.Act.objects.count()))
        if segment.part != "content":
            raise RefusedError("evidence.not_announced", object=segment.object_id, part=segment.part)
        return len(taken) == 1

    def pack(node: Node, partner: PartyId) -> Parcel:
        return Parcel(count=2, segments=[PIECE, replace(PIECE, index=1)])

    desk.node = replace(desk.node, desks=Desks(take_segment=take, parcel=pack))
    written = desk.write()
    assert [parse_segment(one) for one in records(written, SEGMENT)] == [PIECE, replace(PIECE, index=1)]
    frame = desk.peer.frame(desk.peer.act(kind="something.new"))
    found = desk.read(from_peer([frame], segments=[PIECE, PIECE, replace(PIECE, part="other")]))
    assert found.segments == {
        "exchange.received": 1,
        "exchange.received_before": 1,
        "evidence.not_announced": 1,
    }
    assert [count for _, count in taken] == [1, 1, 1]


def test_a_node_without_an_evidence_desk_takes_no_segment(desk: Desk) -> None:
    assert desk.read(from_peer(segments=[PIECE])).segments == {"evidence.not_announced": 1}


@pytest.mark.parametrize(
    ("sender", "recipient", "code"),
    [
        ("AT", "FR", "exchange.wrong_recipient"),
        ("FR", "VN", "exchange.unknown_sender"),
        ("VN", "VN", "exchange.unknown_sender"),
    ],
)
def test_a_file_for_others_or_from_strangers_is_refused(
    desk: Desk, sender: str, recipient: str, code: str
) -> None:
    with pytest.raises(LongBienError) as caught:
        desk.read(from_peer([b"frame"], sender=sender, recipient=recipient))
    assert caught.value.code == code
    assert models.CourierFile.objects.count() == 0


def test_nothing_of_a_damaged_file_is_used(desk: Desk) -> None:
    data = bytearray(from_peer([desk.peer.frame(desk.peer.act())]))
    data[-1] ^= 1
    with pytest.raises(LongBienError, match=r"exchange\.courier_damaged"):
        desk.read(bytes(data))
    assert (models.Act.objects.count(), models.CourierFile.objects.count()) == (0, 0)


def test_a_courier_needs_the_role(desk: Desk) -> None:
    desk.officer = make_officer("auditor-1", "auditor")
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        desk.write()
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        desk.read(from_peer())
