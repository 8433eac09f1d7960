# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which blocks stand inside a quotation: an amending act quotes another law's articles under their own numbers; they are not this law's.

A quotation begins with a block that opens with a quotation mark and does not close it, and ends with the block that closes it. A mark that
is never closed quotes nothing: it is named, so that one forgotten sign cannot swallow a law.
"""

from collections.abc import Sequence
from typing import Final

from longbien.core.law.reading.blocks import Block, Diagnostic

_PAIRS: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‹": "›",
    '"': '"',
    "‚": "‘’",
    "”": "”",
}
_FAR: Final = 400
"""Blocks within which a quotation is closed."""
_FORGIVEN: Final = 40
"""Marks without an end that are looked at; a text with more of them does not use them as quotation marks."""


def quoted(blocks: Sequence[Block]) -> tuple[frozenset[int], tuple[Diagnostic, ...]]:
    """Give the numbers of blocks inside quotations of more than one block, or that quote wholly; and what was never closed."""
    inside: set[int] = set()
    notes: list[Diagnostic] = []
    at = 0
    while at < len(blocks):
        text = blocks[at].text.lstrip()
        opener = text[:1]
        if opener not in _PAIRS or len(notes) >= _FORGIVEN:
            at += 1
            continue
        end = _end(blocks, at, opener)
        if end is None:
            notes.append(Diagnostic(code="law_reading.quote_open", place=blocks[at].place))
            at += 1
            continue
        if end > at or _is_whole(text, opener):
            inside.update(range(at, end + 1))
        at = end + 1
    return frozenset(inside), tuple(notes)


def _end(blocks: Sequence[Block], start: int, opener: str) -> int | None:
    """Give the block in which the quotation that a block opens is closed again."""
    closers = _PAIRS[opener]
    depth = 1
    text = blocks[start].text.lstrip()[1:]
    for at in range(start, min(start + _FAR, len(blocks))):
        if at > start:
            text = blocks[at].text.lstrip()
            if text[:1] == opener:  # each paragraph of a long quotation may begin with the mark again
                text = text[1:]
        if opener in closers:
            depth = (depth + text.count(opener)) % 2
        else:
            depth += text.count(opener) - sum(text.count(one) for one in closers)
        if depth <= 0:
            return at
    return None


def _is_whole(text: str, opener: str) -> bool:
    """Tell whether a block is a quotation from its first to its last sign."""
    return text.rstrip(" .;,:)؛。；").endswith(tuple(_PAIRS[opener]))
