# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the live door may notice a change: a glance every 20 ms (SQLite, PostgreSQL), or LISTEN/NOTIFY (PostgreSQL). Latency and processor time.

    python -m benchmarks.conference_notice

The writer commits 60 changes, one every 100 ms or so; the watcher is a thread with a connection of its own (docs/adr/0045).
"""

import json
import random
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import psycopg

from benchmarks.measure import RESULTS, machine
from tools.postgres import binaries, server, unprivileged

TICK: Final = 0.02
CHANGES: Final = 60
Look = Callable[[], int]


def measure(
    name: str, commit: Callable[[int], None], watch: Callable[[Callable[[int], None]], None]
) -> dict[str, object]:
    """Let a watcher notice changes; give how long that took, and what the watcher's thread used in a second."""
    seen: dict[int, float] = {}
    used: list[float] = []
    over = threading.Event()

    def run() -> None:
        begun, cpu = time.perf_counter(), time.thread_time()

        def note(number: int) -> None:
            seen.setdefault(number, time.perf_counter())
            if number >= CHANGES:
                raise StopIteration

        try:
            watch(note)
        except StopIteration:
            used.append((time.thread_time() - cpu) / (time.perf_counter() - begun))
        over.set()

    threading.Thread(target=run, daemon=True).start()
    time.sleep(0.5)
    made: dict[int, float] = {}
    for number in range(1, CHANGES + 1):
        commit(number)
        made[number] = time.perf_counter()
        time.sleep(0.05 + random.random() / 10)  # only to fall anywhere between two glances
    over.wait(10)
    waits = sorted((seen[number] - made[number]) * 1000 for number in made if number in seen)
    return {
        "way": name,
        "median_ms": round(statistics.median(waits), 2),
        "worst_ms": round(waits[-1], 2),
        "watcher_ms_of_processor_per_second": round(used[0] * 1000, 2),
    }


def glance(pulse: Callable[[], object], newest: Look) -> Callable[[Callable[[int], None]], None]:
    """Look every TICK: first the pulse, and what is newest only if that has changed."""

    def watch(note: Callable[[int], None]) -> None:
        before: object = None
        while True:
            now = pulse()
            if now != before:
                before = now
                note(newest())
            time.sleep(TICK)

    return watch


def on_sqlite(folder: Path) -> dict[str, object]:
    """Measure the glance on SQLite."""
    place = str(folder / "notice.sqlite3")
    writer = sqlite3.connect(place, isolation_level=None)
    writer.executescript(
        "PRAGMA journal_mode=WAL; CREATE TABLE meeting (seq INTEGER); INSERT INTO meeting VALUES (0)"
    )
    reader = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    return measure(
        "SQLite, a glance every 20 ms",
        lambda number: void(writer.execute("UPDATE meeting SET seq = ?", [number])),
        glance(
            lambda: reader.execute("PRAGMA data_version").fetchone(),
            lambda: int(reader.execute("SELECT seq FROM meeting").fetchone()[0]),
        ),
    )


def on_postgresql(url: str) -> list[dict[str, object]]:
    """Measure the glance and LISTEN/NOTIFY on PostgreSQL."""
    writer, reader, hearer = (psycopg.connect(url, autocommit=True) for _ in range(3))
    writer.execute("CREATE TABLE meeting (seq INTEGER)")
    writer.execute("INSERT INTO meeting VALUES (0)")

    def value(text: str) -> object:
        row = reader.execute(text).fetchone()
        return row[0] if row else None

    def tell(number: int) -> None:
        with writer.transaction():
            writer.execute("UPDATE meeting SET seq = %s", [number])
            writer.execute("SELECT pg_notify('meeting', %s)", [str(number)])

    def listen(note: Callable[[int], None]) -> None:
        hearer.execute("LISTEN meeting")
        for heard in hearer.notifies():
            note(int(heard.payload))

    glanced = measure(
        "PostgreSQL, a glance every 20 ms",
        lambda number: void(writer.execute("UPDATE meeting SET seq = %s", [number])),
        glance(
            lambda: value("SELECT pg_current_wal_insert_lsn()"),
            lambda: int(str(value("SELECT seq FROM meeting"))),
        ),
    )
    return [glanced, measure("PostgreSQL, LISTEN/NOTIFY", tell, listen)]


def void(_nothing: object) -> None:
    """Forget what a call gave."""


def main() -> int:
    """Measure, print and keep."""
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        rows = [on_sqlite(folder)]
        programs = binaries()
        if programs is not None:
            place = folder / "postgres"
            place.mkdir()
            place.chmod(0o755)
            with server(place, unprivileged(), programs) as url:
                rows += on_postgresql(url)
    found = {"machine": machine(), "changes": CHANGES, "ways": rows}
    print(json.dumps(found, indent=1))
    (RESULTS / "conference_notice.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
