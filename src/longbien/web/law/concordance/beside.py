# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the seats of a row found, side by side, and what a change changed: values for templates, without a request or a reader.

Template tags are loaded by the live door, too, which has no sign-in: nothing here may need one.
"""

import json
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.law.concordance.codes import Seat
from longbien.core.law.concordance.grid import grid
from longbien.core.law.concordance.table import Assessment, Row

_SEATS: Final = tuple(Seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One line of what was found, side by side: what it is about, and what each seat found (None: not in, or not looked at)."""

    table: str
    kind: str
    words: str
    cells: tuple[tuple[str, str, str], ...]
    """For each seat that is in: the table of words, the code found, the words of the law."""
    differs: bool


def beside(row: Row) -> list[Beside]:
    """Set what the seats found side by side: law, practice, each element, each safeguard."""
    said = [one for seat in _SEATS if (one := row.by(seat)) is not None]
    if not said:
        return []
    lines = [
        _line("law_coverage", "law", "", [(one.law.value, "") for one in said]),
        _line("law_practice", "practice", "", [(one.practice.value, "") for one in said]),
    ]
    for element in grid(row.id):
        cells = [_element(one, element.key) for one in said]
        if any(code for code, _words in cells):
            lines.append(_line("law_found", element.kind.value, element.words, cells))
    for safeguard in dict.fromkeys(item.safeguard for one in said for item in one.safeguards):
        cells = [
            next(
                ((item.found.value, item.words) for item in one.safeguards if item.safeguard is safeguard),
                ("", ""),
            )
            for one in said
        ]
        lines.append(_line("law_found", safeguard.value, "", cells))
    return lines


def _element(one: Assessment, key: str) -> tuple[str, str]:
    found = next(((item.found.value, item.words) for item in one.elements if item.element == key), None)
    if found is not None:
        return found
    choice = next((item for item in one.options if item.element == key), None)
    return (choice.choice.value, choice.reason) if choice is not None else ("", "")


def _line(table: str, kind: str, words: str, cells: list[tuple[str, str]]) -> Beside:
    codes = {code for code, _said in cells if code and code != "open"}
    tables = [("law_choice" if kind == "optional" else table, code, said) for code, said in cells]
    return Beside(table=table, kind=kind, words=words, cells=tuple(tables), differs=len(codes) > 1)


def changed_members(before: Json, after: Json) -> list[tuple[str, str, str]]:
    """Give the members that changed, each before and after, as texts."""
    old, new = (one if isinstance(one, dict) else {} for one in (before, after))
    return [
        (name, _plain(old.get(name)), _plain(new.get(name)))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    ]


def _plain(value: Json) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
