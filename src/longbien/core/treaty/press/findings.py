# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a sentence beside its dates: what happened, where, who, and how many of what."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.treaty.press.dates import FoundDate, western_figures
from longbien.core.treaty.press.language import Language, phrase_pattern
from longbien.core.treaty.press.names import bodies, names
from longbien.core.treaty.record.entries import QUALIFIERS

_WEAK: Final = frozenset({"statement", "resolution"})
"""Kinds that are taken only where the sentence names no other."""
_STATES_THAT: Final[Mapping[str, str]] = {
    "signature": "signatory-states",
    "opening": "states",
    "deposit": "instruments",
}
"""What a number of States counts, by what they are said to have done."""
_FIGURE: Final = r"[0-9]{1,3}(?:[.,\u202f ][0-9]{3})+|[0-9]{1,9}"
_LONGEST_NAME: Final = 120
_LIES_IN: Final = re.compile(r"\s?[(,（،]\s?")
_NEAR: Final = 60
_FRAMED: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that says what happened."""

    start: int
    end: int
    text: str
    kind: str
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """How many of what, as a sentence says it."""

    start: int
    end: int
    counts: str
    value: int
    qualifier: str


def cues(text: str, language: Language) -> tuple[Cue, ...]:
    """Give the words that say what happened; not those of a frame, such as "on the margins of the session"."""
    kinds = {word: kind for kind, words in language.cues.items() for word in words}
    frames = [match.end() for match in phrase_pattern(language.frames).finditer(text)]
    weak = phrase_pattern(language.weak_cues)
    found = []
    for match in phrase_pattern(tuple(kinds)).finditer(text):
        framed = any(end <= match.start() <= end + _FRAMED for end in frames)
        frames = [end for end in frames if end > match.end()]
        kind = _meaning(match[0], kinds)
        if not framed and kind:
            is_weak = kind in _WEAK or weak.fullmatch(match[0]) is not None
            found.append(Cue(start=match.start(), end=match.end(), text=match[0], kind=kind, weak=is_weak))
    return tuple(found)


def nearest_cue(found: Iterable[Cue], date: FoundDate, *, long_span: bool) -> Cue | None:
    """Give the word that stands nearest to a date; for a stretch of months a negotiation comes first."""
    strong = [cue for cue in found if not cue.weak]
    chosen = strong or list(found)
    if long_span:
        chosen = [cue for cue in chosen if cue.kind == "negotiation"] or chosen
    return min(
        chosen, key=lambda cue: (max(cue.start - date.end, date.start - cue.end), cue.start), default=None
    )


def place_in(text: str, at: int, language: Language) -> str:
    """Give the place that stands nearest to a position, the name of the Convention set aside."""
    masked = phrase_pattern(language.convention_names).sub(lambda match: "\u2043" * len(match[0]), text)
    table = names().places
    found = [
        (abs(match.start() - at), _meaning(match[0], table))
        for match in phrase_pattern(tuple(table)).finditer(masked)
    ]
    return min(found)[1] if found else ""


def bodies_in(text: str, language: Language) -> tuple[str, ...]:
    """Give the States, organisations and bodies that a text names, in its order, each once; no State that only says where a place lies."""
    table = bodies(language.code)
    masked = phrase_pattern(language.convention_names).sub(lambda match: "\u2043" * len(match[0]), text)
    lies_in = {
        match.end() + len(after[0])
        for match in phrase_pattern(tuple(names().places)).finditer(masked)
        if (after := _LIES_IN.match(masked, match.end())) is not None
    }
    found = phrase_pattern(tuple(table)).finditer(masked)
    return tuple(dict.fromkeys(_meaning(match[0], table) for match in found if match.start() not in lies_in))


def persons_in(text: str, language: Language) -> tuple[str, ...]:
    """Give the persons whom a text names by office: the office and the capitalised words after it."""
    found = []
    for match in phrase_pattern(language.persons).finditer(text):
        taken: list[str] = []
        waiting: list[str] = []
        capitals = 0
        for word in text[match.end() : match.end() + _LONGEST_NAME].split(" ")[1:]:
            bare = word.strip('.,;:()"“”«»')
            if bare[:1].isupper():
                taken += [*waiting, bare]
                waiting = []
                capitals += 1
            elif bare.isalpha() and bare not in language.not_in_names and not waiting and taken:
                waiting.append(bare)
            else:
                break
            if word != bare:
                break
        if capitals >= 2:
            found.append(" ".join([match[0], *taken]))
    return tuple(dict.fromkeys(found))


def numbers_in(text: str, language: Language, dates: Iterable[FoundDate]) -> tuple[FoundNumber, ...]:
    """Give what a text counts. A figure that belongs to a date counts nothing."""
    plain = western_figures(text)
    spans = [(date.start, date.end) for date in dates]
    nouns = {word: counts for counts, words in language.counts.items() for word in words}
    words = [re.escape(word) for word in language.digits if len(word) > 1]
    figure = re.compile(
        rf"(?<![\w/.,-])((?:{_FIGURE})|(?:{'|'.join(words) or '(?!)'}))((?:\s[^\W\d_]+){{0,2}})\s?$",
        re.IGNORECASE,
    )
    close = re.compile(rf"(?<![0-9/.,-])({_FIGURE})\s?$")
    said = cues(text, language)
    found = []
    for noun in phrase_pattern(tuple(nouns)).finditer(plain):
        window = plain[max(0, noun.start() - _NEAR) : noun.start()]
        match = figure.search(window) or close.search(window)
        if match is None:
            continue
        start = noun.start() - len(window) + match.start(1)
        if any(first < noun.end() and start < last for first, last in spans):
            continue
        counts = _meaning(noun[0], nouns)
        found.append(
            FoundNumber(
                start=start,
                end=noun.end(),
                counts=_done_by(counts, start, noun.end(), said),
                value=_value(match[1], language),
                qualifier=_qualifier(plain[max(0, start - _NEAR) : start], language),
            )
        )
    return tuple(found)


def _done_by(counts: str, start: int, end: int, said: Iterable[Cue]) -> str:
    """Say more exactly what States are counted for: those that signed, those that ratified."""
    if counts != "states":
        return counts
    near = min(said, key=lambda cue: max(cue.start - end, start - cue.end), default=None)
    if near is None or max(near.start - end, start - near.end) > _NEAR:
        return counts
    return _STATES_THAT.get(near.kind, counts)


def _value(text: str, language: Language) -> int:
    known = language.digits.get(text.lower())
    return known if known is not None else int(re.sub(r"[^0-9]", "", text))


def _qualifier(before: str, language: Language) -> str:
    for qualifier, words in language.qualifiers.items():
        ends = [match.end() for match in phrase_pattern(words).finditer(before)]
        if ends and not before[ends[-1] :].strip():
            return qualifier
    return QUALIFIERS[0]


def _meaning(written: str, table: Mapping[str, str]) -> str:
    """Look a written form up; in Arabic a preposition or the article may be written with it."""
    folded = " ".join(written.lower().split())
    for cut in range(min(4, len(folded))):
        if folded[cut:] in table:
            return table[folded[cut:]]
    return ""
