# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours of the same law lend to each other; what suits every article is taken off."""

from longbien.core.law.matching.placing import among_neighbours, apart, level, mean_of


def test_neighbours_lend_the_less_the_farther_they_stand_and_never_across_laws() -> None:
    found = among_neighbours([[8.0, 0.0, 0.0, 0.0]], ["A", "A", "A", "B"], share=0.5, reach=3)
    assert found == [[8.0, 4.0, 2.0, 0.0]]


def test_the_mean_over_articles_is_taken_off() -> None:
    assert apart([[4.0, 2.0], [0.0, 2.0]], share=0.5) == [[3.0, 1.0], [-1.0, 1.0]]
    assert apart([], share=0.5) == []


def test_rows_are_levelled_by_their_best_numbers() -> None:
    assert level([[4.0, 2.0, 0.0], [0.0, 0.0, 0.0]], best=2) == [[4 / 3, 2 / 3, 0.0], [0.0, 0.0, 0.0]]


def test_views_are_averaged() -> None:
    assert mean_of([[[1.0, 3.0]], [[3.0, 5.0]]]) == [[2.0, 4.0]]
