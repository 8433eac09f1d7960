# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The watcher: what it draws, how often, and whom it no longer lets look."""

from collections.abc import Collection, Mapping

import pytest

from longbien.live import watcher as watching
from longbien.live.hall import Place, Reader
from longbien.live.watcher import GAP, IDLE, RECHECK, Watcher
from tests.live.halls import MemoryHall

PUBLIC = Place(meeting="cosp-1-m1", view="public", language="en")
OTHER = Place(meeting="cosp-1-m2", view="public", language="en")


class Audience:
    """Notes what it is shown."""

    def __init__(self, *places: Place) -> None:
        self.shown: dict[Place, int] = dict.fromkeys(places, -1)
        self.sent: list[tuple[Place, int]] = []
        self.listening: dict[Reader, Place] = {}
        self.ended: list[frozenset[Reader]] = []

    def places(self) -> dict[Place, int]:
        return dict(self.shown)

    def readers(self) -> dict[Reader, Place]:
        return dict(self.listening)

    def show(self, place: Place, seq: int, html: str) -> None:
        self.shown[place] = seq
        self.sent.append((place, seq))

    def end(self, readers: frozenset[Reader]) -> None:
        self.ended.append(readers)


class Time:
    """A clock in the test's hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_board_is_drawn_once_for_each_change() -> None:
    hall, audience, time = MemoryHall(), Audience(PUBLIC), Time()
    watcher = Watcher(hall, audience, time)
    assert watcher.glance() is True
    for _ in range(3):
        time.now += GAP
        watcher.glance()
    hall.seqs["cosp-1-m1"] = 1
    time.now += GAP
    watcher.glance()
    assert audience.sent == [(PUBLIC, 0), (PUBLIC, 1)]


def test_what_happens_between_two_rounds_is_one_change() -> None:
    hall, audience, time = MemoryHall(), Audience(PUBLIC), Time()
    watcher = Watcher(hall, audience, time)
    watcher.glance()
    time.now += GAP
    for seq in range(1, 101):
        hall.seqs["cosp-1-m1"] = seq
        watcher.glance()
        time.now += GAP / 100
    time.now += GAP
    watcher.glance()
    assert audience.sent == [(PUBLIC, 0), (PUBLIC, 1), (PUBLIC, 100)]


def test_a_change_of_one_meeting_draws_no_other() -> None:
    hall, audience, time = MemoryHall(), Audience(PUBLIC, OTHER), Time()
    watcher = Watcher(hall, audience, time)
    watcher.glance()
    hall.seqs["cosp-1-m2"] = 1
    time.now += GAP
    watcher.glance()
    assert [place for place, _ in hall.drawn] == [PUBLIC, OTHER, OTHER]


def test_who_comes_anew_does_not_wait_for_the_next_round() -> None:
    hall, audience, time = MemoryHall(), Audience(PUBLIC), Time()
    watcher = Watcher(hall, audience, time)
    watcher.glance()
    audience.shown[OTHER] = -1
    watcher.glance()
    assert audience.sent == [(PUBLIC, 0), (OTHER, 0)]


def test_nobody_is_looked_for_when_nobody_looks() -> None:
    hall = MemoryHall(broken=True)
    assert Watcher(hall, Audience(), Time()).glance() is False


def test_a_session_that_has_ended_is_noticed_after_a_write_or_with_time() -> None:
    hall, audience, time = MemoryHall(accounts={"session-1": 1}), Audience(PUBLIC), Time()
    reader = Reader(session="session-1", account=1)
    audience.listening[reader] = PUBLIC
    watcher = Watcher(hall, audience, time)
    watcher.glance()
    time.now += RECHECK + 0.1
    watcher.glance()
    hall.accounts.clear()
    watcher.glance()
    assert audience.ended == []
    time.now += RECHECK + 0.1
    watcher.glance()
    assert audience.ended == [frozenset({reader})]
    time.now += IDLE
    watcher.glance()
    assert hall.checks == [False, False, True]


def test_a_database_that_does_not_answer_makes_the_watcher_old() -> None:
    hall, time = MemoryHall(), Time()
    watcher = Watcher(hall, Audience(PUBLIC), time)
    watcher.glance()
    hall.broken = True
    time.now += 20.0
    with pytest.raises(OSError):
        watcher.glance()
    assert watcher.age() == 20.0
    hall.broken = False
    watcher.glance()
    assert watcher.age() == 0.0


def test_the_thread_outlives_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "TROUBLE", 0.0)
    hall, audience = MemoryHall(broken=True), Audience(PUBLIC)
    watcher = Watcher(hall, audience)
    asked = iter([True, True, False])

    def pulse() -> str:
        if next(asked, False):
            raise OSError
        watcher.stop()
        return "1"

    hall.pulse = pulse  # type: ignore[method-assign]
    watcher.run()
    assert audience.sent == [(PUBLIC, 0)]


def test_who_comes_while_others_are_checked_stays() -> None:
    hall, audience, time = MemoryHall(accounts={"session-1": 1, "session-2": 2}), Audience(PUBLIC), Time()
    audience.listening[Reader(session="session-1", account=1)] = PUBLIC
    newcomer = Reader(session="session-2", account=2)
    watcher = Watcher(hall, audience, time)
    asked = hall.remaining

    def slowly(readers: Mapping[Reader, Place], *, thoroughly: bool) -> Collection[Reader]:
        audience.listening[newcomer] = PUBLIC
        return asked(readers, thoroughly=thoroughly)

    hall.remaining = slowly  # type: ignore[method-assign]
    time.now += IDLE + 0.1
    watcher.glance()
    assert (hall.checks, audience.ended) == ([True], [])
