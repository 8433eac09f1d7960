# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search over 20,000 made-up provisions in seven languages, as the verb beneath page and command does it; LIKE over the same rows beside it.

    python -m benchmarks.law_search [20000] [sqlite] [postgresql]

Target: p95 below 50 ms for each search, on SQLite and on PostgreSQL.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.exchange import longbien
from benchmarks.measure import RESULTS, machine
from tools.postgres import binaries, server, unprivileged

TARGET_MS = 50.0


def main() -> int:
    """Measure, print and keep; 1 if a search misses the target."""
    count = next((int(word) for word in sys.argv[1:] if word.isdecimal()), 20_000)
    databases = {word for word in sys.argv[1:] if not word.isdecimal()} or {"sqlite", "postgresql"}
    kept = RESULTS / "law_search.json"
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    found["machine"] = machine()
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        if "sqlite" in databases:
            found["sqlite"] = measure(place / "sqlite", count, "")
        programs = binaries() if "postgresql" in databases else None
        if programs is not None:
            with server(place, unprivileged(), programs) as url:
                found["postgresql"] = measure(place / "postgresql", count, url)
    missed = [
        f"{name}: {one['search']} takes {one['p95_ms']} ms"
        for name in ("sqlite", "postgresql")
        for one in found.get(name, {}).get("searches", [])
        if one["p95_ms"] >= TARGET_MS
    ]
    found["missed"] = missed
    kept.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(missed) or "every target is reached")
    return int(bool(missed))


def measure(home: Path, count: int, database_url: str) -> dict[str, Any]:
    """Make a node with so many provisions and search it."""
    if database_url:
        os.environ["LONGBIEN_DATABASE_URL"] = database_url
    try:
        longbien(home, "init", "--party", "AT", "--name", "Austria", "--exercise")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.law_search_side", str(count)],
            env={**os.environ, "LONGBIEN_HOME": str(home)},
            check=True,
            stdout=subprocess.PIPE,
        )
    finally:
        os.environ.pop("LONGBIEN_DATABASE_URL", None)
    found: dict[str, Any] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    print(
        f"{home.name}: {found['provisions']} provisions kept in {found['filled_in_s']} s, load {found['load_average']}"
    )
    for one, plain in zip(found["searches"], found["like"], strict=True):
        print(
            f"  {one['search']:<32} {one['hits']:>5} p50 {one['p50_ms']:>6} p95 {one['p95_ms']:>6} CPU {one['cpu_ms']:>6} ms;"
            f" LIKE {plain['hits']:>5} p50 {plain['p50_ms']:>6} ms"
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
