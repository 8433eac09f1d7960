# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measuring: medians in wall time and CPU time per call, with the machine on which they were taken."""

import json
import os
import platform
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one thing costs: medians over the repeats, in microseconds per call."""

    name: str
    wall_us: float
    cpu_us: float
    calls: int


def figure(name: str, call: Callable[[], object], *, calls: int, repeats: int = 7) -> Figure:
    """Call something `calls` times, `repeats` times over, and take the medians per call."""
    walls, cpus = [], []
    call()
    for _ in range(repeats):
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(calls):
            call()
        walls.append((time.perf_counter() - wall) / calls * 1e6)
        cpus.append((time.process_time() - cpu) / calls * 1e6)
    return Figure(
        name=name,
        wall_us=round(statistics.median(walls), 1),
        cpu_us=round(statistics.median(cpus), 1),
        calls=calls * repeats,
    )


def machine() -> dict[str, str | int]:
    """Describe where and when the figures were taken."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": _processor(),
        "cpus": os.cpu_count() or 0,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def peak_memory_mib() -> float:
    """Give the largest resident size of this process so far, in MiB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def write_results(name: str, figures: list[Figure], **more: object) -> Path:
    """Print the figures and keep them as JSON."""
    for one in figures:
        print(f"{one.name:<32} {one.wall_us:>10.1f} us wall {one.cpu_us:>10.1f} us CPU")
    RESULTS.mkdir(exist_ok=True)
    place = RESULTS / f"{name}.json"
    found = {"machine": machine(), "figures": [asdict(one) for one in figures], **more}
    place.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return place


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), "")
