# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ranges of segments behave like sets of numbers and have one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.evidence.ranges import Ranges, parse_ranges, ranges_of

SETS = st.sets(st.integers(0, 60))


@given(SETS, st.integers(0, 80))
def test_they_behave_like_sets(held: set[int], count: int) -> None:
    ranges = ranges_of(held)
    assert (list(ranges), len(ranges)) == (sorted(held), len(held))
    assert {index for index in range(-1, 90) if index in ranges} == held
    assert set(ranges.missing(count)) == set(range(count)) - held


@given(st.lists(st.integers(0, 40)))
def test_adding_one_by_one_gives_the_same(indices: list[int]) -> None:
    ranges = Ranges()
    for index in indices:
        ranges = ranges.add(index)
    assert ranges == ranges_of(indices)


@given(SETS)
def test_there_and_back(held: set[int]) -> None:
    ranges = ranges_of(held)
    value: Json = [[first, last] for first, last in ranges.value()]
    assert parse_ranges(value, count=61) == ranges


def test_an_answer_names_a_bounded_number() -> None:
    assert ranges_of(range(0, 100, 2)).value(limit=2) == [[0, 0], [2, 2]]


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        [[0]],
        [[0, 1, 2]],
        [[1, 0]],
        [[-1, 0]],
        [[0, 1], [2, 3]],  # no gap between
        [[0, 5], [3, 8]],
        [[4, 5], [0, 1]],
        [[0, 10]],  # beyond the part
        [[True, 1]],
        [[0.0, 1]],
        [["0", "1"]],
        [[0, 0]] * 10_001,
    ],
)
def test_any_other_spelling_is_refused(value: Json) -> None:
    with pytest.raises(MalformedError, match=r"evidence\.ranges"):
        parse_ranges(value, count=10)
