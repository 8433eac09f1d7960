# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeping: what no row names goes, everything else stays, and the log says what went."""

import json
from datetime import timedelta

import pytest

from longbien.actions.evidence.accept import decline
from longbien.actions.evidence.recall import recall
from longbien.actions.evidence.segments import missing
from longbien.actions.evidence.sweep import sweep
from longbien.actions.log.audit import audit_logs
from longbien.bridge.null import MemoryStore
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.store import models
from tests.actions.steps import announced, transferred
from tests.pair import Pair, Side

DAY = timedelta(days=1)
ORPHAN = ObjectId("ab" * 16)


def store_of(side: Side) -> MemoryStore:
    store = side.node.objects
    assert isinstance(store, MemoryStore)
    store._now = side.node.clock
    return store


def leave_behind(side: Side) -> None:
    with store_of(side).writer(ORPHAN, "content") as sink:
        sink.write(b"half sealed")


def test_what_no_row_names_goes_once_it_is_old(pair: Pair) -> None:
    store = store_of(pair.at)
    _, object_id = announced(pair, b"kept")
    leave_behind(pair.at)
    with pair.at as at:
        custodian = at.officers["custodian"]
        assert sweep(node=at.node, actor=custodian, older=DAY).orphans == ()
        with pytest.raises(RefusedError, match=r"evidence\.sweep_young"):
            sweep(node=at.node, actor=custodian, older=timedelta(minutes=59))
        with pytest.raises(RefusedError, match=r"people\.not_permitted"):
            sweep(node=at.node, actor=at.officers["duty"], older=DAY)
        pair.clock.go(days=2)
        found = sweep(node=at.node, actor=custodian, older=DAY, closed=True)
        assert (found.orphans, found.closed, found.size) == ((ORPHAN,), (), 11)
        assert [one.object_id for one in store.held()] == [object_id]
        record = models.DecisionRecord.objects.get(verb="evidence.sweep")
        assert json.loads(bytes(record.record))["facts"] == {"orphans": [ORPHAN], "closed": []}
        assert sweep(node=at.node, actor=custodian, older=DAY).orphans == ()
        assert models.DecisionRecord.objects.filter(verb="evidence.sweep").count() == 1


@pytest.mark.parametrize("how", ["declined", "recalled"])
def test_ciphertext_whose_key_never_came_goes_when_asked(pair: Pair, how: str) -> None:
    store = store_of(pair.vn)
    _, object_id = announced(pair, b"evidence")
    transferred(pair)
    with pair.vn as vn:
        assert sweep(node=vn.node, actor=vn.officers["custodian"], older=DAY, closed=True).closed == ()
        assert missing(node=vn.node, object_id=object_id, part="content").held == 1
    if how == "declined":
        with pair.vn as vn:
            decline(node=vn.node, actor=vn.officers["custodian"], object_id=object_id, reason="not needed")
        pair.carry(pair.vn)
    else:
        with pair.at as at:
            recall(node=at.node, actor=at.officers["custodian"], object_id=object_id, reason="wrong State")
        pair.carry(pair.at)
    with pair.vn as vn:
        found = sweep(node=vn.node, actor=vn.officers["custodian"], older=DAY, closed=True)
        assert found.closed == (object_id,)
        assert list(store.held()) == []
        assert not models.HeldRange.objects.exists()
        assert models.CustodyRecord.objects.filter(action="destroy", party="VN").count() == 1
        assert audit_logs([vn.node.keys.log.keys])[0].is_sound
    with pair.at as at:  # the sealer's own payload is the original: never swept
        found = sweep(node=at.node, actor=at.officers["custodian"], older=timedelta(hours=1), closed=True)
        assert (found.orphans, found.closed) == ((), ())
