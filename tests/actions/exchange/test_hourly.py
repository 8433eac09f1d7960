# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checkpoints that no act carries."""

import pytest

from longbien.actions.exchange.hourly import exchange_checkpoint, exchange_now, partners_due
from longbien.actions.exchange.receive import receive
from longbien.bridge.null import NullPeerDoor
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.store import models
from tests.authority import authority
from tests.nodes import Clock, make_node, make_officer
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")

pytestmark = pytest.mark.django_db


def test_nothing_is_exchanged_for_nothing() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    assert partners_due(clock()) == []
    answer = receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    peer.take_answer(answer)
    assert partners_due(clock()) == ["AT"]
    assert exchange_checkpoint(node=node, partner=AT.party, door=peer) == ""
    assert models.Cosignature.objects.get().checkpoint.size == 1
    clock.go(hours=5)
    assert partners_due(clock()) == []  # no act since; a cosignature is none
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    assert partners_due(clock()) == ["AT"]
    assert exchange_checkpoint(node=node, partner=AT.party, door=peer) == ""
    clock.go(seconds=1)
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    assert partners_due(clock()) == []  # not within the hour
    clock.go(hours=1)
    assert partners_due(clock()) == ["AT"]


def test_a_partner_that_has_another_size_on_record_is_asked_from_there() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    assert exchange_checkpoint(node=node, partner=AT.party, door=peer) == ""
    models.Cosignature.objects.all().delete()  # the answer was lost, say
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    assert exchange_checkpoint(node=node, partner=AT.party, door=peer) == ""
    assert models.Cosignature.objects.get().checkpoint.size == 2
    assert peer.checkpoints_asked == 3


def test_nobody_there_is_tried_later() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    door = NullPeerDoor()
    assert exchange_checkpoint(node=node, partner=AT.party, door=door) == "bridge.unreachable"
    assert partners_due(clock()) == []
    assert exchange_checkpoint(node=node, partner=AT.party, door=door) == "exchange.lane_taken"
    clock.go(seconds=5)
    assert partners_due(clock()) == ["AT"]


def test_a_witness_that_refuses_is_tried_later() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    stranger = Peer(AT, authority("FR"), clock)
    assert exchange_checkpoint(node=node, partner=AT.party, door=stranger) == "exchange.not_cosigned"
    assert models.Cosignature.objects.count() == 0


def test_an_officer_brings_the_exchange_forward_once_an_hour() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    duty, auditor = make_officer("duty", "duty-officer"), make_officer("auditor", "auditor")
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")

    def exchange(actor: models.Officer) -> None:
        exchange_now(node=node, actor=actor, partner=AT.party, open_door=lambda _url, _pin: peer)

    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        exchange(auditor)
    exchange(duty)
    exchange(duty)  # nothing new: nothing is exchanged
    assert peer.checkpoints_asked == 1
    clock.go(seconds=1)
    assert models.Cosignature.objects.get().checkpoint.size == 1
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act())), remote="192.0.2.1")
    with pytest.raises(RefusedError, match=r"exchange\.checkpoint_hour"):
        exchange(duty)
    clock.go(hours=1)
    exchange(duty)
    with pytest.raises(RefusedError, match=r"parties\.not_introduced"):
        exchange_now(node=node, actor=duty, partner=PartyId("FR"), open_door=lambda _url, _pin: peer)
