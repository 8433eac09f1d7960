# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list that is only ever added to and is shared by all states before and after it.

A meeting has thousands of events; copying a list of them for each would make every step dearer than the last. Here an
addition copies at most one block, so that a step costs the same at the end of a meeting as at its beginning.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar, overload

_T = TypeVar("_T")

_BLOCK: Final = 64


class Series(Sequence[_T], Generic[_T]):
    """An unchangeable sequence; `added` gives a longer one that shares the blocks of this one."""

    __slots__ = ("_full", "_last")

    def __init__(self, items: Iterable[_T] = ()) -> None:
        """Hold `items` in their order."""
        held = tuple(items)
        cut = len(held) - len(held) % _BLOCK
        self._full: tuple[tuple[_T, ...], ...] = tuple(
            held[start : start + _BLOCK] for start in range(0, cut, _BLOCK)
        )
        self._last: tuple[_T, ...] = held[cut:]

    def added(self, item: _T) -> "Series[_T]":
        """Give this sequence with `item` after it."""
        longer: Series[_T] = Series()
        last = (*self._last, item)
        if len(last) == _BLOCK:
            longer._full, longer._last = (*self._full, last), ()
        else:
            longer._full, longer._last = self._full, last
        return longer

    def __len__(self) -> int:
        return len(self._full) * _BLOCK + len(self._last)

    def __iter__(self) -> Iterator[_T]:
        for block in self._full:
            yield from block
        yield from self._last

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, index: int | slice) -> _T | tuple[_T, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        block, within = divmod(place, _BLOCK)
        return self._full[block][within] if block < len(self._full) else self._last[within]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Series):
            return NotImplemented
        return self._full == other._full and self._last == other._last

    def __hash__(self) -> int:
        return hash((self._full, self._last))

    def __repr__(self) -> str:
        return f"Series({tuple(self)!r})"
