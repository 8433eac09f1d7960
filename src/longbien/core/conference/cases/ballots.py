# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes of a case: the figures, the roll, the threshold, the quorum, a printed percentage; judged by the counting room."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.conference.cases.computed import Computed, Remark, missing
from longbien.core.conference.cases.inputs import Inputs, fault
from longbien.core.conference.counting.quorum import Bases, Quorum, present_in_vote, quorum
from longbien.core.conference.counting.tally import Ballot, Tally, read_choice, tally
from longbien.core.conference.counting.thresholds import Outcome, is_appeal, outcome_of
from longbien.core.conference.counting.totals import check_percentage, fitting
from longbien.core.conference.counting.verdict import Measure, Verdict, judge
from longbien.core.conference.rules.fractions import share
from longbien.core.conference.rules.values import Base, RuleSet, RuleValue, Threshold

_SIDES: Final = (("yes", "for"), ("no", "against"), ("abstain", "abstain"))
_QUORUM_NAMES: Final = ("quorum", "quorum_needed", "quorum_required")
_PERCENTAGES: Final = ("percentage", "percent", "printed_percentage", "printed_percent", "printed")
_FITTING: Final = 1000
_ONLY_CAST: Final = re.compile(r"cast|for.{0,9}against")
"""Ways of saying that only votes for and against make the quorum; `present` and the like say that all do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A vote that was judged: its figures, verdict, and what is to be noted. `abstain_known` is false where abstentions were not given."""

    tally: Tally
    abstain_known: bool
    verdict: Verdict
    remarks: tuple[Remark, ...]


def vote(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute a vote: outcome, votes needed, presence and quorum as far as they are given."""
    judged = judged_vote(rules, inputs)
    if isinstance(judged, Computed):
        return replace(judged, facts={**judged.facts, **_flagged(inputs)})
    facts = {**vote_facts(rules, judged), **_printed(inputs, judged.tally, judged.remarks)}
    return Computed(facts=facts, rules=deciding(judged.verdict), remarks=judged.remarks)


def judged_vote(rules: RuleSet, inputs: Inputs, *, default: str = "") -> Judged | Computed:
    """Judge the vote that the inputs describe; a Computed with what is missing if they do not suffice."""
    inputs.text("method")
    threshold = threshold_of(rules, inputs, default=default)
    of_all = threshold is not None and threshold.base == "electorate" and not is_appeal(threshold)
    figures = _figures(inputs, against=not of_all)
    if isinstance(figures, Computed):
        needs = (*figures.needs, *(() if threshold else ("threshold",)))
        return replace(figures, needs=needs)
    if threshold is None:
        return missing("threshold")
    counted, abstain_known, remarks = figures
    if threshold.base == "objection":
        return _consensus(threshold, counted)
    members = _members(inputs)
    if threshold.base == "electorate" and members is None:
        return missing("members", rules=(threshold.rule,))
    if members is not None and counted.recorded > members:
        remarks = (*remarks, Remark(code="conference_cases.more_than_members", params={"members": members}))
    held = _quorum(rules, inputs, counted, abstain_known=abstain_known)
    if isinstance(held, Computed):
        return held
    measure = Measure(threshold=threshold, rule=threshold.rule, tie_rule=str(rules.value("voting.tie").value))
    verdict = judge(
        measure, counted, electorate=counted.recorded if members is None else members, quorum=held
    )
    return Judged(tally=counted, abstain_known=abstain_known, verdict=verdict, remarks=remarks)


def _consensus(threshold: Threshold, counted: Tally) -> Computed:
    """Read a vote that needed consensus: a vote against is an objection."""
    outcome = "no_consensus" if counted.against else "adopted"
    return Computed(facts={"outcome": outcome, "cast": counted.cast}, rules=(threshold.rule,))


def vote_facts(rules: RuleSet, judged: Judged) -> dict[str, Json]:
    """Give the facts of a vote under the names by which outcomes are expected."""
    verdict, counted = judged.verdict, judged.tally
    facts: dict[str, Json] = {
        "outcome": verdict.outcome.value,
        "votes_needed": verdict.needed,
        "short_by": verdict.short_by,
        "cast": counted.cast,
        "tie": verdict.tie,
        "also_two_thirds": _also(rules, "two_thirds", counted),
        "also_simple": _also(rules, "simple", counted),
    }
    if judged.abstain_known:
        facts["recorded_present"] = counted.recorded
        facts["not_voting"] = verdict.not_voting
    if verdict.quorum is not None:
        facts["quorum_needed"] = verdict.quorum.required
        facts["quorum_ok"] = verdict.quorum.reached
        facts["present"] = verdict.quorum.present
    return facts


def deciding(verdict: Verdict) -> tuple[RuleValue, ...]:
    """Give the rules that decided a vote: the threshold's, before it the quorum's if that failed, the tie's if it was one."""
    failed = verdict.quorum is not None and not verdict.quorum.reached
    rules = [verdict.quorum.rule] if failed and verdict.quorum is not None else []
    return (*rules, verdict.rule)


def threshold_of(rules: RuleSet, inputs: Inputs, *, default: str = "") -> Threshold | None:
    """Give the threshold: named, written out as {num, den, strict, base}, by the kind of question, or the default; None if unknown.

    MalformedError `conference_cases.threshold` for a name that the rules do not have.
    """
    given = inputs.value("threshold")
    base = inputs.text("base")
    found: Threshold | None
    if isinstance(given, dict):
        found = _written(given, f"{inputs.where}.threshold", rules)
    elif given is not None and not isinstance(given, str):
        raise inputs.wrong("threshold", "text")
    else:
        found = _named(rules, inputs, given or default)
    if found is None or not base:
        return found
    if base not in ("cast", "electorate"):
        raise MalformedError("base.field_value", field="base", where=inputs.where)
    return replace(found, base=cast("Base", base))


def tally_of_roll(roll: Inputs) -> tuple[Tally, tuple[str, ...]]:
    """Count a roll by names, and give the names that stand in it more than once."""
    ballots, seen, twice = [], set(), []
    for choice, _side in _SIDES:
        for name in roll.names(choice) or ():
            ballots.append(Ballot(participant=name, choice=read_choice(choice)))
            if name in seen:
                twice.append(name)
            seen.add(name)
    return tally(ballots), tuple(twice)


def _named(rules: RuleSet, inputs: Inputs, name: str) -> Threshold | None:
    known: Mapping[str, Threshold] = rules.thresholds
    question = inputs.text("question_kind")
    if not name and question:
        name = _resort(rules, question, inputs)
    if not name:
        return None
    if name not in known:
        raise fault(
            "threshold",
            field="threshold",
            where=inputs.where,
            name=name[:40],
            known=", ".join(sorted(known)),
        )
    return known[name]


def _resort(rules: RuleSet, question: str, inputs: Inputs) -> str:
    try:
        return rules.question(question).last_resort or ""
    except RefusedError as error:
        raise MalformedError("base.field_value", field="question_kind", where=inputs.where) from error


def _written(value: Mapping[str, Json], where: str, rules: RuleSet) -> Threshold:
    fields = Fields(dict(value), where=where)
    found = replace(
        rules.threshold("simple"),
        id="written",
        num=fields.integer("num", minimum=1, maximum=1000),
        den=fields.integer("den", minimum=1, maximum=1000),
        strict=fields.boolean("strict"),
        base=cast("Base", fields.choice("base", ("cast", "electorate")) if fields.has("base") else "cast"),
    )
    fields.done()
    return found


def _figures(inputs: Inputs, *, against: bool = True) -> tuple[Tally, bool, tuple[Remark, ...]] | Computed:
    """Read for, against and abstain, or count the roll; what contradicts each other is noted. `against`: whether votes against must be known."""
    given = {side: inputs.number(side) for _choice, side in _SIDES}
    roll = inputs.inner("roll")
    remarks: list[Remark] = []
    if roll is not None:
        counted, twice = tally_of_roll(roll)
        if twice:
            remarks.append(Remark(code="conference_cases.roll_twice", params={"names": ", ".join(twice)}))
        sums = {"for": counted.in_favour, "against": counted.against, "abstain": counted.abstain}
        for side, number in given.items():
            if number is not None and number != sums[side]:
                params: dict[str, str | int] = {"side": side, "given": number, "roll": sums[side]}
                remarks.append(Remark(code="conference_cases.roll_differs", params=params))
        given = {side: sums[side] if number is None else number for side, number in given.items()}
    needed = ("for", "against") if against else ("for",)
    needs = tuple(side for side in needed if given[side] is None)
    if needs:
        return missing(*needs)
    abstain = given["abstain"]
    counted = Tally(
        in_favour=given["for"] or 0,
        against=given["against"] or 0,
        abstain=abstain or 0,
        invalid=inputs.number("invalid") or 0,
    )
    return counted, abstain is not None, tuple(remarks)


def _members(inputs: Inputs) -> int | None:
    """Give how many may vote: members of the body, or the electorate."""
    found = inputs.number("members")
    electorate = inputs.number("electorate")
    return electorate if electorate is not None else found


def _quorum(
    rules: RuleSet, inputs: Inputs, counted: Tally, *, abstain_known: bool
) -> Quorum | Computed | None:
    """Give the quorum of a vote; None if nothing was said of it, a Computed if it turns on something that is missing."""
    rule = rules.value("quorum.decide")
    required = next((found for name in _QUORUM_NAMES if (found := inputs.number(name)) is not None), None)
    abstainers = _abstainers(rules, inputs)
    room = inputs.number("present")
    bases = _bases(rules, inputs)
    if required is None and bases is None:
        return None
    if isinstance(bases, Computed) and required is None:
        return bases
    present = present_in_vote(counted, room, abstainers_count=abstainers)
    counts = rule if abstainers else rules.value("quorum.abstainers_count_as_present")
    if required is not None:
        held = Quorum(required=required, present=present, of="given", base=required, rule=counts)
    elif isinstance(bases, Bases):
        held = replace(quorum(rule, bases, present=present), rule=counts)
    else:
        return None
    if not held.reached and not abstain_known and abstainers and room is None:
        return missing("abstain", rules=(counts,))
    return held


def _abstainers(rules: RuleSet, inputs: Inputs) -> bool:
    """Tell whether those who abstain count to the quorum: as the case says, else as the rules do."""
    counted = inputs.flag("abstainers_count")
    if counted is not None:
        return counted
    said = inputs.text("quorum_counts").lower()
    if said:
        return not _ONLY_CAST.search(said)
    return rules.value("quorum.abstainers_count_as_present").value is True


def _bases(rules: RuleSet, inputs: Inputs) -> Bases | Computed | None:
    """Give how many Parties there are and take part; None if the case does not say anything of them."""
    parties, participating = inputs.number("states_parties"), inputs.number("participating")
    if parties is None and participating is None:
        return None
    of = share(rules.value("quorum.decide")).of
    if of == "participating" and participating is None:
        return missing("participating", rules=(rules.value("quorum.decide"),))
    if of != "participating" and parties is None:
        return missing("states_parties", rules=(rules.value("quorum.decide"),))
    return Bases(states_parties=parties or 0, participating=participating or 0)


def _also(rules: RuleSet, name: str, counted: Tally) -> bool:
    return outcome_of(rules.threshold(name), counted, counted.recorded) is Outcome.ADOPTED


def _flagged(inputs: Inputs) -> dict[str, Json]:
    """Say what contradicts itself in figures that do not suffice for an outcome."""
    figures = _figures(inputs)
    if isinstance(figures, Computed):
        return {}
    counted, _abstain_known, remarks = figures
    return _printed(inputs, counted, remarks)


def _printed(inputs: Inputs, counted: Tally, remarks: tuple[Remark, ...]) -> dict[str, Json]:
    """Compare a printed percentage of the votes for with the figures; say what would fit, and what the roll contradicts."""
    contradicted = any(one.code.startswith("conference_cases.roll_") for one in remarks)
    facts: dict[str, Json] = dict(_flag(contradicted=contradicted)) if inputs.has("roll") else {}
    printed = next((inputs.value(name) for name in _PERCENTAGES if inputs.has(name)), None)
    if printed is None:
        return facts
    if isinstance(printed, bool) or not isinstance(printed, int | float | str):
        raise inputs.wrong("percentage", "text")
    try:
        check_percentage(counted.in_favour, counted.cast, str(printed))
    except RefusedError as error:
        against: list[Json] = [whole - counted.in_favour for whole in _fit(counted.in_favour, str(printed))]
        return {**_flag(contradicted=True), "percentage": error.params["right"], "fits_against": against}
    except MalformedError as error:
        raise MalformedError("base.field_value", field="percentage", where=inputs.where) from error
    return {**facts, **_flag(contradicted=contradicted)}


def _fit(part: int, printed: str) -> Iterator[int]:
    return iter(fitting(part, printed, limit=_FITTING))


def _flag(*, contradicted: bool) -> dict[str, Json]:
    return {
        "contradiction": contradicted,
        "consistent": not contradicted,
        "flag": "contradiction" if contradicted else None,
        "flagged": contradicted,
    }
