# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few threads that each take a batch from end to end, and take turns where order matters.

A batch stays with one thread, so its bytes stay near one core. Hashing and reading release the interpreter's lock, the library's ciphers
do not: one thread hashes while another encrypts. The first failure stops all; the calling thread waits, and tells of progress.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Final, TypeAlias

from longbien.core.evidence.flow import Progress

THREADS: Final = 4
"""Two for each of two cores: while one waits for its turn, the disk or the interpreter's lock, another computes."""


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


Work: TypeAlias = "Callable[[Callable[[int], None]], None]"
"""One thread's work: takes batches until there are none; calls what it is given with the bytes done."""


def work_together(work: Work, turns: tuple[Turns, ...], progress: Progress | None) -> None:
    """Run `work` in a few threads and raise the first failure; `progress` is called in this thread and may cancel."""
    done: SimpleQueue[int | None] = SimpleQueue()
    failures: SimpleQueue[BaseException] = SimpleQueue()

    def one() -> None:
        try:
            work(done.put if progress else _ignore)
        except StoppedError:
            pass
        except BaseException as error:  # noqa: BLE001 - it is raised again in the calling thread
            failures.put(error)
            for each in turns:
                each.stop()
        finally:
            done.put(None)

    with ThreadPoolExecutor(THREADS, "evidence") as pool:
        for _ in range(THREADS):
            pool.submit(one)
        try:
            _tell(done, progress)
        except BaseException:
            for each in turns:
                each.stop()
            raise
    if not failures.empty():
        raise failures.get()


def _tell(done: "SimpleQueue[int | None]", progress: Progress | None) -> None:
    ended = 0
    while ended < THREADS:
        position = done.get()
        if position is None:
            ended += 1
        elif progress:
            progress(position)


def _ignore(position: int) -> None:
    pass
