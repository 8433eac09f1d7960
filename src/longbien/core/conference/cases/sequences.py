# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several votes in a row: motions, parts, amendments, rulings under appeal, withdrawals; what an earlier one means for a later."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.ballots import Judged, deciding, judged_vote, vote_facts
from longbien.core.conference.cases.computed import Computed, Remark
from longbien.core.conference.cases.inputs import Inputs, fault
from longbien.core.conference.cases.texts import withdrawal
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.counting.thresholds import Outcome, is_appeal
from longbien.core.conference.rules.values import RuleSet, RuleValue

CARRIED: Final = frozenset({"adopted", "upheld", "allowed"})
_OVERTURN: Final = re.compile(
    r"\b(?:overturn|overrule|reverse|set aside|against the ruling)\b", re.IGNORECASE
)
_DELETE: Final = re.compile(r"\b(?:delete|deletion|remove|strike)\b", re.IGNORECASE)
_REPORTED: Final = {
    "adopted": "adopted",
    "carried": "adopted",
    "agreed": "adopted",
    "rejected": "rejected",
    "refused": "rejected",
    "lost": "rejected",
}
_OF_PRESENCE: Final = ("recorded_present", "quorum_needed", "quorum_ok", "present", "also_two_thirds")


@dataclass(slots=True, kw_only=True)
class _Course:
    """What has been computed so far, step by step."""

    outcomes: list[str | None] = field(default_factory=list)
    by_id: dict[str, str | None] = field(default_factory=dict)
    rules: list[RuleValue] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    last: dict[str, Json] = field(default_factory=dict)
    seats: list[str] = field(default_factory=list)
    needed: list[Json] = field(default_factory=list)


def sequence(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute votes and other steps in their order. A figure of the whole case (States Parties) holds for each vote in it."""
    course = _Course()
    steps = inputs.rows("steps")
    if not steps:
        return Computed(needs=("steps",))
    for name in ("states_parties", "participating", "present", "members"):
        inputs.number(name)
    for number, one in enumerate(steps, start=1):
        _take(rules, inputs, one, course, one.text("id") or str(number))
        for name in one.unused():
            course.remarks.append(Remark(code="conference_cases.unused", params={"names": name}))
    facts: dict[str, Json] = {"outcomes": list(course.outcomes), **course.last}
    if len(course.needed) == len(course.outcomes):
        facts["votes_needed"] = list(course.needed)
    if course.seats:
        facts["seat_after"] = list(course.seats)
    return Computed(
        facts=facts,
        rules=tuple(_by_path(course.rules).values()),
        needs=tuple(course.needs),
        remarks=tuple(course.remarks),
    )


def division(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute the vote on a part, or on several parts and the rest: what is retained, what falls (GA rule 89)."""
    parts = inputs.rows("parts")
    if parts:
        return _parts(rules, inputs, parts)
    judged = judged_vote(rules, inputs)
    question = inputs.text("question")
    if isinstance(judged, Computed):
        return judged
    outcome = judged.verdict.outcome.value
    facts = {**vote_facts(rules, judged), "text": _text(question, outcome)}
    rule = rules.value("division.question_put")
    return Computed(facts=facts, rules=(*deciding(judged.verdict), rule), remarks=judged.remarks)


def _parts(rules: RuleSet, inputs: Inputs, parts: tuple[Inputs, ...]) -> Computed:
    """Vote parts one by one with the threshold of the whole, then what is left of it."""
    threshold, texts, needs, outcomes = inputs.value("threshold"), [], [], []
    operative = []
    for number, one in enumerate(parts, start=1):
        merged = Inputs({"threshold": threshold, **_plain(one)}, where=one.where)
        judged = judged_vote(rules, merged)
        if isinstance(judged, Computed):
            needs += [f"parts[{number}].{name}" for name in judged.needs]
            continue
        outcomes.append(judged.verdict.outcome.value)
        texts.append(_text(merged.text("question"), judged.verdict.outcome.value))
        if merged.flag("operative") is not False:
            operative.append(texts[-1])
    facts: dict[str, Json] = {"outcomes": list(outcomes), "text": list(texts)}
    whole = inputs.inner("whole")
    used = [rules.value("division.parts_threshold"), rules.value("division.question_put")]
    if operative and all(one == "deleted" for one in operative) and inputs.flag("all_operative") is True:
        facts["whole"] = "rejected"
        used.append(rules.value("division.all_operative_parts_rejected"))
    elif whole is not None:
        judged = judged_vote(rules, Inputs({"threshold": threshold, **_plain(whole)}, where=whole.where))
        facts["whole"] = None if isinstance(judged, Computed) else judged.verdict.outcome.value
    return Computed(facts=facts, rules=tuple(used), needs=tuple(needs))


def _take(rules: RuleSet, inputs: Inputs, one: Inputs, course: _Course, name: str) -> None:
    """Take one step: a vote with figures, or an action."""
    action = one.text("action")
    given = one.has("for") or one.has("against") or one.has("roll")
    if not given and not action and _fell(one, course):
        outcome: str | None = "not_put"
        course.rules.append(rules.value("proposals.linked"))
    elif action and not given:
        if action not in _ACTIONS:
            raise MalformedError("base.field_value", field="action", where=one.where)
        outcome = _ACTIONS[action](rules, one, course, name)
    else:
        outcome = _vote(rules, inputs, one, course, name)
    course.outcomes.append(outcome)
    course.by_id[name] = outcome
    _seat(rules, course, name, outcome)


def _vote(rules: RuleSet, inputs: Inputs, one: Inputs, course: _Course, name: str) -> str | None:
    shared = {held: inputs.value(held) for held in ("states_parties", "participating", "present", "members")}
    given = {**{held: value for held, value in shared.items() if value is not None}, **_plain(one)}
    given = _conditioned(one, given, course)
    question = one.text("question")
    judged = judged_vote(rules, Inputs(given, where=one.where))
    if isinstance(judged, Computed):
        course.needs += [f"{name}: {need}" for need in judged.needs]
        course.rules += judged.rules
        outcome = judged.facts.get("outcome")
        return outcome if isinstance(outcome, str) else None
    if is_appeal(rules.threshold("overturn_ruling")) and judged.verdict.threshold == "overturn_ruling":
        judged = _as_put(rules, judged, question, Inputs(given, where=one.where))
    facts = vote_facts(rules, judged)
    course.needed.append(judged.verdict.needed)
    course.last = {held: facts[held] for held in _OF_PRESENCE if held in facts}
    course.rules += deciding(judged.verdict)
    course.remarks += judged.remarks
    return judged.verdict.outcome.value


def _fell(one: Inputs, course: _Course) -> bool:
    """Tell whether a step without figures hangs on an earlier one that was not carried: then it is not put (Commission on Narcotic Drugs, 2020)."""
    prior = one.text("if_prior")
    return prior in course.by_id and course.by_id[prior] not in CARRIED


def _conditioned(one: Inputs, given: dict[str, Json], course: _Course) -> dict[str, Json]:
    """Apply `if_prior`: the threshold holds if the earlier step was carried; otherwise the simple majority does."""
    prior = one.text("if_prior")
    if not prior:
        return given
    if prior not in course.by_id:
        raise fault("prior_unknown", field="if_prior", where=one.where, prior=prior[:80])
    if course.by_id[prior] in CARRIED:
        return given
    if given.get("threshold") != "simple":
        course.remarks.append(Remark(code="conference_cases.prior_failed", params={"prior": prior}))
    return {**given, "threshold": "simple"}


def _as_put(rules: RuleSet, judged: Judged, question: str, given: Inputs) -> Judged:
    """Read an appeal as it was put: asked whether to overturn, the votes for are those against the ruling."""
    if not _OVERTURN.search(question):
        return judged
    turned = Tally(
        in_favour=judged.tally.against, against=judged.tally.in_favour, abstain=judged.tally.abstain
    )
    swapped: dict[str, Json] = {**_plain(given), "for": turned.in_favour, "against": turned.against}
    swapped.pop("roll", None)
    found = judged_vote(rules, Inputs(swapped, where=given.where))
    return judged if isinstance(found, Computed) else found


def _reported(rules: RuleSet, one: Inputs, course: _Course, name: str) -> str | None:
    """Take a vote whose figures were not found as it was reported, and say so."""
    said = one.text("result").strip().lower()
    word = re.split(r"[^a-z_]", said, maxsplit=1)[0] if said else ""
    if not word:
        course.needs += [f"{name}: for", f"{name}: against"]
        return None
    course.remarks.append(Remark(code="conference_cases.reported", params={"step": name, "result": said}))
    course.rules.append(rules.question("kind_dispute").rule)
    if word in _REPORTED:
        return _REPORTED[word]
    subject = re.search(r"_is_([a-z]+)", name)
    return "adopted" if subject is None or subject[1] == word else "rejected"


def _withdrawn(rules: RuleSet, one: Inputs, course: _Course, name: str) -> str | None:
    found = withdrawal(rules, one)
    course.rules += found.rules
    course.needs += [f"{name}: {need}" for need in found.needs]
    allowed = found.facts.get("allowed")
    return None if allowed is None else "allowed" if allowed is True else "refused"


_ACTIONS: Final[Mapping[str, Callable[[RuleSet, Inputs, _Course, str], str | None]]] = MappingProxyType(
    {"vote": _reported, "withdraw": _withdrawn}
)
"""Steps that are no vote with figures."""


def _seat(rules: RuleSet, course: _Course, name: str, outcome: str | None) -> None:
    """Say where a delegation stands after a step about its credentials or its exclusion (General Assembly, 1974)."""
    before = course.seats[-1] if course.seats else "seated_and_voting"
    if "credentials" in name:
        rule = rules.value("credentials.rejection_effect")
        course.rules.append(rule)
        course.seats.append(before if rule.value == "none_by_default" else str(rule.value))
    elif "exclu" in name:
        course.seats.append("excluded" if outcome in CARRIED else before)
    elif course.seats:
        course.seats.append(before)


def _text(question: str, outcome: str) -> str:
    """Say what becomes of the text: asked for deletion it falls if adopted, asked for retention it falls unless adopted."""
    kept = outcome != Outcome.ADOPTED.value if _DELETE.search(question) else outcome == Outcome.ADOPTED.value
    return "retained" if kept else "deleted"


def _plain(inputs: Inputs) -> dict[str, Json]:
    return {name: inputs.value(name) for name in inputs.listed()}


def _by_path(rules: list[RuleValue]) -> dict[str, RuleValue]:
    return {one.path: one for one in rules}
