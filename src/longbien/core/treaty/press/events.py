# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events in a paragraph: each date with what happened on it, where, by whom, and how many; each with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from longbien.core.treaty.press.article import on_topic
from longbien.core.treaty.press.dates import RELATIVE, FoundDate, find_dates
from longbien.core.treaty.press.findings import (
    FoundNumber,
    bodies_in,
    cues,
    nearest_cue,
    numbers_in,
    persons_in,
    place_in,
)
from longbien.core.treaty.press.language import Language, phrase_pattern
from longbien.core.treaty.press.sentences import Piece, clauses, sentences
from longbien.core.treaty.record.when import MONTHS, PERIOD, YEAR, When

OTHER: Final = "other"
FAMILIES: Final = (
    frozenset({"opening", "signature", "count"}),
    frozenset({"session", "organizational", "intersessional"}),
    frozenset({"adoption", "approval", "resolution"}),
    frozenset({"deposit", "home-step"}),
)
"""Kinds that reports do not keep apart: of one day and place they are one event."""
_LONG: Final = 60
_LONGEST: Final = 2000
"""Characters of a sentence; what is longer is a list or a table, and no event is read from it."""
_OPENING_WORDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number beside an event, and the sentence that says it."""

    counts: str
    value: int
    qualifier: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as sentences of a report tell it; the first of them is the one that gave its day. `cue` may be nothing.

    `framed`: the sentence says that it happened within or beside another event, such as a session.
    """

    when: When
    kind: str
    place: str
    who: tuple[str, ...]
    numbers: tuple[Counted, ...]
    sentences: tuple[str, ...]
    date_text: str
    rests_on: str
    cue: str
    framed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence, its events and everything that it counts."""

    text: str
    events: tuple[Event, ...]
    numbers: tuple[FoundNumber, ...]


def same_family(one: str, other: str) -> bool:
    """Tell whether two kinds can be two names of one event."""
    return one == other or any(one in family and other in family for family in FAMILIES)


def told(paragraph: str, language: Language, *, published: date | None) -> tuple[Told, ...]:
    """Read a paragraph, sentence by sentence. Numbers of a sentence without a date go to the event right before it."""
    found: list[Told] = []
    about = on_topic(paragraph, language)
    for piece in sentences(paragraph, language):
        if len(piece.text) > _LONGEST:
            continue
        dates = find_dates(piece.text, language, published=published)
        numbers = numbers_in(piece.text, language, dates)
        events = _events(piece.text, dates, numbers, language) if about else ()
        if not dates and numbers and found and found[-1].events:
            last = found[-1].events[-1]
            more = replace(last, numbers=(*last.numbers, *_counted(numbers, piece.text)))
            found[-1] = replace(found[-1], events=(*found[-1].events[:-1], more))
        found.append(Told(text=piece.text, events=events, numbers=numbers))
    return tuple(found)


def _counted(numbers: Sequence[FoundNumber], sentence: str) -> tuple[Counted, ...]:
    return tuple(
        Counted(counts=one.counts, value=one.value, qualifier=one.qualifier, sentence=sentence)
        for one in numbers
    )


def _events(
    text: str, dates: Sequence[FoundDate], numbers: Sequence[FoundNumber], language: Language
) -> tuple[Event, ...]:
    stated = [one for one in dates if one.rests_on != RELATIVE]
    found = []
    dates = stated or dates
    for one, (start, end) in zip(dates, _shares(text, dates), strict=True):
        event = _event(text, one, Piece(start=start, text=text[start:end]), numbers, language)
        if event is not None:
            found.append(event)
    return tuple(found)


def _event(
    text: str, one: FoundDate, share: Piece, numbers: Sequence[FoundNumber], language: Language
) -> Event | None:
    said = [cue for cue in cues(text, language) if share.start <= cue.start < share.end]
    cue = nearest_cue(said, one, long_span=_is_long(one.when))
    if cue is None and not on_topic(text, language):
        return None
    shown = _without_attribution(share, language)
    at = one.start - share.start
    cue_at = cue.start - share.start if cue is not None else len(share.text)
    spoken = 0
    if cue is not None and cue.kind != "statement":
        spoken = max(
            (match.end() for match in phrase_pattern(language.speech).finditer(shown[:cue_at])), default=0
        )
    acting = " " * spoken + shown[spoken:]
    return Event(
        when=one.when,
        kind=cue.kind if cue is not None else OTHER,
        place=place_in(shown, at, language),
        who=tuple(dict.fromkeys((*bodies_in(acting, language), *persons_in(acting, language)))),
        numbers=_counted([number for number in numbers if share.start <= number.start < share.end], text),
        sentences=(text,),
        date_text=one.text,
        rests_on=one.rests_on,
        cue=cue.text if cue is not None else "",
        framed=phrase_pattern(language.frames).search(shown) is not None,
    )


def _is_long(when: When) -> bool:
    if when.precision == PERIOD and when.last is not None:
        return (when.last - when.first).days > _LONG
    return when.precision in {MONTHS, YEAR}


def _without_attribution(share: Piece, language: Language) -> str:
    """Blank out the clause that only says who reports it: those named there did not act."""
    text = share.text
    for clause in clauses(text, ()):
        indent = len(clause.text) - len(clause.text.lstrip(' (["“«'))
        if phrase_pattern(language.attribution).match(clause.text, indent):
            text = text[: clause.start] + " " * len(clause.text) + text[clause.end :]
    return text


def _shares(text: str, dates: Sequence[FoundDate]) -> tuple[tuple[int, int], ...]:
    """Give each date its share of the sentence: its clause, and the clauses around it that have none.

    Two dates in one clause: the border lies behind the first one where something stands before it, else before the second.
    """
    pieces = tuple(clauses(text, tuple((one.start, one.end) for one in dates)))
    borders = [0]
    for first, second in pairwise(dates):
        own = next(piece for piece in pieces if piece.start <= first.start < piece.end)
        if second.start < own.end:
            leads = len(text[max(own.start, borders[-1]) : first.start].split()) >= _OPENING_WORDS
            borders.append(first.end if leads else second.start)
        else:
            borders.append(next(piece for piece in pieces if piece.start <= second.start < piece.end).start)
    borders.append(len(text))
    return tuple((max(borders[at], 0), max(borders[at + 1], one.end)) for at, one in enumerate(dates))
