# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""BM25 as its authors wrote it, computed by hand for a small case."""

import math

from longbien.core.law.matching.index import K1, B, Postings, build


def test_a_key_is_worth_what_the_formula_says() -> None:
    index = build([{"a": 2}, {"b": 1}, {}, {}], [4, 2, 3, 3])
    rarity = math.log(1 + (4 - 1 + 0.5) / (1 + 0.5))
    room = K1 * (1 - B + B * 4 / 3)
    assert index.scores({"a": 0.5}) == [0.5 * rarity * 2 * (K1 + 1) / (2 + room), 0.0, 0.0, 0.0]


def test_a_key_that_most_provisions_have_is_not_asked() -> None:
    index = build([{"a": 1}, {"a": 1}, {"a": 1}, {}], [1, 1, 1, 1])
    assert index.scores({"a": 1.0}) == [0.0] * 4


def test_no_provision_gives_no_score() -> None:
    assert build([], []).scores({"a": 1.0}) == []


def test_postings_added_one_by_one_are_the_same_index() -> None:
    postings = Postings()
    postings.add({"a": 2, "b": 1}, 4)
    postings.add({"b": 3}, 3)
    postings.add({}, 0)
    built = build([{"a": 2, "b": 1}, {"b": 3}, {}], [4, 3, 0])
    question = {"b": 1.0, "a": 0.5, "c": 2.0}
    assert postings.index().scores(question) == built.scores(question)
