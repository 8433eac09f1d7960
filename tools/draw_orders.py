# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the alphabetical order of all participants in each of the six languages into data/states/orders.yaml; `--check` says whether it is fresh.

The order is data, so that a roll-call needs no table of eight megabytes and stands in a record whatever library is installed.
"""

import sys
from pathlib import Path

import pyuca

from longbien.core.treaty.status.participants import participants

FILE = Path(__file__).resolve().parent.parent / "src" / "longbien" / "data" / "states" / "orders.yaml"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
ALEF = "\N{ARABIC LETTER ALEF}"
ARTICLE = ALEF + "\N{ARABIC LETTER LAM}"
ALEFS = str.maketrans(
    dict.fromkeys(
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
        "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}",
        ALEF,
    )
)
WIDTH = 20
HEAD = """# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
# Written by tools/draw_orders.py; do not edit. The order of a roll-call (variant `roll_language`): names of participants.yaml by the Unicode
# Collation Algorithm's own table (DUCET 12, pyuca 1.2). Arabic: the article at the beginning of a name is not looked at and every alif
# is the same letter, as in the lists of the United Nations (from memory). Chinese: the table's order, which is by radical and strokes as encoded, not by sound. Spanish needs nothing of its
# own: no two names differ by it.
schema: longbien/orders/1
source:
  - {ref: "Unicode Collation Algorithm, DUCET 12.0, over participants.yaml", confidence: high}
  - {ref: "Arabic lists of the United Nations pass over the article and the hamza, from memory", confidence: medium}
  - {ref: "Order of Chinese names in the lists of the United Nations: not known", confidence: low}
orders:
"""


def page() -> str:
    """Give the file's text."""
    collator = pyuca.Collator()
    parts = [HEAD]
    for language in LANGUAGES:
        rows = sorted(participants().values(), key=lambda row: collator.sort_key(_key(row.name(language))))
        codes = [f'"{row.code}"' for row in rows]
        lines = [", ".join(codes[place : place + WIDTH]) for place in range(0, len(codes), WIDTH)]
        parts.append(f"  {language}: [\n    " + ",\n    ".join(lines) + "]\n")
    return "".join(parts)


def _key(name: str) -> str:
    return name.removeprefix(ARTICLE).translate(ALEFS)


def main() -> int:
    """Write the file, or with `--check` tell whether it is as it would be written."""
    text = page()
    if "--check" in sys.argv[1:]:
        fresh = FILE.is_file() and FILE.read_text(encoding="utf-8") == text
        print("fresh" if fresh else "stale: run python -m tools.draw_orders")
        return 0 if fresh else 1
    FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
