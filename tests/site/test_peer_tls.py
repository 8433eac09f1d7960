# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door as it is really served: granian, TLS with the node's own key, the pin from its directory entry."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from longbien.bridge.http import HttpPeerDoor
from longbien.core.base.errors import RefusedError
from longbien.core.exchange.answer import parse_error
from longbien.core.log.checkpoint import open_checkpoint
from longbien.core.parties.chain import read_entry
from longbien.core.parties.entry import Entry

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def longbien(home: Path, *words: str) -> None:
    command = [sys.executable, "-m", "longbien.cli.main", *words]
    subprocess.run(command, env=environment(home), check=True, stdout=subprocess.DEVNULL)


def environment(home: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LONGBIEN_", "DJANGO_"))
    }
    return {**kept, "LONGBIEN_HOME": str(home)}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def served(home: Path, port: int) -> Iterator[None]:
    words = [sys.executable, "-m", "longbien.cli.main", "serve", "--only", "peer"]
    server = subprocess.Popen(words, env=environment(home), stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert time.monotonic() < end
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Entry]:
    place = tmp_path_factory.mktemp("node")
    home, port = place / "vn", free_port()
    words = ["--party", "VN", "--name", "Viet Nam", "--exercise", "--peer-port", str(port)]
    longbien(home, "init", *words, "--peer-url", f"https://127.0.0.1:{port}")
    longbien(home, "parties", "export", str(place / "vn.entry"))
    with served(home, port):
        yield read_entry((place / "vn.entry").read_bytes()).entry


def test_the_door_holds_the_key_of_its_entry(node: Entry) -> None:
    door = HttpPeerDoor(node.endpoint.url, node.endpoint.tls_sha256)
    reply = door.checkpoint()
    assert reply.status == 200
    assert open_checkpoint(reply.body, node.log_keys()).checkpoint.size == 1
    refused = door.deliver(b"not a delivery")
    assert (refused.status, parse_error(refused.body)) == (400, "exchange.delivery_malformed")
    door.close()


def test_another_key_gets_nothing(node: Entry) -> None:
    with pytest.raises(RefusedError, match=r"bridge\.tls_key_wrong"):
        HttpPeerDoor(node.endpoint.url, "ab" * 32).checkpoint()


def test_a_slow_sender_holds_nobody_up(node: Entry) -> None:
    door = HttpPeerDoor(node.endpoint.url, node.endpoint.tls_sha256)
    slow = [HttpPeerDoor(node.endpoint.url, node.endpoint.tls_sha256).open_line() for _ in range(8)]
    for line in slow:
        line.sendall(b"POST /peer/v1/acts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nslow")
    assert door.checkpoint().status == 200
    door.close()
    for line in slow:
        line.close()
