# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is admitted, in cases: credentials in time, late, contested; organisations that a Party objects to."""

from datetime import timedelta
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.accreditation.states import Application, State, Step, StepKind, Terms, Track
from longbien.core.conference.accreditation.steps import application_of, lapse
from longbien.core.conference.cases.computed import Computed, missing
from longbien.core.conference.cases.inputs import Inputs
from longbien.core.conference.cases.stage import START
from longbien.core.conference.rules.values import RuleSet

_MOST: Final = 200
_FOLLOWING: Final = {State.OBJECTED: "referred", State.OBJECTION_WITHDRAWN: "admitted"}
_EXAMINED: Final = {
    "defer": ("credentials.deferral", "keeps_seat_and_rights"),
    "accept": ("credentials.decided_by", "accepted"),
    "reject": ("credentials.rejection_effect", ""),
}
_EFFECTS: Final = {
    "none_by_default": "keeps_seat_and_rights",
    "loses_vote": "seated_without_vote",
    "excluded": "excluded",
}


def credentials(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute what late or contested credentials mean: admitted provisionally with full rights until the Conference decides."""
    claims, committee = inputs.number("claims"), inputs.text("committee")
    if committee:
        return _examined(rules, inputs, committee)
    hours = inputs.value("hours_before")
    if hours is None and claims is None:
        return missing("hours_before", "committee", rules=(rules.value("credentials.provisional_admission"),))
    facts: dict[str, Json] = {}
    used = [rules.value("credentials.provisional_admission")]
    if hours is not None:
        if not isinstance(hours, int) or isinstance(hours, bool):
            raise inputs.wrong("hours_before", "integer")
        deadline = rules.value("credentials.deadline_hours_before_opening")
        facts["late"] = isinstance(deadline.value, int) and hours < deadline.value
        used += [deadline, rules.value("credentials.deadline_is_soft")]
    facts.update({"admitted": "provisionally", "rights": "full"})
    if claims is not None and claims > 1:
        facts["incumbent"] = "keeps_seat_and_rights"
    return Computed(facts=facts, rules=tuple(used))


def _examined(rules: RuleSet, inputs: Inputs, committee: str) -> Computed:
    if committee not in _EXAMINED:
        raise MalformedError("base.field_value", field="committee", where=inputs.where)
    path, incumbent = _EXAMINED[committee]
    rule = rules.value(path)
    objections = inputs.number("objections") or 0
    facts: dict[str, Json] = {
        "incumbent": incumbent or _EFFECTS.get(str(rule.value), str(rule.value)),
        "report": "put_to_the_vote" if objections else "adopted_without_a_vote",
    }
    return Computed(facts=facts, rules=(rule, rules.threshold("consensus").rule))


def ngo(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute where an organisation's application stands after objections, their withdrawal and a decision (rule 17 of UNTOC)."""
    objections = inputs.number("objections")
    withdrawn = inputs.number("withdrawn") or 0
    decision = inputs.text("decision")
    rule = rules.value("accreditation.transitions")
    if objections is None:
        return missing("objections", rules=(rule,))
    if objections > _MOST or withdrawn > objections:
        raise MalformedError("base.field_value", field="objections", where=inputs.where)
    terms = Terms(
        opening=START + timedelta(days=60), default=str(rules.value("accreditation.if_no_decision").value)
    )
    steps = [
        Step(kind=StepKind.LISTED, at=START),
        Step(kind=StepKind.CIRCULATED, at=START),
        *(Step(kind=StepKind.OBJECTED, at=START, by=f"P{n}", reasons="given") for n in range(objections)),
        *(Step(kind=StepKind.OBJECTION_WITHDRAWN, at=START, by=f"P{n}") for n in range(withdrawn)),
    ]
    if not objections:
        steps.append(Step(kind=StepKind.ADMITTED, at=terms.opening))
    found = application_of(Application(track=Track.NGO_OTHER, applied_at=START), steps, terms)
    facts: dict[str, Json] = {"state": found.state.value, "next": _next(found.state)}
    used = [rule]
    if decision:
        facts.update(_decided(found, decision, terms, inputs))
        used.append(rules.question("admit_observer_objected").rule)
        if decision == "none":
            used.append(rules.value("accreditation.if_no_decision"))
    return Computed(facts=facts, rules=tuple(used))


def _next(state: State) -> str | None:
    """Give the step that follows: an objection refers the application to the Conference; once it is withdrawn, the body is admitted."""
    return _FOLLOWING.get(state)


def _decided(found: Application, decision: str, terms: Terms, inputs: Inputs) -> dict[str, Json]:
    if decision == "none":
        return {"state": lapse(found, terms.opening, terms).state.value, "next": None}
    if decision not in ("admitted", "not_admitted"):
        raise MalformedError("base.field_value", field="decision", where=inputs.where)
    return {"state": decision, "next": None}
