# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes from their announcement to the Chair's declaration (rules 56 to 71 of UNTOC): the electorate is frozen first, the verdict computed last.

Between the announcement and the declaration nothing is accepted but a point of order on the conduct of the vote (the gate in `gates`).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.conference.counting.lot import check_reveal, draw
from longbien.core.conference.counting.roll import roll
from longbien.core.conference.counting.thresholds import Outcome
from longbien.core.conference.hall.electors import frozen
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.matters import Matter, put, settle
from longbien.core.conference.hall.methods import ROLL_CALL, check_method, used
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.votes import ANNOUNCED, BALLOTING, DECLARED, ENDED, VOIDED, Vote
from longbien.core.conference.hall.verdicts import carries, judged

_HEX: Final = frozenset("0123456789abcdef")


def _announced(sitting: Sitting, event: Event) -> Sitting:
    """Announce a vote: what it is on, how it is taken, what it takes, and who may vote, frozen from now on."""
    name, on, method = event.text("id"), event.text("on"), event.text("method")
    if name in sitting.votes or name in sitting.elections:
        raise Refused("conference_hall.id_taken", NAMES, id=name)
    matter = put(sitting, on, asked=event.text("question"))
    _check_named(sitting, event, matter)
    check_method(sitting, on, method)
    vote = Vote(
        id=name,
        on=on,
        method=method,
        question=matter.question,
        threshold=matter.threshold,
        announced=event.at,
        electorate=frozen(sitting, event),
        first=event.text("first"),
        lot=event.text("lot"),
        second=_is_second(sitting, on),
    )
    if vote.first:
        vote = replace(vote, roll=_roll(sitting, vote, vote.first))
    return replace(used(sitting), voting=name, votes=with_entry(sitting.votes, name, vote))


def _check_named(sitting: Sitting, event: Event, matter: Matter) -> None:
    """Refuse a threshold or kind of question other than that of the rules: the Chair rules on the kind beforehand (`question.ruled`)."""
    threshold, question = event.text("threshold"), event.text("question")
    if matter.threshold not in sitting.rules.thresholds:
        raise Refused(
            "conference_hall.consensus_only",
            sitting.rules.question(matter.question).rule,
            on=matter.on,
            question=matter.question,
        )
    if threshold and threshold != matter.threshold:
        raise Refused(
            "conference_votes.threshold_other",
            sitting.rules.threshold(matter.threshold).rule,
            named=threshold,
            threshold=matter.threshold,
        )
    if question and question != matter.question:
        raise Refused(
            "conference_votes.question_other",
            sitting.rules.question(matter.question).rule,
            named=question,
            question=matter.question,
        )


def _opened(sitting: Sitting, event: Event) -> Sitting:
    """Open the vote. A roll-call begins with a name drawn by lot: from the number that the secretariat was bound to, or by hand."""
    vote = vote_in(sitting, event.text("id"), ANNOUNCED)
    first, seed = event.text("first"), event.text("seed")
    if vote.lot and not vote.first:
        first = _drawn(sitting, vote, seed, first)
    first = first or vote.first
    if vote.method == ROLL_CALL and not first:
        raise Refused("conference_votes.roll_first", sitting.rules.value("voting.roll_call"), vote=vote.id)
    if vote.method == ROLL_CALL:
        vote = replace(vote, first=first, seed=seed, roll=_roll(sitting, vote, first))
    return _with(sitting, replace(vote, phase=BALLOTING))


def _drawn(sitting: Sitting, vote: Vote, seed: str, first: str) -> str:
    """Draw the first name from the number shown, which must be the one bound to beforehand."""
    if not seed or len(seed) % 2 or not set(seed) <= _HEX:
        raise MalformedError("base.field_value", field="seed", where="$.body")
    number = bytes.fromhex(seed)
    try:
        check_reveal(vote.lot, number, vote.id)
        (found,) = draw(number, vote.id, _states(vote))
    except RefusedError as error:
        raise Refused(error.code, sitting.rules.value("voting.roll_call"), **error.params) from error
    if first and first != found:
        raise MalformedError("base.field_value", field="first", where="$.body")
    return found


def _roll(sitting: Sitting, vote: Vote, first: str) -> tuple[str, ...]:
    """Give the order of the call in the language of the rules; organisations come last."""
    if first not in _states(vote):
        raise Refused("conference_votes.roll_drawn", sitting.rules.value("voting.roll_call"), drawn=first)
    return roll(
        tuple(vote.electorate),
        drawn=first,
        language=str(sitting.rules.value("voting.roll_language").value),
        at_end=[one.id for one in vote.electorate.values() if one.members],
    )


def _states(vote: Vote) -> list[str]:
    return [one.id for one in vote.electorate.values() if not one.members]


def _voided(sitting: Sitting, event: Event) -> Sitting:
    """Declare a vote void, with the reason (ICC Assembly, 2011): it is repeated under another id."""
    vote = vote_in(sitting, event.text("id"), ANNOUNCED, BALLOTING, ENDED)
    words = event.text("words").strip()
    if not words:
        raise Refused("conference_votes.void_reason", sitting.rules.value("voting.phases"), vote=vote.id)
    after = _with(sitting, replace(vote, phase=VOIDED, voided=words))
    return replace(after, voting="" if sitting.voting == vote.id else sitting.voting)


def _closed(sitting: Sitting, event: Event) -> Sitting:
    """Close the vote: from now on no ballot is given or changed. What was counted is judged."""
    vote = vote_in(sitting, event.text("id"), BALLOTING)
    return _with(sitting, judged(sitting, replace(vote, phase=ENDED)))


def _declared(sitting: Sitting, event: Event) -> Sitting:
    """Declare the result. It stands beside the computed one; what follows for the text follows from the declaration.

    After the threshold was ruled anew and the verdict is another, the Chair declares again.
    """
    vote = vote_in(sitting, event.text("vote"), ENDED, DECLARED)
    rule = sitting.rules.value("voting.publish_with_result")
    if vote.verdict is None:
        raise Refused("conference_votes.not_tallied", rule, vote=vote.id)
    if vote.phase == DECLARED and not (vote.earlier and vote.differs):
        raise Refused("conference_votes.declared_already", rule, vote=vote.id, outcome=vote.declared)
    outcome = event.text("outcome")
    if outcome not in set(Outcome):
        raise Refused(
            "conference_votes.outcome_unknown", rule, outcome=outcome, known=", ".join(sorted(Outcome))
        )
    said = replace(vote, phase=DECLARED, declared=outcome, declared_words=event.text("words"))
    after = replace(_with(sitting, said), voting="" if sitting.voting == vote.id else sitting.voting)
    carried = carries(outcome)
    return after if carried is None else settle(after, vote.on, event, carried=carried)


def vote_in(sitting: Sitting, name: str, *phases: str) -> Vote:
    """Give a vote in one of these phases; Refused `conference_votes.vote_unknown`, `…phase_…`."""
    vote = sitting.votes.get(name)
    if vote is None:
        raise Refused("conference_votes.vote_unknown", NAMES, vote=name)
    if vote.phase not in phases:
        raise Refused(_PHASE_CODES[vote.phase], sitting.rules.value("voting.phases"), vote=name)
    return vote


def _with(sitting: Sitting, vote: Vote) -> Sitting:
    return replace(sitting, votes=with_entry(sitting.votes, vote.id, vote))


def _is_second(sitting: Sitting, on: str) -> bool:
    """Tell whether a vote on the same was equally divided and is now taken again."""
    found = [vote for vote in sitting.votes.values() if vote.on == on and vote.phase == DECLARED]
    return bool(found) and found[-1].declared == Outcome.SECOND_VOTE


_PHASE_CODES: Final[Mapping[str, str]] = {
    ANNOUNCED: "conference_votes.phase_announced",
    BALLOTING: "conference_votes.phase_open",
    ENDED: "conference_votes.phase_closed",
    DECLARED: "conference_votes.phase_declared",
    VOIDED: "conference_votes.phase_voided",
}

HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "vote.announced": _announced,
    "vote.opened": _opened,
    "vote.voided": _voided,
    "vote.closed": _closed,
    "result.declared": _declared,
}
