# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations that vote for their members (rule 57 of UNTOC) in cases: one ballot with its weight, and a second one that is refused."""

from collections.abc import Sequence
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.ballots import deciding, threshold_of
from longbien.core.conference.cases.computed import Computed, Remark, missing
from longbien.core.conference.cases.inputs import Inputs
from longbien.core.conference.counting.reio import ACCREDITED, PRESENT, conflict, weight
from longbien.core.conference.counting.tally import Ballot, Choice, Tally, read_choice, tally
from longbien.core.conference.counting.verdict import Measure, judge
from longbien.core.conference.rules.values import RuleSet

_SIDES: Final = ("for", "against", "abstain")
_NARROWER: Final = {ACCREDITED: "accredited", PRESENT: "present"}
_ORGANISATION: Final = "organisation"


def reio(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute a vote in which organisations vote with their weight beside the others."""
    ballots: list[Ballot] = []
    remarks: list[Remark] = []
    option = str(rules.value("reio.votes").value)
    for one in inputs.rows("reio"):
        needs = _needs(one, option)
        if needs:
            return missing(*needs, rules=(rules.value("reio.votes"),))
        ballots.append(_ballot(one, option))
        remarks += _member_votes(one, inputs)
    if not ballots:
        return missing("reio")
    others = inputs.inner("others") or Inputs({}, where=f"{inputs.where}.others")
    given = {side: others.number(side) for side in _SIDES}
    lacking = tuple(f"others.{side}" for side in ("for", "against") if given[side] is None)
    if lacking:
        return missing(*lacking)
    held = tally(ballots)
    counted = Tally(
        in_favour=held.in_favour + (given["for"] or 0),
        against=held.against + (given["against"] or 0),
        abstain=held.abstain + (given["abstain"] or 0),
    )
    return _judged(rules, inputs, counted, ballots, remarks)


def reio_conflict(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute what becomes of the second ballot when an organisation and a member of it both vote."""
    rule, exclusive = rules.value("reio.conflict"), rules.value("reio.exclusive")
    organisation = inputs.text("reio") or _ORGANISATION
    first = inputs.text("first")
    members = inputs.inner("member_ballot")
    names = () if members is None else tuple(name for name in members.listed() if members.text(name))
    voted = bool(inputs.text("reio_ballot"))
    for name in names:
        _checked(inputs, members.text(name) if members is not None else "")
    if not voted or not names:
        facts: dict[str, Json] = {"action": "accept", "inform": None, "refused": None}
        return Computed(facts=facts, rules=(exclusive,))
    _checked(inputs, inputs.text("reio_ballot"))
    earlier, later = ((names[0],), organisation) if first in names else ((organisation,), names[0])
    found = conflict(later, {organisation: names}, earlier)
    if found is None:
        return Computed(facts={"action": "accept", "inform": None, "refused": None}, rules=(exclusive,))
    facts = {"action": str(rule.value), "inform": "chair", "refused": later, "first": found.first}
    return Computed(facts=facts, rules=(exclusive, rule))


def _judged(
    rules: RuleSet, inputs: Inputs, counted: Tally, ballots: Sequence[Ballot], remarks: Sequence[Remark]
) -> Computed:
    named = inputs.has("threshold") or inputs.has("question_kind")
    threshold = threshold_of(rules, inputs, default="simple")
    if threshold is None:
        return missing("threshold")
    members = inputs.number("members")
    if threshold.base == "electorate" and members is None:
        return missing("members", rules=(threshold.rule,))
    measure = Measure(threshold=threshold, rule=threshold.rule, tie_rule=str(rules.value("voting.tie").value))
    verdict = judge(measure, counted, electorate=counted.recorded if members is None else members)
    totals: dict[str, Json] = {
        "for": counted.in_favour,
        "against": counted.against,
        "abstain": counted.abstain,
    }
    facts: dict[str, Json] = {
        "totals": totals,
        "outcome": verdict.outcome.value,
        "votes_needed": verdict.needed,
        "cast": counted.cast,
        "tie": verdict.tie,
        "weight": ballots[0].weight,
    }
    assumed = () if named else (Remark(code="conference_cases.simple_taken"),)
    return Computed(
        facts=facts, rules=(rules.value("reio.votes"), *deciding(verdict)), remarks=(*remarks, *assumed)
    )


def _needs(one: Inputs, option: str) -> tuple[str, ...]:
    """Give what is missing of an organisation: its members, its ballot, and under a variant which of them are accredited or present."""
    weighed = one.has("weight")
    needs = [f"reio.{name}" for name in ("members", "ballot") if not one.has(name)]
    if weighed and "reio.members" in needs:
        needs.remove("reio.members")
    narrower = _NARROWER.get(option)
    if narrower is not None and not one.has(narrower):
        needs.append(f"reio.{narrower}")
    return tuple(needs)


def _ballot(one: Inputs, option: str) -> Ballot:
    members = one.names("members") or ()
    parties = one.names("parties")
    given = one.number("weight")
    votes = (
        given
        if given is not None and not members
        else weight(
            members,
            parties=members if parties is None else parties,
            accredited=one.names("accredited") or (),
            present=one.names("present") or (),
            option=option,
        )
    )
    choice = _checked(one, one.text("ballot"))
    return Ballot(participant=one.text("id") or _ORGANISATION, choice=choice, weight=votes)


def _member_votes(one: Inputs, inputs: Inputs) -> list[Remark]:
    """Note members that stand in the roll of the others although their organisation voted."""
    roll = inputs.inner("roll")
    if roll is None:
        return []
    voted = {name for choice in Choice for name in roll.names(choice.value) or ()}
    double = sorted(voted & set(one.names("members") or ()))
    if not double:
        return []
    return [Remark(code="conference_cases.member_voted", params={"names": ", ".join(double)})]


def _checked(inputs: Inputs, text: str) -> Choice:
    try:
        return read_choice(text)
    except MalformedError as error:
        raise MalformedError("base.field_value", field="ballot", where=inputs.where) from error
