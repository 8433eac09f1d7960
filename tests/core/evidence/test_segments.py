# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Segments: each is proved alone to the signed root; a flipped bit names its segment."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.evidence.segments import (
    SEGMENT_BYTES,
    Part,
    SegmentTree,
    check_leaf_hashes,
    segment_count,
    segment_span,
    verify_segment,
)
from longbien.core.log.merkle import Tree, leaf_hash
from tests.core.evidence.material import MIB, content, seal

SEALED, PAYLOAD = seal(content(5 * MIB + 12_345))
PART = SEALED.content.part
TREE = SegmentTree(SEALED.content.leaf_hashes)


def segment(index: int) -> bytes:
    return PAYLOAD[slice(*segment_span(PART.length, index))]


def hashes(count: int) -> list[bytes]:
    return [hashlib.sha256(b"%d" % number).digest() for number in range(count)]


@given(st.integers(1, 200))
def test_the_tree_over_stored_hashes_is_the_tree_of_the_log(count: int) -> None:
    leaves = hashes(count)
    stored, known = SegmentTree(b"".join(leaves)), Tree(leaves)
    assert (stored.size, stored.root()) == (count, known.root())
    for index in {0, count // 2, count - 1}:
        assert stored.path(index) == known.inclusion_path(index)


def test_each_segment_is_proved_alone() -> None:
    assert [leaf_hash(segment(index)) for index in range(PART.leaves)] == [
        verify_segment(PART, index, TREE.path(index), segment(index)) for index in range(PART.leaves)
    ]


@given(st.integers(0, len(PAYLOAD) - 1), st.integers(0, 7))
@settings(max_examples=30, deadline=None)
def test_a_flipped_bit_names_its_segment(place: int, bit: int) -> None:
    index = place // SEGMENT_BYTES
    changed = bytearray(segment(index))
    changed[place % SEGMENT_BYTES] ^= 1 << bit
    with pytest.raises(RefusedError) as caught:
        verify_segment(PART, index, TREE.path(index), bytes(changed))
    assert (caught.value.code, caught.value.params) == (
        "evidence.segment_damaged",
        {"part": "content", "segment": index},
    )


@given(st.integers(0, PART.leaves - 1), st.integers(0, PART.leaves - 1))
def test_no_segment_passes_for_another(index: int, other: int) -> None:
    if index == other:
        return
    for data, path in ((segment(other), TREE.path(index)), (segment(index), TREE.path(other))):
        with pytest.raises(RefusedError):
            verify_segment(PART, index, path, data)


@pytest.mark.parametrize(
    ("index", "data", "code"),
    [
        (PART.leaves, b"x", "evidence.segment_unknown"),
        (-1, b"x", "evidence.segment_unknown"),
        (0, b"x", "evidence.segment_length"),
        (PART.leaves - 1, bytes(MIB), "evidence.segment_length"),
    ],
)
def test_a_segment_that_the_part_does_not_have_is_refused(index: int, data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        verify_segment(PART, index, (), data)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "path", [(), TREE.path(0)[:-1], (*TREE.path(0), bytes(32)), (b"short",), (bytes(32),) * 70]
)
def test_a_path_of_another_shape_is_refused(path: tuple[bytes, ...]) -> None:
    with pytest.raises(RefusedError, match=r"evidence\.segment_damaged"):
        verify_segment(PART, 0, path, segment(0))


def test_stored_hashes_are_held_to_the_root() -> None:
    check_leaf_hashes(PART, SEALED.content.leaf_hashes)
    for wrong in (SEALED.content.leaf_hashes[32:], bytes(len(SEALED.content.leaf_hashes)), b""):
        with pytest.raises(RefusedError, match=r"evidence\.leaf_hashes_differ"):
            check_leaf_hashes(PART, wrong)
    for wrong in (b"", bytes(33)):
        with pytest.raises(MalformedError, match=r"evidence\.leaf_hashes"):
            SegmentTree(wrong)
    for index in (-1, TREE.size):
        with pytest.raises(RefusedError, match=r"evidence\.segment_unknown"):
            TREE.path(index)


@given(st.integers(-1, 10 * MIB), st.integers(-1, 12), st.binary(min_size=31, max_size=33))
def test_a_part_has_a_geometry_that_a_payload_can_have(length: int, leaves: int, root: bytes) -> None:
    try:
        part = Part(name="content", length=length, leaves=leaves, root=root)
    except MalformedError:
        return
    assert part.leaves == segment_count(length)
    assert part.length >= 32


def test_lengths_that_no_payload_has_are_refused() -> None:
    for length in (0, 31, 16 + 65_552 + 16, 16 + 65_552 + 15):
        with pytest.raises(MalformedError, match=r"evidence\.part_geometry"):
            replace(PART, length=length, leaves=segment_count(length))
