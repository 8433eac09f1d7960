# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who there must be: the two quorums, who is a Party on a day, preconditions of the Convention, a majority of all members."""

import re
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.cases.ballots import threshold_of
from longbien.core.conference.cases.computed import Computed, Remark, missing
from longbien.core.conference.cases.inputs import Inputs
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.counting.verdict import Measure, judge
from longbien.core.conference.rules.fractions import least, share
from longbien.core.conference.rules.values import RuleSet, RuleValue

_PRECONDITIONS: Final = {"states_parties": "adopt_protocol", "years": "amend_convention"}


def quorum_table(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute how many must be present to open a meeting and to decide (rule 41 of UNTOC); with `present`, whether they are."""
    needs: list[str] = []
    facts: dict[str, Json] = {}
    used = []
    present = inputs.number("present")
    for name in ("open", "decide"):
        rule = rules.value(f"quorum.{name}")
        held = share(rule)
        of = inputs.number("participating" if held.of == "participating" else "states_parties")
        if of is None and held.of == "members":
            of = inputs.number("members")
        used.append(rule)
        if of is None:
            needs.append(held.of)
            continue
        required = least(held.num, held.den, strict=held.strict, of=of)
        facts[name] = required
        if present is not None:
            facts[f"may_{name}"] = present >= required
    inputs.number("participating")
    inputs.number("states_parties")
    return Computed(facts=facts, rules=tuple(used), needs=tuple(dict.fromkeys(needs)))


def eligibility(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute who is a State Party on the day: in force for it, not merely deposited (Art. 65 of the Convention)."""
    rule = rules.value("definitions.entry_into_force")
    value = {
        name: number
        for name, number in (rule.value.items() if isinstance(rule.value, dict) else ())
        if isinstance(number, int)
    }
    instruments, days = inputs.number("instruments"), inputs.number("days_since_40th")
    counted = None if instruments is None else instruments - (inputs.number("of_organisations") or 0)
    in_force = inputs.flag("convention_in_force")
    if in_force is None:
        if counted is not None and counted < value["instruments"]:
            in_force = False
        elif days is not None:
            in_force = days >= value["days_after"]
        else:
            return missing("convention_in_force", rules=(rule,))
    facts: dict[str, Json] = {"convention_in_force": in_force}
    if not in_force:
        facts["electorate"] = 0
    elif counted is not None and counted == value["instruments"]:
        facts["electorate"] = counted
    inputs.flag("signed")
    ago = inputs.number("deposited_days_ago")
    if ago is None and ("deposited_days_ago" in inputs.listed() or "signed" in inputs.listed()):
        facts.update({"role": "signatory_or_observer", "vote": False})
    if ago is not None:
        among_first = days is not None and ago >= days
        party = in_force and (ago >= value["later_days_after"] or among_first)
        facts["role"] = "state_party" if party else "signatory_or_observer"
        facts["vote"] = party
    return Computed(facts=facts, rules=(rule, rules.value("definitions.electorate")))


def precondition(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute whether a question may be put at all: Parties for a protocol (Art. 62), years for an amendment (Art. 66)."""
    found = [(name, question) for name, question in _PRECONDITIONS.items() if inputs.has(name)]
    required = inputs.number("required")
    if not found:
        return missing(*_PRECONDITIONS)
    name, question = found[0]
    known = rules.question(question)
    least_of_rules = known.at_least or 0
    have = inputs.number(name) or 0
    needed = least_of_rules if required is None else required
    remarks = (
        ()
        if needed == least_of_rules
        else (
            Remark(code="conference_cases.other_than_rule", params={"given": needed, "rule": least_of_rules}),
        )
    )
    facts: dict[str, Json] = {"allowed": have >= needed, "article": _article(known.rule), "required": needed}
    return Computed(facts=facts, rules=(known.rule,), remarks=remarks)


def absolute(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute a majority of all members, present or not."""
    in_favour, members = inputs.number("for"), inputs.number("members")
    threshold = threshold_of(rules, inputs, default="absolute")
    if in_favour is None or members is None or threshold is None:
        needs = tuple(name for name, held in (("for", in_favour), ("members", members)) if held is None)
        return missing(*needs, rules=(rules.threshold("absolute").rule,))
    counted = Tally(
        in_favour=in_favour,
        against=inputs.number("against") or 0,
        abstain=inputs.number("abstain") or 0,
    )
    verdict = judge(Measure(threshold=threshold, rule=threshold.rule), counted, electorate=members)
    remarks = (
        (Remark(code="conference_cases.more_than_members", params={"members": members}),)
        if counted.recorded > members
        else ()
    )
    facts: dict[str, Json] = {
        "outcome": verdict.outcome.value,
        "votes_needed": verdict.needed,
        "short_by": verdict.short_by,
    }
    return Computed(facts=facts, rules=(threshold.rule,), remarks=remarks)


def _article(rule: RuleValue) -> int | None:
    found = re.search(r"\bHC ([0-9]+)", rule.rule)
    return int(found[1]) if found else None
