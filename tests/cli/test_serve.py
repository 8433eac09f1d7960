# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien serve`: a node runs once, and says so when it is started again."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from longbien.cli.serve import hold, require_free, run
from longbien.core.base.errors import UsageError


def test_a_node_is_not_served_twice(tmp_path: Path) -> None:
    held = hold(tmp_path, ("pages", "worker"))
    with pytest.raises(UsageError) as caught:
        hold(tmp_path, ("worker",))
    assert (caught.value.code, caught.value.params["process"]) == ("cli.served_already", "worker")
    hold(tmp_path, ("peer",))
    for descriptor in held.values():
        os.close(descriptor)
    assert set(hold(tmp_path, ("pages", "worker"))) == {"pages", "worker"}


@pytest.fixture
def signals() -> Iterator[None]:
    """Give the signals back to those who handled them before."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals")
def test_a_process_keeps_its_lock_when_its_parent_is_gone(tmp_path: Path) -> None:
    held = hold(tmp_path, ("worker",))
    words = [sys.executable, "-c", f"import os, sys; os.fstat({held['worker']}); sys.exit(3)"]
    assert run({"worker": words}, held) == 3


@pytest.mark.network
def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as server:
        port = server.getsockname()[1]
        with pytest.raises(UsageError) as caught:
            require_free("127.0.0.1", port)
        assert (caught.value.code, caught.value.params["port"]) == ("cli.port_taken", port)
    require_free("127.0.0.1", port)
