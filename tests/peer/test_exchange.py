# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The routes of acts and checkpoints, as a partner meets them."""

import random
from collections.abc import Iterator

import pytest
from django.db import OperationalError

from longbien.actions.node import provide_node
from longbien.core.base.errors import UsageError
from longbien.core.exchange.answer import parse_answer, parse_error
from longbien.core.log.checkpoint import open_checkpoint
from longbien.core.log.witness import SIZE_TYPE
from longbien.peer import exchange
from longbien.store import models
from tests.doors import PeerDoor
from tests.fuzz import mutate

ACTS, CHECKPOINT = "/peer/v1/acts", "/peer/v1/checkpoint"


def test_a_delivery_is_answered(door: PeerDoor) -> None:
    act = door.peer.act()
    status, body = door.post(ACTS, door.peer.delivery(door.peer.frame(act)))
    assert status == 200
    assert [result.code for result in door.peer.take_answer(body).results] == ["exchange.received"]
    assert models.Act.objects.get().digest == act.digest


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "exchange.truncated"),
        (b"x" * 100, 400, "exchange.delivery_malformed"),
        (b"x" * (16 * 1024 * 1024 + 1), 413, "exchange.too_large"),
    ],
)
def test_what_is_no_delivery_has_a_status_and_a_code(
    door: PeerDoor, body: bytes, status: int, code: str
) -> None:
    found, answer = door.post(ACTS, body)
    assert (found, parse_error(answer)) == (status, code)
    assert models.Act.objects.count() == 0


def test_faults_of_ours_ask_the_partner_to_come_again(
    door: PeerDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = door.peer.delivery(door.peer.frame(door.peer.act()))
    for error in (OperationalError(), ZeroDivisionError()):

        def fail(error: Exception = error, **_: object) -> bytes:
            raise error

        monkeypatch.setattr(exchange, "receive", fail)
        status, body = door.post(ACTS, delivery)
        assert (status, parse_error(body)) == (503, "exchange.busy")


def test_a_node_without_keys_says_so(door: PeerDoor) -> None:
    def nobody() -> None:
        raise UsageError("parties.not_initialised")

    provide_node(nobody)  # type: ignore[arg-type]
    status, body = door.post(ACTS, door.peer.delivery(b"frame"))
    assert (status, parse_error(body)) == (503, "parties.not_initialised")


def test_there_are_no_other_ways_in(door: PeerDoor) -> None:
    for path in (
        "/",
        "/peer/v1/",
        "/peer/v1/acts/",
        "/peer/v2/acts",
        f"/peer/v1/evidence/{'AB' * 16}/content/0",
    ):
        status, body = door.post(path, b"")
        assert (status, parse_error(body)) == (404, "http.not_found")
    assert door.get(ACTS)[0] == 405
    assert door.put(CHECKPOINT, b"")[0] == 405


def test_the_newest_checkpoint_is_given(door: PeerDoor) -> None:
    door.post(ACTS, door.peer.delivery(door.peer.frame(door.peer.act())))
    status, body = door.get(CHECKPOINT)
    assert status == 200
    assert open_checkpoint(body, door.node.keys.log.keys).checkpoint.size == 1


def test_a_checkpoint_is_cosigned_and_a_stale_one_is_told_the_size(door: PeerDoor) -> None:
    door.peer.append_anything()
    status, body = door.post(CHECKPOINT, door.peer.request(0))
    assert (status, body.count(b"\n")) == (200, 2)
    door.peer.append_anything()
    stale = door.client.post(CHECKPOINT, door.peer.request(0), content_type="text/plain")
    assert (stale.status_code, stale.content, stale.headers["Content-Type"]) == (409, b"1\n", SIZE_TYPE)
    assert door.post(CHECKPOINT, b"rubbish") == (400, b"log.request_malformed\n")


@pytest.mark.fuzz
def test_the_door_still_serves_after_fuzzing(door: PeerDoor, rounds: Iterator[random.Random]) -> None:
    act = door.peer.act()
    frame = door.peer.frame(act)
    whole = door.peer.delivery(frame)
    door.peer.append_anything()
    request = door.peer.request(0)
    for chance in rounds:
        flipped = mutate(frame, chance)
        body = chance.choice([mutate(whole, chance), door.peer.delivery(flipped), chance.randbytes(200)])
        status, answer = door.post(ACTS, body)
        if status == 200:
            parse_answer(answer)
        else:
            parse_error(answer)
        assert door.post(CHECKPOINT, mutate(request, chance))[0] in {200, 400, 403, 404, 409, 422}
        if models.Act.objects.exists():  # a mutation outside the frame may leave the act whole
            assert models.Act.objects.get().digest == act.digest
    assert models.Act.objects.count() <= 1
    status, answer = door.post(ACTS, door.peer.delivery(door.peer.frame(door.peer.act())))
    assert [result.code for result in parse_answer(answer).results] == ["exchange.received"]
