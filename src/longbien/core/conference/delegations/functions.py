# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""In what capacity a person comes to the Conference (rules 12, 13, 21 to 30 of the default profile), and who may act for a participant."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Function(StrEnum):
    """What a badge is for; one badge may carry several."""

    HEAD = "head"
    """Leads a delegation; it has one at a time."""
    ALTERNATE = "alternate"
    """Stands in for the head."""
    DELEGATE = "delegate"
    """Another representative."""
    ADVISER = "adviser"
    """Advises; acts for the delegation only when also named alternate or delegate."""
    OBSERVER = "observer"
    """Speaks for a body that is admitted as an observer."""
    SECRETARY = "secretary"
    """Keeps the delegation's list and its papers."""
    CHAIR = "chair"
    """Presides: the President or a Vice-President who stands in."""
    RAPPORTEUR = "rapporteur"
    TELLER = "teller"
    INTERPRETER = "interpreter"
    PUBLIC = "public"
    """Press and guests: sees what the public sees."""


NAMED_ON_NOTES: Final = (
    Function.HEAD,
    Function.ALTERNATE,
    Function.DELEGATE,
    Function.ADVISER,
    Function.OBSERVER,
    Function.SECRETARY,
)
"""What a note verbale may name; the other functions are given by the secretariat."""

ACTING: Final = frozenset({Function.HEAD, Function.ALTERNATE, Function.DELEGATE, Function.OBSERVER})
"""Who may ask for the floor, move and vote in the participant's name (rule 13; house: an adviser does not)."""

KEEPING: Final = frozenset({Function.HEAD, Function.SECRETARY})
"""Who may change the own delegation's list."""

RANK: Final = MappingProxyType({one: place for place, one in enumerate(Function)})
"""The order in which members of a delegation are listed."""
