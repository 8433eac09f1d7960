# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions and their meetings in short: for lists, pages and programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from longbien.actions.conference.hall.electorate import electorate_of
from longbien.actions.conference.hall.find import conferences, find_conference, meetings_of
from longbien.actions.conference.hall.sitting import current
from longbien.actions.node import Node
from longbien.core.conference.delegations.cards import SessionHead
from longbien.core.conference.hall.electorate import ROLES, STATE_PARTY
from longbien.core.conference.rules.load import rule_set
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSummary:
    """A meeting: `phase` is `before`, `open`, `suspended` or `closed`; `seq` the number of its last event (0: none).

    `begins` is the hour at the place of the meeting (`10:00`), empty if none is planned.
    """

    meeting: str
    session: str
    number: int
    title: str
    body: str
    day: date
    begins: str
    place: str
    phase: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary(SessionHead):
    """A session. `taking_part`: how many there are of each role today."""

    profile: str
    choices: Mapping[str, str]
    taking_part: Mapping[str, int]
    meetings: tuple[MeetingSummary, ...]

    @property
    def nobody_votes(self) -> bool:
        """Tell whether there is no State Party to vote: the Convention is in force for nobody on the day."""
        return not self.taking_part.get(STATE_PARTY)


def session_list(*, node: Node) -> tuple[SessionSummary, ...]:
    """Give every session, the latest first. Public."""
    return tuple(_session(node, row) for row in conferences())


def session_summary(*, node: Node, conference_id: str) -> SessionSummary:
    """Give one session. Public. RefusedError `conference.session_unknown`."""
    return _session(node, find_conference(conference_id))


def meeting_summary(*, node: Node, meeting: models.Meeting) -> MeetingSummary:
    """Give one meeting. Public."""
    return MeetingSummary(
        meeting=meeting.meeting_id,
        session=meeting.conference.conference_id,
        number=meeting.number,
        title=meeting.title,
        body=meeting.body,
        day=meeting.day,
        begins="" if meeting.begins is None else meeting.begins.isoformat(timespec="minutes"),
        place=meeting.place,
        phase=current(node, meeting).meeting.phase if meeting.last_seq else "before",
        seq=meeting.last_seq,
    )


def _session(node: Node, row: models.Conference) -> SessionSummary:
    held = electorate_of(row, node.clock(), rule_set(row.profile, row.choices))
    return SessionSummary(
        session=row.conference_id,
        title=row.title,
        place=row.place,
        first_day=row.first_day,
        last_day=row.last_day,
        exercise=row.exercise or node.exercise,
        profile=row.profile,
        choices=dict(row.choices),
        taking_part={role: sum(one.role == role for one in held) for role in ROLES},
        meetings=tuple(meeting_summary(node=node, meeting=one) for one in meetings_of(row)),
    )
