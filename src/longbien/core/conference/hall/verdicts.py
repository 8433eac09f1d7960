# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verdicts of votes in the hall: what was counted, who was present, which rule; and the same again when the threshold is ruled afterwards."""

from dataclasses import replace
from typing import Final

from longbien.core.conference.counting.quorum import Quorum, presence_of, present_in_vote
from longbien.core.conference.counting.tally import Choice, Tally, tally
from longbien.core.conference.counting.thresholds import Outcome
from longbien.core.conference.counting.verdict import CARRIED, Measure, Verdict, judge
from longbien.core.conference.hall.electorate import REIO_PARTY, STATE_PARTY
from longbien.core.conference.hall.electors import votes_of
from longbien.core.conference.hall.quorum import deciding, present
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.votes import VOIDED, Vote
from longbien.core.conference.rules.values import RuleValue

CONSENSUS: Final = "consensus"
_UNDECIDED: Final = frozenset({Outcome.NO_QUORUM, Outcome.SECOND_VOTE})


def tallied(vote: Vote) -> Tally | None:
    """Give what was counted: the ballots by name, or the totals that two people typed in; None if there is neither."""
    return tally(vote.ballots.values()) if vote.ballots else vote.counted


def verdict_on(sitting: Sitting, vote: Vote) -> Verdict | None:
    """Give the verdict on a vote as it stands; None as long as nothing was counted."""
    counted = tallied(vote)
    if counted is None:
        return None
    threshold = sitting.rules.threshold(vote.threshold)
    measure = Measure(
        threshold=threshold,
        rule=_rule(sitting, vote, threshold.rule),
        tie_rule=str(sitting.rules.value("voting.tie").value),
        second_vote=vote.second,
    )
    return judge(
        measure, counted, electorate=votes_of(vote.electorate), quorum=_quorum(sitting, vote, counted)
    )


def judged(sitting: Sitting, vote: Vote) -> Vote:
    """Give a vote with its verdict; one before it, under another threshold, is kept beside it."""
    found = verdict_on(sitting, vote)
    if found == vote.verdict or found is None:
        return vote
    earlier = vote.earlier if vote.verdict is None else (*vote.earlier, vote.verdict)
    return replace(vote, verdict=found, earlier=earlier)


def carries(outcome: str) -> bool | None:
    """Tell whether an outcome carries what was put; None if it leaves it undecided."""
    found = Outcome(outcome)
    return None if found in _UNDECIDED else found in CARRIED


def retallied(before: Sitting, after: Sitting) -> Sitting:
    """Judge votes again whose kind of question was ruled on since (the Assembly in 1960 and 1973): ballots stay, the threshold is another.

    The Chair's declaration stays too, beside the new verdict, until the Chair declares again.
    """
    changed = {on for on in {*before.kinds, *after.kinds} if before.kinds.get(on) != after.kinds.get(on)}
    for vote in tuple(after.votes.values()):
        on = _whole(after, vote.on)
        if on not in changed or vote.phase == VOIDED or vote.verdict is None:
            continue
        threshold, question = _ruled(after, vote, on)
        if threshold in (vote.threshold, CONSENSUS) or threshold not in after.rules.thresholds:
            continue
        ruled = judged(after, replace(vote, question=question, threshold=threshold))
        after = replace(after, votes=with_entry(after.votes, vote.id, ruled))
    return after


def _ruled(sitting: Sitting, vote: Vote, on: str) -> tuple[str, str]:
    """Give the threshold and kind of question of a vote after a ruling; as at first, if a ruling was overturned and none stands."""
    if on in sitting.kinds:
        question = sitting.rules.question(sitting.kinds[on])
        return question.last_resort or CONSENSUS, question.id
    return (vote.earlier[0].threshold if vote.earlier else vote.threshold), vote.question


def _whole(sitting: Sitting, on: str) -> str:
    """Give the matter whose kind of question decides: parts and amendments follow their proposal."""
    sort, _colon, name = on.partition(":")
    if sort == "amendment" and name in sitting.amendments:
        return f"proposal:{sitting.amendments[name].proposal}"
    if sort == "part":
        return f"proposal:{name.rpartition('/')[0]}"
    return on


def _rule(sitting: Sitting, vote: Vote, otherwise: RuleValue) -> RuleValue:
    """Give the rule that fixes the threshold: that of the kind of question, if it names this threshold."""
    question = sitting.rules.questions.get(vote.question)
    return question.rule if question is not None and question.last_resort == vote.threshold else otherwise


def _quorum(sitting: Sitting, vote: Vote, counted: Tally) -> Quorum:
    """Give the quorum for deciding as the vote itself shows it: whoever voted was present.

    Unless somebody was marked or counted, fewer votes than the quorum prove nothing: it is then presumed (`quorum.verification`).
    """
    held = deciding(sitting)
    abstainers = sitting.rules.value("quorum.abstainers_count_as_present").value is True
    if vote.ballots:
        shown: int | None = _present_by_name(sitting, vote, abstainers=abstainers)
    else:
        shown = present_in_vote(counted, present(sitting), abstainers_count=abstainers)
    if abstainers and shown is not None and present(sitting) is None and shown < held.required:
        shown = None
    return replace(held, present=shown)


def _present_by_name(sitting: Sitting, vote: Vote, *, abstainers: bool) -> int:
    counted = [one for one in vote.ballots.values() if abstainers or one.choice is not Choice.ABSTAIN]
    names = {one.participant for one in counted}
    if abstainers:
        names.update(sitting.presence.marked)
    option = str(sitting.rules.value("quorum.reio").value)
    states = [name for name in names if _role(sitting, name) == STATE_PARTY]
    organisations = {
        name: found.members
        for name in names
        if (found := sitting.electorate.get(name)) is not None and found.role == REIO_PARTY
    }
    shown = presence_of(states, organisations, option=option)
    heads = sitting.presence.counted
    return max(shown, heads) if abstainers and heads is not None else shown


def _role(sitting: Sitting, participant: str) -> str:
    found = sitting.electorate.get(participant)
    return found.role if found is not None else ""
