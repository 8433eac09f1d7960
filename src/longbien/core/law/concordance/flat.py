# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A concordance as tables of texts: what a workbook's sheets hold, and back, without loss.

One table for each kind of value. A line has the keys of what it belongs to (the duty, the round and seat of an assessment, its place in
a list), then the value's members, each as a text. `values(lines(value)) == value` up to the order in which pieces are kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.law.concordance.shapes import SHAPES, Kind, Member
from longbien.core.law.concordance.table import (
    Assessment,
    Clause,
    Comment,
    Concordance,
    Dissent,
    ElementFinding,
    Evidence,
    Link,
    Need,
    OptionChoice,
    Row,
    SafeguardFinding,
    Suggestion,
    TextUsed,
)
from longbien.core.law.concordance.written import SCHEMA, read_concordance, read_value

YES: Final = "yes"
NO: Final = "no"

Line = Mapping[str, str]
"""One line of a sheet: texts by column."""
Lines = Mapping[str, tuple[Line, ...]]
"""The lines of each sheet by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table. `keys`: columns before the value's own; `within`: the list of its parent that it fills ("" : of the whole)."""

    name: str
    value: type
    keys: tuple[str, ...] = ()
    within: str = ""

    @property
    def members(self) -> tuple[Member, ...]:
        """Give the value's own columns."""
        return tuple(one for one in SHAPES[self.value].members if one.name not in self.keys)

    @property
    def columns(self) -> tuple[str, ...]:
        """Give all columns."""
        return (*self.keys, *(one.name for one in self.members))


_OF_ROW: Final = ("row", "place")
_OF_ASSESSMENT: Final = ("row", "round", "seat", "place")

SHEETS: Final = (
    Sheet(name="assessments", value=Assessment, keys=("row",), within="assessments"),
    Sheet(name="elements", value=ElementFinding, keys=_OF_ASSESSMENT, within="elements"),
    Sheet(name="options", value=OptionChoice, keys=_OF_ASSESSMENT, within="options"),
    Sheet(name="safeguards", value=SafeguardFinding, keys=_OF_ASSESSMENT, within="safeguards"),
    Sheet(name="evidence", value=Evidence, keys=_OF_ASSESSMENT, within="evidence"),
    Sheet(name="needs", value=Need, keys=_OF_ASSESSMENT, within="needs"),
    Sheet(name="clauses", value=Clause, keys=_OF_ROW, within="clauses"),
    Sheet(name="comments", value=Comment, keys=_OF_ROW, within="comments"),
    Sheet(name="dissents", value=Dissent, keys=_OF_ROW, within="dissents"),
    Sheet(name="links", value=Link, keys=_OF_ROW, within="links"),
    Sheet(name="rows", value=Row),
    Sheet(name="texts", value=TextUsed),
    Sheet(name="suggestions", value=Suggestion),
)
"""The sheets in their order: first what assessors fill in."""
BY_NAME: Final = MappingProxyType({sheet.name: sheet for sheet in SHEETS})
_DEEP: Final = tuple(sheet for sheet in SHEETS if sheet.keys == _OF_ASSESSMENT)
_IN_ROW: Final = tuple(sheet for sheet in SHEETS if sheet.keys == _OF_ROW)
HEADER: Final = ("id", "title", "state", "language", "as_of", "public")


def lines(value: Concordance) -> Lines:
    """Write a concordance as lines; the header is `header`'s."""
    found: dict[str, list[Line]] = {sheet.name: [] for sheet in SHEETS}
    found["rows"] = [_cells(row) for row in value.rows]
    found["texts"] = [_cells(one) for one in value.texts]
    found["suggestions"] = [_cells(one) for one in value.suggestions]
    for row in value.rows:
        for sheet in _IN_ROW:
            _add(found[sheet.name], {"row": row.id}, getattr(row, sheet.within))
        for one in row.assessments:
            found["assessments"].append({"row": row.id, **_cells(one)})
            keys = {"row": row.id, "round": str(one.round), "seat": one.seat.value}
            for sheet in _DEEP:
                _add(found[sheet.name], keys, getattr(one, sheet.within))
    return {name: tuple(items) for name, items in found.items()}


def header(value: Concordance) -> Line:
    """Write what a concordance has beside its rows."""
    return {
        "id": value.id,
        "title": value.title,
        "state": value.state,
        "language": value.language,
        "as_of": value.as_of.isoformat(),
        "public": YES if value.public else NO,
    }


def values(head: Line, tables: Lines) -> Concordance:
    """Read a concordance from its lines; MalformedError `law.book_cell` with sheet, line and column, `law.book_parent`, or the table's own."""
    flag = {YES: True, NO: False}
    written: dict[str, Json] = {
        "schema": SCHEMA,
        **{name: head.get(name, "") for name in HEADER if name != "public"},
        "public": flag.get(head.get("public", NO), False),
    }
    rows: dict[str, dict[str, Json]] = {}
    for line, item in _read(tables, "rows"):
        rows[line["id"]] = item
    said: dict[tuple[str, str, str], dict[str, Json]] = {}
    for line, item in _read(tables, "assessments"):
        said[line["row"], line["round"], line["seat"]] = item
        _parent(rows, line["row"], "assessments", line).setdefault("assessments", []).append(item)
    for sheet in _DEEP:
        for line, item in _read(tables, sheet.name):
            place = (line["row"], line["round"], line["seat"])
            _parent(said, place, sheet.name, line).setdefault(sheet.within, []).append(item)
    for sheet in _IN_ROW:
        for line, item in _read(tables, sheet.name):
            _parent(rows, line["row"], sheet.name, line).setdefault(sheet.within, []).append(item)
    written["texts"] = [item for _line, item in _read(tables, "texts")]
    written["suggestions"] = [item for _line, item in _read(tables, "suggestions")]
    written["rows"] = list(rows.values())
    return read_concordance(written)


def _add(into: list[Line], keys: Line, items: Sequence[object]) -> None:
    for place, one in enumerate(items, start=1):
        into.append({**keys, "place": str(place), **_cells(one)})


def _cells(value: object) -> dict[str, str]:
    return {member.name: _cell(getattr(value, member.name)) for member in SHAPES[type(value)].members}


def _cell(held: object) -> str:
    if held is None:
        return ""
    if isinstance(held, bool):
        return YES if held else NO
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, frozenset):
        return " ".join(sorted(str(one) for one in held))
    if isinstance(held, tuple):
        return "\n".join(str(one) for one in held)
    return str(held)


def _parent(held: Mapping[Any, dict[str, Json]], key: object, sheet: str, line: Line) -> dict[str, Any]:
    found = held.get(key)
    if found is None:
        raise MalformedError("law.book_parent", sheet=sheet, row=line.get("row", "")[:20])
    return found


def _read(tables: Lines, name: str) -> list[tuple[Line, dict[str, Json]]]:
    """Read a sheet's lines; those that are told by `place` in its order."""
    sheet = BY_NAME[name]
    found = []
    for number, line in enumerate(tables.get(name, ()), start=2):
        item: dict[str, Json] = {
            member.name: parsed
            for member in SHAPES[sheet.value].members
            if (parsed := _parsed(sheet, member, line.get(member.name, ""), number)) is not None
        }
        fields = Fields(dict(item))
        try:
            read_value(sheet.value, fields)
        except MalformedError as error:
            column = str(error.params.get("field", ""))
            raise MalformedError("law.book_cell", sheet=name, line=number, column=column) from error
        found.append((line, item))
    return found


def _parsed(sheet: Sheet, member: Member, text: str, number: int) -> Json:
    """Read a cell as JSON; None for one at its default."""
    shape = SHAPES[sheet.value]
    if text == "" and member.name in shape.defaults:
        return None
    if member.kind is Kind.FLAG:
        if text not in (YES, NO):
            raise MalformedError("law.book_cell", sheet=sheet.name, line=number, column=member.name)
        return text == YES
    if member.kind is Kind.NUMBER:
        if not (text.isascii() and text.isdecimal() and len(text) < 9):
            raise MalformedError("law.book_cell", sheet=sheet.name, line=number, column=member.name)
        return int(text)
    if member.kind is Kind.LINES:
        return [*text.split("\n")]
    if member.kind is Kind.CODES:
        return [*text.split()]
    return text
