# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crew of threads: order, reuse of buffers, and an end for everybody when one fails."""

import random
import time
from collections.abc import Callable

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.turns import BUFFERS, THREADS, Buffers, Give, Turns, work_together

COUNT = 200


class Crew:
    """Batches that are numbers in lists, computed in a random time."""

    def __init__(self, *, fails_at: int = COUNT) -> None:
        self.reading, self.digesting = Turns(), Turns()
        self.made = 0
        self.digested: list[int] = []
        self.finished: list[int] = []
        self._fails_at = fails_at
        self._chance = random.Random(7)

    def make(self) -> list[int]:
        self.made += 1
        return []

    def work(self, buffers: Buffers[list[int]], give: Give[list[int], list[int]]) -> None:
        while True:
            with self.reading.turn() as number:
                if number >= COUNT:
                    return
                buffer = buffers.take()
                buffer[:] = [number]
            with self.digesting.turn(number):
                if number == self._fails_at:
                    raise RefusedError("evidence.source_unreadable", offset=number)
                self.digested.append(number)
            time.sleep(self._chance.random() / 2000)
            give(number, buffer, buffer)

    def finish(self, buffer: list[int]) -> None:
        self.finished += buffer

    def run(self, finish: Callable[[list[int]], None]) -> None:
        work_together(self.work, self.make, (self.reading, self.digesting), finish)


def test_batches_are_digested_and_finished_in_order_with_few_buffers() -> None:
    crew = Crew()
    crew.run(crew.finish)
    assert crew.digested == crew.finished == list(range(COUNT))
    assert crew.made == THREADS * BUFFERS


@pytest.mark.parametrize("number", [0, 1, 57, COUNT - 1])
def test_the_first_failure_ends_all_and_what_came_before_is_finished(number: int) -> None:
    crew = Crew(fails_at=number)
    with pytest.raises(RefusedError, match=r"evidence\.source_unreadable"):
        crew.run(crew.finish)
    assert crew.digested == crew.finished == list(range(number))


@pytest.mark.parametrize("number", [0, 3, COUNT - 1])
def test_a_failure_of_the_calling_thread_ends_all(number: int) -> None:
    crew = Crew()
    finish = crew.finish

    def fail(buffer: list[int]) -> None:
        if buffer == [number]:
            raise RefusedError("evidence.sink_failed", reason="full")
        finish(buffer)

    with pytest.raises(RefusedError, match=r"evidence\.sink_failed"):
        crew.run(fail)
    assert crew.finished == list(range(number))


def test_a_slow_end_makes_the_others_wait_for_a_buffer_and_its_failure_wakes_them() -> None:
    crew = Crew()

    def fail(_: list[int]) -> None:
        time.sleep(0.1)  # meanwhile all buffers are taken
        raise RefusedError("evidence.sink_failed", reason="full")

    with pytest.raises(RefusedError, match=r"evidence\.sink_failed"):
        crew.run(fail)
    assert len(crew.digested) <= THREADS * BUFFERS
