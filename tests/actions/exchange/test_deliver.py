# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Delivering: in order, in batches, one worker at a time; whatever dies in between, nothing is lost and nothing doubled."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from longbien.actions.exchange import deliver as delivering
from longbien.actions.exchange.deliver import deliver
from longbien.actions.exchange.make import Message, make_acts
from longbien.actions.log.prove import receipt
from longbien.actions.node import Node
from longbien.bridge.null import NullPeerDoor
from longbien.bridge.ports import PeerDoor, Reply
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ActId
from longbien.core.exchange.answer import ActResult, Answer, parse_answer, print_answer, print_error
from longbien.core.log.leaf import LeafClass, parse_leaf
from longbien.core.log.proof import Receipt, verify_receipt
from longbien.store import models
from longbien.store.queries.exchange import attempts_of, due_partners, take_lane
from longbien.store.writing import write_transaction
from tests.authority import authority
from tests.nodes import Clock, make_node
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")

pytestmark = pytest.mark.django_db


@dataclass
class Line:
    """A node under test, its clock, and the peer it sends to."""

    node: Node
    clock: Clock
    peer: Peer

    def make(self, count: int = 1, kind: str = "answer.closed") -> list[models.Act]:
        messages = [Message(kind=kind, recipient=AT.party, body={"n": n}) for n in range(count)]
        with write_transaction():
            return make_acts(node=self.node, messages=messages, now=self.clock())

    def go(self, door: PeerDoor | None = None) -> tuple[int, str]:
        done = deliver(node=self.node, partner=AT.party, door=door or self.peer)
        return done.ended, done.code


@pytest.fixture
def line() -> Line:
    clock = Clock()
    return Line(node=make_node(VN, [AT], clock=clock), clock=clock, peer=Peer(AT, VN, clock))


@dataclass
class Tampered(Peer):
    """A peer whose answers are changed on the way."""

    changes: list[ActResult | None] = field(default_factory=list)
    body: bytes = b""
    status: int = 200

    def deliver(self, delivery: bytes) -> Reply:
        reply = super().deliver(delivery)
        if self.body:
            return Reply(status=self.status, body=self.body)
        answer = parse_answer(reply.body)
        results = tuple(one for one in self.changes if one) or answer.results
        return Reply(status=200, body=print_answer(Answer(results=results)))


@dataclass
class Deaf(Peer):
    """A peer that takes everything in, and whose answers are lost."""

    def deliver(self, delivery: bytes) -> Reply:
        super().deliver(delivery)
        raise RefusedError("bridge.timed_out", host="x")


def states() -> list[tuple[str, str]]:
    return [(row.state, row.code) for row in models.Outbox.objects.order_by("id")]


def test_what_waits_is_delivered_and_its_receipts_are_kept(line: Line) -> None:
    rows = line.make(3)
    assert line.go() == (3, "")
    assert states() == [("delivered", "")] * 3
    assert [kept.act.id for kept in line.peer.kept.values()] == [row.act_id for row in rows]
    for row in rows:
        kept = models.Receipt.objects.get(act=row)
        held = Receipt(leaf=bytes(kept.leaf), proof=kept.proof.encode())
        verify_receipt(held, line.peer.entry.log_keys())
        leaf = parse_leaf(receipt(kept.leaf_index).leaf)
        assert (leaf.leaf_class, leaf.fields["act"]) == (LeafClass.RECEIPT_HELD, row.digest)
    assert due_partners(line.clock()) == []
    assert line.go() == (0, "")
    assert len(line.peer.deliveries) == 1


def test_more_than_a_batch_goes_in_order(line: Line) -> None:
    rows = line.make(130)
    assert line.go() == (130, "")
    assert [len(one.frames) for one in line.peer.deliveries] == [64, 64, 2]
    assert [kept.act.id for kept in line.peer.kept.values()] == [row.act_id for row in rows]


def test_a_receipt_causes_no_message(line: Line) -> None:
    line.make()
    line.go()
    assert models.Outbox.objects.count() == 1
    assert due_partners(line.clock() + timedelta(days=1)) == []


def test_nobody_there_is_tried_again_with_growing_patience(line: Line) -> None:
    row = line.make()[0]
    waited = []
    for _ in range(7):
        assert line.go(NullPeerDoor()) == (0, "bridge.unreachable")
        lane = models.Lane.objects.get()
        assert lane.next_at is not None
        waited.append((lane.next_at - line.clock()).total_seconds())
        assert line.go() == (0, "exchange.lane_taken")
        assert due_partners(line.clock()) == []
        line.clock.now = lane.next_at
        assert due_partners(line.clock()) == ["AT"]
    assert waited == [5, 15, 60, 300, 900, 3600, 3600]
    tries = attempts_of(row.outbox)
    assert [one.outcome for one in tries] == ["bridge.unreachable"] * 7
    assert line.go() == (1, "")
    assert (models.Lane.objects.get().failures, models.Lane.objects.get().next_at) == (0, None)
    assert [one.outcome for one in attempts_of(row.outbox)][-1] == "exchange.answered"


def test_a_lost_answer_is_asked_for_again_and_nothing_is_doubled(line: Line) -> None:
    line.make(2)
    deaf = Deaf(AT, VN, line.clock)
    assert line.go(deaf) == (0, "bridge.timed_out")
    line.clock.go(seconds=5)
    line.peer.leaves, line.peer.kept = deaf.leaves, deaf.kept
    assert line.go() == (2, "")
    assert len(line.peer.leaves) == 2


@pytest.mark.parametrize(
    "step", ["_ask", "append", "keep", "keep_partner_cosignatures", "record_attempt", "_give_back"]
)
def test_a_crash_between_two_steps_loses_and_doubles_nothing(
    line: Line, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.make(2)
    real = getattr(delivering, step)

    def crash(*args: object, **kwargs: object) -> None:
        real(*args, **kwargs)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(delivering, step, crash)
        with pytest.raises(KeyboardInterrupt):
            line.go()
    line.clock.go(minutes=6)  # the dead worker's lease is over
    line.go()
    assert states() == [("delivered", "")] * 2
    assert (len(line.peer.leaves), models.Receipt.objects.count()) == (2, 2)
    held = [leaf for leaf in range(models.LogEntry.objects.count()) if is_held(leaf)]
    assert len(held) == 2


def is_held(index: int) -> bool:
    return parse_leaf(receipt(index).leaf).leaf_class is LeafClass.RECEIPT_HELD


def test_a_lane_has_one_worker(line: Line) -> None:
    line.make()
    now = line.clock()
    assert take_lane(AT.party, token="other", now=now, lease=timedelta(minutes=5))
    assert not take_lane(AT.party, token="mine", now=now, lease=timedelta(minutes=5))
    assert line.go() == (0, "exchange.lane_taken")
    assert due_partners(now) == []
    line.clock.go(minutes=5)
    assert line.go() == (1, "")


def test_a_refusal_with_a_receipt_ends_the_row(line: Line) -> None:
    line.peer.refuses = {"answer.decided": "cooperation.thread_unknown"}
    line.make(kind="answer.decided")
    line.make()
    assert line.go() == (2, "")
    assert states() == [("refused", "cooperation.thread_unknown"), ("delivered", "")]
    assert models.Receipt.objects.count() == 2


def test_what_time_may_cure_waits_and_the_rest_ends(line: Line) -> None:
    rows = line.make(3)
    answers = [
        ActResult(act=ActId(rows[0].outbox.act.act_id), code="exchange.quota"),
        ActResult(act=ActId(rows[1].outbox.act.act_id), code="sealing.not_opened"),
    ]
    peer = Tampered(AT, VN, line.clock, changes=[*answers])
    assert line.go(peer) == (1, "exchange.quota")
    assert states() == [
        ("waiting", "exchange.quota"),
        ("refused", "sealing.not_opened"),
        ("waiting", "exchange.not_answered"),
    ]
    line.clock.go(seconds=5)
    assert line.go() == (2, "")


def test_a_receipt_that_proves_nothing_is_not_kept(line: Line) -> None:
    rows = line.make(2)
    honest = Peer(AT, VN, line.clock)
    other = honest.receipt(honest.append_anything())
    names = [row.act_id for row in rows]
    changes = [
        ActResult(act=ActId(names[0]), code="exchange.received"),
        ActResult(act=ActId(names[1]), code="exchange.received", receipt=other),
    ]
    assert line.go(Tampered(AT, VN, line.clock, changes=[*changes])) == (0, "exchange.receipt_invalid")
    assert states() == [("waiting", "exchange.receipt_invalid")] * 2
    assert models.Receipt.objects.count() == 0


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, b"<html>", "exchange.answer_malformed"),
        (502, b"<html>", "exchange.answer_malformed"),
        (503, print_error("exchange.busy"), "exchange.busy"),
    ],
)
def test_an_answer_that_is_none_is_an_attempt(line: Line, status: int, body: bytes, code: str) -> None:
    row = line.make()[0]
    assert line.go(Tampered(AT, VN, line.clock, body=body, status=status)) == (0, code)
    assert [one.outcome for one in attempts_of(row.outbox)] == [code]
    assert states() == [("waiting", "")]


def test_checkpoints_and_cosignatures_travel_along(line: Line) -> None:
    line.make()
    line.go()
    first = line.peer.deliveries[0]
    assert (first.witnessed, first.cosignatures) == (0, "")
    assert line.peer.known.size == 1
    assert models.Cosignature.objects.get().checkpoint.size == 1
    assert models.WitnessedLog.objects.get().size == 1
    line.make()
    line.go()
    second = line.peer.deliveries[1]
    assert (second.witnessed, second.cosignatures.count("\n")) == (1, 2)
    assert second.checkpoint.startswith(b"old 1\n")


def test_a_fork_in_an_answer_is_refused_and_kept(line: Line) -> None:
    line.make()
    line.go()
    line.peer.leaves[0] = b"another history"
    line.peer.kept.clear()
    line.make()
    line.go()
    assert models.Misbehaviour.objects.get().party == "AT"
    assert models.WitnessedLog.objects.get().size == 1
