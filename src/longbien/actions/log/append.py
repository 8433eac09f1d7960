# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Appending to the node's log, inside the transaction of the rows that the leaves speak of.

One batch makes one checkpoint. The log's row is locked first, so that batches follow one another; what the transaction
signs is worth nothing until it commits: no caller lets a checkpoint out before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from longbien.core.base.errors import RefusedError
from longbien.core.log.checkpoint import Checkpoint, LogSigner, SignedCheckpoint
from longbien.core.log.leaf import Leaf, print_leaf
from longbien.core.log.merkle import HASH_SIZE, Frontier, leaf_hash
from longbien.core.log.tiles import HEIGHT, WIDTH
from longbien.store.queries import log as rows
from longbien.store.queries.log_sql import add_entries, tiles_at, write_state, write_tiles
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What an append made: the indexes of its leaves, in their order, their bytes, and the checkpoint that covers them."""

    indexes: range
    entries: tuple[bytes, ...]
    signed: SignedCheckpoint


def open_log(now: datetime, signer: LogSigner) -> SignedCheckpoint:
    """Open the node's log under the signer's origin and sign its first, empty checkpoint.

    RefusedError `log.open_already` while another is open.
    """
    with write_transaction():
        if rows.open_head(lock=True) is not None:
            raise RefusedError("log.open_already")
        head = rows.create_log(signer.origin, now)
        return _sign(head, Frontier(), now, signer)


def append(leaves: Sequence[Leaf], now: datetime, signer: LogSigner) -> Appended:
    """Append leaves to the open log and sign the new checkpoint, inside the caller's transaction.

    RefusedError `log.not_open`, `log.held` after a restore, `log.origin_wrong` if the signer is another log's,
    `log.nothing_to_append`; RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(
            "append needs the caller's transaction: the row and its leaf stand or fall together"
        )
    if not leaves:
        raise RefusedError("log.nothing_to_append")
    head = _locked_head(signer)
    entries = tuple(print_leaf(leaf) for leaf in leaves)
    after = write_leaves(head, entries)
    signed = _sign(head, after, now, signer)
    return Appended(indexes=range(head.frontier.size, after.size), entries=entries, signed=signed)


def write_leaves(head: rows.Head, entries: Sequence[bytes]) -> Frontier:
    """Write entries and the tiles that grow by them, behind the locked `head`; give the new edge, which the caller writes.

    RefusedError `log.tile_missing` if the stored tiles do not fit the log's size.
    """
    after, noted = head.frontier.extend_noting((leaf_hash(entry) for entry in entries), every=HEIGHT)
    add_entries(head.log_id, head.frontier.size, entries)
    _grow_tiles(head.log_id, head.frontier.size, noted)
    return after


def _locked_head(signer: LogSigner) -> rows.Head:
    head = rows.open_head(lock=True)
    if head is None:
        raise RefusedError("log.not_open")
    if head.held_since is not None:
        raise RefusedError("log.held")
    if head.origin != signer.origin:
        raise RefusedError("log.origin_wrong", origin=head.origin)
    return head


def _grow_tiles(log_id: int, size: int, noted: Sequence[Sequence[bytes]]) -> None:
    """Write the new hashes of each level into its last tile and the tiles behind it."""
    counts = [size >> HEIGHT * level for level in range(len(noted))]
    last = {(level, count // WIDTH) for level, count in enumerate(counts) if count % WIDTH and noted[level]}
    kept = tiles_at(log_id, last)
    if kept.keys() != last:
        raise RefusedError("log.tile_missing")
    tiles: dict[tuple[int, int], bytes] = {}
    for level, (count, hashes) in enumerate(zip(counts, noted, strict=True)):
        number, start = count // WIDTH, 0
        known = kept.get((level, number), b"")
        if len(known) != count % WIDTH * HASH_SIZE:
            raise RefusedError("log.tile_missing")
        while start < len(hashes):
            room = WIDTH - len(known) // HASH_SIZE
            tiles[level, number] = known + b"".join(hashes[start : start + room])
            number, start, known = number + 1, start + room, b""
    write_tiles(log_id, tiles, growing=frozenset(last))


def _sign(head: rows.Head, frontier: Frontier, now: datetime, signer: LogSigner) -> SignedCheckpoint:
    checkpoint = Checkpoint(origin=head.origin, size=frontier.size, root=frontier.root())
    signed = signer.sign(checkpoint, now)
    write_state(head.log_id, frontier, signed.data, now)
    return signed
