# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a text is counted: two views of the same words, so that what one loses the other keeps.

`SHORT` keys survive endings, compounds and spelling: pieces of four letters of a word (with its edges), pairs of characters of Han, kana and
Hangul, four letters of Thai, Khmer, Lao and Myanmar, pairs of syllables in Vietnamese. `LONG` keys are sharper: whole words, three characters, six letters.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final, TypeAlias

from longbien.core.law.matching.letters import unspaced

View: TypeAlias = str
SHORT: Final[View] = "short"
LONG: Final[View] = "long"
VIEWS: Final[tuple[View, ...]] = (SHORT, LONG)
_LETTERS: Final = 4
"""Letters of a piece; with three, too much is alike, with five, endings begin to tell words apart."""
SYLLABIC: Final = frozenset({"vi"})
"""Languages that put a space after each syllable: a pair of syllables is the usual word."""
_WIDTHS: Final = {"han": (2, 3), "hangul": (2, 0), "abugida": (4, 6)}
"""How many characters a key has by writing, in the short and in the long view (0: the whole word)."""


def counted(words: Sequence[str], view: View, language: str) -> Counter[str]:
    """Count the keys of a text, given as its folded words."""
    if language in SYLLABIC:
        return Counter(pieces(words, view, language))
    found: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for key in keys_of(word, view):
            found[key] += times
    return found


def pieces(words: Sequence[str], view: View, language: str) -> Iterable[str]:
    """Give what keys are made of one by one: words, or pairs of syllables, which are keys already (`keys_in`)."""
    if language in SYLLABIC and view == SHORT:
        return (f"{one} {two}" for one, two in pairwise(words))
    return words


def keys_in(piece: str, view: View, language: str) -> tuple[str, ...]:
    """Give the keys of one of `pieces`."""
    return (piece,) if language in SYLLABIC else keys_of(piece, view)


def keys(texts: Iterable[Sequence[str]], view: View, language: str) -> Counter[str]:
    """Count the keys of several texts together."""
    found: Counter[str] = Counter()
    for words in texts:
        found.update(counted(words, view, language))
    return found


@lru_cache(maxsize=100_000)
def keys_of(word: str, view: View) -> tuple[str, ...]:
    """Give the keys of one folded word, in order; one that comes twice stands twice."""
    found: list[str] = []
    for writing, run in groupby(word, key=_writing):
        piece = "".join(run)
        if writing == "letters":
            found += _pieces(f" {piece} ", _LETTERS) if view == SHORT else (piece,)
        else:
            width = _WIDTHS[writing][view == LONG]
            found += _pieces(piece, width) if width else (piece,)
    return tuple(found)


def _pieces(text: str, width: int) -> tuple[str, ...]:
    return tuple(text[at : at + width] for at in range(max(1, len(text) - width + 1)))


@lru_cache(maxsize=10_000)
def _writing(letter: str) -> str:
    if "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff":
        return "han"
    if "\uac00" <= letter <= "\ud7af":
        return "hangul"
    return "abugida" if unspaced(letter) else "letters"
