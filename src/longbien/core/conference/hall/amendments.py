# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amendments: put in the order that the Chair gives, skipped where another's adoption rejects them (rules 90 and 130 of the GA)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.proposals import check_sponsor, proposal_of, tabled_proposal, with_proposal
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import participant_of, speaker_class
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.texts import (
    ADOPTED,
    NOT_PUT,
    REJECTED,
    TABLED,
    WITHDRAWN,
    Amendment,
    Proposal,
)
from longbien.core.conference.hall.state.votes import VOIDED


def _tabled(sitting: Sitting, event: Event) -> Sitting:
    """Table an amendment: to a part of the proposal, for one that replaces the whole is a new proposal."""
    name = event.text("id")
    if name in sitting.amendments:
        raise Refused("conference_hall.id_taken", NAMES, id=name)
    proposal = tabled_proposal(sitting, event.text("proposal"))
    one = participant_of(sitting, event)
    check_sponsor(sitting, one)
    if event.flag("whole"):
        raise Refused(
            "conference_hall.whole_replaced",
            sitting.rules.value("amendments.definition"),
            id=name,
            proposal=proposal.id,
        )
    if whole_voted(sitting, proposal):
        raise Refused(
            "conference_hall.amend_voting",
            sitting.rules.value("voting.interruption"),
            id=name,
            proposal=proposal.id,
        )
    for other in event.texts("implies_rejection_of"):
        amendment_of(sitting, other)
    amendment = Amendment(
        id=name,
        proposal=proposal.id,
        by=one.id,
        tabled=event.at,
        excludes=event.texts("implies_rejection_of"),
        words=event.text("words"),
    )
    longer = replace(proposal, amendments=(*proposal.amendments, name))
    return with_amendment(with_proposal(sitting, longer), amendment)


def _ordered(sitting: Sitting, event: Event) -> Sitting:
    """Order the amendments that wait: the one furthest removed in substance first; the Chair judges the distance."""
    proposal = tabled_proposal(sitting, event.text("proposal"))
    order = event.texts("order")
    waiting = waiting_amendments(sitting, proposal)
    if sorted(order) != sorted(held.id for held in waiting):
        raise Refused(
            "conference_hall.order_incomplete",
            sitting.rules.value("amendments.order"),
            proposal=proposal.id,
            waiting=", ".join(held.id for held in waiting) or "-",
        )
    return with_proposal(sitting, replace(proposal, ordered=order))


def _withdrawn(sitting: Sitting, event: Event) -> Sitting:
    """Withdraw an amendment: by its mover, before voting on it has begun."""
    amendment = amendment_of(sitting, event.text("id"))
    rule = sitting.rules.value("proposals.withdrawal")
    by = event.text("participant") or event.by
    if speaker_class(event) == "participant" and by != amendment.by:
        raise Refused(
            "conference_hall.not_the_proposer", rule, participant=by, proposer=amendment.by, id=amendment.id
        )
    if amendment.state != TABLED:
        raise Refused("conference_hall.proposal_state", rule, id=amendment.id, state=amendment.state)
    return with_amendment(sitting, replace(amendment, state=WITHDRAWN))


def check_put(sitting: Sitting, name: str) -> Amendment:
    """Give an amendment that may be put now: the next in the Chair's order."""
    amendment = amendment_of(sitting, name)
    proposal = tabled_proposal(sitting, amendment.proposal)
    if amendment.state != TABLED:
        raise Refused(
            "conference_hall.proposal_state",
            sitting.rules.value("amendments.implied_rejection"),
            id=name,
            state=amendment.state,
        )
    following = next_amendment(sitting, proposal)
    if following is None:
        raise Refused(
            "conference_hall.amendments_unordered",
            sitting.rules.value("amendments.order"),
            proposal=proposal.id,
        )
    if following.id != name:
        raise Refused(
            "conference_hall.amendment_not_next",
            sitting.rules.value("amendments.order"),
            id=name,
            next=following.id,
        )
    return amendment


def next_amendment(sitting: Sitting, proposal: Proposal) -> Amendment | None:
    """Give the amendment to be put first; None if none waits, or several do and the Chair has not ordered them all."""
    waiting = waiting_amendments(sitting, proposal)
    if len(waiting) < 2:
        return waiting[0] if waiting else None
    if not {held.id for held in waiting} <= set(proposal.ordered):
        return None
    return min(waiting, key=lambda held: proposal.ordered.index(held.id))


def waiting_amendments(sitting: Sitting, proposal: Proposal) -> tuple[Amendment, ...]:
    """Give the amendments to a proposal that were not decided, as they were tabled."""
    held = (sitting.amendments[name] for name in proposal.amendments)
    return tuple(one for one in held if one.state == TABLED)


def amendment_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after the decision on an amendment: those that its adoption necessarily rejects are not put.

    A declaration that is made again after a ruling on the kind of question takes back what the first one brought.
    """
    amendment = sitting.amendments[name]
    if not answer.carried:
        return reopened(sitting, amendment, REJECTED)
    after = with_amendment(sitting, replace(amendment, state=ADOPTED))
    proposal = proposal_of(after, amendment.proposal)
    after = with_proposal(after, replace(proposal, amended=True))
    for held in waiting_amendments(after, proposal):
        if held.id in amendment.excludes:
            after = with_amendment(after, replace(held, state=NOT_PUT))
    return after


def reopened(sitting: Sitting, amendment: Amendment, state: str) -> Sitting:
    """Give the sitting with an amendment no longer adopted: what was not put for its sake waits again."""
    adopted = amendment.state == ADOPTED
    after = with_amendment(sitting, replace(amendment, state=state))
    proposal = proposal_of(after, amendment.proposal)
    held = [after.amendments[name] for name in proposal.amendments]
    for one in held:
        if adopted and one.id in amendment.excludes and one.state == NOT_PUT:
            after = with_amendment(after, replace(one, state=TABLED))
    return with_proposal(after, replace(proposal, amended=any(one.state == ADOPTED for one in held)))


def whole_voted(sitting: Sitting, proposal: Proposal) -> bool:
    """Tell whether voting on the proposal itself, or on a part of it, has begun."""
    own, parts = f"proposal:{proposal.id}", f"part:{proposal.id}/"
    return any(
        vote.phase != VOIDED and (vote.on == own or vote.on.startswith(parts))
        for vote in sitting.votes.values()
    )


def amendment_of(sitting: Sitting, name: str) -> Amendment:
    """Give an amendment by its id; Refused `conference_hall.amendment_unknown`."""
    if name not in sitting.amendments:
        raise Refused("conference_hall.amendment_unknown", NAMES, id=name)
    return sitting.amendments[name]


def with_amendment(sitting: Sitting, amendment: Amendment) -> Sitting:
    """Give the sitting with an amendment changed."""
    return replace(sitting, amendments=with_entry(sitting.amendments, amendment.id, amendment))


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "amendment.tabled": _tabled,
    "amendment.ordered": _ordered,
    "amendment.withdrawn": _withdrawn,
}
