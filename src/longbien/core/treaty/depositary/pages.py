# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page as bytes into plain tables and lines: XML, HTML or CSV, whichever it is. Nothing is fetched, no entity is expanded.

A page has at most `MAX_PAGE` bytes; a document type, an entity, a cut end or too much of anything is refused.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.markup import read_xml
from longbien.core.treaty.depositary.mapping import PageMapping

MAX_PAGE: Final = 8 * 1024 * 1024
"""Bytes. The pages of treaties with many long declarations have some hundreds of kilobytes."""
MAX_ROWS: Final = 2000
MAX_CELLS: Final = 20
MAX_CELL: Final = 60_000
MAX_LINES: Final = 100_000
_MAX_CSV_LINE: Final = 256 * 1024
_DTD: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HTML: Final = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_LOOK: Final = 2048
_QUOTED: Final = re.compile(r'"[^"]*"')
_DELIMITERS: Final = (",", ";", "\t")
_INLINE: Final = frozenset({"a", "b", "i", "em", "strong", "span", "u", "font", "small", "italic", "bold"})
_UNSEEN: Final = frozenset({"script", "style", "head", "template"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its cells, white space collapsed, references to notes as `<sup>2</sup>`; its number in its table from 1."""

    cells: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text, the names of the elements around it (innermost last), and the number of its table (-1: in none)."""

    text: str
    inside: tuple[str, ...]
    table: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """What a page holds, before anything is understood. `form` is `xml`, `html` or `csv`."""

    form: str
    tables: tuple[tuple[Row, ...], ...]
    lines: tuple[Line, ...]


def read_page(data: bytes, mapping: PageMapping) -> RawPage:
    """Read a page.

    MalformedError `base.too_large`, `treaty.page_entities`, `treaty.page_broken`, `treaty.page_truncated`,
    `treaty.page_too_much`; UsageError `cli.node_not_installed` where the reader of XML is not installed.
    """
    if len(data) > MAX_PAGE:
        raise MalformedError("base.too_large", limit=MAX_PAGE)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return _csv(data)
    if _HTML.search(start[:_LOOK]) or start[:6].lower() == b"<table":
        return _html(data, mapping)
    if _DTD.search(data):
        raise MalformedError("treaty.page_entities")
    root = read_xml(data, broken="treaty.page_broken", entities="treaty.page_entities")
    return _walk("xml", root, mapping)


def _html(data: bytes, mapping: PageMapping) -> RawPage:
    etree = _library()
    lower = data.lower()
    for name in (b"html", b"table"):
        if lower.count(b"<" + name) > lower.count(b"</" + name):
            raise MalformedError("treaty.page_truncated")
    try:
        parser = etree.HTMLParser(
            no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding=_encoding(data)
        )
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedError("treaty.page_broken", line=1) from error
    if root is None:
        raise MalformedError("treaty.page_broken", line=1)
    return _walk("html", root, mapping)


def _encoding(data: bytes) -> str | None:
    """Give the encoding of a page that does not say which it is in; None if it says so."""
    if b"charset" in data[:_LOOK].lower() or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _csv(data: bytes) -> RawPage:
    if max(map(len, data.splitlines()), default=0) > _MAX_CSV_LINE:
        raise MalformedError("treaty.page_too_much", limit=_MAX_CSV_LINE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    head = _QUOTED.sub("", text.partition("\n")[0][:_LOOK])
    delimiter = max(_DELIMITERS, key=head.count)
    rows: list[Row] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_row([" ".join(cell.split()) for cell in cells], len(rows) + 1))
            if len(rows) > MAX_ROWS:
                raise MalformedError("treaty.page_too_much", limit=MAX_ROWS)
    except csv.Error as error:
        raise MalformedError("treaty.page_broken", line=len(rows) + 1) from error
    return RawPage(form="csv", tables=(tuple(rows),), lines=())


def _row(cells: list[str], number: int) -> Row:
    if len(cells) > MAX_CELLS or any(len(cell) > MAX_CELL for cell in cells):
        raise MalformedError("treaty.page_too_much", limit=MAX_CELL)
    return Row(cells=tuple(cells), number=number)


def _walk(form: str, root: Any, mapping: PageMapping) -> RawPage:
    """Take the innermost tables of a tree apart (those around them are layout), and all its lines."""
    names = mapping.elements
    tables = [element for element in root.iter() if _name(element) in names["table"]]
    around = {id(outer) for table in tables for outer in table.iterancestors()}
    inner = {id(table): number for number, table in enumerate(t for t in tables if id(t) not in around)}
    found: list[tuple[Row, ...]] = []
    total = 0
    for table in tables:
        if id(table) not in inner:
            continue
        rows: list[Row] = []
        for element in table.iter():
            if _name(element) in names["row"]:
                cells = [_cell(cell, mapping) for cell in element if _name(cell) in names["cell"]]
                if cells:
                    rows.append(_row(cells, len(rows) + 1))
                total += 1
                if total > MAX_ROWS:
                    raise MalformedError("treaty.page_too_much", limit=MAX_ROWS)
        found.append(tuple(rows))
    return RawPage(form=form, tables=tuple(found), lines=tuple(_lines(root, mapping, inner)))


def _cell(element: Any, mapping: PageMapping) -> str:
    """Give a cell's text; a reference to a note stays marked, whatever the element is called."""
    parts = [element.text or ""]
    for child in element.iter():
        if child is element:
            continue
        said = child.text or ""
        parts.append(f"<sup>{said}</sup>" if _name(child) in mapping.elements["note"] else said)
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split())


def _lines(root: Any, mapping: PageMapping, inner: Mapping[int, int]) -> Iterator[Line]:
    """Give all text, a line for each block: in XML each element is one, in HTML all but the inline ones."""
    inline = _INLINE | mapping.elements["note"]
    around: list[str] = []
    held: list[str] = []
    table = -1

    def flush() -> Iterator[Line]:
        text = " ".join("".join(held).split())
        held.clear()
        if text and _UNSEEN.isdisjoint(around):
            yield Line(text=text, inside=tuple(around), table=table)

    for count, (event, element) in enumerate(_library().iterwalk(root, events=("start", "end"))):
        name = _name(element)
        if name not in inline:
            yield from flush()
            if event == "start":
                around.append(name)
                table = inner.get(id(element), table)
            else:
                around.pop()
                table = -1 if id(element) in inner else table
        held.append((element.text if event == "start" else element.tail) or "")
        if count > MAX_LINES:
            raise MalformedError("treaty.page_too_much", limit=MAX_LINES)
    yield from flush()


def _name(element: Any) -> str:
    """Give an element's local name in small letters; nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _library() -> Any:
    try:
        from lxml import etree  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    return etree
