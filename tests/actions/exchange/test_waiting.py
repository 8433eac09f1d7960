# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading proposals: what waits, for whom, and what exactly would be signed."""

import pytest

from longbien.actions.exchange.propose import approve, propose, reject
from longbien.actions.exchange.waiting import find_proposal, proposals
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import RequestId
from longbien.store import models
from tests.authority import authority
from tests.nodes import make_node, make_officer

VN, AT = authority("VN"), authority("AT")
THREAD, OTHER = RequestId("12" * 16), RequestId("34" * 16)

pytestmark = pytest.mark.django_db


def proposed(node: Node, actor: models.Officer, thread: RequestId = THREAD) -> models.Proposal:
    return propose(
        node=node,
        actor=actor,
        kind="request.withdrawn",
        recipient=AT.party,
        thread=thread,
        refers_to=None,
        body={"reason": "lý do"},
    )


def test_a_proposal_shows_what_will_be_signed_and_who_may_approve() -> None:
    node, duty = make_node(VN, [AT]), make_officer("duty-1", "duty-officer")
    approver = make_officer("approver-1", "approver")
    number = proposed(node, duty).pk
    (seen,) = proposals(actor=approver)
    assert (seen.proposal, seen.kind, seen.recipient, seen.state) == (
        number,
        "request.withdrawn",
        "AT",
        "open",
    )
    assert (seen.body, seen.needed, seen.may_approve) == ({"reason": "lý do"}, 2, True)
    assert [one.role_id for one in seen.approvals] == ["zz-duty-1"]
    assert [one.may_approve for one in proposals(actor=duty)] == [False]


def test_nobody_is_asked_to_approve_their_own() -> None:
    both = make_officer("both-1", "duty-officer", "approver")
    proposed(make_node(VN, [AT]), both)
    assert [one.may_approve for one in proposals(actor=both)] == [False]


def test_made_and_rejected_ones_are_shown_when_asked_for() -> None:
    node, duty = make_node(VN, [AT]), make_officer("duty-1", "duty-officer")
    approver = make_officer("approver-1", "approver")
    made, rejected = proposed(node, duty), proposed(node, duty, OTHER)
    act = approve(node=node, actor=approver, proposal=made)
    reject(node=node, actor=approver, proposal=rejected, reason="not yet")
    assert proposals(actor=duty) == ()
    assert act is not None
    seen = proposals(actor=duty, open_only=False)
    assert [(one.state, one.act, one.reason) for one in seen] == [
        ("made", act.digest, ""),
        ("rejected", "", "not yet"),
    ]
    assert [one.thread for one in proposals(actor=duty, thread=OTHER, open_only=False)] == [OTHER]


def test_a_proposal_is_found_by_its_number() -> None:
    found = proposed(make_node(VN, [AT]), make_officer("duty-1", "duty-officer"))
    assert find_proposal(found.pk) == found
    with pytest.raises(UsageError, match=r"exchange\.proposal_unknown"):
        find_proposal(found.pk + 1)


def test_a_stranger_sees_nothing() -> None:
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        proposals(actor=make_officer("nobody-1"))
