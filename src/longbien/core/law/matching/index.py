# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scores provisions against questions by BM25 (Robertson and Zaragoza 2009), over any keys.

Only keys that a question asks for are kept, so that a code of thousands of provisions stays small in memory.
"""

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

K1: Final = 1.2
B: Final = 0.85
"""How soon repetition stops to count, and how much length does; laws mix one-line articles with pages."""
_SEEN_BY_MOST: Final = 0.5
"""A key in more than this share of the provisions tells nothing apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What each key is worth in each provision that has it: the positions and the worths by key, side by side."""

    size: int
    worth: Mapping[str, tuple[Sequence[int], Sequence[float]]]

    def scores(self, question: Mapping[str, float]) -> list[float]:
        """Give each provision's score for a question: keys with their weights."""
        found = [0.0] * self.size
        for key, weight in question.items():
            for at, worth in zip(*self.worth.get(key, ((), ())), strict=True):
                found[at] += weight * worth
        return found


class Postings:
    """The counted keys of provisions that come one by one, kept as numbers side by side: a hundred bytes less for each."""

    def __init__(self) -> None:
        self._by_key: dict[str, tuple[array[int], array[int]]] = {}
        self._lengths = array("q")

    def add(self, counts: Mapping[str, int], length: int) -> None:
        """Add the next provision: its counted keys and its length in keys, those not counted too."""
        at = len(self._lengths)
        self._lengths.append(length)
        for key, times in counts.items():
            held = self._by_key.get(key)
            if held is None:
                held = self._by_key[key] = (array("i"), array("i"))
            held[0].append(at)
            held[1].append(times)

    def index(self) -> Index:
        """Build the index of all that were added."""
        size = len(self._lengths)
        average = sum(self._lengths) / max(1, sum(1 for length in self._lengths if length)) or 1.0
        rooms = [K1 * (1 - B + B * length / average) for length in self._lengths]
        worth: dict[str, tuple[Sequence[int], Sequence[float]]] = {}
        for key, (places, counts) in self._by_key.items():
            many = len(places)
            if many <= max(2, _SEEN_BY_MOST * size):
                rarity = math.log(1 + (size - many + 0.5) / (many + 0.5))
                worths = (
                    rarity * times * (K1 + 1) / (times + rooms[at])
                    for at, times in zip(places, counts, strict=True)
                )
                worth[key] = (places, array("d", worths))
        return Index(size=size, worth=worth)


def build(counts: Iterable[Mapping[str, int]], lengths: Iterable[int]) -> Index:
    """Build an index from the counted keys of each provision and the length of each in keys."""
    postings = Postings()
    for one, length in zip(counts, lengths, strict=True):
        postings.add(one, length)
    return postings.index()
