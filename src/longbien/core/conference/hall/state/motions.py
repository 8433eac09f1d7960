# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Procedural motions: who moved what, who spoke on it, what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

PENDING: Final = "pending"
PUT: Final = "put"
CARRIED: Final = "carried"
REJECTED: Final = "rejected"
WITHDRAWN: Final = "withdrawn"
LAPSED: Final = "lapsed"
LIVE: Final = frozenset({PENDING, PUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionAmendment:
    """A change of a motion: of its seconds, or of its words."""

    id: str
    by: str
    words: str
    seconds: int | None = None
    state: str = PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion. `target` is the matter that it concerns (none: the open item, or the meeting)."""

    id: str
    motion: str
    by: str
    seq: int
    at: datetime
    state: str = PENDING
    target: str = ""
    parts: tuple[str, ...] = ()
    seconds: int | None = None
    method: str = ""
    words: str = ""
    spoke_for: tuple[str, ...] = ()
    spoke_against: tuple[str, ...] = ()
    amendments: tuple[MotionAmendment, ...] = ()
