# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading how acts travelled."""

import pytest

from longbien.actions.exchange.carriage import outbox, show_act
from longbien.actions.exchange.deliver import deliver
from longbien.actions.exchange.make import Message, make_acts
from longbien.actions.node import Node
from longbien.bridge.null import NullPeerDoor
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.log.proof import Receipt, verify_receipt
from longbien.store import models
from longbien.store.writing import write_transaction
from tests.authority import authority
from tests.nodes import Clock, log_signer, make_node, make_officer
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")

pytestmark = pytest.mark.django_db


def make(node: Node, count: int = 1) -> list[models.Act]:
    messages = [Message(kind="answer.closed", recipient=AT.party, body={"n": n}) for n in range(count)]
    with write_transaction():
        return make_acts(node=node, messages=messages, now=node.clock())


def test_what_waits_is_shown_in_order_with_every_attempt() -> None:
    clock = Clock()
    node, reader = make_node(VN, [AT], clock=clock), make_officer("auditor-1", "auditor")
    acts = make(node, 2)
    assert [one.attempts for one in outbox(actor=reader)] == [0, 0]
    deliver(node=node, partner=AT.party, door=NullPeerDoor())
    waiting = outbox(actor=reader)
    assert [one.act for one in waiting] == [act.digest for act in acts]
    assert [(one.state, one.attempts, one.last_outcome) for one in waiting] == [
        ("waiting", 1, "bridge.unreachable")
    ] * 2
    not_before = waiting[0].not_before
    assert not_before is not None
    assert not_before > clock.now
    assert outbox(actor=reader, partner="FR") == ()


def test_an_act_shows_the_receipt_that_proves_it() -> None:
    clock = Clock()
    node, reader = make_node(VN, [AT], clock=clock), make_officer("auditor-1", "auditor")
    (act,) = make(node)
    deliver(node=node, partner=AT.party, door=Peer(AT, VN, clock))
    assert outbox(actor=reader) == ()
    assert [one.state for one in outbox(actor=reader, all_states=True)] == ["delivered"]
    seen = show_act(actor=reader, digest=act.digest[:12])
    assert (seen.digest, seen.direction, seen.sender, seen.state) == (act.digest, "made", "VN", "delivered")
    assert [one.outcome for one in seen.attempts] == ["exchange.answered"]
    receipt = seen.receipt
    assert receipt is not None
    verify_receipt(Receipt(leaf=receipt.leaf, proof=receipt.proof.encode()), log_signer(AT).keys)
    assert (receipt.party, receipt.outcome) == ("AT", "stored")
    assert show_act(actor=reader, digest=act.act_id.upper()) == seen


def test_an_act_must_be_named_well() -> None:
    node, reader = make_node(VN, [AT]), make_officer("auditor-1", "auditor")
    make(node, 2)
    with pytest.raises(UsageError, match=r"exchange\.act_unknown"):
        show_act(actor=reader, digest="zz")
    with pytest.raises(UsageError, match=r"exchange\.act_several"):
        show_act(actor=reader, digest="")
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        show_act(actor=make_officer("nobody-1"), digest="00")
