# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A step that dies anywhere leaves nothing half-done: every look at the clock and every draw of chance is a place to die.

Each verb is run again and again; the first time its first look at the world fails, then its second, and so on, until it
gets through. After each death the database and the payloads are as they were before.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.evidence.accept import accept
from longbien.actions.evidence.open_received import open_received
from longbien.actions.evidence.release import release
from longbien.actions.evidence.seal import Opened, seal
from longbien.bridge.null import MemoryStore
from longbien.core.evidence.inner import Acquired, Description
from tests.actions.steps import accepted, announced, granted, send, transferred
from tests.authority import NOW
from tests.pair import Pair, Side
from tests.requests import preservation

_MOST: Final = 60
"""More places to die than any verb has."""


class PowerCutError(Exception):
    """The process is gone."""


@contextmanager
def dying(side: Side, looks: int) -> Iterator[None]:
    """Let a node die at its `looks`-th look at clock or chance."""
    whole, left = side.node, [looks]

    def count() -> None:
        left[0] -= 1
        if left[0] == 0:
            raise PowerCutError

    def clock() -> datetime:
        count()
        return whole.clock()

    def randomness(length: int) -> bytes:
        count()
        return whole.randomness(length)

    side.node = replace(whole, clock=clock, randomness=randomness)
    try:
        yield
    finally:
        side.node = whole


def everything(side: Side) -> tuple[str, dict[object, bytes]]:
    """Give all that a node keeps."""
    store = side.node.objects
    assert isinstance(store, MemoryStore)
    side.database.ensure_connection()
    return "\n".join(side.database.connection.iterdump()), {
        name: bytes(data) for name, data in store._parts.items()
    }


def survive(side: Side, verb: Callable[[], object]) -> int:
    """Let a verb die at each of its looks in turn; give how many deaths it took until it got through."""
    with side:
        for looks in range(1, _MOST):
            before = everything(side)
            try:
                with dying(side, looks):
                    verb()
            except PowerCutError:
                assert everything(side) == before, f"half-done after look {looks}"
            else:
                assert everything(side) != before
                return looks - 1
    pytest.fail("the verb never got through")


def test_acknowledging_and_preserving(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    at = pair.at
    assert (
        survive(at, lambda: acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)) > 2
    )
    until = pair.clock.now + timedelta(days=90)
    deaths = survive(
        at, lambda: preserve(node=at.node, actor=at.officers["duty"], request_id=request_id, until=until)
    )
    assert deaths > 4


def test_sealing(pair: Pair) -> None:
    request_id = granted(pair)
    at = pair.at
    description = Description(
        name="auth.log",
        media_type="text/plain",
        form="file",
        acquired=Acquired(at=NOW, by_role="at-custodian-1"),
    )

    def verb() -> object:
        return seal(
            node=at.node,
            actor=at.officers["custodian"],
            opened=Opened(source=io.BytesIO(b"evidence" * 1000)),
            description=description,
            request_id=request_id,
        )

    assert survive(at, verb) > 5


def test_accepting(pair: Pair) -> None:
    _, object_id = announced(pair)
    vn = pair.vn

    def verb() -> object:
        return accept(node=vn.node, actor=vn.officers["custodian"], object_id=object_id)

    assert survive(vn, verb) > 1


def test_releasing(pair: Pair) -> None:
    _, object_id = accepted(pair)
    at = pair.at
    assert survive(at, lambda: release(node=at.node, object_id=object_id)) > 3


def test_opening(pair: Pair) -> None:
    _, object_id = accepted(pair)
    transferred(pair)
    with pair.at as at:
        release(node=at.node, object_id=object_id)
    pair.carry(pair.at)
    vn = pair.vn

    def verb() -> object:
        return open_received(
            node=vn.node, actor=vn.officers["custodian"], object_id=object_id, sink=io.BytesIO()
        )

    assert survive(vn, verb) > 3
