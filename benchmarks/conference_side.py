# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `conference_load` does inside the node: a session with a badge for each participant, things said in it, ballots counted.

    python -m benchmarks.conference_side make | say KIND BODY | counted VOTE

Answers are JSON. `LONGBIEN_HOME` names the node.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django first
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.hashers import make_password  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from longbien.actions.access import Role  # noqa: E402
from longbien.actions.conference.hall.exercise import ready_roster  # noqa: E402
from longbien.actions.conference.hall.open_conference import Session, open_conference  # noqa: E402
from longbien.actions.conference.hall.open_meeting import Plan, open_meeting  # noqa: E402
from longbien.actions.conference.hall.say import say  # noqa: E402
from longbien.actions.node import current_node  # noqa: E402
from longbien.core.base.canonical import Json  # noqa: E402
from longbien.core.conference.hall.electorate import STATE_PARTY  # noqa: E402
from longbien.store import models  # noqa: E402

DESK: Final = "secretariat"
PASSWORD: Final = "benchmark of a full hall"
SESSION: Final = "cosp-1"


def make() -> Json:
    """Open an exercise with every Member of the United Nations; a head of delegation for each, with a password of its own cost."""
    node = current_node()
    now = datetime.now(UTC)
    desk = models.Officer.objects.create(username=DESK, role_id="zz-desk-1", password=make_password(PASSWORD))
    for role in (Role.CONFERENCE_OFFICER, Role.OPERATOR):
        desk.grants.create(role=role, granted_by="benchmark", granted_at=now)
    roster = ready_roster("members")
    states = [one.id for one in roster if one.role == STATE_PARTY]
    session = Session(
        conference_id=SESSION,
        title="Load",
        first_day=now.date(),
        last_day=now.date() + timedelta(days=4),
        roster=roster,
    )
    open_conference(node=node, actor=desk, session=session)
    meeting = open_meeting(node=node, actor=desk, conference_id=SESSION, plan=Plan(day=now.date()))
    for number, state in enumerate(states, start=1):
        _badge(number, state, now)
    return {"meeting": meeting.meeting_id, "session": SESSION, "states": [*states], "password": PASSWORD}


def sessions() -> Json:
    """Give every head of delegation a session without signing in: for scenes that come after."""
    found: dict[str, Json] = {}
    for officer in models.Officer.objects.filter(username__startswith="head-"):
        session = SessionStore()
        session[SESSION_KEY] = str(officer.pk)
        session[HASH_SESSION_KEY] = officer.get_session_auth_hash()
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[1]
        session.create()
        found[officer.username] = session.session_key
    return {"cookie": settings.SESSION_COOKIE_NAME, "keys": found}


def say_one(kind: str, body: str, by: str = "") -> Json:
    """Let the secretariat write something down, in somebody's name; give its number."""
    actor = models.Officer.objects.get(username=DESK)
    meeting = models.Meeting.objects.get()
    read: Mapping[str, Json] = json.loads(body)
    said = say(node=current_node(), actor=actor, meeting_id=meeting.meeting_id, kind=kind, body=read, by=by)
    return {"seq": said.seq}


def counted(vote: str) -> Json:
    """Count the ballots that stand: how many, by how many participants, and the number of the last event."""
    rows = models.MeetingEvent.objects.filter(kind="ballot.cast", body__vote=vote)
    names = {row.by for row in rows}
    return {
        "ballots": rows.count(),
        "participants": len(names),
        "last": models.Meeting.objects.get().last_seq,
    }


def _badge(number: int, state: str, now: datetime) -> None:
    officer = models.Officer.objects.create(
        username=f"head-{state.lower()}", password=make_password(PASSWORD)
    )
    delegation = models.Delegation.objects.create(
        conference=SESSION,
        participant=state,
        kind=models.Delegation.STATE,
        opened_by="benchmark",
        opened_at=now,
    )
    badge = models.Badge.objects.create(
        conference=SESSION,
        number=number,
        delegation=delegation,
        officer=officer,
        family_name=state,
        issued_by="benchmark",
        issued_at=now,
    )
    badge.functions.create(delegation=delegation, function="head", given_by="benchmark", given_at=now)


COMMANDS: Final[Mapping[str, Callable[..., Json]]] = {
    "make": make,
    "sessions": sessions,
    "say": say_one,
    "counted": counted,
}

if __name__ == "__main__":
    print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])))
