# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a record says came of the events: decisions, votes with their verdicts, elections, refusals, the rules that were applied and when.

All of it is computed from the events; it stands in the record so that a reader needs no engine, and so that a replay can be compared.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.moments import print_moment
from longbien.core.conference.counting.verdict import verdict_json
from longbien.core.conference.hall.refusing import Refusal
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import Election, Vote
from longbien.core.conference.record.walk import Step, Walk
from longbien.core.conference.rules.values import RuleSet, value_json

NAMED: Final = frozenset({"recorded", "roll_call"})
"""The methods of which the record names how each voted (`voting.methods` of the rules)."""
BY_PAPER: Final = "secret_ballot"
"""The method of which no record names who voted how."""


def outcome_json(walked: Walk, *, begins_at: int) -> dict[str, Json]:
    """Give the part `outcome`: of a meeting whose own events begin with the number `begins_at`, what came of them."""
    own = [one for one in walked.steps if one.event.seq >= begins_at]
    names = _touched(own)
    sitting = walked.sitting
    return {
        "steps": [_step(one) for one in own if one.now or one.refusal is not None],
        "decisions": [
            {
                "seq": one.seq,
                "at": print_moment(one.at),
                "on": one.on,
                "how": one.how,
                "outcome": one.outcome,
                "rule": rule_json(sitting.rules, one.rule),
            }
            for one in sitting.decisions
            if one.seq >= begins_at
        ],
        "votes": [vote_json(one) for one in sitting.votes.values() if f"vote:{one.id}" in names],
        "elections": [_election(one) for one in sitting.elections.values() if f"election:{one.id}" in names],
        "refusals": [_refused(one) for one in own if one.refusal is not None],
        "attempts": [
            {
                "seq": one.seq,
                "kind": one.kind,
                "participant": one.participant,
                "code": one.code,
                "words": one.words,
            }
            for one in sitting.attempts
            if one.seq >= begins_at
        ],
        "rules_changed": _changes(sitting),
    }


def vote_json(vote: Vote) -> dict[str, Json]:
    """Give a vote: its electorate as frozen, the ballots by name where the method records them, verdict and declaration side by side."""
    named = vote.method in NAMED and bool(vote.ballots)
    verdict = vote.verdict
    return {
        "id": vote.id,
        "on": vote.on,
        "method": vote.method,
        "question": vote.question,
        "threshold": vote.threshold,
        "announced": print_moment(vote.announced),
        "phase": vote.phase,
        "electorate": [
            {"id": one.id, "weight": one.weight, "members": list(one.members)}
            for one in vote.electorate.values()
        ],
        "ballots": {name: ballot.choice.value for name, ballot in vote.ballots.items()} if named else None,
        "counted_by": vote.counted_by,
        "confirmed_by": vote.confirmed_by,
        "verdict": verdict_json(verdict) if verdict is not None else None,
        "earlier": [verdict_json(one) for one in vote.earlier],
        "declared": vote.declared,
        "declared_words": vote.declared_words,
        "differs": vote.differs,
        "second": vote.second,
        "voided": vote.voided,
        "lot": {"commitment": vote.lot, "seed": vote.seed, "first": vote.first} if vote.first else None,
        "roll": list(vote.roll),
        "corrections": [
            {
                "seq": one.seq,
                "at": print_moment(one.at),
                "participant": one.participant,
                "choice": one.choice.value,
                "words": one.words,
            }
            for one in vote.corrections
        ],
    }


def rule_json(rules: RuleSet, path: str) -> Json:
    """Give a rule as the record quotes it: path, value, citation, sources, confidence, variant; only the path of one that is not a value."""
    found = rules.values.get(path)
    return value_json(found) if found is not None else {"path": path}


def rules_part(rules: RuleSet, *, profile: str, choices: Mapping[str, str]) -> dict[str, Json]:
    """Give the part `rules`: the profile and choices from which the set is made, and every value of it with its source."""
    return {
        "profile": profile,
        "choices": dict(choices),
        "title": rules.title,
        "status": rules.status,
        "values": [value_json(one) for one in rules.values.values()],
    }


def _touched(steps: Iterable[Step]) -> set[str]:
    """Name everything whose standing changed, or of which an event spoke."""
    found = {name for one in steps for name in one.now}
    for one in steps:
        for sort, member in (("vote", "vote"), ("vote", "id"), ("election", "id")):
            if one.event.kind.partition(".")[0] in (sort, "ballot", "result"):
                found.add(f"{sort}:{one.event.text(member)}")
    return found


def _step(one: Step) -> dict[str, Json]:
    if one.refusal is not None:
        return {"seq": one.event.seq, "kind": one.event.kind, "refused": one.refusal.code}
    return {"seq": one.event.seq, "kind": one.event.kind, "now": dict(one.now)}


def _refused(one: Step) -> dict[str, Json]:
    refusal: Refusal | None = one.refusal
    return {
        "seq": one.event.seq,
        "at": _at(one.event.at),
        "kind": one.event.kind,
        "by": one.event.by,
        "code": refusal.code if refusal else "",
        "facts": dict(refusal.facts) if refusal else {},
        "rule": value_json(refusal.rule) if refusal else None,
    }


def _election(one: Election) -> dict[str, Json]:
    return {
        "id": one.id,
        "office": one.office,
        "places": one.places,
        "candidates": list(one.candidates),
        "threshold": one.threshold,
        "announced": print_moment(one.announced),
        "phase": one.phase,
        "elected": list(one.elected),
        "drawn": list(one.drawn),
        "ballots": [
            {
                "number": held.round.number,
                "kind": held.round.kind.value,
                "candidates": list(held.round.names),
                "required": held.required,
                "votes": dict(held.papers.votes),
                "valid": held.papers.valid,
                "invalid": held.papers.invalid,
                "abstain": held.papers.abstain,
                "elected": list(held.elected),
            }
            for held in one.course.counted
        ],
        "tellers": [
            {"counted_by": held.counted_by, "confirmed_by": held.confirmed_by} for held in one.tellers
        ],
    }


def _changes(sitting: Sitting) -> list[Json]:
    return [
        {
            "seq": one.seq,
            "at": _at(one.at),
            "profile": one.profile,
            "before": dict(one.before),
            "after": dict(one.after),
            "decision": one.decision,
        }
        for one in sitting.rule_changes
    ]


def _at(moment: datetime) -> str:
    return print_moment(moment)
