# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log's rows: what the database itself refuses."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from longbien.core.log.merkle import Frontier
from longbien.core.log.tiles import Tile
from longbien.store.models.log import (
    Log,
    LogCheckpoint,
    LogEntry,
    LogTile,
    Misbehaviour,
    WitnessedCheckpoint,
    WitnessedLog,
)
from longbien.store.queries import log as rows
from longbien.store.queries.log_sql import (
    StoredTiles,
    add_entries,
    checkpoint_of_open_log,
    entries_at,
    tiles_at,
    write_state,
    write_tiles,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROOT = b"r" * 32

pytestmark = pytest.mark.django_db


@pytest.fixture
def log() -> int:
    return rows.create_log("longbien.example/zz/1", NOW).log_id


def test_one_log_is_open(log: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.create_log("longbien.example/zz/2", NOW)
    rows.close_log(log, NOW)
    rows.create_log("longbien.example/zz/2", NOW)
    assert [(head.origin, head.is_open) for head in rows.heads()] == [
        ("longbien.example/zz/1", False),
        ("longbien.example/zz/2", True),
    ]


def test_an_origin_is_used_once(log: int) -> None:
    rows.close_log(log, NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.create_log("longbien.example/zz/1", NOW)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (LogEntry, {"index": 0, "data": b"x"}),
        (LogTile, {"level": 0, "number": 0, "hashes": b"x"}),
        (LogCheckpoint, {"size": 1, "note": b"x", "signed_at": NOW}),
    ],
)
def test_a_place_is_filled_once(log: int, model: type[models.Model], values: dict[str, object]) -> None:
    model._default_manager.create(log_id=log, **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        model._default_manager.create(log_id=log, **values)


def test_what_a_log_holds_keeps_it_from_being_deleted(log: int) -> None:
    add_entries(log, 0, [b"leaf"])
    with pytest.raises(ProtectedError):
        Log.objects.get().delete()


def test_a_witnessed_size_has_one_root_and_a_refused_state_one_row() -> None:
    log = WitnessedLog.objects.create(party="AT", origin="o", root=ROOT, note=b"")
    held = {"size": 3, "root": ROOT, "note": b"", "digest": "d" * 64, "held_at": NOW}
    WitnessedCheckpoint.objects.create(log=log, **held)
    with pytest.raises(IntegrityError), transaction.atomic():
        WitnessedCheckpoint.objects.create(log=log, **(held | {"root": b"s" * 32}))
    refused = {
        "party": "AT",
        "origin": "o",
        "suspicion": "fork",
        "size": 3,
        "root": ROOT,
        "note": b"",
        "digest": "d" * 64,
        "found_at": NOW,
    }
    Misbehaviour.objects.create(**refused)
    with pytest.raises(IntegrityError), transaction.atomic():
        Misbehaviour.objects.create(**refused)


def test_the_state_is_read_as_it_was_written(log: int) -> None:
    frontier = Frontier().extend([b"a" * 32, b"b" * 32, b"c" * 32])
    write_state(log, frontier, b"note", NOW)
    head = rows.open_head(lock=True)
    assert head is not None
    assert head.frontier == frontier
    assert bytes(Log.objects.get().root) == frontier.root()
    assert LogCheckpoint.objects.get().signed_at == NOW
    stored = checkpoint_of_open_log()
    assert stored is not None
    assert (stored.size, stored.note, stored.cosignatures) == (3, b"note", ())
    assert checkpoint_of_open_log(2) is None


def test_tiles_grow_and_are_cut_to_the_width_asked(log: int) -> None:
    write_tiles(log, {(0, 0): b"a" * 32, (1, 7): b"z" * 64}, growing=frozenset())
    write_tiles(log, {(0, 0): b"a" * 32 + b"b" * 32, (0, 1): b"c" * 32}, growing=frozenset({(0, 0)}))
    assert tiles_at(log, [(0, 0), (0, 1), (0, 2), (1, 7)]) == {
        (0, 0): b"a" * 32 + b"b" * 32,
        (0, 1): b"c" * 32,
        (1, 7): b"z" * 64,
    }
    assert rows.tile_count(log) == 3
    reader = StoredTiles(log_id=log)
    for _ in range(2):
        assert reader.read_tiles([Tile(0, 0, 1), Tile(0, 9), Tile(1, 7, 2)]) == [b"a" * 32, b"", b"z" * 64]


def test_many_entries_are_asked_for_at_once(log: int) -> None:
    entries = [f"leaf {number}".encode() for number in range(1500)]
    add_entries(log, 0, entries)
    assert entries_at(log, [*range(1500), 9999]) == dict(enumerate(entries))
    assert list(rows.entries_between(log, 1400, 1402)) == [(1400, entries[1400]), (1401, entries[1401])]
