# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The audit of the node's own logs as they stand in the database: tree, tiles, checkpoints, and the rows that leaves speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from longbien.actions.log.recover import recoveries
from longbien.core.base.errors import MalformedError
from longbien.core.log.audit import MAX_FINDINGS, Audit, Finding, audit_log
from longbien.core.log.checkpoint import LogKeys
from longbien.core.log.leaf import Leaf, parse_leaf
from longbien.core.log.merkle import MAX_SIZE, Frontier
from longbien.core.log.tiles import Tile
from longbien.store.queries import log as rows
from longbien.store.queries.log_rows import NamedLeaf, leaves_without_row, named_leaves
from longbien.store.queries.log_sql import StoredTiles, entries_at, tiles_at

_TOGETHER: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAudit:
    """The audit of one log: of the tree itself, and of what stands or falls with its leaves.

    `rows` counts the leaves whose row was looked for, and the rows whose leaf was; `found` counts what is wrong there, also
    what is not listed; `lost` the leaves whose rows a restore has lost, as the log itself records.
    """

    origin: str
    is_open: bool
    tree: Audit
    rows: int
    found: int
    findings: tuple[Finding, ...]
    lost: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.tree.is_sound and not self.found


def audit_logs(keys: Sequence[LogKeys]) -> list[LogAudit]:
    """Audit every log of this node, closed ones too; `keys` are all that ever signed its checkpoints."""
    return [_audit(head, [known for known in keys if known.origin == head.origin]) for head in rows.heads()]


def _audit(head: rows.Head, keys: Sequence[LogKeys]) -> LogAudit:
    log = StoredLog(head=head)
    tree = audit_log(log, keys)
    # An index is of the log that was open when its row was recorded.
    since, until = (None, None) if len(rows.heads()) == 1 else (head.opened_at, head.closed_at)
    checked, found, findings = 0, 0, list[Finding]()
    lost = [one for recovery in recoveries(head.origin) for one in recovery.lost]
    for some, wrong in chain(_rows_of_leaves(log, lost), _leaves_of_rows(log, named_leaves(since, until))):
        checked, found = checked + some, found + len(wrong)
        findings += wrong[: MAX_FINDINGS - len(findings)]
    return LogAudit(
        origin=head.origin,
        is_open=head.is_open,
        tree=tree,
        rows=checked,
        found=found,
        findings=tuple(findings),
        lost=sum(end - first for first, end in lost),
    )


def _rows_of_leaves(log: "StoredLog", lost: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[Finding]]]:
    """Look for the row of each leaf, some hundred at a time: how many, and which are gone and not known to be `lost`."""
    entries = log.entries()
    while some := list(islice(entries, _TOGETHER)):
        leaves = [(index, leaf) for index, data in some if (leaf := _leaf(data)) is not None]
        missing = [
            index
            for index in leaves_without_row(leaves)
            if not any(first <= index < end for first, end in lost)
        ]
        yield len(leaves), [Finding(code="log.audit_leaf_without_row", at=str(index)) for index in missing]


def _leaves_of_rows(log: "StoredLog", named: Iterator[NamedLeaf]) -> Iterator[tuple[int, list[Finding]]]:
    """Look for the leaf of each row, some hundred at a time: how many, and which say something else."""
    while some := list(islice(named, _TOGETHER)):
        entries = entries_at(log.head.log_id, [one.index for one in some])
        wrong = [one for one in some if not _says(entries.get(one.index, b""), one)]
        yield (
            len(some),
            [Finding(code="log.audit_row_without_leaf", at=f"{one.row} ({one.index})") for one in wrong],
        )


def _leaf(data: bytes) -> Leaf | None:
    try:
        return parse_leaf(data)
    except MalformedError:
        return None


def _says(entry: bytes, named: NamedLeaf) -> bool:
    """Tell whether a leaf says what the row that names it needs."""
    leaf = _leaf(entry)
    if leaf is None:
        return False
    return leaf.leaf_class in named.classes and named.fields.items() <= leaf.fields.items()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLog:
    """A log in the database as `core.log.audit.LogDump`."""

    head: rows.Head

    def frontier(self) -> Frontier:
        """Give the kept state."""
        return self.head.frontier

    def entries(self) -> Iterator[tuple[int, bytes]]:
        """Give each entry with its index, in order."""
        return rows.entries_between(self.head.log_id, 0, MAX_SIZE)

    def checkpoints(self) -> Iterator[bytes]:
        """Give each checkpoint's note, by growing size."""
        return rows.checkpoint_notes(self.head.log_id)

    def tile(self, level: int, number: int) -> bytes | None:
        """Give a tile as it is stored, or None."""
        return tiles_at(self.head.log_id, ((level, number),)).get((level, number))

    def tile_count(self) -> int:
        """Count the tiles that are stored."""
        return rows.tile_count(self.head.log_id)

    def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
        """Give tiles cut to the width asked."""
        return StoredTiles(log_id=self.head.log_id).read_tiles(tiles)
