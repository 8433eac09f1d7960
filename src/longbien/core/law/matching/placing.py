# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a provision's place tells: it stands among provisions of its kind, and what suits every article suits none.

Rows are articles, columns are provisions in the order of their law; every function gives new rows.
"""

from collections.abc import Sequence
from typing import TypeAlias

Rows: TypeAlias = Sequence[Sequence[float]]


def level(rows: Rows, *, best: int = 10) -> list[list[float]]:
    """Make rows comparable: divide each by the mean of its `best` largest numbers."""
    found = []
    for row in rows:
        top = sorted(row, reverse=True)[:best]
        mean = sum(top) / len(top) if top else 0.0
        found.append([number / mean for number in row] if mean > 0 else list(row))
    return found


def mean_of(views: Sequence[Rows]) -> list[list[float]]:
    """Take the mean of several views of the same articles and provisions."""
    share = 1 / len(views)
    return [
        [share * sum(numbers) for numbers in zip(*rows, strict=True)] for rows in zip(*views, strict=True)
    ]


def among_neighbours(rows: Rows, laws: Sequence[str], *, share: float, reach: int) -> list[list[float]]:
    """Add to each number a share of its neighbours' in the same law, the nearer the more.

    Offences of one kind, powers of one procedure stand together in nearly every code.
    """
    found = [list(row) for row in rows]
    for distance in range(1, reach + 1):
        together = [at for at in range(len(laws) - distance) if laws[at] == laws[at + distance]]
        part = share / distance
        for new, row in zip(found, rows, strict=True):
            for at in together:
                new[at] += part * row[at + distance]
                new[at + distance] += part * row[at]
    return found


def apart(rows: Rows, *, share: float) -> list[list[float]]:
    """Take off each number a share of what the provision has on average: a long text shares words with every article."""
    if not rows:
        return []
    means = [share * sum(numbers) / len(rows) for numbers in zip(*rows, strict=True)]
    return [[number - mean for number, mean in zip(row, means, strict=True)] for row in rows]
