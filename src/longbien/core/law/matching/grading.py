# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From numbers to an order with grades, and to the order in which a reviewer looks for gaps.

Nothing here decides anything: a low number says "look here first", and named assessors say what is there (needs: two assessors and a reviewer).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.law.matching.result import Coverage, Grade

PRINCIPAL: Final = 0.8
"""A candidate with at least this share of the best one's number is proposed as principal …"""
MOST_PRINCIPAL: Final = 3
"""… if it is among this many: an article seldom has more (the median of labelled concordances is two)."""
LIKELY: Final = 0.6
NOTHING: Final = 0.8
"""Gap signals up to which "likely" is suggested, and from which "nothing found" is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A provision's place among an article's candidates: its position in the law, its score from 0 to 1, its grade."""

    at: int
    score: float
    grade: Grade


def standings(rows: Sequence[Sequence[float]], *, most: int) -> list[list[Standing]]:
    """Order each row's provisions, best first; equal numbers in the order of the law."""
    return [_row(row, most) for row in rows]


def gap_signals(strengths: Sequence[float]) -> list[float]:
    """Give each article's gap signal from 0 to 1: how little its best provision stands out, against the law's other articles."""
    ordered = sorted(strengths)
    if not ordered or ordered[-1] <= 0:
        return [1.0] * len(ordered)
    middle = ordered[len(ordered) // 2]
    return [round(1 / (1 + (max(0.0, one) / middle) ** 4), 3) if middle > 0 else 0.5 for one in strengths]


def coverage(signal: float) -> Coverage:
    """Suggest what a reviewer may expect to find: the gap signal in words."""
    if signal <= LIKELY:
        return "likely"
    return "nothing_found" if signal >= NOTHING else "partial"


def _row(row: Sequence[float], most: int) -> list[Standing]:
    best = sorted(range(len(row)), key=lambda at: (-row[at], at))[:most]
    top = row[best[0]] if best else 0.0
    found = []
    for place, at in enumerate(best):
        share = max(0.0, row[at] / top) if top > 0 else 0.0
        grade: Grade = "principal" if place < MOST_PRINCIPAL and share >= PRINCIPAL else "supporting"
        found.append(Standing(at=at, score=round(share, 4), grade=grade))
    return found
