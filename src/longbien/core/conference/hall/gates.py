# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gates before every handler: shape, sequence, phase of the meeting, and what may not be interrupted."""

from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import APPEAL, ORDER, VOTE, Kind
from longbien.core.conference.hall.pending import pending_order
from longbien.core.conference.hall.refusing import SEQUENCE, TIME, Refused
from longbien.core.conference.hall.shapes import check_body
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.orders import APPEALED

_PHASE_RULE: Final = "quorum.open"


def check_shape(event: Event, kind: Kind) -> None:
    """Check the body against its kind; MalformedError if it does not fit. Events that were read have passed this once."""
    check_body(event.body, kind.members)


def check_sequence(sitting: Sitting, event: Event) -> None:
    """Refuse an event that is numbered or dated before the last one."""
    if event.seq <= sitting.seq:
        raise Refused("conference_hall.sequence", SEQUENCE, seq=event.seq, last=sitting.seq)
    if event.at.tzinfo is None:
        raise Refused("conference_hall.time_zone", TIME, seq=event.seq)
    if sitting.at is not None and event.at < sitting.at:
        raise Refused("conference_hall.time_backwards", TIME, seq=event.seq)


def check_phase(sitting: Sitting, event: Event, kind: Kind) -> None:
    """Refuse what is not for this phase of the meeting: nothing is said before it is opened or while it is suspended."""
    phase = sitting.meeting.phase
    if phase not in kind.when:
        raise Refused(
            "conference_hall.meeting_phase", sitting.rules.value(_PHASE_RULE), kind=event.kind, phase=phase
        )


def check_interruption(sitting: Sitting, event: Event, kind: Kind) -> None:
    """Refuse whatever would interrupt a vote (`voting.interruption`), pass over a point of order, or delay an appeal.

    An appeal against a ruling in the midst of a vote is the one vote that may be taken within another.
    """
    order = pending_order(sitting)
    running = sitting.voting or sitting.electing
    within = order is not None and order.state == APPEALED and not sitting.interrupted
    if running and VOTE not in kind.amid and not (within and event.kind == "vote.announced"):
        raise Refused(
            "conference_hall.vote_running",
            sitting.rules.value("voting.interruption"),
            kind=event.kind,
            vote=running,
        )
    if order is None:
        return
    appealed = order.state == APPEALED
    if (APPEAL if appealed else ORDER) not in kind.amid:
        path = "points_of_order.appeal" if appealed else "points_of_order.ruled"
        raise Refused(
            "conference_hall.order_pending", sitting.rules.value(path), kind=event.kind, order=order.id
        )
