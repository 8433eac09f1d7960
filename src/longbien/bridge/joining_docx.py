# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of joining as DOCX: one table a paper, a column a language, right to left where the language is.

Fonts are named, not embedded: a ministry's own templates decide how it looks.
"""

import io
from datetime import UTC, datetime
from typing import Final

from docx import Document
from docx.document import Document as Written
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from longbien.bridge.docx_words import say, turn
from longbien.core.treaty.joining.package import Package, Paper

_AUTHOR: Final = "Long Biên"
_RED: Final = RGBColor(0xA4, 0x10, 0x1C)
_BOLD: Final = frozenset({"label"})
_SMALL: Final = 8.0
_TEXT: Final = 10.0
_HEAD: Final = 15.0


def write_docx(package: Package) -> bytes:
    """Write the papers; nothing in them is read as markup."""
    document = Document()
    _prepare(document, package)
    for number, paper in enumerate(package.papers):
        _marks(document, package, next_page=number > 0)
        _paper(document, package, paper)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _prepare(document: Written, package: Package) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9)
    section.top_margin = section.bottom_margin = Cm(1.6)
    footer = section.footer.paragraphs[0]
    say(footer, " · ".join(package.marks), package.languages[0], size=_SMALL)
    facts = document.core_properties
    facts.title, facts.author, facts.language = package.title, _AUTHOR, package.languages[0]
    made = datetime(package.made_on.year, package.made_on.month, package.made_on.day, tzinfo=UTC)
    facts.created = facts.modified = made
    facts.comments = ""


def _marks(document: Written, package: Package, *, next_page: bool) -> None:
    """Begin a page, with what marks it: an exercise, a draft, or an empty line."""
    for place, words in enumerate((package.exercise, package.draft)):
        if words or place == 0:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.page_break_before = next_page and place == 0
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = say(paragraph, " · ".join(words), package.languages[0], bold=True)
            run.font.color.rgb = _RED


def _paper(document: Written, package: Package, paper: Paper) -> None:
    table = document.add_table(rows=0, cols=len(package.languages))
    table.autofit = False
    table.table_direction = WD_TABLE_DIRECTION.RTL if package.rtl[0] else WD_TABLE_DIRECTION.LTR
    head = table.add_row().cells
    for place, title in enumerate(paper.titles):
        paragraph = _first(head[place])
        paragraph.style = document.styles["Heading 1"]
        _set(paragraph, title, package, place, size=_HEAD, bold=True)
    for row in paper.rows:
        cells = table.add_row().cells
        for place, text in enumerate(row.texts):
            _lines(cells[place], row.kind, text, package, place)


def _lines(cell: _Cell, kind: str, text: str, package: Package, place: int) -> None:
    paragraph = _first(cell)
    if kind == "line":
        _set(paragraph, "\n______________________", package, place)
        paragraph = cell.add_paragraph()
    _set(paragraph, text, package, place, size=_SMALL + 1 if kind == "line" else _TEXT, bold=kind in _BOLD)
    if kind == "item":
        form = paragraph.paragraph_format
        form.left_indent, form.space_after = Cm(0.4), Pt(0)


def _first(cell: _Cell) -> Paragraph:
    found: Paragraph = cell.paragraphs[0]
    return found


def _set(
    paragraph: Paragraph, text: str, package: Package, place: int, *, size: float = _TEXT, bold: bool = False
) -> None:
    language, right = package.languages[place], package.rtl[place]
    paragraph.paragraph_format.space_after = Pt(5)
    if right:
        turn(paragraph)
    say(paragraph, text, language, size=size, bold=bold, right=right)
