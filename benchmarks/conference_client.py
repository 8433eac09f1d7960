# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A hall of browsers in one event loop: people who sign in and press buttons, and screens that listen. For `conference_load`."""

import asyncio
import random
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([A-Za-z0-9]{64})"')
_KEY: Final = re.compile(r'name="key" value="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: str


@dataclass(slots=True, kw_only=True)
class Person:
    """A browser with its cookies and one kept connection."""

    port: int
    username: str = ""
    password: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    key: str = ""
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """Open a page; its form's token is kept."""
        found = await self.ask("GET", path)
        if token := _TOKEN.search(found.body):
            self.token = token[1]
        if key := _KEY.search(found.body):
            self.key = key[1]
        return found

    async def post(self, path: str, **fields: str) -> Answer:
        """Send a form."""
        return await self.ask("POST", path, urlencode({"csrfmiddlewaretoken": self.token, **fields}))

    async def sign_in(self) -> bool:
        """Open the page, send name and password; tell whether that was right."""
        await self.get("/sign-in/")
        found = await self.post("/sign-in/", login=self.username, password=self.password)
        return found.status == 302 and any("session" in name for name in self.cookies)

    async def ask(self, method: str, path: str, form: str = "") -> Answer:
        """Ask once on the kept connection; once more on a new one if the server had closed it."""
        for attempt in (1, 2):
            try:
                return await self._once(method, path, form)
            except (asyncio.IncompleteReadError, ConnectionError):
                self.close()
                if attempt == 2 or method == "POST":
                    raise
        raise AssertionError

    def close(self) -> None:
        """Close the connection."""
        if self._line is not None:
            self._line[1].close()
            self._line = None

    async def _once(self, method: str, path: str, form: str) -> Answer:
        if (
            self._line is not None and self._line[0].at_eof()
        ):  # the server ends lines that were quiet for long
            self.close()
        if self._line is None:
            self._line = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._line
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookies}\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n"
        writer.write(f"{head}\r\n{form}".encode())
        status, headers = await read_head(reader)
        for name, value in headers:
            if name == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
        return Answer(status=status, headers=headers, body=await _body(reader, dict(headers)))


async def read_head(reader: asyncio.StreamReader) -> tuple[int, list[tuple[str, str]]]:
    """Read an answer's status and headers, in small letters."""
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines[1:] if line)
    return int(lines[0].split(" ")[1]), [(name.lower(), value.strip()) for name, _, value in pairs]


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> str:
    if headers.get("transfer-encoding") == "chunked":
        found = b""
        while size := int(await reader.readline(), 16):
            found += (await reader.readexactly(size + 2))[:-2]
        await reader.readexactly(2)
        return found.decode("utf-8", "replace")
    return (await reader.readexactly(int(headers.get("content-length", 0)))).decode("utf-8", "replace")


@dataclass(slots=True, kw_only=True)
class Screen:
    """An open board: listens as `live.js` does, and comes back when its line is cut."""

    port: int
    path: str
    cookies: dict[str, str] = field(default_factory=dict)
    seq: int = -1
    seen: dict[int, float] = field(default_factory=dict)
    """When each event's number first showed, by `time.perf_counter`."""
    boards: int = 0
    bytes: int = 0
    cuts: int = 0
    refused: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def follow(self) -> None:
        """Listen until cancelled."""
        while True:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                await self._listen()
            self.cuts += 1
            await asyncio.sleep(0.5 + random.random())  # as live.js, which spreads those who return

    async def reaches(self, seq: int) -> float:
        """Wait until an event shows; give the moment."""
        while self.seq < seq:
            self._news.clear()
            await self._news.wait()
        return min(at for number, at in self.seen.items() if number >= seq)

    async def _listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            more = f"Last-Event-ID: {self.seq}\r\n" if self.seq >= 0 else ""
            head = (
                f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookies}\r\n{more}\r\n"
            )
            writer.write(head.encode())
            status, _ = await read_head(reader)
            if status != 200:
                self.refused += 1
                return
            while True:
                event = await reader.readuntil(b"\n\n")
                self.bytes += len(event)
                if b"event: end\n" in event:
                    self.refused += 1
                    return
                # The first line of a chunk is its length: the event is looked for behind it.
                place = event.find(b"id: ")
                if place >= 0 and b"\nevent: board" in event:
                    self.seq = int(event[place + 4 : event.find(b"\n", place)])
                    self.boards += 1
                    self.seen.setdefault(self.seq, time.perf_counter())
                    self._news.set()
        finally:
            writer.close()
