# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Division: parts of a proposal voted separately, granted unless somebody objects (rules 89 and 129 of the GA).

What is put on a part is its RETENTION, and it takes what the whole takes; what remains is then voted as a whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.amendments import waiting_amendments, whole_voted
from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.motions import FOR
from longbien.core.conference.hall.proposals import proposal_of, tabled_proposal, with_proposal
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import participant_of
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.texts import (
    ASKED,
    DELETED,
    GRANTED,
    OBJECTED,
    REFUSED,
    REQUESTED,
    RETAINED,
    Division,
    Part,
    Proposal,
)
from longbien.core.conference.rules.values import RuleValue


def _requested(sitting: Sitting, event: Event) -> Sitting:
    """Ask for parts to be voted separately, before the whole is put."""
    proposal = tabled_proposal(sitting, event.text("proposal"))
    one = participant_of(sitting, event)
    parts = tuple(dict.fromkeys(event.texts("parts")))
    if not parts:
        raise Refused("conference_hall.no_parts", _rule(sitting), proposal=proposal.id)
    if proposal.division is not None and proposal.division.state in (REQUESTED, OBJECTED):
        raise Refused("conference_hall.division_waits", _rule(sitting), proposal=proposal.id)
    if whole_voted(sitting, proposal):
        raise Refused(
            "conference_hall.division_late", sitting.rules.value("voting.interruption"), proposal=proposal.id
        )
    known = {held.id for held in proposal.parts}
    strange = [name for name in parts if known and name not in known]
    if strange:
        raise Refused("conference_hall.part_unknown", NAMES, proposal=proposal.id, part=strange[0])
    mover = (one.id,) if sitting.rules.motion("division").mover_counts_as_for else ()
    division = Division(by=one.id, parts=parts, spoke_for=mover)
    return with_proposal(sitting, replace(proposal, division=division))


def _objected(sitting: Sitting, event: Event) -> Sitting:
    """Object: the request is then put to the vote as a motion."""
    proposal, division = _waiting(sitting, event, REQUESTED)
    one = participant_of(sitting, event)
    return with_proposal(
        sitting, replace(proposal, division=replace(division, state=OBJECTED, objected_by=one.id))
    )


def _spoke(sitting: Sitting, event: Event) -> Sitting:
    """Speak for or against the request, once it was objected to."""
    proposal, division = _waiting(sitting, event, OBJECTED)
    rule = sitting.rules.motion("division")
    one, side = participant_of(sitting, event), event.text("side")
    heard = division.spoke_for if side == FOR else division.spoke_against
    most = rule.speakers_for if side == FOR else rule.speakers_against
    if one.id in division.spoke_for + division.spoke_against:
        raise Refused(
            "conference_hall.spoke_already", rule.rule, participant=one.id, motion=f"division:{proposal.id}"
        )
    if len(heard) >= most:
        raise Refused(
            "conference_hall.speakers_heard",
            rule.rule,
            motion="division",
            side=side,
            most=most,
            participant=one.id,
        )
    longer = (*heard, one.id)
    spoken = replace(division, spoke_for=longer) if side == FOR else replace(division, spoke_against=longer)
    return with_proposal(sitting, replace(proposal, division=spoken))


def _granted(sitting: Sitting, event: Event) -> Sitting:
    """Grant the request, to which nobody objected."""
    proposal, _division = _waiting(sitting, event, REQUESTED)
    return _divided(sitting, proposal)


def _divided(sitting: Sitting, proposal: Proposal) -> Sitting:
    """Mark the parts that are to be voted separately; those that the proposal does not list are taken as operative."""
    division = proposal.division
    if division is None:
        return sitting
    known = {held.id for held in proposal.parts}
    added = tuple(Part(id=name) for name in division.parts if name not in known)
    parts = tuple(
        replace(held, state=ASKED) if held.id in division.parts else held for held in proposal.parts + added
    )
    divided = replace(proposal, parts=parts, division=replace(division, state=GRANTED))
    return with_proposal(sitting, divided)


def check_division_put(sitting: Sitting, name: str) -> Proposal:
    """Give the proposal on whose division the Conference may vote now: one was asked for and objected to."""
    proposal = tabled_proposal(sitting, name)
    if proposal.division is None or proposal.division.state != OBJECTED:
        raise Refused("conference_hall.division_not_objected", _rule(sitting), proposal=name)
    return proposal


def division_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after the vote on a division."""
    proposal = proposal_of(sitting, name)
    if answer.carried:
        return _divided(sitting, proposal)
    if proposal.division is None:
        return sitting
    return with_proposal(sitting, replace(proposal, division=replace(proposal.division, state=REFUSED)))


def check_part_put(sitting: Sitting, name: str) -> Proposal:
    """Give the proposal of which a part may be put now: amendments were decided, and the part waits."""
    proposal, part = _part(sitting, name)
    tabled_proposal(sitting, proposal.id)
    waiting = waiting_amendments(sitting, proposal)
    if waiting:
        raise Refused(
            "conference_hall.amendments_first",
            sitting.rules.value("amendments.order"),
            id=proposal.id,
            amendment=waiting[0].id,
        )
    if part.state != ASKED:
        raise Refused("conference_hall.part_state", _rule(sitting), part=name, state=part.state)
    return proposal


def part_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after the vote on a part: retained, or deleted if it failed the threshold of the whole."""
    proposal, part = _part(sitting, name)
    done = replace(part, state=RETAINED if answer.carried else DELETED)
    parts = tuple(done if held.id == part.id else held for held in proposal.parts)
    return with_proposal(sitting, replace(proposal, parts=parts))


def nothing_left(proposal: Proposal) -> bool:
    """Tell whether all operative parts were deleted: the proposal is then rejected as a whole (rules 89 and 129 of the GA)."""
    operative = [held for held in proposal.parts if held.operative]
    return bool(operative) and all(held.state == DELETED for held in operative) and proposal.listed


def parts_waiting(proposal: Proposal) -> tuple[Part, ...]:
    """Give the parts that are to be voted separately and were not yet."""
    return tuple(held for held in proposal.parts if held.state == ASKED)


def whose_part(sitting: Sitting, name: str) -> Proposal:
    """Give the proposal that a part `<proposal>/<part>` belongs to."""
    return _part(sitting, name)[0]


def _part(sitting: Sitting, name: str) -> tuple[Proposal, Part]:
    """Give a part by `<proposal>/<part>`: both ids may hold slashes."""
    for cut in (index for index, letter in enumerate(name) if letter == "/"):
        proposal = sitting.proposals.get(name[:cut])
        for held in proposal.parts if proposal is not None else ():
            if held.id == name[cut + 1 :] and proposal is not None:
                return proposal, held
    raise Refused("conference_hall.matter_unknown", NAMES, on=f"part:{name}")


def _waiting(sitting: Sitting, event: Event, state: str) -> tuple[Proposal, Division]:
    proposal = tabled_proposal(sitting, event.text("proposal"))
    division = proposal.division
    if division is None or division.state != state:
        raise Refused(
            "conference_hall.division_state",
            _rule(sitting),
            proposal=proposal.id,
            state=division.state if division is not None else "-",
        )
    return proposal, division


def _rule(sitting: Sitting) -> RuleValue:
    return sitting.rules.motion("division").rule


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "division.requested": _requested,
    "division.objected": _objected,
    "division.spoke": _spoke,
    "division.granted": _granted,
}
