# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables for a terminal of a hundred columns, whatever the script: widths are counted as a terminal shows them.

What comes from a partner is shown as text only: a control character, which could rewrite the screen, appears as a box.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

WIDTH: Final = 100
"""Columns that every table fits."""
_GAP: Final = "  "
_NARROWEST: Final = 8
_BOX: Final = "\N{REPLACEMENT CHARACTER}"
_UNSHOWN: Final = frozenset({"Cc", "Cs"})
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, width: int = WIDTH) -> str:
    """Lay rows out below their heads; cells too long for their column go on in the next line."""
    cells = [[plain(cell) for cell in row] for row in (head, *rows)]
    columns = _columns(cells, width)
    lines: list[str] = []
    for number, row in enumerate(cells):
        lines += _lines(row, columns)
        if number == 0:
            lines.append(_GAP.join("─" * column for column in columns))
    return "\n".join(lines)


def facts(pairs: Iterable[tuple[str, str]], *, width: int = WIDTH) -> str:
    """Lay out names and what they are, one to a line; pairs without a value are left out."""
    cells = [[plain(name), plain(value, lines=True)] for name, value in pairs if value]
    if not cells:
        return ""
    first = min(max(columns_of(name) for name, _ in cells), width // 3)
    lines: list[str] = []
    for row in cells:
        lines += _lines(row, [first, width - first - len(_GAP)])
    return "\n".join(lines)


def plain(text: str, *, lines: bool = False) -> str:
    """Give text that does nothing to a terminal but appear; line breaks stay if `lines`."""
    return "".join(
        character
        if (lines and character == "\n")
        or (unicodedata.category(character) not in _UNSHOWN and character not in _TURNING)
        else " "
        if character in "\n\t"
        else _BOX
        for character in text
    )


def columns_of(text: str) -> int:
    """Count the columns that a text takes: two for a wide character, none for a combining one."""
    return sum(_columns_of_character(character) for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns, between words where there is a place; indented lines stay so."""
    lines = []
    for part in text.split("\n"):
        indent = " " * min(len(part) - len(part.lstrip(" ")), width // 2)
        lines += [indent + line for line in _wrapped(part, width - len(indent))]
    return lines


def _columns_of_character(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _columns(cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Give each column what it needs, and take from the widest until all of it fits."""
    columns = [max(columns_of(row[place]) for row in cells) for place in range(len(cells[0]))]
    room = width - len(_GAP) * (len(columns) - 1)
    while sum(columns) > room and max(columns) > _NARROWEST:
        widest = max(range(len(columns)), key=columns.__getitem__)
        second = max((column for place, column in enumerate(columns) if place != widest), default=0)
        spare = sum(columns) - room
        columns[widest] = max(_NARROWEST, columns[widest] - spare, min(second, columns[widest] - 1))
    return columns


def _lines(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    broken = [wrapped(cell, column) for cell, column in zip(row, columns, strict=True)]
    lines = []
    for number in range(max(len(cell) for cell in broken)):
        parts = [cell[number] if number < len(cell) else "" for cell in broken]
        padded = [
            part + " " * (column - columns_of(part)) for part, column in zip(parts, columns, strict=True)
        ]
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in _pieces(text, width):
        joined = f"{line} {word}" if line else word
        if columns_of(joined) <= width:
            line = joined
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Give the words of a text, those that are wider than a line in pieces."""
    for word in text.split():
        piece = ""
        for character in word:
            if piece and columns_of(piece) + _columns_of_character(character) > width:
                yield piece
                piece = ""
            piece += character
        yield piece
