# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile the message catalogues: `django.po`, which people write, into `django.mo`, which Django reads. Pure Python (Babel).

    python -m tools.catalogues       compile those whose .po is newer than its .mo (`make setup`)

The wheel gets them from `tools/hatch_build.py`. Compiled catalogues are not kept in the repository.
"""

import sys
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE: Final = Path("src") / "longbien" / "locale"


def compile_all(root: Path, *, always: bool = False) -> list[Path]:
    """Compile the catalogues below the project's folder `root`; give those that were written."""
    found = []
    for source in sorted((root / LOCALE).glob("*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        if not always and target.is_file() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parts[-3])
        with target.open("wb") as file:
            write_mo(file, catalog)
        found.append(target)
    return found


def main() -> int:
    """Compile what is out of date."""
    compile_all(Path(__file__).resolve().parent.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
