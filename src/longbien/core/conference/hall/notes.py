# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said about a vote and changes nothing in it: corrections (the totals never change) and explanations of vote (rule 88 of the GA)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.counting.tally import read_choice
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.methods import BY_NAME, PAPERS
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import participant_of
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.votes import DECLARED, ENDED, Correction, Explanation
from longbien.core.conference.hall.voting import vote_in

BEFORE: Final = "before"
AFTER: Final = "after"
SPONSORS: Final = "sponsors"


def _corrected(sitting: Sitting, event: Event) -> Sitting:
    """Note that a participant meant to vote otherwise, after the vote was closed."""
    vote = vote_in(sitting, event.text("vote"), ENDED, DECLARED)
    one = participant_of(sitting, event)
    rule = sitting.rules.value("voting.correction_after")
    if vote.method not in BY_NAME:
        raise Refused("conference_votes.correction_by_name", rule, participant=one.id, vote=vote.id)
    if one.id not in vote.electorate:
        raise Refused(
            "conference_votes.not_elector",
            sitting.rules.value("definitions.electorate"),
            participant=one.id,
            vote=vote.id,
        )
    note = Correction(
        seq=event.seq,
        at=event.at,
        participant=one.id,
        choice=read_choice(event.text("choice")),
        words=event.text("words"),
    )
    noted = replace(vote, corrections=(*vote.corrections, note))
    return replace(sitting, votes=with_entry(sitting.votes, vote.id, noted))


def _explained(sitting: Sitting, event: Event) -> Sitting:
    """Take an explanation of vote: before or after, once, not of a sponsor, not of a secret vote."""
    one = participant_of(sitting, event)
    rule = sitting.rules.value("voting.explanations")
    value = rule.value if isinstance(rule.value, dict) else {}
    name, on = event.text("vote"), event.text("on")
    if bool(name) == bool(on):
        raise Refused("conference_votes.explanation_of", NAMES, participant=one.id)
    vote = vote_in(sitting, name, DECLARED) if name else None
    when = AFTER if vote is not None else BEFORE
    on = vote.on if vote is not None else on
    if when not in _listed(value.get("when")):
        raise Refused("conference_votes.explanation_when", rule, participant=one.id, when=when)
    forbidden = _listed(value.get("not_for"))
    method = vote.method if vote is not None else sitting.methods.get(on, "")
    if method == PAPERS and PAPERS in forbidden:
        raise Refused("conference_votes.explanation_secret", rule, participant=one.id, on=on)
    if SPONSORS in forbidden and one.id in _sponsors(sitting, on):
        raise Refused("conference_votes.explanation_sponsor", rule, participant=one.id, on=on)
    if value.get("once") is True and any(
        held.participant == one.id and held.on == on for held in sitting.explained
    ):
        raise Refused("conference_votes.explanation_once", rule, participant=one.id, on=on)
    said = Explanation(
        seq=event.seq, at=event.at, participant=one.id, on=on, vote=name, words=event.text("words")
    )
    return replace(sitting, explained=sitting.explained.added(said))


def _sponsors(sitting: Sitting, on: str) -> Collection[str]:
    """Give the sponsors of the proposal or amendment that a matter is."""
    sort, _colon, name = on.partition(":")
    if sort == "proposal" and name in sitting.proposals:
        return sitting.proposals[name].sponsors
    if sort == "amendment" and name in sitting.amendments:
        return (sitting.amendments[name].by,)
    return ()


def _listed(value: object) -> Collection[str]:
    return [str(one) for one in value] if isinstance(value, list) else ()


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "vote.corrected": _corrected,
    "vote.explained": _explained,
}
