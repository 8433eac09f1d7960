# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A request crosses from one node to the other and back; both sides hold the same state at every step."""

from datetime import timedelta

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.answers.extend import extend
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.drafts.draft import discard, draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.pages.inbox import inbox
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import RequestId
from tests.actions.steps import granted, look, preserved, send
from tests.pair import Pair
from tests.requests import preservation


def same(pair: Pair, request_id: RequestId) -> dict[str, str]:
    """Give the tracks of a request, found equal on both sides."""
    here, there = look(pair.vn, request_id).state, look(pair.at, request_id).state
    assert here.tracks == there.tracks
    assert here.kept == there.kept
    assert here.unfitting == there.unfitting == ()
    return dict(here.tracks)


def test_a_preservation_request_is_acknowledged_and_granted(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    assert same(pair, request_id)["request"] == "delivered"
    with pair.at as at:
        made = acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id, reference="AT-7")
        assert made.made
    pair.carry(pair.at)
    assert same(pair, request_id)["request"] == "acknowledged"
    with pair.at as at:
        until = pair.clock.now + timedelta(days=90)
        preserve(node=at.node, actor=at.officers["duty"], request_id=request_id, until=until)
    pair.carry(pair.at)
    tracks = same(pair, request_id)
    assert {name: place for name, place in tracks.items() if place not in ("not-asked", "none")} == {
        "request": "executed",
        "preservation": "in-force",
    }


def test_a_follow_up_keeps_the_preserved_data(pair: Pair) -> None:
    request_id = granted(pair)
    (earlier,) = look(pair.vn, request_id).follows
    assert earlier is not None
    assert same(pair, earlier.request_id)["preservation"] == "converted"
    assert same(pair, request_id)["disclosure"] == "granted"
    assert look(pair.at, earlier.request_id).follow_ups[0].request_id == request_id


def test_sixty_days_are_the_least(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at, pytest.raises(RefusedError, match=r"cooperation\.preservation_too_short"):
        preserve(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            until=pair.clock.now + timedelta(days=59),
        )
    assert same(pair, request_id)["preservation"] == "asked"


def test_an_extension_is_one_act_and_prolongs_the_period(pair: Pair) -> None:
    request_id = preserved(pair)
    later = pair.clock.now + timedelta(days=150)
    with pair.vn as vn:
        assert extend(
            node=vn.node, actor=vn.officers["duty"], request_id=request_id, until=later, reason="trial"
        ).made
    pair.carry(pair.vn)
    assert same(pair, request_id)["preservation"] == "extension-asked"
    with pair.at as at:
        execute_answer(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            measure="preservation",
            outcome="executed",
            since=pair.clock.now,
            until=later,
        )
    pair.carry(pair.at)
    assert same(pair, request_id)["preservation"] == "extended"


def test_a_lapse_is_a_fact_of_its_date(pair: Pair) -> None:
    request_id = preserved(pair)
    until = look(pair.vn, request_id).state.kept_until
    assert until is not None
    pair.clock.go(days=91)
    here = look(pair.vn, request_id)
    assert here.state.preservation == "lapsed"
    assert here.state.steps[-1].at == until
    with pair.vn as vn, pytest.raises(RefusedError, match=r"cooperation\.preservation_lapsed"):
        extend(
            node=vn.node,
            actor=vn.officers["duty"],
            request_id=request_id,
            until=pair.clock.now + timedelta(days=30),
            reason="too late",
        )


def test_returned_asked_and_withdrawn(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        duty = at.officers["duty"]
        ask(
            node=at.node,
            actor=duty,
            request_id=request_id,
            questions="The provider tells its users. Shall we go on?",
            concern="confidentiality-endangered",
        )
        return_for_defects(
            node=at.node, actor=duty, request_id=request_id, reasons=["incomplete"], fields=["facts"]
        )
    pair.carry(pair.at)
    assert same(pair, request_id)["request"] == "returned"
    assert same(pair, request_id)["information"] == "wanted"
    with pair.vn as vn:
        waiting = withdraw(
            node=vn.node, actor=vn.officers["duty"], request_id=request_id, reason="not needed"
        )
        assert not waiting.made
        vn.approve(waiting.proposal)
    pair.carry(pair.vn)
    assert same(pair, request_id)["request"] == "withdrawn"
    with pair.at as at:
        close(node=at.node, actor=at.officers["duty"], request_id=request_id, outcome="withdrawn")
    pair.carry(pair.at)
    assert same(pair, request_id)["request"] == "closed"


def test_nobody_alone_asks_another_state(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(
            node=vn.node,
            actor=duty,
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(),
        )
        with pytest.raises(RefusedError, match=r"people\.not_permitted"):
            submit(node=vn.node, actor=vn.officers["auditor"], request_id=kept.request_id)
        waiting = submit(node=vn.node, actor=duty, request_id=kept.request_id)
        with pytest.raises(RefusedError, match=r"cooperation\.draft_waits"):
            discard(node=vn.node, actor=duty, request_id=kept.request_id)
        (row,) = inbox(node=vn.node, actor=duty, view="drafts").rows
        assert (row.request_id, row.waiting) == (kept.request_id, 1)
        page = look(vn, kept.request_id)
        assert [one.may_approve for one in page.proposals] == [False]
    assert pair.carry(pair.vn) == 0
    assert waiting.act == ""


def test_a_draft_keeps_what_cannot_be_read_and_does_not_leave(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(
            node=vn.node,
            actor=duty,
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(follow_up_planned="soon"),
        )
        assert [error.field for error in kept.errors] == ["follow_up_planned"]
        with pytest.raises(RefusedError, match=r"cooperation\.draft_unread"):
            submit(node=vn.node, actor=duty, request_id=kept.request_id)
        mended = draft(
            node=vn.node,
            actor=duty,
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(),
            request_id=kept.request_id,
        )
        assert mended.errors == ()
        assert mended.request_id == kept.request_id


def test_the_inbox_shows_what_waits(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation(urgency="volatile-data", urgency_reason="logs roll"))
    with pair.at as at:
        found = inbox(node=at.node, actor=at.officers["auditor"])
        (row,) = found.rows
        assert (row.request_id, row.direction, row.unseen, row.urgency) == (
            request_id,
            "incoming",
            True,
            "volatile-data",
        )
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)
        assert [one.unseen for one in inbox(node=at.node, actor=at.officers["duty"]).rows] == [False]
        assert inbox(node=at.node, actor=at.officers["duty"], direction="outgoing").rows == ()
        assert inbox(node=at.node, actor=at.officers["duty"], text="C-2026").total == 1


def test_a_refusal_of_preservation_takes_two_officers_and_reasons(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        duty = at.officers["duty"]
        with pytest.raises(RefusedError, match=r"cooperation\.(reasons_missing|decision_reasons)"):
            decide_measure(
                measure="preservation",
                node=at.node,
                actor=duty,
                request_id=request_id,
                decision="refused",
                grounds=["persecution"],
            )
        waiting = decide_measure(
            measure="preservation",
            node=at.node,
            actor=duty,
            request_id=request_id,
            decision="refused",
            grounds=["persecution"],
            reasons="The facts describe political speech and nothing else.",
        )
        assert not waiting.made
        at.approve(waiting.proposal)
    pair.carry(pair.at)
    assert same(pair, request_id)["preservation"] == "refused"
