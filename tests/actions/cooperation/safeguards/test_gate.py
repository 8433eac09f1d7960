# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gate of the safeguards: at each door, for every role, nothing is granted before the steps are taken."""

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.safeguards.record_step import digest_of, record_step
from longbien.actions.exchange.make import make_act
from longbien.actions.exchange.propose import approve, propose
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import write_body
from longbien.core.sealing.act import Approval
from longbien.store import models
from longbien.store.models.cooperation_safeguards import SafeguardStep
from longbien.store.writing import write_transaction
from tests.actions.steps import look, safeguarded, send
from tests.pair import Pair, Side
from tests.requests import complete, stored_data

GRANT = Decided(measure="disclosure", decision="granted")


def asked(pair: Pair) -> RequestId:
    """Bring a request for stored data to AT, acknowledged."""
    request_id = send(pair, "stored-data", stored_data())
    with pair.at as at:
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)
    return request_id


def grant(side: Side, request_id: str) -> int:
    """Propose to disclose; give the proposal's number."""
    actor = side.officers["duty"]
    return decide_measure(
        measure="disclosure", node=side.node, actor=actor, request_id=request_id, decision="granted"
    ).proposal


def test_no_grant_is_proposed_before_the_steps(pair: Pair) -> None:
    request_id = asked(pair)
    with pair.at as at, pytest.raises(RefusedError) as refused:
        grant(at, request_id)
    assert (refused.value.code, refused.value.params["step"]) == ("safeguards.missing", "rights")


def test_neither_the_proposal_of_any_act_nor_signing_itself_passes_by(pair: Pair) -> None:
    request_id = asked(pair)
    with pair.at as at:
        first = models.Act.objects.get(thread=request_id, act_id=request_id)
        waiting = propose(
            node=at.node,
            actor=at.officers["duty"],
            kind="answer.decided",
            recipient=PartyId("VN"),
            thread=request_id,
            refers_to=Digest(first.digest),
            body=write_body(GRANT),
        )
        with pytest.raises(RefusedError) as refused:
            approve(node=at.node, actor=at.officers["approver"], proposal=waiting)
        assert refused.value.code == "safeguards.missing"
        now = at.node.clock()
        signers = [Approval(role_id=at.officers[name].role_id, at=now) for name in ("duty", "approver")]
        with pytest.raises(RefusedError) as refused, write_transaction():
            make_act(
                node=at.node,
                kind="answer.decided",
                recipient=PartyId("VN"),
                thread=request_id,
                refers_to=Digest(first.digest),
                body=write_body(GRANT),
                approved_by=signers,
                now=now,
            )
        assert refused.value.code == "safeguards.missing"
        assert not models.Act.objects.filter(kind="answer.decided").exists()


def test_a_superuser_passes_no_more_than_anybody_else(pair: Pair) -> None:
    request_id = asked(pair)
    with pair.at as at:
        at.officers["duty"].is_superuser = True
        with pytest.raises(RefusedError) as refused:
            grant(at, request_id)
        assert refused.value.code == "safeguards.missing"
        for name in ("operator", "auditor", "custodian"):
            with pytest.raises(RefusedError) as refused:
                record_step(
                    node=at.node,
                    actor=at.officers[name],
                    request_id=request_id,
                    step="rights",
                    result="clear",
                    reason="Nothing speaks against it.",
                )
            assert refused.value.code == "people.not_permitted"


def test_who_checked_the_rights_cannot_approve_and_somebody_else_can(pair: Pair) -> None:
    request_id = asked(pair)
    safeguarded(pair.at, request_id, by="approver")
    with pair.at as at:
        waiting = grant(at, request_id)
        with pytest.raises(RefusedError) as refused:
            at.approve(waiting)
        assert refused.value.code == "safeguards.same_official"
        assert models.Proposal.objects.get(pk=waiting).approvals.count() == 1
    safeguarded(pair.at, request_id)
    with pair.at as at:
        made = at.approve(waiting)
    assert made is not None


def test_a_record_is_a_leaf_that_binds_the_reason_and_a_later_one_counts(pair: Pair) -> None:
    request_id = asked(pair)
    safeguarded(pair.at, request_id)
    with pair.at as at:
        found = record_step(
            node=at.node,
            actor=at.officers["approver"],
            request_id=request_id,
            step="rights",
            result="refuse",
            reason="The newspaper is named in the request.",
            flags=("journalist",),
        )
        row = SafeguardStep.objects.get(pk=found.number)
        assert digest_of(row.reason).encode() in bytes(row.record.record)
        assert row.reason.encode() not in bytes(row.record.record)
        with pytest.raises(RefusedError) as refused:
            grant(at, request_id)
    assert refused.value.params == {"step": "rights", "result": "refuse"}
    steps = {one.step: one for one in look(pair.at, request_id).safeguards}
    assert [(one.result, one.official) for one in steps["rights"].records] == [
        ("refuse", "at-approver-1"),
        ("clear", "at-duty-1"),
    ]
    assert (steps["rights"].state, steps["scope"].state) == ("stops", "done")
    assert (steps["sender"].state, steps["sender"].result) == ("done", "verified")


def test_a_flagged_key_locks_the_grant(pair: Pair) -> None:
    request_id = asked(pair)
    safeguarded(pair.at, request_id)
    with pair.at as at:
        models.Act.objects.filter(act_id=request_id).update(flagged="parties.key_revoked")
        with pytest.raises(RefusedError) as refused:
            grant(at, request_id)
    assert refused.value.params == {"step": "sender", "result": "not-verified"}


def test_our_own_request_for_interception_needs_a_rights_check(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(
            node=vn.node,
            actor=duty,
            form_id="interception",
            partner=pair.at.node.party,
            raw=complete("interception"),
        )
        with pytest.raises(RefusedError) as refused:
            submit(node=vn.node, actor=duty, request_id=kept.request_id)
        assert refused.value.code == "safeguards.missing"
        record_step(
            node=vn.node,
            actor=duty,
            request_id=kept.request_id,
            step="rights",
            result="clear",
            reason="An ordinary fraud case; one account, one week.",
        )
        with pytest.raises(RefusedError) as refused:
            submit(node=vn.node, actor=duty, request_id=kept.request_id)
        assert refused.value.code == "cooperation.document_missing"  # the next thing that is asked
