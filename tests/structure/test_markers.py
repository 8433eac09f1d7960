# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marked tests stand where the commands of the Makefile look for them: gathering every test in each step would take a minute a step."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def looked_in(marker: str) -> set[str]:
    found = re.search(rf"-m {marker} .*\$\(or \$\(a\),([^)]*)\)", MAKEFILE)
    assert found, marker
    return set(found[1].split())


def test_tests_between_two_nodes_stand_where_they_are_looked_for() -> None:
    pattern = re.compile(r"mark\.two_nodes")
    folders = {
        path.parent.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if path != Path(__file__) and pattern.search(path.read_text(encoding="utf-8"))
    }
    assert folders == looked_in("two_nodes")


def test_tests_in_a_browser_stand_in_their_folder() -> None:
    assert looked_in("browser") == {"tests/browser"}
    assert not any(
        re.search(r"mark\.browser", path.read_text(encoding="utf-8"))
        for path in (ROOT / "tests").rglob("test_*.py")
        if path != Path(__file__)
    )
