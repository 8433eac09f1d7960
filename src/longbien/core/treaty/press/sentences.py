# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences and clauses of a paragraph, each with its place in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from longbien.core.treaty.press.blocks import CLOSERS
from longbien.core.treaty.press.language import Language

_END: Final = re.compile(rf"(?:[.!?…؟۔]+[{re.escape(CLOSERS)}]*(?=\s)|[。！？]+[{re.escape(CLOSERS)}]*)\s*")
_LONGEST_WORD: Final = 40
_CLAUSE: Final = re.compile(r"[,;:،؛，；：](?=\s)|[，；]|\s[-\u2013\u2014]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a text and where it begins there."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Give where it ends."""
        return self.start + len(self.text)


def sentences(text: str, language: Language) -> tuple[Piece, ...]:
    """Cut a paragraph into sentences. A full stop after an abbreviation, an initial or a figure before small letters ends none."""
    found, start = [], 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and not _ends(text, match, language):
            continue
        found.append(Piece(start=start, text=text[start : match.end()].rstrip()))
        start = match.end()
    if text[start:].strip():
        found.append(Piece(start=start, text=text[start:].rstrip()))
    return tuple(piece for piece in found if piece.text)


def clauses(text: str, kept: tuple[tuple[int, int], ...]) -> Iterator[Piece]:
    """Cut a sentence at its commas and the like, but never inside one of the spans `kept`, such as a date's."""
    start = 0
    for match in _CLAUSE.finditer(text):
        if any(first <= match.start() < last for first, last in kept):
            continue
        yield Piece(start=start, text=text[start : match.end()])
        start = match.end()
    if text[start:]:
        yield Piece(start=start, text=text[start:])


def _ends(text: str, match: re.Match[str], language: Language) -> bool:
    before = text[max(0, match.start() - _LONGEST_WORD) : match.start() + 1]
    after = text[match.end() : match.end() + 1]
    word = before.rsplit(None, 1)[-1] if before.split() else ""
    if word in language.abbreviations or re.fullmatch(r"\(?[A-Z]\.", word):
        return False
    return not after.islower()
