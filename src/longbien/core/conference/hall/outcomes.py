# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What follows when the Conference has answered: a proposal is adopted or falls, and with it what depends on it."""

from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.division import nothing_left
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.proposals import proposal_of, with_proposal
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.texts import ADOPTED, FALLEN, REJECTED, TABLED, Decision

_HOW: Final = {
    "result.declared": "vote",
    "consensus.declared": "consensus",
    "silence.ended": "silence",
    "motion.put": "granted",
    "division.granted": "no_objection",
}
FOLLOWS: Final = "follows"


def how(event: Event) -> str:
    """Give the way in which an event decides: by a vote, by consensus, by silence, or as a consequence."""
    return _HOW.get(event.kind, FOLLOWS)


def recorded(sitting: Sitting, event: Event, on: str, outcome: str, rule: str) -> Sitting:
    """Give the sitting with a decision on record; `rule` is the path of the rule that gives it this effect."""
    decision = Decision(seq=event.seq, at=event.at, on=on, how=how(event), outcome=outcome, rule=rule)
    return replace(sitting, decisions=sitting.decisions.added(decision))


def followed(sitting: Sitting, event: Event, on: str, outcome: str, rule: str) -> Sitting:
    """Give the sitting with a consequence on record, which nobody voted on."""
    decision = Decision(seq=event.seq, at=event.at, on=on, how=FOLLOWS, outcome=outcome, rule=rule)
    return replace(sitting, decisions=sitting.decisions.added(decision))


def proposal_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after the decision on a proposal: its sponsors are frozen, and what depends on a rejected one falls."""
    after = with_proposal(
        sitting, replace(proposal_of(sitting, name), state=ADOPTED if answer.carried else REJECTED)
    )
    return restored(after, name) if answer.carried else fallen(after, name, answer.event)


def fallen(sitting: Sitting, name: str, event: Event) -> Sitting:
    """Give the sitting with every proposal that depends on one fallen, and what depends on those (`proposals.linked`)."""
    waiting = [name]
    while waiting:
        parent = waiting.pop()
        for held in tuple(sitting.proposals.values()):
            if held.depends_on == parent and held.state == TABLED:
                sitting = with_proposal(sitting, replace(held, state=FALLEN))
                sitting = followed(sitting, event, f"proposal:{held.id}", FALLEN, "proposals.linked")
                waiting.append(held.id)
    return sitting


def restored(sitting: Sitting, name: str) -> Sitting:
    """Give the sitting with every proposal before the Conference again that had fallen with one which is now reconsidered."""
    waiting = [name]
    while waiting:
        parent = waiting.pop()
        for held in tuple(sitting.proposals.values()):
            if held.depends_on == parent and held.state == FALLEN:
                sitting = with_proposal(sitting, replace(held, state=TABLED))
                waiting.append(held.id)
    return sitting


def nothing_left_settled(sitting: Sitting, name: str, event: Event) -> Sitting:
    """Give the sitting after a part was voted: with no operative part left, the whole is rejected without a vote."""
    proposal = proposal_of(sitting, name)
    if not nothing_left(proposal):
        return sitting
    after = followed(sitting, event, f"proposal:{name}", REJECTED, "division.all_operative_parts_rejected")
    return proposal_settled(after, name, Answer(event=event, carried=False))
