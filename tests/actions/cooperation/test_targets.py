# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The State's own targets: per partner and urgency, by a named role, for clocks that start afterwards; never a legal time."""

import pytest

from longbien.actions.cooperation.targets import end_target, set_target, targets
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import RequestId
from longbien.store.models.cooperation import ClockRecord
from longbien.store.models.people import DecisionRecord
from tests.actions.steps import look, preserved, send
from tests.pair import Pair, Side
from tests.requests import preservation


def refused(code: str) -> "pytest.RaisesExc[LongBienError]":
    return pytest.raises(LongBienError, match=code.replace(".", r"\."))


def put(
    side: Side, rule: str, span: str, *, by: str = "approver", partner: str = "", urgent: bool = False
) -> int:
    with side:
        return set_target(
            node=side.node,
            actor=side.officers[by],
            rule=rule,
            span=span,
            reason="Order 7.",
            partner=partner,
            urgent=urgent,
        ).number


def hours(side: Side, request_id: RequestId) -> tuple[float, int]:
    (clock,) = [one for one in look(side, request_id).clocks if one.rule == "acknowledge"]
    return (clock.due_at - clock.started_at).total_seconds() / 3600, clock.target


def test_a_target_holds_for_clocks_that_start_after_it_and_the_partners_own_wins(pair: Pair) -> None:
    before = send(pair, "preservation", preservation(reference="before"))
    put(pair.at, "acknowledge", "12 h")
    own = put(pair.at, "acknowledge", "6 h", partner="vn")
    put(pair.at, "acknowledge", "2 h", urgent=True)
    after = send(pair, "preservation", preservation(reference="after"))
    assert hours(pair.at, before) == (24, 0)
    assert hours(pair.at, after) == (6, own)
    assert hours(pair.vn, after) == (24, 0)  # each State's targets are its own
    with pair.at as at:
        end_target(node=at.node, actor=at.officers["approver"], number=own)
        found = targets(actor=at.officers["auditor"])
        assert [one.number for one in found.past] == [own]
        assert DecisionRecord.objects.filter(verb="cooperation.targets").count() == 4
    assert hours(pair.at, after) == (6, own)


def test_no_legal_time_is_set_and_only_by_the_named_role(pair: Pair) -> None:
    for rule, code in (
        ("preservation-ends", "cooperation.target_legal"),
        ("renew-order", "cooperation.target_legal"),
        ("needed-by", "cooperation.target_fixed"),
        ("tea-time", "cooperation.target_rule"),
    ):
        with refused(code):
            put(pair.at, rule, "5 h")
    for by in ("duty", "lawyer", "operator", "auditor", "custodian"):
        with refused("people.not_permitted"):
            put(pair.at, "acknowledge", "5 h", by=by)
    for span, code in (("soon", "cooperation.span"), ("99999 d", "cooperation.target_long")):
        with refused(code):
            put(pair.at, "acknowledge", span)
    with refused("cooperation.target_partner"):
        put(pair.at, "acknowledge", "5 h", partner="FR")
    put(pair.at, "acknowledge", "5 h")
    with refused("cooperation.target_set"):
        put(pair.at, "acknowledge", "5 h")
    with pair.at as at, refused("cooperation.target_unknown"):
        end_target(node=at.node, actor=at.officers["approver"], number=99)


def test_an_end_is_kept_with_what_it_came_from(pair: Pair) -> None:
    put(pair.at, "answer-question", "3 wd")
    request_id = preserved(pair, days=61)
    with pair.at:
        rows = ClockRecord.objects.filter(request_id=request_id, rule="renew-order")
        assert [(row.version, row.zone, row.calendar, row.target) for row in rows] == [(1, "UTC", "", 0)]
        count = ClockRecord.objects.count()
    look(pair.at, request_id)
    with pair.at:
        assert ClockRecord.objects.count() == count
