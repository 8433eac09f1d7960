# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Silence: a statement of what was attempted, once, and no more than that."""

import pytest

from longbien.actions.exchange.deliver import deliver
from longbien.actions.exchange.make import make_act
from longbien.actions.exchange.silence import MAX_ATTEMPTS, SILENCE, state_silence, state_silences
from longbien.actions.node import Node
from longbien.bridge.null import NullPeerDoor
from longbien.core.sealing.act import read_signed_act
from longbien.store import models
from longbien.store.queries.exchange import silent_rows
from longbien.store.writing import write_transaction
from tests.authority import authority
from tests.nodes import Clock, make_node
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")

pytestmark = pytest.mark.django_db


def waiting(node: Node, clock: Clock) -> models.Act:
    """Make an act that waits for AT."""
    with write_transaction():
        return make_act(
            node=node,
            kind="answer.closed",
            recipient=AT.party,
            thread=None,
            refers_to=None,
            body={},
            approved_by=(),
            now=clock(),
        )


def test_silence_beyond_the_limit_is_stated_once() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    models.Party.objects.filter(pk="AT").update(silence_limit=3600)
    act = waiting(node, clock)
    deliver(node=node, partner=AT.party, door=NullPeerDoor())
    clock.go(hours=1)
    assert state_silences(node=node) == []
    clock.go(seconds=1)
    [statement] = state_silences(node=node)
    signed = read_signed_act(bytes(statement.envelope))[1]
    assert (signed.refers_to, signed.thread, signed.is_statement) == (act.digest, act.thread, True)
    assert signed.body == {
        "act": act.digest,
        "partner": "AT",
        "queued_at": "2026-03-01T03:00:00.000Z",
        "attempts": [{"at": "2026-03-01T03:00:00.000Z", "means": "https", "outcome": "bridge.unreachable"}],
        "limit_seconds": 3600,
        "latest_checkpoint_seen": None,
    }
    assert state_silences(node=node) == []
    assert deliver(node=node, partner=AT.party, door=peer).ended == 1  # a late receipt is still a receipt
    assert models.Outbox.objects.get().silence == statement


def test_two_workers_that_read_the_same_row_state_one_silence() -> None:
    clock = Clock()
    node = make_node(VN, [AT], clock=clock)
    waiting(node, clock)
    clock.go(days=30)
    [row] = silent_rows(AT.party, clock(), 1)
    [statement] = state_silences(node=node)
    assert state_silence(node, row, limit=1, now=clock()) is None
    assert [models.Outbox.objects.get().silence] == [statement]
    assert models.Act.objects.filter(kind=SILENCE).count() == 1


def test_a_statement_lists_the_first_and_the_last_of_very_many_attempts() -> None:
    clock = Clock()
    node = make_node(VN, [AT], clock=clock)
    act = waiting(node, clock)
    key = act.outbox.pk
    models.Attempt.objects.bulk_create(
        models.Attempt(partner="AT", means="https", outcome=f"bridge.n{n}", at=clock(), first=key, last=key)
        for n in range(MAX_ATTEMPTS + 100)
    )
    clock.go(days=30)
    [statement] = state_silences(node=node)
    attempts = read_signed_act(bytes(statement.envelope))[1].body["attempts"]
    assert isinstance(attempts, list)
    outcomes = [one["outcome"] for one in attempts if isinstance(one, dict)]
    assert len(outcomes) == MAX_ATTEMPTS
    assert (outcomes[0], outcomes[-1]) == ("bridge.n0", f"bridge.n{MAX_ATTEMPTS + 99}")
