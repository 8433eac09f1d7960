# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that people upload or type, as rows of cells: CSV in UTF-8 or UTF-16, XLSX, or lines pasted from anywhere.

A file is judged before it is opened: its size, and of a workbook the sizes that its members claim (the reader of ZIP files
reads no byte more than is claimed), macros, and document types in its XML. Whatever is wrong ends in a code, never in a
traceback. A formula is not calculated and not taken: `conference.sheet_formula`.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from types import MappingProxyType
from typing import Final

from longbien.actions.foreign_book import Limits, foreign_book
from longbien.core.base.errors import MalformedError
from longbien.core.base.package import Fault

MOST_BYTES: Final = 2 * 1024 * 1024
_LIMITS: Final = Limits(
    size=MOST_BYTES,
    unpacked=16 * 1024 * 1024,
    faults=MappingProxyType(
        {
            Fault.LARGE: "conference.sheet_large",
            Fault.MACRO: "conference.sheet_macro",
            Fault.KIND: "conference.sheet_kind",
            Fault.DECLARES: "conference.sheet_broken",
            Fault.BROKEN: "conference.sheet_broken",
        }
    ),
)
_MOST_ROWS: Final = 401
_MOST_CELLS: Final = 41
_LONGEST_CELL: Final = 2000
_ZIP: Final = b"PK\x03\x04"
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
_PDF: Final = b"%PDF"
_DELIMITERS: Final = "\t;,|"

Rows = tuple[tuple[str, ...], ...]


def read_sheet(data: bytes) -> Rows:
    """Read an uploaded table; MalformedError `conference.sheet_large`, `sheet_kind`, `sheet_broken`, `sheet_macro`, `sheet_formula`, `sheet_text`."""
    if len(data) > MOST_BYTES:
        raise MalformedError("conference.sheet_large", limit=MOST_BYTES // 1024)
    if data.startswith((_OLD_WORKBOOK, _PDF)):
        raise MalformedError("conference.sheet_kind")
    return _workbook(data) if data.startswith(_ZIP) else read_lines(_text(data))


def read_lines(text: str) -> Rows:
    """Read lines with cells between tabs, semicolons, commas or bars, whichever the first lines have most of."""
    if "\x00" in text:
        raise MalformedError("conference.sheet_text")
    head = "\n".join(text.splitlines()[:5])
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return tuple(_bounded(iter(reader)))
    except csv.Error as error:
        raise MalformedError("conference.sheet_broken") from error


def _text(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedError("conference.sheet_text") from error


def _workbook(data: bytes) -> Rows:
    with foreign_book(data, _LIMITS) as book:
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(values_only=True, max_row=_MOST_ROWS + 1, max_col=_MOST_CELLS + 1)
        return tuple(_bounded(tuple(_cell(one) for one in row) for row in rows))


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if text.startswith("="):
        raise MalformedError("conference.sheet_formula")
    return text


def _bounded(rows: Iterator[object]) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(rows, start=1):
        cells = tuple(row) if isinstance(row, list | tuple) else ()
        while cells and not cells[-1]:
            cells = cells[:-1]
        if number > _MOST_ROWS or len(cells) > _MOST_CELLS or any(len(one) > _LONGEST_CELL for one in cells):
            raise MalformedError("conference.sheet_shape", rows=_MOST_ROWS - 1, columns=_MOST_CELLS - 1)
        yield cells
