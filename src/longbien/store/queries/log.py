# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing the node's own log. Nothing here decides: the rules are in `core.log`, the order in `actions.log`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import F

from longbien.core.log.merkle import HASH_SIZE, Frontier
from longbien.store.models.log import Cosignature, Log, LogCheckpoint, LogEntry, LogTile

_CHUNK: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The state of one log: its row's id, origin and right edge."""

    log_id: int
    origin: str
    frontier: Frontier
    is_open: bool
    opened_at: datetime
    closed_at: datetime | None
    held_since: datetime | None


def open_head(*, lock: bool = False) -> Head | None:
    """Give the open log, if there is one; `lock` keeps every other writer out until the transaction ends."""
    rows = Log.objects.select_for_update() if lock else Log.objects.all()
    row = rows.filter(is_open=True).first()
    return None if row is None else _head(row)


def heads() -> list[Head]:
    """Give all logs, the oldest first."""
    return [_head(row) for row in Log.objects.order_by("opened_at", "id")]


def create_log(origin: str, opened_at: datetime) -> Head:
    """Add an empty, open log."""
    row = Log.objects.create(origin=origin, root=Frontier().root(), frontier=b"", opened_at=opened_at)
    return _head(row)


def close_log(log_id: int, at: datetime) -> None:
    """Close a log: nothing is appended to it again."""
    Log.objects.filter(pk=log_id).update(is_open=False, closed_at=at)


def hold_log(log_id: int, since: datetime | None) -> None:
    """Hold a log after a restore, or (None) let it go on."""
    Log.objects.filter(pk=log_id).update(held_since=since)


def entries_between(log_id: int, first: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Give the entries of an index range with their indexes, in order, without holding them all."""
    rows = LogEntry.objects.filter(log_id=log_id, index__gte=first, index__lt=end).order_by("index")
    for index, data in rows.values_list("index", "data").iterator(chunk_size=_CHUNK):
        yield index, bytes(data)


def tile_count(log_id: int) -> int:
    """Count the tiles of a log."""
    return LogTile.objects.filter(log_id=log_id).count()


def newest_cosigned_size(log_id: int) -> int:
    """Give the size of the newest checkpoint that a witness cosigned; 0 if there is none."""
    rows = Cosignature.objects.filter(checkpoint__log_id=log_id)
    return rows.order_by("-checkpoint__size").values_list(F("checkpoint__size"), flat=True).first() or 0


def checkpoint_notes(log_id: int) -> Iterator[bytes]:
    """Give all checkpoints' notes by growing size, without holding them all."""
    rows = LogCheckpoint.objects.filter(log_id=log_id).order_by("size")
    for note in rows.values_list("note", flat=True).iterator(chunk_size=_CHUNK):
        yield bytes(note)


def keep_cosignature(log_id: int, size: int, *, party: str, lines: str, at: datetime) -> None:
    """Keep a witness's cosignature lines for the checkpoint of a size."""
    checkpoint = LogCheckpoint.objects.get(log_id=log_id, size=size)
    Cosignature.objects.update_or_create(
        checkpoint=checkpoint, party=party, defaults={"lines": lines, "cosigned_at": at}
    )


def cosigned_size(log_id: int, party: str) -> int:
    """Give the largest size that a party cosigned; 0 if it cosigned none."""
    rows = Cosignature.objects.filter(checkpoint__log_id=log_id, party=party)
    return rows.order_by("-checkpoint__size").values_list(F("checkpoint__size"), flat=True).first() or 0


def _head(row: Log) -> Head:
    frontier = bytes(row.frontier)
    hashes = tuple(frontier[at : at + HASH_SIZE] for at in range(0, len(frontier), HASH_SIZE))
    return Head(
        log_id=row.pk,
        origin=row.origin,
        frontier=Frontier(size=row.size, hashes=hashes),
        is_open=row.is_open,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        held_since=row.held_since,
    )
