# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals: tabled in writing, circulated, sponsored until adoption, withdrawn before voting, brought back by anyone (rules 51 to 54 of UNTOC)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.electorate import Participant
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.questions import check_kind
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import participant_of, speaker_class
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.texts import (
    NOT_PUT,
    TABLED,
    WITHDRAWN,
    Part,
    Proposal,
)
from longbien.core.conference.hall.state.votes import VOIDED


def _tabled(sitting: Sitting, event: Event) -> Sitting:
    """Table a proposal: in writing, by those who may, on a question that the rules know."""
    name = event.text("id")
    if name in sitting.proposals:
        raise Refused("conference_hall.id_taken", NAMES, id=name)
    if not event.flag("written", otherwise=True):
        raise Refused("conference_hall.not_written", sitting.rules.value("proposals.in_writing"), id=name)
    sponsors = event.texts("sponsors")
    if not sponsors:
        raise Refused("conference_hall.no_sponsor", sitting.rules.value("proposals.sponsors"), id=name)
    for sponsor in sponsors:
        check_sponsor(sitting, _known(sitting, sponsor))
    if event.by not in ("chair", "secretariat") and event.by not in sponsors:
        raise Refused(
            "conference_hall.not_the_proposer",
            sitting.rules.value("proposals.sponsors"),
            participant=event.by,
            proposer=", ".join(sponsors),
            id=name,
        )
    question = event.text("question", "substance")
    check_kind(sitting, f"proposal:{name}", question)
    for other in (*event.texts("competes_with"), *filter(None, (event.text("depends_on"),))):
        proposal_of(sitting, other)
    proposal = Proposal(
        id=name,
        order=len(sitting.proposals) + 1,
        tabled=event.at,
        by=sponsors[0],
        symbol=event.text("symbol"),
        title=event.text("title"),
        item=sitting.item,
        sponsors=sponsors,
        question=question,
        depends_on=event.text("depends_on"),
        competes_with=event.texts("competes_with"),
        parts=_parts(event),
        listed=bool(event.objects("operative_parts")),
        circulated=event.at if event.flag("circulated") else None,
        in_time=event.flag("circulated"),
        costs=event.flag("costs"),
    )
    return with_proposal(sitting, proposal)


def _parts(event: Event) -> tuple[Part, ...]:
    return tuple(
        Part(id=str(one["id"]), operative=one["operative"] is True)
        for one in event.objects("operative_parts")
    )


def _circulated(sitting: Sitting, event: Event) -> Sitting:
    """Circulate in the official languages: what is circulated today may be put tomorrow."""
    proposal = proposal_of(sitting, event.text("id"))
    return with_proposal(sitting, replace(proposal, circulated=proposal.circulated or event.at))


def _costed(sitting: Sitting, event: Event) -> Sitting:
    """State the financial implications, before adoption (rule 75 of UNTOC)."""
    return with_proposal(sitting, replace(proposal_of(sitting, event.text("id")), costed=True))


def _sponsored(sitting: Sitting, event: Event) -> Sitting:
    """Join or leave the sponsors: until adoption, not later."""
    proposal = proposal_of(sitting, event.text("id"))
    one = participant_of(sitting, event)
    check_sponsor(sitting, one)
    rule = sitting.rules.value("proposals.sponsors")
    if proposal.state != TABLED:
        raise Refused(
            "conference_hall.sponsors_closed", rule, participant=one.id, id=proposal.id, state=proposal.state
        )
    joining = event.flag("joined", otherwise=True)
    if joining == (one.id in proposal.sponsors):
        raise Refused("conference_hall.sponsor_already", rule, participant=one.id, id=proposal.id)
    if not joining and proposal.sponsors == (one.id,):
        raise Refused("conference_hall.last_sponsor", rule, participant=one.id, id=proposal.id)
    kept = tuple(held for held in proposal.sponsors if held != one.id)
    return with_proposal(
        sitting, replace(proposal, sponsors=(*proposal.sponsors, one.id) if joining else kept)
    )


def _withdrawn(sitting: Sitting, event: Event) -> Sitting:
    """Withdraw: by a proposer, before voting on it has begun and only if it has not been amended (rule 54 of UNTOC)."""
    proposal = tabled_proposal(sitting, event.text("id"))
    rule = sitting.rules.value("proposals.withdrawal")
    by = event.text("participant") or event.by
    if speaker_class(event) == "participant" and participant_of(sitting, event).id not in proposal.sponsors:
        raise Refused(
            "conference_hall.not_the_proposer",
            rule,
            participant=by,
            proposer=", ".join(proposal.sponsors),
            id=proposal.id,
        )
    if proposal.amended:
        raise Refused("conference_hall.withdraw_amended", rule, id=proposal.id)
    if voting_begun(sitting, proposal):
        raise Refused("conference_hall.withdraw_voting", rule, id=proposal.id)
    return with_proposal(sitting, replace(proposal, state=WITHDRAWN))


def _revived(sitting: Sitting, event: Event) -> Sitting:
    """Bring a withdrawn proposal back: any Party may, and is then its sponsor (rule 54 of UNTOC)."""
    proposal = proposal_of(sitting, event.text("id"))
    one = participant_of(sitting, event)
    rule = sitting.rules.value("proposals.withdrawal")
    if proposal.state != WITHDRAWN:
        raise Refused("conference_hall.not_withdrawn", rule, id=proposal.id, state=proposal.state)
    return with_proposal(sitting, replace(proposal, state=TABLED, by=one.id, sponsors=(one.id,)))


def _passed_over(sitting: Sitting, event: Event) -> Sitting:
    """Record that the Conference does not vote on the next of competing proposals, after one was decided (rule 91 of the GA)."""
    proposal = tabled_proposal(sitting, event.text("id"))
    rule = sitting.rules.value("proposals.competing")
    if not any(held.state != TABLED for held in rivals(sitting, proposal)):
        raise Refused("conference_hall.nothing_decided_before", rule, id=proposal.id)
    return with_proposal(sitting, replace(proposal, state=NOT_PUT))


def rivals(sitting: Sitting, proposal: Proposal) -> tuple[Proposal, ...]:
    """Give the proposals that compete with one: those that it names, and those that name it."""
    return tuple(
        held
        for held in sitting.proposals.values()
        if held.id != proposal.id and (held.id in proposal.competes_with or proposal.id in held.competes_with)
    )


def voting_begun(sitting: Sitting, proposal: Proposal) -> bool:
    """Tell whether voting on a proposal, a part of it or an amendment to it has begun (a vote that was voided does not count)."""
    own = {f"proposal:{proposal.id}", *(f"amendment:{name}" for name in proposal.amendments)}
    parts = f"part:{proposal.id}/"
    return any(
        vote.phase != VOIDED and (vote.on in own or vote.on.startswith(parts))
        for vote in sitting.votes.values()
    )


def check_sponsor(sitting: Sitting, one: Participant) -> None:
    """Refuse a sponsor whose role may not be one (`proposals.sponsors`)."""
    rule = sitting.rules.value("proposals.sponsors")
    who = rule.value.get("who") if isinstance(rule.value, dict) else None
    if not isinstance(who, list) or one.role not in who:
        raise Refused("conference_hall.sponsor_role", rule, participant=one.id, role=one.role)


def proposal_of(sitting: Sitting, name: str) -> Proposal:
    """Give a proposal by its id; Refused `conference_hall.proposal_unknown`."""
    if name not in sitting.proposals:
        raise Refused("conference_hall.proposal_unknown", NAMES, id=name)
    return sitting.proposals[name]


def tabled_proposal(sitting: Sitting, name: str) -> Proposal:
    """Give a proposal that waits for its decision; Refused `conference_hall.proposal_state` for another."""
    proposal = proposal_of(sitting, name)
    if proposal.state != TABLED:
        raise Refused(
            "conference_hall.proposal_state",
            sitting.rules.question("reconsider").rule,
            id=name,
            state=proposal.state,
        )
    return proposal


def with_proposal(sitting: Sitting, proposal: Proposal) -> Sitting:
    """Give the sitting with a proposal changed."""
    return replace(sitting, proposals=with_entry(sitting.proposals, proposal.id, proposal))


def _known(sitting: Sitting, participant: str) -> Participant:
    found = sitting.electorate.get(participant)
    if found is None:
        raise Refused("conference_hall.participant_unknown", NAMES, participant=participant)
    return found


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "proposal.tabled": _tabled,
    "proposal.circulated": _circulated,
    "proposal.costed": _costed,
    "proposal.sponsored": _sponsored,
    "proposal.withdrawn": _withdrawn,
    "proposal.revived": _revived,
    "proposal.passed_over": _passed_over,
}
