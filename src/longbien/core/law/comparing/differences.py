# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed within a text, word by word (character by character in Chinese or Thai)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from longbien.core.law.comparing.tokens import plain_token, tokens

MOST_TOKENS: Final = 4_000
"""Of longer texts sentences are compared first, and words only within sentences that changed."""
_SENTENCE: Final = re.compile(r"[^.;:!?。；：！？؛؟\n]*[.;:!?。；：！？؛؟\n]*\s*")


class PieceKind(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of two texts. `before` and `after` differ in a piece that is the same by white space at most; joined, they are the two texts."""

    kind: PieceKind
    before: str = ""
    after: str = ""


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Give the pieces of two texts in order; what was replaced is deleted, then inserted."""
    first, second = tokens(before), tokens(after)
    if max(len(first), len(second)) <= MOST_TOKENS:
        return tuple(_joined(_words(first, second)))
    return tuple(_joined(_sentences(before, after)))


def _words(first: Sequence[str], second: Sequence[str]) -> Iterator[Piece]:
    """Compare token by token. Ends that are the same are taken off first: most changes are small."""
    one, other = [plain_token(item) for item in first], [plain_token(item) for item in second]
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    yield _piece("equal", first[:start], second[:start])
    middle = SequenceMatcher(None, one[start : len(one) - end], other[start : len(other) - end])
    for tag, a, b, c, d in middle.get_opcodes():
        old, new = first[start + a : start + b], second[start + c : start + d]
        if tag == "equal":
            yield _piece(tag, old, new)
        else:
            yield _piece("delete", old, ())
            yield _piece("insert", (), new)
    yield _piece("equal", first[len(first) - end :], second[len(second) - end :])


def _sentences(before: str, after: str) -> Iterator[Piece]:
    """Compare sentence by sentence, and word by word within those that changed, if they are not too long."""
    first, second = _SENTENCE.findall(before), _SENTENCE.findall(after)
    one, other = [plain_token(item) for item in first], [plain_token(item) for item in second]
    for tag, a, b, c, d in SequenceMatcher(None, one, other).get_opcodes():
        old, new = "".join(first[a:b]), "".join(second[c:d])
        if tag == "equal":
            yield _piece(tag, (old,), (new,))
            continue
        apart, together = tokens(old), tokens(new)
        if max(len(apart), len(together)) <= MOST_TOKENS:
            yield from _words(apart, together)
        else:
            yield _piece("delete", (old,), ())
            yield _piece("insert", (), (new,))


_KINDS: Final = {"equal": PieceKind.SAME, "delete": PieceKind.DELETED, "insert": PieceKind.INSERTED}


def _piece(tag: str, old: Sequence[str], new: Sequence[str]) -> Piece:
    return Piece(kind=_KINDS[tag], before="".join(old), after="".join(new))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Leave out what is empty and join neighbours of one kind."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.before and not piece.after:
            continue
        if held is not None and held.kind is piece.kind:
            held = Piece(kind=held.kind, before=held.before + piece.before, after=held.after + piece.after)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
