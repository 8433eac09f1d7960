# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a question takes: thresholds in integers, never percentages (data/procedure, `thresholds`).

A question passes iff den * FOR is more than (strict) or at least num * BASE. BASE is the votes cast (for + against) or the whole electorate.
"""

from enum import StrEnum
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.rules.values import Threshold

CAST: Final = "cast"
ELECTORATE: Final = "electorate"
AGAINST_RULING: Final = "against_ruling"
"""The side that is counted when a ruling is appealed: the ruling is put, and falls only to a majority against it."""


class Outcome(StrEnum):
    """How a question ended."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    UPHELD = "upheld"
    """The Chair's ruling stands."""
    OVERTURNED = "overturned"
    """The Chair's ruling falls."""
    NO_QUORUM = "no_quorum"
    """Too few were present to decide: no decision was taken."""
    SECOND_VOTE = "second_vote"
    """Equally divided, under the variant of a second vote within 48 hours."""


def base_of(threshold: Threshold, tally: Tally, electorate: int) -> int:
    """Give the number that the threshold is a share of; RefusedError `conference_votes.not_counted` for consensus."""
    bases = {CAST: tally.cast, ELECTORATE: electorate}
    if threshold.base not in bases:
        raise RefusedError("conference_votes.not_counted", threshold=threshold.id)
    return bases[threshold.base]


def least_share(num: int, den: int, base: int, *, strict: bool) -> int:
    """Give the smallest integer that is more than (strict) or at least num/den of `base`."""
    return num * base // den + 1 if strict else -(-num * base // den)


def votes_needed(threshold: Threshold, base: int) -> int:
    """Give the smallest number of votes that carries the question with the same number cast; at least one.

    For an appeal they are votes against the ruling.
    """
    return max(1, least_share(threshold.num, threshold.den, base, strict=threshold.strict))


def outcome_of(threshold: Threshold, tally: Tally, electorate: int) -> Outcome:
    """Tell how a question ended, whoever was present. None cast: not adopted; a tie: not adopted; on an appeal the ruling stands."""
    needed = votes_needed(threshold, base_of(threshold, tally, electorate))
    if is_appeal(threshold):
        return Outcome.OVERTURNED if tally.against >= needed else Outcome.UPHELD
    return Outcome.ADOPTED if tally.in_favour >= needed else Outcome.REJECTED


def is_appeal(threshold: Threshold) -> bool:
    """Tell whether the votes against are those that must reach the threshold."""
    return threshold.counted == AGAINST_RULING
