# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session of the Conference with its secretariat, to which delegations come; for tests of who comes."""

from dataclasses import dataclass
from datetime import date

from longbien.actions.conference.people.delegations import open_delegation
from longbien.actions.conference.people.register import NoteFacts, Registered, register
from longbien.actions.conference.people.session import Session, session
from longbien.actions.node import Node
from longbien.store import models
from tests.authority import NOW
from tests.nodes import make_officer

CONFERENCE = "cosp-1"
NINE = (
    ("Family name", "Given name", "Function", "Post", "E-mail"),
    ("Nguyen", "Thi Lan", "Head of delegation", "Vice-Minister of Foreign Affairs", ""),
    ("Tran", "Van Minh", "Alternate", "Ambassador", ""),
    ("Le", "Hoa", "Alternate", "Director", ""),
    ("Pham", "Duc", "Delegate", "Counsellor", ""),
    ("Vo", "An", "Delegate", "Prosecutor", ""),
    ("Dang", "Mai", "Delegate", "Police officer", ""),
    ("Bui", "Son", "Adviser", "", ""),
    ("Do", "Linh", "Adviser", "", ""),
    ("Ho", "Quang", "Secretary", "Third Secretary", ""),
)
"""Nine people of one note verbale."""
ROSTER = [
    {"id": code, "role": "state_party", "group": "asia-pacific", "weight": 1, "vote": True}
    for code in ("VN", "AT", "FR", "BR", "CL")
]


@dataclass(slots=True)
class Attendance:
    """A node, its secretariat, one session."""

    node: Node
    secretariat: models.Officer

    @property
    def session(self) -> Session:
        """Give the session as it is now."""
        return session(node=self.node, conference=CONFERENCE)

    def open(self, participant: str, *, rival: bool = False) -> models.Delegation:
        """Open a delegation."""
        return open_delegation(
            node=self.node,
            actor=self.secretariat,
            conference=CONFERENCE,
            participant=participant,
            rival=rival,
        )

    def register(
        self,
        delegation: models.Delegation,
        rows: tuple[tuple[str, ...], ...] = NINE,
        *,
        actor: models.Officer | None = None,
        whole: bool = False,
    ) -> Registered:
        """Register a list."""
        return register(
            node=self.node,
            actor=actor or self.secretariat,
            delegation=delegation,
            rows=rows,
            facts=NoteFacts(reference="NV-7/2027", whole=whole),
        )


def attend(node: Node, *, choices: dict[str, str] | None = None) -> Attendance:
    """Give a session that opens on 1 December of an exercise with five States Parties."""
    secretariat = models.Officer.objects.filter(role_id="zz-secretariat").first() or make_officer(
        "secretariat", "conference-officer"
    )
    models.Conference.objects.create(
        conference_id=CONFERENCE,
        title="First session of the Conference of the States Parties",
        place="Vienna",
        first_day=date(2027, 3, 1),
        last_day=date(2027, 3, 5),
        exercise=True,
        roster=ROSTER,
        profile="cosp-default",
        choices=choices or {},
        opened_by=secretariat,
        opened_role_id=secretariat.role_id,
        opened_at=NOW,
    )
    return Attendance(node=node, secretariat=secretariat)


def account_of(number: int) -> models.Officer:
    """Give the account of a badge."""
    return models.Badge.objects.get(conference=CONFERENCE, number=number).officer
