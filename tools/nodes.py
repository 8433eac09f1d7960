# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Real exercise nodes on this machine: homes, officers, introductions, processes, and terminals that drive them.

    with Nodes(folder, parties=("VN", "AT")) as nodes:
        nodes.make()
        nodes.introduce()
        nodes.launch()
        nodes.wait_ready()
        nodes["VN"].run("request", "list", by="duty")

Everything goes through the commands an operator would type. Processes are ended by the ids of those that were started here.
"""

import http.client
import json
import os
import secrets
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from tools.ports import free_ports

NAMES: Final[Mapping[str, str]] = {"VN": "Viet Nam", "AT": "Austria"}
"""The exercise States as the United Nations names them."""
LINES: Final[Mapping[str, str]] = {
    "VN": "languages: [vi, en]\nauthorities:\n"
    '  - {role: "24/7", name: "24/7 point of contact (exercise)", article: "41(2)", languages: [vi, en], phone: "+84 24 0000 0247", time_zone: Asia/Ho_Chi_Minh}\n'
    '  - {role: central, name: "Central authority (exercise)", article: "40(12)", languages: [vi, en], time_zone: Asia/Ho_Chi_Minh}\n',
    "AT": "languages: [de, en]\nauthorities:\n"
    '  - {role: "24/7", name: "24/7 point of contact (exercise)", article: "41(2)", languages: [de, en], phone: "+43 1 000 0247", time_zone: Europe/Vienna}\n'
    '  - {role: central, name: "Central authority (exercise)", article: "40(12)", languages: [de, en], time_zone: Europe/Vienna}\n'
    "profile:\n  sha512: false\n  required_fields: []\n  requirements:\n"
    "    - {kinds: [provisional-arrest], arrest_days: 40}\n"
    "    - {kinds: [extradition], required_fields: [provisions_document]}\n",
}
"""What each says of itself (`longbien init --describe`)."""
DUTY: Final = "duty"
APPROVER: Final = "approver"
OFFICERS: Final[Mapping[str, tuple[str, ...]]] = {
    DUTY: ("duty-officer", "approver", "custodian", "directory-officer", "treaty-officer", "operator"),
    APPROVER: ("approver", "directory-officer", "auditor", "lawyer"),
}
"""Two people a node: enough for four eyes. One holds the approver's role too, and still never approves what is his own."""
PREVIEW: Final = "ar es fr ru vi zh-hans"
"""Languages that the pages offer although few sentences are translated: so that they can be looked at from right to left."""
CLOCK_FILE: Final = "clock-ahead"
"""The file that moves a node's clock ahead (setting `clock_file`)."""
PATIENCE: Final = 120.0
"""Seconds that a node may take to answer, or to end."""
_MEANS: Final = "telephone (exercise)"


class NodeError(Exception):
    """A node did not do what was expected of it; the message says what and what it answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """Read an answer that was asked for in JSON."""
        return json.loads(self.out)


@dataclass(slots=True, kw_only=True)
class Terminal:
    """One process that runs commands of a node, one after the other (`tools.terminal`)."""

    home: Path
    log: Path
    process: subprocess.Popen[str] | None = None

    def run(self, words: Sequence[str], environment: Mapping[str, str]) -> Said:
        """Type one command and wait for its answer."""
        if self.process is None:
            self.process = self._open()
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise NodeError("the terminal has no line")
        stdin.write(json.dumps({"words": list(words), "environment": dict(environment)}) + "\n")
        stdin.flush()
        answer = stdout.readline()
        if not answer:
            raise NodeError(f"the terminal ended at: {' '.join(words)} (see {self.log})")
        return Said(**json.loads(answer))

    def close(self) -> None:
        """End the process."""
        if self.process is not None:
            if self.process.stdin is not None:
                self.process.stdin.close()
            self.process.wait(PATIENCE)
            if self.process.stdout is not None:
                self.process.stdout.close()
            self.process = None

    def _open(self) -> subprocess.Popen[str]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "tools.terminal"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment_of(self.home),
            )


@dataclass(slots=True, kw_only=True)
class Node:
    """One node: its folder, its ports, its officers' passwords, its processes."""

    party: str
    home: Path
    web_port: int
    peer_port: int
    live_port: int
    live: bool = False
    """Whether the node holds meetings: it runs the live door, and its officers are those of a secretariat too."""
    passwords: dict[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    server: subprocess.Popen[bytes] | None = None
    terminal: Terminal = field(init=False)

    def __post_init__(self) -> None:
        """Give the node its terminal."""
        self.terminal = Terminal(home=self.home, log=self.beside("terminal.log"))

    @property
    def url(self) -> str:
        """Where officers reach the pages."""
        return f"http://{self.party.lower()}.localhost:{self.web_port}"

    @property
    def peer_url(self) -> str:
        """Where partners reach the peer door."""
        return f"https://127.0.0.1:{self.peer_port}"

    def beside(self, name: str) -> Path:
        """Give a file beside the node's folder: logs, passwords, what the exercise writes."""
        return self.home.with_name(f"{self.home.name}-{name}")

    def run(self, *words: str, by: str = "", expect: int | None = 0) -> Said:
        """Type a command as the officer `by`; NodeError if its status is not the expected one (None: any)."""
        said = self.terminal.run(words, self._sign_in(by))
        if expect is not None and said.status != expect:
            raise NodeError(
                f"{self.party}: longbien {' '.join(words)} ended with {said.status}: {said.err}{said.out}"
            )
        return said

    def json(self, *words: str, by: str = "") -> Any:
        """Type a command and read its answer as JSON."""
        return self.run(*words, "--json", by=by).value

    def show(self, *words: str, by: str = "") -> Said:
        """Type a command in a process of its own that shows its progress here; NodeError if it is refused."""
        done = subprocess.run(
            [sys.executable, "-m", "longbien.cli.main", *words],
            env=environment_of(self.home) | self._sign_in(by),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
            text=True,
        )
        if done.returncode:
            raise NodeError(f"{self.party}: longbien {' '.join(words)} ended with {done.returncode}")
        return Said(status=0, out=done.stdout, err="")

    def make(self) -> None:
        """Begin the node, enrol its officers, write its entry for the others."""
        describe = self.beside("describe.yaml")
        describe.parent.mkdir(parents=True, exist_ok=True)
        describe.write_text(LINES.get(self.party, ""), encoding="utf-8")
        words = ["init", "--party", self.party, "--name", NAMES.get(self.party, self.party), "--exercise"]
        words += ["--public-url", self.url, "--web-port", str(self.web_port)]
        words += ["--peer-url", self.peer_url, "--peer-port", str(self.peer_port)]
        words += ["--live-port", str(self.live_port)]
        if self.party in LINES:
            words += ["--describe", str(describe)]
        self.run(*words)
        with (self.home / "longbien.toml").open("a", encoding="utf-8") as file:
            file.write(f'preview_languages = "{PREVIEW}"\nclock_file = "{CLOCK_FILE}"\n')
            file.write(f"live = {str(self.live).lower()}\n")
        self.terminal.close()  # the next one reads these settings too
        for name, roles in OFFICERS.items():
            self._enrol(name, (*roles, "conference-officer") if self.live else roles)
        said = self.run("parties", "export", str(self.beside("entry.json")))
        self.fingerprint = said.out.strip().splitlines()[-1]

    def introduce(self, other: "Node") -> None:
        """Let both officers confirm the other's entry, each with the fingerprint as told on another line."""
        for name in OFFICERS:
            words = ("parties", "introduce", str(other.beside("entry.json")), "--means", _MEANS)
            self.run(*words, "--fingerprint", other.fingerprint, by=name)

    def start(self) -> None:
        """Start the node's processes, as an operator does."""
        with self.beside("serve.log").open("ab") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "longbien.cli.main", "serve"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment_of(self.home),
                start_new_session=True,
            )

    def wait_ready(self) -> None:
        """Wait until pages and peer door answer; NodeError if they do not in time."""
        until = time.monotonic() + PATIENCE
        for asked in (self._ask_pages, self._ask_door):
            while not asked():
                if self.server is None or self.server.poll() is not None:
                    raise NodeError(f"{self.party}: the node ended\n{self._last_words()}")
                if time.monotonic() > until:
                    raise NodeError(f"{self.party}: no answer in {PATIENCE:.0f} s\n{self._last_words()}")
                time.sleep(0.05)

    def move_clock(self, ahead: timedelta) -> None:
        """Let the node's clock run ahead of the machine's; never less than before."""
        file = self.home / CLOCK_FILE
        new = file.with_suffix(".new")
        new.write_text(str(int(ahead.total_seconds())), encoding="ascii")
        new.replace(file)

    def stop(self) -> None:
        """End the node's processes in order."""
        if self.server is not None:
            self.server.terminate()
            try:
                self.server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
            self.server = None

    def kill(self) -> None:
        """End all of the node's processes at once, without a word (`kill -9`)."""
        if self.server is not None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            self.server = None

    def _sign_in(self, by: str) -> dict[str, str]:
        if not by:
            return {}
        return {"LONGBIEN_AS": by, "LONGBIEN_PASSWORD_FILE": str(self.beside(f"password-{by}"))}

    def _enrol(self, name: str, roles: tuple[str, ...]) -> None:
        self.passwords[name] = "-".join(secrets.token_hex(3) for _ in range(3))
        secret = self.beside(f"password-{name}")
        secret.touch(mode=0o600)
        secret.write_text(self.passwords[name] + "\n", encoding="utf-8")
        words = ["people", "add", name, "--role-id", f"{self.party.lower()}-{name}-1"]
        words += ["--new-password-file", str(secret), *(word for role in roles for word in ("--role", role))]
        first = next(iter(OFFICERS))
        self.run(*words, by="" if name == first else first)

    def _last_words(self) -> str:
        """Give the end of what the node's processes said: the folder may be gone when somebody asks."""
        said = self.beside("serve.log").read_text(encoding="utf-8", errors="replace")
        return "\n".join(said.splitlines()[-40:])

    def _ask_pages(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.web_port, timeout=5)
        return _answers(line, "/sign-in/", f"{self.party.lower()}.localhost:{self.web_port}")

    def _ask_door(self) -> bool:
        # Only whether it answers: partners check its key, this does not.
        context = ssl._create_unverified_context()  # noqa: SLF001 # only whether it answers
        line = http.client.HTTPSConnection("127.0.0.1", self.peer_port, timeout=5, context=context)
        return _answers(line, "/peer/v1/checkpoint", f"127.0.0.1:{self.peer_port}")


@dataclass(slots=True)
class Nodes:
    """Some nodes that know each other. As a context manager, it stops in the end what it started."""

    folder: Path
    parties: tuple[str, ...] = ("VN", "AT")
    ports: int = 0
    """The first port to try; 0 for any that are free."""
    live: bool = False
    nodes: dict[str, Node] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the nodes out; nothing is made yet."""
        ports = free_ports(3 * len(self.parties), self.ports)
        self.nodes = {
            party: Node(
                party=party,
                home=self.folder / party.lower(),
                web_port=ports[2 * place],
                peer_port=ports[2 * place + 1],
                live_port=ports[2 * len(self.parties) + place],
                live=self.live,
            )
            for place, party in enumerate(self.parties)
        }

    def __getitem__(self, party: str) -> Node:
        """Give the node of a party."""
        return self.nodes[party]

    def __iter__(self) -> Iterator[Node]:
        """Give each node."""
        return iter(self.nodes.values())

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop every process that was started here."""
        self.stop()

    def make(self) -> None:
        """Make the nodes, side by side."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.each(Node.make)

    def introduce(self) -> None:
        """Introduce each to each."""
        self.each(self._introduce)

    def launch(self) -> None:
        """Start the nodes' processes; `wait_ready` tells when they answer."""
        for node in self:
            node.start()

    def wait_ready(self) -> None:
        """Wait until every node answers."""
        self.each(Node.wait_ready)

    def stop(self) -> None:
        """Stop servers and terminals."""
        self.each(_stop)

    def each(self, work: Callable[[Node], None]) -> None:
        """Do something with every node, side by side; the first failure is raised once all have ended."""
        with ThreadPoolExecutor(len(self.nodes)) as pool:
            for done in [pool.submit(work, node) for node in self]:
                done.result()

    def _introduce(self, node: Node) -> None:
        for other in self:
            if other is not node:
                node.introduce(other)


def environment_of(home: Path) -> dict[str, str]:
    """Give the environment of a node's process: this one's without settings of another node."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LONGBIEN_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "LONGBIEN_HOME": str(home), "PYTHONUNBUFFERED": "1"}


def _answers(line: http.client.HTTPConnection, path: str, host: str) -> bool:
    try:
        line.request("GET", path, headers={"Host": host})
        return line.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def _stop(node: Node) -> None:
    node.terminal.close()
    node.stop()
