# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One row of the table of transitions, and the states of the request that other tracks ask about."""

from dataclasses import dataclass
from typing import Final, TypeAlias

EITHER: Final = "either"
TIMER: Final = "period-ended"
"""Not an act: a period has run out, of data that were kept or of a person who was held."""
OPEN: Final = ("sent", "delivered", "acknowledged", "returned", "decided", "executed")
ENDED: Final = ("withdrawn", "closed")
"""Nothing more is owed: no clock runs on."""
Needs: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Tracks, each with the states that it must be in."""
IN_OPEN: Final[Needs] = (("request", OPEN),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """In one of `states`, the event leads to `to`, if all of this holds.

    `by`: who may do it. `measure`, `outcomes`, `asks`: what the act says. `time`: `in-time` or `late`, against the end of the
    period. `last`: `True` if no linked request is open after it. `about`: states of the item that the act speaks of, if it names
    one. `needs`: states that another track must be in.
    """

    track: str
    states: tuple[str, ...]
    event: str
    to: str
    by: str = EITHER
    measure: str = ""
    outcomes: tuple[str, ...] = ()
    asks: str = ""
    time: str = ""
    last: bool | None = None
    about: tuple[str, ...] = ()
    needs: Needs = ()
