# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of a law: a row is one line, its cells with ` | ` between them, so that a schedule of fees or penalties stays readable and whole.

Many files lay a whole law out in a table, though. A row with a provision's number that stands nowhere outside tables, or with the heading of
a part, is taken apart again: its paragraphs are text of the law. A row whose number the law has elsewhere is about that provision.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final
from unicodedata import is_normalized, normalize

from longbien.core.law.reading.blocks import CELL, CONTENTS, NOTE, TEXT, Block
from longbien.core.law.reading.marks import Patterns, article_mark, bare_mark, division_rank
from longbien.core.law.reading.recipe import Recipe

LINE: Final = " / "
"""What stands between two paragraphs of a cell."""
_KEPT: Final = frozenset({CONTENTS, NOTE})
"""Styles that a row has if all its cells have it; a heading in a cell is text of the table."""
_ENUMERATOR: Final = re.compile(r"[(（\[]?\w{1,5}[.)）\].、]|[-–—•*]")


def row_text(cells: Sequence[Sequence[str]]) -> str:
    """Write a row in one line; empty cells keep their place. A row without any text is nothing."""
    lines = [LINE.join(line for text in cell if (line := " ".join(text.split()))) for cell in cells]
    return " ".join(CELL.join(lines).split()) if any(lines) else ""


def row_blocks(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """Give a row of a table as one block. Its paragraphs are given instead where it has one filled cell, or tables in its cells.

    A list whose numbers have a column of their own is a list.
    """
    filled = [cell for cell in cells if cell]
    if not filled:
        return
    if len(filled) == 2 and len(filled[0]) == 1 and _ENUMERATOR.fullmatch(filled[0][0].text):
        first, *more = filled[1]
        yield replace(first, text=f"{filled[0][0].text} {first.text}", cells=())
        yield from more
    elif len(filled) == 1 or any(one.cells for cell in filled for one in cell):
        for cell in filled:
            yield from cell
    else:
        text = row_text([[one.text for one in cell] for cell in cells])
        styles = {one.style for cell in filled for one in cell}
        style = styles.pop() if len(styles) == 1 and styles <= _KEPT else TEXT
        yield Block(
            text=text, place=filled[0][0].place, style=style, cells=tuple(tuple(cell) for cell in cells)
        )


def composed(block: Block) -> Block:
    """Give a block in Unicode form C, its cells too: letters and their marks come apart in some files."""
    if is_normalized("NFC", block.text):
        return block
    cells = tuple(tuple(composed(one) for one in cell) for cell in block.cells)
    return replace(block, text=normalize("NFC", block.text), cells=cells)


def taken_apart(blocks: Sequence[Block], known: Patterns, recipe: Recipe) -> tuple[Block, ...]:
    """Take apart the rows that lay out provisions or parts of the law; the others stay rows."""
    if not any(one.cells for one in blocks):
        return tuple(blocks)
    begins = _by_recipe(recipe) if recipe.article else _by_language(blocks, known)
    found: list[Block] = []
    for one in blocks:
        inside = [block for cell in one.cells for block in cell]
        found += inside if any(begins(block) for block in inside) else [one]
    return tuple(found)


def _by_recipe(recipe: Recipe) -> Callable[[Block], bool]:
    patterns = (recipe.article, *recipe.divisions)
    return lambda block: any(one.search(block.text) for one in patterns)


def _by_language(blocks: Sequence[Block], known: Patterns) -> Callable[[Block], bool]:
    outside = {number for one in blocks if not one.cells and (number := _number(one, known))}

    def begins(block: Block) -> bool:
        number = _number(block, known)
        if number:
            return number not in outside
        return division_rank(block.text, known, styled=block.style != "text") is not None

    return begins


def _number(block: Block, known: Patterns) -> str:
    mark = article_mark(block.text, known, 0, "")
    if mark is None and known.way.bare:
        mark = bare_mark(block.text, 0, -1)
    return mark.number if mark is not None and mark.sure else ""
