# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One thread per process that notices what happened in the halls and draws each board once (docs/adr/0045).

It asks a small question every twentieth of a second, and only while somebody looks. What was committed between two glances is
one change: a hundred ballots in a second are ten boards, not a hundred.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from longbien.core.base.errors import LongBienError
from longbien.live.hall import Hall, Place, Reader

TICK: Final = 0.02
"""Seconds between two glances."""
GAP: Final = 0.1
"""Seconds between two rounds of drawing, at least; three times what the last round took, if that is more."""
RECHECK: Final = 2.0
"""Seconds between two looks, after somebody wrote, at whether those who signed in are still signed in."""
IDLE: Final = 30.0
"""Seconds between two looks at whether each may still see its board: badges end, and sessions end with time."""
TROUBLE: Final = 1.0
"""Seconds of rest after a fault."""
_LOG: Final = logging.getLogger(__name__)


class Audience(Protocol):
    """The event loop's side, safe to be called from the watcher's thread."""

    def places(self) -> Mapping[Place, int]:
        """Give where somebody looks, and the event shown there."""

    def readers(self) -> Mapping[Reader, Place]:
        """Give who looks with a session of his own."""

    def show(self, place: Place, seq: int, html: str) -> None:
        """Send a board to everybody who looks there."""

    def end(self, readers: frozenset[Reader]) -> None:
        """End the streams of these readers."""


class Watcher:
    """Looks, draws and tells the audience."""

    def __init__(self, hall: Hall, audience: Audience, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing seen."""
        self._hall = hall
        self._audience = audience
        self._clock = clock
        self._wanted = threading.Event()
        self._stop = threading.Event()
        self._pulse = ""
        self._next_round = 0.0
        self._checked = self._thorough = clock()
        self._unchecked = False
        self._failing: set[Place] = set()
        self._answered = clock()

    def age(self) -> float:
        """Give the seconds since the database answered last."""
        return self._clock() - self._answered

    def wake(self) -> None:
        """Say that somebody new looks."""
        self._wanted.set()

    def stop(self) -> None:
        """End the loop."""
        self._stop.set()
        self._wanted.set()

    def run(self) -> None:
        """Look until `stop`; a fault is told and tried again."""
        try:
            while not self._stop.is_set():
                try:
                    busy = self.glance()
                except Exception:  # noqa: BLE001 - the thread must outlive any fault of the database
                    _LOG.exception("The live door cannot look")
                    self._pulse = ""
                    self._hall.close()
                    self._stop.wait(TROUBLE)
                    continue
                if busy:
                    self._stop.wait(TICK)
                else:
                    self._wanted.wait(1.0)
                    self._wanted.clear()
        finally:
            self._hall.close()

    def glance(self) -> bool:
        """Look once; tell whether anybody is there for whom to look again soon."""
        places = self._audience.places()
        now = self._clock()
        if not places:
            self._answered = now
            return False
        pulse = self._hall.pulse()
        self._answered = self._clock()
        changed = pulse != self._pulse
        self._unchecked |= changed
        if now > self._thorough + IDLE:
            self._thorough = now
            self._recheck(now, thoroughly=True)
        elif self._unchecked and now > self._checked + RECHECK:
            self._recheck(now, thoroughly=False)
        is_new = any(shown < 0 and place not in self._failing for place, shown in places.items())
        if is_new or (changed and now >= self._next_round):
            self._draw(places)
            self._pulse = pulse
            self._next_round = now + max(GAP, 3 * (self._clock() - now))
        return True

    def _draw(self, places: Mapping[Place, int]) -> None:
        newest = self._hall.newest({place.meeting for place in places})
        for place, shown in places.items():
            if newest.get(place.meeting, -1) == shown:
                continue
            try:
                board = self._hall.board(place)
            except LongBienError as error:
                _LOG.warning("No board for %s: %s", place, error.code)
                self._failing.add(place)
                continue
            self._failing.discard(place)
            self._audience.show(place, board.seq, board.html)

    def _recheck(self, now: float, *, thoroughly: bool) -> None:
        self._checked, self._unchecked = now, False
        readers = self._audience.readers()
        # Who came while the hall was asked is not among those asked, and stays.
        gone = readers.keys() - set(self._hall.remaining(readers, thoroughly=thoroughly)) if readers else None
        if gone:
            self._audience.end(frozenset(gone))
