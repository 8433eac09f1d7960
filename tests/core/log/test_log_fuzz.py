# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random input for every parser of the log: a value that is written back with the same bytes, or our own error."""

import contextlib
import random
from collections.abc import Callable, Iterator

import pytest

from longbien.core.base.errors import LongBienError
from longbien.core.log.checkpoint import open_checkpoint, read_checkpoint
from longbien.core.log.cosign import parse_cosignatures, print_cosignatures
from longbien.core.log.kept import KeptLeaves
from longbien.core.log.leaf import parse_leaf, print_leaf
from longbien.core.log.note import parse_note, parse_vkey, print_note, print_vkey
from longbien.core.log.policy import parse_policy
from longbien.core.log.proof import Receipt, parse_proof, print_proof, verify_receipt
from longbien.core.log.tiles import (
    Bundle,
    bundle_path,
    parse_bundle,
    parse_tile_path,
    print_bundle,
    tile_path,
)
from longbien.core.log.witness import (
    AddCheckpoint,
    Known,
    decide,
    parse_add_checkpoint,
    print_add_checkpoint,
    read_request,
)
from longbien.core.sealing.suites import KeyUse
from tests.authority import NOW
from tests.fuzz import mutate
from tests.logs import leaves, log_signer, signed, tree_of, witness_signer

SIGNER = log_signer()
LEAVES = leaves(9)
TREE = tree_of(LEAVES)
SIGNED = signed(LEAVES, SIGNER)
WITNESS = witness_signer()
COSIGNED = WITNESS.cosign(SIGNED.checkpoint, NOW)


def _proof() -> bytes:
    request = print_add_checkpoint(AddCheckpoint(old=0, path=TREE.inclusion_path(6), signed=SIGNED))
    return request.replace(b"old 0\n", b"c2sp.org/tlog-proof@v1\nindex 6\n")


REQUEST = print_add_checkpoint(AddCheckpoint(old=3, path=TREE.consistency_path(3), signed=SIGNED))
KEPT = KeptLeaves(first=3, sealed=b"sealed")
VKEYS = [print_vkey(key) for key in (*SIGNER.keys.keys, *WITNESS.keys.keys)]
POLICY = (
    f"log {VKEYS[0]}\nlog {VKEYS[1]}\nwitness a {VKEYS[2]}\nwitness b {VKEYS[3]}\n"
    "group g all a b\ngroup h 1 g\nquorum h\n"
).encode()


def _path_back(data: bytes) -> bytes:
    found = parse_tile_path(data.decode("utf-8", "replace"))
    return (bundle_path(found) if isinstance(found, Bundle) else tile_path(found)).encode()


ROUND_TRIPS: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "note": (SIGNED.data, lambda data: print_note(parse_note(data))),
    "checkpoint": (SIGNED.data, lambda data: read_checkpoint(data).data),
    "cosignatures": (print_cosignatures(COSIGNED), lambda data: print_cosignatures(parse_cosignatures(data))),
    "request": (REQUEST, lambda data: print_add_checkpoint(parse_add_checkpoint(data))),
    "request with leaves": (
        print_add_checkpoint(AddCheckpoint(old=3, path=TREE.consistency_path(3), signed=SIGNED, kept=KEPT)),
        lambda data: print_add_checkpoint(parse_add_checkpoint(data)),
    ),
    "proof": (_proof(), lambda data: print_proof(parse_proof(data))),
    "leaf": (LEAVES[0], lambda data: print_leaf(parse_leaf(data))),
    "bundle": (print_bundle(LEAVES[:3]), lambda data: print_bundle(parse_bundle(data, 3))),
    "vkey": (
        VKEYS[0].encode(),
        lambda data: print_vkey(parse_vkey(data.decode("utf-8", "replace"), KeyUse.LOG)).encode(),
    ),
    "tile path": (b"tile/3/x001/x234/067.p/12", _path_back),
}


@pytest.mark.fuzz
@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_mutated_input_is_refused_or_written_back_the_same(
    name: str, rounds: Iterator[random.Random]
) -> None:
    good, there_and_back = ROUND_TRIPS[name]
    assert there_and_back(good) == good
    for chance in rounds:
        data = mutate(good, chance)
        with contextlib.suppress(LongBienError):
            assert there_and_back(data) == data


@pytest.mark.fuzz
def test_mutated_policies_are_refused_or_read(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        with contextlib.suppress(LongBienError):
            policy = parse_policy(mutate(POLICY, chance))
            policy.is_met(set(policy.witnesses).__contains__)


@pytest.mark.fuzz
def test_no_mutated_checkpoint_is_believed(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        data = mutate(SIGNED.data, chance)
        with contextlib.suppress(LongBienError):
            assert open_checkpoint(data, SIGNER.keys).checkpoint == SIGNED.checkpoint


@pytest.mark.fuzz
def test_no_mutated_receipt_is_believed(rounds: Iterator[random.Random]) -> None:
    good = _proof()
    for chance in rounds:
        leaf = mutate(LEAVES[6], chance)
        with contextlib.suppress(LongBienError):
            verify_receipt(Receipt(leaf=leaf, proof=good), SIGNER.keys)
            assert leaf == LEAVES[6]
        with contextlib.suppress(LongBienError):
            signed = verify_receipt(Receipt(leaf=LEAVES[6], proof=mutate(good, chance)), SIGNER.keys)
            assert signed.checkpoint == SIGNED.checkpoint


@pytest.mark.fuzz
def test_no_mutated_request_is_cosigned_for_another_tree(rounds: Iterator[random.Random]) -> None:
    known = Known(keys=SIGNER.keys, size=3, root=TREE.root(3))
    for chance in rounds:
        request = read_request(mutate(REQUEST, chance))
        if isinstance(request, AddCheckpoint):
            decision = decide(request, known)
            signed = getattr(decision, "signed", None)
            assert signed is None or signed.checkpoint == SIGNED.checkpoint
