# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door as an RSGI application (granian): a request's body is read first, bounded in size and time, without a thread.

Under WSGI a thread waits as long as a body takes, and no server setting ends it: a few slow senders would hold the door
(docs/adr/0021). Here a slow body costs its own bytes only; a thread of Django sees whole bodies, from a bounded number of
places, and works on them at once.
"""

import asyncio
import io
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, Protocol

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.exchange.answer import print_error
from longbien.core.exchange.delivery import MAX_DELIVERY
from longbien.peer.guard import BUSY, JSON, STATUSES, status_of

if TYPE_CHECKING:
    from granian.rsgi import Scope

if not settings.configured:  # whoever started this process may have named the pages' settings
    os.environ["DJANGO_SETTINGS_MODULE"] = "longbien.site.peer_settings"

MAX_SMALL: Final = 2 * 1024 * 1024
"""The largest body in bytes on routes other than the one for acts: a segment with its path, a checkpoint with its proof."""
BODY_SECONDS: Final = 600.0
"""How long a body may take as a whole: 16 MiB at 28 KiB/s."""
IDLE_SECONDS: Final = 30.0
"""How long nothing may arrive."""
WAITING: Final = 128 * 1024 * 1024
"""How many bytes of bodies are held at once; beyond it, the sender is asked to come again."""
PER_PLACE: Final = 16
"""How many requests one address may have at once."""
_THREADS: Final = 4
_ACTS: Final = "/peer/v1/acts"
_SLOW: Final = "exchange.too_slow"
_JSON: Final = ("content-type", JSON)


class Transfer(Protocol):
    """The part of RSGI's protocol object that is used here."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the body's chunks."""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Answer."""


class PeerServer:
    """Admits requests, reads their bodies and hands them to Django."""

    def __init__(self) -> None:
        """Load Django."""
        self._django = get_wsgi_application()
        self._threads = ThreadPoolExecutor(max_workers=_THREADS, thread_name_prefix="peer")
        self._places: Counter[str] = Counter()
        self._held = 0

    async def __call__(self, scope: "Scope", transfer: Transfer) -> None:
        """Answer one request."""
        place = scope.client.rpartition(":")[0]
        self._places[place] += 1
        body = bytearray()
        try:
            async with asyncio.timeout(BODY_SECONDS):
                await self._read(scope, transfer, body, place)
            loop = asyncio.get_running_loop()
            status, headers, answer = await loop.run_in_executor(
                self._threads, self._answer, scope, place, bytes(body)
            )
        except LongBienError as error:
            status, headers, answer = status_of(error), [_JSON], print_error(error.code)
        except TimeoutError:
            status, headers, answer = STATUSES[_SLOW], [_JSON], print_error(_SLOW)
        finally:
            self._held -= len(body)
            self._places[place] -= 1
            if not self._places[place]:
                del self._places[place]
        transfer.response_bytes(status, headers, answer)

    def is_idle(self) -> bool:
        """Tell whether no request is being read or answered."""
        return not self._places and self._held == 0

    async def _read(self, scope: "Scope", transfer: Transfer, body: bytearray, place: str) -> None:
        """Read the body into `body`, within its limits."""
        if self._places[place] > PER_PLACE:
            raise RefusedError(BUSY)
        limit = MAX_DELIVERY if scope.path == _ACTS else MAX_SMALL
        stated = scope.headers.get("content-length", "0")
        if not stated.isdecimal() or int(stated) > limit:
            raise MalformedError("exchange.too_large", limit=limit)
        chunks = aiter(transfer)
        while True:
            async with asyncio.timeout(IDLE_SECONDS):
                try:
                    # With a default, `anext` brings the server's process down.
                    chunk = await chunks.__anext__()
                except StopAsyncIteration:
                    return
            self._held += len(chunk)
            body += chunk
            if len(body) > limit:
                raise MalformedError("exchange.too_large", limit=limit)
            if self._held > WAITING:
                raise RefusedError(BUSY)

    def _answer(self, scope: "Scope", place: str, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """Let Django answer, in a thread of its own."""
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start(
            status: str, headers: list[tuple[str, str]], _error: object = None, /
        ) -> Callable[[bytes], object]:
            begun.append((status, headers))
            return lambda _data: None

        found: Iterable[bytes] = self._django(_environ(scope, place, body), start)
        try:
            answer = b"".join(found)
        finally:
            close = getattr(found, "close", None)
            if close is not None:
                close()
        status, headers = begun[0]
        return int(status[:3]), headers, answer


def _environ(scope: "Scope", place: str, body: bytes) -> dict[str, object]:
    host, _, port = scope.server.rpartition(":")
    environ: dict[str, object] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode("utf-8").decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": place,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    environ["CONTENT_TYPE"] = scope.headers.get("content-type", "")
    environ["HTTP_HOST"] = scope.headers.get("host", scope.authority or "")
    return environ


application = PeerServer()
