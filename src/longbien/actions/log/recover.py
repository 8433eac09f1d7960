# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recovering leaves after a restore (docs/protocol/log.md, section 5): from partners who kept them, up to a checkpoint they hold.

Nothing new is signed: the checkpoint that the log grows to was signed by this node before the loss, and its root says whether the
leaves are the right ones, all of them, in their order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from longbien.actions.log.append import write_leaves
from longbien.core.base.canonical import Json, decode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import KeyId
from longbien.core.log.checkpoint import LogKeys, SignedCheckpoint, only_signed_by, open_checkpoint
from longbien.core.log.kept import KeptLeaves, open_leaves
from longbien.core.log.leaf import parse_leaf
from longbien.core.log.merkle import Frontier, leaf_hash
from longbien.core.sealing.keys import KeyPair
from longbien.store.models import DecisionRecord
from longbien.store.queries import log as rows
from longbien.store.queries.log_rows import leaves_without_row
from longbien.store.queries.log_sql import write_state
from longbien.store.writing import write_transaction

RECOVERED: Final = "log.recover"
"""The verb of the record that says which leaves came back, and whose rows did not."""
MAX_RECOVERED: Final = 1_000_000
"""The most leaves that are recovered at once: they are held in memory."""
_TOGETHER: Final = 400
_MAX_RECORD: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A checkpoint of our own log that a partner cosigned, its signatures verified, and what it kept with it."""

    signed: SignedCheckpoint
    kept: KeptLeaves | None

    @property
    def size(self) -> int:
        """The size of the log at that checkpoint."""
        return self.signed.checkpoint.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The leaves that lead on from the restored log, and the checkpoint to which they lead (None: none do).

    `seen` is the largest size of a checkpoint of ours that anybody showed: what is signed next must not be below it.
    """

    size: int
    seen: int
    leaves: tuple[bytes, ...] = field(default=(), repr=False)
    checkpoint: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One recovery as it was recorded: which leaves came back, and the ranges (first index, end) of those whose rows did not."""

    first: int
    end: int
    lost: tuple[tuple[int, int], ...]


def read_piece(note: bytes, kept: KeptLeaves | None, keys: LogKeys) -> Piece | None:
    """Take a checkpoint that a partner gives back; None if it is not one that this log signed."""
    try:
        return Piece(signed=only_signed_by(open_checkpoint(note, keys), keys), kept=kept)
    except LongBienError:
        return None


def find_chain(
    pieces: Sequence[Piece], frontier: Frontier, private_key: Callable[[KeyId], KeyPair | None]
) -> Chain:
    """Join what partners kept, from the restored log's edge as far as it goes; each step is proven by a root that we signed.

    A piece that does not fit is passed over. RefusedError `log.recovery_too_long`.
    """
    leaves, start, checkpoint = list[bytes](), frontier.size, None
    ordered = sorted(pieces, key=lambda piece: -piece.size)
    seen = max((piece.size for piece in ordered), default=0)
    while True:
        step = next(
            (found for piece in ordered if (found := _step(piece, frontier, private_key)) is not None), None
        )
        if step is None:
            return Chain(size=frontier.size, seen=seen, leaves=tuple(leaves), checkpoint=checkpoint)
        more, frontier, checkpoint = step
        leaves += more
        if frontier.size - start > MAX_RECOVERED:
            raise RefusedError("log.recovery_too_long", limit=MAX_RECOVERED)


def recover_leaves(leaves: Sequence[bytes], seen: bytes, keys: LogKeys) -> int:
    """Add the missing leaves to the held log, up to a checkpoint that a partner has `seen`; give the log's new size.

    `leaves` are all entries from the restored size up to the checkpoint's. RefusedError `log.recovery_not_held`,
    `log.recovery_wrong` (too few, too many, or others), and what `open_checkpoint` raises for a checkpoint that is not this log's.
    """
    with write_transaction():
        head = rows.open_head(lock=True)
        if head is None:
            raise RefusedError("log.not_open")
        if head.held_since is None:
            raise RefusedError("log.recovery_not_held")
        signed = only_signed_by(open_checkpoint(seen, keys), keys)
        checkpoint = signed.checkpoint
        if len(leaves) != checkpoint.size - head.frontier.size or not leaves:
            raise RefusedError("log.recovery_wrong")
        after = write_leaves(head, leaves)
        if after.root() != checkpoint.root:  # rolls back what was written
            raise RefusedError("log.recovery_wrong")
        write_state(head.log_id, after, signed.data, signed.signed_at or parse_leaf(leaves[-1]).time)
        return checkpoint.size


def leaves_without_rows(head: rows.Head, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, bytes]]:
    """Give those leaves in `ranges` (first index, end) whose row is not in the database, in order."""
    for first, end in ranges:
        for start in range(first, end, _TOGETHER):
            some = dict(rows.entries_between(head.log_id, start, min(end, start + _TOGETHER)))
            gone = leaves_without_row([(index, parse_leaf(data)) for index, data in some.items()])
            yield from ((index, some[index]) for index in gone)


def recoveries(origin: str) -> list[Recovery]:
    """Give what this node recorded of recoveries of a log, the oldest first; of several of one range, the newest record."""
    found: dict[int, Recovery] = {}
    for row in DecisionRecord.objects.filter(verb=RECOVERED).order_by("pk"):
        facts = Fields(decode(bytes(row.record), max_bytes=_MAX_RECORD)).object("facts")
        if facts.text("origin") == origin:
            one = Recovery(
                first=facts.integer("first"), end=facts.integer("end"), lost=facts.list_of("lost", _range)
            )
            found[one.first] = one
    return list(found.values())


def join_indexes(indexes: Iterable[int]) -> list[list[int]]:
    """Put growing indexes into ranges [first, end]."""
    found: list[list[int]] = []
    for index in indexes:
        if found and found[-1][1] == index:
            found[-1][1] = index + 1
        else:
            found.append([index, index + 1])
    return found


def _step(
    piece: Piece, frontier: Frontier, private_key: Callable[[KeyId], KeyPair | None]
) -> tuple[list[bytes], Frontier, bytes] | None:
    """Go on from the edge by one piece, if it begins at or before the edge, ends behind it and its root is the right one."""
    checkpoint, kept = piece.signed.checkpoint, piece.kept
    if kept is None or not kept.first <= frontier.size < checkpoint.size:
        return None
    try:
        found = open_leaves(kept, origin=checkpoint.origin, size=checkpoint.size, private_key=private_key)
        more = found[frontier.size - kept.first :]
        for leaf in more:
            parse_leaf(leaf)
    except LongBienError:
        return None
    after = frontier.extend(leaf_hash(leaf) for leaf in more)
    return (more, after, piece.signed.data) if after.root() == checkpoint.root else None


def _range(value: Json, where: str) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise MalformedError("base.field_type", field="lost", where=where, expected="list")
    first, end = value
    if not isinstance(first, int) or not isinstance(end, int):
        raise MalformedError("base.field_type", field="lost", where=where, expected="integer")
    return first, end
