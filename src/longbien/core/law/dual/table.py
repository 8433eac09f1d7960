# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dual criminality as facts: for an offence of Articles 7 to 17, what both States' concordances say, element by element, side by side.

Article 35(3): where it is required it is met if the conduct is a crime in both States, whatever the category or name of the offence. Whether
it is met is decided by a named official and never here: this table says what was found, what differs, and what nobody knows.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.codes import Coverage, Found, Part, Practice
from longbien.core.law.concordance.grid import Element, ElementKind, grid
from longbien.core.law.concordance.table import Concordance, ElementFinding, Link, Row
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.core.treaty.provisions.convention import convention

OFFENCES: Final = tuple(range(7, 18))
"""The articles with the offences of the Convention."""
PENALTY: Final = "penalty"
"""The element that says how the offence is punished."""


class Standing(StrEnum):
    """How an element stands in the two States."""

    BOTH = "both"
    OWN_ONLY = "own_only"
    OTHER_ONLY = "other_only"
    NEITHER = "neither"
    DIFFERS = "differs"
    """In one of them only partly."""
    UNKNOWN = "unknown"
    """At least one of them says nothing: not published, not assessed, withheld, or not looked at."""


class Silence(StrEnum):
    """Why a side says nothing of an offence."""

    NO_TABLE = "no_table"
    """There is no concordance of that State here."""
    NO_ROW = "no_row"
    NOT_DECIDED = "not_decided"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one State's table says of a duty. `silence`: why it says nothing (None: it speaks)."""

    state: str
    silence: Silence | None
    law: Coverage = Coverage.NOT_ASSESSED
    practice: Practice = Practice.UNKNOWN
    gap: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementPair:
    """One element: what was found of it in each State (None: nothing is said), and how the two stand to one another."""

    element: Element
    own: ElementFinding | None
    other: ElementFinding | None
    standing: Standing

    @property
    def is_penalty(self) -> bool:
        """Tell whether it is about the penalty."""
        return self.element.key == PENALTY

    @property
    def narrows(self) -> bool:
        """Tell whether it is one that a State may add: what lacks it is no offence in the State that asks for it."""
        return self.element.kind is ElementKind.OPTIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPair:
    """One duty of the article, with both sides and its elements."""

    duty: ProvisionId
    own: Side
    other: Side
    elements: tuple[ElementPair, ...]

    def standing(self, kind: Standing) -> tuple[ElementPair, ...]:
        """Give the elements that stand so."""
        return tuple(one for one in self.elements if one.standing is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class DualTable:
    """Both States on one article, each table with its day. It decides nothing."""

    article: int
    own: str
    other: str
    own_as_of: date | None
    other_as_of: date | None
    duties: tuple[DutyPair, ...]

    @property
    def unknown(self) -> bool:
        """Tell whether anything that was asked is unknown."""
        return any(one.standing is Standing.UNKNOWN for duty in self.duties for one in duty.elements)


def dual(
    own: Concordance | None,
    other: Concordance | None,
    *,
    article: int,
    states: tuple[str, str],
    elements: Collection[str] = (),
) -> DualTable:
    """Set both States' tables side by side for an article of 7 to 17; `elements` (keys of the grid) narrows it to those that were asked for.

    RefusedError `law_dual.no_offence` for another article, `law_dual.element` for an element that the article does not have.
    """
    if article not in OFFENCES:
        raise RefusedError("law_dual.no_offence", article=article)
    duties = [duty.id for duty in convention().article(article).duties if duty.elements is not None]
    known = {one.key for duty in duties for one in grid(duty)}
    if strange := sorted(set(elements) - known):
        raise RefusedError("law_dual.element", element=strange[0][:40], article=article)
    return DualTable(
        article=article,
        own=states[0],
        other=states[1],
        own_as_of=own.as_of if own else None,
        other_as_of=other.as_of if other else None,
        duties=tuple(pair_of(own, other, duty, states, elements) for duty in duties),
    )


def side_of(table: Concordance | None, duty: str, state: str) -> tuple[Side, Row | None]:
    """Give what a table says of a duty, with the row if it speaks."""
    if table is None:
        return Side(state=state, silence=Silence.NO_TABLE), None
    row = table.row(duty)
    if row is None:
        return Side(state=state, silence=Silence.NO_ROW), None
    found = row.standing
    if found is None:
        hidden = bool(row.withheld & {Part.ROW, Part.ASSESSMENTS})
        why = Silence.WITHHELD if hidden else Silence.NOT_DECIDED
        return Side(state=state, silence=why, links=row.links), None
    return (
        Side(
            state=state,
            silence=None,
            law=found.law,
            practice=found.practice,
            gap=found.gap,
            links=row.links,
        ),
        row,
    )


def pair_of(
    own: Concordance | None,
    other: Concordance | None,
    duty: ProvisionId,
    states: tuple[str, str],
    asked: Collection[str],
) -> DutyPair:
    """Set both tables side by side for one duty; `asked` narrows its elements."""
    ours, our_row = side_of(own, duty, states[0])
    theirs, their_row = side_of(other, duty, states[1])
    return DutyPair(
        duty=duty,
        own=ours,
        other=theirs,
        elements=tuple(
            _element(one, our_row, their_row) for one in grid(duty) if not asked or one.key in asked
        ),
    )


def _element(element: Element, ours: Row | None, theirs: Row | None) -> ElementPair:
    one, two = _finding(ours, element.key), _finding(theirs, element.key)
    return ElementPair(element=element, own=one, other=two, standing=_standing(one, two))


def _finding(row: Row | None, key: str) -> ElementFinding | None:
    found = row.standing if row is not None else None
    if found is None:
        return None
    return next((one for one in found.elements if one.element == key and one.found is not Found.OPEN), None)


_HAS: Final = {Found.FOUND: True, Found.MISSING: False, Found.NOT_NEEDED: False}
_OF: Final = {
    (True, True): Standing.BOTH,
    (True, False): Standing.OWN_ONLY,
    (False, True): Standing.OTHER_ONLY,
    (False, False): Standing.NEITHER,
}


def _standing(one: ElementFinding | None, two: ElementFinding | None) -> Standing:
    if one is None or two is None:
        return Standing.UNKNOWN
    if Found.PARTLY in (one.found, two.found):
        return Standing.DIFFERS
    return _OF[_HAS[one.found], _HAS[two.found]]
