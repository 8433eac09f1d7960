# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few threads that each compute a batch, taking turns where order matters, and the calling thread, which finishes them in order.

A batch and its buffer stay with one thread, so its bytes stay near one core. Reading, hashing, the library's ciphers and writing all
release the interpreter's lock. The calling thread writes: the disk's waiting holds no computing thread up, for each has a second buffer.
The first failure stops all.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import LifoQueue, SimpleQueue
from typing import Final, Generic, TypeAlias, TypeVar

THREADS: Final = 4
"""Two for each of two cores: while one waits for its turn, another computes."""
BUFFERS: Final = 2
"""For each thread: one that it fills, one that is written."""

_B = TypeVar("_B")
_R = TypeVar("_R")


class StoppedError(Exception):
    """Another thread failed or the caller cancelled; nobody outside the crew sees this."""


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


class Buffers(Generic[_B]):
    """One thread's buffers; the one that came back last, and is still near, goes first."""

    def __init__(self, make: Callable[[], _B]) -> None:
        """Make `BUFFERS` of them."""
        self._free: LifoQueue[_B | None] = LifoQueue()
        for _ in range(BUFFERS):
            self._free.put(make())

    def take(self) -> _B:
        """Wait for a free buffer."""
        found = self._free.get()
        if found is None:
            raise StoppedError
        return found

    def give(self, buffer: _B) -> None:
        """Give a buffer back."""
        self._free.put(buffer)

    def stop(self) -> None:
        """Wake and end the thread that waits."""
        self._free.put(None)


Give: TypeAlias = Callable[[int, _B, _R], None]
"""Hands a batch to the calling thread: its number, its buffer, and what is to be finished."""
_Batch: TypeAlias = tuple[int, _R, Callable[[], None]]
"""A batch on its way to the calling thread: its number, what is to be finished, and what gives its buffer back."""


def work_together(
    work: Callable[[Buffers[_B], Give[_B, _R]], None],
    make: Callable[[], _B],
    turns: Iterable[Turns],
    finish: Callable[[_R], None],
) -> None:
    """Run `work` in a few threads, and `finish` for every batch that they give, in order, in this thread; raise the first failure.

    `work` takes batches until there are none, each with a buffer of its thread, made by `make`; a buffer is free again when its batch
    is finished. What was given before the first batch that failed is still finished.
    """
    done: SimpleQueue[_Batch[_R] | None] = SimpleQueue()
    failures: SimpleQueue[BaseException] = SimpleQueue()
    buffers = [Buffers(make) for _ in range(THREADS)]
    turns = tuple(turns)

    def stop() -> None:
        for own in buffers:  # before the turns: a thread may wait for a buffer in its turn
            own.stop()
        for each in turns:
            each.stop()

    def one(own: Buffers[_B]) -> None:
        try:
            work(own, lambda number, buffer, result: done.put((number, result, lambda: own.give(buffer))))
        except StoppedError:
            pass
        except BaseException as error:  # noqa: BLE001 - it is raised again in the calling thread
            failures.put(error)
            stop()
        finally:
            done.put(None)

    with ThreadPoolExecutor(THREADS, "evidence") as pool:
        for own in buffers:
            pool.submit(one, own)
        try:
            _finish_in_order(done, finish)
        except BaseException:
            stop()
            raise
    if not failures.empty():
        raise failures.get()


def _finish_in_order(done: "SimpleQueue[_Batch[_R] | None]", finish: Callable[[_R], None]) -> None:
    waiting: dict[int, tuple[_R, Callable[[], None]]] = {}
    number = ended = 0
    while ended < THREADS:
        found = done.get()
        if found is None:
            ended += 1
            continue
        waiting[found[0]] = found[1:]
        while number in waiting:
            result, give_back = waiting.pop(number)
            finish(result)
            give_back()
            number += 1
