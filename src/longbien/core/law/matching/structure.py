# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a law's structure tells: the heading of the chapter in which a provision stands, and the provisions of the same law that it cites.

Rows are articles, columns are provisions in the order of their law, as in `placing`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from longbien.core.law.matching.features import SHORT, counted
from longbien.core.law.matching.letters import cut
from longbien.core.law.matching.placing import Rows
from longbien.core.law.provisions.provision import Provision, number_key, number_of
from longbien.core.law.reading.numbering import Numbering, letters, numberings
from longbien.core.law.reading.numbers import HAN, HAN_AFTER, HAN_NUMBER, han_printed, printed
from longbien.core.law.words.language import ArticleWords, primary

Cited: TypeAlias = Sequence[tuple[int, ...]]
"""For each provision, the positions of those of the same law that it cites, in order."""
ALIKE: Final = 0.6
"""A chapter's heading counts from this share of the keys of a heading of that kind."""
MOST_CITED: Final = 5
"""A provision that cites more than this many is a list (of offences that a power covers), and says nothing about one."""
_PLAIN: Final = r"(\d{1,5}(?:[.\-–^]\d{1,4}){0,3}(?:[ \u00a0]?(?:bis|ter|quater))?(?:[A-Za-z](?![^\W\d_]))?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """How like a provision's chapter is to those of an article (0 to 1), and the heading as the law has it."""

    likeness: float
    heading: str


def chapters(
    provisions: Sequence[Provision], words: Mapping[int, ArticleWords], language: str
) -> Mapping[int, Mapping[int, Chapter]]:
    """Give, by article and position, the chapters that are like those in which provisions of the article stand."""
    places: dict[str, list[int]] = {}
    for at, one in enumerate(provisions):
        for heading in one.path:
            places.setdefault(heading, []).append(at)
    held = {heading: _keys(heading, language) for heading in places}
    found: dict[int, dict[int, Chapter]] = {}
    for number, article in words.items():
        kinds = [keys for text in article.chapters if (keys := _keys(text, language))]
        row = found.setdefault(number, {})
        for heading, keys in held.items():
            likeness = max((len(kind & keys) / len(kind) for kind in kinds), default=0.0)
            for at in places[heading] if likeness >= ALIKE else ():
                if at not in row or likeness > row[at].likeness:
                    row[at] = Chapter(likeness=likeness, heading=heading)
    return found


def cited(provisions: Sequence[Provision], laws: Sequence[str], language: str) -> Cited:
    """Give what each provision cites in its own law, by the numbering of the language; nothing in a language without one."""
    way = numberings().get(primary(language))
    if way is None:
        return [()] * len(provisions)
    patterns = _patterns(way)
    by_number = {
        (law, number_key(printed(number_of(one)))): at
        for at, (law, one) in enumerate(zip(laws, provisions, strict=True))
    }
    found = []
    for at, (law, one) in enumerate(zip(laws, provisions, strict=True)):
        text = one.text.lower()
        numbers = [number for pattern in patterns for number in _cited(pattern, text)]
        positions = {by_number.get((law, number)) for number in numbers} - {None, at}
        found.append(tuple(sorted(position for position in positions if position is not None)))
    return found


def among_structure(
    rows: Rows, by_chapter: Mapping[int, Mapping[int, Chapter]], numbers: Sequence[int], *, share: float
) -> list[list[float]]:
    """Add to each number a share of how like the provision's chapter is to those of the article."""
    found = [list(row) for row in rows]
    for number, row in zip(numbers, found, strict=True):
        for at, chapter in by_chapter.get(number, {}).items():
            row[at] += share * chapter.likeness
    return found


def through_citations(rows: Rows, citations: Cited, *, share: float) -> list[list[float]]:
    """Add to each number a share of the best of the few provisions that this one cites: it rules on what they rule on."""
    found = [list(row) for row in rows]
    few = [(at, ones) for at, ones in enumerate(citations) if 0 < len(ones) <= MOST_CITED]
    for new, row in zip(found, rows, strict=True):
        for at, ones in few:
            new[at] += share * max(row[one] for one in ones)
    return found


def _patterns(way: Numbering) -> tuple[re.Pattern[str], ...]:
    found = []
    for one in way.articles:
        before, gap, after = one.partition("{n}")
        if not gap or not (before + after).strip():
            continue
        if after.strip() and not before[-1:].isspace():  # 第{n}条
            number = rf"({HAN_NUMBER})"
            found.append(re.compile(f"{letters(before)}{number}{letters(after)}({HAN_AFTER})"))
        else:
            word, end = letters(before.strip().lower()), letters(after.rstrip().lower())
            found.append(re.compile(rf"{_begun(word)}\s*{_PLAIN}{end}"))
    return tuple(found)


def _begun(word: str) -> str:
    """Give the pattern of a word that begins at its first letter, the word first where it has one length: such a pattern is found ten times as fast."""
    try:
        return re.compile(rf"{word}(?<![^\W\d_]{word})").pattern
    except re.error:  # of no fixed length, as in Arabic with its vowel signs
        return rf"(?<![^\W\d_]){word}"


def _cited(pattern: re.Pattern[str], text: str) -> list[str]:
    found = []
    for match in pattern.finditer(text):
        number = match[1]
        if any(letter in HAN for letter in number):
            number = han_printed(number, match[2])
        found.append(number_key(printed(number)))
    return found


def _keys(text: str, language: str) -> frozenset[str]:
    return frozenset(counted(cut(text, language), SHORT, language))
