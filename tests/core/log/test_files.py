# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A log as files, checked by somebody who has no node: what was changed, is missing or does not belong there is named."""

import random
from collections.abc import Callable, Iterator

import pytest

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.log.cosign import add_cosignatures
from longbien.core.log.files import CheckedFiles, check_files
from longbien.core.log.merkle import Node
from longbien.core.log.note import print_vkey
from longbien.core.log.policy import Policy, parse_policy
from longbien.core.log.tiles import bundle_path, bundles_between, print_bundle, tile_path, tiles_between
from tests.authority import NOW
from tests.fuzz import mutate
from tests.logs import leaves, log_signer, signed, tree_of, witness_signer

SIGNER = log_signer("AT")
WITNESS = witness_signer("VN")
LEAVES = leaves(300)
Files = dict[str, bytes]


def policy(*, logs: tuple[str, ...] = (), quorum: str = "VN") -> Policy:
    mine = [print_vkey(key) for key in SIGNER.keys.keys]
    lines = [f"log {key}" for key in logs or mine]
    lines += [f"witness VN-{place} {print_vkey(key)}" for place, key in enumerate(WITNESS.keys.keys)]
    return parse_policy("\n".join([*lines, "group VN all VN-0 VN-1", f"quorum {quorum}", ""]).encode())


def exported() -> Files:
    found = signed(LEAVES, SIGNER)
    cosigned = add_cosignatures(found, WITNESS.cosign(found.checkpoint, NOW), WITNESS.keys)
    files = {"checkpoint": cosigned.data}
    whole = tree_of(LEAVES)
    for tile in tiles_between(0, 300):
        start = tile.number * 256
        nodes = [Node(8 * tile.level, start + place) for place in range(tile.width)]
        files[tile_path(tile)] = b"".join(whole.read(nodes))
    for bundle in bundles_between(0, 300):
        start = bundle.number * 256
        files[bundle_path(bundle)] = print_bundle(LEAVES[start : start + bundle.width])
    return files


def checked(files: Files, trusted: Policy | None = None) -> CheckedFiles:
    return check_files(files.keys(), files.__getitem__, trusted or policy())


def test_an_honest_log_is_sound_and_its_witnesses_are_named() -> None:
    found = checked(exported())
    assert (found.audit.is_sound, found.audit.size, found.audit.tiles) == (True, 300, 3)
    assert set(found.witnessed.cosigned) == {"VN-0", "VN-1"}


def test_tiles_of_earlier_exports_may_lie_beside() -> None:
    files = exported()
    files["tile/0/001.p/7"] = files["tile/0/001.p/44"][: 7 * 32]
    assert checked(files).audit.is_sound


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda files: files.pop("checkpoint"), "log.file_missing"),
        (lambda files: files.pop("tile/entries/001.p/44"), "log.file_missing"),
        (lambda files: files.update({"notes.txt": b""}), "log.tile_path_malformed"),
        (lambda files: files.update({"tile/entries/000": b"\0\1x"}), "log.bundle_malformed"),
        (lambda files: files.update({"checkpoint": signed(LEAVES, SIGNER).data}), "log.quorum_missing"),
        (
            lambda files: files.update({"checkpoint": signed(LEAVES, log_signer("VN")).data}),
            "log.origin_unknown",
        ),
    ],
)
def test_what_cannot_be_checked_is_refused(change: Callable[[Files], object], code: str) -> None:
    files = exported()
    change(files)
    with pytest.raises(LongBienError) as caught:
        checked(files)
    assert caught.value.code == code


def test_a_changed_leaf_and_a_changed_tile_are_found() -> None:
    files = exported()
    files["tile/entries/001.p/44"] = print_bundle([*LEAVES[256:299], LEAVES[0]])
    codes = {one.code for one in checked(files).audit.findings}
    assert {"log.audit_checkpoint_wrong", "log.audit_tile_wrong"} <= codes
    files = exported()
    files.pop("tile/1/000.p/1")
    assert "log.audit_tile_missing" in {one.code for one in checked(files).audit.findings}


@pytest.mark.fuzz
def test_no_mutated_file_passes(rounds: Iterator[random.Random]) -> None:
    good = exported()
    for chance in rounds:
        files = dict(good)
        path = chance.choice(sorted(files))
        files[path] = mutate(files[path], chance)
        try:
            found = checked(files)
        except (MalformedError, RefusedError):
            continue
        assert not found.audit.is_sound or path == "checkpoint" or files[path] == good[path]
