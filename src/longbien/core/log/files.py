# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A log that was written as static files (docs/protocol/log.md, section 6), read back to be checked by somebody who has no node.

Whoever holds the files and a trust policy needs nothing else: leaves, tiles and checkpoint are compared as in an audit, and the
checkpoint must carry the signatures of the log and of enough witnesses.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.log.audit import Audit, audit_log
from longbien.core.log.checkpoint import SignedCheckpoint, read_checkpoint
from longbien.core.log.merkle import HASH_SIZE, Frontier, leaf_hash
from longbien.core.log.policy import Policy, Witnessed, check_policy
from longbien.core.log.tiles import (
    Bundle,
    Tile,
    bundle_path,
    bundles_between,
    parse_bundle,
    parse_tile_path,
    tile_path,
    width_at,
)

CHECKPOINT: Final = "checkpoint"
"""The path of the checkpoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFiles:
    """What a check of files found: the checkpoint with the witnesses that count, and the audit of everything it covers."""

    witnessed: Witnessed
    audit: Audit


def check_files(paths: Collection[str], read: Callable[[str], bytes], policy: Policy) -> CheckedFiles:
    """Check a whole exported log: `paths` of all its files, `read` gives one of them.

    MalformedError `log.tile_path_malformed` (a file that is none of a log's), `log.file_missing`, `log.bundle_malformed`, and those
    of the checkpoint; RefusedError of `check_policy`. What is wrong inside the tree is in the audit.
    """
    for path in paths:
        if path != CHECKPOINT:
            parse_tile_path(path)
    signed = read_checkpoint(_read(paths, read, CHECKPOINT))
    witnessed = check_policy(policy, signed)
    files = _Files(paths=frozenset(paths), read=read, signed=signed)
    return CheckedFiles(witnessed=witnessed, audit=audit_log(files, [policy.logs[signed.checkpoint.origin]]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Files:
    """The files as `core.log.audit.LogDump`."""

    paths: frozenset[str]
    read: Callable[[str], bytes]
    signed: SignedCheckpoint

    def frontier(self) -> Frontier:
        """Compute the state from the entries: the files keep no other than the checkpoint, which is compared with the same."""
        return Frontier().extend(leaf_hash(entry) for _, entry in self.entries())

    def entries(self) -> Iterator[tuple[int, bytes]]:
        """Give each entry with its index, bundle by bundle."""
        index = 0
        for bundle in bundles_between(0, self.signed.checkpoint.size):
            data = _read(self.paths, self.read, bundle_path(bundle))
            for entry in parse_bundle(data, bundle.width):
                yield index, entry
                index += 1

    def checkpoints(self) -> Iterator[bytes]:
        """Give the one checkpoint."""
        yield self.signed.data

    def tile(self, level: int, number: int) -> bytes | None:
        """Give a tile as it is stored at the checkpoint's size, or None."""
        path = tile_path(Tile(level, number, width_at(level, number, self.signed.checkpoint.size)))
        return self.read(path) if path in self.paths else None

    def tile_count(self) -> int:
        """Count the tiles of the checkpoint's size: narrower ones of earlier exports may lie beside them."""
        size = self.signed.checkpoint.size
        found = [parse_tile_path(path) for path in self.paths if path != CHECKPOINT]
        tiles = [tile for tile in found if not isinstance(tile, Bundle)]
        return sum(tile.width == width_at(tile.level, tile.number, size) for tile in tiles)

    def read_tiles(self, tiles: Sequence[Tile]) -> list[bytes]:
        """Give tiles cut to the width asked; MalformedError `log.file_missing`."""
        found = []
        for tile in tiles:
            data = self.tile(tile.level, tile.number)
            if data is None:
                raise MalformedError("log.file_missing", path=tile_path(tile))
            found.append(data[: tile.width * HASH_SIZE])
        return found


def _read(paths: Collection[str], read: Callable[[str], bytes], path: str) -> bytes:
    if path not in paths:
        raise MalformedError("log.file_missing", path=path)
    return read(path)
