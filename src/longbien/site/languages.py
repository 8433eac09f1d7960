# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which languages a node offers: English, and each one that has a catalogue.

A page in a language without a catalogue would be English under another name, and for Arabic even English from right
to left; so would one whose catalogue has only the labels of papers. The setting `preview_languages` shows one nevertheless, to its translators and to those who mend layouts.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Final, Literal

from longbien.texts import LANGUAGES

NAMES: Final = LANGUAGES
"""Each language in its own name, for the reader who cannot read the page's present one."""


ENOUGH: Final = 1100
"""A catalogue with fewer sentences has the labels that papers need, but not yet the pages."""
_MAGIC: Final = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


def offered_languages(locale: Path, preview: Collection[str]) -> list[tuple[str, str]]:
    """Give code and name of English, of the languages with a whole compiled catalogue in `locale`, and of `preview`."""
    return [
        (code, name)
        for code, name in NAMES.items()
        if code == "en" or code in preview or _sentences(_catalogue(locale, code)) >= ENOUGH
    ]


def _catalogue(locale: Path, code: str) -> Path:
    language, _, script = code.partition("-")
    folder = f"{language}_{script.title()}" if script else language
    return locale / folder / "LC_MESSAGES" / "django.mo"


def _sentences(catalogue: Path) -> int:
    """Read from the head of a compiled catalogue how many sentences it has; 0 for what is none."""
    try:
        with catalogue.open("rb") as file:
            head = file.read(12)
    except OSError:
        return 0
    order: Literal["little", "big"] = "little" if head[:4] == _MAGIC[0] else "big"
    return int.from_bytes(head[8:12], order) if head[:4] in _MAGIC else 0
