# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next steps of a running vote: opening, count, close, declaration; and of one whose verdict a ruling has changed since."""

from collections.abc import Iterator

from longbien.core.conference.counting.thresholds import Outcome
from longbien.core.conference.counting.verdict import Verdict
from longbien.core.conference.hall.candidates import Spoken, Step, candidate
from longbien.core.conference.hall.kinds import SECRETARIAT
from longbien.core.conference.hall.methods import BY_NAME, ROLL_CALL
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import ANNOUNCED, BALLOTING, DECLARED, ENDED, Vote


def vote_steps(sitting: Sitting) -> Iterator[Step]:
    """Give the steps of the vote that runs, and the new declaration of one that was tallied again under another threshold."""
    vote = sitting.votes.get(sitting.voting)
    if vote is not None:
        yield from _vote(vote)
    for held in sitting.votes.values():
        if held.phase == DECLARED and held.earlier and held.differs:
            yield from _declared(held)


def _vote(vote: Vote) -> Iterator[Step]:
    if vote.phase == ANNOUNCED:
        drawn = vote.method == ROLL_CALL and not vote.first
        lacks = ("seed",) if vote.lot else ("first",)
        said = Spoken(code=f"vote.opened.{vote.method}", values={"first": vote.first})
        yield candidate("vote.opened", id=vote.id, said=said, lacks=lacks if drawn else ())
    counted = vote.method not in BY_NAME and vote.counted is None
    if counted and vote.phase in (BALLOTING, ENDED):
        yield candidate("ballot.counted", SECRETARIAT, vote=vote.id)
    if vote.phase == BALLOTING:
        yield candidate("vote.closed", id=vote.id, said=Spoken(code="vote.closing"))
    if vote.phase == ENDED:
        yield from _declared(vote)
    yield candidate("vote.voided", id=vote.id, lacks=("words",))


def _declared(vote: Vote) -> Iterator[Step]:
    verdict = vote.verdict
    if verdict is None:
        return
    outcome = verdict.outcome.value
    code = "tie" if verdict.tie and verdict.outcome is Outcome.REJECTED else outcome
    said = Spoken(code=f"result.{code}", values={**totals(verdict), "matter": vote.on})
    yield candidate("result.declared", vote=vote.id, outcome=outcome, said=said)


def totals(verdict: Verdict) -> dict[str, str]:
    """Give what the Chair reads out of a verdict; without a quorum, `needed` is the quorum."""
    quorum = verdict.quorum
    lacking = verdict.outcome is Outcome.NO_QUORUM and quorum is not None
    return {
        "for": str(verdict.tally.in_favour),
        "against": str(verdict.tally.against),
        "abstain": str(verdict.tally.abstain),
        "needed": str(quorum.required if lacking and quorum is not None else verdict.needed),
        "present": str(quorum.present or 0) if quorum is not None else "",
    }
