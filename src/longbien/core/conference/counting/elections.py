# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elections by secret ballot (GA rules 92 to 94 and 142): who is elected, which ballot comes next, when the lot decides.

The state of an election is a pure function of its papers and lots in their order. A threshold's base is here the valid ballots.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from longbien.core.base.errors import RefusedError
from longbien.core.conference.counting.papers import Papers
from longbien.core.conference.counting.thresholds import votes_needed
from longbien.core.conference.rules.values import Threshold

BLOCK: Final = 3
"""Restricted ballots alternate with unrestricted ones in threes (GA rule 93; seen in the record of 2006)."""


class BallotKind(StrEnum):
    """Who may be voted for."""

    FIRST = "first"
    RESTRICTED = "restricted"
    UNRESTRICTED = "unrestricted"


class LotFor(StrEnum):
    """What a lot decides."""

    ELECTED = "elected"
    ADMITTED = "admitted"
    """Who of those with equal votes stands in the restricted ballot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What is to be filled: how many places, by which share of the valid ballots, and who may be chosen."""

    number: int
    threshold: Threshold
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A ballot: its number, kind, who may be chosen and for how many places."""

    number: int
    kind: BallotKind
    names: tuple[str, ...]
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """A lot that must be drawn: `number` of `names`."""

    of: LotFor
    names: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A ballot with its papers, what was required, and who was elected in it."""

    round: Round
    papers: Papers
    required: int
    elected: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The names that a lot brought."""

    names: tuple[str, ...]


Step: TypeAlias = Papers | Drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """Where an election stands: ballots so far, who is elected, and what comes next: a ballot, a lot, or nothing (it is over).

    `streak` counts the ballots of the present kind in a row that elected nobody; `secure` are the names that stand in the next
    restricted ballot before a lot adds the rest.
    """

    places: Places
    counted: tuple[Counted, ...] = ()
    elected: tuple[str, ...] = ()
    round: Round | None = None
    lot: Lot | None = None
    streak: int = 0
    secure: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """Give the number of places that are not filled."""
        return self.places.number - len(self.elected)


def required(valid: int, threshold: Threshold) -> int:
    """Give the smallest number of votes that elects, to be shown before the count is announced."""
    return votes_needed(threshold, valid)


def begin_election(places: Places) -> Election:
    """Begin with the first ballot; RefusedError `conference_votes.places` if there are fewer candidates than places or none."""
    if not 0 < places.number <= len(set(places.candidates)):
        raise RefusedError(
            "conference_votes.places", places=places.number, candidates=len(set(places.candidates))
        )
    first = Round(number=1, kind=BallotKind.FIRST, names=places.candidates, places=places.number)
    return Election(places=places, round=first)


def take(election: Election, step: Step) -> Election:
    """Go on by a ballot's papers or a lot; RefusedError `conference_votes.election_step`, `…lot_drawn`."""
    if isinstance(step, Papers):
        if election.round is None:
            raise RefusedError("conference_votes.election_step")
        return _count(election, election.round, step)
    if election.lot is None:
        raise RefusedError("conference_votes.election_step")
    lot = election.lot
    if len(set(step.names)) != lot.number or not set(step.names) <= set(lot.names):
        raise RefusedError("conference_votes.lot_drawn", number=lot.number, names=", ".join(lot.names))
    if lot.of is LotFor.ELECTED:
        last = election.counted[-1]
        kept = replace(last, elected=(*last.elected, *step.names))
        election = replace(election, counted=(*election.counted[:-1], kept), lot=None)
        return _after(election, step.names)
    names = (*election.secure, *step.names)
    return _restricted(replace(election, lot=None, secure=()), names)


def election(places: Places, steps: Sequence[Step]) -> Election:
    """Give the state after all steps."""
    state = begin_election(places)
    for step in steps:
        state = take(state, step)
    return state


def _count(state: Election, held: Round, papers: Papers) -> Election:
    needed = required(papers.valid, state.places.threshold)
    ranked = sorted(held.names, key=lambda name: -papers.votes.get(name, 0))
    reached = [name for name in ranked if papers.votes.get(name, 0) >= needed]
    sure, tied = _best(reached, papers, held.places)
    found = Counted(round=held, papers=papers, required=needed, elected=sure)
    state = replace(state, counted=(*state.counted, found), round=None)
    open_places = held.places - len(sure)
    if tied and open_places:
        return replace(
            state,
            elected=(*state.elected, *sure),
            lot=Lot(of=LotFor.ELECTED, names=tied, number=open_places),
        )
    if not sure and _equally_divided(state, held, papers):
        return replace(state, lot=Lot(of=LotFor.ELECTED, names=held.names, number=1))
    return _after(state, sure)


def _equally_divided(state: Election, held: Round, papers: Papers) -> bool:
    """Tell whether the second ballot for one place, between two, ended in a tie: the President draws the lot (GA rule 93)."""
    majority = 2 * state.places.threshold.num == state.places.threshold.den
    votes = {papers.votes.get(name, 0) for name in held.names}
    return (
        state.places.number == 1
        and majority
        and held.kind is BallotKind.RESTRICTED
        and len(held.names) == 2
        and papers.valid > 0
        and len(votes) == 1
    )


def _after(state: Election, elected: Sequence[str]) -> Election:
    """Go on after a ballot that elected these."""
    new = tuple(name for name in elected if name not in state.elected)
    state = replace(state, elected=(*state.elected, *new))
    if not state.left:
        return replace(state, round=None, lot=None, streak=0)
    last = state.counted[-1]
    kind = last.round.kind
    fresh = kind is BallotKind.FIRST or bool(last.elected)
    streak = 0 if fresh else state.streak + 1
    over = streak >= BLOCK
    restricted = fresh or (kind is BallotKind.RESTRICTED) is not over
    state = replace(state, streak=0 if over else streak)
    return _admit(state, last) if restricted else _unrestricted(state)


def _unrestricted(state: Election) -> Election:
    names = tuple(name for name in state.places.candidates if name not in state.elected)
    return replace(state, round=_next(state, BallotKind.UNRESTRICTED, names))


def _admit(state: Election, last: Counted) -> Election:
    """Restrict the next ballot to those with the most votes: not more than twice the places left; the lot decides between equals."""
    if last.round.kind is BallotKind.RESTRICTED and not last.elected:
        return _restricted(state, last.round.names)
    open_names = [name for name in last.round.names if name not in state.elected]
    ranked = sorted(open_names, key=lambda name: -last.papers.votes.get(name, 0))
    sure, tied = _best(ranked, last.papers, 2 * state.left)
    missing = min(2 * state.left, len(ranked)) - len(sure)
    if tied and missing:
        return replace(state, lot=Lot(of=LotFor.ADMITTED, names=tied, number=missing), secure=sure)
    return _restricted(state, sure)


def _restricted(state: Election, names: Sequence[str]) -> Election:
    return replace(state, round=_next(state, BallotKind.RESTRICTED, tuple(names)))


def _next(state: Election, kind: BallotKind, names: tuple[str, ...]) -> Round:
    return Round(number=len(state.counted) + 1, kind=kind, names=names, places=state.left)


def _best(ranked: Sequence[str], papers: Papers, room: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give those who certainly have one of `room` places, and those with equal votes who share what is left."""
    if len(ranked) <= room:
        return tuple(ranked), ()
    edge = papers.votes.get(ranked[room - 1], 0)
    if papers.votes.get(ranked[room], 0) != edge:
        return tuple(ranked[:room]), ()
    sure = tuple(name for name in ranked if papers.votes.get(name, 0) > edge)
    return sure, tuple(name for name in ranked if papers.votes.get(name, 0) == edge)
