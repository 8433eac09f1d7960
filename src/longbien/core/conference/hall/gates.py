# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gates before every handler: shape, sequence, phase of the meeting, and what may not be interrupted."""

from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import VOTE, Kind
from longbien.core.conference.hall.refusing import SEQUENCE, TIME, Refused
from longbien.core.conference.hall.shapes import check_body
from longbien.core.conference.hall.sitting import Sitting

_PHASE_RULE: Final = "quorum.open"


def check_shape(event: Event, kind: Kind) -> None:
    """Check the body against its kind; MalformedError if it does not fit. Events that were read have passed this once."""
    check_body(event.body, kind.members)


def check_sequence(sitting: Sitting, event: Event) -> None:
    """Refuse an event that is numbered or dated before the last one."""
    if event.seq <= sitting.seq:
        raise Refused("conference.sequence", SEQUENCE, seq=event.seq, last=sitting.seq)
    if event.at.tzinfo is None:
        raise Refused("conference.time_zone", TIME, seq=event.seq)
    if sitting.at is not None and event.at < sitting.at:
        raise Refused("conference.time_backwards", TIME, seq=event.seq)


def check_phase(sitting: Sitting, event: Event, kind: Kind) -> None:
    """Refuse what is not for this phase of the meeting: nothing is said before it is opened or while it is suspended."""
    phase = sitting.meeting.phase
    if phase not in kind.when:
        raise Refused(
            "conference.meeting_phase", sitting.rules.value(_PHASE_RULE), kind=event.kind, phase=phase
        )


def check_interruption(sitting: Sitting, event: Event, kind: Kind) -> None:
    """Refuse whatever would interrupt a vote between its announcement and its result (`voting.interruption`)."""
    running = sitting.voting or sitting.electing
    if running and VOTE not in kind.amid:
        raise Refused(
            "conference.vote_running",
            sitting.rules.value("voting.interruption"),
            kind=event.kind,
            vote=running,
        )
