# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds the citation of a provision in what a person typed, in seven languages: `Art. 40 (15)`, `điểm c khoản 15 Điều 40`.

The words stand in `data/convention/citing.yaml`; digits of other scripts and Chinese numerals are read too.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.provisions.citation import ProvisionId, parse_provision_id

SCHEMA: Final = "longbien/citing/1"
CITING: Final = "convention/citing.yaml"
LANGUAGES: Final = ("ar", "zh", "en", "fr", "ru", "es", "vi")
"""The six languages of the treaty (Article 68) and Vietnamese."""
_HAN: Final = "zh"
_TAIL: Final = r"((?:\s*\(\s*[0-9a-z]{1,4}\s*\))+|(?:\.[0-9a-z]{1,4})+)?"
_COMPACT: Final = re.compile(r"(?<![\w.(/])([1-9][0-9]?)" + _TAIL + r"(?![\w/])")
_PART: Final = re.compile(r"[0-9a-z]{1,4}")
_NUMERALS: Final = {"零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_PLACE: Final = re.compile(r"第?\s*([0-9]{1,2}|[一二三四五六七八九十]{1,4})\s*([条款])")
_HAN_ITEM: Final = re.compile(r"第?\s*[((]?\s*([a-z])\s*[))]?\s*项")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words before the numbers of a citation in one language, what chapters are called there, and the word for the first."""

    article: tuple[str, ...]
    paragraph: tuple[str, ...]
    item: tuple[str, ...]
    chapter: tuple[str, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A provision that was cited, and what else was typed."""

    provision: ProvisionId
    rest: str


@cache
def citing_words() -> Mapping[str, Words]:
    """Give the words of each language."""
    return parse_citing(read_data(CITING))


def parse_citing(document: Document) -> Mapping[str, Words]:
    """Read the words; MalformedError with file and line, also for a language that is missing or doubled."""
    found: dict[str, Words] = {}
    with reading(document, schema=SCHEMA) as fields:

        def one(item: Fields) -> None:
            language = item.choice("language", LANGUAGES)
            if language in found:
                raise mistake(item, "language")
            found[language] = Words(
                article=item.texts("article", max_items=10, max_length=40),
                paragraph=item.texts("paragraph", max_items=10, max_length=40),
                item=item.texts("item", max_items=10, max_length=40),
                chapter=item.texts("chapter", max_items=10, max_length=40),
                first=item.texts("first", max_items=5, max_length=40) if item.has("first") else (),
            )

        fields.objects("languages", one, max_items=len(LANGUAGES))
        if set(found) != set(LANGUAGES):
            raise mistake(fields, "languages")
    return MappingProxyType(found)


def read_citation(text: str) -> Citation | None:
    """Find the provision cited in `text`, which need not exist; None if nothing is cited.

    A number alone is a citation only if nothing else was typed: `60 days` and `24/7 network` cite nothing.
    """
    plain = _plain(text)
    patterns = _patterns()
    article = patterns["article"].search(plain)
    if article is not None:
        return _in_words(plain, article)
    compact = _COMPACT.search(plain)
    if compact is None or (compact[2] is None and compact[0] != plain.strip()):
        return None
    return _citation([compact[1], *_parts(compact[2])], plain[: compact.start()] + plain[compact.end() :])


def number_of(text: str) -> int | None:
    """Read a number as headings write it: digits of any script, or Chinese numerals up to 99."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isdecimal() and len(plain) <= 3:
        return int(plain)
    if not plain or any(character not in _NUMERALS and character != "十" for character in plain):
        return None
    tens, ten, ones = plain.rpartition("十")
    if not ten:
        return _NUMERALS[plain] if len(plain) == 1 else None
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return None
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def _in_words(plain: str, article: re.Match[str]) -> Citation | None:
    patterns = _patterns()
    rest = plain[: article.start()] + " " + plain[article.end() :]
    parts = [article[1], *_parts(article[2])]
    if len(parts) == 1:
        paragraph = patterns["paragraph"].search(rest)
        if paragraph is not None:
            parts += [paragraph[1], *_parts(paragraph[2])]
            rest = rest[: paragraph.start()] + " " + rest[paragraph.end() :]
    if len(parts) <= 2:
        item = patterns["item"].search(rest)
        if item is not None:
            parts.append(item[1])
            rest = rest[: item.start()] + " " + rest[item.end() :]
    return _citation(parts, rest)


def _citation(parts: list[str], rest: str) -> Citation | None:
    """Make the citation from its parts; what is no id is cut off from behind."""
    while parts:
        try:
            return Citation(provision=parse_provision_id(".".join(parts)), rest=" ".join(rest.split()))
        except MalformedError:
            parts = parts[:-1]
    return None


def _parts(tail: str | None) -> list[str]:
    return _PART.findall(tail) if tail else []


def _plain(text: str) -> str:
    """Give the text with small letters and plain digits, Chinese citations spelt as English ones."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in plain)
    plain = _HAN_PLACE.sub(_han_place, plain)
    return _HAN_ITEM.sub(r" item \1 ", plain)


def _han_place(found: re.Match[str]) -> str:
    word = "article" if found[2] == "条" else "paragraph"
    number = number_of(found[1])
    return found[0] if number is None else f" {word} {number} "


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Make one pattern for articles, one for paragraphs, one for lettered items, from the words of all languages."""
    words = [item for language, item in citing_words().items() if language != _HAN]
    numbered = r"\s*([1-9][0-9]?)" + _TAIL + r"(?![\w/])"
    lettered = r"\s*\(?\s*([a-z])\s*\)?(?!\w)"
    return {
        "article": _pattern([word for item in words for word in item.article], numbered),
        "paragraph": _pattern([word for item in words for word in item.paragraph], numbered),
        "item": _pattern([word for item in words for word in item.item], lettered),
    }


def _pattern(words: list[str], then: str) -> re.Pattern[str]:
    longest = sorted(
        {unicodedata.normalize("NFKC", word).casefold() for word in words}, key=len, reverse=True
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in longest) + ")" + then)
