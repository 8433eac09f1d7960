# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ranges of segments behave like sets of numbers and have one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.evidence.ranges import parse_ranges

SETS = st.sets(st.integers(0, 60))


def pairs_of(indices: set[int]) -> list[Json]:
    """Write a set of numbers as ranges: neighbours in one."""
    pairs: list[list[int]] = []
    for index in sorted(indices):
        if pairs and pairs[-1][1] == index - 1:
            pairs[-1][1] = index
        else:
            pairs.append([index, index])
    return [list(pair) for pair in pairs]


@given(SETS)
def test_they_behave_like_sets(held: set[int]) -> None:
    ranges = parse_ranges(pairs_of(held), count=61)
    assert (list(ranges), len(ranges)) == (sorted(held), len(held))


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
