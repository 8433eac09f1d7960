# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the laws of one language number and divide themselves (`data/law/numbering`), compiled into patterns.

| member | what it is |
|---|---|
| `articles` | how a provision's line begins; `{n}` stands for the number; most usual first |
| `bare` | laws of this language may also number provisions by a figure alone (`12. Short title`) |
| `divisions` | words before the number of a part or chapter, outermost first; `{n}` where the number comes first |
| `annexes`, `contents` | what begins an annex; the heading of a table of contents |
| `references` | words that, directly after a number, show that it is only cited; written as they stand there, small or with a capital |
| `amending` | words at the end of a line after which another law's text is quoted |
| `ordinals`, `tens`, `hundreds`, `units_before_tens` | numbers in words, `|` between spellings |
| `suffixes` | words that put a provision in after another (as *bis*) |
| `common` | frequent words, by which the language is recognised |
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.law.reading.numbers import DIGITS, HAN_AFTER, HAN_NUMBER, ROMAN, han, printed

SCHEMA: Final = "longbien/law-numbering/1"
FOLDER: Final = "law/numbering"
_LISTS: Final = (
    *("articles", "divisions", "annexes", "contents", "references", "amending"),
    *("ordinals", "tens", "hundreds", "units_before_tens", "suffixes"),
)
_MARKS: Final = "[\u0640\u064b-\u0652\u0670]*"
_ALIKE: Final[Mapping[str, str]] = {
    **dict.fromkeys("اأإآ", "[اأإآ]"),
    **dict.fromkeys("ةه", "[ةه]"),
    **dict.fromkeys("ىيی", "[ىيی]"),
    **dict.fromkeys("كک", "[كک]"),
}
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_HUNDRED: Final = "بعد"
_AND: Final = "و"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """One language's way, as data; `words` are its numbers in words with their values."""

    code: str
    articles: tuple[str, ...]
    bare: bool
    divisions: tuple[str, ...]
    annexes: tuple[str, ...]
    contents: frozenset[str]
    references: tuple[str, ...]
    amending: tuple[str, ...]
    suffixes: tuple[str, ...]
    common: frozenset[str]
    words: Mapping[str, int] = field(hash=False, compare=False)
    word_pattern: str


@cache
def numberings() -> Mapping[str, Numbering]:
    """Give every language's way by its code."""
    found: dict[str, Numbering] = {}
    for path in data_files(FOLDER):
        for one in parse_numberings(read_data(path)):
            found[one.code] = one
    return MappingProxyType(found)


def numbering(language: str) -> Numbering:
    """Give one language's way, by its tag (`pt-BR` is `pt`); UsageError `law_reading.language` for one without a row."""
    tag = _TAG.fullmatch(language)
    found = numberings().get(tag[1].lower()) if tag else None
    if found is None:
        raise UsageError(
            "law_reading.language", language=language[:20], known=", ".join(sorted(numberings()))
        )
    return found


def parse_numberings(document: Document) -> tuple[Numbering, ...]:
    """Read one file of the table; MalformedError with file and line for a mistake."""
    with reading(document, schema=SCHEMA) as fields:
        found = fields.objects("languages", _numbering, min_items=1, max_items=200)
        if len({one.code for one in found}) != len(found):
            raise mistake(fields, "languages")
        return found


def _numbering(item: Fields) -> Numbering:
    code = item.text("language", pattern=r"[a-z]{2,3}")
    lists = {
        name: item.texts(name, max_items=200, max_length=200) if item.has(name) else () for name in _LISTS
    }
    if not any("{n}" in one for one in lists["articles"]):
        raise mistake(item, "articles")
    words, pattern = _words(lists)
    common = item.text("common", max_length=400) if item.has("common") else ""
    return Numbering(
        code=code,
        articles=lists["articles"],
        bare=item.boolean("bare") if item.has("bare") else False,
        divisions=lists["divisions"],
        annexes=lists["annexes"],
        contents=frozenset(one.casefold() for one in lists["contents"]),
        references=lists["references"],
        amending=tuple(one.casefold() for one in lists["amending"]),
        suffixes=lists["suffixes"],
        common=frozenset(common.casefold().split()),
        words=MappingProxyType(words),
        word_pattern=pattern,
    )


def _words(lists: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, int], str]:
    """Give the numbers in words with their values (tens joined with units, hundreds behind), and the pattern of all."""
    simple = {word: at for at, row in enumerate(lists["ordinals"], 1) for word in row.split("|")}
    tens = {word: 10 * at for at, row in enumerate(lists["tens"], 2) for word in row.split("|")}
    for at, row in enumerate(lists["units_before_tens"], 1):
        for unit in row.split("|"):
            simple.update({f"{unit} {_AND}{word}": at + ten for word, ten in tens.items()})
    simple |= tens
    hundreds = {word: 100 * at for at, row in enumerate(lists["hundreds"], 1) for word in row.split("|")}
    values = {folded_word(word): value for word, value in (simple | hundreds).items()}
    if not values:
        return {}, r"(?!)"
    small = _any(word for row in lists["ordinals"] for word in row.split("|"))
    if tens:
        units = _any(word for row in lists["units_before_tens"] for word in row.split("|"))
        small = rf"(?:{units}\s+{_AND})?{_any(tens)}|{small}"
    if not hundreds:
        return values, rf"(?:{small})(?![^\W\d_])"
    large = _any(hundreds)
    return values, rf"(?:(?:{small})(?:\s+{_HUNDRED}\s+(?:{large}))?|(?:{large}))(?![^\W\d_])"


def _any(words: Iterable[str]) -> str:
    """Give the pattern of any of some words, the longest first."""
    return (
        "(?:"
        + "|".join(letters(word, marks="") for word in sorted(set(words), key=lambda one: (-len(one), one)))
        + ")"
    )


def value_of_words(text: str, values: Mapping[str, int]) -> int:
    """Give the value of a number in words; 0 for what is none (الأولى بعد المائة is 101)."""
    small, is_after, large = folded_word(text).partition(f" {_HUNDRED} ")
    if is_after:
        return values.get(small, 0) + values.get(large, 0)
    return values.get(small, 0)


def folded_word(text: str) -> str:
    """Give a word as it is looked up: small letters, no vowel signs or lengthening of Arabic, one alef."""
    plain = re.sub("[\u0640\u064b-\u0652\u0670]", "", unicodedata.normalize("NFC", text)).casefold()
    return " ".join(re.sub("[أإآ]", "ا", plain).replace("ة", "ه").replace("ى", "ي").split())


def letters(text: str, *, marks: str = _MARKS) -> str:
    """Give the pattern of a word in print: any white space, and in Arabic likes of letters, with any lengthening and vowel signs (`marks`)."""
    parts = []
    for letter in text:
        if letter.isspace():
            parts.append(r"[ \u00a0\u3000\t]+")
        elif letter in _ALIKE:
            parts.append(_ALIKE[letter] + marks)
        elif "\u0600" <= letter <= "\u06ff":
            parts.append(letter + marks)
        elif letter in "’'‘`":
            parts.append("[’'‘`ʻ]")
        else:
            parts.append(re.escape(letter))
    return "".join(parts)


def number_pattern(way: Numbering, name: str = "", *, east: bool = False) -> str:
    """Give the pattern of a number, as the group `name` if there is one: figures, Roman, words; Chinese ones if `east`."""
    opened = f"(?P<{name}>" if name else "(?:"
    if east:
        return rf"[ \u3000]?{opened}{HAN_NUMBER})[ \u3000]?"
    suffix = (
        f"(?:[ \u00a0]?(?:{'|'.join(letters(one) for one in way.suffixes)})(?![^\\W\\d_]))?"
        if way.suffixes
        else ""
    )
    return rf"{opened}{DIGITS}{suffix}|{ROMAN}|{way.word_pattern}{suffix})"


def read_number(found: str, way: Numbering, *, east: bool = False) -> str:
    """Give a number that was found in its one spelling (numbers in words become figures)."""
    if east:
        return han(found)
    value = value_of_words(found, way.words)
    if value:
        return str(value)
    for suffix in way.suffixes:
        bare = re.sub(rf"[ \u00a0]?{letters(suffix)}$", "", found)
        value = value_of_words(bare, way.words) if bare != found else 0
        if value:
            return f"{value} {suffix}"
    return printed(found)


__all__ = ["HAN_AFTER", "Numbering", "letters", "number_pattern", "numbering", "numberings", "read_number"]
