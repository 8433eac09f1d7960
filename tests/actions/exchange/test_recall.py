# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recall: asked by the sender, answered by a declaration of the receiver."""

import pytest

from longbien.actions.exchange.carriage import show_act
from longbien.actions.exchange.make import make_act
from longbien.actions.exchange.recall import answer_recall, declaration_of, recall, take_in
from longbien.actions.exchange.receive import receive
from longbien.actions.node import Desks, Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, RequestId
from longbien.core.sealing.act import SignedAct, read_signed_act
from longbien.store import models
from longbien.store.writing import write_transaction
from tests.authority import authority
from tests.nodes import make_node, make_officer
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")
MOMENT = "2026-03-01T03:00:00.000Z"

pytestmark = pytest.mark.django_db


@pytest.fixture
def node() -> Node:
    return make_node(VN, [AT], desks=Desks(takers={"act.": take_in}))


def sent(node: Node) -> models.Act:
    with write_transaction():
        return make_act(
            node=node,
            kind="answer.closed",
            recipient=AT.party,
            thread=RequestId("12" * 16),
            refers_to=None,
            body={},
            approved_by=(),
            now=node.clock(),
        )


def arrive(node: Node, peer: Peer, act: SignedAct) -> str:
    answer = receive(node=node, delivery=peer.delivery(peer.frame(act)), remote="192.0.2.1")
    return peer.take_answer(answer).results[0].code


def test_our_recall_is_answered_by_a_declaration(node: Node) -> None:
    act = sent(node)
    asked = recall(node=node, actor=make_officer("d", "duty-officer"), act=act, reason="wrong person").act
    assert asked is not None
    assert read_signed_act(bytes(asked.envelope))[1].body == {"act": act.digest, "reason": "wrong person"}
    assert declaration_of(asked) is None
    peer = Peer(AT, VN)
    answer = peer.act(
        kind="act.recall-answer",
        thread=RequestId(act.thread),
        refers_to=Digest(asked.digest),
        body={"act": act.digest, "declared": "unopened", "at": MOMENT},
    )
    assert arrive(node, peer, answer) == "exchange.received"
    declared = declaration_of(asked)
    assert declared is not None
    assert (declared.act, declared.declared) == (act.digest, "unopened")
    auditor = make_officer("a", "auditor")
    assert show_act(actor=auditor, digest=asked.digest).declared == "unopened"
    assert show_act(actor=auditor, digest=act.digest).declared == ""


def test_a_partners_recall_is_answered(node: Node) -> None:
    peer = Peer(AT, VN)
    act = peer.act(kind="something.new")
    arrive(node, peer, act)
    asked = peer.act(
        kind="act.recalled", refers_to=act.digest, body={"act": act.digest, "reason": "sent by mistake"}
    )
    assert arrive(node, peer, asked) == "exchange.received"
    row = models.Act.objects.get(kind="act.recalled")
    duty = make_officer("d", "duty-officer")
    answer = answer_recall(node=node, actor=duty, recalled=row, declared="read").act
    assert answer is not None
    found = read_signed_act(bytes(answer.envelope))[1]
    assert (found.refers_to, found.body) == (
        row.digest,
        {"act": act.digest, "declared": "read", "at": MOMENT},
    )
    with pytest.raises(RefusedError, match=r"exchange\.recall_unknown"):
        answer_recall(node=node, actor=duty, recalled=row, declared="forgotten")
    with pytest.raises(RefusedError, match=r"exchange\.recall_unknown"):
        answer_recall(node=node, actor=duty, recalled=answer, declared="read")


def test_only_what_was_sent_is_recalled(node: Node) -> None:
    peer = Peer(AT, VN)
    arrive(node, peer, peer.act(kind="something.new"))
    with pytest.raises(RefusedError, match=r"exchange\.not_ours"):
        recall(node=node, actor=make_officer("d", "duty-officer"), act=models.Act.objects.get(), reason="")


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("act.recalled", {"act": "ab" * 32, "reason": ""}, "exchange.recalled_unknown"),
        ("act.recalled", {"act": "cd" * 32, "reason": ""}, "exchange.recall_malformed"),
        ("act.recalled", {"act": "ab" * 32}, "exchange.recall_malformed"),
        ("act.recalled", {"act": "ab" * 32, "reason": "x" * 1001}, "exchange.recall_malformed"),
        ("act.else", {}, "exchange.recall_malformed"),
        (
            "act.recall-answer",
            {"act": "ab" * 32, "declared": "eaten", "at": MOMENT},
            "exchange.recall_malformed",
        ),
        (
            "act.recall-answer",
            {"act": "ab" * 32, "declared": "read", "at": MOMENT},
            "exchange.recalled_unknown",
        ),
    ],
)
def test_a_recall_of_nothing_is_refused(node: Node, kind: str, body: JsonInput, code: str) -> None:
    peer = Peer(AT, VN)
    assert isinstance(body, dict)
    act = peer.act(kind=kind, refers_to=Digest("ab" * 32), body=body)
    assert arrive(node, peer, act) == code


def test_an_answer_needs_a_recall(node: Node) -> None:
    act = sent(node)
    peer = Peer(AT, VN)
    body = {"act": act.digest, "declared": "read", "at": MOMENT}
    for refers_to in (None, Digest(act.digest), Digest("ab" * 32)):
        answer = peer.act(kind="act.recall-answer", refers_to=refers_to, body=body)
        assert arrive(node, peer, answer) == "exchange.recall_unknown"
