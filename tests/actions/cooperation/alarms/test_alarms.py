# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alarms: raised once each, late ones at once, to a named person and a deputy, then to everybody; ended by an act or a name."""

from dataclasses import replace
from datetime import timedelta

import pytest

from longbien.actions.cooperation.alarms.assign import assign, keepers_view
from longbien.actions.cooperation.alarms.desk import (
    AlarmView,
    acknowledge_alarm,
    alarms_of_request,
    count_alarms,
    my_alarms,
)
from longbien.actions.cooperation.alarms.mail import send_mails
from longbien.actions.cooperation.alarms.ring import Rung, ring
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.burning.screen import burning
from longbien.actions.cooperation.keep_up import keep_up
from longbien.actions.people.contact import set_contact
from longbien.actions.people.roster import plan_turn
from longbien.bridge.null import MemoryPost
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import RequestId
from longbien.store.models.cooperation_alarms import Alarm, AlarmMail
from longbien.store.models.people import DecisionRecord
from tests.actions.steps import preserved
from tests.pair import Pair, Side


def refused(code: str) -> "pytest.RaisesExc[LongBienError]":
    return pytest.raises(LongBienError, match=code.replace(".", r"\."))


def give(side: Side, request_id: str, officer: str = "duty", deputy: str = "lawyer") -> None:
    with side:
        assign(
            node=side.node,
            actor=side.officers["approver"],
            request_id=request_id,
            officer=side.officers[officer],
            deputy=side.officers[deputy],
        )


def turn(side: Side) -> Rung:
    with side:
        return ring(node=side.node)


def ends(side: Side, request_id: str) -> list[AlarmView]:
    with side:
        found = alarms_of_request(actor=side.officers["auditor"], request_id=request_id)
    return [one for one in reversed(found) if one.rule == "preservation-ends"]


def kept(pair: Pair) -> RequestId:
    request_id = preserved(pair, days=61)
    give(pair.vn, request_id)
    return request_id


def test_the_three_days_ring_once_each_for_the_named_person_and_the_deputy(pair: Pair) -> None:
    request_id = kept(pair)
    pair.clock.go(minutes=10)
    for days, step in ((40, "d-21"), (11, "d-10"), (7, "d-3")):
        pair.clock.go(days=days - 1)
        assert turn(pair.vn).raised == 0
        pair.clock.go(days=1)
        found = turn(pair.vn)
        assert (found.raised, found.late) == (1, 0)
        assert turn(pair.vn).raised == 0
        alarm = ends(pair.vn, request_id)[-1]
        assert (alarm.step, alarm.officer, alarm.deputy) == (step, "vn-duty-1", "vn-lawyer-1")


def test_after_downtime_everything_is_raised_at_once_and_says_that_it_is_late(pair: Pair) -> None:
    request_id = kept(pair)
    pair.clock.go(days=59)
    assert turn(pair.vn) == Rung(raised=3, late=3, climbed=0)
    assert [(one.step, one.late) for one in ends(pair.vn, request_id)] == [
        ("d-21", True),
        ("d-10", True),
        ("d-3", True),
    ]
    assert turn(pair.vn).raised == 0
    with pair.vn:
        assert DecisionRecord.objects.filter(verb="cooperation.alarm").count() == 3


def test_an_alarm_climbs_to_the_deputy_and_then_to_every_approver(pair: Pair) -> None:
    request_id = kept(pair)
    pair.clock.go(days=58, minutes=10)
    turn(pair.vn)

    def seen(name: str) -> int:
        with pair.vn as vn:
            return len([one for one in my_alarms(actor=vn.officers[name]) if one.mine and one.step == "d-3"])

    assert (seen("duty"), seen("lawyer"), seen("approver")) == (1, 0, 0)
    pair.clock.go(hours=1)
    assert turn(pair.vn).climbed >= 1
    assert (seen("duty"), seen("lawyer"), seen("approver")) == (1, 1, 0)
    pair.clock.go(hours=3)
    turn(pair.vn)
    assert (seen("duty"), seen("lawyer"), seen("approver")) == (1, 1, 1)
    with pair.vn as vn:
        (number,) = [one.number for one in my_alarms(actor=vn.officers["approver"]) if one.step == "d-3"]
        with refused("people.not_permitted"):
            acknowledge_alarm(node=vn.node, actor=vn.officers["auditor"], number=number)
        acknowledge_alarm(node=vn.node, actor=vn.officers["approver"], number=number)
        with refused("cooperation.alarm_over"):
            acknowledge_alarm(node=vn.node, actor=vn.officers["duty"], number=number)
        with refused("cooperation.alarm_unknown"):
            acknowledge_alarm(node=vn.node, actor=vn.officers["duty"], number=999)
    assert (seen("duty"), seen("lawyer"), seen("approver")) == (0, 0, 0)
    assert [one.acknowledged_by for one in ends(pair.vn, request_id) if one.step == "d-3"] == [
        "vn-approver-1"
    ]


def test_an_extension_ends_the_alarm_and_the_new_end_rings_anew(pair: Pair) -> None:
    request_id = kept(pair)
    pair.clock.go(days=52)
    turn(pair.vn)
    with pair.at as at:
        execute_answer(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            measure="preservation",
            outcome="executed",
            since=pair.clock.now - timedelta(days=52),
            until=pair.clock.now + timedelta(days=60),
        )
    pair.carry(pair.at)
    assert [(one.step, one.open, one.ended_at is None) for one in ends(pair.vn, request_id)] == [
        ("d-21", False, False),
        ("d-10", False, False),
    ]
    pair.clock.go(days=40)
    turn(pair.vn)
    assert [one.step for one in ends(pair.vn, request_id)] == ["d-21", "d-10", "d-21"]


def test_a_loss_is_told_with_its_day_and_stands_until_somebody_acknowledges_it(pair: Pair) -> None:
    request_id = kept(pair)
    until = pair.clock.now
    pair.clock.go(days=70)
    with pair.vn as vn:
        assert keep_up(node=vn.node).lapsed == 1
        keep_up(node=vn.node)
        ring(node=vn.node)
        (alarm,) = Alarm.objects.filter(request_id=request_id, step="lapsed")
        assert (alarm.late, alarm.open, alarm.officer) == (True, True, vn.officers["duty"])
        assert alarm.due_at < until + timedelta(days=62)
        rows = burning(node=vn.node, actor=vn.officers["auditor"]).rows
        assert [(one.code, one.step, one.officer) for one in rows if one.what == "alarm"] == [
            ("preservation-ends", "lapsed", "vn-duty-1")
        ]


def test_without_a_name_the_roster_is_asked_and_without_a_turn_everybody(pair: Pair) -> None:
    request_id = preserved(pair, days=61)
    pair.clock.go(days=41)
    turn(pair.vn)
    (alarm,) = ends(pair.vn, request_id)
    assert (alarm.officer, alarm.level) == ("", "everybody")
    with pair.vn as vn:
        reached = {name: count_alarms(vn.officers[name], vn.officers[name].roles()) for name in vn.officers}
        assert [name for name, count in reached.items() if count] == ["duty", "lawyer", "approver"]
        plan_turn(
            node=vn.node,
            actor=vn.officers["operator"],
            officer=vn.officers["duty"],
            kind="duty",
            begins_at=pair.clock.now + timedelta(days=10),
            ends_at=pair.clock.now + timedelta(days=11),
        )
    pair.clock.go(days=10, hours=1)
    turn(pair.vn)
    assert [one.officer for one in ends(pair.vn, request_id)] == ["", "vn-duty-1"]
    with pair.vn:
        found = keepers_view(request_id, pair.clock.now)
    assert (found.officer, found.named) == ("vn-duty-1", False)


def test_nobody_is_named_who_could_not_act(pair: Pair) -> None:
    request_id = preserved(pair)
    for officer, deputy, code in (
        ("duty", "duty", "cooperation.assign_same"),
        ("auditor", "duty", "cooperation.assign_cannot"),
        ("duty", "custodian", "cooperation.assign_cannot"),
    ):
        with refused(code):
            give(pair.vn, request_id, officer, deputy)
    with pair.vn as vn, refused("people.not_permitted"):
        duty = vn.officers["duty"]
        assign(node=vn.node, actor=vn.officers["operator"], request_id=request_id, officer=duty)
    give(pair.vn, request_id)
    with pair.vn as vn:  # who left is passed over, and the deputy takes his place
        vn.officers["duty"].is_active = False
        vn.officers["duty"].save()
        assert keepers_view(request_id, pair.clock.now).officer == "vn-lawyer-1"


def test_an_email_says_that_something_burns_and_nothing_of_the_case(pair: Pair) -> None:
    request_id = kept(pair)
    post = MemoryPost()
    node = replace(pair.vn.node, post=post)
    with pair.vn as vn:
        duty = vn.officers["duty"]
        set_contact(node=vn.node, actor=duty, officer=duty, email="duty@vn.example", language="vi")
        with refused("people.contact_own"):
            set_contact(node=vn.node, actor=duty, officer=vn.officers["lawyer"], email="x@vn.example")
        with refused("people.email"):
            set_contact(node=vn.node, actor=duty, officer=duty, email="nobody")
        with refused("people.language"):
            set_contact(node=vn.node, actor=duty, officer=duty, email="", language="xx")
        pair.clock.go(days=41)
        ring(node=node)
        post.is_down = True
        assert send_mails(node=node).failed == 1
        assert send_mails(node=node).failed == 0  # not before its time
        post.is_down = False
        pair.clock.go(hours=1)
        assert send_mails(node=node).sent == 1
        assert send_mails(node=node).sent == 0
        (mail,) = AlarmMail.objects.all()
        assert (mail.state, mail.attempts) == ("sent", 2)
    (letter,) = post.letters
    assert (letter.to, request_id[:12] in letter.text) == ("duty@vn.example", True)
    said = f"{letter.subject} {letter.text}"
    for secret in ("C-2026/118", "AT", "Austria", "8.8.8.8", request_id, "vn-duty"):
        assert secret not in said


def test_an_email_about_an_alarm_that_is_over_is_not_sent(pair: Pair) -> None:
    kept(pair)
    post = MemoryPost()
    node = replace(pair.vn.node, post=post)
    with pair.vn as vn:
        duty = vn.officers["duty"]
        set_contact(node=vn.node, actor=duty, officer=duty, email="duty@vn.example")
        pair.clock.go(days=41)
        ring(node=node)
        acknowledge_alarm(node=node, actor=duty, number=Alarm.objects.get().pk)
        send_mails(node=node)
        assert (post.letters, AlarmMail.objects.get().state) == ([], "given-up")
