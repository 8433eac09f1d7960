# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tiles: the tree as files of 256 hashes, and entry bundles (c2sp.org/tlog-tiles).

Tile `number` of level L holds, one after the other, the nodes of tree level 8 * L from position `number` * 256 on. A tile that is not
full has a width from 1 to 255 and is part of the path's name. A bundle holds the entries whose hashes stand in the tile of level 0.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Final, NamedTuple, Protocol

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.merkle import HASH_SIZE, Node

WIDTH: Final = 256
"""How many hashes a full tile holds."""
HEIGHT: Final = 8
"""How many levels of the tree a tile spans."""
MAX_ENTRY: Final = 2**16 - 1
"""The largest entry of a bundle, in bytes."""

_KEPT_TILES: Final = 256
_LEVELS: Final = 64
_NUMBER: Final = r"(?:x[0-9]{3}/){0,6}[0-9]{3}"
_WIDTH: Final = r"(?:\.p/([1-9][0-9]{0,2}))?"
_TILE_PATH: Final = re.compile(rf"tile/(0|[1-9][0-9]?)/({_NUMBER}){_WIDTH}")
_BUNDLE_PATH: Final = re.compile(rf"tile/entries/({_NUMBER}){_WIDTH}")


class Tile(NamedTuple):
    """A tile: `number` counts within its level, `width` (1 to 256) is how many of its hashes are there."""

    level: int
    number: int
    width: int = WIDTH


class Bundle(NamedTuple):
    """A bundle of entries beside the tile of level 0 with the same number and width."""

    number: int
    width: int = WIDTH


class TileReader(Protocol):
    """Where tiles come from: a database, a folder, a partner."""

    def read_tiles(self, tiles: Sequence[Tile]) -> Sequence[bytes]:
        """Give the hashes of each tile, in the order asked; longer than asked (a wider tile) is allowed."""


def tile_path(tile: Tile) -> str:
    """Print a tile's path below the log's prefix: `tile/0/x001/234.p/5`."""
    return f"tile/{tile.level}/{_print_number(tile.number)}{_print_width(tile.width)}"


def bundle_path(bundle: Bundle) -> str:
    """Print a bundle's path below the log's prefix: `tile/entries/x001/234.p/5`."""
    return f"tile/entries/{_print_number(bundle.number)}{_print_width(bundle.width)}"


def parse_tile_path(path: str) -> Tile | Bundle:
    """Read the path of a tile or a bundle, in its one spelling; MalformedError `log.tile_path_malformed`."""
    refused = MalformedError("log.tile_path_malformed", path=path[:80])
    if match := _TILE_PATH.fullmatch(path):
        found: Tile | Bundle = Tile(int(match[1]), _parse_number(match[2]), int(match[3] or WIDTH))
        again = tile_path(found)  # type: ignore[arg-type] # a tile, as just built
        level = found[0]
    elif match := _BUNDLE_PATH.fullmatch(path):
        found = Bundle(_parse_number(match[1]), int(match[2] or WIDTH))
        again, level = bundle_path(found), 0
    else:
        raise refused
    if again != path or level >= _LEVELS or found.width > WIDTH:
        raise refused
    return found


def width_at(level: int, number: int, size: int) -> int:
    """Tell how wide a tile is in the tree of `size` leaves: 0 (it is not there) to 256."""
    return max(0, min(WIDTH, (size >> HEIGHT * level) - number * WIDTH))


def tiles_between(old: int, size: int) -> Iterator[Tile]:
    """Name the tiles that are new or wider in the tree of `size` leaves than in that of `old`: all tiles for `old` 0."""
    for level in range(HEIGHT):
        first, count = old >> HEIGHT * level, size >> HEIGHT * level
        for number in range(first // WIDTH, -(-count // WIDTH) if count > first else 0):
            yield Tile(level, number, width_at(level, number, size))


def bundles_between(old: int, size: int) -> Iterator[Bundle]:
    """Name the bundles that are new or wider in the log of `size` entries than in that of `old`."""
    for number in range(old // WIDTH, -(-size // WIDTH) if size > old else 0):
        yield Bundle(number, width_at(0, number, size))


def print_bundle(entries: Sequence[bytes]) -> bytes:
    """Write entries as a bundle: each with its length before it, 16 bits big-endian."""
    if not 1 <= len(entries) <= WIDTH or any(len(entry) > MAX_ENTRY for entry in entries):
        raise RefusedError("log.bundle_impossible")
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def parse_bundle(data: bytes, width: int) -> tuple[bytes, ...]:
    """Read exactly `width` entries; MalformedError `log.bundle_malformed` for anything missing or left over."""
    entries: list[bytes] = []
    at = 0
    for _ in range(width):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data) or at + 2 > len(data):
            raise MalformedError("log.bundle_malformed")
        entries.append(data[at + 2 : end])
        at = end
    if at != len(data):
        raise MalformedError("log.bundle_malformed")
    return tuple(entries)


def split_tile(data: bytes) -> list[bytes]:
    """Divide a tile into its hashes; MalformedError `log.tile_malformed`."""
    if not data or len(data) % HASH_SIZE or len(data) > WIDTH * HASH_SIZE:
        raise MalformedError("log.tile_malformed")
    return [data[at : at + HASH_SIZE] for at in range(0, len(data), HASH_SIZE)]


class TileHashes:
    """The nodes of the tree of `size` leaves, read from tiles: its `read` is what proofs ask (`merkle.ReadNodes`).

    It believes the tiles: prove from your own, and check what is proven against a signed root.
    """

    __slots__ = ("_reader", "_size")

    def __init__(self, reader: TileReader, size: int) -> None:
        """Read from `reader`, never beyond the tree of `size` leaves."""
        self._reader = reader
        self._size = size

    def read(self, nodes: Sequence[Node]) -> list[bytes]:
        """Give the hashes of nodes. MalformedError `log.tile_malformed` if a tile is shorter than it must be."""
        if any((node.position + 1) << node.level > self._size for node in nodes):
            raise RefusedError("log.size_out_of_range", size=self._size)
        places = [(level // HEIGHT, (position << level % HEIGHT) // WIDTH) for level, position in nodes]
        tiles = [Tile(level, number, width_at(level, number, self._size)) for level, number in set(places)]
        found: dict[tuple[int, int], bytes] = {}
        for tile, data in zip(tiles, self._reader.read_tiles(tiles), strict=True):
            if len(data) < tile.width * HASH_SIZE or len(data) % HASH_SIZE:
                raise MalformedError("log.tile_malformed")
            found[tile.level, tile.number] = data
        return [_node(node, found[place]) for node, place in zip(nodes, places, strict=True)]


def _node(node: Node, tile: bytes) -> bytes:
    above = node.level % HEIGHT
    start = node.position % (WIDTH >> above) * HASH_SIZE
    return _levels(tile)[above][start : start + HASH_SIZE]


@lru_cache(maxsize=_KEPT_TILES)
def _levels(tile: bytes) -> tuple[bytes, ...]:
    """Give all nodes inside a tile, level by level, one after the other. The most used tiles are kept: full ones never change."""
    split_tile(tile)
    levels = [tile]
    for _ in range(HEIGHT - 1):
        below = levels[-1]
        pairs = range(0, len(below) - HASH_SIZE, 2 * HASH_SIZE)
        # As `merkle.node_hash`, without a call for each of 255 nodes: this is most of what a proof costs.
        levels.append(b"".join([sha256(b"\x01" + below[at : at + 2 * HASH_SIZE]).digest() for at in pairs]))
    return tuple(levels)


def _print_number(number: int) -> str:
    """Print a number in groups of three digits, all but the last marked: 1234067 is `x001/x234/067`."""
    groups = [f"{number % 1000:03}"]
    while number := number // 1000:
        groups.append(f"x{number % 1000:03}")
    return "/".join(reversed(groups))


def _parse_number(text: str) -> int:
    return int(text.replace("x", "").replace("/", ""))


def _print_width(width: int) -> str:
    return "" if width == WIDTH else f".p/{width}"
