# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scores provisions against questions by BM25 (Robertson and Zaragoza 2009), over any keys.

Only keys that a question asks for are kept, so that a code of thousands of provisions stays small in memory.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

K1: Final = 1.2
B: Final = 0.85
"""How soon repetition stops to count, and how much length does; laws mix one-line articles with pages."""
_SEEN_BY_MOST: Final = 0.5
"""A key in more than this share of the provisions tells nothing apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What each key is worth in each provision that has it: `(position, worth)` pairs by key."""

    size: int
    worth: Mapping[str, Sequence[tuple[int, float]]]

    def scores(self, question: Mapping[str, float]) -> list[float]:
        """Give each provision's score for a question: keys with their weights."""
        found = [0.0] * self.size
        for key, weight in question.items():
            for at, worth in self.worth.get(key, ()):
                found[at] += weight * worth
        return found


def build(counts: Sequence[Mapping[str, int]], lengths: Sequence[int]) -> Index:
    """Build an index from the counted keys of each provision and the length of each in keys."""
    size = len(counts)
    in_how_many = Counter(key for one in counts for key in one)
    average = sum(lengths) / max(1, sum(1 for length in lengths if length)) or 1.0
    rarity = {
        key: math.log(1 + (size - many + 0.5) / (many + 0.5))
        for key, many in in_how_many.items()
        if many <= max(2, _SEEN_BY_MOST * size)
    }
    worth: dict[str, list[tuple[int, float]]] = {key: [] for key in rarity}
    for at, (one, length) in enumerate(zip(counts, lengths, strict=True)):
        room = K1 * (1 - B + B * length / average)
        for key, times in one.items():
            if key in rarity:
                worth[key].append((at, rarity[key] * times * (K1 + 1) / (times + room)))
    return Index(size=size, worth=worth)
