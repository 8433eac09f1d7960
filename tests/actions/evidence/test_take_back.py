# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State was rid of stays away: an older copy brings it back to the disk, and the acts that partners give back take it out again."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.evidence.accept import accept, decline
from longbien.actions.evidence.announce import announce
from longbien.actions.evidence.dispose import discard_due, dispose
from longbien.actions.evidence.open_received import open_received
from longbien.actions.evidence.push import push
from longbien.actions.evidence.release import release_accepted
from longbien.bridge.objects import FolderStore
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.store.models.evidence import EvidenceObject, HeldRange
from tests.actions.evidence.test_documents import ORDER, attached, pushed, taken
from tests.actions.evidence.test_offers import offered, payload, refuse, take
from tests.actions.exchange.test_recover import Copies, is_sound
from tests.actions.steps import LOG, accepted, granted, look, sealed
from tests.pair import Pair, Side


@pytest.fixture
def copies(pair: Pair, pair_template: BaseDatabaseWrapper) -> Copies:
    """Give copies of a pair."""
    return Copies(pair, pair_template)


def on_disk(side: Side, folder: Path) -> FolderStore:
    """Let a node keep its payloads in a folder."""
    store = FolderStore(folder)
    side.node = replace(side.node, objects=store)
    return store


def restored(copies: Copies, side: Side, folder: Path) -> FolderStore:
    """Lose a node, restore its copy with the payloads in a new folder, and let the partner give its acts back."""
    store = FolderStore(folder)
    copies.bring_back(side, store)
    return store


def decline_one(side: Side, object_id: ObjectId) -> None:
    """Decline one object."""
    with side:
        decline(node=side.node, actor=side.officers["custodian"], object_id=object_id, reason="No.")


@pytest.mark.parametrize("whole", [True, False])
def test_a_declined_offer_that_an_older_copy_brings_back_goes_again(
    pair: Pair, copies: Copies, tmp_path: Path, *, whole: bool
) -> None:
    request_id, object_id = offered(pair)
    theirs, tree = payload(pair, object_id)
    first = on_disk(pair.at, tmp_path / "first")
    with pair.at as at:
        assert take(at, object_id, 0, theirs, tree)
    copies.keep(pair.at)
    if whole:
        refuse(pair.at, request_id)
    else:
        decline_one(pair.at, object_id)
    with pair.at as at:
        discard_due(node=at.node)
    assert first.size(object_id, "content") == 0
    pair.carry(pair.at)

    second = restored(copies, pair.at, tmp_path / "second")
    assert second.size(object_id, "content") > 0
    found = copies.recover(pair.at, copies.given_back(pair.at))
    assert (found.refused, found.unfollowed) == ({}, 0)
    with pair.at as at:
        with pytest.raises(RefusedError, match=r"evidence\.not_announced"):
            take(at, object_id, 1, theirs, tree)
        assert not HeldRange.objects.exists()
        custody = EvidenceObject.objects.get().custody.filter(party="AT").order_by("number")
        assert [one.action for one in custody] == ["destroy"]
        assert discard_due(node=at.node) == (object_id,)
    assert not (tmp_path / "second" / object_id).exists()
    assert look(pair.at, request_id).state.tracks == look(pair.vn, request_id).state.tracks
    assert is_sound(pair.at) == (True, found.lost)


@pytest.mark.parametrize("whole", [True, False])
def test_an_offer_that_came_after_the_copy_and_was_declined_lets_nothing_in(
    pair: Pair, copies: Copies, *, whole: bool
) -> None:
    copies.keep(pair.at)
    request_id, object_id = offered(pair)
    theirs, tree = payload(pair, object_id)
    if whole:
        refuse(pair.at, request_id)
    else:
        decline_one(pair.at, object_id)
    pair.carry(pair.at)
    copies.bring_back(pair.at)
    found = copies.recover(pair.at, copies.given_back(pair.at))
    assert (found.refused, found.unfollowed) == ({}, 0)
    with pair.at as at:
        assert EvidenceObject.objects.get().declined_by
        with pytest.raises(RefusedError, match=r"evidence\.not_announced"):
            take(at, object_id, 0, theirs, tree)


def test_destroyed_evidence_that_an_older_copy_brings_back_is_destroyed_again(
    pair: Pair, copies: Copies, tmp_path: Path
) -> None:
    _, object_id = accepted(pair)
    on_disk(pair.vn, tmp_path / "first")
    line = pair.line(pair.at)
    with pair.at as at:
        release_accepted(node=at.node)
        push(node=at.node, open_door=lambda _url, _key: line, partner=pair.vn.node.party)
    pair.carry(pair.at)
    with pair.vn as vn:
        custodian = vn.officers["custodian"]
        with (tmp_path / "opened").open("wb") as sink:
            open_received(node=vn.node, actor=custodian, object_id=object_id, sink=sink, purpose="The case.")
        assert (tmp_path / "opened").read_bytes() == LOG
    pair.carry(pair.vn)
    copies.keep(pair.vn)
    with pair.vn as vn:
        waiting = dispose(
            node=vn.node,
            actor=vn.officers["custodian"],
            object_id=object_id,
            disposal="destroyed",
            copies="none",
        )
        vn.approve(waiting.proposal)
        discard_due(node=vn.node)
    pair.carry(pair.vn)

    second = restored(copies, pair.vn, tmp_path / "second")
    assert second.size(object_id, "content") > 0
    with pair.vn:
        assert EvidenceObject.objects.get(object_id=object_id).header
    found = copies.recover(pair.vn, copies.given_back(pair.vn))
    assert (found.refused, found.unfollowed) == ({}, 0)
    with pair.vn as vn:
        evidence = EvidenceObject.objects.get(object_id=object_id)
        assert (bytes(evidence.header), bool(evidence.disposed_by)) == (b"", True)
        assert discard_due(node=vn.node) == (object_id,)
    assert not (tmp_path / "second" / object_id).exists()
    assert is_sound(pair.vn) == (True, found.lost)


def test_evidence_announced_after_the_copy_is_accepted_and_released_all_the_same(
    pair: Pair, copies: Copies
) -> None:
    request_id = granted(pair)
    kept = sealed(pair, request_id)
    copies.keep(pair.at)
    with pair.at as at:
        announce(
            node=at.node, actor=at.officers["custodian"], object_id=kept.object_id, request_id=request_id
        )
    pair.carry(pair.at)
    copies.bring_back(pair.at)
    found = copies.recover(pair.at, copies.given_back(pair.at))
    assert (found.refused, found.unfollowed) == ({}, 0)
    with pair.vn as vn:
        waiting = accept(node=vn.node, actor=vn.officers["custodian"], object_id=kept.object_id)
        vn.approve(waiting.proposal)
    pair.carry(pair.vn)
    line = pair.line(pair.at)
    with pair.at as at:
        release_accepted(node=at.node)
        done = push(node=at.node, open_door=lambda _url, _key: line, partner=pair.vn.node.party)
    pair.carry(pair.at)
    assert done.completed == 1
    with pair.vn:
        evidence = EvidenceObject.objects.get(object_id=kept.object_id)
        assert evidence.released_by
        assert [one["code"] for one in evidence.conditions] == ["purpose-only", "no-onward-transfer"]


def test_papers_sent_after_the_copy_travel_all_the_same(pair: Pair, copies: Copies) -> None:
    with pair.vn as vn:
        request_id = attached(vn)
    copies.keep(pair.vn)
    with pair.vn as vn:
        vn.approve(submit(node=vn.node, actor=vn.officers["duty"], request_id=request_id).proposal)
    pair.carry(pair.vn)
    copies.bring_back(pair.vn)
    found = copies.recover(pair.vn, copies.given_back(pair.vn))
    assert (found.refused, found.unfollowed) == ({}, 0)
    pushed(pair)
    assert taken(pair.at, request_id) == taken(pair.vn, request_id) == ORDER
