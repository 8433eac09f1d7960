# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who looks where: the open lines of this process and the newest board of each place. Lives in the event loop alone.

A line holds no queue. When it is woken it sends the newest board, whatever came between: a reader that is slow misses
states that are over, never the present one, and costs no memory.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.live.hall import Place, Reader

FULL: Final = "live.full"
PER_ACCOUNT: Final = 12
"""Lines of one account: the screens that one person may have open."""
_KEPT_FOR_ACCOUNTS: Final = 5
"""One line in so many is kept for those who signed in: a crowd of the public never bars a delegation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many lines there may be, in all and from one address."""

    lines: int
    per_address: int


@dataclass(slots=True, kw_only=True, eq=False)
class Line:
    """One open stream."""

    place: Place
    reader: Reader
    address: str
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    end: str | None = None
    """Set: the stream ends, with this code; an empty one lets the screen come back by itself."""
    seen: int = -1
    """The version of the board that was sent last."""


@dataclass(slots=True, kw_only=True)
class Shown:
    """The newest board of a place as bytes; `version` counts the boards, `seq` the events."""

    frame: bytes = b""
    seq: int = -1
    version: int = -1
    lines: set[Line] = field(default_factory=set)


class Streams:
    """The open lines, by place."""

    def __init__(self, limits: Limits) -> None:
        """Begin with nobody looking."""
        self._limits = limits
        self._shown: dict[Place, Shown] = {}
        self._addresses: Counter[str] = Counter()
        self._accounts: Counter[int] = Counter()
        self._public = 0
        self.places: Mapping[Place, int] = {}
        """Where somebody looks, and the event that is shown there (-1: nothing yet). Replaced, never changed: any thread may read it."""

    def __len__(self) -> int:
        """Count the open lines."""
        return self._addresses.total()

    def check_room(self, address: str) -> None:
        """Look whether there is room at all for one more line from there; RefusedError `live.full`."""
        if len(self) >= self._limits.lines or self._addresses[address] >= self._limits.per_address:
            raise RefusedError(FULL)

    def check(self, reader: Reader, address: str) -> None:
        """Look whether there is room for one more line of this reader; RefusedError `live.full`."""
        self.check_room(address)
        kept = self._limits.lines // _KEPT_FOR_ACCOUNTS
        crowded = (
            self._public >= self._limits.lines - kept
            if reader.account is None
            else self._accounts[reader.account] >= PER_ACCOUNT
        )
        if crowded:
            raise RefusedError(FULL)

    @contextmanager
    def open(self, line: Line) -> Iterator[Shown]:
        """Count a line in as long as it is open; RefusedError `live.full`."""
        self.check(line.reader, line.address)
        shown = self._shown.setdefault(line.place, Shown())
        shown.lines.add(line)
        self._count(line, 1)
        self._note_places()
        try:
            yield shown
        finally:
            shown.lines.discard(line)
            self._count(line, -1)
            if not shown.lines:
                self._shown.pop(line.place, None)
                self._note_places()

    def show(self, place: Place, seq: int, frame: bytes) -> None:
        """Take a new board and wake everybody who looks there."""
        shown = self._shown.get(place)
        if shown is None:
            return
        shown.frame, shown.seq, shown.version = frame, seq, shown.version + 1
        self._note_places()
        for line in shown.lines:
            line.wake.set()

    def readers(self) -> dict[Reader, Place]:
        """Give who looks with a session of his own, with one of the places."""
        return {
            line.reader: line.place
            for shown in self._shown.values()
            for line in shown.lines
            if line.reader.account is not None
        }

    def end(self, code: str, readers: "frozenset[Reader] | None" = None) -> None:
        """End the lines of these readers; every line, if that is None."""
        for shown in self._shown.values():
            for line in shown.lines:
                if readers is None or line.reader in readers:
                    line.end = code
                    line.wake.set()

    def _note_places(self) -> None:
        self.places = {place: shown.seq for place, shown in self._shown.items()}

    def _count(self, line: Line, by: int) -> None:
        self._addresses[line.address] += by
        if not self._addresses[line.address]:
            del self._addresses[line.address]
        if line.reader.account is None:
            self._public += by
        else:
            self._accounts[line.reader.account] += by
            if not self._accounts[line.reader.account]:
                del self._accounts[line.reader.account]
