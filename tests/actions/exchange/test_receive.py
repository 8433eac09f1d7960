# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receiving: each act decided alone, one commit, one checkpoint, a receipt or a code for each."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from django.db import OperationalError

from longbien.actions.exchange import receive as receiving
from longbien.actions.exchange.quota import UNPROVEN_PER_HOUR
from longbien.actions.exchange.receive import receive, receive_frames
from longbien.actions.log.prove import checkpoint
from longbien.actions.node import Desks, Node
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.exchange.answer import Answer, parse_answer
from longbien.core.sealing.act import Act, SignedAct, sign_act
from longbien.core.sealing.dsse import ActKeys
from longbien.store import models
from tests.authority import NOW, Authority, authority
from tests.entries import new_signer
from tests.nodes import Clock, make_node
from tests.partner import Peer, leaf_of

VN, AT, FR = authority("VN"), authority("AT"), authority("FR")
REMOTE = "192.0.2.1"

pytestmark = pytest.mark.django_db


@dataclass
class Line:
    """A node under test, its clock, and a peer that sends to it."""

    node: Node
    clock: Clock
    peer: Peer

    def send(self, *frames: bytes, remote: str = REMOTE) -> Answer:
        answer = receive(node=self.node, delivery=self.peer.delivery(*frames), remote=remote)
        return self.peer.take_answer(answer)

    def say(self, *acts: SignedAct) -> Answer:
        return self.send(*[self.peer.frame(act) for act in acts])


@pytest.fixture
def line() -> Line:
    clock = Clock()
    return Line(node=make_node(VN, [AT], clock=clock), clock=clock, peer=Peer(AT, VN, clock))


def codes(answer: Answer) -> list[str]:
    return [result.code for result in answer.results]


def stored() -> tuple[int, int]:
    return models.Act.objects.count(), checkpoint().checkpoint.size


def test_an_act_is_stored_and_its_receipt_proves_it(line: Line) -> None:
    act = line.peer.act(kind="something.new")
    answer = line.say(act)
    assert codes(answer) == ["exchange.received"]
    assert answer.results[0].act == act.act.id
    assert leaf_of(answer.results[0].receipt) == ("stored", "")
    row = models.Act.objects.get()
    assert (row.digest, row.direction, row.partner, row.kind) == (
        act.digest,
        "received",
        "AT",
        "something.new",
    )
    assert (bytes(row.envelope), row.leaf_index, row.outcome) == (act.envelope, 0, "stored")


def test_a_batch_makes_one_checkpoint(line: Line) -> None:
    before = models.LogCheckpoint.objects.count()
    answer = line.say(*[line.peer.act(kind="something.new") for _ in range(64)])
    assert codes(answer) == ["exchange.received"] * 64
    assert models.LogCheckpoint.objects.count() == before + 1
    assert stored() == (64, 64)


def test_the_same_frame_gets_the_same_receipt_and_no_new_leaf(line: Line) -> None:
    frame = line.peer.frame(line.peer.act())
    first = line.send(frame)
    again = line.send(frame, frame)
    assert codes(again) == ["exchange.received_before"] * 2
    leaves = {result.receipt.leaf for one in (first, again) for result in one.results if result.receipt}
    assert len(leaves) == 1
    assert stored() == (1, 1)


def test_a_frame_twice_in_one_delivery_is_stored_once(line: Line) -> None:
    frame = line.peer.frame(line.peer.act())
    assert codes(line.send(frame, frame)) == ["exchange.received", "exchange.received_before"]
    assert stored() == (1, 1)


def test_an_act_id_is_used_once(line: Line) -> None:
    act = line.peer.act()
    line.say(act)
    answer = line.send(line.peer.frame(act))  # sealed a second time: other bytes
    assert codes(answer) == ["exchange.act_id_reused"]
    assert answer.results[0].receipt is None
    assert codes(line.send(line.peer.frame(act), line.peer.frame(line.peer.act()))) == [
        "exchange.act_id_reused",
        "exchange.received",
    ]


def test_acts_arrive_in_any_order(line: Line) -> None:
    frames = [line.peer.frame(line.peer.act(kind=f"something.n{n}")) for n in range(6)]
    line.send(*frames[3:])
    assert codes(line.send(*frames)) == ["exchange.received"] * 3 + ["exchange.received_before"] * 3
    assert stored() == (6, 6)


def test_one_bad_frame_does_not_hold_up_the_others(line: Line) -> None:
    good = line.peer.frame(line.peer.act())
    flipped = bytearray(line.peer.frame(line.peer.act()))
    flipped[-1] ^= 1
    answer = line.send(b"", bytes(flipped), good, b"x" * 2000)
    assert codes(answer) == [
        "exchange.truncated",
        "sealing.not_opened",
        "exchange.received",
        "sealing.frame_malformed",
    ]
    assert [result.act is None for result in answer.results] == [True, False, False, True]
    assert stored() == (1, 1)


def signed_by(line: Line, signer: ActKeys) -> SignedAct:
    return sign_act(AT.draft(VN), signer)


def sent_as(owner: Authority, *, exercise: bool = True, recipient: Authority = VN) -> SignedAct:
    return sign_act(replace(owner.draft(recipient), exercise=exercise), owner.signer)


def test_every_refusal_of_the_table_has_its_code(line: Line) -> None:
    peer, seal = line.peer, line.peer.frame
    late = peer.act(time=NOW + timedelta(minutes=10, seconds=1))
    old = peer.act(time=NOW - timedelta(days=59))
    cases = {
        "exchange.truncated": b"LBF1",
        "exchange.too_large": b"x" * (1024 * 1024 + 1025),
        "exchange.unknown_sender": Peer(FR, VN).frame(sent_as(FR)),
        "exchange.wrong_recipient": Peer(AT, FR).frame(sent_as(AT, recipient=FR)),
        "parties.key_unknown": seal(signed_by(line, new_signer(AT, "stolen"))),
        "exchange.clock_future": seal(late),
        "exchange.real_act_on_exercise_node": seal(sent_as(AT, exercise=False)),
        "parties.key_not_yet_valid": seal(
            old if old.act.time.year < 2026 else peer.act(time=NOW - timedelta(days=61))
        ),
    }
    for code, frame in cases.items():
        answer = parse_answer(receive(node=line.node, delivery=peer.delivery(frame), remote=REMOTE))
        assert codes(answer) == [code]
    real = replace(line.node, exercise=False)
    answer = parse_answer(receive(node=real, delivery=peer.delivery(seal(peer.act())), remote=REMOTE))
    assert codes(answer) == ["exchange.exercise_act"]
    line.clock.go(days=401)
    assert codes(line.send(seal(peer.act(time=NOW)))) == ["exchange.clock_past"]


def test_what_time_may_cure_gets_no_receipt_and_is_taken_later(line: Line) -> None:
    frame = line.peer.frame(line.peer.act(time=NOW + timedelta(minutes=11)))
    answer = line.send(frame)
    assert (codes(answer), answer.results[0].receipt) == (["exchange.clock_future"], None)
    line.clock.go(minutes=2)
    assert codes(line.send(frame)) == ["exchange.received"]


def test_a_refusal_after_both_signatures_gets_a_receipt(line: Line) -> None:
    frame = line.peer.frame(sent_as(AT, exercise=False))
    for _ in range(2):
        answer = line.send(frame)
        assert codes(answer) == ["exchange.real_act_on_exercise_node"]
        assert leaf_of(answer.results[0].receipt) == ("refused", "exchange.real_act_on_exercise_node")
    assert stored() == (1, 1)
    assert models.Act.objects.get().outcome == "refused"


def test_a_desk_takes_in_refuses_or_fails_each_act_alone(line: Line) -> None:
    taken: list[str] = []

    def take(node: Node, row: models.Act, act: Act) -> None:
        models.Party.objects.create(party_id=f"X-{len(taken)}{act.id[:6].upper()}", met_at=NOW)
        taken.append(row.kind)
        if row.kind == "request.refused":
            raise RefusedError("parties.not_introduced", party="X")
        if row.kind == "request.broken":
            raise ZeroDivisionError
        if row.kind == "request.later":
            raise RefusedError("exchange.busy")

    line.node = replace(line.node, desks=Desks(takers={"request.": take}))
    kinds = ["request.good", "request.refused", "request.broken", "request.later", "other.kind"]
    acts = [line.peer.act(kind=kind) for kind in kinds]
    answer = line.say(*acts)
    assert codes(answer) == [
        "exchange.received",
        "parties.not_introduced",
        "exchange.busy",
        "exchange.busy",
        "exchange.received",
    ]
    assert [result.receipt is not None for result in answer.results] == [True, True, False, False, True]
    assert leaf_of(answer.results[1].receipt) == ("refused", "parties.not_introduced")
    assert taken == kinds[:4]
    assert models.Party.objects.filter(party_id__startswith="X-").count() == 1
    assert stored() == (3, 3)


def test_when_the_database_fails_nothing_of_the_batch_stands(line: Line) -> None:
    def take(node: Node, row: models.Act, act: Act) -> None:
        if row.kind == "request.last":
            raise OperationalError

    node = replace(line.node, desks=Desks(takers={"request.": take}))
    frames = [line.peer.frame(line.peer.act(kind=kind)) for kind in ("request.first", "request.last")]
    with pytest.raises(OperationalError):
        receive(node=node, delivery=line.peer.delivery(*frames), remote=REMOTE)
    assert stored() == (0, 0)
    assert codes(line.send(*frames)) == ["exchange.received"] * 2


@pytest.mark.parametrize("step", ["append", "receipts", "take_checkpoint", "answer_checkpoint"])
def test_a_crash_between_two_steps_leaves_nothing_half_done(
    line: Line, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = line.peer.frame(line.peer.act())
    real = getattr(receiving, step)

    def crash(*args: object, **kwargs: object) -> None:
        real(*args, **kwargs)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(receiving, step, crash)
        with pytest.raises(KeyboardInterrupt):
            receive(node=line.node, delivery=line.peer.delivery(frame), remote=REMOTE)
    assert stored() == (0, 0)
    assert codes(line.send(frame)) == ["exchange.received"]
    assert stored() == (1, 1)


def test_a_delivery_that_cannot_be_taken_apart_is_refused(line: Line) -> None:
    whole = line.peer.delivery(line.peer.frame(line.peer.act()))
    for data, code in ((whole[:-1], "exchange.truncated"), (b"LBD1" + whole, "exchange.delivery_malformed")):
        with pytest.raises(MalformedError) as caught:
            receive(node=line.node, delivery=data, remote=REMOTE)
        assert caught.value.code == code
    assert stored() == (0, 0)


# quota


def test_forged_frames_stop_their_own_place_only(line: Line) -> None:
    models.QuotaUse.objects.create(party="AT", remote="203.0.113.9", hour=NOW, acts=UNPROVEN_PER_HOUR - 1)
    forged = line.peer.frame(signed_by(line, new_signer(AT, "stolen")))
    frame = line.peer.frame(line.peer.act())
    answer = line.send(forged, forged, frame, remote="203.0.113.9")
    assert codes(answer) == ["parties.key_unknown", "exchange.quota", "exchange.quota"]
    assert codes(line.send(frame)) == ["exchange.received"]
    line.clock.go(hours=1)
    assert codes(line.send(forged, remote="203.0.113.9")) == ["parties.key_unknown"]


def test_a_partner_has_its_quota_and_repetitions_cost_none(line: Line) -> None:
    models.Party.objects.filter(pk="AT").update(acts_per_hour=2)
    frames = [line.peer.frame(line.peer.act()) for _ in range(3)]
    assert codes(line.send(*frames)) == ["exchange.received"] * 2 + ["exchange.quota"]
    assert codes(line.send(*frames)) == ["exchange.received_before"] * 2 + ["exchange.quota"]
    line.clock.go(hours=1)
    assert codes(line.send(frames[2])) == ["exchange.received"]


def test_what_a_courier_brings_has_no_quota(line: Line) -> None:
    models.Party.objects.filter(pk="AT").update(acts_per_hour=0)
    frame = line.peer.frame(line.peer.act())
    assert codes(line.send(frame)) == ["exchange.quota"]
    answer = parse_answer(receive_frames(node=line.node, frames=[frame]))
    assert codes(answer) == ["exchange.received"]


# the two logs


def test_checkpoints_travel_with_acts_and_are_cosigned(line: Line) -> None:
    peer = line.peer
    peer.append_anything()
    delivery = peer.delivery(peer.frame(peer.act()), checkpoint=peer.request(0))
    answer = peer.take_answer(receive(node=line.node, delivery=delivery, remote=REMOTE))
    assert answer.checkpoint_code == ""
    assert answer.cosignatures.count("\n") == 2
    assert (peer.witnessed[0], models.WitnessedLog.objects.get().size) == (2, 1)
    assert models.Cosignature.objects.count() == 0
    line.say(peer.act())
    assert models.Cosignature.objects.get().checkpoint.size == 2


def test_a_fork_is_refused_and_kept(line: Line) -> None:
    peer = line.peer
    peer.append_anything()
    receive(
        node=line.node,
        delivery=peer.delivery(peer.frame(peer.act()), checkpoint=peer.request(0)),
        remote=REMOTE,
    )
    peer.leaves[0] = b"another history"
    forked = peer.delivery(peer.frame(peer.act()), checkpoint=peer.request(1))
    answer = parse_answer(receive(node=line.node, delivery=forked, remote=REMOTE))
    assert codes(answer) == ["exchange.received"]
    assert (answer.cosignatures, answer.checkpoint_code) == ("", "log.consistency_invalid")
    assert models.Misbehaviour.objects.get().party == "AT"


def test_a_stranger_learns_nothing_of_the_log(line: Line) -> None:
    stranger = Peer(FR, VN)
    stranger.append_anything()
    delivery = stranger.delivery(stranger.frame(sent_as(FR)), checkpoint=stranger.request(0))
    line.say(line.peer.act())
    answer = parse_answer(receive(node=line.node, delivery=delivery, remote=REMOTE))
    assert codes(answer) == ["exchange.unknown_sender"]
    assert (answer.checkpoint, answer.cosignatures) == (b"", "")
    assert answer.checkpoint_code == "exchange.unknown_sender"
