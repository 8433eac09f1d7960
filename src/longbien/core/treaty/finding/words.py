# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cuts text of seven languages into words, and gives each word the keys under which a search finds it.

A word has an exact key (as it is written, without Arabic vowel signs) and one key for each language that it may belong to: without diacritics
and, in English, French, Spanish, Russian and Arabic, without endings. Chinese has a key for each character and each pair.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Protocol

from snowballstemmer import stemmer

_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_WORD: Final = re.compile(f"(?P<han>[{_HAN}])|(?P<word>(?:(?![{_HAN}])[^\\W_]|[{_MARKS}])+)")
_DIGIT: Final = re.compile(r"\d")
_SIGNS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_LETTERS: Final = str.maketrans("đłøæœıأإآٱىةؤئ", "dloaoiااااي\u0647وي")
_ARTICLES: Final = ("وال", "بال", "كال", "فال", "لل", "ال")
_ENDINGS: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST: Final = 3
"""What an Arabic word keeps at least when beginnings and endings are taken off."""
_VIETNAMESE: Final = re.compile("[đăơưĩũạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_SNOWBALL: Final = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
LATIN: Final = ("en", "fr", "es", "vi")
"""Languages that a word in Latin letters may belong to."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 # the library's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text, from `start` up to `end`; `forms`: its key in each language that it may belong to."""

    start: int
    end: int
    exact: str
    forms: tuple[tuple[str, str], ...]


def words(text: str, language: str | None = None) -> Iterator[Word]:
    """Give the words of a text; in `language`, or in every language that writes so."""
    for found in _WORD.finditer(text):
        piece = found[0]
        if found["han"]:
            yield Word(start=found.start(), end=found.end(), exact=piece, forms=(("zh", piece),))
        else:
            exact, forms = _forms(piece, language)
            yield Word(start=found.start(), end=found.end(), exact=exact, forms=forms)


def keys(text: str, language: str | None = None) -> Iterator[tuple[str, Word]]:
    """Give every key of a text with the word that it stands on: `=exact`, `fr:form`, and `fr:form form` for a pair."""
    before: dict[str, tuple[str, int]] = {}
    for number, word in enumerate(words(text, language)):
        yield f"={word.exact}", word
        for tongue, form in word.forms:
            yield f"{tongue}:{form}", word
            last = before.get(tongue)
            if last is not None and last[1] == number - 1:
                yield f"{tongue}:{last[0]} {form}", word
            before[tongue] = (form, number)


@lru_cache(maxsize=20_000)
def _forms(piece: str, language: str | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    exact = _SIGNS.sub("", unicodedata.normalize("NFKC", piece).casefold())
    if _ARABIC.search(exact):
        return exact, (("ar", stemmed_arabic(exact)),)
    if _CYRILLIC.search(exact):
        return exact, (("ru", _stemmed(exact.replace("ё", "е"), "ru")),)
    folded = folded_letters(exact)
    tongues = _tongues(exact, folded) if language is None else (language if language in LATIN else "en",)
    return exact, tuple((tongue, _stemmed(folded, tongue)) for tongue in tongues)


def _tongues(exact: str, folded: str) -> tuple[str, ...]:
    """Give the languages that a word in Latin letters may belong to: its diacritics tell, if it has any."""
    if _VIETNAMESE.search(exact):
        return ("vi",)
    return LATIN if exact == folded else ("fr", "es", "vi")


def folded_letters(text: str) -> str:
    """Give a text without diacritics: what a person types who has no such keyboard."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(one for one in apart if not unicodedata.combining(one)).translate(_LETTERS)


def plain_digits(text: str) -> str:
    """Write Arabic, Persian and other decimal digits as 0 to 9, each in its place."""
    if text.isascii():
        return text
    return _DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)


def _stemmed(word: str, language: str) -> str:
    name = _SNOWBALL.get(language)
    return word if name is None else _snowball(name).stemWord(word)


def stemmed_arabic(word: str) -> str:
    """Take the article (which has a bare alef) and one ending off, as light stemmers of Arabic do."""
    for beginning in _ARTICLES:
        if word.startswith(beginning) and len(word) - len(beginning) >= _SHORTEST:
            word = word.removeprefix(beginning)
            break
    word = word.translate(_LETTERS)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


@cache
def _snowball(name: str) -> _Stemmer:
    found: _Stemmer = stemmer(name)
    return found
