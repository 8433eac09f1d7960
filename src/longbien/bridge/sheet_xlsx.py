# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as XLSX, for a reader who sorts and filters: a worksheet for each part, tables with the same head joined into one.

Every cell is text or a number, never a formula or a link; no worksheet, row or column is hidden.
"""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from longbien.bridge.sheet_paper import SPOKEN, runs_from_right
from longbien.core.base.sheet import Row, Section, Sheet

_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_LONGEST_CELL: Final = 32_000
_WIDTH: Final = 110
"""Characters beside each other on a worksheet."""
_FIRST_WIDTH: Final = 34


def write_xlsx(sheet: Sheet) -> bytes:
    """Write the paper; the same paper is the same bytes."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime(sheet.on.year, sheet.on.month, sheet.on.day, tzinfo=UTC)
    book.set_properties({"title": sheet.title, "author": "Long Biên", "created": made})
    writer = _Writer(book, sheet)
    for part in _parts(sheet.sections):
        writer.part(part)
    book.close()
    return file.getvalue()


def _parts(sections: tuple[Section, ...]) -> list[list[Section]]:
    """Put the sections together with those below them."""
    found: list[list[Section]] = []
    for section in sections:
        if section.level == 2 or not found:
            found.append([])
        found[-1].append(section)
    return found


class _Writer:
    """One workbook that is being written."""

    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        self.book, self.sheet = book, sheet
        wrap = {"text_wrap": True, "valign": "top"}
        self.plain: Format = book.add_format(wrap)
        self.bold: Format = book.add_format({**wrap, "bold": True})
        self.title: Format = book.add_format({"bold": True, "font_size": 14, "valign": "top"})
        self.head: Format = book.add_format({**wrap, "bold": True, "bg_color": "#E3E8F0", "bottom": 1})
        self.black: Format = book.add_format({**wrap, "bg_color": "#14213D", "font_color": "#FFFFFF"})
        self.names: set[str] = set()

    def part(self, sections: list[Section]) -> None:
        first = sections[0]
        page: Worksheet = self.book.add_worksheet(self._name(first.title or self.sheet.title))
        if runs_from_right(self.sheet.language):
            page.right_to_left()
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        line = self._opening(page, first)
        head: tuple[str, ...] = ()
        for section in sections:
            if section.level > first.level and not any(row.kind == "table" for row in section.rows):
                line = self._line(page, line, section.title, self.bold)
            for row in section.rows:
                if row.kind == "table":
                    below = section.title if section.level > first.level else ""
                    line = self._table(page, line, row, below, again=row.rows[0] == head)
                    head = row.rows[0]
                else:
                    line = self._row(page, line, row)

    def _opening(self, page: Worksheet, first: Section) -> int:
        page.set_column(0, 0, _FIRST_WIDTH)
        page.set_column(1, 12, _FIRST_WIDTH)
        line = 0
        if len(self.names) == 1:
            page.write_string(0, 0, self.sheet.title, self.title)
            page.write_string(1, 0, self.sheet.kicker)
            line = 2
            for words in self.sheet.lead.split("\n"):
                page.write_string(line, 0, words)
                line += 1
        page.write_string(line, 0, first.title, self.title)
        return line + 2

    def _row(self, page: Worksheet, line: int, row: Row) -> int:
        if row.kind == "bars":
            for label, count in row.rows:
                page.write_string(line, 0, label, self.plain)
                page.write_number(line, 1, int(count), self.bold)
                line += 1
            last = line - 1
            page.conditional_format(line - len(row.rows), 1, last, 1, {"type": "data_bar"})
            return line + 1
        if row.kind in SPOKEN:
            words, _language, caption = row.cells
            page.write_string(line, 0, caption[:_LONGEST_CELL], self.plain)
            return self._line(page, line, words, self.plain, column=1)
        if row.kind == "pair":
            page.write_string(line, 0, row.cells[0], self.plain)
            return self._line(page, line, row.cells[1], self.plain, column=1)
        if row.kind == "names":
            return self._line(page, line, ", ".join(row.rows[0]), self.plain)
        styles = {"alert": self.bold, "withheld": self.black}
        return self._line(page, line, row.cells[0], styles.get(row.kind, self.plain))

    def _line(self, page: Worksheet, line: int, words: str, style: Format, *, column: int = 0) -> int:
        """Write words across the columns, so that they can be read without widening one."""
        style = self.black if words and words == self.sheet.withheld else style
        page.merge_range(line, column, line, 3, "", style)
        page.write_string(line, column, words[:_LONGEST_CELL], style)
        lines = sum(1 + len(one) // _WIDTH for one in words.split("\n"))
        page.set_row(line, min(400, 15 * lines))
        return line + 1

    def _table(self, page: Worksheet, line: int, row: Row, below: str, *, again: bool) -> int:
        column = 1 if below else 0
        if not again:
            for place, words in enumerate(row.rows[0]):
                page.write_string(line, column + place, words, self.head)
            if below:
                page.write_string(line, 0, "", self.head)
            line += 1
        for texts in row.rows[1:]:
            if below:
                page.write_string(line, 0, below, self.plain)
            for place, words in enumerate(texts):
                style = self.black if words and words == self.sheet.withheld else self.plain
                page.write_string(line, column + place, words[:_LONGEST_CELL], style)
            line += 1
        return line

    def _name(self, title: str) -> str:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST_NAME] or "1"
        found, number = plain, 2
        while found.casefold() in self.names:
            found, number = f"{plain[: _LONGEST_NAME - 4]} {number}", number + 1
        self.names.add(found.casefold())
        return found
