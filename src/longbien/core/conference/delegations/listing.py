# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A delegation's list, as it comes with a note verbale: rows of cells become members, or all flaws are told at once.

Rule 18 (default profile): credentials and the names of the delegation go to the secretariat. A list may have a heading in
any of seven languages; without one, its columns stand in the order of `delegations/list.yaml`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.conference.delegations.functions import Function
from longbien.core.conference.delegations.words import folded, words

MOST_ROWS: Final = 400
MOST_CELLS: Final = 40
LONGEST: Final = MappingProxyType({"family_name": 120, "given_name": 120, "post": 200, "email": 254})
_EMAIL: Final = re.compile(r"[^@\s<>,;:\"()\[\]\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?")
_CALCULATED: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How no name begins; a spreadsheet would calculate it when the list is given out again."""
_EASTERN: Final = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_DIRECTING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person of a list. `line`: the row in which the person stands, from 1."""

    family_name: str
    given_name: str = ""
    post: str = ""
    email: str = ""
    function: Function = Function.DELEGATE
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Give what makes two entries the same person: the names, folded."""
        return folded(self.family_name), folded(self.given_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFlaw:
    """What is wrong with one row (0: with the whole list). `code` has its sentence; `params` are its values."""

    code: str
    line: int = 0
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


class ListError(MalformedError):
    """A list that is not taken: all flaws together, and nobody was registered."""

    def __init__(self, flaws: Sequence[ListFlaw]) -> None:
        """Keep the flaws; the sentence counts them and names the first line."""
        super().__init__("conference.list_flawed", count=len(flaws), line=flaws[0].line)
        self.flaws = tuple(flaws)


def read_list(rows: Sequence[Sequence[str]], *, default: Function = Function.DELEGATE) -> tuple[Member, ...]:
    """Read a list; ListError with every flaw.

    `default`: the function of a person for whom the list names none.
    """
    if len(rows) > MOST_ROWS or any(len(row) > MOST_CELLS for row in rows):
        large = _flaw("list_size", 0, rows=MOST_ROWS, columns=MOST_CELLS)
        raise ListError([large])
    filled = [(line, row) for line, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    columns, body = _heading(filled)
    flaws: list[ListFlaw] = []
    found = tuple(_member(line, row, columns, default, flaws) for line, row in body)
    if not found:
        flaws.append(_flaw("list_empty", 0))
    flaws += _together(found)
    if flaws:
        raise ListError(sorted(flaws, key=lambda one: one.line))
    return found


def full_name(family_name: str, given_name: str) -> str:
    """Write a name in one line: the family name last, in Chinese, Japanese and Korean letters first and without a space."""
    if family_name and all(_is_eastern(letter) for letter in family_name):
        return f"{family_name}{given_name}"
    return " ".join(one for one in (given_name, family_name) if one)


def _is_eastern(letter: str) -> bool:
    return any(start <= letter <= end for start, end in _EASTERN)


def heads(members: Iterable[Member]) -> tuple[Member, ...]:
    """Give those whom a list calls head."""
    return tuple(one for one in members if one.function is Function.HEAD)


def _heading(
    rows: Sequence[tuple[int, Sequence[str]]],
) -> tuple[Sequence[str], Sequence[tuple[int, Sequence[str]]]]:
    """Give the column of each cell, and the rows below the heading if there is one (two known words make one)."""
    known = words()
    if rows:
        named = [known.columns.get(folded(cell), "") for cell in rows[0][1]]
        if sum(1 for one in named if one) >= 2 or [one for one in named if one] == ["name"]:
            return named, rows[1:]
    return known.order, rows


def _member(
    line: int, row: Sequence[str], columns: Sequence[str], default: Function, flaws: list[ListFlaw]
) -> Member:
    cells: dict[str, str] = {}
    for column, cell in zip(columns, row, strict=False):
        text = _clean(cell)
        if column and text:
            cells.setdefault("family_name" if column == "name" else column, text)
    flaws += _wrong(line, cells)
    said = cells.get("function", "")
    function = words().functions.get(folded(said)) if said else default
    if function is None:
        flaws.append(_flaw("list_function", line, function=said[:60]))
    return Member(
        family_name=cells.get("family_name", ""),
        given_name=cells.get("given_name", ""),
        post=cells.get("post", ""),
        email=cells.get("email", ""),
        function=function or default,
        line=line,
    )


def _clean(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())


def _wrong(line: int, cells: Mapping[str, str]) -> list[ListFlaw]:
    found = []
    if not cells.get("family_name"):
        found.append(_flaw("list_name", line))
    for column, limit in LONGEST.items():
        text = cells.get(column, "")
        if len(text) > limit:
            found.append(_flaw("list_long", line, column=column, limit=limit))
        elif text.startswith(_CALCULATED) or any(_strange(letter) for letter in text):
            found.append(_flaw("list_letters", line, column=column))
    email = cells.get("email", "")
    if email and _EMAIL.fullmatch(email) is None:
        found.append(_flaw("list_email", line, email=email[:80]))
    return found


def _strange(letter: str) -> bool:
    """Tell whether a letter has no place in a name: controls, unassigned ones, what turns the direction of a line."""
    return letter in _DIRECTING or unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _together(members: Sequence[Member]) -> list[ListFlaw]:
    """Find what is wrong only when the rows are read together: somebody twice, two heads."""
    count = Counter(one.key for one in members if one.family_name)
    seen: set[tuple[str, str]] = set()
    found = []
    for one in members:
        if count[one.key] > 1 and one.key in seen:
            found.append(
                _flaw("list_twice", one.line, name=f"{one.given_name} {one.family_name}".strip()[:80])
            )
        seen.add(one.key)
    found += [_flaw("list_two_heads", one.line) for one in heads(members)[1:]]
    return found


def _flaw(code: str, line: int, /, **params: str | int) -> ListFlaw:
    return ListFlaw(code=f"conference.{code}", line=line, params=MappingProxyType(params))
