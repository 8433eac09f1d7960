# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting ballots: for, against, abstain, invalid. A pure function of the ballots and their weights (invariant 1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from longbien.core.base.errors import MalformedError


class Choice(StrEnum):
    """What a ballot says."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One participant's vote. `weight` is 1 for a State, the number of votes for an organisation (rule 57 of UNTOC)."""

    participant: str
    choice: Choice
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Votes counted. `invalid`: papers of a secret ballot that say nothing clear."""

    in_favour: int = 0
    against: int = 0
    abstain: int = 0
    invalid: int = 0

    @property
    def cast(self) -> int:
        """Give the votes of those present and voting: for and against only."""
        return self.in_favour + self.against

    @property
    def recorded(self) -> int:
        """Give all votes that were given in any way: their holders were present."""
        return self.cast + self.abstain + self.invalid

    @property
    def tied(self) -> bool:
        """Tell whether as many were for as against, and somebody was."""
        return self.in_favour == self.against and self.cast > 0


def read_choice(text: str) -> Choice:
    """Read yes, no or abstain; MalformedError `conference_votes.choice`."""
    try:
        return Choice(text)
    except ValueError as error:
        raise MalformedError("conference_votes.choice", choice=text[:40]) from error


def tally(ballots: Iterable[Ballot]) -> Tally:
    """Count ballots, each with its weight. Whose right it was to cast them is not judged here."""
    counts = dict.fromkeys(Choice, 0)
    for ballot in ballots:
        counts[ballot.choice] += ballot.weight
    return Tally(in_favour=counts[Choice.YES], against=counts[Choice.NO], abstain=counts[Choice.ABSTAIN])
