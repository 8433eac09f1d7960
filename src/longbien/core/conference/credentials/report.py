# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on credentials that the Bureau (or a committee) makes to the Conference, and what the Conference's decision does (rule 19).

Delegations are told by what was received. Unless the reporting body says otherwise, it recommends to accept all of them, those
without formal credentials in order on the understanding that they follow, and to defer the contested ones: whoever has the seat keeps it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json, JsonInput
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.conference.credentials.states import Credentials, State, Step, StepKind


class Advice(StrEnum):
    """What is recommended for a delegation."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class Outcome(StrEnum):
    """What the Conference does with a report."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    """The report falls; credentials stay as they were, and admission stays provisional."""
    DEFERRED = "deferred"
    """The whole decision is put off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A delegation as the report finds it: whose, which claim, its credentials, and codes of what is wrong with its papers."""

    participant: str
    claim: int
    credentials: Credentials
    flaws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a report. `understanding`: accepted on the understanding that formal credentials follow."""

    participant: str
    claim: int
    state: State
    advice: Advice
    understanding: bool = False
    contested_by: tuple[str, ...] = ()
    flaws: tuple[str, ...] = ()


_CONTESTED: Final = frozenset({State.CONTESTED, State.DEFERRED})
_DECIDED: Final = frozenset({State.ACCEPTED, State.REJECTED})

GROUPS: Final[Mapping[str, frozenset[State]]] = MappingProxyType(
    {
        "formal": frozenset({State.IN_ORDER, State.ACCEPTED}),
        "original": frozenset({State.ORIGINAL_RECEIVED}),
        "copy": frozenset({State.COPY_RECEIVED}),
        "nothing": frozenset({State.NOT_RECEIVED}),
        "contested": _CONTESTED,
        "rejected": frozenset({State.REJECTED}),
    }
)
"""The paragraphs of a report, in its order: which states stand in which."""


def draft(examined: Iterable[Examined], advice: Mapping[tuple[str, int], Advice]) -> tuple[Line, ...]:
    """Write the lines of a report for all delegations; `advice` by participant and claim goes before what is usual.

    Of rival claims at most one can be recommended: UsageError `conference.report_rivals`.
    """
    lines = tuple(
        _line(one, advice.get((one.participant, one.claim)))
        for one in sorted(examined, key=lambda one: (one.participant, one.claim))
    )
    accepted = [one.participant for one in lines if one.advice is Advice.ACCEPTED]
    twice = next((one for one in accepted if accepted.count(one) > 1), "")
    if twice:
        raise UsageError("conference.report_rivals", participant=twice)
    return lines


def _line(one: Examined, advice: Advice | None) -> Line:
    state = one.credentials.state
    usual = Advice.DEFERRED if state in _CONTESTED or one.claim > 1 else Advice.ACCEPTED
    if state is State.REJECTED:
        usual = Advice.REJECTED
    found = advice or usual
    formal = state in GROUPS["formal"] or (state in _CONTESTED and one.credentials.beneath is State.IN_ORDER)
    return Line(
        participant=one.participant,
        claim=one.claim,
        state=state,
        advice=found,
        understanding=found is Advice.ACCEPTED and not formal,
        contested_by=one.credentials.contested_by,
        flaws=one.flaws,
    )


def grouped(lines: Sequence[Line]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Give a report's paragraphs that are not empty."""
    found = ((name, tuple(one for one in lines if one.state in states)) for name, states in GROUPS.items())
    return tuple((name, rows) for name, rows in found if rows)


def decided(line: Line, before: Credentials, outcome: Outcome, at: datetime) -> Step | None:
    """Give the step that the Conference's decision is for one delegation; None where nothing changes."""
    if outcome is Outcome.REJECTED or (outcome is Outcome.DEFERRED and before.state in _DECIDED):
        return None
    kind = StepKind.DEFERRED if outcome is Outcome.DEFERRED else StepKind(line.advice.value)
    if kind.value == before.state.value or (kind is StepKind.DEFERRED and before.state in _DECIDED):
        return None
    return Step(kind=kind, at=at)


def report_json(lines: Sequence[Line]) -> list[JsonInput]:
    """Give a report as it is kept."""
    return [
        {
            "participant": one.participant,
            "claim": one.claim,
            "state": one.state.value,
            "advice": one.advice.value,
            "understanding": one.understanding,
            "contested_by": list(one.contested_by),
            "flaws": list(one.flaws),
        }
        for one in lines
    ]


def read_report(value: Json) -> tuple[Line, ...]:
    """Read a report as `report_json` writes it; MalformedError `conference.report_broken`."""
    try:
        return tuple(_read(one) for one in value) if isinstance(value, list) else _broken()
    except (KeyError, TypeError, ValueError) as error:
        raise MalformedError("conference.report_broken") from error


def _read(one: Json) -> Line:
    if not isinstance(one, dict):
        raise TypeError
    contested, flaws, claim = one["contested_by"], one["flaws"], one["claim"]
    if not isinstance(contested, list) or not isinstance(flaws, list) or not isinstance(claim, int):
        raise TypeError
    return Line(
        participant=str(one["participant"]),
        claim=claim,
        state=State(str(one["state"])),
        advice=Advice(str(one["advice"])),
        understanding=one["understanding"] is True,
        contested_by=tuple(str(each) for each in contested),
        flaws=tuple(str(each) for each in flaws),
    )


def _broken() -> tuple[Line, ...]:
    raise MalformedError("conference.report_broken")
