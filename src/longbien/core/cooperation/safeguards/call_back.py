# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calling back before data leave in an emergency (Art. 41(3)(e)): the number of the directory, two people, and what if nobody answers.

Forged emergency requests come from real mailboxes that were taken over. So the number is one that the State itself signed into the
directory, and what was heard is recorded by two people, the second of them from elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from longbien.core.base.errors import RefusedError

CONFIRMED: Final = "confirmed"
DENIED: Final = "denied"
NOT_REACHED: Final = "not-reached"
OUTCOMES: Final = (CONFIRMED, DENIED, NOT_REACHED)
"""What the call gave: the authority stands by its request; it knows nothing of it; nobody was reached."""
AWAITED: Final = "awaited"
UNANSWERED: Final = "unanswered"
WAIT: Final = timedelta(minutes=30)
"""How long the second person is waited for, unless the node's settings say otherwise."""
ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH: Final = 8
_NOISE: Final = re.compile(r"[\s().\-/]")
_CODE_NOISE: Final = re.compile(r"[\s\-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One call: by whom, when, what it gave; and what the second person said of it, `""` as long as nobody did."""

    official: str
    at: datetime
    outcome: str
    second: str = ""
    second_at: datetime | None = None
    second_outcome: str = ""


def plain_number(number: str) -> str:
    """Give a telephone number without what people write between its digits."""
    return _NOISE.sub("", number)


def require_directory_number(number: str, directory: Iterable[str]) -> str:
    """Give the number if it is one of the directory's; RefusedError `safeguards.number_foreign` for any other."""
    plain = plain_number(number)
    if not plain or plain not in {plain_number(one) for one in directory}:
        raise RefusedError("safeguards.number_foreign", number=number[:40])
    return plain


def require_second(called: Called, *, second: str, on_call: Iterable[str]) -> None:
    """RefusedError unless this officer may confirm: another person (`safeguards.own_call`), on call now (`safeguards.not_on_call`)."""
    if called.official == second:
        raise RefusedError("safeguards.own_call")
    if second not in set(on_call):
        raise RefusedError("safeguards.not_on_call")


def standing(calls: Sequence[Called], *, now: datetime, wait: timedelta = WAIT) -> str:
    """Tell where the call-back stands: `""` (never begun), `confirmed`, `denied`, `awaited` or `unanswered`.

    One denial, by either person, outweighs every confirmation before it.
    """
    place = ""
    for call in calls:
        if DENIED in (call.outcome, call.second_outcome):
            place = DENIED
        elif (call.outcome, call.second_outcome) == (CONFIRMED, CONFIRMED):
            place = CONFIRMED
        elif place not in (CONFIRMED, DENIED):
            is_over = now >= call.at + wait
            place = UNANSWERED if is_over or place == UNANSWERED else AWAITED
    return place


def make_code(chance: bytes) -> str:
    """Make a one-time code of eight characters that nobody mistakes for another; `chance` holds a byte for each."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in chance[:CODE_LENGTH])


def read_code(typed: str) -> str:
    """Give a code as it was made from what somebody typed."""
    return _CODE_NOISE.sub("", typed).upper()[:64]
