# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether something is ripe for a decision: kind settled, consensus tried first, preconditions of the Convention, nothing before it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from longbien.core.conference.hall.amendments import next_amendment, waiting_amendments
from longbien.core.conference.hall.division import parts_waiting
from longbien.core.conference.hall.floor import in_debate
from longbien.core.conference.hall.pending import pending_motion
from longbien.core.conference.hall.proposals import proposal_of, rivals
from longbien.core.conference.hall.questions import check_kind
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.texts import (
    ADOPTED,
    OBJECTED,
    REQUESTED,
    TABLED,
    WITHDRAWN,
    Proposal,
)
from longbien.core.conference.rules.values import Question

_DAYS_OF_A_YEAR: Final = 365
_REPORT: Final = "bureau_report"


def check_question(sitting: Sitting, on: str, question: str, *, by_vote: bool, inner: str = "") -> Question:
    """Give the kind of question that a matter is, if it may be decided in this way now.

    `inner`: the amendment or part of it that is put. The Chair's statement that every effort was exhausted is made on that
    alone, or on the whole, and then for all that is in it.

    Refused while its kind is in doubt; before consensus was tried, if that comes first; where nothing but consensus decides;
    and while a precondition does not hold (Arts. 62 and 66 of the Convention, rules 79 and 80 of UNTOC).
    """
    if on in sitting.disputes:
        raise Refused(
            "conference_hall.kind_disputed",
            sitting.rules.question("kind_dispute").rule,
            on=on,
            by=sitting.disputes[on].by,
        )
    found = check_kind(sitting, on, sitting.kinds.get(on, question))
    if by_vote and found.last_resort is None:
        raise Refused("conference_hall.consensus_only", found.rule, on=on, question=found.id)
    if by_vote and found.consensus_first and sitting.exhausted.isdisjoint({on, inner}):
        raise Refused(
            "conference_hall.consensus_first",
            sitting.rules.value("voting.consensus_first"),
            on=inner or on,
            question=found.id,
        )
    check = PRECONDITIONS.get(found.precondition or "")
    if check is not None:
        check(sitting, on, found)
    return found


def _states_parties(sitting: Sitting, on: str, question: Question) -> None:
    """Require as many States Parties as the Convention asks for (a protocol: 60, Art. 62)."""
    have, least = sitting.electorate.states_parties, question.at_least or 0
    if have < least:
        raise Refused("conference_hall.too_few_parties", question.rule, on=on, parties=have, least=least)


def _years_in_force(sitting: Sitting, on: str, question: Question) -> None:
    """Require as many years since entry into force (an amendment of the Convention: five, Art. 66)."""
    days, least = sitting.electorate.in_force_days or 0, question.at_least or 0
    if days < least * _DAYS_OF_A_YEAR:
        raise Refused(
            "conference_hall.too_early", question.rule, on=on, years=days // _DAYS_OF_A_YEAR, least=least
        )


def _bureau_report(sitting: Sitting, on: str, question: Question) -> None:
    if _REPORT not in sitting.reports:
        raise Refused("conference_hall.report_missing", question.rule, on=on, report=_REPORT)


PRECONDITIONS: Final[Mapping[str, Callable[[Sitting, str, Question], None]]] = {
    "states_parties": _states_parties,
    "years_in_force": _years_in_force,
    "bureau_report": _bureau_report,
}
"""The preconditions of kinds of questions."""


def check_notice(sitting: Sitting, proposal: Proposal, question: Question, *, by_vote: bool) -> None:
    """Require the notice that a question asks for (suspension of a rule: 24 hours), which is waived if nobody objects (rule 80)."""
    value = question.rule.value
    hours = value.get("notice_hours") if isinstance(value, dict) else None
    if not isinstance(hours, int) or not isinstance(value, dict) or sitting.at is None:
        return
    if not by_vote and value.get("waivable_if_no_objection") is True:
        return
    if sitting.at < proposal.tabled + timedelta(hours=hours):
        raise Refused("conference_hall.notice_short", question.rule, id=proposal.id, hours=hours)


def check_clear(sitting: Sitting, on: str) -> None:
    """Refuse to put anything while somebody speaks, a Party's request for a count waits, or a motion comes first."""
    speaking = sitting.floor.speaking
    if speaking is not None:
        raise Refused(
            "conference_hall.speaker_not_ended",
            sitting.rules.value("speaking.needs_permission"),
            on=on,
            speaker=speaking.participant,
        )
    if sitting.presence.challenged:
        raise Refused(
            "conference_hall.count_asked",
            sitting.rules.value("quorum.verification"),
            on=on,
            participant=sitting.presence.challenged,
        )
    motion = pending_motion(sitting)
    if motion is not None and on not in (f"motion:{motion.id}", *_amendments_of(sitting)):
        raise Refused(
            "conference_hall.motion_first",
            sitting.rules.motion(motion.motion).rule,
            motion=motion.motion,
            id=motion.id,
        )


def _amendments_of(sitting: Sitting) -> tuple[str, ...]:
    motion = pending_motion(sitting)
    return tuple(f"motion_amendment:{held.id}" for held in motion.amendments) if motion is not None else ()


def check_text(sitting: Sitting, proposal: Proposal) -> None:
    """Refuse to put a proposal, or anything of it, before the day after its circulation, or while its debate goes on."""
    if proposal.state != TABLED:
        raise Refused(
            "conference_hall.proposal_state",
            sitting.rules.question("reconsider").rule,
            id=proposal.id,
            state=proposal.state,
        )
    _check_circulated(sitting, proposal)
    item = sitting.items.get(proposal.item)
    if item is not None and item.debate == "adjourned":
        raise Refused(
            "conference_hall.debate_over",
            sitting.rules.motion("adjourn_debate").rule,
            item=item.id,
            debate=item.debate,
        )
    waiting = [held for held in sitting.floor.requests if in_debate(held)]
    if item is not None and item.id == sitting.item and item.debate == "open" and waiting:
        raise Refused(
            "conference_hall.speakers_waiting",
            sitting.rules.value("speaking.debate_ends_when_list_empty"),
            id=proposal.id,
            count=len(waiting),
            next=waiting[0].participant,
        )


def _check_circulated(sitting: Sitting, proposal: Proposal) -> None:
    day = proposal.circulated.date() if proposal.circulated is not None else None
    today = sitting.at.date() if sitting.at is not None else None
    if proposal.in_time or (day is not None and today is not None and day < today):
        return
    raise Refused(
        "conference_hall.not_circulated",
        sitting.rules.value("proposals.circulated_before"),
        id=proposal.id,
        circulated=str(day) if day is not None else "-",
    )


def check_whole(sitting: Sitting, proposal: Proposal) -> None:
    """Refuse to put a proposal as a whole before its amendments, its parts, its rivals and the one that it depends on."""
    amendments = waiting_amendments(sitting, proposal)
    if amendments:
        first = next_amendment(sitting, proposal) or amendments[0]
        raise Refused(
            "conference_hall.amendments_first",
            sitting.rules.value("amendments.order"),
            id=proposal.id,
            amendment=first.id,
        )
    _check_division(sitting, proposal)
    if (
        proposal.costs
        and not proposal.costed
        and sitting.rules.value("proposals.financial_implications").value
    ):
        raise Refused(
            "conference_hall.not_costed",
            sitting.rules.value("proposals.financial_implications"),
            id=proposal.id,
        )
    _check_parent(sitting, proposal)
    for held in rivals(sitting, proposal):
        if held.state == TABLED and (not held.priority, held.order) < (not proposal.priority, proposal.order):
            raise Refused(
                "conference_hall.rival_first",
                sitting.rules.value("proposals.competing"),
                id=proposal.id,
                first=held.id,
            )


def _check_division(sitting: Sitting, proposal: Proposal) -> None:
    rule = sitting.rules.motion("division").rule
    if proposal.division is not None and proposal.division.state in (REQUESTED, OBJECTED):
        raise Refused("conference_hall.division_waits", rule, proposal=proposal.id)
    parts = parts_waiting(proposal)
    if parts:
        raise Refused("conference_hall.parts_first", rule, id=proposal.id, part=parts[0].id)


def _check_parent(sitting: Sitting, proposal: Proposal) -> None:
    if not proposal.depends_on:
        return
    parent = proposal_of(sitting, proposal.depends_on)
    rule = sitting.rules.value("proposals.linked")
    if parent.state in (TABLED, WITHDRAWN):
        raise Refused("conference_hall.parent_first", rule, id=proposal.id, parent=parent.id)
    if parent.state != ADOPTED:
        raise Refused(
            "conference_hall.parent_fell", rule, id=proposal.id, parent=parent.id, state=parent.state
        )
