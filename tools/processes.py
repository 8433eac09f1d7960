# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a node's processes use, read from /proc, by the names that `longbien serve` gives them. Linux only."""

import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_NAMES: Final = {
    "longbien.site.wsgi": "pages",
    "longbien.site.peer_rsgi": "peer",
    "longbien.site.live_asgi": "live",
    "longbien.site.worker": "worker",
    "benchmarks.": "browsers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Processor time in seconds, and the largest resident size in MiB (of the largest process of that name)."""

    cpu: float = 0.0
    peak_mib: float = 0.0


def family(root: int) -> dict[int, str]:
    """Give `root` and all processes below it, with the name of the part of the node to which each belongs."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                below.setdefault(parent, []).append(int(entry.name))
    found: dict[int, str] = {}

    def walk(process: int, inherited: str) -> None:
        with suppress(OSError):
            words = Path(f"/proc/{process}/cmdline").read_text(errors="replace")
            own = next((name for text, name in _NAMES.items() if text in words), inherited)
            found[process] = own
            for child in below.get(process, []):
                walk(child, own if process != root else "serve")

    walk(root, "browsers")
    return found


def use_of(processes: Mapping[int, str]) -> dict[str, Use]:
    """Give what the processes have used so far, by name."""
    found: dict[str, Use] = {}
    for process, name in processes.items():
        with suppress(OSError, StopIteration):
            stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            peak = next(
                line for line in Path(f"/proc/{process}/status").read_text().splitlines() if "VmHWM" in line
            )
            before = found.get(name, Use())
            found[name] = Use(
                cpu=before.cpu + (int(stat[11]) + int(stat[12])) / _TICKS,
                peak_mib=max(before.peak_mib, round(int(peak.split()[1]) / 1024, 1)),
            )
    return found


def kill_live(root: int) -> int:
    """Kill the live door's processes below `root` at once (`kill -9`); give how many."""
    chosen = [process for process, name in family(root).items() if name == "live"]
    for process in chosen:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return len(chosen)
