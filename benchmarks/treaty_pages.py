# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public pages as a visitor gets them: a real server (granian, one thread), two readers at a time, each on a kept connection.

    python -m benchmarks.treaty_pages

Target: the home page in less than 100 ms for 95 of 100 visits. The first visit of a process, which draws the picture, is told apart.
"""

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

from benchmarks.measure import RESULTS, machine

TARGET_MS: Final = 100.0
READERS: Final = 2
VISITS: Final = 150
"""Visits of each reader to each page."""
PAGES: Final = (
    "/",
    "/treaty/articles/40/",
    "/treaty/search/?q=extradition",
    "/treaty/states/VN/",
    "/treaty/status.json",
    "/api/v1/treaty/articles/40",
)


def visit(port: int, path: str, count: int, found: list[float]) -> None:
    """Visit a page `count` times and note how long each visit took, in milliseconds."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(count):
        start = time.perf_counter()
        line.request("GET", path)
        answer = line.getresponse()
        answer.read()
        found.append((time.perf_counter() - start) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
    line.close()


def measure(port: int, path: str) -> dict[str, object]:
    """Give the first visit, and median and 95th percentile of the others."""
    first: list[float] = []
    visit(port, path, 1, first)
    found: list[float] = []
    readers = [threading.Thread(target=visit, args=(port, path, VISITS, found)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    cuts = statistics.quantiles(found, n=20)
    return {
        "page": path,
        "first_ms": round(first[0], 1),
        "p50_ms": round(statistics.median(found), 1),
        "p95_ms": round(cuts[18], 1),
        "visits": len(found),
    }


def main() -> int:
    """Serve, measure, print and keep; 1 if the target is missed."""
    with tempfile.TemporaryDirectory(prefix="longbien-bench-") as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        given = {"LONGBIEN_HOME": home, "LONGBIEN_PARTY": "ZZ", "LONGBIEN_WEB_PORT": str(port)}
        env = {**os.environ, **given, "DJANGO_SETTINGS_MODULE": "longbien.site.settings"}
        tool = str(Path(sys.executable).parent / "django-admin")
        subprocess.run([tool, "migrate"], env=env, check=True, capture_output=True)
        code = (
            "import json; from longbien.site.settings import PROCESSES; print(json.dumps(PROCESSES['pages']))"
        )
        said = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True)
        server = subprocess.Popen(json.loads(said.stdout), env=env)
        try:
            _wait(port)
            rows = [measure(port, path) for path in PAGES]
        finally:
            server.terminate()
            server.wait()
    found = {"machine": {**machine(), "load_average": round(os.getloadavg()[0], 1)}, "pages": rows}
    print(json.dumps(found, indent=1))
    (RESULTS / "treaty_pages.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return int(float(str(rows[0]["p95_ms"])) >= TARGET_MS)


def _wait(port: int) -> None:
    for _ in range(120):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the server did not come up")


if __name__ == "__main__":
    sys.exit(main())
