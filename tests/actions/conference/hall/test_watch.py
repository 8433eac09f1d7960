# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Watching meetings: what is newest, and who is let in to which board."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from longbien.actions.access import Role
from longbien.actions.conference.hall.watch import let_in, newest_events
from longbien.actions.people.sessions import officer_of_session, open_accounts, open_sessions
from longbien.core.base.errors import RefusedError
from longbien.store import models
from tests.authority import NOW
from tests.nodes import make_officer

pytestmark = pytest.mark.django_db


def meetings() -> tuple[models.Meeting, models.Meeting]:
    """Give a plenary meeting and one of the Bureau."""
    officer = make_officer("desk", Role.CONFERENCE_OFFICER)
    conference = models.Conference.objects.create(
        conference_id="cosp-1",
        title="First session",
        first_day=date(2028, 1, 10),
        last_day=date(2028, 1, 14),
        exercise=True,
        profile="cosp-default",
        opened_by=officer,
        opened_role_id=officer.role_id,
        opened_at=NOW,
    )
    first, second = (
        models.Meeting.objects.create(
            conference=conference,
            meeting_id=f"cosp-1-m{number}",
            number=number,
            body=body,
            title="",
            day=date(2028, 1, 10),
            last_seq=number * 10,
            opened_by=officer,
            opened_role_id=officer.role_id,
            opened_at=NOW,
        )
        for number, body in ((1, "plenary"), (2, "bureau"))
    )
    return first, second


def sign_in(officer: models.Officer) -> str:
    """Give the key of a new session."""
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return str(client.session.session_key)


def refusal(session: str, meeting: str, board: str) -> str:
    """Give why somebody is not let in; empty if he is."""
    try:
        let_in(session=session, meeting_id=meeting, board=board)
    except RefusedError as error:
        return error.code
    return ""


def test_the_newest_event_of_each_meeting_is_told() -> None:
    meetings()
    assert newest_events({"cosp-1-m1", "cosp-1-m2", "cosp-9-m1"}) == {"cosp-1-m1": 10, "cosp-1-m2": 20}


def test_the_public_sees_public_boards_of_public_meetings() -> None:
    plenary, bureau = meetings()
    assert let_in(session="", meeting_id=plenary.meeting_id, board="public") is None
    found = {
        (meeting.number, board): refusal("", meeting.meeting_id, board)
        for meeting in (plenary, bureau)
        for board in ("public", "projector", "delegate", "chair", "grid")
    }
    assert {place for place, code in found.items() if not code} == {(1, "public"), (1, "projector")}
    assert set(found.values()) == {"", "live.sign_in"}
    assert refusal("", "cosp-9-m9", "public") == "conference.meeting_unknown"


def test_a_session_opens_what_its_officer_may_see() -> None:
    plenary, bureau = meetings()
    desk = models.Officer.objects.get(username="desk")
    session = sign_in(desk)
    for meeting in (plenary, bureau):
        for board in ("public", "chair", "grid"):
            assert let_in(session=session, meeting_id=meeting.meeting_id, board=board) == desk.pk
    stranger = sign_in(make_officer("duty", Role.DUTY_OFFICER))
    assert refusal(stranger, plenary.meeting_id, "chair") == "live.not_permitted"
    assert refusal("no-such-session", plenary.meeting_id, "chair") == "live.sign_in"


def test_a_session_holds_until_it_ends_the_account_is_closed_or_its_password_changes() -> None:
    officer = make_officer("desk", Role.CONFERENCE_OFFICER)
    officer.set_password("one two three four")
    officer.save()
    session = sign_in(officer)
    assert officer_of_session(session) == officer
    assert open_sessions({session, "another"}) == {session}
    assert open_accounts({officer.pk, 0}) == {officer.pk}

    models.Officer.objects.filter(pk=officer.pk).update(is_active=False)
    assert officer_of_session(session) is None
    assert open_accounts({officer.pk}) == frozenset()

    officer.is_active = True
    officer.set_password("five six seven eight")
    officer.save()
    assert officer_of_session(session) is None

    second = sign_in(officer)
    assert officer_of_session(second) == officer
    Session.objects.filter(session_key=second).delete()
    assert officer_of_session(second) is None
    assert open_sessions({second}) == frozenset()
