# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Carrying out cases: each by the engine from its inputs, under the rules that its body or the person who asks names; then compared.

Nothing here knows a case by its id, and what is expected is looked at only after the outcome was computed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.conference.cases.admission import credentials, ngo
from longbien.core.conference.cases.ballots import vote
from longbien.core.conference.cases.comparing import Compared, compare
from longbien.core.conference.cases.computed import Computed, Remark
from longbien.core.conference.cases.elections import election, election_flow
from longbien.core.conference.cases.floor import motion_order, motion_speakers, reply, request, roll_call
from longbien.core.conference.cases.inputs import Inputs, fault
from longbien.core.conference.cases.parties import absolute, eligibility, precondition, quorum_table
from longbien.core.conference.cases.reading import Case, CaseFile
from longbien.core.conference.cases.sequences import division, sequence
from longbien.core.conference.cases.texts import consensus, correction, sponsorship, withdrawal
from longbien.core.conference.cases.variants import variant
from longbien.core.conference.cases.weights import reio, reio_conflict
from longbien.core.conference.rules.load import DEFAULT_PROFILE, changed, profiles, rule_set
from longbien.core.conference.rules.values import RuleSet, RuleValue

KINDS: Final[Mapping[str, Callable[[RuleSet, Inputs], Computed]]] = MappingProxyType(
    {
        "absolute": absolute,
        "consensus": consensus,
        "correction": correction,
        "credentials": credentials,
        "division": division,
        "election": election,
        "election_flow": election_flow,
        "eligibility": eligibility,
        "motion_order": motion_order,
        "motion_speakers": motion_speakers,
        "ngo": ngo,
        "precondition": precondition,
        "quorum_table": quorum_table,
        "reio": reio,
        "reio_conflict": reio_conflict,
        "reply": reply,
        "request": request,
        "roll_call": roll_call,
        "sequence": sequence,
        "sponsorship": sponsorship,
        "variant": variant,
        "vote": vote,
        "vote_partial": vote,
        "withdrawal": withdrawal,
    }
)
"""What each kind of case is computed by."""


class Status(StrEnum):
    """How a case came out."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A case with its outcome: facts computed and expected side by side, the rules that decided, what is missing or to be noted."""

    id: str
    kind: str
    title: str
    status: Status
    rules_of: str
    computed: Mapping[str, Json]
    expected: Mapping[str, Json]
    compared: tuple[Compared, ...]
    rules: tuple[RuleValue, ...]
    needs: tuple[str, ...]
    remarks: tuple[Remark, ...]


def carry_out(file: CaseFile, rules: RuleSet | None = None) -> tuple[Result, ...]:
    """Carry out every case of a file; under `rules` if given, else under those of the case or its body.

    MalformedError `conference_cases.…` with line and column for inputs that cannot be read.
    """
    try:
        return tuple(result(case, rules) for case in file.cases)
    except MalformedError as error:
        raise file.placed(error) from error


def result(case: Case, rules: RuleSet | None = None) -> Result:
    """Compute one case, then compare it with what is expected; MalformedError for inputs that cannot be read."""
    compute = KINDS.get(case.kind)
    if compute is None:
        raise fault(
            "kind",
            field="kind",
            where=case.where,
            kind=case.kind,
            known=", ".join(KINDS),
        )
    inputs = Inputs(case.inputs, where=f"{case.where}.inputs")
    chosen = _rules(case, inputs, rules)
    computed = _noted(compute(chosen, inputs), inputs)
    compared = compare(case.expected, computed)
    return Result(
        id=case.id,
        kind=case.kind,
        title=case.title,
        status=_status(computed, compared),
        rules_of=chosen.id,
        computed=computed.facts,
        expected=case.expected,
        compared=compared,
        rules=computed.rules,
        needs=computed.needs,
        remarks=computed.remarks,
    )


def _rules(case: Case, inputs: Inputs, asked: RuleSet | None) -> RuleSet:
    """Give the rules of a case: those asked for, those that it names, those of its body, or the default."""
    profile = inputs.text("profile")
    choices = inputs.inner("choices")
    found = asked
    try:
        if found is None:
            found = rule_set(profile or _profile_of(case.body))
        if choices is not None:
            found = changed(found, {name: choices.text(name) for name in choices.listed()})
    except RefusedError as error:
        field = "profile" if error.params.get("kind") == "profile" else "choices"
        raise MalformedError("base.field_value", field=field, where=inputs.where) from error
    return found


def _profile_of(body: str) -> str:
    """Give the profile of a body by the names that the profile's data say it goes by."""
    return next(
        (one.id for one in profiles() if any(name in body for name in one.bodies)),
        DEFAULT_PROFILE,
    )


def _noted(computed: Computed, inputs: Inputs) -> Computed:
    """Note inputs that no rule of this kind used: nothing is dropped silently."""
    unused = inputs.unused()
    if not unused:
        return computed
    remark = Remark(code="conference_cases.unused", params={"names": ", ".join(unused)[:200]})
    return replace(computed, remarks=(*computed.remarks, remark))


def _status(computed: Computed, compared: Sequence[Compared]) -> Status:
    """Tell how a case came out: a fact that differs counts even where another is not determined."""
    if any(one.same is False for one in compared):
        return Status.DIFFERS
    return Status.UNDETERMINED if computed.needs else Status.AGREES
