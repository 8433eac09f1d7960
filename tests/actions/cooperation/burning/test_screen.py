# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The night shift sees what burns: clocks, acts that did not get through, proposals that wait, what is lost first before the rest."""

import pytest

from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.burning.rows import BurningRow
from longbien.actions.cooperation.burning.screen import burning
from longbien.core.base.errors import RefusedError
from tests.actions.steps import preserved, send
from tests.nodes import make_officer
from tests.pair import Pair, Side
from tests.requests import preservation


def rows(side: Side) -> tuple[BurningRow, ...]:
    with side:
        return burning(node=side.node, actor=side.officers["duty"]).rows


def test_what_is_lost_first_stands_first(pair: Pair) -> None:
    kept = preserved(pair, days=61)
    pair.clock.go(days=60, hours=12)
    new = send(pair, "preservation", preservation(reference="second", follow_up_planned="2027-02-01"))
    found = rows(pair.vn)
    assert (found[0].request_id, found[0].code, found[0].loses) == (kept, "preservation-ends", "data")
    assert new in {row.request_id for row in found}
    (first, *_) = rows(pair.at)
    assert (first.request_id, first.code, first.ours) == (kept, "preservation-ends", False)


def test_an_act_that_did_not_get_through_is_shown_as_undelivered(pair: Pair) -> None:
    pair.lines["VN"].is_cut = True
    request_id = send(pair, "preservation", preservation())
    pair.carry(pair.vn)
    (row,) = [one for one in rows(pair.vn) if one.what == "undelivered"]
    assert (row.request_id, row.code, row.ours) == (request_id, "request.preservation", True)
    pair.lines["VN"].is_cut = False
    pair.clock.go(hours=1)
    pair.settle()
    assert [one.what for one in rows(pair.vn)] == ["clock"]


def test_a_proposal_that_waits_is_shown_with_its_number(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.vn as vn:
        said = withdraw(node=vn.node, actor=vn.officers["duty"], request_id=request_id, reason="Closed.")
    (row,) = [one for one in rows(pair.vn) if one.what == "proposal"]
    assert (row.request_id, row.number, row.code) == (request_id, said.proposal, "request.withdrawn")


def test_without_a_role_nothing_is_shown(pair: Pair) -> None:
    with pair.vn as vn:
        nobody = make_officer("nobody")
        with pytest.raises(RefusedError, match=r"people\.not_permitted"):
            burning(node=vn.node, actor=nobody)
