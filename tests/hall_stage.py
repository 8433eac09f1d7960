# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node with a session and a meeting in its database, and two officers who write down what is said."""

from datetime import date

from longbien.actions.access import Role
from longbien.actions.conference.hall.open_conference import Session, open_conference
from longbien.actions.conference.hall.open_meeting import Plan, open_meeting
from longbien.actions.conference.hall.say import Said, say
from longbien.actions.conference.hall.sitting import sitting_of
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.conference.hall.electorate import Participant
from longbien.core.conference.hall.sitting import Sitting
from longbien.store import models
from tests.authority import authority
from tests.hall import everybody
from tests.nodes import Clock, make_node, make_officer

DAY = date(2026, 11, 23)
ROSTER = tuple(everybody())


class Stage:
    """A session on a node. What `says` is said by the first officer, or by `actor`."""

    def __init__(self, roster: tuple[Participant, ...] | None = ROSTER) -> None:
        self.clock = Clock()
        self.node: Node = make_node(authority("VN"), clock=self.clock)
        self.first = make_officer("conf-1", Role.CONFERENCE_OFFICER)
        self.second = make_officer("conf-2", Role.CONFERENCE_OFFICER)
        session = Session(
            conference_id="cosp-1", title="First session", first_day=DAY, last_day=DAY, roster=roster
        )
        self.conference = open_conference(node=self.node, actor=self.first, session=session)
        self.meeting = self.plan()

    def plan(self, body: str = "plenary") -> models.Meeting:
        """Plan the next meeting."""
        return open_meeting(
            node=self.node, actor=self.first, conference_id="cosp-1", plan=Plan(day=DAY, body=body)
        )

    def says(
        self, kind: str, actor: models.Officer | None = None, /, by: str = "", key: str = "", **body: Json
    ) -> Said:
        """Say something in the meeting, a second after the last thing."""
        self.clock.go(seconds=1)
        return say(
            node=self.node,
            actor=actor or self.first,
            meeting_id=self.meeting.meeting_id,
            kind=kind,
            body=body,
            by=by,
            key=key,
        )

    def code(self, kind: str, actor: models.Officer | None = None, /, by: str = "", **body: Json) -> str:
        """Say something that must be refused; give the code."""
        try:
            self.says(kind, actor, by, "", **body)
        except LongBienError as error:
            return error.code
        raise AssertionError(f"{kind} was accepted")

    @property
    def sitting(self) -> Sitting:
        """Give the state of the meeting."""
        return sitting_of(node=self.node, meeting_id=self.meeting.meeting_id)

    def kinds(self) -> list[str]:
        """Give the kinds of the meeting's events."""
        return list(self.meeting.events.order_by("seq").values_list("kind", flat=True))

    def open(self) -> None:
        """Open the meeting and an item."""
        self.says("presence.counted", number=12)
        self.says("meeting.opened")
        self.says("item.opened", id="3", title="Draft decisions")


def badge(stage: Stage, participant: str, function: str = "delegate") -> models.Officer:
    """Give the account of a badge for a participant, as the accreditation desk issues it."""
    name = f"{participant.lower()}-{function}"
    officer = models.Officer.objects.create(username=name)
    conference = stage.conference.conference_id
    staff = function == "chair"
    delegation, _ = models.Delegation.objects.get_or_create(
        conference=conference,
        participant="staff" if staff else participant,
        defaults={
            "kind": models.Delegation.STAFF if staff else models.Delegation.STATE,
            "opened_by": "zz-conf-1",
            "opened_at": stage.clock(),
        },
    )
    row = models.Badge.objects.create(
        conference=conference,
        number=models.Badge.objects.count() + 1,
        delegation=delegation,
        officer=officer,
        family_name=name,
        issued_by="zz-conf-1",
        issued_at=stage.clock(),
    )
    row.functions.create(
        delegation=delegation, function=function, given_by="zz-conf-1", given_at=stage.clock()
    )
    return officer
