# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leaves that a witness keeps: only the log's own node opens them, whatever was done to them on the way."""

import contextlib
import random
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.log.kept import (
    MAX_KEPT,
    MAX_LEAVES,
    KeptLeaves,
    join_kept,
    open_leaves,
    seal_leaves,
    split_kept,
)
from longbien.core.sealing import hpke
from tests.authority import authority
from tests.fuzz import mutate
from tests.logs import leaves

ORIGIN = "log.example/2026"
SEAL = authority("VN").seal
KEYS = {SEAL.key_id: SEAL}
LEAVES = leaves(40)


def kept(first: int = 10) -> KeptLeaves:
    found = seal_leaves(LEAVES[first:], origin=ORIGIN, first=first, recipient=SEAL.public)
    assert found is not None
    return found


def test_the_node_opens_what_it_sealed_and_nobody_else() -> None:
    assert open_leaves(kept(), origin=ORIGIN, size=40, private_key=KEYS.get) == LEAVES[10:]
    with pytest.raises(MalformedError, match=r"log\.kept_malformed"):
        open_leaves(kept(), origin=ORIGIN, size=40, private_key=lambda _key: None)
    assert b'"class"' not in kept().sealed


@pytest.mark.parametrize(("origin", "size", "first"), [("other", 40, 10), (ORIGIN, 41, 10), (ORIGIN, 40, 11)])
def test_leaves_open_only_for_their_log_and_place(origin: str, size: int, first: int) -> None:
    with pytest.raises(RefusedError, match=r"sealing\.not_opened"):
        open_leaves(replace(kept(), first=first), origin=origin, size=size, private_key=KEYS.get)


def test_too_many_and_too_few_are_refused() -> None:
    for first, size in ((40, 40), (41, 40), (0, MAX_LEAVES + 1)):
        with pytest.raises(MalformedError, match=r"log\.kept_malformed"):
            open_leaves(
                KeptLeaves(first=first, sealed=bytes(2000)), origin=ORIGIN, size=size, private_key=KEYS.get
            )
    noise = random.Random(1)
    many = [noise.randbytes(4000) for _ in range(40)]
    assert seal_leaves(many, origin=ORIGIN, first=0, recipient=SEAL.public) is None


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    info = f"longbien/leaves/v1\0{ORIGIN}\n39\n40\n".encode()
    sealed = bytes.fromhex(SEAL.key_id) + hpke.seal(bomb, SEAL.public, info)
    with pytest.raises(MalformedError, match=r"log\.kept_malformed"):
        open_leaves(KeptLeaves(first=39, sealed=sealed), origin=ORIGIN, size=40, private_key=KEYS.get)


def test_what_travels_behind_a_request_is_parted_from_it() -> None:
    request = b"old 3\n\norigin\n4\nroot\n\nline\n"
    found, behind = split_kept(join_kept(request, KeptLeaves(first=7, sealed=b"x\n\nleaves 9\ny")))
    assert (found, behind) == (request, KeptLeaves(first=7, sealed=b"x\n\nleaves 9\ny"))
    assert split_kept(join_kept(request, None)) == (request, None)
    for bad in (b"", bytes(MAX_KEPT + 1)):
        with pytest.raises(MalformedError, match=r"log\.kept_malformed"):
            split_kept(request + b"\nleaves 7\n" + bad)


@pytest.mark.fuzz
def test_mutated_leaves_are_refused(rounds: Iterator[random.Random]) -> None:
    good = kept()
    for chance in rounds:
        sealed = mutate(good.sealed, chance)
        with contextlib.suppress(LongBienError):
            found = open_leaves(replace(good, sealed=sealed), origin=ORIGIN, size=40, private_key=KEYS.get)
            assert found == LEAVES[10:]
