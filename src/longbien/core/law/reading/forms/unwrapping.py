# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines joined to paragraphs again: in PDF and in old text files a line ends where the page did, not where the sentence does."""

import re
from collections.abc import Sequence
from statistics import quantiles
from typing import Final

from longbien.core.law.reading.blocks import TEXT, Block
from longbien.core.law.reading.marks import (
    Patterns,
    article_mark,
    division_rank,
    ends_sentence,
    is_enumerated,
    is_small,
    patterns,
)
from longbien.core.law.reading.numbering import numbering

_EAST: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_NEARLY: Final = 0.75
_LEAST: Final = 12
_NARROW: Final = (40, 110)
_HYPHEN: Final = re.compile(r"[^\W\d_]-$")
_BEGINS: Final = re.compile(r"^\s*(?:[(（]\w{1,4}[)）]|\d{1,4}[.)]|第|[§•●–—-]\s)")


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether most long lines of a text end in the middle of a sentence at much the same width."""
    widths = [len(one) for one in lines if one.strip()]
    if len(widths) < _LEAST:
        return False
    wide = quantiles(widths, n=20)[17]
    if not _NARROW[0] <= wide <= _NARROW[1] or max(widths) > 1.6 * wide:
        return False
    full = [one for one in lines if len(one) >= _NEARLY * wide]
    open_ends = sum(not ends_sentence(one) for one in full)
    return len(full) >= 0.2 * len(widths) and open_ends >= 0.6 * len(full)


def unwrapped(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """Join lines that a page broke; a line that is short, ends a sentence, or is followed by a mark of a list or provision stays by itself."""
    known = patterns(numbering(language)) if language else None
    widths = [len(one.text) for one in blocks if one.style == TEXT and one.text.strip()]
    if len(widths) < 2:
        return tuple(blocks)
    wide = quantiles(widths, n=20)[16]
    found: list[Block] = []
    parts: list[str] = []
    first: Block | None = None
    last = ""
    for one in blocks:
        if first is not None and _joins(last, one, wide, known):
            parts.append(one.text)
            last = one.text
            continue
        if first is not None:
            found.append(_joined(first, parts))
        if one.style == TEXT:
            first, parts, last = one, [one.text], one.text
        else:
            found.append(one)
            first, parts, last = None, [], ""
    if first is not None:
        found.append(_joined(first, parts))
    return tuple(found)


def _joins(before: str, block: Block, wide: float, known: Patterns | None) -> bool:
    text = block.text.strip()
    if block.style != TEXT or not text or not before.strip():
        return False
    if ends_sentence(before) or is_enumerated(text) or _BEGINS.match(text):
        return False
    if known is not None and (
        article_mark(text, known, 0, "") or division_rank(text, known, styled=False) is not None
    ):
        return False
    if is_small(text[0]) and before.rstrip()[-1:].isalpha():
        return len(before) >= 0.4 * wide
    return len(before.rstrip()) >= _NEARLY * wide


def _joined(first: Block, parts: Sequence[str]) -> Block:
    text = parts[0].rstrip()
    for part in parts[1:]:
        more = part.strip()
        if _HYPHEN.search(text) and is_small(more[:1]):
            text = text[:-1] + more
        elif _EAST.search(text[-1:]) and _EAST.search(more[:1]):
            text += more
        else:
            text = f"{text} {more}"
    return Block(text=text, place=first.place)
