# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session of the Conference for tests: an exercise with a small roster."""

from datetime import date

from longbien.actions.conference.hall.open_conference import Session, open_conference
from longbien.actions.conference.hall.open_meeting import Plan, open_meeting
from longbien.actions.conference.hall.say import say
from longbien.core.base.canonical import Json
from longbien.core.conference.hall.electorate import STATE_PARTY, Participant
from longbien.store import models
from tests.pair import Side

FIRST_DAY = date(2027, 3, 1)
LAST_DAY = date(2027, 3, 5)
ROSTER = tuple(
    Participant(id=code, role=STATE_PARTY, group=group)
    for code, group in (
        ("VN", "asia-pacific"),
        ("AT", "western-europe-others"),
        ("BR", "latin-america-caribbean"),
        ("EG", "africa"),
        ("FR", "western-europe-others"),
        ("KE", "africa"),
        ("PL", "eastern-europe"),
    )
)


def open_session(side: Side, *, conference_id: str = "cosp-1") -> models.Conference:
    """Open an exercise session of five days."""
    session = Session(
        conference_id=conference_id,
        title="First session of the Conference",
        place="Vienna",
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
        choices={},
        roster=ROSTER,
    )
    return open_conference(node=side.node, actor=side.officers["conference"], session=session)


def plan_meeting(side: Side, *, conference_id: str = "cosp-1") -> models.Meeting:
    """Plan its next meeting."""
    return open_meeting(
        node=side.node,
        actor=side.officers["conference"],
        conference_id=conference_id,
        plan=Plan(day=FIRST_DAY, title=""),
    )


Line = tuple[str, str, dict[str, Json]]
"""One thing said: in whose name, its kind, its body."""


def _present(participant: str) -> Line:
    return ("secretariat", "presence.marked", {"participant": participant, "present": True})


SCRIPT: tuple[Line, ...] = (
    *(_present(one.id) for one in ROSTER),
    ("chair", "meeting.opened", {}),
    ("chair", "item.opened", {"id": "3", "title": "Draft resolutions"}),
    (
        "VN",
        "proposal.tabled",
        {
            "id": "L.1",
            "symbol": "CAC/COSP/2027/L.1",
            "sponsors": ["VN", "AT"],
            "title": "Capacity-building",
            "circulated": True,
        },
    ),
    ("FR", "floor.requested", {}),
    ("chair", "floor.given", {"participant": "FR"}),
    ("FR", "floor.stopped", {}),
    ("chair", "consensus.asked", {"on": "proposal:L.1"}),
    ("chair", "consensus.declared", {}),
)
"""A short meeting: all are present, a draft is tabled and adopted by consensus."""
CLOSING: tuple[Line, ...] = (("chair", "item.closed", {"id": "3"}), ("chair", "meeting.closed", {}))


def hold(side: Side, meeting: models.Meeting, script: tuple[Line, ...] = (*SCRIPT, *CLOSING)) -> None:
    """Say a script in a meeting, as the secretariat writes it down."""
    for by, kind, body in script:
        say(
            node=side.node,
            actor=side.officers["conference"],
            meeting_id=meeting.meeting_id,
            kind=kind,
            body=body,
            by=by,
        )


VOTED: tuple[Line, ...] = (
    *SCRIPT,
    (
        "BR",
        "proposal.tabled",
        {"id": "L.2", "symbol": "CAC/COSP/2027/L.2", "sponsors": ["BR"], "circulated": True},
    ),
    ("chair", "effort.exhausted", {"on": "proposal:L.2"}),
    ("EG", "vote.requested", {"on": "proposal:L.2", "method": "roll_call"}),
    ("chair", "vote.announced", {"id": "v1", "on": "proposal:L.2", "method": "roll_call", "first": "KE"}),
    ("chair", "vote.opened", {"id": "v1"}),
    ("VN", "ballot.cast", {"vote": "v1", "choice": "yes"}),
    ("AT", "ballot.cast", {"vote": "v1", "choice": "no"}),
    ("BR", "ballot.cast", {"vote": "v1", "choice": "yes"}),
    ("EG", "ballot.cast", {"vote": "v1", "choice": "abstain"}),
    ("FR", "ballot.cast", {"vote": "v1", "choice": "no"}),
    ("KE", "ballot.cast", {"vote": "v1", "choice": "yes"}),
    ("chair", "vote.closed", {"id": "v1"}),
    ("chair", "result.declared", {"vote": "v1", "outcome": "adopted"}),
    ("EG", "vote.corrected", {"vote": "v1", "choice": "yes"}),
    ("AT", "vote.explained", {"vote": "v1", "words": "The text goes too far."}),
)
"""The same, with a roll-call that fails by one vote and that the Chair declares adopted all the same."""
