# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Credentials as a pure function of their steps: what was received, found and decided (rules 18 to 20 of the default profile).

A table says which step leads from which state to which. Whatever the state, nobody is locked out by a late or faulty paper:
representatives are admitted provisionally, with every right, until the Conference decides; what a rejection takes away is a rule value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError


class State(StrEnum):
    """Where the credentials of a delegation stand."""

    NOT_RECEIVED = "not_received"
    COPY_RECEIVED = "copy_received"
    """A scan, an e-mail, a note verbale or a letter that names the delegation: provisional."""
    ORIGINAL_RECEIVED = "original_received"
    IN_ORDER = "in_order"
    """Examined and found in order."""
    CONTESTED = "contested"
    """Objected to, or claimed by two."""
    DEFERRED = "deferred"
    """The Conference puts its decision off: whoever has the seat keeps it."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class StepKind(StrEnum):
    """What may happen to credentials."""

    COPY = "copy"
    ORIGINAL = "original"
    IN_ORDER = "in_order"
    NOT_IN_ORDER = "not_in_order"
    CONTESTED = "contested"
    CONTEST_WITHDRAWN = "contest_withdrawn"
    DEFERRED = "deferred"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what, when, by whom (a participant that contests; empty otherwise), and its facts."""

    kind: StepKind
    at: datetime
    by: str = ""
    body: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))


_DECIDED: Final = frozenset({State.ACCEPTED, State.REJECTED})
_PAPERS: Final = {StepKind.COPY: State.COPY_RECEIVED, StepKind.ORIGINAL: State.ORIGINAL_RECEIVED}
_HELD: Final = (State.COPY_RECEIVED, State.ORIGINAL_RECEIVED)

TABLE: Final[Mapping[StepKind, Mapping[State, State]]] = MappingProxyType(
    {
        # A paper never undoes what was found or decided, except that a rejected delegation may send a new one.
        StepKind.COPY: {
            **{one: one for one in State},
            State.NOT_RECEIVED: State.COPY_RECEIVED,
            State.REJECTED: State.COPY_RECEIVED,
        },
        StepKind.ORIGINAL: {
            **{one: one for one in State},
            State.NOT_RECEIVED: State.ORIGINAL_RECEIVED,
            State.COPY_RECEIVED: State.ORIGINAL_RECEIVED,
            State.REJECTED: State.ORIGINAL_RECEIVED,
        },
        StepKind.IN_ORDER: {
            State.ORIGINAL_RECEIVED: State.IN_ORDER,
            State.IN_ORDER: State.IN_ORDER,
            State.CONTESTED: State.CONTESTED,
            State.DEFERRED: State.DEFERRED,
        },
        StepKind.NOT_IN_ORDER: {
            State.COPY_RECEIVED: State.COPY_RECEIVED,
            State.ORIGINAL_RECEIVED: State.ORIGINAL_RECEIVED,
            State.IN_ORDER: State.ORIGINAL_RECEIVED,
            State.CONTESTED: State.CONTESTED,
            State.DEFERRED: State.DEFERRED,
        },
        StepKind.CONTESTED: {
            one: State.DEFERRED if one is State.DEFERRED else State.CONTESTED
            for one in State
            if one not in _DECIDED
        },
        # Where it leads is what papers and findings came to without the contest.
        StepKind.CONTEST_WITHDRAWN: {State.CONTESTED: State.CONTESTED, State.DEFERRED: State.DEFERRED},
        StepKind.DEFERRED: {one: State.DEFERRED for one in State if one not in _DECIDED},
        # On the understanding that what is missing follows: nothing received is no bar.
        StepKind.ACCEPTED: {one: State.ACCEPTED for one in State if one is not State.ACCEPTED},
        StepKind.REJECTED: {one: State.REJECTED for one in State if one is not State.REJECTED},
    }
)
"""From which state a step leads to which; a pair that is missing is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What the steps come to: the state, since when, and who contests now."""

    state: State = State.NOT_RECEIVED
    since: datetime | None = None
    beneath: State = State.NOT_RECEIVED
    """What papers and findings come to without any contest."""
    contested_by: tuple[str, ...] = ()
    has_original: bool = False


NOTHING: Final = Credentials()


def credentials_of(steps: Iterable[Step]) -> Credentials:
    """Compute where credentials stand; RefusedError as `advance`."""
    found = NOTHING
    for step in steps:
        found = advance(found, step)
    return found


def advance(before: Credentials, step: Step) -> Credentials:
    """Carry one step out; RefusedError `conference.credentials_step` for one that does not follow, `conference.credentials_contest` for a withdrawal of a contest that there is not."""
    state = TABLE[step.kind].get(before.state)
    if state is None:
        raise RefusedError("conference.credentials_step", step=step.kind.value, state=before.state.value)
    contested = _contested(before, step)
    if step.kind is StepKind.CONTEST_WITHDRAWN and not contested and before.state is State.CONTESTED:
        state = before.beneath
    decided_again = before.state is State.REJECTED and step.kind in _PAPERS
    return Credentials(
        state=state,
        since=before.since if state is before.state else step.at,
        beneath=_beneath(State.NOT_RECEIVED if decided_again else before.beneath, step),
        contested_by=contested,
        has_original=before.has_original or step.kind is StepKind.ORIGINAL,
    )


def _contested(before: Credentials, step: Step) -> tuple[str, ...]:
    if step.kind is StepKind.CONTESTED:
        return tuple(sorted({*before.contested_by, step.by}))
    if step.kind is StepKind.CONTEST_WITHDRAWN:
        if step.by not in before.contested_by:
            raise RefusedError("conference.credentials_contest", participant=step.by)
        return tuple(one for one in before.contested_by if one != step.by)
    return () if step.kind in {StepKind.ACCEPTED, StepKind.REJECTED} else before.contested_by


def _beneath(before: State, step: Step) -> State:
    """Give what papers and findings come to, whatever is contested or deferred."""
    if step.kind in {StepKind.ACCEPTED, StepKind.REJECTED}:
        return State(step.kind.value)
    found = TABLE[step.kind].get(before, before)
    return before if found in {State.CONTESTED, State.DEFERRED} else found


class Effect(StrEnum):
    """What a rejection takes away: the value `credentials.rejection_effect` of the rules."""

    NONE = "none_by_default"
    """Nothing by itself: excluding a delegation is another decision."""
    LOSES_VOTE = "loses_vote"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What a delegation may do at this moment as far as credentials are concerned. `provisional`: the Conference has not decided."""

    seated: bool
    vote: bool
    provisional: bool


def rights(state: State, effect: Effect) -> Rights:
    """Give the rights that go with a state: all of them, except what the rules take from a rejected delegation."""
    if state is not State.REJECTED:
        return Rights(seated=True, vote=True, provisional=state is not State.ACCEPTED)
    return Rights(seated=effect is not Effect.EXCLUDED, vote=effect is Effect.NONE, provisional=False)
