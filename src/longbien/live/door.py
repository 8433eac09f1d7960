# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live door: server-sent events for the screens of a meeting, as an ASGI application (docs/adr/0045).

One stream is `GET /live/conference/<meeting>/<view>/<language>/`. The present board always comes first, so that nothing is
lost while a line was down; then every new board, and a beat in between. The door only reads: what a screen does goes to the
pages, and every page works without this process.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.live.addresses import (
    address_of,
    check_host,
    check_origin,
    read_headers,
    read_place,
    session_of,
)
from longbien.live.frames import OPENING, beat_frame, board_frame, end_frame
from longbien.live.hall import Hall, Place, Reader
from longbien.live.streams import FULL, Limits, Line, Shown, Streams
from longbien.live.watcher import Watcher
from longbien.texts import known_language, translated

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

BEAT: Final = 10.0
"""Seconds after which a stream without news says that it lives."""
PATIENCE: Final = 10.0
"""Seconds that a reader may take to accept what is sent before the line is dropped."""
STALE: Final = 15.0
"""Seconds without an answer of the database after which no stream claims to live."""
ENDED: Final = "live.ended"
_ADMITTING: Final = 2
_STATUSES: Final[Mapping[str, int]] = {
    "live.address": 404,
    "conference.meeting_unknown": 404,
    "live.method": 405,
    "live.sign_in": 401,
    FULL: 503,
}
"""What is refused with another status than 403."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the door knows of the node: the hosts by which it is asked, the origins of its pages, its cookie, its languages."""

    hosts: frozenset[str]
    origins: frozenset[str]
    cookie: str
    languages: Collection[str]
    limits: Limits
    now: Callable[[], datetime]


class LiveDoor:
    """The ASGI application: admits readers and keeps their streams."""

    def __init__(self, hall: Hall, around: Surroundings) -> None:
        """Begin with nobody looking; threads start with the first reader."""
        self._hall = hall
        self._around = around
        self._streams = Streams(around.limits)
        self._admitting = ThreadPoolExecutor(max_workers=_ADMITTING, thread_name_prefix="admit")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watcher = Watcher(hall, self)
        self._thread: threading.Thread | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or follow the server's own life."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    # What the watcher's thread calls.
    def places(self) -> Mapping[Place, int]:
        """Give where somebody looks, as the loop wrote it down last."""
        return self._streams.places

    def readers(self) -> Mapping[Reader, Place]:
        """Give who looks with a session of his own: asked for inside the loop, which may change it meanwhile."""
        if self._loop is None:
            return {}
        found: Future[Mapping[Reader, Place]] = Future()
        self._loop.call_soon_threadsafe(lambda: found.set_result(self._streams.readers()))
        return found.result(timeout=PATIENCE)

    def show(self, place: Place, seq: int, html: str) -> None:
        """Send a board to everybody who looks there."""
        self._tell(self._streams.show, place, seq, board_frame(seq, html))

    def end(self, readers: frozenset[Reader]) -> None:
        """End the streams of these readers."""
        self._tell(self._streams.end, ENDED, readers)

    def _tell(self, call: Callable[..., None], *what: object) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(call, *what)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = read_headers(scope["headers"])
        try:
            place = self._asked(scope, headers)
            origin = check_origin(headers, self._around.origins)
            address = address_of((scope.get("client") or ("", 0))[0], headers)
            session = session_of(headers, self._around.cookie)
            self._streams.check_room(address)
            reader = await asyncio.get_running_loop().run_in_executor(
                self._admitting, self._hall.admit, session, place
            )
            line = Line(place=place, reader=reader, address=address)
            with self._streams.open(line) as shown:
                self._start()
                await send({"type": "http.response.start", "status": 200, "headers": _headers(origin)})
                await _until_gone(receive, self._stream(line, shown, send))
        except LongBienError as error:
            await _refuse(send, error, headers)

    def _asked(self, scope: Scope, headers: Mapping[str, str]) -> Place:
        check_host(headers, self._around.hosts)
        place = read_place(scope["path"], self._around.languages)
        if scope["method"] != "GET":
            raise MalformedError("live.method")
        return place

    async def _stream(self, line: Line, shown: Shown, send: Send) -> None:
        """Send what is newest whenever there is something new, and beats; end when the line is to end or too slow."""

        async def put(frame: bytes) -> None:
            async with asyncio.timeout(PATIENCE):
                await send({"type": "http.response.body", "body": frame, "more_body": True})

        with suppress(TimeoutError):
            await put(OPENING + beat_frame(self._around.now()))
            while line.end is None:
                line.wake.clear()
                if shown.version != line.seen:
                    line.seen = shown.version
                    await put(shown.frame)
                    continue
                try:
                    async with asyncio.timeout(BEAT):
                        await line.wake.wait()
                except TimeoutError:
                    if self._is_current():
                        await put(beat_frame(self._around.now()))
            if line.end:
                await put(end_frame(line.end))
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _is_current(self) -> bool:
        """Tell whether the database was asked lately: a screen is not told that all is well when nobody looks."""
        return self._watcher.age() < STALE

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                self.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return

    def stop(self) -> None:
        """End every stream, without a word, so that screens come back; and the watcher."""
        self._streams.end("")
        self._watcher.stop()
        self._admitting.shutdown(wait=False)

    def _start(self) -> None:
        """Start the watcher with the first reader, and wake it for each new one."""
        if self._thread is None:
            self._loop = asyncio.get_running_loop()
            self._thread = threading.Thread(target=self._watcher.run, name="watch", daemon=True)
            self._thread.start()
        self._watcher.wake()


def _headers(origin: str) -> list[tuple[bytes, bytes]]:
    """Give the headers of a stream: nobody may keep, change or hold it back."""
    found = {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
        "x-content-type-options": "nosniff",
        "vary": "Origin, Cookie",
    }
    if origin:
        found |= {"access-control-allow-origin": origin, "access-control-allow-credentials": "true"}
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in found.items()]


async def _refuse(send: Send, error: LongBienError, headers: Mapping[str, str]) -> None:
    """Say in a line of plain text why there is no stream."""
    language = headers.get("accept-language", "").partition(",")[0].partition(";")[0]
    text = f"{error.code}\n{translated(known_language(language) or 'en', error.code, **error.params)}\n"
    kind = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    status = _STATUSES.get(error.code, 403)
    await send({"type": "http.response.start", "status": status, "headers": kind})
    await send({"type": "http.response.body", "body": text.encode(), "more_body": False})


async def _until_gone(receive: Receive, stream: Coroutine[object, object, None]) -> None:
    """Run a stream until it ends or its reader has gone."""

    async def gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            continue

    sending, leaving = asyncio.ensure_future(stream), asyncio.ensure_future(gone())
    try:
        await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (sending, leaving):
            task.cancel()
        await asyncio.gather(sending, leaving, return_exceptions=True)
