# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Totals that people counted (show of hands, cards, papers): taken only if they contradict nothing that is known."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.conference.counting.tally import Tally

MAX_TOTAL: Final = 100_000
"""More votes than any conference has: a slip of the keyboard."""
_DECIMALS: Final = 6
_ROUNDINGS: Final = (ROUND_HALF_UP, ROUND_DOWN)


def check_totals(counted: Tally, *, electorate: int, present: int | None) -> None:
    """Refuse totals that cannot be. `present` is the number of votes in the room, None if nobody counted it.

    RefusedError `conference_votes.total_negative`, `…total_huge`, `…total_electorate`, `…total_present`.
    """
    parts = (counted.in_favour, counted.against, counted.abstain, counted.invalid)
    if min(parts) < 0:
        raise RefusedError("conference_votes.total_negative", number=min(parts))
    if max(parts) > MAX_TOTAL:
        raise RefusedError("conference_votes.total_huge", number=max(parts), limit=MAX_TOTAL)
    if counted.recorded > electorate:
        raise RefusedError("conference_votes.total_electorate", total=counted.recorded, electorate=electorate)
    if present is not None and counted.recorded > present:
        raise RefusedError("conference_votes.total_present", total=counted.recorded, present=present)


def check_percentage(part: int, whole: int, printed: str) -> None:
    """Refuse a printed percentage that the numbers do not give, rounded or cut off at its decimals.

    RefusedError `conference_votes.percentage` (with the percentage that they give), MalformedError `conference_votes.percentage_form`.
    """
    said, decimals = _read(printed)
    if whole <= 0 or not 0 <= part <= whole:
        raise RefusedError("conference_votes.percentage", part=part, whole=whole, printed=printed, right="-")
    right = {_written(part, whole, decimals, rounding) for rounding in _ROUNDINGS}
    if said not in right:
        shown = _written(part, whole, decimals, ROUND_HALF_UP)
        raise RefusedError(
            "conference_votes.percentage", part=part, whole=whole, printed=printed, right=str(shown)
        )


def fitting(part: int, printed: str, *, limit: int) -> tuple[int, ...]:
    """Give the totals up to `limit` of which `part` is the printed percentage: what a contradictory report may have meant."""
    said, decimals = _read(printed)
    return tuple(
        whole
        for whole in range(max(part, 1), min(limit, MAX_TOTAL) + 1)
        if said in {_written(part, whole, decimals, rounding) for rounding in _ROUNDINGS}
    )


def _read(printed: str) -> tuple[Decimal, int]:
    text = printed.strip().removesuffix("%").strip().replace(",", ".")
    try:
        said = Decimal(text)
    except InvalidOperation as error:
        raise MalformedError("conference_votes.percentage_form", printed=printed[:20]) from error
    exponent = said.as_tuple().exponent
    if not isinstance(exponent, int) or not -_DECIMALS <= exponent <= 0 or not 0 <= said <= 100:
        raise MalformedError("conference_votes.percentage_form", printed=printed[:20])
    return said, -exponent


def _written(part: int, whole: int, decimals: int, rounding: str) -> Decimal:
    share = Fraction(100 * part, whole)
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=rounding)
