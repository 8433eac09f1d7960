# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of contents: lines that name provisions which come later. They are no provisions, and stay visible in the rest."""

import re
from collections.abc import Sequence
from typing import Final

from longbien.core.law.reading.blocks import CONTENTS, Block
from longbien.core.law.reading.marks import Patterns, article_mark, bare_mark, division_rank

_LEADERS: Final = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}|\t)[\s.]*\d{1,4}\s*$")
_LEAST: Final = 4
_ANNOUNCED: Final = 2
_LONG: Final = 200


def contents(blocks: Sequence[Block], known: Patterns) -> frozenset[int]:
    """Give the numbers of the blocks that belong to a table of contents."""
    found = {
        at
        for at, one in enumerate(blocks)
        if one.style == CONTENTS or (len(one.text) < _LONG and _LEADERS.search(one.text))
    }
    found |= _run(blocks, known)
    return frozenset(found)


def _run(blocks: Sequence[Block], known: Patterns) -> set[int]:
    """Find the first run of lines that each only name a provision or part, if its first provision comes again behind it."""
    start, announced = 0, False
    for at, one in enumerate(blocks[:400]):
        if one.text.strip(" .:").casefold() in known.way.contents:
            start, announced = at, True
            break
    numbers: list[tuple[int, str]] = []
    end = start
    idle = 0
    for at in range(start, min(len(blocks), start + 5000)):
        text = blocks[at].text
        number = _number(text, known, at)
        if number is not None and any(number == known_one for _, known_one in numbers):
            break
        if number is not None and len(text) < _LONG:
            numbers.append((at, number))
            end, idle = at, 0
        elif division_rank(text, known, styled=False) is not None or at == start:
            idle = 0
        elif numbers and (len(text) >= _LONG or text.rstrip().endswith((".", ";", "。", "؛", ":"))):
            break
        else:
            idle += 1
            if numbers and idle > 2:
                break
    if len(numbers) < (_ANNOUNCED if announced else _LEAST):
        return set()
    first = numbers[0][1]
    again = next(
        (at for at in range(end + 1, len(blocks)) if _number(blocks[at].text, known, at) == first), None
    )
    if again is None:
        return set()
    begin = start if announced else numbers[0][0]
    return set(range(begin, end + 1))


def _number(text: str, known: Patterns, at: int) -> str | None:
    mark = article_mark(text, known, at, "") or (bare_mark(text, at, -1) if known.way.bare else None)
    return mark.number if mark is not None else None
