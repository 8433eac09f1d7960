# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing a restored node up to what partners hold of it (docs/protocol/log.md, section 5): leaves, then acts and receipts.

All or nothing: the log grows only if the files bring it as far as anybody has seen it, and only then does it go on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import BinaryIO

from longbien.actions.access import require
from longbien.actions.exchange.take_back import TakenBack, take_acts_back
from longbien.actions.log.decision import record_decision
from longbien.actions.log.hold import let_log_go_on
from longbien.actions.log.recover import (
    RECOVERED,
    Chain,
    find_chain,
    join_indexes,
    leaves_without_rows,
    read_piece,
    recover_leaves,
    recoveries,
)
from longbien.actions.log.restore import Asked, ask_sizes
from longbien.actions.node import Node
from longbien.bridge.ports import OpenDoor
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.exchange.recovery import RecoveryReader
from longbien.core.log.leaf import Leaf, parse_leaf
from longbien.store import models
from longbien.store.queries import log as rows
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What the files brought. `lost` counts leaves that came back without what they speak of: rows that nobody else had.

    `silent`: partners that did not say how much of the log they have seen; then nothing was changed.
    """

    sizes: Mapping[str, int]
    silent: Mapping[str, str]
    leaves: int = 0
    size: int = 0
    acts: int = 0
    receipts: int = 0
    unfollowed: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    lost: int = 0


def recover(
    *, node: Node, actor: models.Officer, files: Sequence[BinaryIO], open_door: OpenDoor
) -> Recovered:
    """Take recovery files (seekable) that partners gave; let a held log go on; bring back acts and receipts.

    MalformedError for a file that is not whole; RefusedError `people.not_permitted`, `exchange.wrong_recipient`,
    `exchange.unknown_sender`, and `log.recovery_incomplete` if leaves stay missing (nothing is changed then).
    """
    require(actor, "log.restore")
    readers = [_reader(node, file) for file in files]
    head = rows.open_head()
    if head is None:
        raise RefusedError("log.not_open")
    asked, found = Asked(sizes={}, silent={}), Chain(size=head.frontier.size, seen=0)
    if head.held_since is not None:
        found = _chain(node, readers, head)
        asked = ask_sizes(open_door=open_door)
        needed = max(found.seen, *asked.sizes.values(), 0)
        if found.size < needed:
            raise RefusedError("log.recovery_incomplete", first=found.size, size=needed)
        if asked.silent:
            return Recovered(sizes=asked.sizes, silent=asked.silent)
    with write_transaction():
        if found.checkpoint is not None:
            recover_leaves(found.leaves, found.checkpoint, node.keys.log.keys)
        if head.held_since is not None:
            let_log_go_on(asked.sizes)
        taken, lost = _take_back(node, actor, readers, recovered=(head.frontier.size, found.size))
    return Recovered(
        sizes=asked.sizes,
        silent={},
        leaves=len(found.leaves),
        size=found.size,
        acts=taken.acts,
        receipts=taken.receipts,
        unfollowed=taken.unfollowed,
        refused=taken.refused,
        lost=lost,
    )


def _reader(node: Node, file: BinaryIO) -> RecoveryReader:
    reader = RecoveryReader(file, node.keys.seal)
    if reader.header.recipient != node.party:
        raise RefusedError("exchange.wrong_recipient", recipient=reader.header.recipient)
    if reader.header.sender == node.party or trusted_entry(reader.header.sender) is None:
        raise RefusedError("exchange.unknown_sender", sender=reader.header.sender)
    return reader


def _chain(node: Node, readers: Sequence[RecoveryReader], head: rows.Head) -> Chain:
    """Find the leaves that lead on; only checkpoints beyond the restored size are kept in memory."""
    given = chain.from_iterable(reader.checkpoints() for reader in readers)
    pieces = (read_piece(one.note, one.kept, node.keys.log.keys) for one in given)
    beyond = [piece for piece in pieces if piece is not None and piece.size > head.frontier.size]
    return find_chain(beyond, head.frontier, node.keys.seal.get)


def _take_back(
    node: Node, actor: models.Officer, readers: Sequence[RecoveryReader], *, recovered: tuple[int, int]
) -> tuple[TakenBack, int]:
    """Bring back rows for recovered leaves, now and of earlier recoveries, and what else the files hold; record what stays lost."""
    now = cut_moment(node.clock())
    head = rows.open_head(lock=True)
    if head is None:
        raise RefusedError("log.not_open")
    before = {(one.first, one.end): one.lost for one in recoveries(head.origin)}
    searched = {**before, **({recovered: (recovered,)} if recovered[0] < recovered[1] else {})}
    ranges = list(chain.from_iterable(searched.values()))
    taken = take_acts_back(readers, _act_leaves(head, ranges), node=node, now=now)
    lost = 0
    for (first, end), places in searched.items():
        left = join_indexes(index for index, _ in leaves_without_rows(head, places))
        lost += sum(stop - start for start, stop in left)
        if (first, end) in before and left == [list(one) for one in before[first, end]]:
            continue
        _record(node, actor, head.origin, first=first, end=end, lost=left, now=now)
    return taken, lost


def _record(
    node: Node,
    actor: models.Officer,
    origin: str,
    *,
    first: int,
    end: int,
    lost: list[list[int]],
    now: datetime,
) -> None:
    """Record in the log which leaves came back and whose rows did not: the audit reads it, and nobody can add to it later."""
    record_decision(
        node=node,
        verb=RECOVERED,
        role_id=actor.role_id,
        facts={"origin": origin, "first": first, "end": end, "lost": lost},
        now=now,
    )


def _act_leaves(head: rows.Head, ranges: Sequence[tuple[int, int]]) -> dict[str, tuple[int, Leaf]]:
    """Give the leaves of acts that have no row, by the act."""
    found = {}
    for index, data in leaves_without_rows(head, ranges):
        leaf = parse_leaf(data)
        if "act" in leaf.fields and "proof" not in leaf.fields:
            found[leaf.fields["act"]] = (index, leaf)
    return found
