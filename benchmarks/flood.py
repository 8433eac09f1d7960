# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 15 whole: 1,000 valid requests come in a rush amid 100,000 bad frames: `python -m benchmarks.flood [VALID BAD]`.

A real node (AT: pages, peer door over TLS, worker) on loopback. VN's officers have drafted and approved the valid requests, every tenth
urgent; VN's worker delivers them while two floods from another address throw bad frames of three sorts (an unknown sender, a forged one
that nothing opens, random bytes), and an officer of AT opens the list again and again. Target: every valid one stored and receipted,
the urgent on top of the list, the list in under a second, no row for a bad frame.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from benchmarks.exchange import (
    cpu_seconds,
    environment,
    family,
    free_port,
    hear,
    longbien,
    peak_mib,
    side,
    start,
    tell,
    wait_for,
)
from benchmarks.measure import RESULTS, machine
from benchmarks.register import visit

VALID: Final = 1_000
BAD: Final = 100_000
FLOODS: Final = 2
TARGET_MS: Final = 1_000.0
"""The officer's screen still answers in a second."""


def main() -> int:
    """Set two nodes up, flood one, print and keep the figures; 1 if something was lost or the screen was late."""
    valid, bad = (int(word) for word in sys.argv[1:]) if len(sys.argv) == 3 else (VALID, BAD)
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as folder:
        found = measure(Path(folder), valid, bad)
    print(json.dumps(found, indent=1))
    (RESULTS / "flood.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    checked, screen = found["checked"], found["screen_under_flood"]
    lost = checked["stored"] != valid or checked["urgent_first"] != checked["urgent"]
    return int(lost or checked["foreign_rows"] != 0 or screen["p95_ms"] >= TARGET_MS)


def measure(place: Path, valid: int, bad: int) -> dict[str, Any]:
    """Let the rush and the flood come together; give what it took and what AT holds afterwards."""
    web, ports = free_port(), {name: free_port() for name in ("VN", "AT")}
    homes = {name: place / name for name in ports}
    for name, home in homes.items():
        words = ["--party", name, "--name", f"Exercise {name}", "--exercise", "--peer-port", str(ports[name])]
        words += ["--peer-url", f"https://127.0.0.1:{ports[name]}", "--web-port", str(web)]
        longbien(home, "init", *words)
        side(home, "entry", str(place / f"{name}.entry"))
    side(homes["VN"], "trust", str(place / "AT.entry"))
    side(homes["AT"], "trust", str(place / "VN.entry"))
    _side(homes["VN"], "make", str(valid))
    session = _side(homes["AT"], "session")
    server = subprocess.Popen(
        [sys.executable, "-m", "longbien.cli.main", "serve"],
        env=environment(homes["AT"]),
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(web)
        wait_for(ports["AT"])
        quiet = _screen(web, session, threading.Event(), visits=40)
        rush = _rush(homes, (web, ports["AT"]), session, valid, bad)
        rush["peak_mib"] = max(map(peak_mib, family(server.pid)))
        rush["cpu_s_node"] = round(sum(map(cpu_seconds, family(server.pid))), 1)
    finally:
        server.terminate()
        server.wait()
    checked = json.loads(_side(homes["AT"], "check"))
    return {
        "machine": machine(),
        "valid": valid,
        "bad": bad,
        "screen_quiet": quiet,
        **rush,
        "checked": checked,
        "load_average": os.getloadavg()[0],
    }


def _rush(
    homes: dict[str, Path], doors: tuple[int, int], session: str, valid: int, bad: int
) -> dict[str, Any]:
    """Start the worker, the floods and the officer together; give times, codes and the screen's answers."""
    worker = start(homes["VN"], "work", "AT", str(valid))
    hear(worker, "ready")
    begin = time.perf_counter()
    floods = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.flood_throw", str(doors[1]), str(bad // FLOODS)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(FLOODS)
    ]
    tell(worker)
    stop, screens = threading.Event(), []
    officer = threading.Thread(target=lambda: screens.append(_screen(doors[0], session, stop)))
    officer.start()
    hear(worker, "done")
    stored = time.perf_counter() - begin
    thrown = [json.loads(flood.communicate()[0]) for flood in floods]
    over = time.perf_counter() - begin
    stop.set()
    officer.join()
    tell(worker)
    worker.wait()
    codes: Counter[str] = Counter()
    for one in thrown:
        codes.update(one)
    return {
        "valid_stored_in_s": round(stored, 1),
        "flood_over_in_s": round(over, 1),
        "bad_per_second": round(bad / over, 1),
        "refused": dict(codes),
        "screen_under_flood": screens[0],
    }


def _screen(port: int, session: str, stop: threading.Event, visits: int = 100_000) -> dict[str, float]:
    """Open the list until told to stop; give the times."""
    walls: list[float] = []
    while not stop.is_set() and len(walls) < visits:
        visit(port, "/requests/", session, 5, walls)
    return {
        "visits": len(walls),
        "p50_ms": round(statistics.median(walls), 1),
        "p95_ms": round(statistics.quantiles(walls, n=20)[18], 1),
        "worst_ms": round(max(walls), 1),
    }


def _side(home: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.flood_side", *words],
        env=environment(home),
        check=True,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode().strip()


if __name__ == "__main__":
    sys.exit(main())
