# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The line to a partner: HTTP/1.1 over TLS with the server's key pinned, kept open between requests.

The pin is compared before the first byte of a request is sent. Plain HTTP goes to loopback addresses only, judged by the
address that was reached, not by its name. Replies are bounded in size, and every request in time as a whole.
"""

import hmac
import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

from longbien.bridge.certificate import pin_of
from longbien.bridge.ports import Reply
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.exchange.answer import MAX_ANSWER

CONNECT_SECONDS: Final = 10.0
"""How long a connection may take to stand."""
REQUEST_SECONDS: Final = 120.0
"""How long a request may take as a whole, the reply included."""
MAX_REPLY: Final = 1024 * 1024
"""The largest reply in bytes, except to deliveries."""


class HttpPeerDoor:
    """A partner's door over HTTP (`longbien.bridge.ports.PeerDoor`). One request at a time."""

    def __init__(self, url: str, tls_sha256: str, *, seconds: float = REQUEST_SECONDS) -> None:
        """Point at the peer base URL `url`, whose TLS key has the SHA-256 `tls_sha256` (hexadecimal)."""
        parts = urlsplit(url)
        self._host = parts.hostname or ""
        self._is_tls = parts.scheme == "https"
        self._port = parts.port or (443 if self._is_tls else 80)
        self._base = parts.path.rstrip("/")
        self._pin = tls_sha256
        self._seconds = seconds
        self._lock = threading.Lock()
        self._connection: http.client.HTTPConnection | None = None

    def deliver(self, delivery: bytes) -> Reply:
        """POST a delivery."""
        return self._request("POST", "/peer/v1/acts", delivery, limit=MAX_ANSWER)

    def add_checkpoint(self, request: bytes) -> Reply:
        """POST an add-checkpoint request."""
        return self._request("POST", "/peer/v1/checkpoint", request)

    def checkpoint(self) -> Reply:
        """GET the latest checkpoint."""
        return self._request("GET", "/peer/v1/checkpoint")

    def missing(self, object_id: ObjectId, part: str) -> Reply:
        """GET the ranges of missing segments."""
        return self._request("GET", f"/peer/v1/evidence/{object_id}/{part}/missing")

    def put_segment(
        self, object_id: ObjectId, part: str, index: int, path: Sequence[bytes], data: bytes
    ) -> Reply:
        """PUT one segment with its audit path."""
        body = b"".join((bytes([len(path)]), *path, data))
        return self._request("PUT", f"/peer/v1/evidence/{object_id}/{part}/{index}", body)

    def close(self) -> None:
        """Close the line."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _request(self, method: str, path: str, body: bytes = b"", *, limit: int = MAX_REPLY) -> Reply:
        """Send one request; a kept line that the partner has closed meanwhile is opened again, once."""
        with self._lock:
            try:
                if self._connection is not None:
                    try:
                        return self._exchange(self._connection, method, path, body, limit=limit)
                    except (
                        http.client.RemoteDisconnected,
                        BrokenPipeError,
                        ConnectionResetError,
                        ssl.SSLEOFError,
                    ):
                        self.close()
                self._connection = self._open()
                return self._exchange(self._connection, method, path, body, limit=limit)
            except LongBienError:
                self.close()
                raise
            except TimeoutError as error:
                self.close()
                raise RefusedError("bridge.timed_out", host=self._host) from error
            except (OSError, http.client.HTTPException) as error:
                self.close()
                raise RefusedError("bridge.unreachable", host=self._host) from error

    def _exchange(
        self, connection: http.client.HTTPConnection, method: str, path: str, body: bytes, *, limit: int
    ) -> Reply:
        sock = connection.sock
        late = threading.Event()
        with _Deadline(sock, self._seconds, late.set):
            try:
                connection.request(
                    method,
                    self._base + path,
                    body or None,
                    {"Content-Type": "application/octet-stream", "Accept": "*/*"},
                )
                response = connection.getresponse()
                data = response.read(limit + 1)
            except (OSError, http.client.HTTPException) as error:
                if late.is_set():
                    raise TimeoutError from error
                raise
        if late.is_set():
            raise TimeoutError
        if len(data) > limit:
            raise RefusedError("bridge.reply_malformed", host=self._host)
        if response.will_close:
            self.close()
        return Reply(status=response.status, body=data)

    def open_line(self) -> socket.socket:
        """Connect, and compare the pin (or the address) before anything is sent."""
        raw = socket.create_connection((self._host, self._port), timeout=CONNECT_SECONDS)
        try:
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock = self._secure(raw) if self._is_tls else _loopback_only(raw, self._host)
            sock.settimeout(self._seconds)
        except BaseException:
            raw.close()
            raise
        return sock

    def _open(self) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=self._seconds)
        connection.auto_open = 0  # http.client would open a line of its own, without the pin
        connection.sock = self.open_line()
        return connection

    def _secure(self, raw: socket.socket) -> ssl.SSLSocket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # the pin below decides; no authority is asked
        sock = context.wrap_socket(raw, server_hostname=self._host)
        found = sock.getpeercert(binary_form=True)
        if found is None or not hmac.compare_digest(pin_of(found), self._pin):
            sock.close()
            raise RefusedError("bridge.tls_key_wrong", host=self._host)
        return sock


def open_door(url: str, tls_sha256: str) -> HttpPeerDoor:
    """Give the door at `url` (`longbien.bridge.ports.OpenDoor`)."""
    return HttpPeerDoor(url, tls_sha256)


class _Deadline:
    """Shuts a socket down when the time is over: a partner that sends one byte a minute is not waited for."""

    def __init__(self, sock: socket.socket, seconds: float, at_end: Callable[[], None]) -> None:
        self._sock = sock
        self._at_end = at_end
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self._at_end()
        try:
            self._sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # closed already


def _loopback_only(sock: socket.socket, host: str) -> socket.socket:
    address = ipaddress.ip_address(str(sock.getpeername()[0]).partition("%")[0])
    if not address.is_loopback:
        raise RefusedError("bridge.plain_http", host=host)
    return sock
