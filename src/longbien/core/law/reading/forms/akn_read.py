# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Akoma Ntoso (LegalDocML, OASIS) into provisions: the hierarchy becomes the path, the basic unit a provision.

No entity, no document type, nothing fetched. A document that was written here (`akn_write.py`) gives exactly its provisions back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.markup import read_xml
from longbien.core.law.provisions.lines import MAX_ID, MAX_PROVISIONS
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.blocks import Block, Blocks, Diagnostic, Place
from longbien.core.law.reading.forms.encodings import MAX_BYTES
from longbien.core.law.reading.numbers import printed
from longbien.core.law.reading.tables import row_text

OWN: Final = "urn:longbien:law-provisions:1"
"""The namespace of what a provision has beside Akoma Ntoso's own: its id, law and number as they are."""
NAMESPACES: Final = (
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD14",
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17",
    "http://www.akomantoso.org/2.0",
    "http://www.akomantoso.org/1.0",
)
_UNITS: Final = ("article", "section", "rule", "clause", "paragraph", "point", "level", "hcontainer")
"""What can be the basic unit: the first of these that the body has outside quotations."""
_ABOVE: Final = frozenset(
    [
        "book",
        "tome",
        "part",
        "subpart",
        "title",
        "subtitle",
        "chapter",
        "subchapter",
        "division",
        "subdivision",
        "section",
        "subsection",
        "tome",
        "crossheading",
        "hcontainer",
    ]
)
_NAMED: Final = frozenset({"num", "heading", "subheading", "crossHeading"})
_QUOTED: Final = frozenset({"quotedStructure", "embeddedStructure", "quotedText", "embeddedText"})
_ASIDE: Final = frozenset({"meta", "authorialNote", "note", "remark", "toc"})
_BODIES: Final = frozenset({"body", "mainBody", "portionBody", "amendmentBody", "collectionBody"})
_LINES: Final = frozenset(
    [
        "p",
        "block",
        "li",
        "tr",
        "intro",
        "wrapUp",
        "content",
        "blockList",
        "item",
        "listIntroduction",
        "listWrapUp",
    ]
)
_FIGURE: Final = re.compile(
    r"[A-Z]{0,2}[.\- ]{0,2}\d[\w.\-–/^()]*(?:\s(?:bis|ter|quater|quinquies|sexies|septies))?|[IVXLCDM]+\b"
)
_DEEPEST: Final = 200


def read_akn(data: bytes) -> Blocks:
    """Read Akoma Ntoso.

    MalformedError `law_reading.entities`, `law_reading.xml_broken`, `law_reading.not_akn`, `base.too_large`; RefusedError `law.lines_many`.
    """
    if len(data) > MAX_BYTES:
        raise MalformedError("base.too_large", limit=MAX_BYTES)
    root = read_xml(data, broken="law_reading.xml_broken", entities="law_reading.entities")
    if _name(root) != "akomaNtoso" or _space(root) not in NAMESPACES:
        raise MalformedError("law_reading.not_akn")
    walk = _Walk()
    for body in _topmost(root, _BODIES):
        units = {_name(one) for one in _outside_quotations(body)}
        walk.unit = next((unit for unit in _UNITS if unit in units), "")
        walk.down(body, (), 0)
    if not walk.found:
        raise MalformedError("law_reading.akn_empty")
    notes = [
        Diagnostic(
            code="law_reading.akn_aside", place=Place(unit="element", number=line), values={"name": name}
        )
        for name, line in walk.asides[:200]
    ]
    return Blocks(
        form="akn",
        blocks=tuple(walk.rest),
        notes=tuple(notes),
        provisions=tuple(walk.found),
        places=tuple(walk.places),
    )


@dataclass(slots=True)
class _Walk:
    """Walks down a body and keeps its provisions."""

    unit: str = ""
    found: list[Provision] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    asides: list[tuple[str, int]] = field(default_factory=list)

    def down(self, element: Any, path: tuple[str, ...], depth: int) -> None:
        if depth > _DEEPEST:
            raise MalformedError("base.too_deep", limit=_DEEPEST)
        for child in element:
            name = _name(child)
            if name == self.unit or child.get(f"{{{OWN}}}id") is not None:
                self._take(child, path)
            elif name in _ABOVE:
                self.down(child, (*path, *_title(child)), depth + 1)
            elif name in _BODIES or name in {"component", "doc"}:
                self.down(child, path, depth + 1)
            elif name and name not in _NAMED and name not in _ASIDE:
                text = "\n".join(_lines(child, self.asides))
                if text.strip():
                    self.rest.append(
                        Block(text=text, place=Place(unit="element", number=child.sourceline or 0))
                    )

    def _take(self, element: Any, path: tuple[str, ...]) -> None:
        if len(self.found) == MAX_PROVISIONS:
            raise RefusedError("law.lines_many", most=MAX_PROVISIONS)
        made = _own(element, path) if element.get(f"{{{OWN}}}id") is not None else None
        if made is None:
            made = self._foreign(element, path)
        self.used.add(made.id)
        self.found.append(made)
        self.places.append(Place(unit="element", number=element.sourceline or 0))

    def _foreign(self, element: Any, path: tuple[str, ...]) -> Provision:
        number = _number(_child_text(element, "num"))
        wanted = (element.get("eId") or element.get("id") or number or f"{self.unit}_{len(self.found) + 1}")[
            :MAX_ID
        ]
        name, count = wanted, 2
        while name in self.used:
            name, count = f"{wanted}#{count}", count + 1
        lines = [
            line for child in element if _name(child) not in _NAMED for line in _lines(child, self.asides)
        ]
        return Provision(
            id=name, text="\n".join(lines), heading=_child_text(element, "heading"), number=number, path=path
        )


def _own(element: Any, path: tuple[str, ...]) -> Provision:
    """Give a provision that was written here, letter by letter."""
    lines: list[str] = []
    heading = ""
    for child in element:
        if _name(child) == "heading":
            heading = child.text or ""
        elif _name(child) == "content":
            lines = [one.text or "" for one in child if _name(one) == "p"]
    return Provision(
        id=str(element.get(f"{{{OWN}}}id")),
        text="\n".join(lines),
        heading=heading,
        law=str(element.get(f"{{{OWN}}}law") or ""),
        number=str(element.get(f"{{{OWN}}}num") or ""),
        path=path,
    )


def _topmost(root: Any, names: frozenset[str]) -> Iterator[Any]:
    """Give the bodies that are in no other body."""
    for element in root.iter():
        if _name(element) in names and not any(_name(one) in names for one in element.iterancestors()):
            yield element


def _outside_quotations(body: Any) -> Iterator[Any]:
    for element in body.iter():
        if not any(_name(one) in _QUOTED for one in element.iterancestors()):
            yield element


def _title(element: Any) -> tuple[str, ...]:
    """Give what heads a part, if something does: written here as a whole, elsewhere number and heading."""
    own = element.get(f"{{{OWN}}}title")
    if own is not None:
        return (str(own),)
    title = " ".join(filter(None, (_child_text(element, name) for name in ("num", "heading", "subheading"))))
    return (title,) if title else ()


def _number(text: str) -> str:
    found = _FIGURE.search(text)
    return printed(found[0].rstrip(".)(")) if found else " ".join(text.split())[:40]


def _child_text(element: Any, name: str) -> str:
    for child in element:
        if _name(child) == name:
            return " ".join("".join(_strings(child)).split())
    return ""


def _strings(element: Any) -> Iterator[str]:
    """Give the text of an element without notes."""
    yield element.text or ""
    for child in element:
        if _name(child) not in _ASIDE:
            yield from _strings(child)
        yield child.tail or ""


def _lines(element: Any, asides: list[tuple[str, int]], front: str = "", depth: int = 0) -> Iterator[str]:
    """Give the text below an element, a line for each paragraph, with the numbers before it; notes are named, not mixed in."""
    if depth > _DEEPEST:
        raise MalformedError("base.too_deep", limit=_DEEPEST)
    name = _name(element)
    if name in _ASIDE:
        asides.append((name, element.sourceline or 0))
        return
    numbers = " ".join(
        part for part in (front, _child_text(element, "num"), _child_text(element, "heading")) if part
    )
    if name == "tr" and not any(_name(one) == "tr" for one in element.iterdescendants()):
        row = row_text(list(_cells(element, asides, depth)))
        if row or numbers:
            yield f"{numbers} {row}".strip()
        return
    inner = [child for child in element if _name(child) not in _NAMED]
    if not any(_is_block(child) for child in inner):
        asides += [(_name(one), one.sourceline or 0) for one in element.iter() if _name(one) in _ASIDE]
        text = " ".join("".join(_strings(element) if not _has_names(element) else _inner(element)).split())
        if text or numbers:
            yield f"{numbers} {text}".strip()
        return
    own = " ".join((element.text or "").split())
    if own:
        yield f"{numbers} {own}".strip()
        numbers = ""
    for child in inner:
        for line in _lines(child, asides, numbers, depth + 1):
            yield line
            numbers = ""
        tail = " ".join((child.tail or "").split())
        if tail:
            yield tail
    if numbers:
        yield numbers


def _cells(row: Any, asides: list[tuple[str, int]], depth: int) -> Iterator[list[str]]:
    """Give the lines of each cell of a row, and what stands beside the cells against the standard."""
    if (row.text or "").strip():
        yield [row.text]
    for cell in row:
        yield list(_lines(cell, asides, "", depth + 1))
        if (cell.tail or "").strip():
            yield [cell.tail]


def _inner(element: Any) -> Iterator[str]:
    for child in element:
        if _name(child) not in _NAMED and _name(child) not in _ASIDE:
            yield from _strings(child)
        yield child.tail or ""


def _has_names(element: Any) -> bool:
    return any(_name(child) in _NAMED for child in element)


def _is_block(element: Any) -> bool:
    name = _name(element)
    return (
        name in _LINES
        or name in _ABOVE
        or name in _UNITS
        or name
        in {
            "subparagraph",
            "alinea",
            "indent",
            "list",
            "table",
            "ul",
            "ol",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "td",
            "th",
            "container",
            "subclause",
            "sublist",
        }
    )


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _space(element: Any) -> str:
    return str(element.tag)[1:].partition("}")[0] if str(element.tag).startswith("{") else ""
