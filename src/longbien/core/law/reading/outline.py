# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts and chapters: which lines head them, how deep they stand, and the path that a provision below has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cmp_to_key
from itertools import pairwise
from typing import Final

from longbien.core.law.reading.blocks import HEADING, TEXT, Block
from longbien.core.law.reading.marks import Patterns, division_rank, is_enumerated, is_heading_like, word_rank

_ANNEX: Final = -1
_STYLED: Final = 50
_LONGEST: Final = 200
_SHORT_NAME: Final = 40
_DEEPEST: Final = 6
"""Lines in bold letters count as headings of a level below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The heading of a part, chapter or annex: its first and last block, its rank (0: outermost), what it says.

    `level`: of the heading in the file's own form, from 1; 0 if it is none there.
    """

    first: int
    last: int
    rank: int
    title: str
    level: int = 0

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
        title = " ".join(" ".join(parts).split())
        depth = blocks[at].level if blocks[at].style == HEADING and blocks[at].level <= _DEEPEST else 0
        found[at] = Division(first=at, last=last, rank=rank, title=title, level=depth)
        at = last + 1
    return _in_order(_without_title(found), begins)


def path_after(path: Sequence[Division], division: Division) -> list[Division]:
    """Give the path below a division: it closes those of its kind and deeper ones."""
    if division.is_annex:
        return [division]
    kept = next((at for at, one in enumerate(path) if _closes(one, division)), len(path))
    return [*path[:kept], division]


def _closes(old: Division, new: Division) -> bool:
    """Tell whether a division ends an open one: by the levels of the file's headings, else by the words; the same word always does."""
    if old.is_annex:
        return False
    if old.rank == new.rank and new.rank < _STYLED:
        return True
    if old.level and new.level:
        nameless = max(old.rank, new.rank) >= _STYLED
        return old.level > new.level or (old.level == new.level and (nameless or old.rank > new.rank))
    return old.rank >= new.rank


def _without_title(found: Mapping[int, Division]) -> dict[int, Division]:
    """Leave out the law's own title: a first heading without number, above all others."""
    first = next(iter(found.values()), None)
    others = [one.level for one in found.values() if one is not first and one.level]
    if first is None or first.rank < _STYLED or not first.level or not others or min(others) <= first.level:
        return dict(found)
    return {at: one for at, one in found.items() if one is not first}


def _in_order(found: Mapping[int, Division], begins: frozenset[int]) -> dict[int, Division]:
    """Put ranks in the order in which this law nests its parts: the one that stands directly above the other is the outer one.

    Languages have an order for each of their codes (title above chapter here, chapter above title there); the table has only one.
    """
    above = Counter(
        (one.rank, other.rank)
        for one, other in pairwise(found.values())
        if 0 <= one.rank < _STYLED
        and 0 <= other.rank < _STYLED
        and begins.isdisjoint(range(one.last + 1, other.first))
    )

    def order(one: int, other: int) -> int:
        return above[other, one] - above[one, other] or one - other

    used = sorted({one.rank for one in found.values() if 0 <= one.rank < _STYLED})
    ranks = dict(zip(sorted(used, key=cmp_to_key(order)), used, strict=True))
    return {at: replace(one, rank=ranks.get(one.rank, one.rank)) for at, one in found.items()}


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
    if not styled or not is_heading_like(text) or (text[0] in "([" and text[-1] in ")]"):
        return None
    nameless = word_rank(text, known)
    if nameless is None:
        nameless = _STYLED + block.level
    if level:
        return nameless if block.level < level else None
    ahead = range(at + 1, min(at + 3, len(blocks)))
    return nameless if any(one in begins or blocks[one].style == HEADING for one in ahead) else None


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
    is_bare = named is not None and not named["rest"].strip(" .:-–—")
    levels = {one.level for one in (blocks[at - len(parts)], blocks[at]) if one.style == HEADING}
    if len(levels) > 1 and not is_bare:
        return False
    if text.isupper() or blocks[at].style == HEADING:
        return True
    ahead = at + 1
    is_next = (
        ahead >= len(blocks)
        or ahead in others
        or division_rank(blocks[ahead].text, known, styled=False) is not None
    )
    is_name = is_bare and ahead + 1 in others and is_heading_like(blocks[min(ahead, len(blocks) - 1)].text)
    return (is_next or is_name) and len(parts) == 1 and len(parts[0]) < _SHORT_NAME
