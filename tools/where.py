# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make where q=quorum`: a feature's room on each floor.

Looks for the word in file names, in docstrings and in code, floor by floor in the order of the house.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "longbien"
FLOORS = (
    "core",
    "data",
    "store",
    "bridge",
    "texts.py",
    "sentences",
    "actions",
    "web",
    "api",
    "peer",
    "cli",
    "console",
    "worker",
    "live",
    "site",
)
READABLE = {".py", ".yaml", ".json", ".html", ".css", ".md"}
MOST_FILES = 12


def files(place: Path) -> Iterator[Path]:
    """Give the readable files at or under `place`, sorted."""
    found = [place] if place.is_file() else sorted(place.rglob("*"))
    for path in found:
        if path.is_file() and path.suffix in READABLE and "__pycache__" not in path.parts:
            yield path


def hits(place: Path, word: str) -> list[tuple[int, str]]:
    """Give the files that mention `word`, best first: those named after it, then by number of mentions."""
    found = []
    for path in files(place):
        name = path.relative_to(ROOT).as_posix()
        count = path.read_text(encoding="utf-8").lower().count(word)
        named = word in path.relative_to(HOUSE if place.is_relative_to(HOUSE) else ROOT).as_posix().lower()
        if named or count:
            found.append((count + (1000 if named else 0), f"{name} ({count})"))
    return sorted(found, key=lambda hit: (-hit[0], hit[1]))


def main() -> int:
    """Print the rooms; status 1 if nothing was found."""
    word = " ".join(sys.argv[1:]).strip().lower()
    if not word:
        print("Say what to look for: make where q=word", file=sys.stderr)
        return 64
    anything = False
    for floor, place in [
        *((floor, HOUSE / floor) for floor in FLOORS),
        ("tests", ROOT / "tests"),
        ("docs", ROOT / "docs"),
    ]:
        found = hits(place, word) if place.exists() else []
        if not found:
            continue
        anything = True
        print(floor)
        for _, line in found[:MOST_FILES]:
            print(f"  {line}")
        if len(found) > MOST_FILES:
            print(f"  and {len(found) - MOST_FILES} more")
    if not anything:
        print(f"Nothing in the house mentions “{word}”.")
    return 0 if anything else 1


if __name__ == "__main__":
    sys.exit(main())
