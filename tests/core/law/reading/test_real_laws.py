# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provisions of real laws, written as text again in the usual dress of their languages, are cut as they were."""

import json
from collections import defaultdict
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.core.law.reading.laws import read

LINES = {
    "AE": ("ar", "المادة ({n})\n{h}\n{t}"),
    "VN": ("vi", "Điều {n}. {h}\n{t}"),
    "ZW": ("en", "Section {n}. {h}\n{t}"),
}


@pytest.mark.slow
@pytest.mark.parametrize("state", LINES)
def test_real_laws_are_found_again(laws: Path, state: str) -> None:
    language, dress = LINES[state]
    by_law: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in (laws / f"{state}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_law[row["law"]].append(row)
    count = numbers = headings = 0
    for rows in by_law.values():
        text = "\n".join(dress.format(n=row["num"], h=row["heading"], t=row["text"]) for row in rows)
        found = {one.number: one.heading for one in reversed(read(text, language).provisions)}
        for row in rows:
            count += 1
            numbers += row["num"] in found
            headings += same(found.get(row["num"], ""), row["heading"])
    assert numbers >= 0.99 * count
    assert headings >= 0.98 * count


def same(one: str, other: str) -> bool:
    """Compare without white space, in one form of Unicode."""
    return normalize("NFC", "".join(one.split())) == normalize("NFC", "".join(other.split()))
