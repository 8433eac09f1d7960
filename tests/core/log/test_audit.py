# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.audit`: a sound log passes, and each way of being wrong is found and named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from longbien.core.log.audit import Finding, audit_log
from longbien.core.log.checkpoint import Checkpoint
from longbien.core.log.merkle import Frontier, Node, Tree, leaf_hash
from longbien.core.log.tiles import Tile, tiles_between
from tests.authority import NOW
from tests.logs import leaves, log_signer, tree_of

SIGNER = log_signer()
LEAVES = leaves(600)
SIZES = (0, 1, 255, 256, 257, 512, 600)


def checkpoint_of(tree: Tree, size: int) -> bytes:
    return SIGNER.sign(Checkpoint(origin=SIGNER.origin, size=size, root=tree.root(size)), NOW).data


NOTES = [checkpoint_of(tree_of(LEAVES), size) for size in SIZES]


@dataclass
class Dump:
    """A log in memory that can be damaged."""

    leaves: list[tuple[int, bytes]] = field(default_factory=lambda: list(enumerate(LEAVES)))
    notes: list[bytes] = field(default_factory=lambda: list(NOTES))
    stored: dict[tuple[int, int], bytes] = field(default_factory=dict)
    head: Frontier = field(default_factory=lambda: Frontier().extend(map(leaf_hash, LEAVES)))

    def __post_init__(self) -> None:
        tree = tree_of(LEAVES)
        for level, number, width in tiles_between(0, len(LEAVES)):
            start = number * 256
            nodes = [Node(8 * level, position) for position in range(start, start + width)]
            self.stored[level, number] = b"".join(tree.read(nodes))

    def frontier(self) -> Frontier:
        return self.head

    def entries(self) -> Iterator[tuple[int, bytes]]:
        return iter(self.leaves)

    def checkpoints(self) -> Iterator[bytes]:
        return iter(self.notes)

    def tile(self, level: int, number: int) -> bytes | None:
        return self.stored.get((level, number))

    def tile_count(self) -> int:
        return len(self.stored)

    def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
        return [self.stored.get((tile.level, tile.number), b"") for tile in tiles]


def findings(dump: Dump) -> set[tuple[str, str]]:
    audit = audit_log(dump, [SIGNER.keys])
    assert audit.is_sound is (audit.findings == ())
    return {(finding.code, finding.at) for finding in audit.findings}


def test_a_sound_log_passes() -> None:
    audit = audit_log(Dump(), [SIGNER.keys])
    assert audit.findings == ()
    assert audit.is_sound
    assert (audit.size, audit.checkpoints, audit.tiles) == (600, 7, 4)
    assert audit.root == tree_of(LEAVES).root()


def test_an_empty_log_passes() -> None:
    empty = Dump(leaves=[], notes=NOTES[:1], head=Frontier())
    empty.stored = {}
    assert findings(empty) == set()


def test_a_changed_leaf_is_found_in_tile_checkpoints_and_head() -> None:
    dump = Dump()
    dump.leaves[300] = (300, leaves(1, start=9000)[0])
    assert findings(dump) == {
        ("log.audit_tile_wrong", "0/1"),
        ("log.audit_tile_wrong", "1/0"),
        ("log.audit_checkpoint_wrong", "512"),
        ("log.audit_checkpoint_wrong", "600"),
        ("log.audit_head_wrong", "600"),
        *{("log.audit_proof_wrong", str(600 * n // 256)) for n in range(256)},
        ("log.audit_proof_wrong", "599"),
    }


def test_a_leaf_that_is_none_is_found_even_if_all_else_fits() -> None:
    junk = [*LEAVES[:5], b'{"name":"somebody"}']
    dump = Dump(
        leaves=list(enumerate(junk)),
        notes=[checkpoint_of(tree_of(junk), 6)],
        head=Frontier().extend(map(leaf_hash, junk)),
    )
    dump.stored = {(0, 0): b"".join(map(leaf_hash, junk))}
    assert findings(dump) == {("log.audit_leaf_malformed", "5")}


def test_a_lost_leaf_is_found() -> None:
    dump = Dump()
    del dump.leaves[599]
    codes = {code for code, _ in findings(dump)}
    assert {"log.audit_checkpoint_beyond", "log.audit_head_wrong", "log.audit_tile_wrong"} <= codes
    dump = Dump()
    del dump.leaves[10]
    assert ("log.audit_entry_missing", "10") in findings(dump)


@pytest.mark.parametrize("place", [(0, 0), (0, 2), (1, 0)])
def test_a_damaged_or_lost_tile_is_found(place: tuple[int, int]) -> None:
    name = f"{place[0]}/{place[1]}"
    dump = Dump()
    data = bytearray(dump.stored[place])
    data[0] ^= 1
    dump.stored[place] = bytes(data)
    assert ("log.audit_tile_wrong", name) in findings(dump)
    dump = Dump()
    del dump.stored[place]
    assert ("log.audit_tile_missing", name) in findings(dump)


def test_a_tile_too_many_is_found() -> None:
    dump = Dump()
    dump.stored[2, 0] = b"x" * 32
    assert findings(dump) == {("log.audit_tile_unexpected", "1")}


def test_a_false_checkpoint_is_found() -> None:
    dump = Dump()
    dump.notes[3] = checkpoint_of(tree_of(leaves(256, start=5000)), 256)
    assert findings(dump) == {("log.audit_checkpoint_wrong", "256")}


def test_a_checkpoint_with_a_broken_signature_is_found_and_the_rest_still_read() -> None:
    dump = Dump()
    dump.notes[3] = dump.notes[3][:-6] + b"AAAA=\n"
    assert findings(dump) == {("log.audit_checkpoint_invalid", "255")}


def test_a_checkpoint_of_an_unknown_key_is_found() -> None:
    dump = Dump(notes=[log_signer("VN", origin=SIGNER.origin).sign(_five(), NOW).data])
    assert findings(dump) == {("log.audit_checkpoint_invalid", "0")}


def test_checkpoints_of_a_changed_key_pass_when_both_keys_are_given() -> None:
    newer = log_signer("VN", origin=SIGNER.origin)
    dump = Dump(notes=[NOTES[1], newer.sign(_five(), NOW).data])
    assert audit_log(dump, [SIGNER.keys, newer.keys]).is_sound


def test_checkpoints_out_of_order_are_found() -> None:
    dump = Dump(notes=[NOTES[2], NOTES[1], NOTES[3]])
    assert findings(dump) == {("log.audit_checkpoint_order", "1")}


def test_a_wrong_head_is_found() -> None:
    assert findings(Dump(head=Frontier().extend(map(leaf_hash, LEAVES[:-1])))) == {
        ("log.audit_head_wrong", "599")
    }


def test_findings_are_counted_beyond_those_that_are_listed() -> None:
    dump = Dump(leaves=[(index, b"junk") for index in range(1500)], notes=[])
    audit = audit_log(dump, [SIGNER.keys])
    assert len(audit.findings) == 1000
    assert audit.found > 1500
    assert audit.findings[0] == Finding(code="log.audit_leaf_malformed", at="0")


def _five() -> Checkpoint:
    return Checkpoint(origin=SIGNER.origin, size=5, root=tree_of(LEAVES).root(5))
