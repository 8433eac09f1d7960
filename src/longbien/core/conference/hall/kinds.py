# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of event, as one table: who says it, with which members, in which phase of the meeting, amid what.

`by` names who may say it; for participants `right` is the right of their role that the rules must give (rules 14-17 of the
UNTOC/UNCAC skeleton). `amid` lists what it may interrupt: a vote between its announcement and its result, or a point of
order that awaits its ruling. The published format (docs/protocol/conference.md) and the hall's permissions follow from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.conference.hall.roster import PARTICIPANTS
from longbien.core.conference.hall.shapes import (
    CHOICES,
    COUNT,
    ELECTORS,
    FLAG,
    HOURS,
    ID,
    IDS,
    MATTER,
    PARTS,
    SECONDS,
    TALLIES,
    WORDS,
    Shape,
    one_of,
)

CHAIR: Final = "chair"
SECRETARIAT: Final = "secretariat"
PARTICIPANT: Final = "participant"
"""Who speaks: the Chair, the secretariat, or a participant by its id (which is then the event's `by`)."""

BEFORE: Final = "before"
OPEN: Final = "open"
SUSPENDED: Final = "suspended"
CLOSED: Final = "closed"
PHASES: Final = (BEFORE, OPEN, SUSPENDED, CLOSED)
"""The phases of a meeting."""

VOTE: Final = "vote"
ORDER: Final = "order"
APPEAL: Final = "appeal"
"""What an event may interrupt: a vote that has been announced; a point of order before its ruling; a ruling under appeal."""

_DESK: Final = (CHAIR, SECRETARIAT)
_ALL: Final = (CHAIR, SECRETARIAT, PARTICIPANT)
_ALL_OF_THEM: Final = frozenset({VOTE, ORDER, APPEAL})
_VOTE: Final = frozenset({VOTE})
_ORDER: Final = frozenset({ORDER, APPEAL})
_BALLOTING: Final = frozenset({VOTE, APPEAL})
_ANY_TIME: Final = frozenset(PHASES)
_MEETING: Final = frozenset({OPEN, SUSPENDED})
_CHOICE: Final = one_of("yes", "no", "abstain")
_SIDE: Final = one_of("for", "against")
METHODS: Final = ("show_of_hands", "recorded", "roll_call", "secret_ballot")
EXPLANATION: Final = "explanation"
ON_MOTION: Final = "motion"
CAPACITIES: Final = ("national", "group", "minister", EXPLANATION, ON_MOTION)
"""In which capacity somebody takes the floor: for the State itself, for a group, as a minister (high-level segment), to explain a vote, or on a motion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event. A member whose name ends in `?` may be missing."""

    by: tuple[str, ...]
    members: Mapping[str, Shape] = field(default_factory=dict)
    right: str = ""
    when: frozenset[str] = frozenset({OPEN})
    amid: frozenset[str] = frozenset()


_MEETING_KINDS: Final[dict[str, Kind]] = {
    "meeting.opened": Kind(by=(CHAIR,), members={"id?": ID}, when=frozenset({BEFORE, CLOSED})),
    "meeting.suspended": Kind(by=(CHAIR,), members={"words?": WORDS}),
    "meeting.resumed": Kind(by=(CHAIR,), when=frozenset({SUSPENDED})),
    "meeting.closed": Kind(by=(CHAIR,), members={"words?": WORDS}, when=_MEETING),
    "rules.changed": Kind(
        by=_DESK, members={"profile?": ID, "choices": CHOICES, "decision?": WORDS}, when=_ANY_TIME
    ),
    "electorate.fixed": Kind(
        by=(SECRETARIAT,),
        members={
            "participants": PARTICIPANTS,
            "states_parties": COUNT,
            "in_force_days?": COUNT,
            "meeting?": ID,
        },
        when=_ANY_TIME,
        amid=_ORDER,
    ),
    "presence.marked": Kind(
        by=_ALL,
        members={"participant": ID, "present": FLAG, "seat?": one_of("room", "remote")},
        when=frozenset({BEFORE, OPEN, SUSPENDED}),
        amid=_ALL_OF_THEM,
    ),
    "presence.counted": Kind(
        by=_DESK,
        members={"number": COUNT},
        when=frozenset({BEFORE, OPEN, SUSPENDED}),
        amid=_ORDER,
    ),
    "presence.challenged": Kind(
        by=(PARTICIPANT,), members={"participant?": ID}, right="point_of_order", amid=_ORDER
    ),
    "item.opened": Kind(by=(CHAIR,), members={"id": ID, "title?": WORDS}),
    "item.closed": Kind(by=(CHAIR,), members={"id": ID}),
    "report.received": Kind(
        by=_DESK, members={"report": one_of("bureau_report")}, when=_ANY_TIME, amid=_ALL_OF_THEM
    ),
    "refused": Kind(
        by=(SECRETARIAT,),
        members={"kind": ID, "participant": ID, "code": ID, "words?": WORDS},
        when=_ANY_TIME,
        amid=_ALL_OF_THEM,
    ),
}

_FLOOR_KINDS: Final[dict[str, Kind]] = {
    "floor.requested": Kind(
        by=_ALL,
        members={"participant?": ID, "capacity?": one_of(*CAPACITIES)},
        when=frozenset({BEFORE, OPEN, SUSPENDED}),
        amid=_ORDER,
    ),
    "floor.withdrawn": Kind(
        by=_ALL, members={"participant?": ID}, when=frozenset({BEFORE, OPEN, SUSPENDED}), amid=_ALL_OF_THEM
    ),
    "floor.given": Kind(by=(CHAIR,), members={"participant": ID}),
    "floor.started": Kind(by=_DESK),
    "floor.paused": Kind(by=_DESK, amid=_ORDER),
    "floor.stopped": Kind(by=_ALL, amid=_ORDER),
    "floor.called": Kind(by=(CHAIR,), members={"reason": one_of("time", "subject", "language")}),
    "list.closed": Kind(by=(CHAIR,)),
    "list.reopened": Kind(by=(CHAIR,)),
    "list.ordered": Kind(by=(CHAIR,), members={"by": one_of("as_requested", "practice_order")}),
    "limit.set": Kind(by=(CHAIR,), members={"seconds": SECONDS, "capacity?": one_of(*CAPACITIES)}),
    "reply.requested": Kind(by=_ALL, members={"participant?": ID}),
}

_ORDER_KINDS: Final[dict[str, Kind]] = {
    "order.raised": Kind(
        by=_ALL,
        members={"id": ID, "participant?": ID, "about": one_of("vote", "other"), "words?": WORDS},
        right="point_of_order",
        amid=_VOTE,
    ),
    "order.ruled": Kind(
        by=(CHAIR,),
        members={"id": ID, "outcome": one_of("upheld", "not_upheld"), "words?": WORDS},
        amid=frozenset({VOTE, ORDER}),
    ),
    "order.appealed": Kind(
        by=_ALL, members={"id": ID, "participant?": ID}, right="point_of_order", amid=_VOTE
    ),
    "question.disputed": Kind(
        by=_ALL, members={"on": MATTER, "participant?": ID, "words?": WORDS}, right="point_of_order"
    ),
    "question.ruled": Kind(by=(CHAIR,), members={"id": ID, "on": MATTER, "question": ID, "words?": WORDS}),
}

_MOTION_KINDS: Final[dict[str, Kind]] = {
    "motion.moved": Kind(
        by=_ALL,
        members={
            "id": ID,
            "motion": ID,
            "participant?": ID,
            "target?": MATTER,
            "parts?": IDS,
            "seconds?": SECONDS,
            "method?": one_of(*METHODS),
            "words?": WORDS,
        },
        right="move_motion",
    ),
    "motion.amended": Kind(
        by=_ALL,
        members={"id": ID, "motion": ID, "participant?": ID, "seconds?": SECONDS, "words": WORDS},
        right="move_motion",
    ),
    "motion.spoke": Kind(by=_ALL, members={"id": ID, "participant?": ID, "side": _SIDE}, right="move_motion"),
    "motion.put": Kind(by=(CHAIR,), members={"id": ID}),
    "motion.withdrawn": Kind(by=_ALL, members={"id": ID, "participant?": ID}, right="move_motion"),
}

_TEXT_KINDS: Final[dict[str, Kind]] = {
    "proposal.tabled": Kind(
        by=_ALL,
        members={
            "id": ID,
            "symbol?": WORDS,
            "title?": WORDS,
            "sponsors": IDS,
            "question?": ID,
            "depends_on?": ID,
            "competes_with?": IDS,
            "operative_parts?": PARTS,
            "written?": FLAG,
            "circulated?": FLAG,
            "costs?": FLAG,
        },
        right="propose",
        when=_ANY_TIME,
    ),
    "proposal.circulated": Kind(by=_DESK, members={"id": ID}, when=_ANY_TIME, amid=_ORDER),
    "proposal.costed": Kind(
        by=(SECRETARIAT,),
        members={"id": ID, "words?": WORDS},
        when=_ANY_TIME,
        amid=_ORDER,
    ),
    "proposal.sponsored": Kind(
        by=_ALL, members={"id": ID, "participant?": ID, "joined?": FLAG}, right="propose", when=_ANY_TIME
    ),
    "proposal.withdrawn": Kind(
        by=_ALL, members={"id": ID, "participant?": ID}, right="propose", when=_ANY_TIME
    ),
    "proposal.revived": Kind(
        by=_ALL, members={"id": ID, "participant?": ID}, right="propose", when=_ANY_TIME
    ),
    "proposal.passed_over": Kind(by=(CHAIR,), members={"id": ID}),
    "amendment.tabled": Kind(
        by=_ALL,
        members={
            "id": ID,
            "proposal": ID,
            "participant?": ID,
            "sponsors?": IDS,
            "implies_rejection_of?": IDS,
            "whole?": FLAG,
            "circulated?": FLAG,
            "words?": WORDS,
        },
        right="propose",
        when=_ANY_TIME,
    ),
    "amendment.ordered": Kind(by=(CHAIR,), members={"proposal": ID, "order": IDS}),
    "amendment.withdrawn": Kind(
        by=_ALL, members={"id": ID, "participant?": ID}, right="propose", when=_ANY_TIME
    ),
    "division.requested": Kind(
        by=_ALL, members={"proposal": ID, "parts": IDS, "participant?": ID}, right="move_motion"
    ),
    "division.objected": Kind(by=_ALL, members={"proposal": ID, "participant?": ID}, right="object"),
    "division.spoke": Kind(
        by=_ALL, members={"proposal": ID, "participant?": ID, "side": _SIDE}, right="move_motion"
    ),
    "division.granted": Kind(by=(CHAIR,), members={"proposal": ID}),
    "effort.exhausted": Kind(by=(CHAIR,), members={"on": MATTER, "words?": WORDS}),
    "consensus.asked": Kind(by=(CHAIR,), members={"on": MATTER, "question?": ID}),
    "consensus.objected": Kind(by=_ALL, members={"participant?": ID, "words?": WORDS}, right="object"),
    "consensus.declared": Kind(by=(CHAIR,)),
    "silence.started": Kind(
        by=(CHAIR,),
        members={"on": MATTER, "question?": ID, "hours?": HOURS},
        when=_ANY_TIME,
    ),
    "silence.broken": Kind(
        by=_ALL, members={"on": MATTER, "participant?": ID}, right="object", when=_ANY_TIME
    ),
    "silence.ended": Kind(by=(CHAIR,), members={"on": MATTER}, when=_ANY_TIME),
}

_VOTE_KINDS: Final[dict[str, Kind]] = {
    "vote.requested": Kind(
        by=_ALL,
        members={"on?": MATTER, "method": one_of(*METHODS), "participant?": ID, "supporters?": IDS},
        right="move_motion",
    ),
    "vote.announced": Kind(
        by=(CHAIR,),
        members={
            "id": ID,
            "on": MATTER,
            "method": one_of(*METHODS),
            "question?": ID,
            "threshold?": ID,
            "electorate?": ELECTORS,
            "first?": ID,
            "lot?": ID,
        },
        amid=frozenset({APPEAL}),
    ),
    "vote.opened": Kind(by=(CHAIR,), members={"id": ID, "first?": ID, "seed?": ID}, amid=_BALLOTING),
    "vote.voided": Kind(by=(CHAIR,), members={"id": ID, "words?": WORDS}, amid=_ALL_OF_THEM),
    "vote.closed": Kind(by=(CHAIR,), members={"id": ID}, amid=_BALLOTING),
    "ballot.cast": Kind(
        by=_ALL, members={"vote": ID, "participant?": ID, "choice": _CHOICE}, right="vote", amid=_ALL_OF_THEM
    ),
    "ballot.counted": Kind(
        by=(SECRETARIAT,),
        members={
            "vote": ID,
            "for": COUNT,
            "against": COUNT,
            "abstain": COUNT,
            "invalid?": COUNT,
            "counted_by": WORDS,
            "confirmed_by": WORDS,
        },
        amid=_BALLOTING,
    ),
    "result.declared": Kind(
        by=(CHAIR,), members={"vote": ID, "outcome": ID, "words?": WORDS}, amid=_BALLOTING
    ),
    "vote.corrected": Kind(
        by=_ALL,
        members={"vote": ID, "participant?": ID, "choice": _CHOICE, "words?": WORDS},
        right="vote",
        when=_ANY_TIME,
    ),
    "vote.explained": Kind(
        by=_ALL,
        members={"vote?": ID, "on?": MATTER, "participant?": ID, "words?": WORDS},
        right="vote",
        when=_MEETING,
    ),
    "election.announced": Kind(
        by=(CHAIR,),
        members={
            "id": ID,
            "office": WORDS,
            "places": COUNT,
            "candidates": IDS,
            "threshold?": ID,
            "electorate?": ELECTORS,
            "agreed?": FLAG,
        },
    ),
    "election.balloted": Kind(by=(CHAIR,), members={"id": ID, "candidates?": IDS}, amid=_VOTE),
    "election.counted": Kind(
        by=(SECRETARIAT,),
        members={
            "id": ID,
            "papers": COUNT,
            "invalid": COUNT,
            "abstain": COUNT,
            "votes": TALLIES,
            "counted_by": WORDS,
            "confirmed_by": WORDS,
        },
        amid=_VOTE,
    ),
    "election.drawn": Kind(by=(CHAIR,), members={"id": ID, "drawn": ID, "words?": WORDS}, amid=_VOTE),
    "election.closed": Kind(by=(CHAIR,), members={"id": ID, "words?": WORDS}, amid=_VOTE),
}

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {**_MEETING_KINDS, **_FLOOR_KINDS, **_ORDER_KINDS, **_MOTION_KINDS, **_TEXT_KINDS, **_VOTE_KINDS}
)
"""Every kind of event by its name."""
