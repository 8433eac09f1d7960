# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Confidentiality with an end (Art. 40(20)): a mark has a reason and a day of review; it is renewed by a person, or it is past.

Secrecy that nobody renews does not go on in silence: it stands on a list, and a refusal to tell renews it with a reason.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from longbien.core.base.errors import RefusedError

NONE: Final = "none"
ASKED: Final = "asked"
RENEWED: Final = "renewed"
LIFTED: Final = "lifted"
INQUIRY: Final = "inquiry"
REFUSED: Final = "refused"
TOLD: Final = "told"
STEPS: Final = (ASKED, RENEWED, LIFTED, INQUIRY, REFUSED, TOLD)
"""What may be recorded of a mark. A refusal to tell renews it; the other State's request sets it first."""
FIRST_REVIEW: Final = timedelta(days=90)
"""When a mark without a day of its own is reviewed."""
LONGEST: Final = timedelta(days=366)
"""A mark is renewed for a year at most."""
SOON: Final = timedelta(days=14)
IN_FORCE: Final = "in-force"
DUE: Final = "due"
PAST: Final = "past"
LEAST_REASON: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark as it stands: its code (SECRECY), the day of its review, whether it was lifted."""

    code: str
    review_on: date
    lifted: bool = False

    def standing(self, today: date) -> str:
        """Tell whether the mark is `in-force`, `due` for review within a fortnight, `past` its review, or `lifted`."""
        if self.lifted or self.code == NONE:
            return LIFTED
        if self.review_on < today:
            return PAST
        return DUE if self.review_on <= today + SOON else IN_FORCE


def first_review(asked: date | None, today: date) -> date:
    """Give the day on which a mark is first reviewed: the one asked for, and 90 days from now if none is."""
    return asked if asked is not None else today + FIRST_REVIEW


def require_renewal(mark: Mark, *, review_on: date, reason: str, today: date) -> None:
    """RefusedError unless a mark may be renewed so: `safeguards.not_secret`, `safeguards.review_day`, `safeguards.reason`."""
    if mark.lifted or mark.code == NONE:
        raise RefusedError("safeguards.not_secret")
    if not today < review_on <= today + LONGEST:
        raise RefusedError("safeguards.review_day", days=LONGEST.days)
    require_reason(reason)


def require_telling(mark: Mark) -> None:
    """RefusedError `safeguards.still_secret` while a mark stands, even past its review: a person lifts it first."""
    if not mark.lifted and mark.code != NONE:
        raise RefusedError("safeguards.still_secret")


def require_reason(reason: str) -> None:
    """RefusedError `safeguards.reason` for a reason that says nothing."""
    if len(reason.strip()) < LEAST_REASON:
        raise RefusedError("safeguards.reason", least=LEAST_REASON)
