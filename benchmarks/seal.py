# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sealing and opening evidence cost: `python -m benchmarks.seal [GiB …]` (1 by default; 4 times that much disk is used and freed).

The bound is measured beside every run: two processes that do nothing but the primitives (SHA-256 of the plaintext, ChaCha20-Poly1305
of 64 KiB chunks, SHA-256 of the tree's leaves) on hot buffers. Nothing that writes to a disk is faster than the disk: beside such a run
one hot buffer is written as often as needed to a new file and synced, and the lower of the two is the run's bound. Beside us: age, gpg and openssl cms, and `sha256sum`, for none of them gives
the digest that evidence needs. LONGBIEN_BENCH_FOLDER names the folder for the files.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.measure import RESULTS, machine
from benchmarks.seal_runs import PASSPHRASE, RUNS

GIB: Final = 1 << 30
REPEATS: Final = {1: 3}
"""Repeats by size in GiB; other sizes are measured once."""
WRITTEN: Final = ("**seal to a new file, synced**", "**open to a new file, synced**")
"""Ours that write to the disk."""
LARGE: Final = ("read and write only", "seal, nothing written", *WRITTEN)
"""What is measured beyond 2 GiB: ours. The other tools' rates do not depend on the size, and openssl needs 2.6 times it in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One thing done once: seconds of wall and CPU time, greatest resident size, and what was measured beside it (GB/s).

    `primitives`: two processes with the primitives alone. `disk`: writing and syncing as much, 0 for a run that writes to no disk.
    """

    name: str
    gib: int
    wall: float
    cpu: float
    peak_mib: float
    primitives: float = 0.0
    disk: float = 0.0

    @property
    def rate(self) -> float:
        """GB of plaintext a second."""
        return self.gib * GIB / 1e9 / self.wall

    @property
    def bound(self) -> float:
        """The lower of what the primitives and the disk allow."""
        return min(self.primitives, self.disk or self.primitives)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Medians of a thing's runs. `share` is its rate over the bound measured beside it, `of_primitives` over the primitives alone."""

    name: str
    gib: int
    runs: int
    gb_per_s: float
    cpu_s_per_gb: float
    peak_mib: float
    share: float
    of_primitives: float
    disk: float


def ours(name: str, *arguments: str | Path) -> tuple[float, float, float]:
    """Do one of our runs in a fresh process, which measures itself: the interpreter's start is not counted."""
    command = [sys.executable, "-m", "benchmarks.seal_runs", name, *map(str, arguments)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return float(found["wall"]), float(found["cpu"]), float(found["peak_mib"])


def tool(*command: str | Path) -> tuple[float, float, float]:
    """Run another tool; its peak is watched from outside, for a child inherits its parent's figure."""
    start, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        peak = max(peak, _peak_of(process.pid))
        found, status, usage = os.wait4(process.pid, os.WNOHANG)
        if found:
            break
        time.sleep(0.005)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return wall, usage.ru_utime + usage.ru_stime, peak


def _peak_of(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def bound() -> float:
    """Give what two processes reach together with the primitives alone, in GB/s."""
    command = [sys.executable, "-m", "benchmarks.seal_runs", "primitives"]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    found = [json.loads(process.communicate()[0]) for process in processes]
    return float(sum(one["gb"] / one["wall"] for one in found))


def disk(folder: Path, gib: int) -> float:
    """Give what the disk takes of one hot buffer, synced, in GB/s."""
    wall, _, _ = ours("write", folder / "written", str(gib * GIB))
    (folder / "written").unlink()
    return gib * GIB / 1e9 / wall


def things(folder: Path) -> dict[str, Callable[[], tuple[float, float, float]]]:
    """Name what is measured, in order; opening needs what sealing left."""
    source, sealed, opened = folder / "evidence", folder / "sealed", folder / "opened"
    memory = Path("/dev/shm") / f"{folder.name}.sealed"
    found: dict[str, Callable[[], tuple[float, float, float]]] = {
        "read and write only": lambda: ours("copy", source, sealed),
        "seal, nothing written": lambda: ours("seal", source, "-", folder / "facts"),
        "seal into memory (tmpfs)": lambda: ours("seal", source, memory, folder / "facts"),
        "**seal to a new file, synced**": lambda: ours("seal", source, sealed, folder / "facts"),
        "**open to a new file, synced**": lambda: ours("open", sealed, opened, folder / "facts"),
        "sha256sum": lambda: tool("sha256sum", source),
    }
    for name, command in other_tools(folder).items():
        found[name] = lambda command=command: tool(*command)  # type: ignore[misc]
    return found


def other_tools(folder: Path) -> dict[str, tuple[str | Path, ...]]:
    """Give the commands of the other tools that are installed: encrypt, then decrypt. gpg without compression is its fastest."""
    source, theirs, opened = folder / "evidence", folder / "theirs", folder / "opened"
    quiet = ("--batch", "--yes", "--quiet", "--pinentry-mode", "loopback", "--passphrase", PASSPHRASE)
    gpg = ("gpg", "--homedir", folder / "gpg", *quiet, "--compress-algo", "none")
    cms = ("openssl", "cms", "-binary")
    found: dict[str, tuple[str | Path, ...]] = {
        "gpg: encrypt": (*gpg, "-o", theirs, "-c", source),
        "gpg: decrypt": (*gpg, "-o", opened, "-d", theirs),
        "openssl cms: encrypt": (
            *cms, "-encrypt", "-stream", "-aes-256-cbc", "-outform", "DER",
            "-in", source, "-out", theirs, folder / "cert.pem",
        ),
        "openssl cms: decrypt": (
            *cms, "-decrypt", "-inform", "DER", "-in", theirs, "-inkey", folder / "key.pem", "-out", opened,
        ),
        "age: encrypt": ("age", "-R", folder / "age.pub", "-o", theirs, source),
        "age: decrypt": ("age", "-d", "-i", folder / "age.key", "-o", opened, theirs),
    }  # fmt: skip
    return {name: command for name, command in found.items() if shutil.which(str(command[0]))}


def prepare(folder: Path, gib: int) -> None:
    """Make the evidence and the other tools' keys."""
    (folder / "gpg").mkdir(mode=0o700)
    RUNS["prepare"](folder, gib * GIB)
    if shutil.which("openssl"):
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=bench"]
        command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
        subprocess.run(command, check=True, capture_output=True)


def measure(gib: int) -> list[Run]:
    """Measure everything at one size, each thing beside the bound."""
    runs: list[Run] = []
    place = os.environ.get("LONGBIEN_BENCH_FOLDER")
    with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        prepare(folder, gib)
        for _ in range(REPEATS.get(gib, 1)):
            for title, do in things(folder).items():
                if gib > 2 and title not in LARGE:
                    continue
                clear(folder, title)
                beside, written = bound(), disk(folder, gib) if title in WRITTEN else 0.0
                try:
                    wall, cpu, peak = do()
                except subprocess.CalledProcessError:
                    print(f"{title}: failed at {gib} GiB")
                    continue
                run = Run(
                    name=title, gib=gib, wall=wall, cpu=cpu, peak_mib=peak, primitives=beside, disk=written
                )
                runs.append(run)
                print(
                    f"{title:34} {run.rate:6.2f} GB/s (primitives {beside:.2f}, disk {written:.2f})",
                    flush=True,
                )
        subprocess.run(["gpgconf", "--homedir", str(folder / "gpg"), "--kill", "all"], check=False)
    return runs


def clear(folder: Path, title: str) -> None:
    """Remove what the run will write, outside the measurement (freeing a GiB takes 0.3 s here), and warm what it will read."""
    old = ["opened"]
    old += ["theirs"] if title.endswith("encrypt") else []
    old += ["sealed"] if title in {WRITTEN[0], "read and write only"} else []
    (Path("/dev/shm") / f"{folder.name}.sealed").unlink(missing_ok=True)
    for name in old:
        (folder / name).unlink(missing_ok=True)
    for needed in ("evidence", "sealed", "theirs"):
        if (folder / needed).exists():
            RUNS["warm"](folder / needed)


def summarise(runs: list[Run]) -> list[Row]:
    """Take medians."""
    rows = []
    for name, gib in dict.fromkeys((run.name, run.gib) for run in runs):
        mine = [run for run in runs if (run.name, run.gib) == (name, gib)]
        gb = gib * GIB / 1e9
        of_primitives = statistics.median(run.rate / run.primitives for run in mine)
        row = Row(
            name=name,
            gib=gib,
            runs=len(mine),
            gb_per_s=round(statistics.median(run.rate for run in mine), 3),
            cpu_s_per_gb=round(statistics.median(run.cpu / gb for run in mine), 3),
            peak_mib=round(max(run.peak_mib for run in mine), 1),
            share=round(statistics.median(run.rate / run.bound for run in mine), 3),
            of_primitives=round(of_primitives, 3),
            disk=round(statistics.median(run.disk for run in mine), 3),
        )
        rows.append(row)
    return rows


def write(runs: list[Run], loads: tuple[str, str]) -> None:
    """Keep the figures as JSON and as a table to read."""
    rows = summarise(runs)
    bounds = [run.primitives for run in runs]
    facts = {
        "machine": machine(),
        "load_average": {"before": loads[0], "after": loads[1]},
        "bound_gb_per_s": {"median": round(statistics.median(bounds), 3), "best": round(max(bounds), 3)},
        "rows": [asdict(row) for row in rows],
        "runs": [asdict(run) for run in runs],
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "seal.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    lines = [
        "# Sealing and opening evidence",
        "",
        f"{', '.join(f'{key}: {value}' for key, value in machine().items())}; load average {loads[0]} before, {loads[1]} after.",
        f"Two processes with the primitives alone: {statistics.median(bounds):.2f} GB/s (median), {max(bounds):.2f} (best). Where ours write to",
        "the disk, the bound is the lower of that and of writing and syncing as many bytes, both measured right before the run.",
        "",
        *_remarks(loads),
        "| what | GiB | runs | GB/s | of the bound | of the primitives | disk GB/s | CPU-s/GB | peak MiB |",
        "|---|---|---|---|---|---|---|---|---|",
        *(
            f"| {row.name} | {row.gib} | {row.runs} | {row.gb_per_s:.2f} | {row.share:.0%} | {row.of_primitives:.0%} "
            f"| {f'{row.disk:.2f}' if row.disk else ''} | {row.cpu_s_per_gb:.2f} | {row.peak_mib:.0f} |"
            for row in rows
        ),
    ]
    (RESULTS / "seal.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _remarks(loads: tuple[str, str]) -> list[str]:
    """Say so when others used the machine meanwhile, and what LONGBIEN_BENCH_NOTE says."""
    note = os.environ.get("LONGBIEN_BENCH_NOTE", "")
    if max(map(float, loads)) > (os.cpu_count() or 1) * 1.5:
        note += (
            " Other work ran on the machine meanwhile (see the load): rates are low and uneven; CPU-seconds and memory are"
            " steadier. Measure again on an idle machine before comparing."
        )
    return [note.strip(), ""] if note else []


def main() -> None:
    """Measure the sizes that are named."""
    sizes = [int(text) for text in sys.argv[1:]] or [1]
    before = f"{os.getloadavg()[0]:.2f}"
    runs = [run for gib in sizes for run in measure(gib)]
    write(runs, (before, f"{os.getloadavg()[0]:.2f}"))


if __name__ == "__main__":
    main()
