# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.actions.log.append` and `hold`: the stored log is the tree, and stands or falls with its transaction."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from longbien.actions.log.append import Appended, append, open_log
from longbien.actions.log.audit import audit_logs
from longbien.actions.log.hold import close_log, hold_log, is_held, let_log_go_on
from longbien.core.base.errors import RefusedError
from longbien.core.log.checkpoint import open_checkpoint
from longbien.core.log.leaf import Leaf, LeafClass, make_leaf, print_leaf
from longbien.store.models.log import Log, LogCheckpoint, LogEntry, LogTile
from tests.authority import NOW
from tests.logs import log_signer, tree_of

SIGNER = log_signer("ZZ")


def some(count: int, start: int = 0) -> list[Leaf]:
    return [
        make_leaf(LeafClass.ACT_MADE, NOW, act=f"{number:064x}") for number in range(start, start + count)
    ]


def add(leaves: list[Leaf]) -> Appended:
    with transaction.atomic():
        return append(leaves, NOW, SIGNER)


def fill(batches: Iterable[int]) -> list[bytes]:
    open_log(NOW, SIGNER)
    entries: list[bytes] = []
    for batch in batches:
        entries += add(some(batch, len(entries))).entries
    return entries


@pytest.mark.django_db
def test_batches_of_any_size_make_the_tree_its_tiles_and_a_checkpoint_each() -> None:
    batches = [1, 2, 252, 1, 1, 255, 256, 1, 300, 700, 3]
    entries = fill(batches)
    tree, size = tree_of(entries), 0
    for batch in batches:
        size += batch
        note = bytes(LogCheckpoint.objects.get(size=size).note)
        assert open_checkpoint(note, SIGNER.keys).checkpoint.root == tree.root(size)
    head = Log.objects.get()
    assert (head.size, bytes(head.root)) == (len(entries), tree.root())
    assert [bytes(row.data) for row in LogEntry.objects.order_by("index")] == entries
    assert LogTile.objects.filter(level=1).count() == 1
    audit = audit_logs([SIGNER.keys])[0]
    assert audit.tree.is_sound
    assert (audit.tree.size, audit.tree.checkpoints) == (len(entries), len(batches) + 1)


@pytest.mark.django_db
def test_a_batch_across_65536_leaves_reaches_the_second_level_of_tiles() -> None:
    fill([65_530, 10])
    assert [row.level for row in LogTile.objects.filter(level__gt=1)] == [2]
    assert audit_logs([SIGNER.keys])[0].tree.is_sound


@pytest.mark.django_db
def test_an_append_gives_indexes_bytes_and_the_checkpoint_that_covers_them() -> None:
    fill([3])
    appended = add(some(2, 3))
    assert appended.indexes == range(3, 5)
    assert appended.entries == tuple(map(print_leaf, some(2, 3)))
    assert appended.signed.checkpoint.size == 5
    assert appended.signed.signed_at == NOW


@pytest.mark.django_db
def test_a_new_log_has_a_signed_empty_checkpoint() -> None:
    signed = open_log(NOW, SIGNER)
    assert open_checkpoint(signed.data, SIGNER.keys).checkpoint.size == 0
    assert audit_logs([SIGNER.keys])[0].tree.is_sound


@pytest.mark.django_db
def test_what_is_rolled_back_leaves_no_trace() -> None:
    entries = fill([300])
    before = (bytes(Log.objects.get().frontier), LogTile.objects.count(), LogCheckpoint.objects.count())

    def lost() -> None:
        with transaction.atomic():
            append(some(300, 300), NOW, SIGNER)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lost()
    assert before == (
        bytes(Log.objects.get().frontier),
        LogTile.objects.count(),
        LogCheckpoint.objects.count(),
    )
    assert LogEntry.objects.count() == len(entries)
    add(some(1, 300))
    assert audit_logs([SIGNER.keys])[0].tree.is_sound


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_appended() -> None:
    open_log(NOW, SIGNER)
    with pytest.raises(RuntimeError, match="transaction"):
        append(some(1), NOW, SIGNER)


@pytest.mark.django_db
def test_without_a_log_or_without_leaves_nothing_is_appended() -> None:
    with pytest.raises(RefusedError, match=r"log\.not_open"):
        add(some(1))
    open_log(NOW, SIGNER)
    with pytest.raises(RefusedError, match=r"log\.nothing_to_append"):
        add([])


@pytest.mark.django_db
def test_another_logs_keys_sign_nothing_here() -> None:
    open_log(NOW, SIGNER)
    with pytest.raises(RefusedError, match=r"log\.origin_wrong"), transaction.atomic():
        append(some(1), NOW, log_signer("VN"))


@pytest.mark.django_db
@pytest.mark.parametrize("damage", ["lost", "short"])
def test_a_damaged_tile_stops_the_log(damage: str) -> None:
    fill([10])
    tile = LogTile.objects.filter(level=0)
    if damage == "lost":
        tile.delete()
    else:
        tile.update(hashes=bytes(tile.get().hashes)[:-32])
    with pytest.raises(RefusedError, match=r"log\.tile_missing"):
        add(some(1, 10))
    assert LogEntry.objects.count() == 10


@pytest.mark.django_db
def test_one_append_asks_few_questions_however_large_the_batch() -> None:
    fill([300])
    for batch in (1, 50, 600):
        with CaptureQueriesContext(connection) as queries:
            add(some(batch, Log.objects.get().size))
        # Two of them open and release the savepoint, one is this test's own; tiles of two levels are read and written.
        assert len(queries) <= 12


@pytest.mark.django_db
def test_one_log_is_open_at_a_time_and_a_closed_one_is_kept() -> None:
    fill([5])
    with pytest.raises(RefusedError, match=r"log\.open_already"):
        open_log(NOW, log_signer("ZZ", origin="longbien.example/zz/2"))
    assert close_log(NOW + timedelta(hours=1)) == SIGNER.origin
    with pytest.raises(RefusedError, match=r"log\.not_open"):
        add(some(1))
    newer = log_signer("ZZ", origin="longbien.example/zz/2")
    open_log(NOW + timedelta(hours=1), newer)
    with transaction.atomic():
        assert append(some(1), NOW + timedelta(hours=2), newer).indexes == range(1)
    audits = audit_logs([SIGNER.keys, newer.keys])
    assert [(audit.origin, audit.is_open, audit.tree.size) for audit in audits] == [
        (SIGNER.origin, False, 5),
        (newer.origin, True, 1),
    ]
    assert all(audit.tree.is_sound for audit in audits)


@pytest.mark.django_db
def test_after_a_restore_nothing_is_signed_until_no_witness_has_seen_more() -> None:
    fill([5])
    hold_log(NOW)
    assert is_held()
    with pytest.raises(RefusedError, match=r"log\.held"):
        add(some(1, 5))
    with pytest.raises(RefusedError, match=r"log\.shorter_than_witnessed"):
        let_log_go_on({"AT": 5, "VN": 6})
    assert is_held()
    let_log_go_on({"AT": 5, "VN": 0})
    assert not is_held()
    assert add(some(1, 5)).indexes == range(5, 6)
