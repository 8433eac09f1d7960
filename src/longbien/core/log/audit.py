# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The audit of a whole log: every leaf, tile, checkpoint and the kept state, computed again from the entries alone.

The log is read once, in order, in memory that does not grow with it. What is wrong is reported, all of it: an audit that stops at the
first fault tells the reader nothing of the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from longbien.core.base.errors import LongBienError
from longbien.core.log.checkpoint import Checkpoint, LogKeys, open_checkpoint
from longbien.core.log.leaf import parse_leaf
from longbien.core.log.merkle import HASH_SIZE, Frontier, inclusion_path, leaf_hash, verify_inclusion
from longbien.core.log.tiles import HEIGHT, WIDTH, Tile, TileHashes, TileReader

MAX_FINDINGS: Final = 1000
"""After so many findings the audit goes on counting, but lists no more."""
PROBED_LEAVES: Final = 256
"""For so many leaves, spread over the log, an inclusion proof is made from the tiles and verified."""


class LogDump(TileReader, Protocol):
    """A whole log as it is stored."""

    def frontier(self) -> Frontier:
        """Give the kept state: size and right edge."""

    def entries(self) -> Iterator[tuple[int, bytes]]:
        """Give each entry with its index, in order."""

    def checkpoints(self) -> Iterator[bytes]:
        """Give each checkpoint's note, by growing size."""

    def tile(self, level: int, number: int) -> bytes | None:
        """Give a tile as it is stored, or None."""

    def tile_count(self) -> int:
        """Count the tiles that are stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong: a code, and where (an index, a size, or `level/number` of a tile)."""

    code: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The result. The log is sound if there is no finding; `found` counts also those that are not listed."""

    size: int
    root: bytes
    checkpoints: int
    tiles: int
    found: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.found == 0


def audit_log(dump: LogDump, keys: Sequence[LogKeys]) -> Audit:
    """Audit a log whose checkpoints are signed with one of `keys` (several where keys were changed)."""
    audit = _Audit(dump=dump, keys=keys, waiting=dump.checkpoints())
    audit.next_checkpoint()
    for index, entry in dump.entries():
        audit.take(index, entry)
    audit.finish()
    return Audit(
        size=audit.frontier.size,
        root=audit.frontier.root(),
        checkpoints=audit.checkpoints,
        tiles=audit.tiles,
        found=audit.found,
        findings=tuple(audit.findings),
    )


@dataclass(slots=True)
class _Audit:
    dump: LogDump
    keys: Sequence[LogKeys]
    waiting: Iterator[bytes]
    frontier: Frontier = field(default_factory=Frontier)
    checkpoint: Checkpoint | None = None
    checkpoints: int = 0
    tiles: int = 0
    found: int = 0
    findings: list[Finding] = field(default_factory=list)
    rows: list[list[bytes]] = field(default_factory=lambda: [[]])
    numbers: list[int] = field(default_factory=lambda: [0])

    def find(self, code: str, at: object) -> None:
        self.found += 1
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(Finding(code=code, at=str(at)))

    def take(self, index: int, entry: bytes) -> None:
        """Take the next entry: its index, its form, its place in tree and tiles, and the checkpoints of the size reached."""
        if index != self.frontier.size:
            self.find("log.audit_entry_missing", self.frontier.size)
        try:
            parse_leaf(entry)
        except LongBienError:
            self.find("log.audit_leaf_malformed", index)
        self.frontier, noted = self.frontier.extend_noting((leaf_hash(entry),), every=HEIGHT)
        for level, nodes in enumerate(noted):
            if level == len(self.rows):
                self.rows.append([])
                self.numbers.append(0)
            self.rows[level].extend(nodes)
            if len(self.rows[level]) == WIDTH:
                self._compare(level)
        while self.checkpoint is not None and self.checkpoint.size <= self.frontier.size:
            self._compare_checkpoint(self.checkpoint)

    def finish(self) -> None:
        """Compare what is left when the entries end."""
        for level, row in enumerate(self.rows):
            if row:
                self._compare(level)
        if self.dump.tile_count() != self.tiles:
            self.find("log.audit_tile_unexpected", self.dump.tile_count() - self.tiles)
        while self.checkpoint is not None:
            if self.checkpoint.size == 0:
                self._compare_checkpoint(self.checkpoint)
            else:
                self.find("log.audit_checkpoint_beyond", self.checkpoint.size)
                self.next_checkpoint()
        if self.dump.frontier() != self.frontier:
            self.find("log.audit_head_wrong", self.dump.frontier().size)
        self._probe()

    def next_checkpoint(self) -> None:
        """Read on to the next checkpoint whose signatures hold."""
        before = self.checkpoint.size if self.checkpoint else 0
        self.checkpoint = None
        for data in self.waiting:
            self.checkpoints += 1
            found = self._open(data)
            if found is None:
                self.find("log.audit_checkpoint_invalid", before)
            elif found.size < before:
                self.find("log.audit_checkpoint_order", found.size)
            else:
                self.checkpoint = found
                return

    def _open(self, data: bytes) -> Checkpoint | None:
        for keys in self.keys:
            try:
                return open_checkpoint(data, keys).checkpoint
            except LongBienError:
                continue
        return None

    def _compare_checkpoint(self, checkpoint: Checkpoint) -> None:
        if checkpoint.size and (
            checkpoint.size != self.frontier.size or checkpoint.root != self.frontier.root()
        ):
            self.find("log.audit_checkpoint_wrong", checkpoint.size)
        self.next_checkpoint()

    def _compare(self, level: int) -> None:
        """Compare the tile that is full, or the last of its level, with the stored one."""
        number, expected = self.numbers[level], b"".join(self.rows[level])
        self.rows[level], self.numbers[level] = [], number + 1
        stored = self.dump.tile(level, number)
        if stored is None:
            self.find("log.audit_tile_missing", f"{level}/{number}")
            return
        self.tiles += 1
        if stored != expected:
            self.find("log.audit_tile_wrong", f"{level}/{number}")

    def _probe(self) -> None:
        """Prove some leaves from the tiles, as a receipt would, and verify the proofs against the computed root."""
        size, root = self.frontier.size, self.frontier.root()
        hashes = TileHashes(self.dump, size)
        for index in sorted({size * probe // PROBED_LEAVES for probe in range(PROBED_LEAVES)} | {size - 1}):
            if not 0 <= index < size:
                continue
            try:
                tile = self.dump.read_tiles([Tile(0, index // WIDTH, index % WIDTH + 1)])[0]
                start = index % WIDTH * HASH_SIZE
                leaf = tile[start : start + HASH_SIZE]
                path = inclusion_path(hashes.read, index, size)
                verify_inclusion(leaf=leaf, index=index, size=size, path=path, root=root)
            except LongBienError:
                self.find("log.audit_proof_wrong", index)
