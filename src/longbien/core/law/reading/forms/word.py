# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""DOCX into blocks, by python-docx; the archive is judged from outside before it is opened.

Numbers that the word processor counts itself are no text: they are counted here as it does (`counting.py`).
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any, Final

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.core.base.markup import read_xml
from longbien.core.base.package import Bounds, Fault, judge_package
from longbien.core.law.reading.blocks import CONTENTS, HEADING, NOTE, TEXT, Block, Blocks, Diagnostic, Place
from longbien.core.law.reading.forms.counting import Counting
from longbien.core.law.reading.forms.encodings import MAX_BYTES

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
_LEVELS: Final = 10


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
    counting = Counting.of(document)
    blocks: list[Block] = []
    notes: list[Diagnostic] = []
    counted = changed = 0
    for number, paragraph in enumerate(document.element.body.iter(f"{_W}p"), 1):
        place = Place(unit="paragraph", number=number)
        changed += paragraph.find(f".//{_W}del") is not None
        style_id = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        front = counting.number(paragraph, style_id)
        counted += bool(front)
        style, level = _style(names.get(style_id, ""), outline.get(style_id, 0), paragraph)
        for text in "".join(_text(paragraph)).split("\n"):
            line = f"{front} {text}".strip() if front else text.strip()
            front = ""
            if line:
                blocks.append(Block(text=line, place=place, style=style, level=level))
    blocks += [
        Block(text=one, place=Place(unit="note", number=at), style=NOTE)
        for at, one in enumerate(footnotes, 1)
    ]
    if counted:
        notes.append(Diagnostic(code="law_reading.counted", values={"count": counted}))
    if changed:
        notes.append(Diagnostic(code="law_reading.tracked", values={"count": changed}))
    return Blocks(form="docx", blocks=tuple(blocks), notes=tuple(notes))


def _text(paragraph: Any) -> Iterator[str]:
    """Give a paragraph's text as it reads with all changes accepted; raised digits as such."""
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", *_BREAKS, f"{_W}noBreakHyphen"):
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
