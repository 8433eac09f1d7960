# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ballots, each three ways in: a delegation's own device, the secretariat's grid, totals counted by one person and confirmed by another."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.conference.counting.tally import Ballot, Tally, read_choice, tally
from longbien.core.conference.counting.totals import check_totals
from longbien.core.conference.hall.electors import check_vote, votes_of, votes_present
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.methods import BY_NAME, PAPERS
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.saying import participant_of
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.votes import BALLOTING, ENDED, Vote
from longbien.core.conference.hall.verdicts import judged
from longbien.core.conference.hall.voting import vote_in
from longbien.core.conference.rules.values import RuleValue

UNTIL_CLOSED: Final = "until_closed"


def _cast(sitting: Sitting, event: Event) -> Sitting:
    """Take a ballot by name; until the vote is closed it may be changed, which touches nobody else's. The same twice is refused."""
    vote = vote_in(sitting, event.text("vote"), BALLOTING)
    one = participant_of(sitting, event)
    if vote.method not in BY_NAME:
        raise Refused(
            "conference_votes.papers" if vote.method == PAPERS else "conference_votes.totals_only",
            _method_rule(sitting, vote),
            vote=vote.id,
            participant=one.id,
        )
    elector = check_vote(sitting, vote, one)
    change = sitting.rules.value("voting.change_of_vote")
    if one.id in vote.ballots and change.value != UNTIL_CLOSED:
        raise Refused("conference_votes.voted_already", change, participant=one.id, vote=vote.id)
    ballot = Ballot(participant=one.id, choice=read_choice(event.text("choice")), weight=elector.weight)
    if vote.ballots.get(one.id) == ballot:
        raise Refused("conference_votes.voted_so", change, participant=one.id, vote=vote.id)
    cast = replace(vote, ballots=with_entry(vote.ballots, one.id, ballot))
    return replace(sitting, votes=with_entry(sitting.votes, vote.id, cast))


def _counted(sitting: Sitting, event: Event) -> Sitting:
    """Take totals that one person counted and another confirmed, unless they contradict something."""
    vote = vote_in(sitting, event.text("vote"), BALLOTING, ENDED)
    tellers = check_tellers(sitting, event)
    counted = Tally(
        in_favour=event.number("for"),
        against=event.number("against"),
        abstain=event.number("abstain"),
        invalid=event.number("invalid"),
    )
    if vote.method in BY_NAME:
        _check_by_name(sitting, vote, counted)
    if counted.invalid and vote.method != PAPERS:
        raise Refused("conference_votes.no_papers", _method_rule(sitting, vote), invalid=counted.invalid)
    try:
        check_totals(
            counted,
            electorate=votes_of(vote.electorate),
            present=votes_present(sitting, vote.electorate),
        )
    except RefusedError as error:
        raise Refused(error.code, sitting.rules.value("voting.absent"), **error.params) from error
    after = replace(vote, counted=counted, counted_by=tellers[0], confirmed_by=tellers[1])
    if vote.phase == ENDED:
        after = judged(sitting, after)
    return replace(sitting, votes=with_entry(sitting.votes, vote.id, after))


def check_tellers(sitting: Sitting, event: Event) -> tuple[str, str]:
    """Give who counted and who confirmed; Refused `conference_votes.same_person` if it is one."""
    counted_by, confirmed_by = event.text("counted_by").strip(), event.text("confirmed_by").strip()
    if not counted_by or not confirmed_by or counted_by.casefold() == confirmed_by.casefold():
        raise Refused(
            "conference_votes.same_person",
            sitting.rules.value("voting.secret_ballot"),
            person=counted_by or confirmed_by or "-",
        )
    return counted_by, confirmed_by


def _check_by_name(sitting: Sitting, vote: Vote, counted: Tally) -> None:
    """Of a vote by name, totals are taken only as a confirmation of the ballots: they must be the same."""
    own = tally(vote.ballots.values())
    if counted != own:
        raise Refused(
            "conference_votes.total_ballots",
            _method_rule(sitting, vote),
            vote=vote.id,
            total=f"{counted.in_favour}-{counted.against}-{counted.abstain}",
            ballots=f"{own.in_favour}-{own.against}-{own.abstain}",
        )


def _method_rule(sitting: Sitting, vote: Vote) -> RuleValue:
    path = f"voting.{vote.method}"
    return sitting.rules.value(path if path in sitting.rules.values else "voting.default_method")


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "ballot.cast": _cast,
    "ballot.counted": _counted,
}
