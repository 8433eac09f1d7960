# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters that the fonts of our papers do not have, written as their numbers: `[U+0E44]`. Names come in every script of the world."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from longbien.core.base.canonical import JsonInput

_KEPT: Final = frozenset({"record"})
"""Members of a template's values that are data inside the file, not words on the page."""


def spelled_out(value: JsonInput, fonts: Path) -> JsonInput:
    """Give a template's values with every letter that no font has written as its number."""
    if isinstance(value, str):
        return _spelled(value, _covered(fonts))
    if isinstance(value, Mapping):
        return {name: inner if name in _KEPT else spelled_out(inner, fonts) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [spelled_out(inner, fonts) for inner in value]
    return value


def _spelled(text: str, covered: frozenset[int]) -> str:
    return "".join(
        letter
        if ord(letter) in covered or unicodedata.category(letter)[0] in "CZ"
        else f"[U+{ord(letter):04X}]"
        for letter in text
    )


@cache
def _covered(fonts: Path) -> frozenset[int]:
    """Give the letters that every weight of at least one family has."""
    found: dict[str, set[int]] = {}
    for path in sorted(fonts.glob("*.[ot]tf")):
        with TTFont(path, lazy=True) as font:
            letters = set(font.getBestCmap())
        family = path.stem.partition("-")[0]
        found[family] = found[family] & letters if family in found else letters
    return frozenset().union(*found.values())
