# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Akoma Ntoso (OASIS LegalDocML 1.0): a paper as `doc`, proposed clauses as `bill`. Written by the standard library, never by joining texts."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from longbien.bridge.sheet_paper import SPOKEN
from longbien.core.base.sheet import Row, Section, Sheet
from longbien.core.law.clauses.bill import Bill, Piece

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_US: Final = "#longbien"
_HIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_THREE: Final = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "vi": "vie", "zh": "zho"}
"""ISO 639-2 codes of the languages of papers, as the names of expressions take them."""

register_namespace("", NAMESPACE)


def write_doc(sheet: Sheet) -> bytes:
    """Write a paper as an Akoma Ntoso document."""
    root, doc = _frame("doc", "report", sheet.language, sheet.title, sheet.on)
    preface = _add(doc, "preface")
    if sheet.mark:
        _p(preface, sheet.mark)
    _p(preface, sheet.kicker)
    _add(_add(preface, "p"), "docTitle").text = _clean(sheet.title)
    for line in sheet.lead.split("\n"):
        _p(preface, line)
    body = _add(doc, "mainBody")
    _sections(body, sheet)
    if sheet.foot:
        _p(_add(doc, "conclusions"), sheet.foot)
    return _bytes(root)


def write_bill(bill: Bill) -> bytes:
    """Write proposed clauses as an Akoma Ntoso bill: sections with paragraphs and points, each with its number."""
    root, doc = _frame("bill", "bill", bill.language, bill.title, bill.on)
    preface = _add(doc, "preface")
    _add(_add(preface, "p"), "docTitle").text = _clean(bill.title)
    for line in bill.marks:
        _p(preface, line)
    body = _add(doc, "body")
    for number, section in enumerate(bill.sections, start=1):
        made = _add(body, "section", eId=f"sec_{number}")
        _add(made, "num").text = str(number)
        _add(made, "heading").text = _clean(section.heading)
        _pieces(made, f"sec_{number}", section.pieces, "subsection")
    return _bytes(root)


def _pieces(parent: Element, place: str, pieces: tuple[Piece, ...], name: str) -> None:
    """Write pieces: where a section is one text it has content, else each piece has its number."""
    if len(pieces) == 1 and not pieces[0].number and not pieces[0].below:
        _p(_add(parent, "content"), pieces[0].text)
        return
    for count, piece in enumerate(pieces, start=1):
        tag = name if piece.number else "hcontainer"
        here = f"{place}__{_SHORT[tag]}_{count}"
        extra = {} if piece.number else {"name": "text"}
        made = _add(parent, tag, eId=here, **extra)
        if piece.number:
            _add(made, "num").text = piece.number
        if piece.below:
            _p(_add(made, "intro"), piece.text)
            _pieces(made, here, piece.below, "paragraph")
            if piece.after:
                _p(_add(made, "wrapUp"), piece.after)
        else:
            _p(_add(made, "content"), piece.text)


_SHORT: Final = {"hcontainer": "hcontainer", "paragraph": "para", "subsection": "subsec"}


def _frame(kind: str, name: str, language: str, title: str, on: date) -> tuple[Element, Element]:
    root = Element(f"{{{NAMESPACE}}}akomaNtoso")
    doc = _add(root, kind, name=name)
    meta = _add(doc, "meta")
    identification = _add(meta, "identification", source=_US)
    three = _THREE.get(language.partition("-")[0], language.partition("-")[0])
    work = f"/akn/un/{kind}/{on.isoformat()}/{_slug(title)}"
    places = (
        ("FRBRWork", work),
        ("FRBRExpression", f"{work}/{three}@"),
        ("FRBRManifestation", f"{work}/{three}@.xml"),
    )
    for level, uri in places:
        made = _add(identification, level)
        _add(made, "FRBRthis", value=uri)
        _add(made, "FRBRuri", value=uri)
        _add(made, "FRBRdate", date=on.isoformat(), name="generation")
        _add(made, "FRBRauthor", href=_US)
        if level == "FRBRWork":
            _add(made, "FRBRcountry", value="un")
        if level == "FRBRExpression":
            _add(made, "FRBRlanguage", language=three)
    references = _add(meta, "references", source=_US)
    _add(
        references,
        "TLCOrganization",
        eId="longbien",
        href="/ontology/organization/longbien",
        showAs="Long Biên",
    )
    return root, doc


def _sections(body: Element, sheet: Sheet) -> None:
    parts: list[Element] = []
    for number, section in enumerate(sheet.sections, start=1):
        parent = body
        if section.level > 2 and parts:
            parent = parts[-1]
        made = _add(
            parent, "hcontainer", name="section" if section.level == 2 else "part", eId=f"sec_{number}"
        )
        if section.level == 2:
            parts.append(made)
        if section.title:
            _add(made, "heading").text = _clean(section.title)
        _rows(made, section, sheet)


def _rows(parent: Element, section: Section, sheet: Sheet) -> None:
    if section.rows:
        content = _add(parent, "content")
        for row in section.rows:
            _ROWS.get(row.kind, _plain)(content, row, sheet)


def _plain(parent: Element, row: Row, _sheet: Sheet) -> None:
    for line in row.cells[0].split("\n"):
        _p(parent, line)


def _withheld(parent: Element, row: Row, _sheet: Sheet) -> None:
    _add(_add(parent, "p"), "omissis").text = _clean(row.cells[0])


def _pair(parent: Element, row: Row, sheet: Sheet) -> None:
    made = _add(parent, "p")
    label = _add(made, "b")
    label.text, label.tail = _clean(row.cells[0]), " "
    if row.cells[1] and row.cells[1] == sheet.withheld:
        _add(made, "omissis").text = _clean(row.cells[1])
    else:
        label.tail = " " + _clean(row.cells[1])


def _names(parent: Element, row: Row, _sheet: Sheet) -> None:
    _p(parent, row.cells[0])
    _p(parent, ", ".join(row.rows[0]))


def _table(parent: Element, row: Row, sheet: Sheet) -> None:
    table = _add(parent, "table")
    for place, texts in enumerate(row.rows):
        line = _add(table, "tr")
        for words in texts:
            cell = _add(line, "td" if place or row.kind == "bars" else "th")
            if words and words == sheet.withheld:
                _add(_add(cell, "p"), "omissis").text = _clean(words)
            else:
                for one in words.split("\n"):
                    _p(cell, one)


def _spoken(parent: Element, row: Row, sheet: Sheet) -> None:
    words, language, caption = row.cells
    if caption:
        _p(parent, caption)
    if words == sheet.withheld:
        _add(_add(parent, "p"), "omissis").text = _clean(words)
        return
    made = _add(parent, "block", name=row.kind)
    quoted = _add(made, "embeddedText", startQuote="", endQuote="") if row.kind == "quote" else made
    quoted.set(_XML_LANG, language)
    lines = words.split("\n")
    quoted.text = _clean(lines[0])
    for line in lines[1:]:
        _add(quoted, "br").tail = _clean(line)


_ROWS: Final[Mapping[str, Callable[[Element, Row, Sheet], None]]] = MappingProxyType(
    {
        "bars": _table,
        "names": _names,
        "pair": _pair,
        "table": _table,
        "withheld": _withheld,
        **dict.fromkeys(SPOKEN, _spoken),
    }
)


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def _p(parent: Element, words: str) -> Element:
    made = _add(parent, "p")
    made.text = _clean(words)
    return made


def _clean(words: str) -> str:
    """Take out what XML 1.0 cannot hold."""
    return _HIDDEN.sub("", words)


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60] or "paper"


def _bytes(root: Element) -> bytes:
    indent(root, space=" ")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
