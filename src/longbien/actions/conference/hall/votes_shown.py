# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes as boards may show them. What stays hidden is decided here, once for all boards.

- A secret ballot: never who chose what, nor who has voted.
- A roll-call: each answer is given aloud, and is shown as it is given.
- A recorded vote: who has voted; what, only when voting is closed (a choice of ours: nobody shall wait and see).
- A show of hands: totals only (`voting.methods.show_of_hands`).
"""

from types import MappingProxyType
from typing import Final

from longbien.actions.conference.hall.names import quoted, who
from longbien.actions.conference.hall.view import (
    BallotView,
    Difference,
    ElectionBallot,
    ElectionView,
    ResultView,
    VoteView,
)
from longbien.core.conference.counting.elections import Counted
from longbien.core.conference.counting.verdict import Verdict
from longbien.core.conference.hall.electors import votes_of
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import ANNOUNCED, BALLOTING, Election, Vote

PAPERS: Final = "secret_ballot"
ALOUD: Final = "roll_call"
TOTALS: Final = "show_of_hands"
_RUNS: Final = frozenset({ANNOUNCED, BALLOTING})


def hides_choices(vote: Vote) -> bool:
    """Tell whether nobody may see now what the participants chose in a vote."""
    return vote.method in (PAPERS, TOTALS) or (vote.method != ALOUD and vote.phase in _RUNS)


def vote_view(sitting: Sitting, vote: Vote) -> VoteView:
    """Give a vote as every board may show it."""
    open_to_all = vote.method not in (PAPERS, TOTALS)
    hidden = hides_choices(vote)
    return VoteView(
        id=vote.id,
        on=vote.on,
        method=vote.method,
        question=vote.question,
        phase=vote.phase,
        threshold=vote.threshold,
        electorate=votes_of(vote.electorate),
        expected=len(vote.electorate),
        ballots_in=len(vote.ballots),
        secret=vote.method == PAPERS,
        ballots=tuple(
            BallotView(who=who(sitting, name), choice="" if hidden else ballot.choice.value)
            for name, ballot in vote.ballots.items()
        )
        if open_to_all
        else (),
        result=None
        if vote.verdict is None or vote.phase in _RUNS
        else result_view(vote.verdict, vote.declared),
        roll=tuple(who(sitting, name) for name in vote.roll),
        lot=vote.lot,
        seed=vote.seed,
        counted_by=vote.counted_by,
        confirmed_by=vote.confirmed_by,
        voided=vote.voided,
        corrections=tuple(
            BallotView(who=who(sitting, one.participant), choice=one.choice.value) for one in vote.corrections
        ),
    )


def election_view(sitting: Sitting, election: Election) -> ElectionView:
    """Give an election as every board may show it: totals of each ballot, never who chose whom."""
    course = election.course
    names = (
        course.round.names if course.round is not None else course.lot.names if course.lot is not None else ()
    )
    return ElectionView(
        id=election.id,
        office=election.office,
        places=election.places,
        candidates=tuple(who(sitting, name) for name in election.candidates),
        phase=election.phase,
        threshold=election.threshold,
        electorate=votes_of(election.electorate),
        ballots=tuple(_ballot(one) for one in course.counted),
        elected=tuple(who(sitting, name) for name in course.elected),
        next_names=tuple(who(sitting, name) for name in names),
        next_kind=course.round.kind.value if course.round is not None else "",
        lot=course.lot is not None,
    )


def _ballot(one: Counted) -> ElectionBallot:
    return ElectionBallot(
        number=one.round.number,
        kind=one.round.kind.value,
        votes=MappingProxyType(dict(one.papers.votes)),
        valid=one.papers.valid,
        invalid=one.papers.invalid,
        abstain=one.papers.abstain,
        required=one.required,
        elected=one.elected,
    )


def result_view(verdict: Verdict, declared: str) -> ResultView:
    """Give a result with its reason; beside the computed outcome the Chair's, and their difference if they differ."""
    quorum = verdict.quorum
    computed = verdict.outcome.value
    reasons = (quoted(verdict.rule),) if quorum is None else (quoted(verdict.rule), quoted(quorum.rule))
    return ResultView(
        votes_for=verdict.tally.in_favour,
        against=verdict.tally.against,
        abstain=verdict.tally.abstain,
        not_voting=verdict.not_voting,
        threshold=verdict.threshold,
        needed=verdict.needed,
        quorum=None if quorum is None else quorum.required,
        present=None if quorum is None else quorum.present,
        computed=computed,
        reasons=reasons,
        declared=declared,
        difference=Difference(computed=computed, declared=declared)
        if declared and declared != computed
        else None,
    )
