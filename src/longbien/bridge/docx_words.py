# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words in a DOCX: fonts of every script, the language they are spoken in, and their direction.

Fonts are named, not embedded: a ministry's own templates decide how it looks.
"""

from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_FONTS: Final = (
    ("w:ascii", "Noto Sans"),
    ("w:hAnsi", "Noto Sans"),
    ("w:cs", "Noto Naskh Arabic"),
    ("w:eastAsia", "Noto Sans SC"),
)


def say(
    paragraph: Paragraph,
    text: str,
    language: str,
    *,
    size: float = 10.0,
    bold: bool = False,
    right: bool = False,
) -> Run:
    """Add words in a language to a paragraph; `right`: they run from right to left. Nothing in them is read as markup."""
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)
    run.font.color.rgb = RGBColor(0, 0, 0)
    properties = run.element.get_or_add_rPr()
    fonts = OxmlElement("w:rFonts")
    for name, font in _FONTS:
        fonts.set(qn(name), font)
    properties.insert(0, fonts)
    if right:
        complex_size = OxmlElement("w:szCs")
        complex_size.set(qn("w:val"), str(round(2 * size * 1.15)))
        properties.append(complex_size)
        if bold:
            properties.append(OxmlElement("w:bCs"))
        properties.append(OxmlElement("w:rtl"))
    spoken = OxmlElement("w:lang")
    for name in ("w:val", "w:bidi", "w:eastAsia"):
        spoken.set(qn(name), language)
    properties.append(spoken)
    return run


def turn(paragraph: Paragraph) -> None:
    """Let a paragraph run from right to left."""
    paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
