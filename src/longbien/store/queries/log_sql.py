# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log's busiest questions in plain SQL, the same for SQLite and PostgreSQL.

A proof must take less than a millisecond and an append some microseconds a leaf; making Django's query and row objects alone takes longer.
All values are parameters; names come from the models.
"""
# ruff: noqa: S608

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.db import connection

from longbien.core.log.merkle import HASH_SIZE, Frontier
from longbien.core.log.tiles import Tile
from longbien.store.models.log import Cosignature, Log, LogCheckpoint, LogEntry, LogTile

_LOG: Final = Log._meta.db_table
_ENTRY: Final = LogEntry._meta.db_table
_TILE: Final = LogTile._meta.db_table
_CHECKPOINT: Final = LogCheckpoint._meta.db_table
_COSIGNATURE: Final = Cosignature._meta.db_table
MAX_WITNESSES: Final = 8
"""So many witnesses, the first to cosign, are shown with a checkpoint: each adds 3.4 kB, and a note has its bounds."""
_MANY: Final = 400
"""So many values are asked for in one statement: SQLite bounds the parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCheckpoint:
    """A checkpoint of this node as it was signed, and the cosignature lines of the first `MAX_WITNESSES`."""

    log_id: int
    size: int
    note: bytes
    cosignatures: tuple[str, ...]


def add_entries(log_id: int, first: int, entries: Sequence[bytes]) -> None:
    """Add entries from index `first` on."""
    rows = [(log_id, index, data) for index, data in enumerate(entries, start=first)]
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO {_ENTRY} (log_id, "index", data) VALUES (%s, %s, %s)', rows)


def write_tiles(
    log_id: int, tiles: Mapping[tuple[int, int], bytes], *, growing: frozenset[tuple[int, int]]
) -> None:
    """Write tiles by (level, number): those in `growing` are there already, the others are new."""
    grown = [
        (hashes, log_id, level, number)
        for (level, number), hashes in tiles.items()
        if (level, number) in growing
    ]
    new = [
        (hashes, log_id, level, number)
        for (level, number), hashes in tiles.items()
        if (level, number) not in growing
    ]
    with connection.cursor() as cursor:
        for row in grown:
            cursor.execute(
                f'UPDATE {_TILE} SET hashes = %s WHERE log_id = %s AND level = %s AND "number" = %s', row
            )
        if new:
            cursor.executemany(
                f'INSERT INTO {_TILE} (hashes, log_id, level, "number") VALUES (%s, %s, %s, %s)', new
            )


def write_state(log_id: int, frontier: Frontier, note: bytes, signed_at: datetime) -> None:
    """Write the state that the next append starts from, and the checkpoint that was signed of it."""
    root, edge = frontier.root(), b"".join(frontier.hashes)
    at = connection.ops.adapt_datetimefield_value(signed_at)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {_LOG} SET size = %s, root = %s, frontier = %s WHERE id = %s",
            (frontier.size, root, edge, log_id),
        )
        cursor.execute(
            f"INSERT INTO {_CHECKPOINT} (log_id, size, note, signed_at) VALUES (%s, %s, %s, %s)",
            (log_id, frontier.size, note, at),
        )


def entries_at(log_id: int, indexes: Sequence[int]) -> dict[int, bytes]:
    """Give the entries at these indexes, as far as they are there."""
    found: dict[int, bytes] = {}
    for start in range(0, len(indexes), _MANY):
        some = indexes[start : start + _MANY]
        sql = f'SELECT "index", data FROM {_ENTRY} WHERE log_id = %s AND "index" IN ({_marks(some)})'
        found |= {int(index): bytes(data) for index, data in _select(sql, (log_id, *some))}
    return found


def tiles_at(log_id: int, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """Give the hashes of the tiles at these (level, number), as far as they are there."""
    numbers: dict[int, list[int]] = {}
    for level, number in places:
        numbers.setdefault(level, []).append(number)
    found: dict[tuple[int, int], bytes] = {}
    for level, of_level in numbers.items():
        for start in range(0, len(of_level), _MANY):
            some = of_level[start : start + _MANY]
            sql = f'SELECT "number", hashes FROM {_TILE} WHERE log_id = %s AND level = %s AND "number" IN ({_marks(some)})'
            rows = _select(sql, (log_id, level, *some))
            found |= {(level, int(number)): bytes(hashes) for number, hashes in rows}
    return found


@dataclass(slots=True, kw_only=True)
class StoredTiles:
    """A log's tiles as `core.log.tiles.TileReader`, each read once: for the proofs of one moment, not to be kept."""

    log_id: int
    _seen: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
        """Give tiles, cut to the width asked; a missing one is empty."""
        places = [(tile.level, tile.number) for tile in tiles]
        self._seen |= tiles_at(self.log_id, (place for place in places if place not in self._seen))
        return [
            self._seen.get(place, b"")[: tile.width * HASH_SIZE]
            for place, tile in zip(places, tiles, strict=True)
        ]


def checkpoint_of_open_log(size: int | None = None) -> StoredCheckpoint | None:
    """Give the open log's checkpoint of a size, or (None) its newest; None if there is none."""
    which, values = ("", ()) if size is None else ("AND size = %s", (size,))
    sql = (
        f"SELECT id, log_id, size, note FROM {_CHECKPOINT} "
        f"WHERE log_id = (SELECT id FROM {_LOG} WHERE is_open) {which} ORDER BY size DESC LIMIT 1"
    )
    rows = _select(sql, values)
    if not rows:
        return None
    found, log_id, at, note = rows[0]
    lines = _select(
        f"SELECT lines FROM {_COSIGNATURE} WHERE checkpoint_id = %s ORDER BY cosigned_at, party LIMIT {MAX_WITNESSES}",
        (found,),
    )
    return StoredCheckpoint(
        log_id=log_id, size=at, note=bytes(note), cosignatures=tuple(text for (text,) in lines)
    )


def _marks(values: Sequence[int]) -> str:
    return ", ".join(["%s"] * len(values))


def _select(sql: str, values: Sequence[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
