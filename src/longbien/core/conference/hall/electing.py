# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elections by secret ballot (rules 92 to 94 of the GA): ballots one after another until the places are filled, lots between equals.

Papers are counted by one person and confirmed by another; an organisation hands in as many papers as it has votes, so that its weight shows nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.conference.counting.elections import Drawn, Places, begin_election, take
from longbien.core.conference.counting.papers import Papers, check_papers
from longbien.core.conference.hall.ballots import check_tellers
from longbien.core.conference.hall.electors import frozen, votes_of, votes_present
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.votes import (
    ANNOUNCED,
    BALLOTING,
    DECLARED,
    ENDED,
    Election,
    Tellers,
)
from longbien.core.conference.rules.values import RuleValue

CAST: Final = "cast"


def _announced(sitting: Sitting, event: Event) -> Sitting:
    """Announce an election: the office, the places, the candidates, what it takes, and who may vote, frozen from now on."""
    name = event.text("id")
    if name in sitting.elections or name in sitting.votes:
        raise Refused("conference_hall.id_taken", NAMES, id=name)
    usual = sitting.rules.question("election_one_place").last_resort or "simple"
    threshold = sitting.rules.threshold(event.text("threshold", usual))
    if threshold.base != CAST or threshold.counted != "for":
        raise Refused(
            "conference_votes.election_threshold",
            sitting.rules.value("elections.base"),
            threshold=threshold.id,
        )
    candidates = event.texts("candidates")
    places = Places(number=event.number("places"), threshold=threshold, candidates=candidates)
    try:
        course = begin_election(places)
    except RefusedError as error:
        raise Refused(error.code, sitting.rules.value("elections.nominations"), **error.params) from error
    election = Election(
        id=name,
        office=event.text("office"),
        places=places.number,
        candidates=candidates,
        threshold=threshold.id,
        announced=event.at,
        electorate=frozen(sitting, event),
        course=course,
    )
    if event.flag("agreed"):
        return _with(sitting, _agreed(sitting, election))
    return replace(_with(sitting, election), electing=name)


def _agreed(sitting: Sitting, election: Election) -> Election:
    """Elect without a ballot: as many candidates as places, and nobody objects (rule 103 of the GA)."""
    rule = sitting.rules.value("elections.ballot")
    if len(election.candidates) != election.places:
        raise Refused(
            "conference_votes.election_not_agreed",
            rule,
            places=election.places,
            candidates=len(election.candidates),
        )
    course = replace(election.course, elected=election.candidates, round=None)
    return replace(election, phase=DECLARED, elected=election.candidates, course=course)


def _balloted(sitting: Sitting, event: Event) -> Sitting:
    """Open the next ballot. Who may be voted for in it follows from the ballots before."""
    election = _running(sitting, event, ANNOUNCED, ENDED)
    held = election.course.round
    if held is None:
        raise _out_of_turn(sitting, election)
    named = event.texts("candidates")
    if named and set(named) != set(held.names):
        raise Refused(
            "conference_votes.ballot_names",
            _rule(sitting, election),
            election=election.id,
            names=", ".join(held.names),
        )
    return _with(sitting, replace(election, phase=BALLOTING))


def _counted(sitting: Sitting, event: Event) -> Sitting:
    """Take the tellers' count of a ballot: it elects, or says which ballot or lot comes next."""
    election = _running(sitting, event, BALLOTING)
    held = election.course.round
    counted_by, confirmed_by = check_tellers(sitting, event)
    if held is None:
        raise _out_of_turn(sitting, election)
    papers = _papers(sitting, event)
    try:
        check_papers(papers, names=held.names, places=held.places, electorate=_most(sitting, election))
    except RefusedError as error:
        raise Refused(error.code, sitting.rules.value("elections.base"), **error.params) from error
    course = take(election.course, papers)
    tellers = (*election.tellers, Tellers(counted_by=counted_by, confirmed_by=confirmed_by))
    return _with(
        sitting, replace(election, phase=ENDED, tellers=tellers, course=course, elected=course.elected)
    )


def _papers(sitting: Sitting, event: Event) -> Papers:
    handed_in, invalid, abstain = (event.number(name) for name in ("papers", "invalid", "abstain"))
    valid = handed_in - invalid - abstain
    if valid < 0:
        raise Refused(
            "conference_votes.papers_count",
            sitting.rules.value("elections.base"),
            papers=handed_in,
            invalid=invalid,
            abstain=abstain,
        )
    votes = {name: number for name, number in event.table("votes").items() if isinstance(number, int)}
    return Papers(votes=MappingProxyType(votes), valid=valid, invalid=invalid, abstain=abstain)


def _most(sitting: Sitting, election: Election) -> int:
    """Give the number of papers that can have been handed in."""
    here, most = votes_present(sitting, election.electorate), votes_of(election.electorate)
    return most if here is None else min(here, most)


def _drawn(sitting: Sitting, event: Event) -> Sitting:
    """Take a name that the President drew by lot between equals; several are drawn one after another."""
    election = _running(sitting, event, ENDED)
    lot = election.course.lot
    if lot is None:
        raise _out_of_turn(sitting, election)
    name = event.text("drawn")
    if name not in lot.names or name in election.drawn:
        raise Refused(
            "conference_votes.lot_drawn",
            _rule(sitting, election),
            number=lot.number,
            names=", ".join(one for one in lot.names if one not in election.drawn),
        )
    drawn = (*election.drawn, name)
    if len(drawn) < lot.number:
        return _with(sitting, replace(election, drawn=drawn))
    course = take(election.course, Drawn(names=drawn))
    return _with(sitting, replace(election, drawn=(), course=course, elected=course.elected))


def _closed(sitting: Sitting, event: Event) -> Sitting:
    """Close the election: when all places are filled, or with the reason why it ends before that."""
    election = _running(sitting, event, ANNOUNCED, BALLOTING, ENDED)
    words = event.text("words").strip()
    if election.course.left and not words:
        raise Refused(
            "conference_votes.election_open",
            _rule(sitting, election),
            election=election.id,
            left=election.course.left,
        )
    return replace(_with(sitting, replace(election, phase=DECLARED, words=words)), electing="")


def _running(sitting: Sitting, event: Event, *phases: str) -> Election:
    election = sitting.elections.get(event.text("id"))
    if election is None or sitting.electing != election.id:
        raise Refused("conference_votes.election_unknown", NAMES, election=event.text("id"))
    if election.phase not in phases:
        raise _out_of_turn(sitting, election)
    return election


def _out_of_turn(sitting: Sitting, election: Election) -> Refused:
    """Give the refusal of a step that the election does not wait for, with what it waits for."""
    course = election.course
    if not course.left:
        code = "conference_votes.election_waits_close"
    elif course.lot is not None:
        code = "conference_votes.election_waits_lot"
    elif election.phase == BALLOTING:
        code = "conference_votes.election_waits_count"
    else:
        code = "conference_votes.election_waits_ballot"
    return Refused(code, _rule(sitting, election), election=election.id)


def _rule(sitting: Sitting, election: Election) -> RuleValue:
    two_thirds = "_two_thirds" if election.threshold == "two_thirds" else ""
    path = f"elections.one_place{two_thirds}" if election.places == 1 else "elections.several_places"
    return sitting.rules.value(path)


def _with(sitting: Sitting, election: Election) -> Sitting:
    return replace(sitting, elections=with_entry(sitting.elections, election.id, election))


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "election.announced": _announced,
    "election.balloted": _balloted,
    "election.counted": _counted,
    "election.drawn": _drawn,
    "election.closed": _closed,
}
