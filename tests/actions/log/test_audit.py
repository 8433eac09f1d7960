# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.actions.log.audit`: what was changed behind the node's back is found, in the tree and in the rows."""

import hashlib

import pytest
from django.db import transaction

from longbien.actions.log.append import append, open_log
from longbien.actions.log.audit import LogAudit, audit_logs
from longbien.core.log.leaf import LEAF_FIELDS, Leaf, LeafClass, make_leaf
from longbien.store.models.exchange import Act, Receipt
from longbien.store.models.log import Log, LogCheckpoint, LogEntry, LogTile
from longbien.store.models.people import DecisionRecord
from tests.actions.log.test_append import SIGNER, add, fill, some
from tests.authority import NOW

pytestmark = pytest.mark.django_db


def audit() -> LogAudit:
    return audit_logs([SIGNER.keys])[0]


def codes() -> set[tuple[str, str]]:
    found = audit()
    assert not found.is_sound
    return {(finding.code, finding.at) for finding in (*found.tree.findings, *found.findings)}


def tree_codes() -> set[tuple[str, str]]:
    return {(finding.code, finding.at) for finding in audit().tree.findings}


def log_leaf(leaf: Leaf) -> int:
    with transaction.atomic():
        return append([leaf], NOW, SIGNER).indexes[0]


def make_act(number: int, index: int, **changes: str) -> Act:
    values = {
        "act_id": f"{number:032x}",
        "direction": Act.MADE,
        "partner": "AT",
        "kind": "request.preservation",
        "thread": f"{number:032x}",
        "digest": f"{number:064x}",
        "sign_keys": "",
        "outcome": "stored",
    }
    return Act.objects.create(
        **(values | changes), envelope=b"", act_time=NOW, recorded_at=NOW, leaf_index=index
    )


def test_rows_and_leaves_that_agree_pass() -> None:
    open_log(NOW, SIGNER)
    made = make_act(0, add(some(1)).indexes[0])
    received = make_leaf(
        LeafClass.ACT_RECEIVED, NOW, act=f"{1:064x}", sender="AT", outcome="refused", code="a.b"
    )
    make_act(1, log_leaf(received), direction=Act.RECEIVED, outcome="refused", code="a.b")
    statement = make_leaf(LeafClass.STATEMENT, NOW, act=f"{2:064x}")
    make_act(2, log_leaf(statement), partner="ZZ")
    proof = "proof"
    digest = hashlib.sha256(proof.encode()).hexdigest()
    held = make_leaf(LeafClass.RECEIPT_HELD, NOW, act=made.digest, party="AT", proof=digest)
    Receipt.objects.create(
        act=made, party="AT", leaf=b"", proof=proof, held_at=NOW, leaf_index=log_leaf(held)
    )
    decision = make_leaf(LeafClass.DECISION, NOW, record="d" * 64)
    DecisionRecord.objects.create(
        digest="d" * 64, verb="x", record=b"", recorded_at=NOW, leaf_index=log_leaf(decision)
    )
    found = audit()
    assert found.is_sound
    assert (found.rows, found.tree.size) == (10, 5)


@pytest.mark.parametrize("leaf_class", LeafClass)
def test_a_leaf_of_any_class_whose_row_is_gone_is_found(leaf_class: LeafClass) -> None:
    open_log(NOW, SIGNER)
    other = {"sender": "AT", "party": "AT", "outcome": "stored", "code": ""}
    fields = {name: other.get(name, "e" * 64) for name in LEAF_FIELDS[leaf_class]}
    log_leaf(make_leaf(leaf_class, NOW, **fields))
    assert codes() == {("log.audit_leaf_without_row", "0")}


def test_a_row_whose_leaf_says_something_else_is_found() -> None:
    fill([3])
    right, wrong, beyond = make_act(0, 0), make_act(7, 1), make_act(2, 99)
    other = make_act(1, 1, direction=Act.RECEIVED)
    assert codes() == {
        ("log.audit_row_without_leaf", f"act {wrong.pk} (1)"),
        ("log.audit_row_without_leaf", f"act {beyond.pk} (99)"),
        ("log.audit_row_without_leaf", f"act {other.pk} (1)"),
    }
    Act.objects.filter(pk=right.pk).delete()
    assert ("log.audit_leaf_without_row", "0") in codes()


def test_a_changed_entry_is_found() -> None:
    entries = fill([5, 5])
    LogEntry.objects.filter(index=7).update(data=entries[3])
    assert {code for code, _ in tree_codes()} == {
        "log.audit_tile_wrong",
        "log.audit_checkpoint_wrong",
        "log.audit_head_wrong",
        "log.audit_proof_wrong",
    }


def test_a_lost_and_an_added_entry_are_found() -> None:
    entries = fill([5, 5])
    LogEntry.objects.create(log=Log.objects.get(), index=10, data=entries[0])
    assert ("log.audit_head_wrong", "10") in tree_codes()
    LogEntry.objects.filter(index__in=(4, 10)).delete()
    assert ("log.audit_entry_missing", "4") in tree_codes()


def test_a_changed_checkpoint_tile_or_head_is_found() -> None:
    fill([5, 5])
    note = bytes(LogCheckpoint.objects.get(size=5).note)
    LogCheckpoint.objects.filter(size=5).update(note=note.replace(b"\n5\n", b"\n6\n"))
    assert tree_codes() == {("log.audit_checkpoint_invalid", "0")}
    LogCheckpoint.objects.filter(size=5).update(note=note)
    tile = LogTile.objects.get()
    LogTile.objects.update(hashes=bytes(tile.hashes)[::-1])
    assert ("log.audit_tile_wrong", "0/0") in tree_codes()
    LogTile.objects.update(hashes=bytes(tile.hashes))
    Log.objects.update(size=8, frontier=b"x" * 32)
    assert tree_codes() == {("log.audit_head_wrong", "8")}
