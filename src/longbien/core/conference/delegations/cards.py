# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is printed for the members of a delegation: badges to wear, and slips with the code by which each signs in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from longbien.core.conference.delegations.functions import Function


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person's badge. `address`: where the holder signs in, with the number; it never carries the code. `code`: on the slip only."""

    number: int
    account: str
    family_name: str
    given_name: str
    post: str
    participant: str
    function: Function
    address: str
    code: str = field(default="", repr=False)
    once: bool = True
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHead:
    """What stands at the head of whatever is told or printed of a session. `exercise`: an exercise, or held on a node that is one."""

    session: str
    title: str
    place: str
    first_day: date
    last_day: date
    exercise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet(SessionHead):
    """Badges of one session, printed together."""

    printed_at: datetime
    cards: tuple[Card, ...]
