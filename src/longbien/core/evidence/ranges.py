# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which segments are held, as ranges: a cut transfer asks which are missing and hashes nothing again."""

from collections.abc import Iterator
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

    def __iter__(self) -> Iterator[int]:
        """Give the segments one by one, in order."""
        for first, last in self.pairs:
            yield from range(first, last + 1)

    def __len__(self) -> int:
        """Count the segments."""
        return sum(last - first + 1 for first, last in self.pairs)


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
