# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the log costs: `python -m benchmarks.log [leaves]` (1,000,000 by default; minutes and some hundred megabytes).

Every append is a durable transaction of the real action with both signatures. Beside it: the same bytes put into a plain SQLite table with
the same durability, which is what a node without a log would do, and proves nothing.
"""

import os
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from benchmarks.measure import RESULTS, Figure, figure, peak_memory_mib, write_results  # noqa: E402
from longbien.actions.log.append import append, open_log  # noqa: E402
from longbien.actions.log.audit import audit_logs  # noqa: E402
from longbien.actions.log.prove import consistency, receipt, receipts  # noqa: E402
from longbien.core.log.leaf import Leaf, LeafClass, make_leaf, print_leaf  # noqa: E402
from longbien.core.log.proof import verify_receipt  # noqa: E402
from tests.authority import NOW  # noqa: E402
from tests.logs import log_signer  # noqa: E402

SIGNER = log_signer("ZZ")
BATCHES = (1, 10, 100, 1000)
FILL = 1000
SMALL = 10_000
ROUNDS, PER_ROUND = 12, 4
"""How often the small and the large log take turns, and how many batches of 1000 are timed each time."""


def made(count: int) -> Iterator[list[Leaf]]:
    """Give batches of leaves without end, each leaf another."""
    number = 0
    while True:
        yield [make_leaf(LeafClass.ACT_MADE, NOW, act=f"{at:064x}") for at in range(number, number + count)]
        number += count


def timed(call: Callable[[list[Leaf]], object], leaves: list[Leaf]) -> tuple[float, float]:
    """Give wall and CPU seconds of one batch."""
    wall, cpu = time.perf_counter(), time.process_time()
    call(leaves)
    return time.perf_counter() - wall, time.process_time() - cpu


def log_one(leaves: Sequence[Leaf]) -> None:
    """Append one batch as a caller does."""
    with transaction.atomic():
        append(leaves, NOW, SIGNER)


def per_leaf(name: str, call: Callable[[list[Leaf]], object], *, batch: int, repeats: int) -> Figure:
    """Time batches one by one; medians per leaf."""
    source = made(batch)
    return median_of(name, [timed(call, next(source)) for _ in range(repeats)], batch=batch)


def median_of(name: str, spent: Sequence[tuple[float, float]], *, batch: int) -> Figure:
    """Give the medians per leaf of timed batches."""
    wall, cpu = (statistics.median(column) / batch * 1e6 for column in zip(*spent, strict=True))
    return Figure(name=name, wall_us=round(wall, 1), cpu_us=round(cpu, 1), calls=batch * len(spent))


def plain_table(place: Path) -> Callable[[list[Leaf]], None]:
    """Open a plain table with the durability of the node's database; give what adds a batch to it."""
    table = sqlite3.connect(place, isolation_level=None)
    table.execute("PRAGMA journal_mode=WAL")
    table.execute("PRAGMA synchronous=FULL")
    table.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, data BLOB)")

    def add(leaves: list[Leaf]) -> None:
        table.execute("BEGIN IMMEDIATE")
        table.executemany("INSERT INTO entry (data) VALUES (?)", [(print_leaf(leaf),) for leaf in leaves])
        table.execute("COMMIT")

    return add


def grow(size: int, target: int) -> int:
    """Fill the log up to a size."""
    source = made(FILL)
    while size < target:
        log_one(next(source))
        size += FILL
    return size


def switch_to(database: Path) -> None:
    """Let the node work on another database file."""
    connection.close()
    connection.settings_dict["NAME"] = str(database)


def take_turns(small: Path, large: Path) -> tuple[list[Figure], int]:
    """Append to a log of `SMALL` leaves and to the large one by turns, so that what else the machine does falls on both.

    The small one is the same copy each time. Gives the figures and how many leaves the large one got.
    """
    spent: dict[Path, list[tuple[float, float]]] = {small: [], large: []}
    source = made(FILL)
    for _ in range(ROUNDS):
        copy = small.with_suffix(".copy")
        shutil.copyfile(small, copy)
        for log, place in ((small, copy), (large, large)):
            switch_to(place)
            log_one(next(source))
            spent[log] += [timed(log_one, next(source)) for _ in range(PER_ROUND)]
    switch_to(large)
    figures = [
        median_of(f"append, {FILL} a batch, to {name} log", spent[log], batch=FILL)
        for log, name in ((small, "the small"), (large, "the large"))
    ]
    return figures, ROUNDS * (PER_ROUND + 1) * FILL


def appends(folder: Path) -> list[Figure]:
    """Measure appends by batch, beside the plain table."""
    figures: list[Figure] = []
    plain = plain_table(folder / "plain.sqlite3")
    for batch in BATCHES:
        repeats = max(20, 200 // batch)
        figures.append(per_leaf(f"plain table, {batch} a commit", plain, batch=batch, repeats=repeats))
        figures.append(per_leaf(f"append, {batch} a batch", log_one, batch=batch, repeats=repeats))
    return figures


def proofs(size: int) -> list[Figure]:
    """Measure proofs from a log of `size` leaves, and their verification."""
    chance = random.Random(1)
    one = receipt(chance.randrange(size))
    return [
        figure("receipt of any leaf", lambda: receipt(chance.randrange(size)), calls=100),
        figure("64 receipts of the newest leaves", lambda: receipts(range(size - 64, size)), calls=5),
        figure("consistency from any size", lambda: consistency(chance.randrange(1, size), size), calls=50),
        figure("verify a receipt (both signatures)", lambda: verify_receipt(one, SIGNER.keys), calls=200),
    ]


def measured(leaves: int, folder: Path) -> tuple[list[Figure], dict[str, object]]:
    """Measure appends by batch and by size of the log, then proofs from the large one."""
    large, small = Path(connection.settings_dict["NAME"]), folder / "small.sqlite3"
    open_log(NOW, SIGNER)
    size = grow(0, SMALL)
    connection.close()
    shutil.copyfile(large, small)
    figures = appends(folder)
    size = grow(size + sum(batch * max(20, 200 // batch) for batch in BATCHES), leaves)
    turns, more = take_turns(small, large)
    size += more
    figures += [*turns, *proofs(size)]
    start = time.perf_counter()
    audits = audit_logs([SIGNER.keys])
    return figures, {
        "leaves_small": SMALL,
        "leaves_large": size,
        "growth_wall": round(turns[1].wall_us / turns[0].wall_us, 2),
        "growth_cpu": round(turns[1].cpu_us / turns[0].cpu_us, 2),
        "appends_per_second_batched": round(1e6 / turns[1].wall_us),
        "receipt_bytes": len(receipt(0).proof),
        "audit_seconds": round(time.perf_counter() - start, 1),
        "audit_sound": all(audit.tree.is_sound for audit in audits),
        "database_bytes_per_leaf": round(large.stat().st_size / size),
        "peak_memory_mib": peak_memory_mib(),
        "load_average_at_the_end": round(os.getloadavg()[1], 1),
    }


def table_of(figures: Sequence[Figure], more: dict[str, object]) -> str:
    """Write the figures as a table for people."""
    rows = [f"| {one.name} | {one.wall_us:,.1f} | {one.cpu_us:,.1f} |" for one in figures]
    facts = [f"- {name.replace('_', ' ')}: {value}" for name, value in more.items()]
    head = [
        "# The log",
        "",
        "`python -m benchmarks.log`; medians, per leaf or per call. Where the load average is above 1, others worked",
        "beside this: then the CPU column says what it costs, the wall column what it took.",
        "",
        "| what | wall us | CPU us |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, "", *facts, ""])


def main() -> None:
    """Measure and keep the figures."""
    leaves = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        figures, more = measured(leaves, Path(folder))
    write_results("log", figures, **more)
    (RESULTS / "log.md").write_text(table_of(figures, more), encoding="utf-8")
    for name, value in more.items():
        print(f"{name:<32} {value}")


if __name__ == "__main__":
    main()
