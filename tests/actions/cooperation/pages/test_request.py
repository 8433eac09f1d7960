# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a request says may be done now."""

from longbien.actions.cooperation.drafts.draft import draft
from tests.actions.steps import look, send
from tests.pair import Pair
from tests.requests import preservation


def test_a_draft_can_only_be_drafted(pair: Pair) -> None:
    with pair.vn as vn:
        kept = draft(
            node=vn.node,
            actor=vn.officers["duty"],
            form_id="preservation",
            partner=pair.at.node.party,
            raw=preservation(),
        )
    assert look(pair.vn, kept.request_id).may == {"draft"}


def test_what_was_sent_can_be_withdrawn_and_no_longer_drafted(pair: Pair) -> None:
    may = look(pair.vn, send(pair, "preservation", preservation())).may
    assert "request.withdrawn" in may
    assert "draft" not in may
