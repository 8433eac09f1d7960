# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers of a secret ballot in an election: which are valid, and the votes on them (tellers' rules; GA rules 92 to 94)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from longbien.core.base.errors import RefusedError
from longbien.core.conference.counting.totals import MAX_TOTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the tellers counted in one ballot: votes by name, valid papers, invalid ones, and blank ones (abstentions)."""

    votes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    valid: int = 0
    invalid: int = 0
    abstain: int = 0

    @property
    def handed_in(self) -> int:
        """Give the number of all papers."""
        return self.valid + self.invalid + self.abstain


def count_papers(papers: Iterable[Sequence[str]], *, names: Collection[str], places: int) -> Papers:
    """Count papers: a blank one abstains; one with more names than places, a name twice or a name that cannot be chosen is invalid."""
    votes: Counter[str] = Counter()
    valid = invalid = abstain = 0
    for paper in papers:
        if not paper:
            abstain += 1
        elif len(paper) > places or len(set(paper)) != len(paper) or not set(paper) <= set(names):
            invalid += 1
        else:
            valid += 1
            votes.update(paper)
    return Papers(votes=MappingProxyType(dict(votes)), valid=valid, invalid=invalid, abstain=abstain)


def check_papers(counted: Papers, *, names: Collection[str], places: int, electorate: int) -> None:
    """Refuse a count that cannot be.

    RefusedError `conference_votes.total_negative`, `…total_huge`, `…total_electorate`, `…papers_name`, `…papers_one`, `…papers_sum`.
    """
    numbers = (counted.valid, counted.invalid, counted.abstain, *counted.votes.values())
    if min(numbers) < 0:
        raise RefusedError("conference_votes.total_negative", number=min(numbers))
    if max(numbers) > MAX_TOTAL:
        raise RefusedError("conference_votes.total_huge", number=max(numbers), limit=MAX_TOTAL)
    if counted.handed_in > electorate:
        raise RefusedError(
            "conference_votes.total_electorate", total=counted.handed_in, electorate=electorate
        )
    stranger = next((name for name, number in counted.votes.items() if number and name not in names), None)
    if stranger is not None:
        raise RefusedError("conference_votes.papers_name", name=stranger[:80])
    most = max(counted.votes.values(), default=0)
    if most > counted.valid:
        raise RefusedError("conference_votes.papers_one", votes=most, valid=counted.valid)
    given, fewest = sum(counted.votes.values()), counted.valid
    if not fewest <= given <= counted.valid * places:
        raise RefusedError("conference_votes.papers_sum", votes=given, valid=counted.valid, places=places)
