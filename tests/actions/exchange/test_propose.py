# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Four eyes: what was proposed is made once enough different officers said yes."""

import pytest

from longbien.actions.exchange.propose import approvals_needed, approve, propose, proposed_body, reject
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import RequestId
from longbien.core.sealing.act import read_signed_act
from longbien.store import models
from tests.authority import authority
from tests.nodes import Clock, make_node, make_officer

VN, AT = authority("VN"), authority("AT")
THREAD = RequestId("12" * 16)

pytestmark = pytest.mark.django_db


def proposed(node: Node, actor: models.Officer, kind: str) -> models.Proposal:
    return propose(
        node=node,
        actor=actor,
        kind=kind,
        recipient=AT.party,
        thread=THREAD,
        refers_to=None,
        body={"reason": "lý do"},
    )


def test_one_officer_is_enough_where_the_table_says_so() -> None:
    proposal = proposed(make_node(VN, [AT]), make_officer("duty-1", "duty-officer"), "answer.acknowledged")
    act = proposal.act
    assert act is not None
    assert proposal.state == "made"
    assert [one.role_id for one in read_signed_act(bytes(act.envelope))[1].approved_by] == ["zz-duty-1"]


def test_two_officers_make_what_needs_two() -> None:
    clock = Clock()
    node = make_node(VN, [AT], clock=clock)
    proposal = proposed(node, make_officer("duty-1", "duty-officer"), "request.withdrawn")
    assert (proposal.state, approvals_needed(proposal)) == ("open", 2)
    assert models.Act.objects.count() == 0
    clock.go(minutes=5)
    act = approve(node=node, actor=make_officer("approver-1", "approver"), proposal=proposal)
    assert act is not None
    signed = read_signed_act(bytes(act.envelope))[1]
    assert [one.role_id for one in signed.approved_by] == ["zz-duty-1", "zz-approver-1"]
    assert (signed.approved_by[1].at, signed.time) == (clock.now, clock.now)
    assert signed.body == proposed_body(proposal) == {"reason": "lý do"}


def test_nobody_approves_their_own_proposal() -> None:
    node = make_node(VN, [AT])
    both = make_officer("both-1", "duty-officer", "approver")
    proposal = proposed(node, both, "request.withdrawn")
    with pytest.raises(RefusedError, match=r"people\.own_proposal"):
        approve(node=node, actor=both, proposal=proposal)
    assert models.Act.objects.count() == 0


def test_a_role_is_needed_to_propose_and_to_approve() -> None:
    node = make_node(VN, [AT])
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        proposed(node, make_officer("auditor-1", "auditor"), "request.withdrawn")
    proposal = proposed(node, make_officer("duty-1", "duty-officer"), "request.withdrawn")
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        approve(node=node, actor=make_officer("duty-2", "duty-officer"), proposal=proposal)
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        reject(node=node, actor=make_officer("duty-3", "duty-officer"), proposal=proposal, reason="no")


def test_a_closed_proposal_stays_closed() -> None:
    node = make_node(VN, [AT])
    duty, approver = make_officer("duty-1", "duty-officer"), make_officer("approver-1", "approver")
    rejected = proposed(node, duty, "request.withdrawn")
    reject(node=node, actor=approver, proposal=rejected, reason="not yet")
    with pytest.raises(RefusedError, match=r"exchange\.proposal_closed"):
        approve(node=node, actor=approver, proposal=rejected)
    withdrawn = proposed(node, duty, "request.withdrawn")
    reject(node=node, actor=duty, proposal=withdrawn, reason="mistake")
    made = proposed(node, duty, "request.withdrawn")
    approve(node=node, actor=approver, proposal=made)
    with pytest.raises(RefusedError, match=r"exchange\.proposal_closed"):
        reject(node=node, actor=approver, proposal=made, reason="too late")
    states = [one.state for one in models.Proposal.objects.order_by("id")]
    assert states == ["rejected", "rejected", "made"]


def test_nothing_is_proposed_to_a_stranger() -> None:
    with pytest.raises(RefusedError, match=r"parties\.not_introduced"):
        proposed(make_node(VN), make_officer("duty-1", "duty-officer"), "answer.acknowledged")
