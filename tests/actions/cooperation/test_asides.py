# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said beside a decision crosses between two nodes: consulting, status, consent to another use, disputes, destruction."""

from datetime import timedelta

import pytest

from longbien.actions.cooperation.answers.consult import consult, give_views
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.dispute import answer_dispute, raise_dispute, settle_dispute
from longbien.actions.cooperation.answers.status import ask_status, report_progress
from longbien.actions.cooperation.answers.use import answer_use, ask_use
from longbien.actions.cooperation.keep_up import keep_up
from longbien.actions.evidence.dispose import discard_due, dispose
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.life.uses import use_allowed
from longbien.store import models
from tests.actions.steps import look, opened, preserved, send
from tests.pair import Pair, Side
from tests.requests import stored_data


def asked(pair: Pair) -> RequestId:
    """Let stored data be asked for, so that disclosure can be decided."""
    raw = stored_data(status="follow-up-preservation", previous_preservation=preserved(pair))
    return send(pair, "stored-data", raw)


def same(pair: Pair, request_id: RequestId) -> dict[str, str]:
    """Give the tracks of a request, found equal on both sides."""
    here, there = look(pair.vn, request_id).state, look(pair.at, request_id).state
    assert here.tracks == there.tracks
    return dict(here.tracks)


def agree(side: Side, proposal: int) -> None:
    """Let the second officer approve."""
    with side:
        assert side.approve(proposal) is not None


def test_the_other_state_is_consulted_before_a_refusal_and_the_clock_waits(pair: Pair) -> None:
    request_id = asked(pair)
    with pair.at as at:
        duty = at.officers["duty"]
        assert consult(
            node=at.node, actor=duty, request_id=request_id, measure="disclosure", text="Is it fraud too?"
        ).made
    pair.settle()
    assert same(pair, request_id)["consulting"] == "open"
    paused = [one for one in look(pair.at, request_id).clocks if one.rule == "decide-disclosure"]
    assert [one.state for one in paused] == ["paused"]
    with pair.vn as vn:
        give_views(node=vn.node, actor=vn.officers["duty"], request_id=request_id, text="It is.")
    pair.settle()
    assert same(pair, request_id)["consulting"] == "heard"
    with pair.at as at:
        waiting = decide_measure(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            measure="disclosure",
            decision="refused",
            grounds=("essential-interests",),
            reasons="It concerns a secret.",
        )
    agree(pair.at, waiting.proposal)
    pair.settle()
    said = next(one for one in look(pair.vn, request_id).thread if one.kind == "answer.decided")
    told = next(one for one in look(pair.vn, request_id).thread if one.kind == "answer.consulting")
    assert said.body["consulted_at"] != ""
    assert told.recorded_at <= said.recorded_at


def test_a_query_on_the_status_is_answered(pair: Pair) -> None:
    request_id = asked(pair)
    with pair.vn as vn:
        ask_status(node=vn.node, actor=vn.officers["duty"], request_id=request_id)
    pair.settle()
    assert same(pair, request_id)["progress"] == "wanted"
    with pair.at as at:
        report_progress(
            node=at.node, actor=at.officers["duty"], request_id=request_id, text="With the court."
        )
    pair.settle()
    assert same(pair, request_id)["progress"] == "told"


def test_evidence_is_used_otherwise_only_with_consent_while_it_lasts(pair: Pair) -> None:
    request_id, object_id, _ = opened(pair)
    with pair.vn as vn:
        waiting = ask_use(
            node=vn.node,
            actor=vn.officers["custodian"],
            request_id=request_id,
            use="other-use",
            purpose="A second case.",
            object_id=object_id,
        )
        assert not waiting.made
    agree(pair.vn, waiting.proposal)
    pair.settle()
    (question,) = look(pair.at, request_id).uses
    assert (question.state, question.purpose) == ("asked", "A second case.")
    state = look(pair.vn, request_id).state
    assert use_allowed(state, object_id, "stated")
    assert not use_allowed(state, object_id, "other-use")
    until = pair.clock.now + timedelta(days=30)
    with pair.at as at:
        duty = at.officers["duty"]
        with pytest.raises(RefusedError) as unknown:
            answer_use(node=at.node, actor=duty, request_id=request_id, consent="f" * 32, decision="granted")
        assert unknown.value.code == "cooperation.item_unknown"
        with pytest.raises(MalformedError):
            answer_use(
                node=at.node, actor=duty, request_id=request_id, consent=question.consent, decision="refused"
            )
        waiting = answer_use(
            node=at.node,
            actor=duty,
            request_id=request_id,
            consent=question.consent[:6],
            decision="granted",
            until=until,
        )
    agree(pair.at, waiting.proposal)
    pair.settle()
    page = look(pair.vn, request_id)
    assert [one.state for one in page.uses] == ["granted"]
    assert use_allowed(page.state, object_id, "other-use", now=pair.clock.now)
    assert not use_allowed(page.state, object_id, "onward-transfer", now=pair.clock.now, recipient="FR")
    assert {one.rule for one in page.clocks} >= {"consent-ends", "renew-consent"}
    pair.clock.go(days=31)
    with pair.vn as vn:
        keep_up(node=vn.node)
    page = look(pair.vn, request_id)
    assert [one.state for one in page.uses] == ["expired"]
    assert not use_allowed(page.state, object_id, "other-use")


def test_a_dispute_is_raised_answered_and_settled(pair: Pair) -> None:
    request_id = asked(pair)
    with pair.at as at:
        waiting = raise_dispute(
            node=at.node, actor=at.officers["duty"], request_id=request_id, text="The papers came late."
        )
    agree(pair.at, waiting.proposal)
    pair.settle()
    (dispute,) = look(pair.vn, request_id).disputes
    assert (dispute.state, dispute.ours) == ("raised-by-requested", False)
    with pair.vn as vn:
        duty = vn.officers["duty"]
        with pytest.raises(RefusedError):
            settle_dispute(
                node=vn.node, actor=duty, request_id=request_id, dispute=dispute.dispute, text="Settled."
            )
        waiting = answer_dispute(
            node=vn.node,
            actor=duty,
            request_id=request_id,
            dispute=dispute.dispute,
            text="The line was down.",
        )
    agree(pair.vn, waiting.proposal)
    pair.settle()
    with pair.at as at:
        waiting = settle_dispute(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            dispute=dispute.dispute,
            text="Explained.",
        )
    agree(pair.at, waiting.proposal)
    pair.settle()
    assert [one.state for one in look(pair.vn, request_id).disputes] == ["settled"]


def test_destroyed_evidence_cannot_be_opened_here_again_and_the_giver_knows(pair: Pair) -> None:
    request_id, object_id, _ = opened(pair)
    with pair.vn as vn:
        waiting = dispose(
            node=vn.node,
            actor=vn.officers["custodian"],
            object_id=object_id,
            disposal="destroyed",
            copies="None were made.",
        )
    agree(pair.vn, waiting.proposal)
    pair.settle()
    with pair.vn as vn:
        row = models.EvidenceObject.objects.get(object_id=object_id)
        assert bytes(row.header) == b""
        assert discard_due(node=vn.node) == (object_id,)
        assert discard_due(node=vn.node) == ()
        assert object_id not in {one.object_id for one in vn.node.objects.held()}
    for side in (pair.vn, pair.at):
        assert look(side, request_id).state.evidence[object_id] == "destroyed"
    assert "destroy" in {step.action for one in look(pair.vn, request_id).evidence for step in one.custody}
    assert not use_allowed(look(pair.vn, request_id).state, object_id, "stated")
