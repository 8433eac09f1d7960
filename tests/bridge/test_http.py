# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The line: the pin before the first byte, plain HTTP to loopback only, replies bounded in size and time."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from longbien.bridge.certificate import ServerIdentity, make_identity, pin_of
from longbien.bridge.http import MAX_REPLY, HttpPeerDoor, open_door
from longbien.bridge.null import NullPeerDoor
from longbien.bridge.ports import PeerDoor, Reply
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import ObjectId

NOW = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)
ITEM = ObjectId("ab" * 16)
SEEN: list[tuple[str, str, bytes]] = []


class Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        SEEN.append((self.command, self.path, body))
        if body == b"large":
            body = bytes(MAX_REPLY + 1)
        if body == b"slow":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n")
            threading.Event().wait(2)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        if body == b"last":
            self.close_connection = True

    def do_GET(self) -> None:
        self.do_POST()

    def do_PUT(self) -> None:
        self.do_POST()

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving(identity: ServerIdentity | None = None, folder: Path | None = None) -> Iterator[int]:
    SEEN.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    server.daemon_threads = True
    if identity is not None and folder is not None:
        (folder / "key").write_bytes(identity.key)
        (folder / "certificate").write_bytes(identity.certificate)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "certificate", folder / "key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(LongBienError) as caught:
        yield
    assert caught.value.code == code


@contextmanager
def closing(door: HttpPeerDoor) -> Iterator[HttpPeerDoor]:
    try:
        yield door
    finally:
        door.close()


@pytest.mark.network
def test_each_route_has_its_request() -> None:
    with serving() as port, closing(open_door(f"http://127.0.0.1:{port}/vn", "")) as door:
        assert door.deliver(b"delivery") == Reply(status=200, body=b"delivery")
        door.add_checkpoint(b"old 0")
        door.checkpoint()
        door.missing(ITEM, "content")
        door.put_segment(ITEM, "content", 3, [b"\1" * 32, b"\2" * 32], b"data")
    assert [
        ("POST", "/vn/peer/v1/acts", b"delivery"),
        ("POST", "/vn/peer/v1/checkpoint", b"old 0"),
        ("GET", "/vn/peer/v1/checkpoint", b""),
        ("GET", f"/vn/peer/v1/evidence/{ITEM}/content/missing", b""),
        ("PUT", f"/vn/peer/v1/evidence/{ITEM}/content/3", b"\2" + b"\1" * 32 + b"\2" * 32 + b"data"),
    ] == SEEN


@pytest.mark.network
def test_the_pinned_key_is_required_before_anything_is_sent(tmp_path: Path) -> None:
    identity = make_identity("vn.example", NOW)
    with serving(identity, tmp_path) as port:
        with closing(HttpPeerDoor(f"https://127.0.0.1:{port}", identity.pin)) as door:
            assert door.deliver(b"one").body == b"one"
            assert door.deliver(b"two").body == b"two"
        for wrong in (make_identity("vn.example", NOW).pin, ""):
            with refused("bridge.tls_key_wrong"):
                HttpPeerDoor(f"https://127.0.0.1:{port}", wrong).deliver(b"secret")
    assert [body for _, _, body in SEEN] == [b"one", b"two"]


@pytest.mark.network
def test_plain_http_goes_to_loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Elsewhere(socket.socket):
        def getpeername(self) -> tuple[str, int]:
            return ("192.0.2.7", 80)

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        made = Elsewhere(socket.AF_INET, socket.SOCK_STREAM)
        made.connect(address)
        return made

    with serving() as port:
        monkeypatch.setattr(socket, "create_connection", connect)
        with refused("bridge.plain_http"):
            HttpPeerDoor(f"http://127.0.0.1:{port}", "").deliver(b"secret")
    assert SEEN == []


@pytest.mark.network
def test_a_reply_is_bounded_in_size() -> None:
    with serving() as port, refused("bridge.reply_malformed"):
        HttpPeerDoor(f"http://127.0.0.1:{port}", "").add_checkpoint(b"large")


@pytest.mark.network
def test_a_request_is_bounded_in_time() -> None:
    with serving() as port, refused("bridge.timed_out"):
        HttpPeerDoor(f"http://127.0.0.1:{port}", "", seconds=0.2).deliver(b"slow")


@pytest.mark.network
def test_a_line_that_was_closed_meanwhile_is_opened_again() -> None:
    with serving() as port, closing(HttpPeerDoor(f"http://127.0.0.1:{port}", "")) as door:
        for body in (b"last", b"again"):
            assert door.deliver(body).body == body


@pytest.mark.network
def test_nobody_there_is_a_code() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with refused("bridge.unreachable"):
        HttpPeerDoor(f"http://127.0.0.1:{port}", "").checkpoint()


CALLS: list[Callable[[PeerDoor], Reply]] = [
    lambda door: door.deliver(b""),
    lambda door: door.add_checkpoint(b""),
    lambda door: door.checkpoint(),
    lambda door: door.missing(ITEM, "content"),
    lambda door: door.put_segment(ITEM, "content", 0, [], b"x"),
]


@pytest.mark.parametrize("call", CALLS)
def test_behind_the_null_door_is_nobody(call: Callable[[PeerDoor], Reply]) -> None:
    with pytest.raises(RefusedError, match=r"bridge\.unreachable"):
        call(NullPeerDoor())


def test_a_certificate_that_is_none_is_refused() -> None:
    with pytest.raises(MalformedError, match=r"bridge\.certificate_malformed"):
        pin_of(b"\x30\x03\x02\x01\x00")
