# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verdict: how a vote ended and why, in numbers that anybody can check and with the rule that decided.

Published with each result, as at the ILO (data/procedure, `voting.publish_with_result`).
"""

from dataclasses import dataclass, replace
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.counting.quorum import Quorum
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.counting.thresholds import (
    Outcome,
    base_of,
    is_appeal,
    outcome_of,
    votes_needed,
)
from longbien.core.conference.rules.values import RuleValue, Threshold, value_json

SECOND_VOTE: Final = "second_vote_48h"
"""The option of the variant `tie_rule` under which an equally divided vote is taken again."""
CARRIED: Final = frozenset({Outcome.ADOPTED, Outcome.UPHELD})
"""The outcomes in which what was put is carried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a vote ended. `needed`: smallest number that would have carried with the same number cast (on an appeal: against the ruling).

    `base` is what the threshold is a share of (cast, electorate) and `base_number` how many that were; `short_by` how many votes were missing (0 if none).
    `reason` is a code with a sentence; `rule` says which rule fixed the threshold, `quorum.rule` which fixed the quorum.
    """

    outcome: Outcome
    reason: str
    threshold: str
    rule: RuleValue
    base: str
    base_number: int
    needed: int
    short_by: int
    tally: Tally
    electorate: int
    not_voting: int
    tie: bool
    quorum: Quorum | None = None

    @property
    def carried(self) -> bool:
        """Tell whether what was put is carried."""
        return self.outcome in CARRIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a vote is held against: the threshold with the rule that fixes it, and what a tie means (variant `tie_rule`)."""

    threshold: Threshold
    rule: RuleValue
    tie_rule: str = "rejected"
    second_vote: bool = False
    """Whether this vote is already the second one after a tie."""


def judge(measure: Measure, counted: Tally, *, electorate: int, quorum: Quorum | None = None) -> Verdict:
    """Give the verdict on a vote. `electorate` is the number of votes that could be cast; without `quorum` none is judged."""
    threshold = measure.threshold
    base = base_of(threshold, counted, electorate)
    needed = votes_needed(threshold, base)
    found = outcome_of(threshold, counted, electorate)
    side = counted.against if is_appeal(threshold) else counted.in_favour
    verdict = Verdict(
        outcome=found,
        reason=_reason(found, counted),
        threshold=threshold.id,
        rule=measure.rule,
        base=threshold.base,
        base_number=base,
        needed=needed,
        short_by=max(0, needed - side),
        tally=counted,
        electorate=electorate,
        not_voting=max(0, electorate - counted.recorded),
        tie=counted.tied,
        quorum=quorum,
    )
    if quorum is not None and not quorum.reached:
        return replace(verdict, outcome=Outcome.NO_QUORUM, reason="conference_votes.verdict_no_quorum")
    again = measure.tie_rule == SECOND_VOTE and not measure.second_vote and not is_appeal(threshold)
    if counted.tied and again:
        return replace(verdict, outcome=Outcome.SECOND_VOTE, reason="conference_votes.verdict_second_vote")
    return verdict


def verdict_json(verdict: Verdict) -> dict[str, Json]:
    """Give a verdict as JSON, with the names that results are published under."""
    quorum, rule = verdict.quorum, verdict.rule
    return {
        "outcome": verdict.outcome.value,
        "reason": verdict.reason,
        "threshold": verdict.threshold,
        "rule": value_json(rule),
        "base": verdict.base,
        "base_number": verdict.base_number,
        "votes_needed": verdict.needed,
        "short_by": verdict.short_by,
        "for": verdict.tally.in_favour,
        "against": verdict.tally.against,
        "abstain": verdict.tally.abstain,
        "invalid": verdict.tally.invalid,
        "cast": verdict.tally.cast,
        "not_voting": verdict.not_voting,
        "electorate": verdict.electorate,
        "tie": verdict.tie,
        "quorum": None
        if quorum is None
        else {
            "required": quorum.required,
            "present": quorum.present,
            "of": quorum.of,
            "base": quorum.base,
            "reached": quorum.reached,
            "rule": value_json(quorum.rule),
        },
    }


def verdict_facts(verdict: Verdict) -> dict[str, int]:
    """Give the values of the sentence that `reason` is the code of."""
    quorum = verdict.quorum
    return {
        "for": verdict.tally.in_favour,
        "against": verdict.tally.against,
        "abstain": verdict.tally.abstain,
        "needed": verdict.needed,
        "short": verdict.short_by,
        "required": quorum.required if quorum is not None else 0,
        "present": (quorum.present or 0) if quorum is not None else 0,
    }


def _reason(found: Outcome, counted: Tally) -> str:
    if found in (Outcome.ADOPTED, Outcome.OVERTURNED):
        return f"conference_votes.verdict_{found.value}"
    ruling = "_upheld" if found is Outcome.UPHELD else ""
    if counted.cast == 0:
        return f"conference_votes.verdict_none_cast{ruling}"
    if counted.tied:
        return f"conference_votes.verdict_tie{ruling}"
    return f"conference_votes.verdict_{found.value}"
