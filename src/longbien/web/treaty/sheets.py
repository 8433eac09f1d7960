# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as files: CSV and XLSX in which no cell is ever a formula.

A cell that a spreadsheet would calculate (it begins with `=`, `+`, `-`, `@`, a tab or a line end) begins with an apostrophe
in CSV; in XLSX every cell is written as text or as a number, never as a formula or a link.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Final, TypeAlias

from xlsxwriter import Workbook

Cell: TypeAlias = "str | int"

_LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
CALCULATED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, wide forms included."""


def safe_cell(value: Cell) -> Cell:
    """Give a value that no spreadsheet calculates."""
    if isinstance(value, str) and value.startswith(CALCULATED):
        return f"'{value}"
    return value


def write_csv(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets ask for."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(heading)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(name: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table as an XLSX sheet with a frozen heading; the same table is the same bytes."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _LONG_AGO})
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for column, words in enumerate(heading):
        sheet.write_string(0, column, words, bold)
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, column, cell)
            else:
                sheet.write_string(line, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofit()
    book.close()
    return file.getvalue()
