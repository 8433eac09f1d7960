# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few threads that each compute a batch, taking turns where order matters, and the calling thread, which finishes them in order.

A batch stays with one thread, so its bytes stay near one core. Reading, hashing, the library's ciphers and writing all release the
interpreter's lock. The calling thread writes: the disk's waiting holds no computing thread up as long as there is a free buffer.
The first failure stops all.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import LifoQueue, SimpleQueue
from typing import Final, Generic, Protocol, TypeAlias, TypeVar

THREADS: Final = 3
"""One for each of two cores, and one that computes while another waits for its turn."""
BUFFERS: Final = THREADS + 3
"""Batches at once: those that are computed, and those that are written or wait for it."""

_T = TypeVar("_T")


class StoppedError(Exception):
    """Another thread failed or the caller cancelled; nobody outside the crew sees this."""


class Stoppable(Protocol):
    """Something that threads wait for."""

    def stop(self) -> None:
        """Wake and end all who wait."""


class Turns:
    """Lets numbered batches pass one at a time, in order."""

    def __init__(self) -> None:
        """Begin with number 0."""
        self._next = 0
        self._stopped = False
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, number: int | None = None) -> Iterator[int]:
        """Wait for the turn of `number`; without one, take the next free turn. Give the number."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or number in (None, self._next))
            if self._stopped:
                raise StoppedError
            if number is None:  # the lock is kept, so nobody else can take the same
                yield self._next
                self._next += 1
                return
        yield self._next
        with self._changed:
            self._next += 1
            self._changed.notify_all()

    def stop(self) -> None:
        """Wake and end all who wait."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()


class Buffers(Generic[_T]):
    """Buffers that are used again; the one that was given back last, and is still near, goes first."""

    def __init__(self, make: Callable[[], _T]) -> None:
        """Make `BUFFERS` of them."""
        self._free: LifoQueue[_T | None] = LifoQueue()
        for _ in range(BUFFERS):
            self._free.put(make())

    def take(self) -> _T:
        """Wait for a free buffer."""
        found = self._free.get()
        if found is None:
            self.stop()  # for the others
            raise StoppedError
        return found

    def give(self, buffer: _T) -> None:
        """Give a buffer back."""
        self._free.put(buffer)

    def stop(self) -> None:
        """Wake and end all who wait."""
        self._free.put(None)


Give: TypeAlias = Callable[[int, _T], None]
"""Hands a numbered batch to the calling thread."""


def work_together(
    work: Callable[[Give[_T]], None], waited_for: Iterable[Stoppable], finish: Callable[[_T], None]
) -> None:
    """Run `work` in a few threads, and `finish` for every batch that they give, in order, in this thread; raise the first failure.

    `work` takes batches until there are none. What was given before the first that failed is still finished. `waited_for` is stopped in
    its order: buffers before the turns in which they are taken.
    """
    done: SimpleQueue[tuple[int, _T] | None] = SimpleQueue()
    failures: SimpleQueue[BaseException] = SimpleQueue()
    waited_for = tuple(waited_for)

    def stop() -> None:
        for each in waited_for:
            each.stop()

    def one() -> None:
        try:
            work(lambda number, batch: done.put((number, batch)))
        except StoppedError:
            pass
        except BaseException as error:  # noqa: BLE001 - it is raised again in the calling thread
            failures.put(error)
            stop()
        finally:
            done.put(None)

    with ThreadPoolExecutor(THREADS, "evidence") as pool:
        for _ in range(THREADS):
            pool.submit(one)
        try:
            _finish_in_order(done, finish)
        except BaseException:
            stop()
            raise
    if not failures.empty():
        raise failures.get()


def _finish_in_order(done: "SimpleQueue[tuple[int, _T] | None]", finish: Callable[[_T], None]) -> None:
    waiting: dict[int, _T] = {}
    number = ended = 0
    while ended < THREADS:
        found = done.get()
        if found is None:
            ended += 1
            continue
        waiting[found[0]] = found[1]
        while number in waiting:
            finish(waiting.pop(number))
            number += 1
