# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence from sealing to opening, and every way in which it may not be opened."""

import io

import pytest

from longbien.actions.evidence.accept import decline
from longbien.actions.evidence.open_received import open_received
from longbien.actions.evidence.push import push
from longbien.actions.evidence.recall import no_release, recall
from longbien.actions.evidence.release import release, release_accepted
from longbien.core.base.errors import RefusedError
from longbien.store.models.evidence import CustodyRecord
from longbien.store.models.people import DecisionRecord
from tests.actions.steps import LOG, accepted, announced, look, transferred
from tests.pair import Pair


def test_evidence_is_sealed_announced_accepted_released_and_opened(pair: Pair) -> None:
    request_id, object_id = accepted(pair)
    transferred(pair)
    with pair.at as at:
        assert list(release_accepted(node=at.node)) == [object_id]
        assert release_accepted(node=at.node) == {}
    pair.carry(pair.at)
    sink = io.BytesIO()
    with pair.vn as vn:
        opened = open_received(node=vn.node, actor=vn.officers["custodian"], object_id=object_id, sink=sink)
    pair.carry(pair.vn)
    assert sink.getvalue() == LOG
    assert opened.description.name == "auth.log"
    here, there = look(pair.vn, request_id), look(pair.at, request_id)
    assert here.state.evidence == there.state.evidence == {object_id: "received"}
    (card,) = here.evidence
    assert (card.name, card.size, card.openable) == ("auth.log", len(LOG), True)
    assert card.custody_fault == ""
    assert [(one.party, one.action) for one in card.custody] == [
        ("AT", "acquire"),
        ("AT", "seal"),
        ("AT", "announce"),
        ("VN", "accept"),
        ("VN", "transfer-in"),
        ("VN", "open"),
    ]


def test_the_key_never_leaves_without_an_acceptance(pair: Pair) -> None:
    _, object_id = announced(pair)
    transferred(pair)
    with pair.at as at:
        assert release_accepted(node=at.node) == {}
        with pytest.raises(RefusedError, match=r"evidence\.not_accepted"):
            release(node=at.node, object_id=object_id)
    with pair.vn as vn, pytest.raises(RefusedError, match=r"evidence\.not_released"):
        open_received(node=vn.node, actor=vn.officers["custodian"], object_id=object_id, sink=io.BytesIO())


def test_declining_leaves_ciphertext_only(pair: Pair) -> None:
    request_id, object_id = announced(pair)
    transferred(pair)
    with pair.vn as vn:
        assert decline(
            node=vn.node, actor=vn.officers["custodian"], object_id=object_id, reason="not under our law"
        ).made
    pair.carry(pair.vn)
    with pair.at as at:
        assert release_accepted(node=at.node) == {}
        assert (
            push(
                node=at.node, open_door=lambda _url, _key: pair.line(pair.at), partner=pair.vn.node.party
            ).segments
            == 0
        )
    with pair.vn as vn, pytest.raises(RefusedError, match=r"evidence\.not_released"):
        open_received(node=vn.node, actor=vn.officers["custodian"], object_id=object_id, sink=io.BytesIO())
    assert look(pair.at, request_id).state.evidence == {object_id: "declined"}


def test_a_recall_before_the_release_shows_that_no_header_left(pair: Pair) -> None:
    request_id, object_id = accepted(pair)
    with pair.at as at:
        assert recall(
            node=at.node, actor=at.officers["custodian"], object_id=object_id, reason="wrong State"
        ).made
        assert release_accepted(node=at.node) == {}
        (incident,) = DecisionRecord.objects.filter(verb="evidence.incident")
        assert b'"key_released":false' in bytes(incident.record)
        shown = no_release(node=at.node, actor=at.officers["auditor"], object_id=object_id)
        assert shown.acts == 2
    pair.carry(pair.at)
    assert look(pair.vn, request_id).state.evidence == {object_id: "recalled"}


def test_a_recall_after_the_release_only_asks(pair: Pair) -> None:
    request_id, object_id = accepted(pair)
    with pair.at as at:
        release(node=at.node, object_id=object_id)
        recall(node=at.node, actor=at.officers["custodian"], object_id=object_id, reason="wrong State")
        with pytest.raises(RefusedError, match=r"evidence\.header_released"):
            no_release(node=at.node, actor=at.officers["auditor"], object_id=object_id)
    pair.carry(pair.at)
    assert look(pair.vn, request_id).state.evidence == {object_id: "recalled-late"}


def test_a_custody_record_that_was_taken_out_is_noticed(pair: Pair) -> None:
    request_id, _ = accepted(pair)
    with pair.at:
        CustodyRecord.objects.filter(party="AT", number=2).delete()
    (card,) = look(pair.at, request_id).evidence
    assert card.custody_fault == "evidence.custody_gap"
