# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A draft is shown to the other side, commented there, changed, shown again, and made a request; nothing is owed before that."""

import pytest

from longbien.actions.cooperation.drafts.draft import change, draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.pages.inbox import inbox
from longbien.actions.cooperation.pages.shared import SharedPage, shared_list, shared_page
from longbien.actions.cooperation.sharing.comment import close_consultation, comment
from longbien.actions.cooperation.sharing.share import share
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import RequestId
from longbien.store import models
from tests.actions.steps import look
from tests.pair import Pair, Side
from tests.requests import preservation


def drafted(pair: Pair) -> RequestId:
    """Keep a draft that is not complete."""
    raw = preservation()
    del raw["facts"]
    with pair.vn as vn:
        kept = draft(
            node=vn.node,
            actor=vn.officers["duty"],
            form_id="preservation",
            partner=pair.at.node.party,
            raw=raw,
        )
    return kept.request_id


def shown(pair: Pair, request_id: RequestId, note: str = "") -> str:
    """Show the draft as it is; give the number of the consultation."""
    with pair.vn as vn:
        waiting = share(node=vn.node, actor=vn.officers["duty"], request_id=request_id, note=note)
        assert not waiting.made
        vn.approve(waiting.proposal)
        number = models.Request.objects.get(pk=request_id).consultation
    pair.settle()
    return number


def page(side: Side, number: str) -> SharedPage:
    with side:
        return shared_page(node=side.node, actor=side.officers["duty"], consultation=number)


def test_a_draft_is_shown_commented_mended_and_made_a_request(pair: Pair) -> None:
    request_id = drafted(pair)
    number = shown(pair, request_id, "Is this enough?")
    with pair.at as at:
        assert inbox(node=at.node, actor=at.officers["duty"], view="all").rows == ()
        (row,) = shared_list(actor=at.officers["duty"])
        assert (row.direction, row.state, row.version) == ("incoming", "shared", 1)
        said = comment(
            node=at.node, actor=at.officers["duty"], consultation=number, field="facts", text="Say when."
        )
        assert said.made
    pair.settle()
    assert [one.text for one in page(pair.vn, number).comments] == ["Say when."]
    with pair.vn as vn:
        change(
            node=vn.node,
            actor=vn.officers["duty"],
            request_id=request_id,
            changed={"facts": "A server was entered on 19 November."},
        )
    assert shown(pair, request_id) == number
    assert [one.changed for one in page(pair.at, number).versions] == [(), ("facts",)]
    with pair.vn as vn:
        vn.approve(submit(node=vn.node, actor=vn.officers["duty"], request_id=request_id).proposal)
    pair.settle()
    for side in (pair.vn, pair.at):
        assert page(side, number).state == "converted"
        assert [one.request_id for one in page(side, number).made] == [request_id]
        assert look(side, request_id).consultation == number
        assert [one.version for one in page(side, number).versions] == [1, 2]
    with pair.at as at, pytest.raises(RefusedError) as late:
        comment(node=at.node, actor=at.officers["duty"], consultation=number, text="One more thing.")
    assert late.value.code == "cooperation.transition"


def test_two_versions_do_not_wait_at_once_and_a_closed_consultation_stays_closed(pair: Pair) -> None:
    request_id = drafted(pair)
    number = shown(pair, request_id)
    with pair.vn as vn:
        duty = vn.officers["duty"]
        share(node=vn.node, actor=duty, request_id=request_id)
        with pytest.raises(RefusedError) as waits:
            share(node=vn.node, actor=duty, request_id=request_id)
        assert waits.value.code == "cooperation.consultation_waits"
    with pair.at as at:
        duty = at.officers["duty"]
        with pytest.raises(RefusedError) as unknown:
            comment(node=at.node, actor=duty, consultation=number, field="nothing", text="What?")
        assert unknown.value.code == "cooperation.field_unknown_here"
        assert close_consultation(node=at.node, actor=duty, consultation=number, note="By telephone.").made
    pair.settle()
    assert page(pair.vn, number).state == "closed"
    with pair.vn as vn, pytest.raises(RefusedError):
        vn.approve(models.Proposal.objects.get(thread=number, state="open").pk)


def test_only_the_partner_speaks_on_a_draft(pair: Pair) -> None:
    with pair.at as at, pytest.raises(RefusedError) as unknown:
        comment(node=at.node, actor=at.officers["duty"], consultation="f" * 32, text="Nothing.")
    assert unknown.value.code == "cooperation.consultation_unknown"
