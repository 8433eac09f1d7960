# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Folders, and lists that stand in files of their own: the verifier names the member file and the segment."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from longbien.core.evidence.inner import Inner, Listed, Member, print_members
from tests.core.evidence.bundles import CONTENT, MIB, OBJECT, Case, anchors, build_case, check, put, rebag

FOLDER = f"data/evidence/{OBJECT}"
MEMBERS = (
    Member(path="a/first.log", offset=512, size=600_000),
    Member(path="b/second \u00e9.log", offset=601_600, size=500_000),
    Member(path="c/third.log", offset=1_102_336, size=1_600_000),
)
DIGESTS = b"".join(hashlib.sha256(CONTENT[: end + MIB]).digest() for end in range(0, len(CONTENT), MIB))


def listed(data: bytes, count: int) -> Listed:
    return Listed(count=count, sha256=hashlib.sha256(data).digest())


def as_folder(inner: Inner) -> Inner:
    return replace(inner, description=replace(inner.description, form="folder"), members=MEMBERS)


def apart(inner: Inner) -> Inner:
    folder = as_folder(inner)
    return replace(folder, running=listed(DIGESTS, 3), members=listed(print_members(MEMBERS), 3))


def folder_case(*, lists_apart: bool) -> Case:
    if not lists_apart:
        return build_case(change=as_folder)
    return replace(build_case(change=apart), digests=DIGESTS, members=print_members(MEMBERS))


@pytest.mark.parametrize("lists_apart", [False, True])
def test_a_folder_is_proven_and_a_changed_byte_names_its_file(tmp_path: Path, lists_apart: bool) -> None:
    found = folder_case(lists_apart=lists_apart)
    files = found.files()
    place = put(files, tmp_path)
    status, text = check(place, *anchors(found))
    assert status == 0, text
    assert "folder auth.log" in text
    for segment, name in ((0, "a/first.log"), (1, "b/second \u00e9.log"), (2, "c/third.log")):
        changed = bytearray(files[f"{FOLDER}/content"])
        changed[segment * MIB + 500_000] ^= 1
        (place / FOLDER / "content").write_bytes(changed)
        status, text = check(place, *anchors(found))
        assert status == 1
        assert f"{FOLDER}/content, segment {segment}:" in text
        assert f"inside the folder's file {name}" in text


@pytest.mark.parametrize("name", ["digests", "members"])
def test_a_list_that_is_not_the_sealed_one_is_wrong(tmp_path: Path, name: str) -> None:
    found = folder_case(lists_apart=True)
    files = found.files()
    path = f"{FOLDER}/{name}"
    for number, data in enumerate((files[path][:-1], files[path] + b"x", bytes(len(files[path])))):
        status, text = check(put(rebag({**files, path: data}), tmp_path / str(number)), *anchors(found))
        assert (status, f"{path}: it is not the one that was sealed" in text) == (1, True)
        assert "segment" not in text.split("\nHOLDS")[0]
    del files[path]
    status, text = check(put(rebag(files), tmp_path / "missing"), *anchors(found))
    assert (status, f"{path}: it is missing" in text) == (1, True)


@pytest.mark.parametrize("size", [0, 1, MIB - 1, MIB, MIB + 1])
def test_evidence_of_any_size(tmp_path: Path, size: int) -> None:
    found = build_case(content=CONTENT[:size])
    for sealed in (False, True):
        status, text = check(put(found.files(sealed=sealed), tmp_path / str(sealed)), *anchors(found))
        assert status == 0, text


def test_a_size_that_does_not_fit_the_payload_is_wrong(tmp_path: Path) -> None:
    """The sealed payload and the inner part belong together, signed or not."""
    found = build_case(content=CONTENT[:5000], change=lambda inner: replace(inner, size=4999))
    status, text = check(put(found.files(), tmp_path), *anchors(found))
    assert (status, "does not fit the sealed payload" in text) == (1, True)
