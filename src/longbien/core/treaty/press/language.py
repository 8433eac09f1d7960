# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One table per language: how its press writes dates, events and numbers, and what stands around an article (`data/record/press`).

The template language of `dates`:

| mark | stands for |
|---|---|
| `{d1}` `{m1}` `{y1}`, `{d2}` … | day, month, year as figures; a part that one of two dates lacks is taken from the other |
| `{n1}` `{n2}` | the name of a month |
| `{a1}/{b1}/{y1}` | two figures of which either may be the month: read only if just one reading is possible |
| `{to}` | `-`, `–` or a word of `to` |
| `{day}` | a word of `day_words` |
| `{ord}` | the ending of an ordinal, or nothing |
| `[ …]` | may be there |
| `/` | `/`, `.` or `-` |
| a space | space |
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.record.entries import QUALIFIERS

SCHEMA: Final = "longbien/press-language/1"
FOLDER: Final = "record/press"
MARKERS: Final = ("related", "end", "tags", "furniture", "caption", "byline", "published")
"""What stands around an article: headings of other news, the line that ends it, tags, the page's furniture and so on."""
_MARK: Final = re.compile(r"\{(?:([dmyn])([12])|(to|day|ord|a1|b1))\}|(\[)|(\])|(/)|( )|([^{}\[\]/ ]+)")
_NUMBERS: Final[Mapping[str, str]] = {
    "d": r"(?P<d{0}>0?[1-9]|[12][0-9]|3[01])(?![0-9])",
    "m": r"(?P<m{0}>0?[1-9]|1[0-2])(?![0-9])",
    "y": r"(?P<y{0}>(?:19|20)[0-9]{{2}})(?![0-9])",
}
_EITHER: Final = r"(?P<{0}>0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_BEFORE: Final = r"(?<![0-9A-Za-z/])"
_AFTER: Final = r"(?![/-][0-9])"
_CJK: Final = re.compile("[\u3400-\u9fff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What a reader of one language's press must know, with its patterns compiled."""

    code: str
    dates: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    relative: Mapping[str, int]
    digits: Mapping[str, int]
    topic: tuple[str, ...]
    subject: tuple[str, ...]
    convention_names: tuple[str, ...]
    cues: Mapping[str, tuple[str, ...]]
    weak_cues: tuple[str, ...]
    frames: tuple[str, ...]
    attribution: tuple[str, ...]
    speech: tuple[str, ...]
    persons: tuple[str, ...]
    not_in_names: frozenset[str]
    qualifiers: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, tuple[str, ...]]
    abbreviations: tuple[str, ...]
    stop: frozenset[str]
    markers: Mapping[str, tuple[str, ...]]


@cache
def languages() -> Mapping[str, Language]:
    """Give every table by its language's code."""
    found = {}
    for path in data_files(FOLDER):
        one = parse_language(read_data(path))
        found[one.code] = one
    return MappingProxyType(found)


def language(code: str) -> Language:
    """Give one table; UsageError `treaty.press_language` for a language without one."""
    found = languages().get(code)
    if found is None:
        raise UsageError("treaty.press_language", language=code[:20], known=", ".join(sorted(languages())))
    return found


@cache
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases into one pattern, the longest first; words are whole, as far as their script separates words."""
    longest = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_whole, longest)) or r"(?!)", re.IGNORECASE)


def parse_language(document: Document) -> Language:
    """Read one table; MalformedError with file and line for a mistake, such as a template that cannot be read."""
    with reading(document, schema=SCHEMA) as fields:
        months = _months(fields)
        names = _month_pattern(months, capital=fields.boolean("capital_months"))
        marks = {
            "to": _range_pattern(_words(fields, "to")),
            "day": "(?:" + "|".join(map(re.escape, _words(fields, "day_words"))) + ")",
            "names": names,
        }
        return Language(
            code=fields.text("language", pattern=r"[a-z]{2}"),
            dates=tuple(_compile(fields, text, marks) for text in _words(fields, "dates")),
            months=MappingProxyType(months),
            relative=MappingProxyType(dict(fields.objects("relative", _relative))),
            digits=MappingProxyType({word: at for at, word in enumerate(_words(fields, "digits"), 1)}),
            topic=_words(fields, "topic"),
            subject=_words(fields, "subject"),
            convention_names=_words(fields, "convention_names"),
            cues=_grouped(fields, "cues", "kind", vocabulary("RECORD-KIND").codes),
            weak_cues=_words(fields, "weak_cues"),
            frames=_words(fields, "frames"),
            attribution=_words(fields, "attribution"),
            speech=_words(fields, "speech"),
            persons=_words(fields, "persons"),
            not_in_names=frozenset(_words(fields, "not_in_names")),
            qualifiers=_grouped(fields, "qualifiers", "qualifier", QUALIFIERS),
            counts=_grouped(fields, "counts", "counts", vocabulary("RECORD-COUNT").codes),
            abbreviations=_words(fields, "abbreviations"),
            stop=frozenset(_words(fields, "stop")),
            markers=_markers(fields.object("markers")),
        )


def _words(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(
        unicodedata.normalize("NFC", word) for word in fields.texts(name, max_items=300, max_length=120)
    )


def _grouped(fields: Fields, name: str, key: str, codes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    known = tuple(codes)

    def one(item: Fields) -> tuple[str, tuple[str, ...]]:
        return item.choice(key, known), _words(item, "words")

    found = fields.objects(name, one, max_items=60)
    if len(dict(found)) != len(found):
        raise mistake(fields, name)
    return MappingProxyType(dict(found))


def _relative(item: Fields) -> tuple[str, int]:
    return item.text("word", max_length=40).lower(), item.integer("days", minimum=-7, maximum=7)


def _markers(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    found = {name: _words(fields, name) for name in MARKERS}
    fields.done()
    return MappingProxyType(found)


def _months(fields: Fields) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, names in enumerate(fields.list_of("months", _texts, max_items=12), 1):
        for name in names:
            folded = unicodedata.normalize("NFC", name).lower()
            if folded in found:
                raise mistake(fields, "months")
            found[folded] = number
    if len(set(found.values())) not in {0, 12}:
        raise mistake(fields, "months")
    return found


def _texts(value: object, where: str) -> tuple[str, ...]:
    return Fields({"names": value}, where=where).texts("names", max_items=20, max_length=40)  # type: ignore[dict-item]


def _month_pattern(months: Mapping[str, int], *, capital: bool) -> str:
    names = sorted((name.capitalize() if capital else name for name in months), key=len, reverse=True)
    inner = "|".join(map(re.escape, names)) or "(?!)"
    return f"(?-i:{inner})" if capital else f"(?:{inner})"


def _range_pattern(words: Iterable[str]) -> str:
    inner = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"\s?(?:[-\u2010-\u2015]|{inner})\s?"


def _compile(fields: Fields, template: str, marks: Mapping[str, str]) -> re.Pattern[str]:
    parts, at = [], 0
    while at < len(template):
        found = _MARK.match(template, at)
        if found is None:
            raise mistake(fields, "dates")
        parts.append(_part(found, marks))
        at = found.end()
    try:
        return re.compile(_BEFORE + "".join(parts) + _AFTER, re.IGNORECASE)
    except re.error as error:
        raise mistake(fields, "dates") from error


def _part(found: re.Match[str], marks: Mapping[str, str]) -> str:
    kind, number, word, opened, closed, stroke, space, literal = found.groups()
    if kind == "n":
        return rf"(?P<n{number}>{marks['names']})(?![^\W\d_])"
    if kind:
        return _NUMBERS[kind].format(number)
    if word in {"a1", "b1"}:
        return _EITHER.format(word)
    if word == "ord":
        return "(?:st|nd|rd|th|er|º|ª)?"
    if word:
        return marks[word]
    if opened or closed:
        return "(?:" if opened else ")?"
    if stroke:
        return r"\s?[/.-]\s?"
    return r"\s+" if space else re.escape(literal)


def _whole(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\ ", r"\s+")
    if _CJK.search(phrase):
        return escaped
    if _ARABIC.search(phrase):
        return rf"(?<!\w)(?:[وفبلك])?(?:ال|لل)?{escaped}(?!\w)"
    start = r"(?<!\w)" if phrase[0].isalnum() else ""
    return start + escaped + (r"(?!\w)" if phrase[-1].isalnum() else "")
