# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Durable round trips of acts between two nodes on loopback, SQLite with synchronous=FULL: `python -m benchmarks.exchange`.

A round trip: sign, seal, log and queue at VN; carry; open, verify, log and answer with a receipt at AT; verify, log and keep the
receipt at VN. Real processes: AT's peer door (granian over TLS with the key pinned), VN's worker, and one that makes acts.
Beside it, in the same run, AS2 messages of the same size by pyas2lib, in memory (`benchmarks.exchange_as2`).
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import RESULTS, machine

ACTS = 64 * 40
SINGLES = 200
REPEATS = 3
_TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Set two nodes up, measure, print and keep the figures."""
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as place, two_nodes(Path(place)) as nodes:
        vn, at, door = nodes
        batch(vn, door, 64, 64)  # warm
        batched = [batch(vn, door, ACTS, 64 + ACTS * (number + 1)) for number in range(REPEATS)]
        singles = [json.loads(side(vn, "single", "AT", str(SINGLES))) for _ in range(REPEATS)]
        counts = {
            "sender": json.loads(side(vn, "count", "AT")),
            "recipient": json.loads(side(at, "count", "VN")),
        }
    expected = 64 + REPEATS * (ACTS + SINGLES)
    if counts["sender"]["receipts"] != expected or counts["recipient"]["received"] != expected:
        raise SystemExit(f"acts were lost or doubled: {counts}, expected {expected}")
    keep(batched, singles, counts, as2())


def batch(vn: Path, door: int, acts: int, total: int) -> dict[str, float]:
    """Let one process make acts while the worker delivers them, until `total` are delivered; give rate and cost."""
    sides = [start(vn, "make", "AT", str(acts)), start(vn, "work", "AT", str(total))]
    for process in sides:
        hear(process, "ready")
    pids = [process.pid for process in sides]
    sender, recipient = sum(map(cpu_seconds, pids)), sum(map(cpu_seconds, family(door)))
    begin = time.perf_counter()
    for process in sides:
        tell(process)
    for process in sides:
        hear(process, "done")
    seconds = time.perf_counter() - begin
    found = {
        "per_second": round(acts / seconds, 1),
        "seconds": round(seconds, 2),
        "cpu_ms_sender": round(1e3 * (sum(map(cpu_seconds, pids)) - sender) / acts, 2),
        "cpu_ms_recipient": round(1e3 * (sum(map(cpu_seconds, family(door))) - recipient) / acts, 2),
        "peak_mib_door": max(map(peak_mib, family(door))),
        "peak_mib_worker": peak_mib(pids[1]),
    }
    for process in sides:
        tell(process)
        process.wait()
    return found


def hear(process: subprocess.Popen[str], word: str) -> None:
    """Wait until a process says a word."""
    line = process.stdout.readline().strip() if process.stdout else ""
    if line != word:
        raise SystemExit(f"a process of the benchmark said {line!r} instead of {word!r} ({process.poll()})")


def tell(process: subprocess.Popen[str]) -> None:
    """Let a process go on."""
    if process.stdin is not None:
        process.stdin.write("go\n")
        process.stdin.flush()


def keep(
    batched: list[dict[str, float]],
    singles: list[dict[str, float]],
    counts: dict[str, dict[str, int]],
    as2_figures: dict[str, object],
) -> None:
    """Print and write the figures; medians over the repeats."""

    def median(rows: list[dict[str, float]]) -> dict[str, float]:
        return {name: statistics.median(row[name] for row in rows) for name in rows[0]}

    found = {
        "machine": machine(),
        "load_average_at_end": round(os.getloadavg()[0], 1),
        "note": os.environ.get("LONGBIEN_BENCH_NOTE", ""),
        "acts": ACTS,
        "repeats": REPEATS,
        "batched": median(batched),
        "batched_runs": batched,
        "singles": median(singles),
        "singles_runs": singles,
        "checked": counts,
        "as2": as2_figures,
    }
    print(json.dumps(found, indent=1))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "exchange.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def as2() -> dict[str, object]:
    """Measure AS2 where pyas2lib is installed (`uv sync --group bench`)."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.exchange_as2"], check=False, capture_output=True)
    if done.returncode != 0:
        return {"not_measured": done.stderr.decode().strip().splitlines()[-1:]}
    return dict(json.loads(done.stdout))


@contextmanager
def two_nodes(place: Path) -> Iterator[tuple[Path, Path, int]]:
    """Make VN and AT, let them trust each other, and serve AT's peer door; give both folders and the door's process."""
    ports = {name: free_port() for name in ("VN", "AT")}
    homes = {name: place / name for name in ports}
    for name, home in homes.items():
        url = f"https://127.0.0.1:{ports[name]}"
        words = ["--party", name, "--name", f"Exercise {name}", "--exercise", "--peer-url", url]
        longbien(home, "init", *words, "--peer-port", str(ports[name]))
        side(home, "entry", str(place / f"{name}.entry"))
    side(homes["VN"], "trust", str(place / "AT.entry"))
    side(homes["AT"], "trust", str(place / "VN.entry"))
    server = subprocess.Popen(
        [sys.executable, "-m", "longbien.cli.main", "serve", "--only", "peer"],
        env=environment(homes["AT"]),
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(ports["AT"])
        yield homes["VN"], homes["AT"], server.pid
    finally:
        server.terminate()
        server.wait()


def environment(home: Path) -> dict[str, str]:
    """Give the environment of a node's processes."""
    return {**os.environ, "LONGBIEN_HOME": str(home)}


def longbien(home: Path, *words: str) -> None:
    """Run the command line in a node's folder."""
    subprocess.run(
        [sys.executable, "-m", "longbien.cli.main", *words],
        env=environment(home),
        check=True,
        stdout=subprocess.DEVNULL,
    )


def side(home: Path, *words: str) -> str:
    """Run a word of `benchmarks.exchange_side` in a node's folder to its end; give what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.exchange_side", *words],
        env=environment(home),
        check=True,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode()


def start(home: Path, *words: str) -> subprocess.Popen[str]:
    """Start a word of `benchmarks.exchange_side` in a node's folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.exchange_side", *words],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def free_port() -> int:
    """Find a port on loopback that is free now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the peer door did not open")


def family(pid: int) -> list[int]:
    """Give a process and all below it: a server and its workers."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            text = (entry / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has just ended
            continue
        children.setdefault(int(text.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found, waiting = [pid], [pid]
    while waiting:
        more = children.get(waiting.pop(), [])
        found += more
        waiting += more
    return found


def cpu_seconds(pid: int) -> float:
    """Give the CPU time that a running process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def peak_mib(pid: int) -> float:
    """Give the largest resident size of a running process, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


if __name__ == "__main__":
    main()
