# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.tiles`: names, widths and proofs from tiles; and the public 15-leaf log, byte for byte."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.checkpoint import Checkpoint, open_checkpoint
from longbien.core.log.merkle import (
    HASH_SIZE,
    Node,
    Tree,
    consistency_path,
    inclusion_path,
    leaf_hash,
    tree_root,
    verify_inclusion,
)
from longbien.core.log.note import parse_vkey
from longbien.core.log.tiles import (
    Bundle,
    Tile,
    TileHashes,
    bundle_path,
    bundles_between,
    parse_bundle,
    parse_tile_path,
    print_bundle,
    split_tile,
    tile_path,
    tiles_between,
    width_at,
)
from longbien.core.sealing.suites import KeyUse
from tests.logs import only_key, private_note_key, sign_classic

BIG = Tree(leaf_hash(number.to_bytes(4, "big")) for number in range(70_000))
TESSERA_VKEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
TESSERA_KEY = "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg"
TESSERA_LEAVES = (
    b"one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split()
)


class Tiles:
    """The tiles of a tree in memory."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
        found = []
        for tile in tiles:
            start = tile.number * 256
            nodes = [Node(8 * tile.level, position) for position in range(start, start + tile.width)]
            found.append(b"".join(self.tree.read(nodes)))
        return found


def test_paths_are_those_of_the_specification() -> None:
    assert tile_path(Tile(0, 1234067)) == "tile/0/x001/x234/067"
    assert tile_path(Tile(2, 0, 1)) == "tile/2/000.p/1"
    assert bundle_path(Bundle(273, 112)) == "tile/entries/273.p/112"


def test_a_tree_of_70000_has_the_tiles_that_the_specification_counts() -> None:
    tiles = list(tiles_between(0, 70_000))
    assert [tile for tile in tiles if tile.width < 256] == [Tile(0, 273, 112), Tile(1, 1, 17), Tile(2, 0, 1)]
    assert [sum(tile.level == level for tile in tiles) for level in range(4)] == [274, 2, 1, 0]
    assert list(tiles_between(0, 256)) == [Tile(0, 0), Tile(1, 0, 1)]
    assert list(bundles_between(0, 257)) == [Bundle(0), Bundle(1, 1)]


@given(st.integers(0, 2**20), st.integers(0, 2**12))
def test_tiles_between_two_sizes_are_those_that_differ(old: int, more: int) -> None:
    size = old + more
    before, after = set(tiles_between(old, old)), set(tiles_between(old, size))
    assert before == set()
    for tile in after:
        assert tile.width == width_at(tile.level, tile.number, size) > width_at(tile.level, tile.number, old)
    for level in range(3):
        last = size >> 8 * level + 8
        if width_at(level, last, size) > width_at(level, last, old):
            assert Tile(level, last, width_at(level, last, size)) in after
    expected = {Bundle(tile.number, tile.width) for tile in after if tile.level == 0}
    assert set(bundles_between(old, size)) == expected


@given(st.integers(0, 63), st.integers(0, 2**55), st.integers(1, 256))
def test_paths_are_read_as_they_are_written(level: int, number: int, width: int) -> None:
    tile, bundle = Tile(level, number, width), Bundle(number, width)
    assert parse_tile_path(tile_path(tile)) == tile
    assert parse_tile_path(bundle_path(bundle)) == bundle


@pytest.mark.parametrize(
    "path",
    [
        "tile/64/000",
        "tile/00/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/entries/x000/000",
        "tile/entries/٠٠٠",
        "/tile/0/000",
        "tile/0/000\n",
        "checkpoint",
        "",
    ],
)
def test_another_spelling_of_a_path_is_refused(path: str) -> None:
    with pytest.raises(MalformedError, match=r"log\.tile_path_malformed"):
        parse_tile_path(path)


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
def test_bundles_are_read_as_they_are_written(entries: list[bytes]) -> None:
    data = print_bundle(entries)
    assert parse_bundle(data, len(entries)) == tuple(entries)
    for wrong, width in ((data, len(entries) + 1), (data + b"\0", len(entries)), (data[:-1], len(entries))):
        with pytest.raises(MalformedError, match=r"log\.bundle_malformed"):
            parse_bundle(wrong, width)


def test_a_bundle_that_cannot_be_is_not_written() -> None:
    for entries in ([], [b""] * 257, [b"x" * 65_536]):
        with pytest.raises(RefusedError, match=r"log\.bundle_impossible"):
            print_bundle(entries)


@pytest.mark.parametrize("data", [b"", b"x" * 31, b"x" * 33, b"x" * 32 * 257])
def test_a_tile_that_is_not_whole_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError, match=r"log\.tile_malformed"):
        split_tile(data)


@given(st.integers(1, 70_000).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size))))
def test_proofs_from_tiles_are_those_of_the_tree(place: tuple[int, int]) -> None:
    index, size = place
    read = TileHashes(Tiles(BIG), size).read
    assert tree_root(read, size) == BIG.root(size)
    assert inclusion_path(read, index, size) == BIG.inclusion_path(index, size)
    assert consistency_path(read, index, size) == BIG.consistency_path(index, size)


def test_nodes_beyond_the_size_are_not_read() -> None:
    with pytest.raises(RefusedError, match=r"log\.size_out_of_range"):
        TileHashes(Tiles(BIG), 300).read([Node(8, 1)])


class ShortTiles(Tiles):
    """Tiles with their last hash lost."""

    def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
        return [data[:-HASH_SIZE] for data in super().read_tiles(tiles)]


def test_a_short_tile_is_refused() -> None:
    with pytest.raises(MalformedError, match=r"log\.tile_malformed"):
        inclusion_path(TileHashes(ShortTiles(BIG), 300).read, 299, 300)


def test_the_public_log_of_15_leaves_is_rebuilt_byte_for_byte(vectors: Path) -> None:
    folder = vectors / "tlog-tiles/testdata/log"
    name, seed = private_note_key(TESSERA_KEY)
    for size in range(1, 16):
        tree = Tree(leaf_hash(leaf) for leaf in TESSERA_LEAVES[:size])
        checkpoint = Checkpoint(origin=name, size=size, root=tree.root())
        data = (folder / f"checkpoint.{size}").read_bytes()
        assert sign_classic(name, seed, checkpoint).data == data
        keys = only_key(parse_vkey(TESSERA_VKEY, KeyUse.LOG))
        assert open_checkpoint(data, keys).checkpoint == checkpoint
        tile, bundle = Tile(0, 0, size), Bundle(0, size)
        assert Tiles(tree).read_tiles([tile]) == [(folder / tile_path(tile)).read_bytes()]
        assert print_bundle(TESSERA_LEAVES[:size]) == (folder / bundle_path(bundle)).read_bytes()
    assert (folder / "checkpoint").read_bytes() == (folder / "checkpoint.15").read_bytes()


def test_each_leaf_of_the_public_log_is_proven_from_its_tiles(vectors: Path) -> None:
    folder = vectors / "tlog-tiles/testdata/log"

    class Folder:
        def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
            return [(folder / tile_path(tile)).read_bytes() for tile in tiles]

    proofs = 0
    for size in range(1, 16):
        keys = only_key(parse_vkey(TESSERA_VKEY, KeyUse.LOG))
        checkpoint = open_checkpoint((folder / f"checkpoint.{size}").read_bytes(), keys).checkpoint
        for index in range(size):
            path = inclusion_path(TileHashes(Folder(), size).read, index, size)
            leaf = leaf_hash(TESSERA_LEAVES[index])
            verify_inclusion(leaf=leaf, index=index, size=size, path=path, root=checkpoint.root)
            proofs += 1
    assert proofs == 120
