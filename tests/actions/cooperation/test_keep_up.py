# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists stay true to time and receipts; a lapse is set down once, at its date."""

from longbien.actions.cooperation.keep_up import KeptUp, keep_up
from longbien.actions.cooperation.pages.inbox import inbox
from longbien.core.base.canonical import decode
from longbien.core.base.moments import print_moment
from longbien.store.models.people import DecisionRecord
from tests.actions.steps import granted, look, preserved, send
from tests.pair import Pair
from tests.requests import preservation


def test_a_receipt_shows_in_the_list(pair: Pair) -> None:
    send(pair, "preservation", preservation())
    with pair.vn as vn:
        states = [one.state for one in inbox(node=vn.node, actor=vn.officers["duty"]).rows]
        assert states == ["sent"]
        assert keep_up(node=vn.node) == KeptUp(delivered=1, lapsed=0)
        assert keep_up(node=vn.node) == KeptUp(delivered=0, lapsed=0)
        states = [one.state for one in inbox(node=vn.node, actor=vn.officers["duty"]).rows]
        assert states == ["delivered"]


def test_a_lapse_is_set_down_once(pair: Pair) -> None:
    request_id = preserved(pair, days=61)
    until = look(pair.at, request_id).state.kept_until
    assert until is not None
    with pair.at as at:
        pair.clock.go(days=60)
        assert keep_up(node=at.node).lapsed == 0
        pair.clock.go(days=2)
        assert keep_up(node=at.node).lapsed == 1
        assert keep_up(node=at.node).lapsed == 0
        (record,) = DecisionRecord.objects.filter(verb="cooperation.lapse")
        value = decode(bytes(record.record), max_bytes=10_000)
        assert isinstance(value, dict)
        assert value["facts"] == {
            "request": request_id,
            "measure": "preservation",
            "lapsed_at": print_moment(until),
        }
        (row,) = inbox(node=at.node, actor=at.officers["duty"]).rows
        assert row.preservation == "lapsed"


def test_data_kept_for_a_follow_up_do_not_lapse(pair: Pair) -> None:
    granted(pair)
    pair.clock.go(days=200)
    with pair.at as at:
        assert keep_up(node=at.node).lapsed == 0


def test_what_will_be_lost_first_stands_first(pair: Pair) -> None:
    preserved(pair, days=61)
    pair.clock.go(days=60)
    send(pair, "preservation", preservation(reference="second", follow_up_planned="2027-02-01"))
    with pair.vn as vn:
        rows = inbox(node=vn.node, actor=vn.officers["duty"]).rows
        assert [one.reference for one in rows] == ["C-2026/118", "second"]
        assert rows[0].due_rule in ("ask-extension", "preservation-ends")
        assert rows[0].legal_due is not None
