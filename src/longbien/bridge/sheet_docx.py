# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as DOCX, for a ministry or a clerk who works on it further: headings, tables with a head, each text in its own language."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from docx import Document
from docx.document import Document as Written
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from longbien.bridge.docx_words import say, turn
from longbien.bridge.sheet_paper import runs_from_right
from longbien.core.base.sheet import Row, Section, Sheet

_AUTHOR: Final = "Long Biên"
_RED: Final = RGBColor(0xA4, 0x10, 0x1C)
_WHITE: Final = RGBColor(0xFF, 0xFF, 0xFF)
_QUIET: Final = RGBColor(0x4A, 0x55, 0x68)
_WIDTH: Final = 17.2
"""Centimetres between the margins."""
_SMALL: Final = 8.0
_TEXT: Final = 10.0
_HEADS: Final = {1: 18.0, 2: 13.0, 3: 11.0}
_BLOCK: Final = "\u2588"
_LONGEST_BAR: Final = 30


def write_docx(sheet: Sheet) -> bytes:
    """Write the paper; nothing in it is read as markup, and nothing is in it that is not on the page."""
    writer = _Writer(sheet)
    writer.prepare()
    writer.words(sheet.kicker, size=_SMALL + 1)
    writer.heading(sheet.title, 1)
    writer.words(sheet.lead)
    for section in sheet.sections:
        writer.section(section)
    held = io.BytesIO()
    writer.document.save(held)
    return held.getvalue()


class _Writer:
    """One document that is being written."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.document: Written = Document()
        self.right = runs_from_right(sheet.language)

    def prepare(self) -> None:
        page = self.document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(1.9)
        page.top_margin = page.bottom_margin = Cm(1.8)
        self._say(page.footer.paragraphs[0], self.sheet.foot, size=_SMALL)
        if self.sheet.mark:
            run = say(page.header.paragraphs[0], self.sheet.mark, self.sheet.language, bold=True)
            run.font.color.rgb = _RED
        facts = self.document.core_properties
        on = self.sheet.on
        facts.title, facts.author, facts.language = self.sheet.title, _AUTHOR, self.sheet.language
        facts.created = facts.modified = datetime(on.year, on.month, on.day, tzinfo=UTC)
        facts.last_modified_by, facts.comments = _AUTHOR, ""

    def section(self, section: Section) -> None:
        if section.title:
            head = self.heading(section.title, section.level)
            head.paragraph_format.page_break_before = section.new_page
        for row in section.rows:
            _ROWS.get(row.kind, _text)(self, row)

    def heading(self, words: str, level: int) -> Paragraph:
        paragraph: Paragraph = self.document.add_heading(level=level)
        self._say(paragraph, words, size=_HEADS[level], bold=True)
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def words(self, words: str, *, size: float = _TEXT, bold: bool = False) -> Paragraph:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        self._say(paragraph, words, size=size, bold=bold)
        return paragraph

    def spoken(self, row: Row) -> None:
        words, language, caption = row.cells
        cell = self.table(1, 1, ()).cell(0, 0)
        shade(cell, "F1F5FB" if row.kind == "clause" else "F6F7F9")
        paragraph = _first(cell)
        if caption:
            self._say(paragraph, caption, size=_SMALL).font.color.rgb = _QUIET  # type: ignore[attr-defined] # a run
            paragraph = cell.add_paragraph()
        if words == self.sheet.withheld:
            self.cell(cell, words, paragraph)
            return
        right = runs_from_right(language)
        if right:
            turn(paragraph)
        say(paragraph, words, language, right=right)

    def cell(
        self, cell: _Cell, words: str, paragraph: Paragraph | None = None, *, bold: bool = False
    ) -> None:
        paragraph = paragraph or _first(cell)
        paragraph.paragraph_format.space_after = Pt(0)
        run = self._say(paragraph, words, size=_SMALL + 0.5, bold=bold)
        if words and words == self.sheet.withheld:
            shade(cell, "14213D")
            run.font.color.rgb = _WHITE  # type: ignore[attr-defined] # a run

    def table(self, rows: int, columns: int, shares: Sequence[int]) -> Table:
        table: Table = self.document.add_table(rows=rows, cols=columns)
        table.style = self.document.styles["Table Grid"]
        table.autofit = False
        table.table_direction = WD_TABLE_DIRECTION.RTL if self.right else WD_TABLE_DIRECTION.LTR
        parts = shares or (1,) * columns
        for column, share in zip(table.columns, parts, strict=True):
            width = Cm(_WIDTH * share / sum(parts))
            column.width = width
            for one in column.cells:
                one.width = width
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)
        return table

    def _say(self, paragraph: Paragraph, words: str, *, size: float = _TEXT, bold: bool = False) -> object:
        if self.right:
            turn(paragraph)
        return say(paragraph, words, self.sheet.language, size=size, bold=bold, right=self.right)


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground, as RRGGBB."""
    ground = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        ground.set(qn(name), value)
    _first(cell).paragraph_format.element.getparent().get_or_add_tcPr().append(ground)


def _first(cell: _Cell) -> Paragraph:
    found: Paragraph = cell.paragraphs[0]
    return found


def _text(writer: _Writer, row: Row) -> None:
    writer.words(row.cells[0])


def _small(writer: _Writer, row: Row) -> None:
    writer.words(row.cells[0], size=_SMALL)


def _alert(writer: _Writer, row: Row) -> None:
    writer.words(row.cells[0], bold=True)


def _item(writer: _Writer, row: Row) -> None:
    writer.words(f"– {row.cells[0]}").paragraph_format.left_indent = Cm(0.4)


def _withheld(writer: _Writer, row: Row) -> None:
    cell = writer.table(1, 1, ()).cell(0, 0)
    writer.cell(cell, row.cells[0])
    shade(cell, "14213D")
    for run in _first(cell).runs:
        run.font.color.rgb = _WHITE


def _pair(writer: _Writer, row: Row) -> None:
    cells = writer.table(1, 2, (1, 3)).rows[0].cells
    writer.cell(cells[0], row.cells[0])
    writer.cell(cells[1], row.cells[1])


def _names(writer: _Writer, row: Row) -> None:
    writer.words(row.cells[0], bold=True)
    writer.words(", ".join(row.rows[0]))


def _table(writer: _Writer, row: Row) -> None:
    table = writer.table(len(row.rows), len(row.rows[0]), row.shares)
    for place, texts in enumerate(row.rows):
        for cell, words in zip(table.rows[place].cells, texts, strict=True):
            writer.cell(cell, words, bold=place == 0)
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    first = _first(table.rows[0].cells[0]).paragraph_format.element.getparent()
    first.getparent().get_or_add_trPr().append(head)


def _bars(writer: _Writer, row: Row) -> None:
    most = max(1, *(int(count) for _label, count in row.rows))
    table = writer.table(len(row.rows), 3, (4, 6, 1))
    for place, (label, count) in enumerate(row.rows):
        cells = table.rows[place].cells
        writer.cell(cells[0], label)
        writer.cell(cells[1], _BLOCK * (-(-int(count) * _LONGEST_BAR // most)))
        writer.cell(cells[2], count, bold=True)


_ROWS: Final[Mapping[str, Callable[[_Writer, Row], None]]] = MappingProxyType(
    {
        "alert": _alert,
        "bars": _bars,
        "clause": _Writer.spoken,
        "item": _item,
        "names": _names,
        "pair": _pair,
        "quote": _Writer.spoken,
        "small": _small,
        "table": _table,
        "withheld": _withheld,
    }
)
"""How each kind of row is written; any other is a paragraph."""
