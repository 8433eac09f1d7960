# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A concordance as a workbook (XLSX) to work on off line: a sheet for each part, lists to choose from, no formula, no macro.

The first row of a sheet holds the codes of its columns (hidden), the second their words; lines follow. A column whose code begins with `~`
is there to be read. Each piece has its stamp (`changes`), so that what comes back is compared piece by piece.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook

from longbien.core.law.concordance.changes import items, stamp
from longbien.core.law.concordance.codes import Safeguard, Seat
from longbien.core.law.concordance.flat import SHEETS, Line, Sheet, header, lines
from longbien.core.law.concordance.grid import ElementKind, grid, has_safeguards
from longbien.core.law.concordance.rounds import Move, may
from longbien.core.law.concordance.shapes import SHAPES, Kind
from longbien.core.law.concordance.table import (
    Assessment,
    Concordance,
    ElementFinding,
    OptionChoice,
    Row,
    SafeguardFinding,
)
from longbien.core.law.concordance.written import codes_of
from longbien.core.treaty.provisions.citation import cite_short
from longbien.core.treaty.provisions.convention import convention
from longbien.texts import phrase, translated, word

ABOUT: Final = "about"
FORMAT: Final = "longbien/concordance-book/1"
STAMP: Final = "stamp"
READ_ONLY: Final = "~"
FIRST_LINE: Final = 2
"""The first line with values, from 0: below codes and words."""
_LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
_BLANK: Final = 60
"""Empty lines that may be filled in below those that are there."""
_ADDED: Final = frozenset({"evidence", "needs", "clauses", "comments"})
_WORK: Final = frozenset({"assessments", "elements", "options", "safeguards", "evidence", "needs"})
_FIXED: Final = frozenset({"row", "round", "seat", "place", "author", "day", "element", "safeguard", "id"})
_WIDE: Final = frozenset(
    {"text", "gap", "risk", "note", "reason", "words", "effect_on_rights", "~convention", "~national"}
)
_TABLES: Final[Mapping[str, str]] = {
    "seat": "law_seat",
    "law": "law_coverage",
    "practice": "law_practice",
    "found": "law_found",
    "choice": "law_choice",
    "safeguard": "law_safeguard",
    "confidence": "law_confidence",
    "kind": "law_source",
    "origin": "law_origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What is written: the table as its reader may see it, for whom, on which day, in which language the words are."""

    value: Concordance
    who: str
    day: date
    language: str = "en"


def write_book(copy: Copy) -> bytes:
    """Write the workbook; the same copy is the same bytes."""
    value = prepared(copy)
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _LONG_AGO, "title": value.title})
    writer = _Writer(book, copy, value)
    writer.about()
    tables = lines(value)
    for sheet in SHEETS:
        writer.sheet(sheet, tables[sheet.name])
    writer.codes()
    book.close()
    return file.getvalue()


def prepared(copy: Copy) -> Concordance:
    """Give the table with a line for each assessment that the reader may still make, each element in it open."""
    return replace(copy.value, rows=tuple(_prepared(row, copy) for row in copy.value.rows))


def _prepared(row: Row, copy: Copy) -> Row:
    for move, seats in ((Move.ASSESS, (Seat.FIRST, Seat.SECOND)), (Move.REVIEW, (Seat.REVIEWER,))):
        seat = next((one for one in seats if getattr(row, one.value) == copy.who), None)
        if seat is not None and row.by(seat) is None and may(row, copy.who, move):
            return replace(row, assessments=(*row.assessments, _empty(row, seat, copy)))
    return row


def _empty(row: Row, seat: Seat, copy: Copy) -> Assessment:
    elements = grid(row.id)
    return Assessment(
        seat=seat,
        round=row.round,
        author=copy.who,
        day=copy.day,
        elements=tuple(
            ElementFinding(element=one.key) for one in elements if one.kind is not ElementKind.OPTIONAL
        ),
        options=tuple(
            OptionChoice(provision=one.provision, element=one.key)
            for one in elements
            if one.kind is ElementKind.OPTIONAL and one.provision is not None
        ),
        safeguards=tuple(SafeguardFinding(safeguard=one) for one in Safeguard if has_safeguards(row.id)),
    )


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, copy: Copy, value: Concordance) -> None:
        self.book, self.copy, self.value = book, copy, value
        self.rows = {row.id: row for row in value.rows}
        self.stamps = {name: stamp(one.value) for name, one in items(copy.value).items()}
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.locked = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#F2F2F2"})
        self.open = book.add_format({"text_wrap": True, "valign": "top", "locked": False, "num_format": "@"})

    def about(self) -> None:
        """Write what the workbook is."""
        sheet = self.book.add_worksheet(ABOUT)
        lang = self.copy.language
        facts = {
            "format": FORMAT,
            **header(self.value),
            "for": self.copy.who,
            "made": self.copy.day.isoformat(),
        }
        for place, (name, text) in enumerate(facts.items()):
            sheet.write_string(place, 0, name, self.bold)
            sheet.write_string(place, 1, text, self.locked)
        for place, code in enumerate(("how", "lists", "back"), start=len(facts) + 1):
            sheet.write_string(place, 1, translated(lang, f"law.book_{code}"), self.locked)
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 90)
        sheet.protect()

    def sheet(self, sheet: Sheet, held: Sequence[Line]) -> None:
        """Write one table."""
        made = self.book.add_worksheet(sheet.name)
        columns = [*sheet.columns, STAMP, *_READ.get(sheet.name, {})]
        for place, name in enumerate(columns):
            made.write_string(0, place, name)
            made.write_string(1, place, self._heading(name), self.bold)
            width = 46 if name in _WIDE else 18
            made.set_column(place, place, width, self.locked, {"hidden": name == STAMP})
        made.set_row(0, None, None, {"hidden": True})
        made.freeze_panes(FIRST_LINE, 2)
        for number, line in enumerate(held, start=FIRST_LINE):
            self._line(made, sheet, columns, number, line)
        end = FIRST_LINE + len(held)
        if sheet.name in _ADDED:
            for number in range(end, end + _BLANK):
                for place, name in enumerate(columns):
                    made.write_blank(
                        number, place, None, self.locked if name in (STAMP, "place") else self.open
                    )
            end += _BLANK
        self._lists(made, sheet, columns, end)
        made.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
        if held:
            made.autofilter(1, 0, end - 1, len(columns) - 1)
        if self.copy.language == "ar":
            made.right_to_left()

    def codes(self) -> None:
        """Write what the codes mean."""
        sheet = self.book.add_worksheet("codes")
        for number, (name, code) in enumerate(_code_lines()):
            sheet.write_string(number, 0, name, self.bold)
            sheet.write_string(number, 1, code, self.locked)
            sheet.write_string(number, 2, word(self.copy.language, _TABLES[name], code), self.locked)
        sheet.set_column(0, 1, 22)
        sheet.set_column(2, 2, 60)
        sheet.protect()

    def _line(self, made: Any, sheet: Sheet, columns: Sequence[str], number: int, line: Line) -> None:
        mine = self._may_write(sheet, line)
        reads = _READ.get(sheet.name, {})
        for place, name in enumerate(columns):
            if name in reads:
                text = reads[name](self, line)
            elif name == STAMP:
                text = self.stamps.get(_name(sheet, line), "")
            else:
                text = line.get(name, "")
            made.write_string(
                number,
                place,
                text,
                self.open
                if mine and name not in _FIXED and name != STAMP and name not in reads
                else self.locked,
            )

    def _may_write(self, sheet: Sheet, line: Line) -> bool:
        """Tell whether the reader fills in a line: the own finding of the present round, and who has a row."""
        if sheet.name in ("rows", "clauses"):
            return True
        if sheet.name not in _WORK:
            return False
        row = self.rows[line["row"]]  # type: ignore[index] # ids of duties are texts here
        return line["round"] == str(row.round) and getattr(row, line["seat"]) == self.copy.who

    def _lists(self, made: Any, sheet: Sheet, columns: Sequence[str], end: int) -> None:
        if end == FIRST_LINE:
            return
        for member in SHAPES[sheet.value].members:
            if member.kind in (Kind.CODE, Kind.FLAG):
                place = columns.index(member.name)
                listed = ["yes", "no"] if member.kind is Kind.FLAG else list(codes_of(member))
                rule = {"validate": "list", "source": listed, "ignore_blank": True}
                made.data_validation(FIRST_LINE, place, end - 1, place, rule)

    def _heading(self, name: str) -> str:
        return word(self.copy.language, "law_column", name.removeprefix(READ_ONLY))

    def convention(self, line: Line) -> str:
        """Give the paraphrase of a line's duty, marked as one."""
        duty = convention().duty(line.get("row") or line["id"])
        said = phrase(self.copy.language, duty.text)
        return f"{cite_short(duty.id)} {said} [{translated(self.copy.language, 'law.book_paraphrase')}]"

    def national(self, line: Line) -> str:
        """Give the national provisions that are linked to a line's duty."""
        row = self.rows[line["row"]]  # type: ignore[index] # ids of duties are texts here
        return "\n\n".join(f"{one.number or one.provision} {one.heading}\n{one.text}" for one in row.links)[
            :16_000
        ]

    def element(self, line: Line) -> str:
        """Give the words of a line's element."""
        wanted = line["element"]
        return next(
            (phrase(self.copy.language, one.words) for one in grid(line["row"]) if one.key == wanted), ""
        )


_READ: Final[Mapping[str, Mapping[str, Callable[[_Writer, Line], str]]]] = {
    "assessments": {"~convention": _Writer.convention, "~national": _Writer.national},
    "elements": {"~element": _Writer.element},
    "options": {"~element": _Writer.element},
    "rows": {"~convention": _Writer.convention},
}
"""Columns to be read beside those that are filled in."""


def _code_lines() -> Iterable[tuple[str, str]]:
    seen = set()
    for sheet in SHEETS:
        for member in SHAPES[sheet.value].members:
            if member.name in _TABLES and member.name not in seen:
                seen.add(member.name)
                yield from ((member.name, code) for code in codes_of(member))


def _name(sheet: Sheet, line: Line) -> str:
    """Give the name of the piece that a line is, as `changes.Item` has it; "" for a line that is part of one."""
    return item_name(sheet.name, line)


def item_name(sheet: str, line: Line) -> str:
    """Give the name of the piece that a line of a sheet is."""
    row = line.get("row", "")
    if sheet == "assessments":
        return f"assessment|{row}|{line['round']}|{line['seat']}"
    if sheet == "rows":
        return f"row|{line['id']}|"
    if sheet in ("clauses", "comments"):
        return f"{sheet[:-1]}|{row}|{line['id']}"
    if sheet == "dissents":
        return f"dissent|{row}|{line['round']}|{line['author']}"
    place = f"{line.get('law', '')}|{line.get('version', '')}|{line.get('provision', '')}"
    if sheet == "links":
        return f"link|{row}|{place}"
    return f"suggestion|{line['article']}|{place}" if sheet == "suggestions" else ""
