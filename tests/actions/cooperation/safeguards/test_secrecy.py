# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 37 from within: a lawyer asks whether the client may now be told."""

from datetime import timedelta

import pytest

from longbien.actions.cooperation.safeguards.secrecy import (
    SecrecyView,
    lift,
    note_inquiry,
    refuse_to_tell,
    secrecy_list,
)
from longbien.core.base.errors import RefusedError
from longbien.store.models.cooperation_safeguards import SecrecyRecord
from tests.actions.steps import send
from tests.pair import Pair, Side
from tests.requests import preservation

SECRET = {
    "secrecy": "case-sealed",
    "secrecy_reason": "The suspect may flee.",
    "secrecy_until": "2026-12-20",
}


def marks(side: Side, *, only_due: bool = False) -> tuple[SecrecyView, ...]:
    """List the marks as the auditor."""
    with side:
        return secrecy_list(node=side.node, actor=side.officers["auditor"], only_due=only_due)


def test_a_mark_past_its_review_is_listed_on_both_sides(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation(**SECRET))
    send(pair, "preservation", preservation(reference="C-2026/9"))
    for side in (pair.vn, pair.at):
        (mark,) = marks(side)
        assert (mark.request_id, mark.standing, mark.notes[0].step) == (request_id, "in-force", "asked")
        assert marks(side, only_due=True) == ()
    pair.clock.go(days=30)
    assert [one.standing for one in marks(pair.at, only_due=True)] == ["past"]


def test_a_refusal_to_tell_needs_a_reason_of_today_and_a_new_day(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation(**SECRET))
    pair.clock.go(days=30)
    later = pair.clock.now.date() + timedelta(days=60)
    with pair.at as at:
        duty = at.officers["duty"]
        note_inquiry(node=at.node, actor=duty, request_id=request_id, reason="Counsel asks, letter of today.")
        for day, reason, code in (
            (later, "no", "safeguards.reason"),
            (pair.clock.now.date(), "Witnesses are still to be heard.", "safeguards.review_day"),
        ):
            with pytest.raises(RefusedError) as refused:
                refuse_to_tell(node=at.node, actor=duty, request_id=request_id, review_on=day, reason=reason)
            assert refused.value.code == code
        told = refuse_to_tell(
            node=at.node,
            actor=duty,
            request_id=request_id,
            review_on=later,
            reason="Witnesses are still to be heard.",
        )
        assert (told.standing, told.review_on) == ("in-force", later)
        assert [one.step for one in told.notes] == ["refused", "inquiry", "asked"]
        lifted = lift(node=at.node, actor=duty, request_id=request_id, reason="The arrest was made.")
        assert lifted.standing == "lifted"
        assert all(row.record is not None for row in SecrecyRecord.objects.exclude(step="asked"))
        with pytest.raises(RefusedError) as refused:
            lift(node=at.node, actor=at.officers["operator"], request_id=request_id, reason="Because I can.")
        assert refused.value.code == "people.not_permitted"
    assert marks(pair.at) == ()
