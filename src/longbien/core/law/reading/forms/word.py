# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""DOCX into blocks, by python-docx; the archive is judged from outside before it is opened.

Numbers that the word processor counts itself are no text: they are counted here as it does (`counting.py`).
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any, Final

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.core.base.markup import read_xml
from longbien.core.base.package import Bounds, Fault, judge_package
from longbien.core.law.reading.blocks import CONTENTS, HEADING, NOTE, TEXT, Block, Blocks, Diagnostic, Place
from longbien.core.law.reading.forms.counting import Counting
from longbien.core.law.reading.forms.encodings import MAX_BYTES
from longbien.core.law.reading.tables import row_blocks

_BOUNDS: Final = Bounds(
    part="word/document.xml", members=5000, unpacked=160 * 1024 * 1024, ratio=250, small=1024 * 1024
)
_FAULTS: Final[Mapping[Fault, tuple[type[LongBienError], str]]] = MappingProxyType(
    {
        Fault.LARGE: (RefusedError, "law_reading.archive_bomb"),
        Fault.MACRO: (RefusedError, "law_reading.macros"),
        Fault.KIND: (MalformedError, "law_reading.docx_broken"),
        Fault.DECLARES: (MalformedError, "law_reading.entities"),
        Fault.BROKEN: (MalformedError, "law_reading.docx_broken"),
    }
)
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAKS: Final = frozenset({f"{_W}br", f"{_W}cr"})
_TWINS: Final = ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{_W}moveFrom")
"""What says the same a second time: a text box for older programs, and a passage at the place from which it was moved."""
_LEVELS: Final = 10
_DEEPEST: Final = 60
"""Tables in tables; deeper ones give their paragraphs one by one."""


def read_word(data: bytes) -> Blocks:
    """Read DOCX; RefusedError `law_reading.archive_bomb`, `law_reading.macros`; MalformedError `law_reading.docx_broken`."""
    if len(data) > MAX_BYTES:
        raise MalformedError("base.too_large", limit=MAX_BYTES)
    fault = judge_package(data, _BOUNDS)
    if fault is not None:
        error_type, code = _FAULTS[fault]
        raise error_type(code)
    try:
        import docx  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    try:
        document = docx.Document(BytesIO(data))
        return _read(document, _footnotes(data))
    except LongBienError:
        raise
    except Exception as error:  # a foreign file may break the reader of DOCX in any way
        raise MalformedError("law_reading.docx_broken") from error


def _read(document: Any, footnotes: list[str]) -> Blocks:
    names = {style.style_id: str(style.name or "") for style in document.styles}
    outline = {style.style_id: _outline(style.element) for style in document.styles}
    for twin in list(document.element.body.iter(*_TWINS)):
        twin.getparent().remove(twin)
    walk = _Walk(names=names, outline=outline, counting=Counting.of(document))
    blocks = list(walk.down(document.element.body, 0))
    notes: list[Diagnostic] = []
    blocks += [
        Block(text=one, place=Place(unit="note", number=at), style=NOTE)
        for at, one in enumerate(footnotes, 1)
    ]
    if walk.counted:
        notes.append(Diagnostic(code="law_reading.counted", values={"count": walk.counted}))
    if walk.changed:
        notes.append(Diagnostic(code="law_reading.tracked", values={"count": walk.changed}))
    return Blocks(form="docx", blocks=tuple(blocks), notes=tuple(notes))


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Walks down a document in reading order: paragraphs, and rows of tables with their cells."""

    names: Mapping[str, str]
    outline: Mapping[str, int]
    counting: Counting
    number: int = 0
    counted: int = 0
    changed: int = 0

    def down(self, element: Any, depth: int) -> Iterator[Block]:
        for child in element:
            if child.tag == f"{_W}p":
                for paragraph in child.iter(f"{_W}p"):
                    yield from self._paragraph(paragraph)
            elif child.tag == f"{_W}tr" and depth < _DEEPEST:
                cells = [list(self.down(cell, depth + 1)) for cell in _cells(child)]
                yield from row_blocks(cells)
            elif depth < _DEEPEST:
                yield from self.down(child, depth + 1)
            else:
                for paragraph in child.iter(f"{_W}p"):
                    yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        self.number += 1
        place = Place(unit="paragraph", number=self.number)
        self.changed += paragraph.find(f".//{_W}del") is not None
        style_id = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        front = self.counting.number(paragraph, style_id)
        self.counted += bool(front)
        style, level = _style(self.names.get(style_id, ""), self.outline.get(style_id, 0), paragraph)
        for text in "".join(_text(paragraph)).split("\n"):
            line = f"{front} {text}".strip() if front else text.strip()
            front = ""
            if line:
                yield Block(text=line, place=place, style=style, level=level)


def _cells(row: Any) -> Iterator[Any]:
    """Give the cells of a row, those in a content control too, but not those of a table in a cell."""
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        else:
            yield from (one for one in child.iter(f"{_W}tc") if next(one.iterancestors(f"{_W}tr")) is row)


def _text(paragraph: Any) -> Iterator[str]:
    """Give a paragraph's text as it reads with all changes accepted; raised digits as such. Text boxes in it are paragraphs of their own."""
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", *_BREAKS, f"{_W}noBreakHyphen"):
        if next(element.iterancestors(f"{_W}p")) is not paragraph:
            continue
        if element.tag == f"{_W}t":
            run = element.getparent()
            raised = _value(run.find(f"{_W}rPr/{_W}vertAlign")) == "superscript"
            text = element.text or ""
            yield text.translate(_RAISED) if raised and text.strip().isdigit() else text
        elif element.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif element.tag in _BREAKS:
            yield "\n"
        elif element.getparent().tag == f"{_W}r":
            yield "\t"


def _style(name: str, level: int, paragraph: Any) -> tuple[str, int]:
    low = name.casefold()
    if low.startswith(("toc ", "table of contents", "toc")) and not low.startswith("toc heading"):
        return CONTENTS, 0
    own = _value(paragraph.find(f"{_W}pPr/{_W}outlineLvl"))
    if own.isdigit() and int(own) < _LEVELS - 1:
        return HEADING, int(own) + 1
    if low.startswith("heading") and low[-1:].isdigit():
        return HEADING, int(low[-1])
    if level:
        return HEADING, level
    return (HEADING, 1) if low in {"title", "subtitle"} else (TEXT, 0)


def _outline(style: Any) -> int:
    value = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
    return int(value) + 1 if value.isdigit() and int(value) < _LEVELS - 1 else 0


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val") or "") if element is not None else ""


def _footnotes(data: bytes) -> list[str]:
    """Give the texts of footnotes and endnotes, which stand in parts of their own."""
    found: list[str] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if name in archive.namelist():
                root = read_xml(
                    archive.read(name), broken="law_reading.docx_broken", entities="law_reading.entities"
                )
                texts = (" ".join("".join(one.itertext(f"{_W}t")).split()) for one in root)
                found += [text for text in texts if text]
    return found
