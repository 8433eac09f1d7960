# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words under which a provision of any law is found, and what a search asks for; the same for both databases.

A word is kept in the form of the law's own language (folded, without endings) and, where that differs, as it is written. A person who asks need not
say in which language: each word is looked for in the form that each language would give it. Chinese is kept character by character.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.law.provisions.provision import Provision
from longbien.core.treaty.finding.words import LATIN, Word, plain_digits, words

LONGEST: Final = 400
"""Characters of a question."""
MOST_ASKED: Final = 16
"""Words of a question."""
MOST_KEPT: Final = 20_000
"""Words kept of one provision; what stands beyond is not found by its words."""
_LONGEST_WORD: Final = 64
_UNSTEMMED: Final = "vi"
"""A language that this house does not stem is folded only, as Vietnamese is."""
_OWN: Final = frozenset({*LATIN, "ar", "ru", "zh"})
_EXACT: Final = "\ue001"
"""Private letters: no text has them, every index takes them for letters. This one begins a word as it is written,"""
_FACET: Final = "\ue000"
"""and this one the number of a version."""
_RUN: Final = 4
"""So many Chinese characters are looked for as they stand; of more, each, and pairs count more."""
_CHUNK: Final = re.compile(r'"(?P<quoted>[^"]+)"|(?P<plain>[^\s"]+)')
_PRIVATE: Final = re.compile("[\ue000-\ue00f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The words of a provision: of number, heading and what stands above it; of its text; and those written otherwise than their form."""

    heading: tuple[str, ...]
    body: tuple[str, ...]
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One thing that must stand in a provision: any of `needed` (words in a row); `better` makes it rank higher."""

    needed: tuple[tuple[str, ...], ...]
    better: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a search asks for: all groups."""

    groups: tuple[Group, ...]


def kept_words(provision: Provision, language: str) -> Kept:
    """Give the words under which a provision of a law in `language` is found."""
    tongue = tongue_of(language)
    above = [*provision.path, provision.number, provision.heading]
    heading = list(_pairs("\n".join(above), tongue))[:MOST_KEPT]
    body = list(_pairs(provision.text, tongue))[:MOST_KEPT]
    return Kept(
        heading=tuple(form for form, _ in heading),
        body=tuple(form for form, _ in body),
        exact=tuple(dict.fromkeys(_EXACT + exact for form, exact in (*heading, *body) if exact != form)),
    )


def asked_words(text: str, language: str = "") -> Asked | None:
    """Read what a person searches for, in one language or in any; None if there is no letter or digit in it. "…" are words in a row."""
    tongues = (tongue_of(language),) if language else LATIN
    groups: list[Group] = []
    for chunk in _CHUNK.finditer(_PRIVATE.sub(" ", plain_digits(text[:LONGEST]))):
        quoted = chunk["quoted"]
        piece = quoted if quoted is not None else chunk["plain"]
        readings = [list(words(piece, tongue)) for tongue in tongues]
        if readings[0]:
            groups += _groups(readings, in_a_row=quoted is not None)
    if not groups:
        return None
    return Asked(groups=tuple(_with_pairs(groups[:MOST_ASKED])))


def facet(version: int) -> str:
    """Give the word by which a search is narrowed to a version; nobody can type it."""
    return f"{_FACET}{version}"


def tongue_of(language: str) -> str:
    """Give the language by whose rules the words of a law are cut."""
    primary = language.partition("-")[0].casefold()
    return primary if primary in _OWN else _UNSTEMMED


def spans(text: str, asked: Asked, language: str) -> tuple[tuple[int, int], ...]:
    """Give where the words that are asked for stand in a text: first and last-but-one positions, in order, none within another."""
    found = list(words(plain_digits(text), tongue_of(language)))
    rows = [(_form(word), _EXACT + word.exact) for word in found]
    wanted: dict[str, list[tuple[str, ...]]] = {}
    for group in asked.groups:
        for phrase in (*group.needed, *group.better):
            wanted.setdefault(phrase[0], []).append(phrase)
    marked: list[tuple[int, int]] = []
    for place, both in enumerate(rows):
        fitting = [phrase for word in both for phrase in wanted.get(word, ()) if _stands(phrase, rows, place)]
        if fitting:
            last = found[place + max(map(len, fitting)) - 1]
            if marked and found[place].start < marked[-1][1]:
                marked[-1] = (marked[-1][0], max(marked[-1][1], last.end))
            else:
                marked.append((found[place].start, last.end))
    return tuple(marked)


def _stands(phrase: tuple[str, ...], rows: Sequence[tuple[str, str]], place: int) -> bool:
    return len(rows) - place >= len(phrase) and all(
        word in rows[place + number] for number, word in enumerate(phrase)
    )


def _pairs(text: str, tongue: str) -> Iterator[tuple[str, str]]:
    """Give form and writing of each word of a text."""
    for word in words(_PRIVATE.sub(" ", plain_digits(text)), tongue):
        yield _form(word), word.exact[:_LONGEST_WORD]


def _form(word: Word) -> str:
    return word.forms[0][1][:_LONGEST_WORD]


def _groups(readings: Sequence[Sequence[Word]], *, in_a_row: bool) -> Iterator[Group]:
    """Give the groups of a piece without spaces, or in quotation marks: one for words in a row, or one for each."""
    first = readings[0]
    characters = all(word.forms[0][0] == "zh" for word in first)
    if characters and len(first) > _RUN and not in_a_row:
        signs = [_form(word) for word in first]
        for number, sign in enumerate(signs):
            pair = ((sign, signs[number + 1]),) if number + 1 < len(signs) else ()
            yield Group(needed=((sign,),), better=pair)
        return
    needed = tuple(dict.fromkeys(tuple(_form(word) for word in reading) for reading in readings))
    written = (_EXACT + first[0].exact[:_LONGEST_WORD],)
    yield Group(needed=needed, better=(written,) if len(first) == 1 and _written_apart(first[0]) else ())


def _written_apart(word: Word) -> bool:
    """Tell whether a word is not written as any of its forms, so that provisions with this very writing come first."""
    return word.exact != _form(word) and word.forms[0][0] != "zh"


def _with_pairs(groups: Sequence[Group]) -> Iterator[Group]:
    """Let words that stand beside each other, as they were asked for, count more."""
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        singles = len(group.needed[0]) == 1 and following is not None and len(following.needed[0]) == 1
        if not singles or following is None:
            yield group
            continue
        pairs = tuple(
            dict.fromkeys(
                (one[0], other[0]) for one, other in zip(group.needed, following.needed, strict=False)
            )
        )
        yield Group(needed=group.needed, better=tuple(dict.fromkeys((*group.better, *pairs))))
