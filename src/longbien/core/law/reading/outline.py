# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts and chapters: which lines head them, how deep they stand, and the path that a provision below has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.law.reading.blocks import HEADING, TEXT, Block
from longbien.core.law.reading.marks import Patterns, division_rank, is_enumerated, is_heading_like

_ANNEX: Final = -1
_STYLED: Final = 50
_LONGEST: Final = 200
_SHORT_NAME: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The heading of a part, chapter or annex: its first and last block, its rank (0: outermost), what it says."""

    first: int
    last: int
    rank: int
    title: str

    @property
    def is_annex(self) -> bool:
        """Tell whether an annex or schedule begins here."""
        return self.rank == _ANNEX


def divisions(
    blocks: Sequence[Block], known: Patterns, begins: frozenset[int], barred: frozenset[int]
) -> dict[int, Division]:
    """Give every division by the number of its first block; `begins`: the blocks that begin provisions."""
    level = _level(blocks, begins)
    found: dict[int, Division] = {}
    at = 0
    while at < len(blocks):
        rank = None if at in barred or at in begins else _rank(blocks, at, known, begins, level)
        if rank is None:
            at += 1
            continue
        last = at
        parts = [blocks[at].text.strip()]
        while _continues(blocks, last + 1, known, begins | barred, parts) and len(parts) < 3:
            last += 1
            parts.append(blocks[last].text.strip())
        found[at] = Division(first=at, last=last, rank=rank, title=" ".join(" ".join(parts).split()))
        at = last + 1
    return found


def path_after(path: Sequence[tuple[int, str]], division: Division) -> list[tuple[int, str]]:
    """Give the path below a division: it closes those of its rank and deeper ones."""
    if division.is_annex:
        return [(division.rank, division.title)]
    return [*(one for one in path if one[0] < division.rank), (division.rank, division.title)]


def _level(blocks: Sequence[Block], begins: frozenset[int]) -> int:
    """Give the level of heading that provisions mostly have; 0 if they are no headings."""
    levels = [blocks[at].level for at in begins if blocks[at].style == HEADING]
    return max(set(levels), key=levels.count) if 2 * len(levels) > len(begins) else 0


def _rank(
    blocks: Sequence[Block], at: int, known: Patterns, begins: frozenset[int], level: int
) -> int | None:
    block = blocks[at]
    styled = block.style == HEADING
    if block.style not in {TEXT, HEADING} or not block.text.strip():
        return None
    rank = division_rank(block.text, known, styled=styled)
    if rank is not None:
        return rank
    text = block.text.strip()
    if known.way.annexes and len(text) <= _LONGEST and known.annexes.match(text):
        shown = styled or text.isupper() or len(text) < _SHORT_NAME
        if shown and not text.endswith((".", ";", ",", "。", "،")):
            return _ANNEX
    if not styled or not is_heading_like(text):
        return None
    if level:
        return _STYLED + block.level if block.level < level else None
    ahead = range(at + 1, min(at + 3, len(blocks)))
    return (
        _STYLED + block.level if any(one in begins or blocks[one].style == HEADING for one in ahead) else None
    )


def _continues(
    blocks: Sequence[Block], at: int, known: Patterns, others: frozenset[int], parts: Sequence[str]
) -> bool:
    """Tell whether a block goes on with a division's heading: its name, in a line of its own."""
    if at >= len(blocks) or at in others or blocks[at].style not in {TEXT, HEADING}:
        return False
    text = blocks[at].text.strip()
    if not is_heading_like(text) or len(text) > _LONGEST or is_enumerated(text):
        return False
    if division_rank(text, known, styled=False) is not None or known.annexes.match(text):
        return False
    named = known.divisions.match(parts[0])
    if named is not None and named["rest"].strip(" .:-–—") and not (text.isupper() and parts[0].isupper()):
        return False
    if text.isupper() or blocks[at].style == HEADING:
        return True
    ahead = at + 1
    is_next = (
        ahead >= len(blocks)
        or ahead in others
        or division_rank(blocks[ahead].text, known, styled=False) is not None
    )
    return is_next and (len(parts) == 1 and len(parts[0]) < _SHORT_NAME)
