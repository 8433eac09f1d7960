# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door's server: bodies bounded in size, time and number before a thread sees them."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace

import pytest
from pytest_django import Settings

from longbien.core.exchange.answer import parse_error
from longbien.site import peer_rsgi
from longbien.site.peer_rsgi import MAX_SMALL, PER_PLACE, PeerServer


class Sent:
    """A body as it arrives, and what was answered."""

    def __init__(self, *chunks: bytes, pause: float = 0.0) -> None:
        self.chunks = chunks
        self.pause = pause
        self.answer: tuple[int, bytes] = (0, b"")

    async def _body(self) -> AsyncIterator[bytes]:
        for chunk in self.chunks:
            await asyncio.sleep(self.pause)
            yield chunk

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._body()

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.answer = (status, body)


def scope(path: str = "/peer/v1/acts", length: str = "0", method: str = "POST") -> SimpleNamespace:
    return SimpleNamespace(
        method=method,
        path=path,
        query_string="",
        scheme="http",
        http_version="1.1",
        server="127.0.0.1:8001",
        client="192.0.2.1:5000",
        authority=None,
        headers={"content-length": length, "host": "127.0.0.1"},
    )


@pytest.fixture
def server(settings: Settings) -> Iterator[PeerServer]:
    settings.ROOT_URLCONF = "longbien.site.peer_urls"
    settings.MIDDLEWARE = []
    found = PeerServer()
    yield found
    assert found.is_idle()


def segment() -> SimpleNamespace:
    return scope(f"/peer/v1/evidence/{'ab' * 16}/content/0", method="PUT")


def ask(server: PeerServer, sent: Sent, found: SimpleNamespace) -> tuple[int, str]:
    asyncio.run(server(found, sent))  # type: ignore[arg-type]
    return sent.answer[0], parse_error(sent.answer[1])


def test_a_body_reaches_the_view_whole(server: PeerServer) -> None:
    for chunks, fits in (((b"\0", b"ab", b"c"), True), ((b"\1", b"ab", b"c"), False), ((), False)):
        answer = ask(server, Sent(*chunks), segment())
        assert (answer == (400, "exchange.segment_malformed")) is not fits
    assert ask(server, Sent(), scope("/elsewhere", method="GET")) == (404, "http.not_found")


def test_a_body_is_bounded_in_size(server: PeerServer) -> None:
    assert ask(server, Sent(), scope(length=str(16 * 1024 * 1024 + 1))) == (413, "exchange.too_large")
    assert ask(server, Sent(), scope(length="x")) == (413, "exchange.too_large")
    lying = Sent(*[bytes(1024 * 1024)] * 3)
    assert ask(server, lying, scope("/peer/v1/checkpoint", length="5")) == (413, "exchange.too_large")
    assert MAX_SMALL < 3 * 1024 * 1024


def test_a_body_is_bounded_in_time(server: PeerServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(peer_rsgi, "IDLE_SECONDS", 0.02)
        assert ask(server, Sent(b"a", pause=0.2), scope()) == (408, "exchange.too_slow")
    with monkeypatch.context() as patched:
        patched.setattr(peer_rsgi, "BODY_SECONDS", 0.05)
        assert ask(server, Sent(*[b"a"] * 50, pause=0.01), scope()) == (408, "exchange.too_slow")


def test_bodies_are_bounded_together(server: PeerServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peer_rsgi, "WAITING", 1000)
    assert ask(server, Sent(bytes(1001)), scope()) == (503, "exchange.busy")


def test_one_address_has_so_many_requests_at_once(server: PeerServer) -> None:
    async def crowd() -> list[int]:
        sent = [Sent(b"\xff", pause=0.05) for _ in range(PER_PLACE + 3)]
        await asyncio.gather(*[server(segment(), one) for one in sent])  # type: ignore[arg-type]
        return [one.answer[0] for one in sent]

    assert sorted(asyncio.run(crowd())) == [400] * PER_PLACE + [503] * 3
