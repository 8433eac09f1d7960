# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien serve`: the node's processes, pages, peer door, live door and worker, started and stopped together.

The peer door is a process of its own, so that a slow partner never holds a page (docs/adr/0007). If one process ends,
the others are stopped and its status is given on: whoever started the node (systemd, a person) starts it again. The live
door alone is started again by itself: no ballot waits for it, and every page works without it (docs/adr/0045).
"""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import click
from django.conf import settings

from longbien.cli.upgrade import require_current
from longbien.core.base.errors import UsageError

PATIENCE: Final = 10.0
"""Seconds that a process gets to finish what it holds before it is killed."""
LIVE: Final = "live"
AGAIN: Final = 1.0
"""Seconds until the live door is started again after it ended; twice as long after each start that did not last a minute."""
_LONGEST: Final = 60.0


@click.command("serve")
@click.option(
    "--only", type=click.Choice(["pages", "peer", "worker", LIVE]), help="Run one of the processes."
)
def command(only: str | None) -> None:
    """Run the node until it is interrupted: pages, peer door, live door and worker."""
    require_current()
    config = settings.CONFIG
    chosen = {name: words for name, words in settings.PROCESSES.items() if only in {None, name}}
    if not chosen:
        raise UsageError("cli.live_off")
    held = hold(config.home, tuple(chosen))
    for name, host, port in (
        ("pages", config.web_host, config.web_port),
        ("peer", config.peer_host, config.peer_port),
        (LIVE, config.live_host, config.live_port),
    ):
        if name in chosen:
            require_free(host, port)
    live = f", live door at {config.live_url}/live/" if LIVE in chosen else ""
    click.echo(
        f"Long Biên, node of {config.party}: pages at {config.public_url}, peer door at {config.peer_url}{live}"
    )
    sys.exit(run(chosen, held))


def hold(home: Path, names: Sequence[str]) -> dict[str, int]:
    """Take the lock of each process of this node's folder; UsageError `cli.served_already`.

    The lock goes with the process that runs under it: it is free once that has ended, however it ended.
    """
    held = {}
    for name in names:
        held[name] = os.open(home / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(held[name], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError("cli.served_already", process=name, folder=str(home)) from error
    return held


def require_free(host: str, port: int) -> None:
    """Check that nothing listens at an address; UsageError `cli.port_taken`.

    The servers themselves would share a port with whoever holds it, without a word.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise UsageError("cli.port_taken", host=host, port=port) from error


def run(chosen: Mapping[str, Sequence[str]], held: Mapping[str, int]) -> int:
    """Start the processes, wait for the first to end or for a signal, stop the rest; give the status.

    Each process keeps the lock that is `held` for it. The live door, beside others, is started again.
    """
    running: dict[str, subprocess.Popen[bytes]] = {}
    stopped = False

    def stop(number: int, frame: object) -> None:
        nonlocal stopped
        stopped = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    status = 0
    starts = Starts()
    try:
        for name, words in chosen.items():
            running[name] = _start(words, held[name])
        while not stopped and status == 0:
            time.sleep(0.2)
            for name, process in running.items():
                code = process.poll()
                if code is None or stopped:
                    continue
                if name == LIVE and len(chosen) > 1:
                    if starts.due():
                        running[name] = _start(chosen[name], held[name])
                    continue
                click.echo(f"The process “{name}” ended with status {code}; the node stops.", err=True)
                status = code or 70
    except OSError as error:
        raise UsageError("cli.not_started", reason=error.strerror or "") from error
    finally:
        _end(list(running.values()))
    return status


class Starts:
    """When the live door may be started again: soon after a fault, later and later if it keeps ending."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with the first start just made."""
        self._clock = clock
        self._started = clock()
        self._due = 0.0
        self._wait = AGAIN

    def due(self) -> bool:
        """Tell whether it is time; the first question after an end sets the time, and says so to the operator."""
        now = self._clock()
        if not self._due:
            self._wait = AGAIN if now - self._started > _LONGEST else min(2 * self._wait, _LONGEST)
            self._due = now + self._wait / 2
            click.echo("The live door ended; it is started again. Pages work meanwhile.", err=True)
        if now < self._due:
            return False
        self._due, self._started = 0.0, now
        return True


def _start(words: Sequence[str], lock: int) -> subprocess.Popen[bytes]:
    # Each process names its own settings; ours are those of the pages, and the peer door has no pages.
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.Popen(words, stdin=subprocess.DEVNULL, env=environment, pass_fds=(lock,))


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    limit = time.monotonic() + PATIENCE
    for process in processes:
        try:
            process.wait(timeout=max(0.1, limit - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
