# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Held segments as ranges, and the end of a custody chain."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from longbien.store.models.evidence import EvidenceObject, EvidencePart, HeldRange
from longbien.store.queries.evidence import chain_end, hold_segment, is_held, missing_ranges

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LEAVES = 12

pytestmark = pytest.mark.django_db


def part() -> EvidencePart:
    number = EvidenceObject.objects.count()
    evidence = EvidenceObject.objects.create(
        object_id=f"{number:032x}",
        party="AT",
        manifest=b"",
        manifest_digest=f"{number:064x}",
        exercise=True,
        sealed_at=NOW,
    )
    return EvidencePart.objects.create(
        object=evidence, name="content", length=LEAVES << 20, leaves=LEAVES, root="0" * 64
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.integers(0, LEAVES - 1)))
def test_ranges_say_the_same_as_a_set(indexes: list[int]) -> None:
    found = part()
    held: set[int] = set()
    for index in indexes:
        assert hold_segment(found, index) is (index not in held)
        held.add(index)
    assert {index for index in range(LEAVES) if is_held(found, index)} == held
    assert found.held_count == len(held)
    gaps = missing_ranges(found)
    assert {index for first, last in gaps for index in range(first, last + 1)} == set(range(LEAVES)) - held


def test_neighbours_are_one_row() -> None:
    found = part()
    for index in (0, 2, 4, 3, 1):
        hold_segment(found, index)
    assert list(HeldRange.objects.values_list("first", "last")) == [(0, 4)]


def test_the_answer_is_bounded() -> None:
    found = part()
    for index in range(1, LEAVES, 2):
        hold_segment(found, index)
    assert missing_ranges(found, limit=2) == [(0, 0), (2, 2)]


def test_a_chain_starts_at_one() -> None:
    found = part().object
    assert (chain_end(found, "AT").number, chain_end(found, "AT").previous) == (1, "")
    found.custody.create(number=1, action="seal", party="AT", at=NOW, digest="a" * 64, envelope=b"")
    assert (chain_end(found, "AT").number, chain_end(found, "AT").previous) == (2, "a" * 64)
    assert chain_end(found, "VN").number == 1
