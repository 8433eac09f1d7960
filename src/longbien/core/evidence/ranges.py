# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which segments are held, as ranges: a cut transfer asks which are missing and hashes nothing again."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError

MAX_RANGES: Final = 10_000
"""How many ranges one answer may hold (docs/protocol/exchange.md)."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Segment numbers as pairs (first, last), in order, with a gap between any two."""

    pairs: tuple[tuple[int, int], ...] = ()

    def __contains__(self, index: int) -> bool:
        """Tell whether a segment is among them, in logarithmic time."""
        place = bisect_right(self.pairs, index, key=_first) - 1
        return place >= 0 and index <= self.pairs[place][1]

    def __iter__(self) -> Iterator[int]:
        """Give the segments one by one, in order."""
        for first, last in self.pairs:
            yield from range(first, last + 1)

    def __len__(self) -> int:
        """Count the segments."""
        return sum(last - first + 1 for first, last in self.pairs)

    def add(self, index: int) -> "Ranges":
        """Give the ranges with one more segment."""
        if index in self:
            return self
        place = bisect_right(self.pairs, index, key=_first)
        before, after = self.pairs[:place], self.pairs[place:]
        first = last = index
        if before and before[-1][1] == index - 1:
            first, before = before[-1][0], before[:-1]
        if after and after[0][0] == index + 1:
            last, after = after[0][1], after[1:]
        return Ranges((*before, (first, last), *after))

    def missing(self, count: int) -> "Ranges":
        """Give the segments of 0 to `count` - 1 that are not among these."""
        gaps: list[tuple[int, int]] = []
        position = 0
        for first, last in self.pairs:
            if first > position:
                gaps.append((position, min(first, count) - 1))
            position = last + 1
            if position >= count:
                break
        if position < count:
            gaps.append((position, count - 1))
        return Ranges(tuple(gap for gap in gaps if gap[0] <= gap[1]))

    def value(self, *, limit: int = MAX_RANGES) -> list[list[int]]:
        """Give the first `limit` ranges as JSON holds them."""
        return [[first, last] for first, last in self.pairs[:limit]]


def ranges_of(indices: Iterable[int]) -> Ranges:
    """Collect segment numbers, which come in any order and may repeat."""
    pairs: list[tuple[int, int]] = []
    for index in sorted(set(indices)):
        if pairs and pairs[-1][1] == index - 1:
            pairs[-1] = (pairs[-1][0], index)
        else:
            pairs.append((index, index))
    return Ranges(tuple(pairs))


def parse_ranges(value: Json, *, count: int) -> Ranges:
    """Read ranges within 0 to `count` - 1; MalformedError `evidence.ranges` unless they are in order with gaps between."""
    if not isinstance(value, list) or len(value) > MAX_RANGES:
        raise MalformedError("evidence.ranges")
    pairs = [_pair(item) for item in value]
    limits = [-1, *(last + 1 for _, last in pairs)]
    if any(first <= limit for (first, _), limit in zip(pairs, limits, strict=False)):
        raise MalformedError("evidence.ranges")
    if pairs and pairs[-1][1] >= count:
        raise MalformedError("evidence.ranges")
    return Ranges(tuple(pairs))


def _pair(item: Json) -> tuple[int, int]:
    match item:
        case [int(first), int(last)] if _plain(first, last) and 0 <= first <= last:
            return first, last
    raise MalformedError("evidence.ranges")


def _plain(*numbers: int) -> bool:
    return not any(isinstance(number, bool) for number in numbers)


def _first(pair: Sequence[int]) -> int:
    return pair[0]
