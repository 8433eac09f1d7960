# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lanes that a killed worker held are free at once on its machine, and never those of a living or distant one."""

import subprocess
import sys
from datetime import timedelta

import pytest

from longbien.actions.exchange.lanes import begin_work, new_token
from longbien.actions.exchange.receive import receive
from longbien.core.base.ids import PartyId
from longbien.store import models
from longbien.store.queries.exchange import take_lane
from tests.authority import NOW, authority
from tests.nodes import Clock, make_node
from tests.partner import Peer

AT = PartyId("AT")


def hold(token: str) -> None:
    assert take_lane(AT, token=token, now=NOW, lease=timedelta(minutes=5))


def ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.django_db
def test_a_lane_of_a_process_that_is_gone_is_freed() -> None:
    token = new_token()
    hold(f"{token[:16]}{ended_process():08x}{token[24:]}")
    assert begin_work() == 1
    assert take_lane(AT, token=new_token(), now=NOW, lease=timedelta(minutes=5))


@pytest.mark.django_db
def test_a_lane_of_a_living_process_is_left_to_it() -> None:
    token = new_token()
    hold(f"{token[:16]}{1:08x}{token[24:]}")
    assert begin_work() == 0
    assert models.Lane.objects.get(partner=AT).taken_by != ""


@pytest.mark.django_db
def test_a_lane_of_another_machine_is_left_to_its_lease() -> None:
    hold("0" * 16 + new_token()[16:])
    assert begin_work() == 0


def test_tokens_differ() -> None:
    tokens = {new_token() for _ in range(64)}
    assert len(tokens) == 64
    assert {len(token) for token in tokens} == {32}


@pytest.mark.django_db
def test_a_worker_that_starts_tries_at_once_and_forgets_no_failure() -> None:
    models.Lane.objects.create(partner=AT, failures=5, next_at=NOW + timedelta(hours=1))
    begin_work()
    lane = models.Lane.objects.get(partner=AT)
    assert (lane.failures, lane.next_at) == (5, None)


@pytest.mark.django_db
def test_a_partner_that_delivers_is_tried_at_once() -> None:
    clock = Clock()
    node = make_node(authority("VN"), [authority("AT")], clock=clock)
    models.Lane.objects.create(partner=AT, failures=5, next_at=clock.now + timedelta(hours=1))
    peer = Peer(authority("AT"), authority("VN"), clock)
    receive(node=node, delivery=peer.delivery(peer.frame(peer.act(kind="something.new"))), remote="192.0.2.1")
    assert models.Lane.objects.get(partner=AT).next_at is None
