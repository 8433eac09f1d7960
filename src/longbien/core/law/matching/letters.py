# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cuts law text of any language into comparable words: letters only, without case, without the marks that drafters and scanners lose.

Diacritics go in the Latin, Greek, Cyrillic, Arabic, Hebrew and Armenian scripts, but not in Vietnamese, where they are half of the word, and
not in scripts whose vowels are marks. Arabic loses its vowel signs and, in Arabic itself, the article and one ending; Vietnamese has its tones where older laws put them; Chinese is compared in simplified characters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from opencc import OpenCC

from longbien.core.treaty.finding.words import folded_letters, stemmed_arabic

_FOLDED: Final = (("\u0041", "\u058f"), ("\u0590", "\u05ff"), ("\u0600", "\u077f"), ("\u1e00", "\u1fff"))
"""Scripts whose diacritics are taken off: Latin to Armenian, Hebrew, Arabic, the composed Latin and Greek letters."""
_UNSPACED: Final = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
)
"""Scripts that write words without spaces: Thai and Lao, Myanmar, Khmer, kana, Han."""
_ARABIC_LETTERS: Final = str.maketrans("یکھہ", "يكهه")
"""Letters of Persian and Urdu keyboards that laws mix with the Arabic ones."""


_SERBIAN: Final[Mapping[str, str]] = {
    **dict(zip("абвгдежзијклмнопрстуфхцчшђћ", "abvgdezzijklmnoprstufhccsdc", strict=True)),
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
}
"""Serbian writes the same words in two alphabets, its laws too: all become Latin, as far as it is left of diacritics."""

_UZBEK: Final[Mapping[str, str]] = {
    **dict(zip("абвгдежзийклмнопрстуфхэўқғҳ", "abvgdejziyklmnoprstufxeoqgh", strict=True)),
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "ю": "yu",
    "я": "ya",
    "ё": "yo",
    **dict.fromkeys("ъьʻʼ‘’'`´", ""),
}
"""Uzbek too has two alphabets; what is part of its Latin letters (oʻ, gʻ) is typed with any apostrophe, which would cut the word."""


class _Table(dict[int, str | None]):
    """What each character becomes; filled as characters come. `other`: letters of a second alphabet and the same in the first."""

    def __init__(self, *, folds: bool, other: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._folds = folds
        self._other = other or {}

    def __missing__(self, code: int) -> str | None:
        found = self[code] = self._become(chr(code))
        return found

    def _become(self, letter: str) -> str | None:
        if letter in self._other:
            return self._other[letter]
        kind = unicodedata.category(letter)
        if (
            kind == "Cf" or letter == "\u0640"
        ):  # soft hyphens, joiners, direction marks, the Arabic lengthener
            return None
        if kind[0] not in "LM":
            return " "
        if self._folds and _within(letter, _FOLDED):
            return folded_letters(letter).translate(_ARABIC_LETTERS) or None
        return letter


_FOLDING: Final = _Table(folds=True)
_KEEPING: Final = _Table(folds=False)
_TABLES: Final[Mapping[str, _Table]] = {
    "vi": _KEEPING,
    "sr": _Table(folds=True, other=_SERBIAN),
    "uz": _Table(folds=True, other=_UZBEK),
}
"""Languages with a way of their own: Latin letters whose diacritics tell words apart, two alphabets."""


_CHINESE: Final = "zh"


def simplified(text: str) -> str:
    """Give Chinese in simplified characters, as the words of the data mostly have them; other text as it is."""
    converted: str = _conversion().convert(text)
    return converted


@cache
def _conversion() -> OpenCC:
    return OpenCC("t2s")


def unspaced(letter: str) -> bool:
    """Tell whether a letter belongs to a script that writes words without spaces."""
    return _within(letter, _UNSPACED)


class _Written(dict[int, str]):
    """Whether each character belongs to a word (letters, their marks, signs that are not seen), as a letter or a space; filled as they come."""

    def __missing__(self, code: int) -> str:
        kind = unicodedata.category(chr(code))
        found = self[code] = "x" if kind[0] in "LM" or kind == "Cf" else " "
        return found


_WRITTEN: Final = _Written()
_RUN: Final = re.compile("x+")


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Give where the words of a text stand, as they are written there: first and last-but-one positions, in order."""
    return (match.span() for match in _RUN.finditer(text.translate(_WRITTEN)))


def cut(text: str, language: str) -> list[str]:
    """Give the words of a text in order, folded; a run of an unspaced script is one word."""
    table = _TABLES.get(language, _FOLDING)
    if language == _CHINESE:
        text = simplified(text)
    found = unicodedata.normalize("NFKC", text).casefold().translate(table).split()
    one_form = _ONE_FORM.get(language)
    return found if one_form is None else [one_form(word) for word in found]


@lru_cache(maxsize=50_000)
def _arabic(word: str) -> str:
    return stemmed_arabic(word)


@lru_cache(maxsize=20_000)
def _vietnamese(word: str) -> str:
    """Give a syllable with its tone on the first of two last vowels (hòa, thủy), as older laws write; newer ones have hoà, thuỷ."""
    last = unicodedata.normalize("NFD", word[-1])
    tone = "".join(mark for mark in last[1:] if mark in _TONES)
    first = word[-2:-1]
    if not tone or f"{first}{last[0]}" not in _TWO_VOWELS or len(last) > 2 or word[-3:-1] == "qu":
        return word
    return unicodedata.normalize("NFC", f"{word[:-1]}{tone}{last[0]}")


_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_TWO_VOWELS: Final = ("oa", "oe", "uy")
_ONE_FORM: Final[dict[str, Callable[[str], str]]] = {"ar": _arabic, "vi": _vietnamese}


def _within(letter: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= letter <= last for first, last in ranges)
