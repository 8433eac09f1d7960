# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A million recorded votes: `longbien conference import-votes` as a whole process, beside plain counts by csv and awk in the same run.

The plain counts only add up lines; they know no States, find no contradiction and apply no rule. Target: under 30 s on two cores.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Figure, write_results
from longbien.core.treaty.status.participants import participants

LINES = 1_000_000
STATES = 160
CSV_COUNT = """
import csv, sys
from collections import Counter
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = csv.DictReader(file)
    counts = Counter((row["meeting"], row["date"], row["item"], row["vote"]) for row in rows)
print(len(counts))
"""
AWK_COUNT = "{n[$1 FS $2 FS $3 FS $5]++} END {for (k in n) c++; print c}"


def make(path: Path) -> None:
    """Write a million lines: 6,250 items, 160 States each, some absent, with recorded totals, in no good order."""
    chance = random.Random(5)  # the same file each run
    states = [code for code, row in participants().items() if row.is_state][:STATES]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("meeting,date,item,state,vote,outcome\n")
        for number in range(LINES // STATES):
            votes = chance.choices(("yes", "no", "abstain", "absent"), (60, 20, 15, 5), k=STATES)
            outcome = "adopted" if votes.count("yes") > votes.count("no") else "rejected"
            head = f"{60 + number // 100},{1990 + number // 200}-12-01,A/L.{number}"
            file.writelines(
                f"{head},{state},{vote},{outcome}\n" for state, vote in zip(states, votes, strict=True)
            )


def run(name: str, command: list[str]) -> tuple[Figure, float]:
    """Run a command once; give its figures and its largest size in MiB."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{name}: exit status {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    return Figure(
        name=name, wall_us=round(wall * 1e6), cpu_us=round(cpu * 1e6), calls=1
    ), usage.ru_maxrss / 1024


def main() -> None:
    """Measure, by turns, and keep the medians of three."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "votes.csv"
        make(path)
        tool = [sys.executable, "-m", "longbien.cli.main", "conference", "import-votes", str(path)]
        commands = {
            "import-votes, sums and fifty items": tool,
            "import-votes --json, every item": [*tool, "--json"],
            "csv.DictReader and Counter": [sys.executable, "-c", CSV_COUNT, str(path)],
        }
        if shutil.which("awk"):
            commands["awk count"] = ["awk", "-F", ",", AWK_COUNT, str(path)]
        runs: dict[str, list[tuple[Figure, float]]] = {name: [] for name in commands}
        for _ in range(3):
            for name, command in commands.items():
                runs[name].append(run(name, command))
        middle = {name: sorted(found, key=lambda one: one[0].wall_us)[1] for name, found in runs.items()}
        write_results(
            "conference_votes",
            [figure for figure, _ in middle.values()],
            lines=LINES,
            bytes=path.stat().st_size,
            memory_mib={name: round(size, 1) for name, (_, size) in middle.items()},
            load=os.getloadavg()[0],
        )


if __name__ == "__main__":
    main()
