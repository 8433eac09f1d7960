# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making acts: row, leaf and outbox together, or nothing."""

from dataclasses import replace

import pytest

from longbien.actions.exchange.make import (
    Message,
    make_act,
    make_acts,
    queue_acts,
    record_statement,
    seal_acts,
)
from longbien.actions.log.prove import checkpoint, receipt
from longbien.actions.node import Desks, Node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId, RequestId
from longbien.core.log.leaf import LeafClass, parse_leaf
from longbien.core.log.proof import verify_receipt
from longbien.core.sealing.act import Act, Approval, read_signed_act
from longbien.core.sealing.arrival import Arrived, Door, arrive
from longbien.store import models
from longbien.store.writing import write_transaction
from tests.authority import NOW, Authority, authority
from tests.nodes import make_node

VN, AT = authority("VN"), authority("AT")
THREAD = RequestId("12" * 16)
APPROVED = (Approval(role_id="vn-duty-1", at=NOW), Approval(role_id="vn-approver-1", at=NOW))

pytestmark = pytest.mark.django_db


def made(node: Node, *, recipient: Authority = AT, kind: str = "answer.acknowledged") -> models.Act:
    with write_transaction():
        return make_act(
            node=node,
            kind=kind,
            recipient=recipient.party,
            thread=THREAD,
            refers_to=None,
            body={"note": "đã nhận"},
            approved_by=APPROVED,
            now=node.clock(),
        )


def at_door() -> Door:
    return Door(
        party=AT.party,
        exercise=True,
        now=NOW,
        is_known=lambda party: party == VN.party,
        seen=lambda _party, _act_id: None,
        within_quota=lambda _party, _length: True,
        private_key=lambda key_id: AT.seal if key_id == AT.seal.key_id else None,
        keys=VN,
    )


def test_an_act_is_recorded_logged_and_queued() -> None:
    row = made(make_node(VN, [AT]))
    found = models.Act.objects.get()
    assert (found, found.direction, found.partner, found.thread) == (row, "made", "AT", THREAD)
    leaf = parse_leaf(receipt(found.leaf_index).leaf)
    assert (leaf.leaf_class, leaf.fields, leaf.time) == (LeafClass.ACT_MADE, {"act": found.digest}, NOW)
    queued = models.Outbox.objects.get()
    assert (queued.act, queued.partner, queued.state) == (row, "AT", "waiting")
    arrived = arrive(bytes(queued.frame), at_door())
    assert isinstance(arrived, Arrived)
    assert (arrived.digest, arrived.act.approved_by) == (found.digest, APPROVED)
    assert arrived.frame_digest == found.frame_digest


def test_acts_made_together_share_one_checkpoint() -> None:
    node = make_node(VN, [AT])
    messages = [Message(kind="answer.closed", recipient=AT.party, body={"n": n}) for n in range(5)]
    with write_transaction():
        rows = make_acts(node=node, messages=messages, now=NOW)
    assert [row.leaf_index for row in rows] == list(range(5))
    assert models.LogCheckpoint.objects.filter(size__gt=0).count() == 1
    for row in rows:
        verify_receipt(receipt(row.leaf_index), node.keys.log.keys)
        assert row.thread == row.act_id


def test_acts_sealed_before_the_transaction_are_queued_as_they_are() -> None:
    node = make_node(VN, [AT])
    messages = [Message(kind="answer.closed", recipient=AT.party, body={"n": n}) for n in range(3)]
    acts = seal_acts(node=node, messages=messages, now=NOW)
    assert (models.Act.objects.count(), checkpoint().checkpoint.size) == (0, 0)
    with write_transaction():
        rows = queue_acts(node=node, acts=acts, now=NOW)
    assert [row.digest for row in rows] == [one.signed.digest for one in acts]
    queued = models.Outbox.objects.order_by("id")
    assert [bytes(row.frame) for row in queued] == [one.frame for one in acts]


def test_a_request_begins_its_thread_with_its_own_id() -> None:
    assert made(make_node(VN, [AT]), kind="request.preservation").act_id == THREAD


def test_nothing_is_made_for_a_stranger() -> None:
    node = make_node(VN)
    with pytest.raises(RefusedError, match=r"parties\.not_introduced"):
        made(node)
    assert (models.Act.objects.count(), checkpoint().checkpoint.size) == (0, 0)


def test_what_signing_refuses_leaves_nothing() -> None:
    node = make_node(VN, [AT])
    with pytest.raises(LongBienError), write_transaction():
        make_act(
            node=node,
            kind="Not A Kind",
            recipient=PartyId("AT"),
            thread=None,
            refers_to=None,
            body={},
            approved_by=(),
            now=NOW,
        )
    assert (models.Act.objects.count(), checkpoint().checkpoint.size) == (0, 0)


def test_the_desk_follows_in_the_same_transaction() -> None:
    seen: list[tuple[models.Act, Act]] = []

    def follow(node: Node, row: models.Act, act: Act) -> None:
        seen.append((row, act))
        if act.kind == "answer.closed":
            raise RefusedError("exchange.proposal_closed", state="x")

    node = replace(make_node(VN, [AT]), desks=Desks(after_made={"answer.": follow}))
    row = made(node)
    assert [(one.pk, act.id) for one, act in seen] == [(row.pk, row.act_id)]
    with pytest.raises(RefusedError):
        made(node, kind="answer.closed")
    assert (models.Act.objects.count(), models.Outbox.objects.count()) == (1, 1)
    assert checkpoint().checkpoint.size == 1


def test_a_statement_is_kept_and_not_queued() -> None:
    node = make_node(VN, [AT])
    with write_transaction():
        row = record_statement(
            node=node, kind="statement.silence", thread=THREAD, refers_to=None, body={}, now=NOW
        )
    assert (row.partner, models.Outbox.objects.count()) == ("VN", 0)
    assert parse_leaf(receipt(row.leaf_index).leaf).leaf_class is LeafClass.STATEMENT
    assert read_signed_act(bytes(row.envelope))[1].is_statement
