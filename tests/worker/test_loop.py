# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker: everything that can be done now, and nothing that ends the loop."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from longbien.actions.exchange.make import Message, make_acts
from longbien.actions.node import Node
from longbien.bridge.null import NullPeerDoor
from longbien.bridge.ports import PeerDoor
from longbien.core.base.errors import UsageError
from longbien.store import models
from longbien.store.writing import write_transaction
from longbien.worker import loop
from longbien.worker.loop import Worker, run
from tests.authority import authority
from tests.nodes import Clock, make_node
from tests.partner import Peer

VN, AT = authority("VN"), authority("AT")


def make(node: Node, count: int = 1) -> None:
    messages = [Message(kind="answer.closed", recipient=AT.party, body={"n": n}) for n in range(count)]
    with write_transaction():
        make_acts(node=node, messages=messages, now=node.clock())


def turn(node: Node, door: PeerDoor) -> None:
    run(lambda: node, threading.Event(), once=True, open_door=lambda _url, _pin: door)


@pytest.mark.django_db
def test_one_turn_delivers_what_waits() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    make(node, 70)
    turn(node, peer)
    assert models.Outbox.objects.filter(state="delivered").count() == 70
    assert peer.checkpoints_asked == 0


@pytest.mark.django_db
def test_silence_is_stated_by_the_loop() -> None:
    clock = Clock()
    node = make_node(VN, [AT], clock=clock)
    make(node)
    turn(node, NullPeerDoor())
    clock.now += timedelta(days=4)
    turn(node, NullPeerDoor())
    assert models.Act.objects.get(kind="statement.silence").partner == "VN"


@pytest.mark.django_db
def test_checkpoints_are_exchanged_when_acts_were_logged_and_an_hour_has_gone() -> None:
    clock = Clock()
    node, peer = make_node(VN, [AT], clock=clock), Peer(AT, VN, clock)
    turn(node, peer)
    assert peer.checkpoints_asked == 0
    make(node)
    turn(node, peer)
    clock.go(hours=2)
    turn(node, peer)
    assert peer.checkpoints_asked == 0


@pytest.mark.django_db
def test_a_node_that_is_not_set_up_is_told_so() -> None:
    def nobody() -> Node:
        raise UsageError("parties.not_initialised")

    with pytest.raises(UsageError, match=r"parties\.not_initialised"):
        run(nobody, threading.Event(), once=True)


def wait_for(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.django_db(transaction=True)
def test_the_loop_delivers_in_threads_and_survives_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "TICK", 0.01)
    node, peer = make_node(VN, [AT]), Peer(AT, VN)
    make(node, 3)
    faults = iter([UsageError("parties.not_initialised"), ZeroDivisionError()])

    def provide() -> Node:
        for fault in faults:
            raise fault
        return node

    stop = threading.Event()
    thread = threading.Thread(target=run, args=(provide, stop), kwargs={"open_door": lambda _url, _pin: peer})
    thread.start()
    try:
        wait_for(lambda: models.Outbox.objects.filter(state="delivered").count() == 3)
    finally:
        stop.set()
        thread.join()
    assert len(peer.kept) == 3


@pytest.mark.django_db(transaction=True)
def test_an_idle_worker_only_glances_and_wakes_when_somebody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "IDLE_TICK", 60.0)
    node = make_node(VN, [AT])
    worker = Worker(lambda: node, lambda _url, _pin: NullPeerDoor())
    assert worker.has_reason()
    assert not worker.has_reason()

    def write() -> None:
        make(node)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert worker.has_reason()
    assert not worker.has_reason()
    monkeypatch.setattr(loop, "IDLE_TICK", 0.0)
    assert worker.has_reason()
