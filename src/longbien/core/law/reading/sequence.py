# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of the lines that look like the beginning of a provision are one: the way of numbering that the law uses, and its sequence."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from longbien.core.law.reading.blocks import Block, Diagnostic
from longbien.core.law.reading.marks import Mark, Patterns, article_mark, bare_mark
from longbien.core.law.reading.numbers import follows, key, leading, next_after

_FEW: Final = 0.2
_LEAST_BARE: Final = 3
_SOME: Final = 5
_NEARLY_ALL: Final = 0.8
_NEAR: Final = 3
_RUN_ON: Final = 5000
"""Characters of a block that is no paragraph any more."""
_REACH: Final = 200
"""Marks ahead within which a law goes on after it quoted another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """The beginnings of provisions, in order, and what was seen on the way."""

    marks: tuple[Mark, ...]
    notes: tuple[Diagnostic, ...] = ()


def find_marks(blocks: Sequence[Block], known: Patterns, barred: frozenset[int]) -> Beginnings:
    """Give the lines that begin provisions; `barred`: blocks inside quotations, contents and notes."""
    worded = _worded(blocks, known, barred)
    chosen = _chosen(worded, known)
    worded = _doubting(worded, chosen)
    sure = sum(1 for one in worded if one.unit == chosen and one.sure)
    bare = _bare(blocks, barred, unit=len(known.units)) if known.way.bare or sure == 0 else ()
    if len(bare) >= _LEAST_BARE and sure < _FEW * len(bare):
        notes = (
            ()
            if known.way.bare
            else (Diagnostic(code="law_reading.bare", place=blocks[bare[0].block].place),)
        )
        return Beginnings(marks=bare, notes=notes)
    return _accepted(
        blocks, [one for one in worded if one.unit == chosen or one.unit not in known.twofold], known, chosen
    )


def _worded(blocks: Sequence[Block], known: Patterns, barred: frozenset[int]) -> list[Mark]:
    found = []
    for at, block in enumerate(blocks):
        if at in barred:
            continue
        before = blocks[at - 1].text[-200:] if at and blocks[at - 1].style == "text" else ""
        mark = article_mark(block.text, known, at, before)
        if mark is not None:
            found.append(mark)
    return found


def _chosen(marks: Sequence[Mark], known: Patterns) -> int:
    """Give the way of numbering with the longest run of numbers that follow each other."""
    runs = [0] * len(known.units)
    last: dict[int, str] = {}
    for one in marks:
        before = last.get(one.unit)
        if one.sure or (before is not None and next_after(before, one.number)):
            runs[one.unit] += 2 if before is None or follows(before, one.number) else 1
            last[one.unit] = one.number
    return max(range(len(runs)), key=lambda unit: (runs[unit], -unit), default=0)


def _doubting(marks: list[Mark], chosen: int) -> list[Mark]:
    """Doubt numbers that run into their line (第六条の決定) if nearly all of the law stand apart: they may only be cited there."""
    own = [one for one in marks if one.sure and one.unit == chosen]
    if len(own) < _SOME or sum(one.apart for one in own) < _NEARLY_ALL * len(own):
        return marks
    return [one if one.apart else replace(one, sure=False) for one in marks]


def _bare(blocks: Sequence[Block], barred: frozenset[int], *, unit: int) -> tuple[Mark, ...]:
    """Give the longest chain of figures alone: a list inside a section begins again at 1 and is no part of it.

    `best` holds, for each leading figure, the chain that ends there: the better one has more headings in it.
    """
    best: dict[int, tuple[float, int]] = {}
    marks: list[Mark] = []
    came: list[int] = []
    for at, block in enumerate(blocks):
        mark = bare_mark(block.text, at, unit) if at not in barred else None
        if mark is None:
            continue
        number = leading(mark.number)
        score, link = (0.0, -1) if number <= 2 else (-1.0, -1)
        for back, penalty in ((0, 0.0), (1, 0.0), (2, 0.4), (3, 0.6)):
            held = best.get(number - back)
            if (
                held is not None
                and held[0] - penalty > score
                and follows_in(marks[held[1]].number, mark.number, back)
            ):
                score, link = held[0] - penalty, held[1]
        score += 1.0 if mark.sure else 0.3
        marks.append(mark)
        came.append(link)
        if number not in best or score > best[number][0] or link == best[number][1]:
            best[number] = (score, len(marks) - 1)
    if not best:
        return ()
    at = max(best.values())[1]
    chain = []
    while at >= 0:
        chain.append(marks[at])
        at = came[at]
    return tuple(reversed(chain))


def follows_in(before: str, number: str, back: int) -> bool:
    """Tell whether a number may come after another that is `back` leading figures smaller."""
    return back > 0 or key(number) > key(before)


def _accepted(blocks: Sequence[Block], marks: list[Mark], known: Patterns, chosen: int) -> Beginnings:
    """Take the sure ones in the law's own way, and of the others those that come next; leave out what an amending act quotes."""
    places: dict[tuple[int, ...], list[int]] = {}
    for at, one in enumerate(marks):
        if one.sure and one.unit == chosen:
            places.setdefault(key(one.number)[1], []).append(at)
    taken: list[Mark] = []
    notes: list[Diagnostic] = []
    until = 0
    for at, one in enumerate(marks):
        last = taken[-1].number if taken else ""
        is_own = one.unit == chosen or (one.sure and one.unit in known.added)
        if at < until or (not is_own and not (one.sure and last and next_after(last, one.number))):
            if at < until:
                notes.append(_quoted(blocks, one))
            continue
        if not one.sure and not (next_after(last, one.number) if last else leading(one.number) == 1):
            continue
        if last and not next_after(last, one.number) and _is_amended(blocks, one.block, known):
            until = _resumes(places, last, at)
            if until:
                notes.append(_quoted(blocks, one))
                continue
        taken.append(one)
    return Beginnings(marks=tuple(taken), notes=tuple(notes))


def _quoted(blocks: Sequence[Block], mark: Mark) -> Diagnostic:
    return Diagnostic(
        code="law_reading.quoted", place=blocks[mark.block].place, values={"number": mark.number}
    )


def _is_amended(blocks: Sequence[Block], at: int, known: Patterns) -> bool:
    """Tell whether the block before ends as one does that announces another law's text."""
    if not at:
        return False
    before = blocks[at - 1].text[-300:].casefold().rstrip()
    return before.endswith((":", "：", ":–", ":-")) and any(one in before for one in known.way.amending)


def _resumes(places: dict[tuple[int, ...], list[int]], last: str, at: int) -> int:
    """Give where the law's own next number comes; 0 if it does not within reach."""
    parts = key(last)[1]
    ahead = places.get((parts[0] + 1,), []) if parts else []
    found = bisect_right(ahead, at)
    return ahead[found] if found < len(ahead) and ahead[found] - at <= _REACH else 0


def unglued(blocks: Sequence[Block], known: Patterns) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Break blocks in which a provision begins behind the end of a sentence, if its number is the next one: words that ran together."""
    found: list[Block] = []
    notes: list[Diagnostic] = []
    last = ""
    only = _only(blocks, known)
    for block in blocks:
        own = article_mark(block.text, known, 0, "")
        if (
            own is not None
            and not block.cells
            and own.sure
            and (not last or leading(own.number) >= leading(last) or leading(own.number) == 1)
        ):
            last = own.number
        start = 0
        for hit in (
            known.inside.finditer(block.text)
            if block.style == "text" and not block.cells and len(block.text) > 20
            else ()
        ):
            mark = article_mark(block.text[hit.end() : hit.end() + 300], known, 0, "")
            if (
                mark is None
                or not mark.sure
                or not mark.rest
                or only not in {None, mark.unit}
                or not _comes(last, mark.number, far=len(block.text) > _RUN_ON)
            ):
                continue
            found.append(_piece(block, start, hit.start()))
            notes.append(
                Diagnostic(code="law_reading.glued", place=block.place, values={"number": mark.number})
            )
            start, last = hit.end(), mark.number
        found.append(_piece(block, start, len(block.text)) if start else block)
    return tuple(found), tuple(notes)


def _only(blocks: Sequence[Block], known: Patterns) -> int | None:
    """Give the law's own way of numbering if whole lines show it: what another way numbers inside a line is then only cited."""
    marks = _worded(blocks, known, frozenset())
    chosen = _chosen(marks, known)
    return chosen if sum(one.sure and one.unit == chosen for one in marks) >= _SOME else None


def _comes(last: str, number: str, *, far: bool) -> bool:
    """Tell whether a number in the middle of a block comes next; in a law that has lost its lines (`far`), one or two may be lost, too."""
    return next_after(last or "0", number) or (far and 0 < leading(number) - leading(last or "0") <= _NEAR)


def _piece(block: Block, start: int, end: int) -> Block:
    return Block(text=re.sub(r"\s+$", "", block.text[start:end]), place=block.place)
