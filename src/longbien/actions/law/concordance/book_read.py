# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a workbook that comes back: judged from outside before it is opened, then sheet by sheet; nothing is calculated, nothing is guessed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from longbien.actions.foreign_book import Limits, foreign_book
from longbien.actions.law.concordance.book import ABOUT, FORMAT, READ_ONLY, STAMP, item_name
from longbien.core.base.errors import MalformedError
from longbien.core.base.package import Fault
from longbien.core.law.concordance.changes import NEW, Item, touched
from longbien.core.law.concordance.flat import HEADER, SHEETS, Line, Sheet, values
from longbien.core.law.concordance.table import Concordance

MOST_BYTES: Final = 16 * 1024 * 1024
_LIMITS: Final = Limits(
    size=MOST_BYTES,
    unpacked=64 * 1024 * 1024,
    faults=MappingProxyType(
        {
            Fault.LARGE: "law.book_large",
            Fault.MACRO: "law.book_macro",
            Fault.KIND: "law.book_kind",
            Fault.DECLARES: "law.book_broken",
            Fault.BROKEN: "law.book_broken",
        }
    ),
)
_MOST_LINES: Final = 60_000
_MORE_COLUMNS: Final = 8
_LONGEST: Final = 32_767
_ABOUT_LINES: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What came back: of which concordance, made for whom, the table in it, and the pieces that were touched."""

    value: Concordance
    made_for: str
    touched: tuple[Item, ...]


def read_book(data: bytes) -> Book:
    """Read a workbook; MalformedError `law.book_kind` (not one of ours), `law.book_formula`, `law.book_sheet`, `law.book_cell`, `law.book_parent`, `law.book_large`, `law.book_macro`, `law.book_broken`, and those of a table."""
    with foreign_book(data, _LIMITS) as book:
        about = _about(book)
        tables = {sheet.name: tuple(_lines(book, sheet)) for sheet in SHEETS}
    filled = _filled(tables, about)
    value = values({name: about.get(name, "") for name in HEADER}, filled)
    stamps = {
        item_name(name, line): line[STAMP]
        for name, held in filled.items()
        for line in held
        if line.get(STAMP) and item_name(name, line)
    }
    return Book(value=value, made_for=about.get("for", ""), touched=touched(value, stamps))


def _about(book: Any) -> dict[str, str]:
    if ABOUT not in book.sheetnames:
        raise MalformedError("law.book_kind")
    found: dict[str, str] = {}
    for row in book[ABOUT].iter_rows(max_row=_ABOUT_LINES, max_col=2):
        cells = [_text(cell, ABOUT) for cell in row]
        if len(cells) == 2 and cells[0]:
            found[cells[0]] = cells[1]
    if found.get("format") != FORMAT:
        raise MalformedError("law.book_kind")
    return found


def _lines(book: Any, sheet: Sheet) -> Iterator[Line]:
    if sheet.name not in book.sheetnames:
        raise MalformedError("law.book_sheet", sheet=sheet.name)
    rows = book[sheet.name].iter_rows(max_row=_MOST_LINES + 3, max_col=len(sheet.columns) + _MORE_COLUMNS)
    columns: Sequence[str] = ()
    for number, row in enumerate(rows):
        if number > _MOST_LINES:
            raise MalformedError("law.book_large", limit=MOST_BYTES // 1024)
        cells = [_text(cell, sheet.name) for cell in row]
        if number == 0:
            columns = cells
            if not {*sheet.columns, STAMP} <= set(columns) or len(set(filter(None, columns))) != len(
                [one for one in columns if one]
            ):
                raise MalformedError("law.book_sheet", sheet=sheet.name)
        elif number > 1 and any(
            text for name, text in zip(columns, cells, strict=False) if not name.startswith(READ_ONLY)
        ):
            named = zip(columns, cells, strict=False)
            yield {name: text for name, text in named if name and not name.startswith(READ_ONLY)}


def _text(cell: Any, sheet: str) -> str:
    """Give a cell as text; a day that a spreadsheet made of a text is a day again, a whole number has no point."""
    held = cell.value
    if getattr(cell, "data_type", "") == "f":
        raise MalformedError("law.book_formula", sheet=sheet)
    if held is None:
        return ""
    if isinstance(held, datetime):
        return held.date().isoformat()
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, float) and math.isfinite(held) and held == int(held):
        return str(int(held))
    text = str(held).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _LONGEST:
        raise MalformedError("law.book_sheet", sheet=sheet)
    return text


def _filled(tables: Mapping[str, tuple[Line, ...]], about: Mapping[str, str]) -> dict[str, tuple[Line, ...]]:
    """Fill in what a new line leaves out: whose finding it belongs to, an id, an author, a day."""
    who, day = about.get("for", ""), about.get("made", "")
    seats = {
        (line["row"], line["author"]): line for line in tables["assessments"] if line.get("author") == who
    }
    found: dict[str, tuple[Line, ...]] = {}
    for name, held in tables.items():
        made = []
        for number, line in enumerate(held):
            one = dict(line)
            if "seat" in one and not one["seat"] and (mine := seats.get((one.get("row", ""), who))):
                one |= {"seat": mine["seat"], "round": mine["round"]}
            if name in ("clauses", "comments") and not one[STAMP]:
                one["id"] = one["id"] or f"{NEW}{number}"
                one["author"] = one["author"] or who
                one["day"] = one["day"] or day
            made.append(one)
        found[name] = tuple(made)
    return found
