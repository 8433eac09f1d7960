# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two texts of a law beside each other: each provision of both exactly once, with what happened to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from longbien.core.law.comparing.arranging import in_order, other_chapter, out_of_order
from longbien.core.law.comparing.likeness import WHOLE, Print, likeness, prints_of
from longbien.core.law.comparing.pairing import Pairs, numbers_of, pair, parts
from longbien.core.law.provisions.provision import Provision


class Change(StrEnum):
    """What happened to a provision between two texts; several may have. None of them: nothing did."""

    CHANGED = "changed"
    """Its heading or text."""
    RENUMBERED = "renumbered"
    MOVED = "moved"
    """To another part or chapter, or to another place among its neighbours."""
    SPLIT = "split"
    """One provision became several."""
    MERGED = "merged"
    """Several became one."""
    ADDED = "added"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was, beside what is. `likeness` in thousandths; 0 for what was added or repealed."""

    before: tuple[Provision, ...]
    after: tuple[Provision, ...]
    changes: frozenset[Change]
    likeness: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All rows in the order of the later text, what was repealed where it stood; `counts` by kind of change, and `same` rows without any."""

    rows: tuple[Row, ...]
    counts: Mapping[Change, int]
    same: int

    def changed(self) -> tuple[Row, ...]:
        """Give the rows in which something happened."""
        return tuple(row for row in self.rows if row.changes)


def compare(first: Sequence[Provision], second: Sequence[Provision]) -> Comparison:
    """Compare two texts of a law."""
    prints = (prints_of(first), prints_of(second))
    pairs = pair(first, second, prints)
    split, merged = _parts(pairs, prints)
    moved = out_of_order(pairs) | other_chapter(first, second, pairs)
    numbers = (numbers_of(first), numbers_of(second))
    groups = _groups(pairs, split, merged, (len(first), len(second)))
    rows = []
    for old, new in in_order(groups, pairs):
        before, after = tuple(first[one] for one in old), tuple(second[one] for one in new)
        changes = _kinds(len(old), len(new))
        if len(old) == len(new) == 1:
            if (before[0].heading, before[0].text) != (after[0].heading, after[0].text):
                changes.add(Change.CHANGED)
            if old[0] in moved:
                changes.add(Change.MOVED)
            if numbers[0][old[0]] != numbers[1][new[0]] and before[0].id != after[0].id:
                changes.add(Change.RENUMBERED)
        alike = _likeness(old, new, prints)
        rows.append(Row(before=before, after=after, changes=frozenset(changes), likeness=alike))
    counts = Counter(change for row in rows for change in row.changes)
    ordered = {change: counts[change] for change in Change if counts[change]}
    return Comparison(rows=tuple(rows), counts=ordered, same=sum(not row.changes for row in rows))


def _kinds(old: int, new: int) -> set[Change]:
    """Tell by how many provisions stand on each side."""
    if not old:
        return {Change.ADDED}
    if not new:
        return {Change.REPEALED}
    return ({Change.SPLIT} if new > 1 else set()) | ({Change.MERGED} if old > 1 else set())


def _parts(
    pairs: Pairs, prints: tuple[Sequence[Print], Sequence[Print]]
) -> tuple[dict[int, int], dict[int, int]]:
    """Find what was split off (by position in the second text) and what was merged (by position in the first).

    Only from or into a provision that itself changed: one that kept its whole text lost and gained nothing.
    """
    taken = {new: old for old, new in pairs.items()}
    changed = {old for old, new in pairs.items() if prints[0][old].level != prints[1][new].level}
    left_old = [place for place in range(len(prints[0])) if place not in pairs]
    left_new = [place for place in range(len(prints[1])) if place not in taken]
    split = parts(left_new, sorted(changed), (prints[1], prints[0]))
    merged = parts(left_old, sorted(pairs[old] for old in changed), prints)
    return split, merged


def _groups(
    pairs: Pairs, split: dict[int, int], merged: dict[int, int], sizes: tuple[int, int]
) -> list[tuple[list[int], list[int]]]:
    """Put together what belongs in one row; what belongs to nothing stands alone."""
    groups: dict[int, tuple[list[int], list[int]]] = {old: ([old], [new]) for old, new in pairs.items()}
    owner = {new: old for old, new in pairs.items()}
    for new, old in split.items():
        groups[old][1].append(new)
    for old, new in merged.items():
        groups[owner[new]][0].append(old)
    found = [(sorted(old), sorted(new)) for old, new in groups.values()]
    found += [([old], []) for old in range(sizes[0]) if old not in pairs and old not in merged]
    found += [([], [new]) for new in range(sizes[1]) if new not in owner and new not in split]
    return found


def _likeness(old: Sequence[int], new: Sequence[int], prints: tuple[Sequence[Print], Sequence[Print]]) -> int:
    if not old or not new:
        return 0
    one, other = _united(old, prints[0]), _united(new, prints[1])
    return WHOLE if one.level == other.level else min(likeness(one, other), WHOLE - 1)


def _united(places: Sequence[int], prints: Sequence[Print]) -> Print:
    if len(places) == 1:
        return prints[places[0]]
    return Print(
        level=" ".join(prints[place].level for place in places),
        pairs=frozenset().union(*(prints[place].pairs for place in places)),
    )
