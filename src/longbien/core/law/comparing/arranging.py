# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What moved between two texts, and in which order their rows are read."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from longbien.core.law.comparing.pairing import Pairs
from longbien.core.law.provisions.provision import Provision

Group = tuple[list[int], list[int]]
"""Positions in the first and in the second text that belong in one row."""


def out_of_order(pairs: Pairs) -> set[int]:
    """Give the positions of the first text whose provisions left their place among their neighbours: as few as explain the order."""
    old = sorted(pairs)
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in old:
        rank = bisect_left(tails, pairs[place])
        before[place] = ends[rank - 1] if rank else None
        if rank == len(tails):
            tails.append(pairs[place])
            ends.append(place)
        else:
            tails[rank], ends[rank] = pairs[place], place
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return set(old) - kept


def other_chapter(first: Sequence[Provision], second: Sequence[Provision], pairs: Pairs) -> set[int]:
    """Give the positions whose provisions stand below other headings now. A chapter that was renamed has moved nothing."""
    known = {one.path for one in second}
    went: dict[tuple[str, ...], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for old, new in pairs.items():
        went[first[old].path][second[new].path] += 1
    expected = {
        path: path if path in known else min(counts.items(), key=lambda item: (-item[1], item[0]))[0]
        for path, counts in went.items()
    }
    return {old for old, new in pairs.items() if second[new].path != expected[first[old].path]}


def in_order(groups: Iterable[Group], pairs: Pairs) -> list[Group]:
    """Order rows by the second text; what is gone from it stands after what came before it in the first."""
    stayed = sorted(set(pairs) - out_of_order(pairs))
    places = [pairs[place] for place in stayed]

    def place(group: Group) -> tuple[int, int, int]:
        old, new = group
        if new:
            return new[0], 0, 0
        rank = bisect_right(stayed, old[0])
        return (places[rank - 1] if rank else -1), 1, old[0]

    return sorted(groups, key=place)
