# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part and who may vote: the treaty desk's answer for the day, credentials, and exercises that never mix with it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from longbien.actions.conference.hall.electorate import electorate_of
from longbien.actions.conference.hall.exercise import MEMBERS, ready_roster, typed_roster
from longbien.actions.conference.hall.open_conference import Session, open_conference
from longbien.actions.treaty.status import add_event
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId
from longbien.core.conference.hall.electorate import Electorate
from longbien.core.conference.rules.load import rule_set
from longbien.core.treaty.status.events import EventKind, seed
from longbien.core.treaty.status.participants import participants
from longbien.store import models
from tests.hall_stage import DAY, Stage, badge
from tests.nodes import make_officer

pytestmark = pytest.mark.django_db
DEPOSITS = date(2026, 11, 20)


def real(stage: Stage, day: date = DAY) -> Electorate:
    """Give the electorate of a real session on a day."""
    return electorate_of(stage.conference, datetime(day.year, day.month, day.day, 9, tzinfo=UTC), rule_set())


def deposit(stage: Stage, *codes: str) -> None:
    """Let States that signed deposit their instruments on one day."""
    officer = make_officer("treaty-1", "treaty-officer")
    pattern = next(one for one in seed().events if one.kind is EventKind.RATIFICATION)
    for code in codes:
        event = replace(pattern, id="", party=PartyId(code), day=DEPOSITS)
        add_event(node=stage.node, actor=officer, event=event)


def signatories() -> list[str]:
    """Give the States that signed and have not deposited, in the order of their names."""
    signed = {one.party for one in seed().events if one.kind is EventKind.SIGNATURE}
    deposited = {one.party for one in seed().events if one.kind is EventKind.RATIFICATION}
    return [code for code, row in participants().items() if row.is_state and code in signed - deposited]


def test_today_nobody_may_vote_in_a_real_session() -> None:
    found = real(Stage(roster=None))
    assert (found.states_parties, found.in_force_days, found.participating) == (0, None, 0)
    assert {one.role for one in found} == {"signatory", "non_signatory"}


def test_a_state_votes_from_the_day_on_which_the_convention_is_in_force_for_it() -> None:
    stage = Stage(roster=None)
    deposit(stage, *signatories()[:40])
    in_force = DEPOSITS + timedelta(days=90)
    before, after = real(stage, in_force - timedelta(days=1)), real(stage, in_force)
    assert before.states_parties == 0
    assert after.states_parties >= 40
    assert after.in_force_days == 0
    party = after.get(signatories()[0])
    assert party is not None
    assert (party.role, party.registered, party.credentials) == ("state_party", False, "not_received")


def test_a_delegation_that_came_takes_part_provisionally_with_its_credentials() -> None:
    stage = Stage(roster=None)
    badge(stage, "VN")
    found = real(stage).get("VN")
    assert found is not None
    assert (found.role, found.registered, found.vote, found.credentials) == (
        "signatory",
        True,
        True,
        "not_received",
    )


def test_who_comes_late_is_taken_up_when_the_meeting_opens() -> None:
    stage = Stage()
    stage.says("presence.counted", number=12)
    badge(stage, "VN")
    assert stage.sitting.electorate.participants["VN"].credentials == "in_order"
    stage.says("meeting.opened")
    assert stage.sitting.electorate.participants["VN"].credentials == "not_received"
    assert stage.kinds() == ["presence.counted", "electorate.fixed", "meeting.opened"]


def test_rosters_are_made_by_name_by_codes_or_typed() -> None:
    everybody = {one.id: one for one in ready_roster(MEMBERS)}
    assert sum(one.role == "state_party" for one in everybody.values()) == 193
    assert (everybody["EU"].role, everybody["EU"].weight) == ("reio_party", 27)
    few = {one.id: one for one in ready_roster("vn,fr,EU")}
    assert (set(few), few["EU"].weight, few["EU"].members) == ({"VN", "FR", "EU"}, 1, ("FR",))
    typed = typed_roster(
        [{"id": "VN", "role": "state_party"}, {"id": "X-1", "role": "ngo", "name": "A body"}]
    )
    assert [(one.id, one.group, one.name) for one in typed] == [
        ("VN", "asia-pacific", ""),
        ("X-1", "", "A body"),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "conference.roster_empty"),
        ({}, "base.field_type"),
        ([{"id": "VN"}], "base.field_missing"),
        ([{"id": "VN", "role": "king"}], "base.field_value"),
        ([{"id": "VN", "role": "ngo"}, {"id": "VN", "role": "ngo"}], "base.field_value"),
    ],
)
def test_a_wrong_roster_is_refused(rows: object, code: str) -> None:
    with pytest.raises(LongBienError) as refused:
        typed_roster(rows)  # type: ignore[arg-type]
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"conference_id": "Bad Name"}, "conference.session_id"),
        ({"conference_id": "rules"}, "conference.session_reserved"),
        ({"conference_id": "votes-file"}, "conference.session_reserved"),
        ({"title": " "}, "conference.session_title"),
        ({"last_day": DAY - timedelta(days=1)}, "conference.session_days"),
        ({"conference_id": "cosp-1"}, "conference.session_twice"),
        ({"profile": "nothing"}, "conference.rule_unknown"),
        ({"roster": ()}, "conference.roster_empty"),
    ],
)
def test_a_wrong_session_is_refused(given: dict[str, object], code: str) -> None:
    stage = Stage()
    plain = Session(conference_id="cosp-2", title="Second", first_day=DAY, last_day=DAY)
    with pytest.raises(LongBienError) as refused:
        open_conference(node=stage.node, actor=stage.first, session=replace(plain, **given))  # type: ignore[arg-type]
    assert refused.value.code == code
    assert models.Conference.objects.count() == 1


def test_only_the_secretariat_opens_sessions() -> None:
    stage = Stage()
    plain = Session(conference_id="cosp-2", title="Second", first_day=DAY, last_day=DAY)
    for officer in (make_officer("operator-1", "operator"), badge(stage, "FR", "chair")):
        with pytest.raises(LongBienError, match=r"people\.not_permitted"):
            open_conference(node=stage.node, actor=officer, session=plain)
