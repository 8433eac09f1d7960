# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which provision of one text is which of another: the same text first, then the same number, then the most alike.

Each step only looks at what the steps before have left, and at provisions that share rare pairs of words, so that the cost grows with the length of
the texts and not with its square.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from longbien.core.law.comparing.likeness import Print, likeness, share_within
from longbien.core.law.provisions.provision import Provision, number_key, number_of

ALIKE: Final = 500
"""Likeness from which two provisions are taken for one, whatever their numbers; below it, the same number settles what is left."""
WITHIN: Final = 600
"""The share of a provision that must stand in another for it to be a part of that one (split, merged)."""
_SHORTEST: Final = 4
"""Pairs of words that a provision needs to be looked for as a part."""
_RAREST: Final = 24
"""Pairs of words by which a provision looks for others like it: its rarest ones."""
_COMMON: Final = 40
"""A pair that more provisions have tells nothing."""
_CANDIDATES: Final = 8

Pairs = dict[int, int]
"""Positions of the first text, each with its position in the second."""


def pair(
    first: Sequence[Provision], second: Sequence[Provision], prints: tuple[Sequence[Print], Sequence[Print]]
) -> Pairs:
    """Pair the provisions of two texts one to one; what is left has no counterpart of its own."""
    found: Pairs = {}
    named = _named(first, second)
    _same_text(named, prints, found)
    _same_number(named, prints, found, least=ALIKE)
    _most_alike(prints, found)
    _same_number(named, prints, found, least=0)
    return found


def parts(
    left: Iterable[int], wholes: Iterable[int], prints: tuple[Sequence[Print], Sequence[Print]]
) -> dict[int, int]:
    """Find, for positions of the first text that are left, the position of the second in which most of each stands."""
    index = _index(wholes, prints[1])
    found: dict[int, int] = {}
    for place in left:
        if len(prints[0][place].pairs) < _SHORTEST:
            continue
        shares = [
            (share_within(prints[0][place], prints[1][other]), -abs(other - place), -other)
            for other in _candidates(prints[0][place], index)
        ]
        best = max(shares, default=(0, 0, 0))
        if best[0] >= WITHIN:
            found[place] = -best[2]
    return found


def numbers_of(provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Give the number of each provision, or its id without the law's code where none is printed; its whole id where a number comes twice."""
    keys = [number_key(number_of(one)) for one in provisions]
    often = Counter(keys)
    return tuple(
        key if often[key] == 1 else one.id.casefold() for key, one in zip(keys, provisions, strict=True)
    )


def _named(first: Sequence[Provision], second: Sequence[Provision]) -> Pairs:
    """Give the provisions that have the same id, or else the same number, whatever they say."""
    ids = {one.id: place for place, one in enumerate(second)}
    numbers = {number: place for place, number in enumerate(numbers_of(second))}
    found: Pairs = {}
    for place, (one, number) in enumerate(zip(first, numbers_of(first), strict=True)):
        other = ids.get(one.id, numbers.get(number))
        if other is not None:
            found[place] = other
    return found


def _same_text(named: Pairs, prints: tuple[Sequence[Print], Sequence[Print]], found: Pairs) -> None:
    """Pair provisions whose text is the same: first those of the same name, then the others in their order."""
    taken: set[int] = set()
    for place, other in named.items():
        if prints[0][place].level == prints[1][other].level and other not in taken:
            found[place] = other
            taken.add(other)
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for place, one in enumerate(prints[1]):
        if place not in taken and one.level:
            waiting[one.level].append(place)
    for place, one in enumerate(prints[0]):
        if place not in found and waiting.get(one.level):
            found[place] = waiting[one.level].popleft()


def _same_number(
    named: Pairs, prints: tuple[Sequence[Print], Sequence[Print]], found: Pairs, *, least: int
) -> None:
    """Pair what is left by its name, if it is at least so alike."""
    taken = set(found.values())
    for place, other in named.items():
        if place in found or other in taken:
            continue
        if likeness(prints[0][place], prints[1][other]) >= least:
            found[place] = other
            taken.add(other)


def _most_alike(prints: tuple[Sequence[Print], Sequence[Print]], found: Pairs) -> None:
    """Pair what is left by likeness, the most alike first; equal ones by nearness."""
    taken = set(found.values())
    left = [place for place in range(len(prints[0])) if place not in found]
    index = _index((place for place in range(len(prints[1])) if place not in taken), prints[1])
    rated = sorted(
        (-score, abs(other - place), place, other)
        for place in left
        for other in _candidates(prints[0][place], index)
        if (score := likeness(prints[0][place], prints[1][other])) >= ALIKE
    )
    for _, _, place, other in rated:
        if place not in found and other not in taken:
            found[place] = other
            taken.add(other)


def _index(places: Iterable[int], prints: Sequence[Print]) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place in places:
        for one in prints[place].pairs:
            found[one].append(place)
    return found


def _candidates(one: Print, index: Mapping[int, Sequence[int]]) -> list[int]:
    """Give the few provisions that share most of the rarest pairs of words."""
    rows = sorted((row for key in one.pairs if (row := index.get(key))), key=lambda row: (len(row), row))
    shared = Counter(place for row in rows[:_RAREST] if len(row) <= _COMMON for place in row)
    return [place for place, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]]
