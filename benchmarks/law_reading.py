# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What reading a law costs: an invented code as text, cut into provisions, beside a plain regular expression: `python -m benchmarks.law_reading`.

Sizes double, so that growth shows; `ratio` is seconds per megabyte of the largest over those of the smallest.
"""

import json
import os
import re
import sys
import time
from dataclasses import asdict, dataclass

from benchmarks.measure import RESULTS, machine, peak_memory_mib
from longbien.actions.law.reading import Source, read_law

TARGET_S = 2.0
"""Seconds for a text of two megabytes (issue 6)."""
SIZES_MB = (0.25, 0.5, 1.0, 2.0, 4.0)
PLAIN = re.compile(r"^(?:Article|Điều|المادة) \(?(\d+)\)?", re.MULTILINE)
SENTENCES = {
    "en": "Whoever enters the whole or any part of a system without right shall be punished by a fine or by imprisonment for a term of up to two years.",
    "vi": "Người nào truy cập trái phép vào hệ thống của người khác thì bị phạt tiền hoặc phạt tù theo quy định của pháp luật.",
    "ar": "يعاقب بالحبس أو بالغرامة كل من دخل من غير حق في نظام معلومات أو بقي فيه أو في جزء منه.",
}
LINES = {
    "en": "Article {n}. Heading of it",
    "vi": "Điều {n}. Tên của điều",
    "ar": "المادة ({n})\nعنوان المادة",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One text: its language and size, how many provisions, wall and CPU seconds of reading, seconds of the plain split."""

    language: str
    megabytes: float
    provisions: int
    seconds: float
    cpu_seconds: float
    plain_seconds: float


def code(language: str, megabytes: float) -> bytes:
    """Make an invented code of that size."""
    parts = []
    size = number = 0
    while size < megabytes * 1_000_000:
        number += 1
        lines = [LINES[language].format(n=number)]
        lines += [f"{at}. {SENTENCES[language]}" for at in range(1, 2 + number % 5)]
        parts.append("\n".join(lines))
        size += len(parts[-1].encode()) + 1
    return "\n".join(parts).encode()


def run(language: str, megabytes: float) -> Run:
    """Read one text."""
    data = code(language, megabytes)
    wall, cpu = time.perf_counter(), time.process_time()
    found = read_law(Source(data=data, language=language, law="X"))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    begin = time.perf_counter()
    PLAIN.split(data.decode())
    plain = time.perf_counter() - begin
    return Run(
        language=language,
        megabytes=megabytes,
        provisions=len(found.provisions),
        seconds=round(wall, 3),
        cpu_seconds=round(cpu, 3),
        plain_seconds=round(plain, 4),
    )


def main() -> int:
    """Measure, print, keep; the status is 1 if two megabytes take longer than they may."""
    for language in SENTENCES:
        run(language, 0.01)
    runs = [run(language, size) for language in SENTENCES for size in SIZES_MB]
    for one in runs:
        print(
            f"{one.language} {one.megabytes:5.2f} MB  {one.provisions:6d} provisions  {one.seconds:6.2f} s  cpu {one.cpu_seconds:6.2f} s  plain split {one.plain_seconds:.4f} s"
        )
    ratio = {
        language: round(
            next(one.cpu_seconds / one.megabytes for one in reversed(runs) if one.language == language)
            / next(one.cpu_seconds / one.megabytes for one in runs if one.language == language),
            2,
        )
        for language in SENTENCES
    }
    worst = max(one.cpu_seconds for one in runs if one.megabytes == 2.0)
    value = {
        "machine": machine(),
        "load": os.getloadavg()[0],
        "runs": [asdict(one) for one in runs],
        "growth": ratio,
        "target_s": TARGET_S,
        "peak_memory_mib": peak_memory_mib(),
    }
    print(f"growth {ratio}, 2 MB at most {worst:.2f} s of CPU, load {value['load']:.1f}")
    (RESULTS / "law_reading.json").write_text(
        json.dumps(value, indent=1, default=str) + "\n", encoding="utf-8"
    )
    return int(worst > TARGET_S)


if __name__ == "__main__":
    sys.exit(main())
