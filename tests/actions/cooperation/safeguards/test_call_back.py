# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 2 from within: an emergency request is locked until two people have called back; nobody alone gives anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.safeguards.call_back import (
    CallBegun,
    answer_call,
    directory_numbers,
    record_call,
    show_call,
)
from longbien.actions.cooperation.safeguards.oversight import EntryView, oversight, review
from longbien.actions.cooperation.safeguards.page import page_calls
from longbien.actions.exchange.waiting import proposals
from longbien.actions.people.presence import PASSKEY, Presence, acting_from
from longbien.actions.people.roster import plan_turn
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import RequestId
from tests.actions.steps import safeguarded, send
from tests.pair import Pair, Side
from tests.requests import complete

DESK = Presence(door="page", session="s-desk", address="192.0.2.1", agent="a-desk")
TELEPHONE = Presence(
    door="page",
    session="s-telephone",
    address="198.51.100.7",
    agent="a-telephone",
    factor="k-1",
    proofs=frozenset({PASSKEY}),
)


def asked(pair: Pair) -> RequestId:
    """Bring an emergency request to AT; every other step is taken, the approver is on call."""
    request_id = send(pair, "emergency", complete("emergency"))
    with pair.at as at:
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)
        plan_turn(
            node=at.node,
            actor=at.officers["operator"],
            officer=at.officers["approver"],
            kind="on-call",
            begins_at=pair.clock.now,
            ends_at=pair.clock.now + timedelta(hours=12),
        )
    safeguarded(pair.at, request_id)
    return request_id


@contextmanager
def desk(side: Side) -> Iterator[Side]:
    """Work at the duty officer's desk."""
    with side, acting_from(DESK):
        yield side


def call(side: Side, request_id: str, outcome: str = "confirmed") -> CallBegun:
    """Record a call to the directory's first number."""
    with desk(side):
        number = directory_numbers("VN")[0].number
        duty = side.officers["duty"]
        return record_call(
            node=side.node, actor=duty, request_id=request_id, number=number, outcome=outcome, reached="desk"
        )


def give(side: Side, request_id: str) -> int:
    """Propose to give the data; give the proposal's number."""
    with desk(side):
        actor = side.officers["duty"]
        return decide_measure(
            node=side.node, actor=actor, request_id=request_id, measure="disclosure", decision="granted"
        ).proposal


def listed(side: Side) -> list[EntryView]:
    """Read oversight's list as the auditor."""
    with side:
        return list(oversight(node=side.node, actor=side.officers["auditor"]))


def test_locked_until_two_people_called_the_number_of_the_directory(pair: Pair) -> None:
    request_id = asked(pair)
    with pytest.raises(RefusedError) as refused:
        give(pair.at, request_id)
    assert (refused.value.code, refused.value.params["step"]) == ("safeguards.missing", "call-back")
    assert [one.kind for one in listed(pair.at)] == ["locked-attempt"]

    with desk(pair.at) as at, pytest.raises(RefusedError) as refused:
        record_call(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            number="+84 24 9999 9999",
            outcome="confirmed",
            reached="x",
        )
    assert refused.value.code == "safeguards.number_foreign"

    begun = call(pair.at, request_id)
    assert begun.on_call == ("at-approver-1",)
    with pytest.raises(RefusedError) as refused:
        give(pair.at, request_id)
    assert refused.value.params == {"step": "call-back", "result": "awaited"}

    with pair.at as at, acting_from(TELEPHONE):
        approver = at.officers["approver"]
        assert show_call(node=at.node, actor=approver, code=begun.code).reached == "desk"
        said = answer_call(
            node=at.node, actor=approver, code=begun.code.lower(), outcome="confirmed", how="Listened in."
        )
        assert said.doubts == ()
        with pytest.raises(RefusedError) as refused:
            show_call(node=at.node, actor=approver, code=begun.code)
        assert refused.value.code == "safeguards.code_over"
    proposal = give(pair.at, request_id)
    with pair.at as at:
        assert at.approve(proposal) is not None
    given = listed(pair.at)[0]
    assert (given.kind, given.due_at is not None, given.official) == ("emergency-given", True, "at-duty-1")


def test_the_second_person_is_elsewhere_has_a_passkey_and_is_on_call(pair: Pair) -> None:
    request_id = asked(pair)
    begun = call(pair.at, request_id)
    places = {
        "safeguards.not_elsewhere": (DESK, "approver"),
        "safeguards.passkey_needed": (
            Presence(door="page", session="s9", address="203.0.113.1", agent="a9"),
            "approver",
        ),
        "safeguards.code_needed": (
            Presence(door="terminal", session="s9", proofs=frozenset({PASSKEY})),
            "approver",
        ),
        "safeguards.own_call": (TELEPHONE, "duty"),
    }
    with pair.at as at:
        for code, (place, name) in places.items():
            with acting_from(place), pytest.raises(RefusedError) as refused:
                answer_call(
                    node=at.node,
                    actor=at.officers[name],
                    code=begun.code,
                    outcome="confirmed",
                    how="Listened to the call.",
                )
            assert refused.value.code == code
        pair.clock.go(hours=13)
        later = call(pair.at, request_id)
        with acting_from(TELEPHONE), pytest.raises(RefusedError) as refused:
            answer_call(
                node=at.node,
                actor=at.officers["approver"],
                code=later.code,
                outcome="confirmed",
                how="Listened to the call.",
            )
        assert refused.value.code == "safeguards.not_on_call"


def test_if_nobody_answers_data_are_kept_on_one_signature_and_never_given(pair: Pair) -> None:
    request_id = asked(pair)
    call(pair.at, request_id)
    with desk(pair.at) as at:
        duty = at.officers["duty"]
        with pytest.raises(RefusedError) as refused:
            decide_measure(
                measure="preservation", node=at.node, actor=duty, request_id=request_id, decision="granted"
            )
        assert refused.value.params["result"] == "awaited"
        pair.clock.go(minutes=31)
        kept = decide_measure(
            measure="preservation", node=at.node, actor=duty, request_id=request_id, decision="granted"
        )
        assert kept.made
        with pytest.raises(RefusedError):
            give(pair.at, request_id)
    waiting = [one for one in listed(pair.at) if one.kind == "preserved-alone"]
    assert [(one.official, one.late) for one in waiting] == [("at-duty-1", False)]
    pair.clock.go(hours=25)
    assert listed(pair.at)[0].late
    with pair.at as at:
        number = waiting[0].number
        with pytest.raises(RefusedError) as refused:
            review(
                node=at.node, actor=at.officers["duty"], number=number, finding="justified", outcome="Fine."
            )
        assert refused.value.code == "safeguards.own_act"
        approver = at.officers["approver"]
        closed = review(
            node=at.node,
            actor=approver,
            number=number,
            finding="false-alarm",
            outcome="Nobody was in danger.",
        )
        assert ([one.finding for one in closed.reviews], closed.late) == (["false-alarm"], False)


def test_a_denial_on_the_telephone_outweighs_good_signatures(pair: Pair) -> None:
    request_id = asked(pair)
    call(pair.at, request_id, "denied")
    with pytest.raises(RefusedError) as refused:
        give(pair.at, request_id)
    assert refused.value.params == {"step": "sender", "result": "not-verified"}
    assert {one.kind for one in listed(pair.at)} == {"call-back-denied", "locked-attempt"}
    with pair.at:
        assert [one.outcome for one in page_calls(request_id)] == ["denied"]


def test_two_names_in_one_session_are_shown_on_the_proposal(pair: Pair) -> None:
    request_id = send(pair, "stored-data", complete("stored-data"))
    safeguarded(pair.at, request_id)
    proposal = give(pair.at, request_id)
    with desk(pair.at) as at:
        at.approve(proposal)
        found = [
            one for one in proposals(actor=at.officers["duty"], open_only=False) if one.proposal == proposal
        ]
    (doubt,) = found[0].doubts
    assert (doubt.code, doubt.officers) == ("safeguards.one_session", ("at-approver-1", "at-duty-1"))
