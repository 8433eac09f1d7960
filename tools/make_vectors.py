# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The project's own test vectors, for a second implementation: `python -m tools.make_vectors [--check] [name…]`.

Without `--check` they are made anew (the signatures and sealed bytes of acts differ each time, for the library draws randomness); with
it, what lies in `tests/vectors/` is read as another implementation's would be. To add vectors: a module here, a row in `ROOMS`.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tools.vectors import acts, log

FOLDER: Final = Path(__file__).resolve().parent.parent / "tests" / "vectors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How one file of vectors is made, and how it is checked: `check` gives the names of cases that fail."""

    make: Callable[[], dict[str, Any]]
    check: Callable[[dict[str, Any]], list[str]]


ROOMS: Final[Mapping[str, Room]] = MappingProxyType(
    {
        "acts": Room(make=acts.make, check=acts.check),
        "log": Room(make=log.make, check=log.check),
    }
)


def check(name: str) -> list[str]:
    """Check the vectors of one room as they lie in the repository."""
    return ROOMS[name].check(json.loads((FOLDER / f"{name}.json").read_bytes()))


def main(arguments: Sequence[str]) -> int:
    """Make or check; 1 if a case fails."""
    names = [argument for argument in arguments if argument != "--check"] or list(ROOMS)
    failed = False
    for name in names:
        if "--check" in arguments:
            wrong = check(name)
            print(f"{name}: {'as it should be' if not wrong else ', '.join(wrong)}")
            failed = failed or bool(wrong)
        else:
            text = json.dumps(ROOMS[name].make(), indent=1) + "\n"
            (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
            print(f"{name}: written")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
