# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the Chair and the secretariat might do next, the most pressing first. Whether it is lawful now, the engine says."""

from collections.abc import Iterator

from longbien.core.conference.hall.amendments import next_amendment, waiting_amendments
from longbien.core.conference.hall.candidates import Spoken, Step, candidate, fresh_id, method_for
from longbien.core.conference.hall.division import parts_waiting
from longbien.core.conference.hall.election_steps import election_steps
from longbien.core.conference.hall.floor import queue
from longbien.core.conference.hall.kinds import BEFORE, CLOSED, SECRETARIAT, SUSPENDED
from longbien.core.conference.hall.pending import appeal, pending_motion, pending_order
from longbien.core.conference.hall.proposals import rivals
from longbien.core.conference.hall.quorum import deciding, opening
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.motions import PENDING, Motion
from longbien.core.conference.hall.state.texts import OBJECTED, REQUESTED, TABLED, Proposal
from longbien.core.conference.hall.vote_steps import vote_steps


def chairing(sitting: Sitting) -> Iterator[Step]:
    """Give the steps that the Chair and the secretariat might take, in the order of urgency."""
    yield from _meeting_begins(sitting)
    yield from _orders(sitting)
    yield from vote_steps(sitting)
    yield from election_steps(sitting)
    yield from _asking(sitting)
    yield from _motions(sitting)
    yield from _floor(sitting)
    for proposal in sitting.proposals.values():
        if proposal.state == TABLED:
            yield from _proposal(sitting, proposal)
    yield from _silences(sitting)
    yield from _meeting_ends(sitting)


def _meeting_begins(sitting: Sitting) -> Iterator[Step]:
    needed = opening(sitting)
    if sitting.presence.challenged or (
        not sitting.presence.known and sitting.meeting.phase in (BEFORE, CLOSED)
    ):
        yield candidate("presence.counted", said=Spoken(code="presence.challenged"))
    if sitting.meeting.phase in (BEFORE, CLOSED):
        values = {"present": str(needed.present or 0), "needed": str(needed.required)}
        yield candidate("meeting.opened", said=Spoken(values=values))
    if sitting.meeting.phase == SUSPENDED:
        yield candidate("meeting.resumed")


def _orders(sitting: Sitting) -> Iterator[Step]:
    order = pending_order(sitting)
    ruling = appeal(sitting)
    if ruling is not None:
        yield _announced(sitting, f"ruling:{ruling.id}", "order.appealed")
    elif order is not None:
        for outcome in ("upheld", "not_upheld"):
            yield candidate(
                "order.ruled", id=order.id, outcome=outcome, said=Spoken(values={"ruling": outcome})
            )
    for dispute in sitting.disputes.values():
        for question in ("procedure", "substance"):
            threshold = sitting.rules.question(question).last_resort or "consensus"
            yield candidate(
                "question.ruled",
                id=fresh_id(sitting, "r"),
                on=dispute.on,
                question=question,
                said=Spoken(values={"question": question, "threshold": threshold}),
            )
        yield _announced(sitting, f"kind:{dispute.on.replace(':', '/', 1)}", "question.disputed")


def _asking(sitting: Sitting) -> Iterator[Step]:
    asking = sitting.asking
    if asking is None:
        return
    if asking.objections:
        yield _exhausted(sitting, asking.on)
    else:
        yield candidate("consensus.declared", said=Spoken(values={"matter": asking.on}))


def _motions(sitting: Sitting) -> Iterator[Step]:
    motion = pending_motion(sitting)
    if motion is None:
        return
    for amendment in motion.amendments:
        if amendment.state == PENDING:
            yield _announced(sitting, f"motion_amendment:{amendment.id}", "motion.put")
            return
    rule = sitting.rules.motion(motion.motion)
    values = {"motion": motion.motion, "threshold": rule.threshold or ""}
    code = "motion.put" if rule.threshold else "motion.granted"
    if motion.state == PENDING:
        yield candidate("motion.put", id=motion.id, said=Spoken(code=code, values=values))
    yield candidate(
        "consensus.asked", on=f"motion:{motion.id}", said=Spoken(values={"matter": f"motion:{motion.id}"})
    )
    yield _announced(sitting, f"motion:{motion.id}", code)


def heard_on(sitting: Sitting, motion: Motion) -> dict[str, str]:
    """Give how many may still be heard on a motion, for and against."""
    rule = sitting.rules.motion(motion.motion)
    return {
        "for": str(max(0, rule.speakers_for - len(motion.spoke_for))),
        "against": str(max(0, rule.speakers_against - len(motion.spoke_against))),
    }


def _floor(sitting: Sitting) -> Iterator[Step]:
    floor = sitting.floor
    if floor.speaking is not None:
        speaker = {"participant": floor.speaking.participant}
        yield candidate("floor.started", said=Spoken(code="floor.given", values=speaker))
        yield candidate("floor.paused", said=Spoken(code="floor.given", values=speaker))
        yield candidate("floor.stopped", said=Spoken(values=speaker))
        for reason in ("time", "subject", "language"):
            yield candidate("floor.called", reason=reason, said=Spoken(code=f"floor.called.{reason}"))
        return
    waiting = queue(sitting)
    if waiting:
        code = "reply.given" if waiting[0].reply else "floor.given"
        named = {"participant": waiting[0].participant}
        yield candidate(
            "floor.given", participant=waiting[0].participant, said=Spoken(code=code, values=named)
        )
    count = {"count": str(len(waiting))}
    if sitting.item:
        yield candidate("list.reopened" if floor.closed else "list.closed", said=Spoken(values=count))
        yield candidate("limit.set")


def _proposal(sitting: Sitting, proposal: Proposal) -> Iterator[Step]:
    on = f"proposal:{proposal.id}"
    named = {"symbol": proposal.symbol or proposal.id}
    if proposal.circulated is None:
        yield candidate("proposal.circulated", SECRETARIAT, id=proposal.id)
    if proposal.costs and not proposal.costed:
        yield candidate("proposal.costed", SECRETARIAT, id=proposal.id, said=Spoken(values=named))
    division = proposal.division
    if division is not None and division.state == REQUESTED:
        yield candidate("division.granted", proposal=proposal.id)
    if division is not None and division.state == OBJECTED:
        yield _announced(sitting, f"division:{proposal.id}", "division.objected")
    amendment = next_amendment(sitting, proposal)
    if amendment is not None:
        yield from _put(sitting, f"amendment:{amendment.id}", "amendment.put", {"amendment": amendment.id})
    elif waiting := waiting_amendments(sitting, proposal):
        order = ", ".join(held.id for held in waiting)
        yield candidate(
            "amendment.ordered", proposal=proposal.id, lacks=("order",), said=Spoken(values={"order": order})
        )
    for part in parts_waiting(proposal)[:1]:
        yield from _put(sitting, f"part:{proposal.id}/{part.id}", "division.part", {"part": part.id})
    yield from _put(sitting, on, "proposal.whole", named)
    if sitting.rules.question(proposal.question).consensus_first and on not in sitting.exhausted:
        yield _exhausted(sitting, on)
    if any(held.state != TABLED for held in rivals(sitting, proposal)):
        yield candidate("proposal.passed_over", id=proposal.id, said=Spoken(values=named))


def _put(sitting: Sitting, on: str, code: str, values: dict[str, str]) -> Iterator[Step]:
    """Give both ways to decide: without a vote, and by a vote."""
    if sitting.asking is None or sitting.asking.on != on:
        yield candidate("consensus.asked", on=on, said=Spoken(values={"matter": on}))
    yield _announced(sitting, on, code, values)


def _announced(sitting: Sitting, on: str, code: str, values: dict[str, str] | None = None) -> Step:
    said = Spoken(code=code, values={**(values or {}), "matter": on})
    return candidate(
        "vote.announced", id=fresh_id(sitting, "v"), on=on, method=method_for(sitting, on), said=said
    )


def _exhausted(sitting: Sitting, on: str) -> Step:
    name = on.partition(":")[2]
    proposal = sitting.proposals.get(name)
    question = sitting.kinds.get(on, proposal.question if proposal is not None else "substance")
    threshold = sitting.rules.question(question).last_resort or "consensus"
    return candidate("effort.exhausted", on=on, said=Spoken(values={"threshold": threshold}))


def _silences(sitting: Sitting) -> Iterator[Step]:
    for on in sitting.silences:
        yield candidate("silence.ended", on=on, said=Spoken(values={"matter": on}))


def _meeting_ends(sitting: Sitting) -> Iterator[Step]:
    item = sitting.items.get(sitting.item)
    if item is not None:
        yield candidate("item.closed", id=item.id, said=Spoken(values={"item": item.id}))
    else:
        yield candidate("item.opened")
    quorum = deciding(sitting)
    if quorum.reached:
        yield candidate("presence.counted", SECRETARIAT)
    values = {"present": str(quorum.present or 0), "needed": str(quorum.required)}
    lacking = Spoken(code="presence.lacking", values=values)
    yield candidate("meeting.suspended", said=lacking if not quorum.reached else Spoken())
    yield candidate("meeting.closed")
