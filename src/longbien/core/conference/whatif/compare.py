# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What if: the same events under another set of rules, and where their outcome first changes.

Nobody knows what the Conference would have done instead. So nothing is guessed: the same words are said in the same order, and each event
is accepted or refused, each ballot counted, by the other rules. After the first change the later ones follow from it, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from longbien.core.conference.counting.verdict import Verdict
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import Refusal
from longbien.core.conference.record.course import Course
from longbien.core.conference.record.walk import Step, Walk, walk
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedStep:
    """One event that comes out differently: what it changed under each set of rules, or why it was refused."""

    event: Event
    before: Mapping[str, str]
    after: Mapping[str, str]
    refused_before: Refusal | None
    refused_after: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedStanding:
    """Something that stands differently at the end: its name (`vote:V1`), and its standing under each set of rules ("" for none)."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedVerdict:
    """A vote whose verdict or its figures differ. A verdict is None where there was no such vote."""

    vote: str
    on: str
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The comparison. `first` is the first step that comes out differently; `steps` are all of them, `verdicts` and `standings` the end."""

    own: RuleSet
    other: RuleSet
    events: int
    steps: tuple[ChangedStep, ...]
    verdicts: tuple[ChangedVerdict, ...]
    standings: tuple[ChangedStanding, ...]

    @property
    def first(self) -> ChangedStep | None:
        """The first step at which the outcome changes; None if it never does."""
        return self.steps[0] if self.steps else None


def what_if(course: Course, other: RuleSet) -> WhatIf:
    """Walk a course under its own rules and under others; RefusedError `conference.rule_unknown` for own rules that there are not here."""
    own = rule_set(course.profile, course.choices)
    before = walk(own, course.electorate, course.events)
    after = walk(other, course.electorate, course.events)
    return WhatIf(
        own=own,
        other=other,
        events=len(course.events),
        steps=_steps(before.steps, after.steps),
        verdicts=_verdicts(before, after),
        standings=_standings(before, after),
    )


def _steps(before: Sequence[Step], after: Sequence[Step]) -> tuple[ChangedStep, ...]:
    found = []
    for one, other in zip(before, after, strict=True):
        codes = [step.refusal.code if step.refusal is not None else "" for step in (one, other)]
        if codes[0] != codes[1] or one.now != other.now:
            step = ChangedStep(
                event=one.event,
                before=one.now,
                after=other.now,
                refused_before=one.refusal,
                refused_after=other.refusal,
            )
            found.append(step)
    return tuple(found)


def _verdicts(before: Walk, after: Walk) -> tuple[ChangedVerdict, ...]:
    """Give the votes whose outcome, majority, quorum or reason differs; where only a rule's citation differs nothing changed."""
    found = []
    old, new = before.sitting.votes, after.sitting.votes
    for name in dict.fromkeys([*old, *new]):
        held = old.get(name) or new.get(name)
        one = old[name].verdict if name in old else None
        other = new[name].verdict if name in new else None
        if held is not None and _figures(one) != _figures(other):
            found.append(ChangedVerdict(vote=name, on=held.on, before=one, after=other))
    return tuple(found)


def _figures(verdict: Verdict | None) -> tuple[object, ...]:
    if verdict is None:
        return ()
    quorum = verdict.quorum
    quorate = (quorum.required, quorum.present, quorum.reached) if quorum is not None else ()
    return (verdict.outcome, verdict.reason, verdict.threshold, verdict.needed, verdict.tally, quorate)


def _standings(before: Walk, after: Walk) -> tuple[ChangedStanding, ...]:
    old, new = _end(before), _end(after)
    names = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    return tuple(
        ChangedStanding(name=name, before=old.get(name, ""), after=new.get(name, "")) for name in names
    )


def _end(walked: Walk) -> dict[str, str]:
    return {name: standing for step in walked.steps for name, standing in step.now.items()}
