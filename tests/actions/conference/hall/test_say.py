# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying things in a meeting: who may, in what order, once only; and what the next meeting carries on."""

import pytest

from longbien.actions.conference.hall.say import say
from longbien.actions.conference.hall.sitting import course_of, sitting_of
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.hall.engine import decide
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.rules.load import rule_set
from longbien.store import models
from tests.hall_stage import Stage, badge
from tests.nodes import make_officer

pytestmark = pytest.mark.django_db


def test_what_is_said_stands_with_who_said_it_and_who_wrote_it_down() -> None:
    stage = Stage()
    stage.open()
    stage.says("floor.requested", participant="FR")
    rows = list(stage.meeting.events.order_by("seq").values_list("seq", "kind", "by", "officer_name"))
    assert rows == [
        (1, "presence.counted", "secretariat", "zz-conf-1"),
        (2, "meeting.opened", "chair", "zz-conf-1"),
        (3, "item.opened", "chair", "zz-conf-1"),
        (4, "floor.requested", "secretariat", "zz-conf-1"),
    ]
    assert stage.sitting.floor.requests[0].participant == "FR"


def test_a_badge_speaks_for_its_own_participant_only() -> None:
    stage = Stage()
    stage.open()
    france, chair = badge(stage, "FR"), badge(stage, "VN", "chair")
    assert stage.says("floor.requested", france).seq == 4
    assert stage.code("floor.requested", france, participant="BR") == "conference.not_for_seat"
    assert stage.code("floor.requested", france, by="BR") == "conference.not_for_seat"
    assert stage.code("floor.given", france, participant="FR") == "conference.not_for_seat"
    assert stage.code("presence.marked", france, participant="FR", present=True) == "conference.not_for_seat"
    assert stage.says("floor.given", chair, participant="FR").seq == 5
    assert list(stage.meeting.events.filter(seq__gt=3).values_list("by", "officer_name")) == [
        ("FR", "fr-delegate"),
        ("chair", "vn-chair"),
    ]


def test_who_has_no_seat_says_nothing() -> None:
    stage = Stage()
    operator = make_officer("operator-1", "operator")
    nobody = models.Officer.objects.create(username="nobody")
    adviser = badge(stage, "FR", "adviser")
    for account in (operator, nobody, adviser):
        assert stage.code("meeting.opened", account) == "conference.not_for_seat"
    assert stage.kinds() == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("meeting.exploded", "conference.kind_unknown"),
        ("refused", "conference.kind_unknown"),
        ("electorate.fixed", "conference.kind_unknown"),
        ("rules.changed", "conference.rules_same"),
        ("ballot.counted", "conference.count_needs_two"),
        ("presence.challenged", "conference.speaker_missing"),
    ],
)
def test_kinds_that_nobody_just_says(kind: str, code: str) -> None:
    assert Stage().code(kind) == code


def test_the_engine_refuses_with_the_rule_and_nothing_is_written() -> None:
    stage = Stage()
    with pytest.raises(Refused) as refused:
        stage.says("item.opened", id="1")
    assert refused.value.refusal.rule.path
    assert stage.kinds() == []
    assert models.Meeting.objects.get().base is None
    stage.open()
    assert stage.code("item.opened", id="4", wrong="x") == "conference_hall.body"


def test_who_did_not_see_the_last_event_is_told() -> None:
    stage = Stage()
    stage.open()
    with pytest.raises(RefusedError) as refused:
        say(
            node=stage.node,
            actor=stage.first,
            meeting_id=stage.meeting.meeting_id,
            kind="meeting.closed",
            body={},
            after=2,
        )
    assert (refused.value.code, refused.value.params) == ("conference.moved_on", {"after": 2, "now": 3})


def test_the_same_key_says_it_once() -> None:
    stage = Stage()
    stage.open()
    first = stage.says("floor.requested", key="abcdefgh", participant="FR")
    again = stage.says("floor.requested", key="abcdefgh", participant="FR")
    assert (again.seq, again.at, again.again) == (first.seq, first.at, True)
    assert stage.kinds().count("floor.requested") == 1
    other = stage.says("floor.requested", badge(stage, "BR"), key="abcdefgh")
    assert (other.seq, other.again) == (5, False)
    with pytest.raises(UsageError):
        stage.says("floor.requested", key="no", participant="KE")


def test_a_refused_motion_stays_for_the_chair_to_see_but_once() -> None:
    stage = Stage()
    stage.open()
    observer = badge(stage, "SG")
    for _ in range(2):
        assert (
            stage.code("motion.moved", observer, id="m1", motion="adjourn_debate")
            == "conference_hall.no_right"
        )
    assert stage.kinds()[3:] == ["refused"]
    assert [(one.kind, one.participant) for one in stage.sitting.attempts] == [("motion.moved", "SG")]


def test_the_next_meeting_carries_on_and_the_course_replays_without_the_node() -> None:
    stage = Stage()
    stage.open()
    stage.says("proposal.tabled", id="L.1", by="FR", sponsors=["FR"])
    second = stage.plan()
    first, stage.meeting = stage.meeting, second
    assert stage.code("meeting.opened") == "conference.meeting_before"
    stage.meeting = first
    stage.says("item.closed", id="3")
    stage.says("meeting.closed")
    stage.meeting = second
    assert stage.sitting.meeting.phase == "closed"
    stage.says("presence.counted", number=12)
    stage.says("meeting.opened")
    assert list(stage.sitting.proposals) == ["L.1"]
    assert stage.kinds() == ["electorate.fixed", "presence.counted", "meeting.opened"]
    course = course_of(meeting_id=second.meeting_id)
    assert course.begins_at == 7
    replayed = decide(rule_set(course.profile, course.choices), course.electorate, course.events)
    assert replayed == stage.sitting
    stage.meeting = first
    assert stage.code("meeting.opened") == "conference.meeting_over"


def test_other_bodies_have_their_own_course() -> None:
    stage = Stage()
    stage.open()
    bureau = stage.plan("bureau")
    assert sitting_of(node=stage.node, meeting_id=bureau.meeting_id).seq == 0


def test_the_end_of_a_meeting_leaves_a_leaf() -> None:
    stage = Stage()
    stage.open()
    stage.says("item.closed", id="3")
    before = models.DecisionRecord.objects.count()
    stage.says("meeting.closed")
    assert models.DecisionRecord.objects.count() == before + 1
    assert b'"kind":"meeting.closed"' in bytes(models.DecisionRecord.objects.latest("pk").record)


def test_events_are_never_changed_or_deleted() -> None:
    stage = Stage()
    stage.open()
    row = stage.meeting.events.get(seq=1)
    with pytest.raises(RuntimeError):
        row.save()
    with pytest.raises(RuntimeError):
        row.delete()


def test_unknown_meetings_are_refused() -> None:
    stage = Stage()
    with pytest.raises(RefusedError, match=r"conference\.meeting_unknown"):
        sitting_of(node=stage.node, meeting_id="cosp-9-m1")
