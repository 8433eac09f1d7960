# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two States' tables in words, for pages: each side's provisions, each element with how the two stand. Differences first to be seen, unknown said."""

from dataclasses import dataclass
from typing import Final

from longbien.actions.law.reporting.words import NOTHING, Words
from longbien.core.law.concordance.codes import Found
from longbien.core.law.dual.states import StateTable
from longbien.core.law.dual.table import DualTable, DutyPair, ElementPair, Side, Standing
from longbien.texts import phrase

DIFFERENT: Final = frozenset({Standing.OWN_ONLY, Standing.OTHER_ONLY, Standing.DIFFERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A national provision that a side names: what it is called, its text and language."""

    place: str
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """One State's side: its name, what its table says in words, what is missing, its provisions."""

    state: str
    said: str
    speaks: bool
    gap: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementShown:
    """One element in words. `standing` is the code, for its colour; `note` says what an added element means."""

    name: str
    own: str
    other: str
    standing: str
    words: str
    note: str
    penalty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyShown:
    """One duty with both sides. `summary`: what differs and what is unknown, in sentences."""

    cite: str
    asked: str
    own: SideShown
    other: SideShown
    elements: tuple[ElementShown, ...]
    summary: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DualShown:
    """Both States on an article, in words."""

    article: int
    title: str
    own: str
    other: str
    own_day: str
    other_day: str
    lead: str
    duties: tuple[DutyShown, ...]


def dual_shown(table: DualTable, language: str) -> DualShown:
    """Put a table of dual criminality into words."""
    words = Words(language)
    days = [
        words.say("dual_as_of", day=day) if day else words.say("silence_no_table")
        for day in (table.own_as_of, table.other_as_of)
    ]
    return DualShown(
        article=table.article,
        title=words.title(table.article),
        own=words.state(table.own),
        other=words.state(table.other),
        own_day=days[0],
        other_day=days[1],
        lead=words.say("dual_lead"),
        duties=tuple(duty_shown(one, words) for one in table.duties),
    )


def states_shown(table: StateTable, language: str) -> tuple[tuple[int, str, tuple[DutyShown, ...]], ...]:
    """Put two States' tables into words: number and title of each article with its duties."""
    words = Words(language)
    return tuple(
        (number, words.title(number), tuple(duty_shown(one, words) for one in table.article(number)))
        for number in table.articles
    )


def duty_shown(pair: DutyPair, words: Words) -> DutyShown:
    """Put one duty into words."""
    return DutyShown(
        cite=words.cited(pair.duty),
        asked=words.asked(pair.duty),
        own=_side(pair.own, words),
        other=_side(pair.other, words),
        elements=tuple(_element(one, pair, words) for one in pair.elements),
        summary=tuple(_summary(pair, words)),
    )


def _side(side: Side, words: Words) -> SideShown:
    if side.silence is not None:
        said = words.code("silence", side.silence.value)
    else:
        said = f"{words.code('law', side.law.value)} · {words.code('practice', side.practice.value)}"
    return SideShown(
        state=words.state(side.state),
        said=said,
        speaks=side.silence is None,
        gap=side.gap,
        quotes=tuple(
            Quote(place=words.place(one), text=one.text, language=one.language) for one in side.links
        ),
    )


def _element(one: ElementPair, pair: DutyPair, words: Words) -> ElementShown:
    own, other = words.state(pair.own.state), words.state(pair.other.state)
    return ElementShown(
        name=phrase(words.language, one.element.words),
        own=_finding(one, words, own=True),
        other=_finding(one, words, own=False),
        standing=one.standing.value,
        words=words.say(f"standing_{one.standing.value}", own=own, other=other),
        note=words.say("dual_narrows") if one.narrows else "",
        penalty=one.is_penalty,
    )


def _finding(one: ElementPair, words: Words, *, own: bool) -> str:
    found = one.own if own else one.other
    if found is None:
        return words.code("standing", "unknown")
    table = "asked" if one.narrows and found.found in _ASKED else "found"
    said = words.code(table, found.found.value)
    return f"{said}: {words.apart(found.words)}" if found.words else said


_ASKED: Final = frozenset({Found.FOUND, Found.MISSING})
"""Of an element that a State may add, what is found is asked for there, and what is missing is not."""


def _summary(pair: DutyPair, words: Words) -> list[str]:
    different = [one for one in pair.elements if one.standing in DIFFERENT]
    unknown = pair.standing(Standing.UNKNOWN)
    found = []
    if different:
        named = "; ".join(phrase(words.language, one.element.words) for one in different) or NOTHING
        found.append(words.say("dual_differs", count=len(different), elements=named))
    penalties = [one for one in pair.elements if one.is_penalty and _worded_otherwise(one)]
    for one in penalties:
        own, other = (_finding(one, words, own=side) for side in (True, False))
        found.append(words.say("dual_penalties", own=own, other=other))
    if not different and not penalties and len(unknown) < len(pair.elements):
        found.append(words.say("dual_all_same"))
    if unknown:
        found.append(words.say("dual_unknown", count=len(unknown)))
    return found


def _worded_otherwise(one: ElementPair) -> bool:
    """Tell whether both States word an element, each in its own way."""
    if one.own is None or one.other is None:
        return False
    return bool(one.own.words and one.other.words) and one.own.words != one.other.words
