# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.actions.log.prove` and `export`: what leaves this node can be checked by those who hold only its keys."""

from datetime import timedelta

import pytest

from longbien.actions.log.export import export_log
from longbien.actions.log.prove import (
    checkpoint,
    consistency,
    cosignature_request,
    cosigned_size,
    keep_cosignatures,
    receipt,
    receipts,
    witnessed_receipt,
)
from longbien.core.base.errors import RefusedError
from longbien.core.log.checkpoint import open_checkpoint
from longbien.core.log.cosign import cosigned_at, print_cosignatures
from longbien.core.log.merkle import verify_consistency
from longbien.core.log.proof import parse_proof, verify_receipt
from longbien.core.log.tiles import Bundle, Tile, parse_bundle, parse_tile_path, split_tile
from longbien.core.log.witness import Cosign, Known, decide, parse_add_checkpoint
from longbien.store.models.log import LogEntry, LogTile
from longbien.store.queries.log_sql import MAX_WITNESSES
from tests.actions.log.test_append import SIGNER, add, fill, some
from tests.authority import NOW
from tests.logs import tree_of, witness_signer

pytestmark = pytest.mark.django_db
WITNESS = witness_signer("VN")


def test_each_leaf_gets_a_receipt_that_verifies() -> None:
    entries = fill([1, 255, 200])
    made = receipts(range(len(entries)))
    for index, (entry, found) in enumerate(zip(entries, made, strict=True)):
        assert found.leaf == entry
        assert parse_proof(found.proof).index == index
        assert verify_receipt(found, SIGNER.keys).checkpoint.size == 456
    assert made[3] == receipt(3)


def test_a_receipt_can_be_made_under_an_earlier_checkpoint() -> None:
    fill([10, 300])
    assert verify_receipt(receipt(9, size=10), SIGNER.keys).checkpoint.size == 10
    for index, size, code in ((10, 10, "index"), (310, None, "index"), (3, 200, "size"), (3, 999, "size")):
        with pytest.raises(RefusedError, match=rf"log\.{code}_out_of_range"):
            receipt(index, size=size)


def test_without_a_log_there_is_nothing_to_prove() -> None:
    for ask in (lambda: receipt(0), checkpoint, lambda: consistency(0, 0), lambda: cosignature_request(0)):
        with pytest.raises(RefusedError, match=r"log\.not_open"):
            ask()
    with pytest.raises(RefusedError, match=r"log\.not_open"):
        export_log(dict[str, bytes]().__setitem__)


def test_no_wrong_proof_leaves_the_node() -> None:
    fill([300])
    data = bytearray(LogTile.objects.get(level=0, number=0).hashes)
    data[40] ^= 1
    LogTile.objects.filter(level=0, number=0).update(hashes=bytes(data))
    with pytest.raises(RefusedError, match=r"log\.proof_impossible"):
        receipt(0)
    LogTile.objects.filter(level=0, number=0).delete()
    with pytest.raises(RefusedError, match=r"log\.proof_impossible"):
        receipt(0)
    LogEntry.objects.filter(index=299).delete()
    with pytest.raises(RefusedError, match=r"log\.proof_impossible"):
        receipt(299)


def test_consistency_is_proven_between_any_two_sizes() -> None:
    tree = tree_of(fill([3, 253, 100]))
    for old in (0, 1, 3, 255, 256, 300, 356):
        for size in (old, 356):
            path = consistency(old, size)
            verify_consistency(old=old, old_root=tree.root(old), size=size, root=tree.root(size), path=path)
    for old, size in ((3, 357), (4, 3)):
        with pytest.raises(RefusedError, match=r"log\.size_out_of_range"):
            consistency(old, size)


def test_a_witness_can_follow_the_log_by_its_requests() -> None:
    tree = tree_of(fill([5]))
    known = Known(keys=SIGNER.keys)
    first = decide(parse_add_checkpoint(cosignature_request(0)), known)
    assert isinstance(first, Cosign)
    add(some(300, 5))
    known = Known(keys=SIGNER.keys, size=5, root=tree.root(5))
    second = decide(parse_add_checkpoint(cosignature_request(5)), known)
    assert isinstance(second, Cosign)
    assert second.signed.checkpoint.size == 305
    with pytest.raises(RefusedError, match=r"log\.size_out_of_range"):
        cosignature_request(306)


def test_cosignatures_are_kept_and_shown_with_the_checkpoint() -> None:
    fill([5, 3])
    at = NOW + timedelta(seconds=5)
    answer = print_cosignatures(WITNESS.cosign(checkpoint(5).checkpoint, at))
    assert cosigned_size("VN") == 0
    assert keep_cosignatures("VN", 5, answer, WITNESS.keys) == at
    assert cosigned_size("VN") == 5
    assert cosigned_at(checkpoint(5), WITNESS.keys) == at
    assert len(checkpoint().note.signatures) == 2
    assert open_checkpoint(checkpoint(5).data, SIGNER.keys).checkpoint.size == 5
    later = print_cosignatures(WITNESS.cosign(checkpoint(5).checkpoint, at + timedelta(seconds=9)))
    keep_cosignatures("VN", 5, later, WITNESS.keys)
    assert cosigned_at(checkpoint(5), WITNESS.keys) == at + timedelta(seconds=9)


def test_a_cosignature_of_another_checkpoint_is_not_kept() -> None:
    fill([5, 3])
    answer = print_cosignatures(WITNESS.cosign(checkpoint(5).checkpoint, NOW))
    with pytest.raises(RefusedError, match=r"log\.signature_invalid"):
        keep_cosignatures("VN", 8, answer, WITNESS.keys)
    assert len(checkpoint().note.signatures) == 2


def test_the_witnessed_receipt_is_made_under_the_newest_cosigned_checkpoint_that_covers_the_leaf() -> None:
    fill([5, 3, 2])
    assert verify_receipt(witnessed_receipt(6), SIGNER.keys).checkpoint.size == 10
    for size in (5, 8):
        keep_cosignatures(
            "VN", size, print_cosignatures(WITNESS.cosign(checkpoint(size).checkpoint, NOW)), WITNESS.keys
        )
    signed = verify_receipt(witnessed_receipt(6), SIGNER.keys)
    assert signed.checkpoint.size == 8
    assert cosigned_at(signed, WITNESS.keys) == NOW
    assert verify_receipt(witnessed_receipt(9), SIGNER.keys).checkpoint.size == 10


def test_the_export_holds_every_entry_and_tile_of_the_newest_checkpoint() -> None:
    entries = fill([256, 300])
    files: dict[str, bytes] = {}
    assert export_log(files.__setitem__) == 556
    assert set(files) == {
        "checkpoint",
        "tile/0/000",
        "tile/0/001",
        "tile/0/002.p/44",
        "tile/1/000.p/2",
        "tile/entries/000",
        "tile/entries/001",
        "tile/entries/002.p/44",
    }
    exported: list[bytes] = []
    for path, data in files.items():
        place = parse_tile_path(path) if path != "checkpoint" else None
        if isinstance(place, Bundle):
            exported += parse_bundle(data, place.width)
        elif isinstance(place, Tile):
            assert len(split_tile(data)) == place.width
    assert exported == entries
    assert open_checkpoint(files["checkpoint"], SIGNER.keys).checkpoint.size == 556


def test_a_later_export_holds_only_what_is_new() -> None:
    fill([300])
    add(some(10, 300))
    files: dict[str, bytes] = {}
    assert export_log(files.__setitem__, since=300) == 310
    assert set(files) == {"checkpoint", "tile/0/001.p/54", "tile/entries/001.p/54"}
    assert len(parse_bundle(files["tile/entries/001.p/54"], 54)) == 54


def test_a_checkpoint_shows_the_first_witnesses_only_and_stays_readable() -> None:
    fill([5])
    for number in range(MAX_WITNESSES + 2):
        party = f"X-{number:02}"
        witness = witness_signer(party)
        lines = witness.cosign(checkpoint(5).checkpoint, NOW + timedelta(seconds=number))
        keep_cosignatures(party, 5, print_cosignatures(lines), witness.keys)
    shown = open_checkpoint(checkpoint().data, SIGNER.keys)
    assert len(shown.note.signatures) == 2 + 2 * MAX_WITNESSES
    assert cosigned_at(shown, witness_signer("X-00").keys) == NOW
    assert verify_receipt(receipt(3), SIGNER.keys) == shown
