# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elections in cases: who is elected in a ballot, how many votes it takes, and which kinds of ballot follow each other."""

from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.ballots import threshold_of
from longbien.core.conference.cases.computed import Computed, Remark, missing
from longbien.core.conference.cases.inputs import Inputs
from longbien.core.conference.counting.elections import Places, begin_election, required, take
from longbien.core.conference.counting.papers import Papers
from longbien.core.conference.rules.values import RuleSet, RuleValue, Threshold

_OTHERS: Final = "others"
_ALIASES: Final = {"majority": "majority_of_valid_ballots"}
_MOST_BALLOTS: Final = 500


def election(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute a ballot: votes required of the valid papers, who is elected, or what comes next."""
    votes = inputs.inner("votes")
    threshold = _threshold(rules, inputs)
    rule = rules.value("elections.base")
    if votes is None:
        return missing("votes", rules=(rule,))
    counted = {name: votes.number(name) or 0 for name in votes.listed()}
    places = inputs.number("places", least=1) or 1
    given = inputs.number("valid")
    inputs.number("abstain")
    inputs.number("invalid")
    if given is None and places > 1:
        return missing("valid", rules=(rule,))
    valid = sum(counted.values()) if given is None else given
    named = tuple(name for name in counted if name != _OTHERS)
    if len(named) < places:
        return missing("votes", rules=(rule,))
    members = inputs.number("members")
    base = members if threshold.base == "electorate" and members is not None else valid
    facts = _ballot(Places(number=places, threshold=threshold, candidates=named), counted, base)
    remarks = _contradictions(counted, valid, places)
    return Computed(facts=facts, rules=(*_order(rules, threshold, places), threshold.rule), remarks=remarks)


def election_flow(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute the kinds of ballots that follow each other while nobody is elected (GA rule 93)."""
    ballots = inputs.number("ballots", least=1)
    threshold = _threshold(rules, inputs, default="two_thirds")
    used = _order(rules, threshold, 1)
    if ballots is None:
        return missing("ballots", rules=used)
    if ballots > _MOST_BALLOTS:
        raise MalformedError("base.field_value", field="ballots", where=inputs.where)
    names = ("A", "B", "C")
    state = begin_election(Places(number=1, threshold=threshold, candidates=names))
    kinds: list[Json] = []
    votes = {"A": 5, "B": 4, "C": 1}
    for _number in range(ballots):
        if state.round is None:
            break
        kinds.append(state.round.kind.value)
        papers = Papers(votes=MappingProxyType(votes), valid=100, abstain=0)
        state = take(state, papers)
    return Computed(facts={"kinds": kinds}, rules=used)


def _ballot(places: Places, counted: dict[str, int], base: int) -> dict[str, Json]:
    papers = Papers(votes=MappingProxyType(dict(counted)), valid=base)
    state = take(begin_election(places), papers)
    elected: list[Json] = list(state.elected)
    facts: dict[str, Json] = {
        "required": required(base, places.threshold),
        "elected": elected if places.number > 1 else (elected[0] if elected else None),
        "lot": list(state.lot.names) if state.lot is not None else None,
        "next": state.round.kind.value if state.round is not None else None,
    }
    if state.round is not None:
        facts["next_candidates"] = list(state.round.names)
    return facts


def _threshold(rules: RuleSet, inputs: Inputs, *, default: str = "majority_of_valid_ballots") -> Threshold:
    given = inputs.value("threshold")
    if isinstance(given, str) and given in _ALIASES:
        return rules.threshold(_ALIASES[given])
    found = threshold_of(rules, inputs, default=default)
    return rules.threshold(default) if found is None else found


def _order(rules: RuleSet, threshold: Threshold, places: int) -> tuple[RuleValue, ...]:
    """Give the rule of the ballots: for several places, for one by two-thirds, for one by majority."""
    if places > 1:
        return (rules.value("elections.several_places"),)
    two_thirds = 2 * threshold.num > threshold.den
    return (rules.value("elections.one_place_two_thirds" if two_thirds else "elections.one_place"),)


def _contradictions(counted: dict[str, int], valid: int, places: int) -> tuple[Remark, ...]:
    """Note figures that cannot be: more votes than the valid papers have room for, or fewer papers than one name's votes."""
    given = sum(counted.values())
    if given > valid * places or max(counted.values(), default=0) > valid:
        return (Remark(code="conference_cases.papers_sum", params={"votes": given, "valid": valid}),)
    return ()
