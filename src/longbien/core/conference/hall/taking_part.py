# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a participant might do next. Whether its role gives it the right, and whether it is in order now, the engine says."""

from collections.abc import Iterator

from longbien.core.conference.hall.candidates import Step, candidate, fresh_id
from longbien.core.conference.hall.pending import pending_motion
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.texts import OBJECTED, REQUESTED, TABLED, WITHDRAWN

_LACKS = {"limit_time": ("seconds",), "request_method": ("method",), "reconsider": ("target",)}
_ON_A_TEXT = frozenset({"competence", "priority", "defer_vote"})


def taking_part(sitting: Sitting, participant: str) -> Iterator[Step]:
    """Give the steps that a participant might take, those that cannot wait first."""
    yield from _ballots(sitting, participant)
    yield from _objections(sitting, participant)
    yield from _orders(sitting, participant)
    yield from _floor(sitting, participant)
    yield from _motions(sitting, participant)
    yield from _texts(sitting, participant)
    here = participant in sitting.presence.marked
    yield candidate("presence.marked", participant, participant=participant, present=not here)
    yield candidate("presence.challenged", participant)


def _ballots(sitting: Sitting, participant: str) -> Iterator[Step]:
    if sitting.voting:
        for choice in ("yes", "no", "abstain"):
            yield candidate("ballot.cast", participant, vote=sitting.voting, choice=choice)
    for method in ("recorded", "roll_call"):
        yield candidate("vote.requested", participant, method=method)
    for vote in tuple(sitting.votes)[-1:]:
        yield candidate("vote.explained", participant, vote=vote)
        yield candidate("vote.corrected", participant, vote=vote)


def _objections(sitting: Sitting, participant: str) -> Iterator[Step]:
    if sitting.asking is not None:
        yield candidate("consensus.objected", participant)
    for on in sitting.silences:
        yield candidate("silence.broken", participant, on=on)
    for proposal in sitting.proposals.values():
        if proposal.state == TABLED and proposal.division is not None:
            if proposal.division.state == REQUESTED:
                yield candidate("division.objected", participant, proposal=proposal.id)
            elif proposal.division.state == OBJECTED:
                for side in ("for", "against"):
                    yield candidate("division.spoke", participant, proposal=proposal.id, side=side)


def _orders(sitting: Sitting, participant: str) -> Iterator[Step]:
    about = "vote" if sitting.voting or sitting.electing else "other"
    yield candidate("order.raised", participant, id=fresh_id(sitting, "o"), about=about)
    if sitting.ruled:
        yield candidate("order.appealed", participant, id=sitting.ruled)


def _floor(sitting: Sitting, participant: str) -> Iterator[Step]:
    speaking = sitting.floor.speaking
    if speaking is not None and speaking.participant == participant:
        yield candidate("floor.stopped", participant)
    yield candidate("floor.requested", participant)
    yield candidate("floor.withdrawn", participant)
    yield candidate("reply.requested", participant)


def _motions(sitting: Sitting, participant: str) -> Iterator[Step]:
    motion = pending_motion(sitting)
    if motion is not None:
        for side in ("for", "against"):
            yield candidate("motion.spoke", participant, id=motion.id, side=side)
        yield candidate("motion.withdrawn", participant, id=motion.id)
        yield candidate("motion.amended", participant, id=fresh_id(sitting, "ma"), motion=motion.id)
    name = fresh_id(sitting, "m")
    texts = [f"proposal:{held.id}" for held in sitting.proposals.values() if held.state == TABLED]
    for sort in sitting.rules.motions:
        if sort in _ON_A_TEXT:
            for target in texts:
                yield candidate("motion.moved", participant, id=name, motion=sort, target=target)
        elif sort != "division":
            yield candidate("motion.moved", participant, id=name, motion=sort, lacks=_LACKS.get(sort, ()))
    for target in texts:
        yield candidate("question.disputed", participant, on=target)


def _texts(sitting: Sitting, participant: str) -> Iterator[Step]:
    yield candidate("proposal.tabled", participant, lacks=("id", "title"), sponsors=[participant])
    for proposal in sitting.proposals.values():
        if proposal.state == TABLED:
            joined = participant not in proposal.sponsors
            yield candidate("proposal.sponsored", participant, id=proposal.id, joined=joined)
            yield candidate("amendment.tabled", participant, proposal=proposal.id, lacks=("id", "words"))
            yield candidate("division.requested", participant, proposal=proposal.id, lacks=("parts",))
            yield candidate("proposal.withdrawn", participant, id=proposal.id)
        if proposal.state == WITHDRAWN:
            yield candidate("proposal.revived", participant, id=proposal.id)
    for amendment in sitting.amendments.values():
        if amendment.state == TABLED and amendment.by == participant:
            yield candidate("amendment.withdrawn", participant, id=amendment.id)
