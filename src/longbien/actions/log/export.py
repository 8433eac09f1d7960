# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node's log as static files (c2sp.org/tlog-tiles), for any tool that reads tiled logs, such as Go's `sumdb/tlog`.

A log is private: whoever is given the files sees every commitment and its time. What the files need is fixed at one checkpoint, so that an
export during appends is whole.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from longbien.actions.log.prove import checkpoint as checkpoint_at
from longbien.core.base.errors import RefusedError
from longbien.core.log.tiles import (
    WIDTH,
    bundle_path,
    bundles_between,
    print_bundle,
    tile_path,
    tiles_between,
)
from longbien.store.queries import log as rows
from longbien.store.queries.log_sql import StoredTiles

WriteFile: TypeAlias = Callable[[str, bytes], None]
"""Writes one file: its path below the log's folder (`tile/0/x001/234`), and its bytes."""


def export_log(write: WriteFile, *, since: int = 0) -> int:
    """Write the open log's tiles, bundles and checkpoint; give its size. `since` leaves out what a log of that size had already.

    RefusedError `log.not_open`, `log.proof_impossible` when entries are missing.
    """
    head = rows.open_head()
    if head is None:
        raise RefusedError("log.not_open")
    signed = checkpoint_at()
    size = signed.checkpoint.size
    for tile in tiles_between(since, size):
        write(tile_path(tile), StoredTiles(log_id=head.log_id).read_tiles((tile,))[0])
    entries = rows.entries_between(head.log_id, since // WIDTH * WIDTH, size)
    for bundle in bundles_between(since, size):
        write(bundle_path(bundle), print_bundle(_take(entries, bundle.width)))
    write("checkpoint", signed.data)
    return size


def _take(entries: Iterator[tuple[int, bytes]], count: int) -> list[bytes]:
    found = [data for _, (_, data) in zip(range(count), entries, strict=False)]
    if len(found) != count:
        raise RefusedError("log.proof_impossible", index=len(found))
    return found
