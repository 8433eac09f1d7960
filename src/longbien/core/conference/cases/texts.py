# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts in cases: withdrawal, sponsorship, adoption without a vote, and what a correction after the vote changes."""

from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.computed import Computed, missing
from longbien.core.conference.cases.inputs import Inputs
from longbien.core.conference.cases.stage import PROPOSAL, PROPOSER, meeting, said, tried, with_proposal
from longbien.core.conference.counting.tally import read_choice
from longbien.core.conference.hall.electorate import Participant
from longbien.core.conference.hall.state.texts import ADOPTED, TABLED
from longbien.core.conference.rules.values import ROLES, RuleSet

_SOMEBODY: Final = "P2"
_MOST: Final = 500


def withdrawal(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute whether a proposal may be withdrawn: by its proposer, before voting on it, if not amended (rule 54 of UNTOC)."""
    begun, amended = inputs.flag("voting_begun"), inputs.flag("amended")
    by = inputs.text("by") or "proposer"
    if begun is None and amended is None:
        return missing("voting_begun", "amended", rules=(rules.value("proposals.withdrawal"),))
    hall = with_proposal(meeting(rules, 3), amended=amended is True, voted=begun is True)
    who = PROPOSER if by in {"proposer", "sponsor"} else _SOMEBODY
    _after, refusal = tried(hall, "proposal.withdrawn", who, id=PROPOSAL)
    facts: dict[str, Json] = {"allowed": refusal is None, "refusal": refusal.code if refusal else None}
    return Computed(facts=facts, rules=(refusal.rule if refusal else rules.value("proposals.withdrawal"),))


def sponsorship(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute whether a delegation may join the sponsors: until adoption (note of the Ad Hoc Committee's secretariat)."""
    adopted = inputs.flag("adopted")
    role = inputs.text("role") or "state_party"
    if adopted is None:
        return missing("adopted", rules=(rules.value("proposals.sponsors"),))
    if role not in ROLES:
        raise inputs.wrong("role", ", ".join(ROLES))
    somebody = Participant(id="X", role=role)
    hall = with_proposal(meeting(rules, 3, others=(somebody,)), state=ADOPTED if adopted else TABLED)
    _after, refusal = tried(hall, "proposal.sponsored", somebody.id, id=PROPOSAL)
    facts: dict[str, Json] = {"allowed": refusal is None, "refusal": refusal.code if refusal else None}
    return Computed(facts=facts, rules=(refusal.rule if refusal else rules.value("proposals.sponsors"),))


def consensus(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute an adoption without a vote: the Chair asks, and nobody whose right it is objects (rule 56 of UNTOC)."""
    objections = inputs.number("objections")
    role = inputs.text("role") or "state_party"
    rule = rules.threshold("consensus").rule
    if objections is None:
        return missing("objections", rules=(rule,))
    if role not in ROLES:
        raise inputs.wrong("role", ", ".join(ROLES))
    objectors = tuple(Participant(id=f"X{number}", role=role) for number in range(min(objections, _MOST)))
    hall = with_proposal(meeting(rules, 3, others=objectors))
    hall = said(hall, "consensus.asked", "chair", on=f"proposal:{PROPOSAL}")
    for one in objectors:
        hall, _refusal = tried(hall, "consensus.objected", one.id)
    after, refusal = tried(hall, "consensus.declared", "chair")
    adopted = refusal is None and after.proposals[PROPOSAL].state == ADOPTED
    facts: dict[str, Json] = {
        "outcome": "adopted" if adopted else "no_consensus",
        "method": "without_a_vote" if adopted else None,
    }
    return Computed(facts=facts, rules=(refusal.rule if refusal else rule,))


def _choice(wish: Inputs, name: str) -> str:
    try:
        return read_choice(wish.text(name)).value
    except MalformedError as error:
        raise MalformedError("base.field_value", field=name, where=wish.where) from error


def correction(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute what a delegation's correction after the vote changes: a note is kept, the totals stay."""
    rule = rules.value("voting.correction_after")
    totals, wish = inputs.inner("totals"), inputs.inner("wish")
    if totals is None or wish is None:
        needs = tuple(name for name, held in (("totals", totals), ("wish", wish)) if held is None)
        return missing(*needs, rules=(rule,))
    before = {side: totals.number(side) for side in ("for", "against", "abstain")}
    noted = [name for name in wish.listed() if _choice(wish, name)]
    unchanged = rule.value == "note_only"
    facts: dict[str, Json] = {
        "totals_unchanged": unchanged,
        "note_recorded": bool(noted),
        "totals": dict(before),
    }
    return Computed(facts=facts, rules=(rule,))
