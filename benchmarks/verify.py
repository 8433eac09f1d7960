# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `longbien verify` takes on one act from a cold start: `python -m benchmarks.verify`.

A court bundle with one act, its leaves in both logs, both cosigned, is checked with the authorities' fingerprints: every run is a new
process, from the start of the interpreter to the status. Beside it, in turn: Python that does nothing, and the bundle's other
verifier, `verify.py` on the standard library alone. The compiled modules are there, as after an installation with pip; files are in the page
cache. One run before without them says what a first call costs where nobody compiled.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import RESULTS, machine
from longbien.core.evidence.bundle import BundleWriter, bundle_policy
from longbien.core.log.leaf import LeafClass
from tests.authority import NOW
from tests.core.evidence.bundles import (
    AT,
    REQUEST_BODY,
    VN,
    Log,
    MemorySink,
    act,
    fingerprint,
    put,
)
from tests.entries import first_envelope

RUNS = 21
TARGET_MS = 250
VERIFIER = Path("src/longbien/data/verifier/verify.py")


def one_act(folder: Path) -> list[str]:
    """Write a bundle with one act; give the words that anchor both authorities."""
    asked = act(VN, AT, "request.stored-data", REQUEST_BODY, minute=0)
    logs = [Log(owner=VN, witness=AT), Log(owner=AT, witness=VN)]
    logs[0].note(LeafClass.ACT_MADE, asked.act.time, act=asked.digest)
    logs[1].note(
        LeafClass.ACT_RECEIVED, asked.act.time, act=asked.digest, sender="VN", outcome="stored", code=""
    )
    entries = [first_envelope(VN), first_envelope(AT)]
    sink = MemorySink()
    writer = BundleWriter(sink, made_by=VN.party, made_at=NOW, thread=asked.act.thread, exercise=True)
    writer.acts([asked.envelope])
    writer.proofs(proof for log in logs for proof in log.proofs(NOW))
    writer.entries(entries)
    writer.policy(bundle_policy(entries))
    writer.finish()
    put(sink.files, folder)
    return [word for one in (VN, AT) for word in ("--fingerprint", f"{one.party}={fingerprint(one)}")]


def run(words: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command to its good end; give its wall and CPU time in milliseconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise SystemExit(f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return wall * 1e3, cpu * 1e3


def measured(folder: Path) -> list[dict[str, object]]:
    """Measure the commands in turn, so that whatever else the machine does meets all of them alike."""
    anchors = one_act(folder / "bag")
    bag = str(folder / "bag")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "longbien verify": [str(Path(sys.executable).with_name("longbien")), "verify", bag, *anchors],
        "verify.py (standard library alone)": [sys.executable, "-I", str(VERIFIER), bag, *anchors],
    }
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = {**plain, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    first = {name: run(words, compiled)[0] for name, words in commands.items()}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, words in commands.items():
            found[name].append(run(words, compiled))
    shutil.rmtree(folder / "compiled")
    return [
        {
            "name": name,
            "median_ms": round(statistics.median(wall for wall, _ in times), 1),
            "fastest_ms": round(min(wall for wall, _ in times), 1),
            "cpu_ms": round(statistics.median(cpu for _, cpu in times), 1),
            "first_ms": round(first[name], 1),
            "runs": RUNS,
        }
        for name, times in found.items()
    ]


def main() -> None:
    """Measure and keep the figures."""
    before = round(os.getloadavg()[0], 1)
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as folder:
        rows = measured(Path(folder))
    found = {
        "machine": machine(),
        "load_average": {"before": before, "after": round(os.getloadavg()[0], 1)},
        "target_ms": TARGET_MS,
        "rows": rows,
        "first_ms_is": "with no compiled module anywhere, the standard library's own included",
        "note": os.environ.get("LONGBIEN_BENCH_NOTE", ""),
    }
    print(json.dumps(found, indent=1))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "verify.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
