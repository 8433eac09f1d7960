# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real node that holds a meeting, with its live door: for tests over HTTP and in a browser."""

import http.client
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.nodes import APPROVER, DUTY, Node, Nodes
from tools.processes import family, kill_live

SESSION = "drill-1"
MEETING = "drill-1-m1"
DAY = "2026-12-01"


class MeetingNode:
    """The node, what its secretariat says, and its streams."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self._streams: list[Stream] = []

    def says(self, kind: str, *given: str, by: str = "") -> int:
        """Let the secretariat say something; give the number of the event."""
        words = ("--by", by) if by else ()
        found = self.node.json("conference", "say", MEETING, kind, *given, *words, by=DUTY)
        return int(found["seq"])

    def stream(self, view: str, language: str = "en", cookies: str = "", origin: str = "") -> "Stream":
        """Open a stream."""
        found = Stream(self.node, f"/live/conference/{MEETING}/{view}/{language}/", cookies, origin)
        self._streams.append(found)
        return found

    def close_streams(self) -> None:
        """Close every stream that was opened."""
        while self._streams:
            self._streams.pop().close()

    def enrol(self, name: str) -> str:
        """Give the secretariat one more officer, as two people decide; give the role id."""
        self.node.passwords[name] = "-".join(secrets.token_hex(3) for _ in range(3))
        secret = self.node.beside(f"password-{name}")
        secret.touch(mode=0o600)
        secret.write_text(self.node.passwords[name] + "\n", encoding="utf-8")
        role_id = f"vn-{name}-1"
        words = ("people", "add", name, "--role-id", role_id, "--role", "conference-officer")
        self.node.run(*words, "--new-password-file", str(secret), by=DUTY)
        self.node.run("people", "approve", "1", by=APPROVER)
        return role_id

    def kill_live_door(self) -> int:
        """Kill the live door at once; give how many processes it had."""
        assert self.node.server is not None
        return kill_live(self.node.server.pid)

    def live_processes(self) -> list[int]:
        """Give the live door's processes."""
        assert self.node.server is not None
        return [process for process, name in family(self.node.server.pid).items() if name == "live"]

    def wait_live(self) -> None:
        """Wait until the live door answers."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(OSError, http.client.HTTPException):
                if self.stream("public").status == 200:
                    self.close_streams()
                    return
            time.sleep(0.1)
        raise AssertionError("the live door does not answer")


class Stream:
    """One stream, read event by event."""

    def __init__(self, node: Node, path: str, cookies: str = "", origin: str = "") -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", node.live_port, timeout=30)
        host = node.url.partition("//")[2].partition(":")[0]
        headers = {"Host": f"{host}:{node.live_port}", "Cookie": cookies}
        self._line.request("GET", path, headers=headers | ({"Origin": origin} if origin else {}))
        self._answer = self._line.getresponse()
        self.status = self._answer.status
        self.headers = self._answer.headers

    def refusal(self) -> str:
        """Give the code with which it was refused."""
        return self._answer.read().decode().partition("\n")[0]

    def next(self, kind: str = "board") -> tuple[str, str]:
        """Give id and data of the next event of a kind."""
        found: dict[str, str] = {}
        while True:
            line = self._answer.readline()
            if not line:
                raise ConnectionError("the stream has ended")
            text = line.decode().rstrip("\n")
            if text:
                name, _, value = text.partition(": ")
                found[name] = f"{found[name]}\n{value}" if name in found else value
            elif found.get("event") == kind:
                return found.get("id", ""), found.get("data", "")
            else:
                found = {}

    def until(self, seq: int) -> str:
        """Wait for the board that shows an event; give it."""
        while True:
            number, data = self.next()
            if int(number) >= seq:
                return data

    def close(self) -> None:
        """Close the line."""
        self._answer.close()
        self._line.close()


@contextmanager
def meeting_node(folder: Path) -> Iterator[MeetingNode]:
    """Give a running node with an open meeting of an exercise."""
    with Nodes(folder, parties=("VN",), live=True) as nodes:
        nodes.make()
        found = MeetingNode(nodes["VN"])
        words = ("--title", "Drill", "--from", DAY, "--to", DAY, "--exercise", "members")
        found.node.run("conference", "session", "new", SESSION, *words, by=DUTY)
        found.node.run("conference", "meeting", "new", SESSION, "--day", DAY, by=DUTY)
        found.says("presence.counted", "number=150")
        found.says("meeting.opened")
        nodes.launch()
        nodes.wait_ready()
        found.wait_live()
        yield found
