# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An agreement on Article 40(8)-(31): offered, accepted and ended between two nodes; grounds and page follow it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from longbien.actions.treaty.bases.agree import (
    accept_agreement,
    agreement_for,
    end_agreement,
    offer_agreement,
)
from longbien.actions.treaty.bases.enter import confirm_basis, enter_basis
from longbien.actions.treaty.bases.show import bases_page
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.agreements import Offer
from longbien.store import models
from tests.actions.steps import look, send
from tests.actions.treaty.bases.test_rows import ENTRY
from tests.pair import Pair, Side
from tests.requests import stored_data

pytestmark = pytest.mark.django_db
AT, VN = PartyId("AT"), PartyId("VN")


def codes(call: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        call()
    return refused.value.code


def bind(side: Side) -> None:
    """Let both officers of a node know that the Budapest Convention binds the two States."""
    row = enter_basis(node=side.node, actor=side.officers["treaty"], entry=ENTRY)
    confirm_basis(node=side.node, actor=side.officers["directory"], row=row.pk)


def rules(side: Side, request_id: str) -> tuple[str, str]:
    found = look(side, request_id).standing.procedure  # type: ignore[arg-type]
    return found.rules, found.because


def test_both_states_agree_on_one_request(pair: Pair) -> None:
    request_id = send(pair, "stored-data", stored_data())
    assert rules(pair.at, request_id) == ("hanoi", "no-other")
    for side in (pair.vn, pair.at):
        with side:
            bind(side)
    assert rules(pair.at, request_id) == ("budapest", "other-binds")
    assert "political-offence" in look(pair.at, request_id).grounds["disclosure"]

    with pair.vn as vn:
        today = vn.node.clock().date()
        offer = Offer(request=request_id, since=today, until=None, text="Faster.")
        waiting = offer_agreement(node=vn.node, actor=vn.officers["duty"], partner=AT, offer=offer)
        assert waiting.act == ""
        vn.approve(waiting.proposal)
        thread = models.BasisAgreement.objects.get().thread
        assert codes(lambda: accept_agreement(node=vn.node, actor=vn.officers["duty"], thread=thread)) == (
            "treaty.agreement_state"
        )
    pair.carry(pair.vn)
    assert rules(pair.at, request_id) == ("budapest", "other-binds")
    with pair.at as at:
        waiting = accept_agreement(node=at.node, actor=at.officers["treaty"], thread=thread[:12])
        at.approve(waiting.proposal)
    pair.carry(pair.at)
    for side in (pair.vn, pair.at):
        assert rules(side, request_id) == ("hanoi", "agreed")
        with side:
            (shown,) = bases_page(node=side.node, actor=side.officers["auditor"], pair=(VN, AT)).agreements
            assert (shown.state, shown.request) == ("holds", request_id)
            assert agreement_for(PartyId(side.node.party), request_id=request_id, day=today) == ""
    assert "political-offence" not in look(pair.at, request_id).grounds["disclosure"]

    # Either side may end it.
    with pair.at as at:
        tomorrow = at.node.clock().date() + timedelta(days=1)
        said = end_agreement(
            node=at.node, actor=at.officers["treaty"], thread=thread, since=tomorrow, reason="Enough."
        )
        at.approve(said.proposal)
    pair.carry(pair.at)
    pair.clock.go(days=2)
    for side in (pair.vn, pair.at):
        assert rules(side, request_id) == ("budapest", "other-binds")
        with side:
            assert models.BasisAgreement.objects.get().ended_by == "AT"


def test_what_makes_no_sense_is_refused(pair: Pair) -> None:
    with pair.vn as vn:
        node, duty = vn.node, vn.officers["duty"]
        day = date(2026, 11, 22)
        offer = Offer(request="", since=day, until=None)
        assert codes(
            lambda: offer_agreement(node=node, actor=duty, partner=AT, offer=replace(offer, request="0" * 32))
        ) == ("treaty.agreement_request")
        assert codes(
            lambda: offer_agreement(node=node, actor=duty, partner=AT, offer=replace(offer, until=day))
        ) == ("treaty.agreement_days")
        assert codes(
            lambda: offer_agreement(node=node, actor=vn.officers["auditor"], partner=AT, offer=offer)
        ) == ("people.not_permitted")
        assert codes(lambda: accept_agreement(node=node, actor=duty, thread="")) == "treaty.agreement_unknown"
        assert codes(lambda: end_agreement(node=node, actor=duty, thread="x", since=day, reason="")) == (
            "treaty.reason_missing"
        )
