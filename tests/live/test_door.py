# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live door as a server calls it: who is let in, what a screen gets, and how a stream ends."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from longbien.live import door as live_door
from longbien.live.door import LiveDoor, Surroundings
from longbien.live.streams import PER_ACCOUNT, Limits
from tests.live.halls import MemoryHall

NOW = datetime(2027, 1, 1, tzinfo=UTC)
COOKIE = "longbien_zz_session"
PUBLIC = "/live/conference/cosp-1-m1/public/en/"
CHAIR = "/live/conference/cosp-1-m1/chair/en/"


class Screen:
    """A browser: sends one request, keeps what comes, goes when it is told to."""

    def __init__(
        self, path: str = PUBLIC, *, session: str = "", address: str = "192.0.2.1", **more: str
    ) -> None:
        self.path = path
        self.address = address
        self.method = more.pop("method", "GET")
        self.headers = {"host": "127.0.0.1:8002", **more}
        if session:
            self.headers["cookie"] = f"{COOKIE}={session}"
        self.status = 0
        self.told: dict[str, str] = {}
        self.text = ""
        self.accepts = asyncio.Event()
        self.accepts.set()
        self.left = asyncio.Event()
        self.came = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.told = {name.decode(): value.decode() for name, value in message["headers"]}
            return
        await self.accepts.wait()
        self.text += message["body"].decode()
        self.came.set()

    async def gets(self, words: str) -> None:
        """Wait until the screen got these words."""
        async with asyncio.timeout(5):
            while words not in self.text:
                self.came.clear()
                await self.came.wait()


class Theatre:
    """A door with a hall in memory and screens before it."""

    def __init__(self, hall: MemoryHall, limits: Limits) -> None:
        self.hall = hall
        self.door = LiveDoor(
            hall,
            Surroundings(
                hosts=frozenset({"127.0.0.1"}),
                origins=frozenset({"http://127.0.0.1:8000"}),
                cookie=COOKIE,
                languages=("ar", "en"),
                limits=limits,
                now=lambda: NOW,
            ),
        )
        self.tasks: dict[Screen, asyncio.Task[None]] = {}

    def show(self, screen: Screen) -> Screen:
        scope = {
            "type": "http",
            "method": screen.method,
            "path": screen.path,
            "client": (screen.address, 4000),
            "headers": [(name.encode(), value.encode()) for name, value in screen.headers.items()],
        }
        self.tasks[screen] = asyncio.ensure_future(self.door(scope, screen.receive, screen.send))
        return screen

    async def ended(self, screen: Screen) -> None:
        async with asyncio.timeout(5):
            await self.tasks[screen]

    async def asked(self, screen: Screen) -> tuple[int, str]:
        """Show a screen that is refused."""
        await self.ended(self.show(screen))
        return screen.status, screen.text.partition("\n")[0]


def play(
    scene: Callable[[Theatre], Awaitable[None]], hall: MemoryHall | None = None, **limits: int
) -> Theatre:
    """Run a scene, then let everybody go."""

    async def run() -> Theatre:
        found = Theatre(hall or MemoryHall(), Limits(**({"lines": 50, "per_address": 20} | limits)))
        try:
            await scene(found)
        finally:
            for screen, task in found.tasks.items():
                screen.left.set()
                await asyncio.wait([task], timeout=5)
            found.door.stop()
        return found

    return asyncio.run(run())


@contextmanager
def quick(monkeypatch: pytest.MonkeyPatch, **seconds: float) -> Iterator[None]:
    with monkeypatch.context() as patched:
        for name, value in seconds.items():
            patched.setattr(live_door, name, value)
        yield


def test_a_screen_gets_the_present_board_and_then_each_change() -> None:
    async def scene(theatre: Theatre) -> None:
        first, second = theatre.show(Screen()), theatre.show(Screen(PUBLIC.replace("/en/", "/ar/")))
        await first.gets("id: 0\nevent: board\ndata: <p>public en</p>\ndata: <p>0</p>\n\n")
        await second.gets("data: <p>public ar</p>")
        theatre.hall.seqs["cosp-1-m1"] = 5
        await first.gets("id: 5\n")
        await second.gets("id: 5\n")
        late = theatre.show(Screen(**{"last-event-id": "3"}))
        await late.gets("id: 5\n")
        assert first.text.startswith("retry: 1000\n\nevent: beat\ndata: 1798761600000\n\n")
        assert (first.status, first.told["content-type"]) == (200, "text/event-stream; charset=utf-8")
        assert (first.told["cache-control"], first.told["x-accel-buffering"]) == (
            "no-store, no-transform",
            "no",
        )
        assert "access-control-allow-origin" not in first.told

    drawn = play(scene).hall.drawn
    assert len(drawn) == len(set(drawn)) == 4


def test_who_may_not_look_is_told_why() -> None:
    async def scene(theatre: Theatre) -> None:
        asked = theatre.asked
        assert await asked(Screen("/live/")) == (404, "live.address")
        assert await asked(Screen(PUBLIC.replace("m1", "m9"))) == (404, "conference.meeting_unknown")
        assert await asked(Screen(method="POST")) == (405, "live.method")
        assert await asked(Screen(CHAIR)) == (401, "live.sign_in")
        assert await asked(Screen(CHAIR, session="stranger1")) == (403, "live.not_permitted")
        assert await asked(Screen(origin="http://evil.example")) == (403, "live.origin")
        assert await asked(Screen(host="evil.example")) == (403, "live.host")

    play(scene, MemoryHall(accounts={"session1": 1}))


def test_the_pages_own_origin_may_listen_with_its_cookie() -> None:
    async def scene(theatre: Theatre) -> None:
        screen = theatre.show(Screen(CHAIR, session="session1", origin="http://127.0.0.1:8000"))
        await screen.gets("data: <p>chair en</p>")
        assert screen.told["access-control-allow-origin"] == "http://127.0.0.1:8000"
        assert screen.told["access-control-allow-credentials"] == "true"

    play(scene, MemoryHall(accounts={"session1": 1}))


def test_the_stream_of_a_suspended_account_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longbien.live.watcher.RECHECK", 0.05)

    async def scene(theatre: Theatre) -> None:
        chair, public = theatre.show(Screen(CHAIR, session="session1")), theatre.show(Screen())
        await chair.gets("id: 0")
        await public.gets("id: 0")
        del theatre.hall.accounts["session1"]
        await chair.gets("event: end\ndata: live.ended\n\n")
        await theatre.ended(chair)
        assert "event: end" not in public.text

    play(scene, MemoryHall(accounts={"session1": 1}))


def test_screens_are_bounded_and_people_who_signed_in_keep_room() -> None:
    async def scene(theatre: Theatre) -> None:
        crowd = [theatre.show(Screen(address=f"192.0.2.{number % 2}")) for number in range(8)]
        for one in crowd:
            await one.gets("id: 0")
        assert await theatre.asked(Screen(address="192.0.2.9")) == (503, "live.full")
        delegate = theatre.show(Screen(CHAIR, session="session1", address="192.0.2.9"))
        await delegate.gets("id: 0")
        crowd[0].left.set()
        await theatre.ended(crowd[0])
        await theatre.show(Screen(address="192.0.2.9")).gets("id: 0")

    play(scene, MemoryHall(accounts={"session1": 1}), lines=10, per_address=4)


def test_one_account_has_so_many_screens() -> None:
    async def scene(theatre: Theatre) -> None:
        for _ in range(PER_ACCOUNT):
            await theatre.show(Screen(CHAIR, session="session1")).gets("id: 0")
        assert await theatre.asked(Screen(CHAIR, session="session1")) == (503, "live.full")

    play(scene, MemoryHall(accounts={"session1": 1}))


def test_a_reader_who_takes_nothing_is_dropped_and_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(theatre: Theatre) -> None:
        slow, quick_one = theatre.show(Screen()), theatre.show(Screen())
        await slow.gets("id: 0")
        await quick_one.gets("id: 0")
        slow.accepts.clear()
        for seq in range(1, 4):
            theatre.hall.seqs["cosp-1-m1"] = seq
            await quick_one.gets(f"id: {seq}\n")
        await theatre.ended(slow)
        assert "id: 1" not in slow.text

    with quick(monkeypatch, PATIENCE=0.3):
        play(scene)


def test_a_quiet_stream_beats_as_long_as_the_database_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(theatre: Theatre) -> None:
        screen = theatre.show(Screen())
        await screen.gets("id: 0")
        await screen.gets("</p>\n\nevent: beat\n")
        theatre.hall.broken = True
        await asyncio.sleep(0.3)
        before = screen.text
        await asyncio.sleep(0.2)
        assert screen.text == before

    with quick(monkeypatch, BEAT=0.05, STALE=0.2):
        play(scene)


def test_the_server_ends_every_stream_when_it_stops() -> None:
    async def scene(theatre: Theatre) -> None:
        said: list[str] = []
        messages = iter(["lifespan.startup", "lifespan.shutdown"])

        async def receive() -> dict[str, Any]:
            return {"type": next(messages)}

        async def send(message: Any) -> None:
            said.append(message["type"])

        screen = theatre.show(Screen())
        await screen.gets("id: 0")
        await theatre.door({"type": "lifespan"}, receive, send)
        await theatre.ended(screen)
        assert "event: end" not in screen.text
        assert said == ["lifespan.startup.complete", "lifespan.shutdown.complete"]

    play(scene)
