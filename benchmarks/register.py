# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of requests with 10,000 and with 100,000 rows: lists, searches and the urgent screen as an officer gets them.

    python -m benchmarks.register [10000 100000] [sqlite] [postgresql] ["search: a rare word" ...]

Pages that are named are measured alone, with three times the rounds, and not kept.

A real node (granian as `longbien serve` starts it), two readers at a time on kept connections, on SQLite and on PostgreSQL. Rows are made up
(`benchmarks.register_rows`), some are real acts. Beside it, in the same run, what one would use instead: grep over a file of lines, and LIKE over
a table without indexes. Target: p95 below 150 ms for each page with 100,000 rows, and at most 1.5 times that with 10,000.
"""

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from benchmarks.exchange import cpu_seconds, family, free_port, longbien, peak_mib, wait_for
from benchmarks.measure import RESULTS, machine
from tools.postgres import binaries, server, unprivileged

SIZES: Final = (10_000, 100_000)
TARGET_MS: Final = 150.0
GROWTH: Final = 1.5
READERS: Final = 2
ROUNDS: Final = 3
VISITS: Final = 20
"""Visits of each reader to each page in a round; p95 is the median of the rounds', and rounds of the sizes take turns, so that a hiccup of the machine is not taken for a page's."""
BUSIEST: Final = "AF"
"""The party with the most of the made-up requests: a page about it is full with 10,000 rows as with 100,000, so both show as many lines."""
SEARCHES: Final = {
    "a reference": "2026/004711",
    "an address": "8.8.8.8",
    "a rare word": "badako",
    "a word in half of all": "passwords",
    "Vietnamese without its signs": "tai khoan thu dien tu",
    "Arabic": "كلمات مرور",
    "Chinese": "服务器日志",
    "party and word": "afghanistan mailboxes",
    "nothing like it": "zzzzqqq",
}
LISTS: Final[dict[str, dict[str, str]]] = {
    "open": {},
    "open, fifth page": {"page": "5"},
    "open, twentieth page": {"page": "20"},
    "all": {"view": "all"},
    "ended": {"view": "ended"},
    "incoming from one party": {"direction": "incoming", "partner": BUSIEST},
    "one party, all": {"partner": BUSIEST, "view": "all"},
    "one kind": {"kind": "stored-data"},
    "one basis, acknowledged": {"basis": "budapest", "state": "acknowledged"},
    "urgent": {"urgency": "any"},
    "overdue": {"due": "overdue"},
    **{f"search: {name}": {"view": "all", "text": text} for name, text in SEARCHES.items()},
    "search in open ones": {"text": "passwords"},
    "search, one party": {"view": "all", "text": "passwords", "partner": BUSIEST, "direction": "incoming"},
}


def main() -> int:
    """Measure on each database, print and keep; 1 if a target is missed."""
    sizes = tuple(int(word) for word in sys.argv[1:] if word.isdecimal()) or SIZES
    databases = {"sqlite", "postgresql"}.intersection(sys.argv) or {"sqlite", "postgresql"}
    named = {name: address for name, address in ADDRESSES.items() if name in sys.argv}
    found: dict[str, Any] = {"machine": machine()}
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        if "sqlite" in databases:
            found["sqlite"] = measure(
                [Node(home=place / f"sqlite-{size}", size=size) for size in sizes], named
            )
        programs = binaries() if "postgresql" in databases else None
        if programs is not None:
            with server(place, unprivileged(), programs) as url:
                found["postgresql"] = measure(
                    [
                        Node(home=place / f"postgresql-{size}", size=size, url=database(url, size))
                        for size in sizes
                    ],
                    named,
                )
    missed = [line for name in ("sqlite", "postgresql") for line in judge(name, found.get(name, []))]
    found["missed"] = missed
    if named:
        print("\n".join(missed) or "every target is reached")
        return int(bool(missed))
    kept = RESULTS / "register.json"
    earlier = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    for name in {
        "sqlite",
        "postgresql",
    } - databases:  # figures of the other database stay, with their own load
        if name in earlier:
            found[name] = earlier[name]
    kept.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(missed) or "every target is reached")
    return int(bool(missed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node to be filled with `size` requests; `url` is its database where that is not SQLite."""

    home: Path
    size: int
    url: str = ""
    web: int = field(default_factory=free_port)

    @property
    def beside(self) -> Path:
        """Where what one would use instead stands."""
        return self.home.with_name(f"{self.home.name}-beside")

    @contextmanager
    def chosen(self) -> Iterator[None]:
        """Let what is started here use this node's database."""
        if self.url:
            os.environ["LONGBIEN_DATABASE_URL"] = self.url
        try:
            yield
        finally:
            os.environ.pop("LONGBIEN_DATABASE_URL", None)


def measure(nodes: list[Node], named: dict[str, str]) -> list[dict[str, Any]]:
    """Fill the nodes, visit each page (or those named) of all of them in turns, so that what the machine does meanwhile falls on all alike, then their verbs."""
    filled = [fill(node) for node in nodes]
    with ExitStack() as stack:
        doors = []
        for node, one in zip(nodes, filled, strict=True):
            with node.chosen():
                doors.append(Door(node.web, stack.enter_context(pages(node.home, node.web)), one["session"]))
        rounds = 3 * ROUNDS if named else ROUNDS
        shown = [visit_all(doors, name, address, rounds) for name, address in (named or ADDRESSES).items()]
        peaks = [max(peak_mib(pid) for pid in family(door.process)) for door in doors]
    return [
        beneath(node, filled[at], [page[at] for page in shown], peaks[at]) for at, node in enumerate(nodes)
    ]


def fill(node: Node) -> dict[str, Any]:
    """Make a node with so many requests."""
    with node.chosen():
        node.beside.mkdir()
        entry = _partner(node.beside)
        words = ("--party", "AT", "--name", "Austria", "--exercise", "--web-port", str(node.web))
        longbien(node.home, "init", *words)
        found: dict[str, Any] = json.loads(
            side(node.home, "fill", str(node.size), str(entry), str(node.beside))
        )
    return found


def beneath(node: Node, filled: dict[str, Any], shown: list[dict[str, Any]], peak: float) -> dict[str, Any]:
    """Measure the verbs beneath the pages and what one would use instead; give everything that was found of a node."""
    with node.chosen():
        searches = json.dumps(list(SEARCHES.values()))
        found = {
            "requests": filled["requests"],
            "load_average": round(os.getloadavg()[0], 1),
            "real_acts": filled["real_acts"],
            "filled_in_s": filled["seconds"],
            "database_mib": _size(node.home),
            "pages": shown,
            "peak_mib_pages": peak,
            "beneath": json.loads(side(node.home, "verbs", json.dumps({**LISTS, "burning": {}}))),
            "instead": {
                "like": json.loads(side(node.home, "plain", str(node.beside), searches)),
                "grep": grep(node.beside),
            },
        }
    _print(node.home.name, found)
    return found


def _partner(beside: Path) -> Path:
    """Make the one partner that real acts go to, with a database of its own; give its entry."""
    url = os.environ.pop("LONGBIEN_DATABASE_URL", None)
    home, entry = beside / "partner", beside / "partner.entry"
    longbien(home, "init", "--party", "VN", "--name", "Viet Nam", "--exercise")
    subprocess.run(
        [sys.executable, "-m", "benchmarks.exchange_side", "entry", str(entry)],
        env={**os.environ, "LONGBIEN_HOME": str(home)},
        check=True,
    )
    if url is not None:
        os.environ["LONGBIEN_DATABASE_URL"] = url
    return entry


ADDRESSES: Final = {
    "what burns": "/requests/burning/",
    **{name: f"/requests/?{urlencode(given)}" for name, given in LISTS.items()},
}


@dataclass(frozen=True, slots=True)
class Door:
    """Where a node's pages are served, by which process, and the session that may read them."""

    port: int
    process: int
    session: str


def visit_all(doors: list[Door], name: str, address: str, count: int) -> list[dict[str, Any]]:
    """Visit a page of every node in turns with two readers at a time; give times and what the server's CPU paid for one visit."""
    rounds: list[list[list[float]]] = [[] for _ in doors]
    paid = [0.0] * len(doors)
    for door in doors:
        visit(door.port, address, door.session, 2, [])
    for _ in range(count):
        for at, door in enumerate(doors):
            before, walls = sum(map(cpu_seconds, family(door.process))), list[float]()
            readers = [
                threading.Thread(target=visit, args=(door.port, address, door.session, VISITS, walls))
                for _ in range(READERS)
            ]
            for reader in readers:
                reader.start()
            for reader in readers:
                reader.join()
            rounds[at].append(walls)
            paid[at] += sum(map(cpu_seconds, family(door.process))) - before
    return [_times(name, walls, cpu) for walls, cpu in zip(rounds, paid, strict=True)]


def _times(name: str, rounds: list[list[float]], cpu: float) -> dict[str, Any]:
    p95s = [statistics.quantiles(walls, n=20)[18] for walls in rounds]
    return {
        "page": name,
        "p50_ms": round(statistics.median(wall for walls in rounds for wall in walls), 1),
        "p95_ms": round(statistics.median(p95s), 1),
        "p95_rounds_ms": [round(one, 1) for one in p95s],
        "cpu_ms": round(1e3 * cpu / sum(map(len, rounds)), 1),
    }


def visit(port: int, address: str, session: str, count: int, walls: list[float]) -> None:
    """Visit a page so many times on one connection; SystemExit if it is not there."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for _ in range(count):
        begin = time.perf_counter()
        line.request("GET", address, headers={"Cookie": f"longbien_at_session={session}"})
        answer = line.getresponse()
        answer.read()
        walls.append((time.perf_counter() - begin) * 1e3)
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
    line.close()


def grep(beside: Path) -> dict[str, dict[str, float]]:
    """Time grep over the file of lines, each a process of its own as one types it."""
    found = {}
    for text in SEARCHES.values():
        walls = []
        for _ in range(5):
            begin = time.perf_counter()
            subprocess.run(
                ["grep", "-iF", text, str(beside / "register.csv")], check=False, stdout=subprocess.DEVNULL
            )
            walls.append((time.perf_counter() - begin) * 1e3)
        found[text] = {"p50_ms": round(statistics.median(walls), 1), "p95_ms": round(max(walls), 1)}
    return found


def judge(name: str, runs: list[dict[str, Any]]) -> list[str]:
    """Name every page that misses a target."""
    missed = []
    for run in runs:
        missed += [
            f"{name}, {run['requests']} requests: {page['page']} takes {page['p95_ms']} ms"
            for page in run["pages"]
            if page["p95_ms"] >= TARGET_MS
        ]
    for first, last in pairwise(runs):
        missed += [
            f"{name}: {more['page']} grows from {less['p95_ms']} to {more['p95_ms']} ms"
            for less, more in zip(first["pages"], last["pages"], strict=True)
            if more["p95_ms"] > GROWTH * less["p95_ms"]
        ]
    return missed


@contextmanager
def pages(home: Path, port: int) -> Iterator[int]:
    """Serve the node's pages; give the server's process."""
    env = {**os.environ, "LONGBIEN_HOME": str(home)}
    words = [sys.executable, "-m", "longbien.cli.main", "serve", "--only", "pages"]
    process = subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def side(home: Path, *words: str) -> str:
    """Run a word of `benchmarks.register_side` in the node's folder; give the last line that it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.register_side", *words],
        env={**os.environ, "LONGBIEN_HOME": str(home)},
        check=True,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode().strip().splitlines()[-1]


def database(url: str, size: int) -> str:
    """Make an empty database on the server; give its address."""
    import psycopg  # slow import

    with psycopg.connect(url, autocommit=True) as line:
        line.execute(f"CREATE DATABASE register_{size}")
    return url.replace("/postgres?", f"/register_{size}?")


def _size(home: Path) -> float:
    return round(sum(file.stat().st_size for file in home.glob("node.sqlite3*")) / 2**20, 1)


def _print(name: str, found: dict[str, Any]) -> None:
    print(
        f"{name}: {found['requests']} requests, filled in {found['filled_in_s']} s, {found['database_mib']} MiB"
    )
    beneath = found["beneath"]["verbs"]
    for page in found["pages"]:
        under = beneath.get("burning" if page["page"] == "what burns" else page["page"], {})
        print(
            f"  {page['page']:<40} p50 {page['p50_ms']:>7} p95 {page['p95_ms']:>7} CPU {page['cpu_ms']:>6} ms;"
            f" verb p50 {under.get('p50_ms')} p95 {under.get('p95_ms')}"
        )
    for means, times in found["instead"].items():
        print(f"  instead, {means}: " + ", ".join(f"{text} {one['p50_ms']}" for text, one in times.items()))


if __name__ == "__main__":
    sys.exit(main())
