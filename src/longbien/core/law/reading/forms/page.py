# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML into blocks: tag soup as the web has it; no scripts, nothing fetched."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.law.reading.blocks import CONTENTS, HEADING, NOTE, TEXT, Block, Blocks, Place
from longbien.core.law.reading.forms.encodings import MAX_BYTES, decoded
from longbien.core.law.reading.tables import row_blocks

_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_XML: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,30})")
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_UNSEEN: Final = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "iframe", "object", "form", "button"}
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "ruby",
        "rb",
        "rt",
        "rp",
        "nobr",
        "o:p",
    ]
)
_CELLS: Final = frozenset({"td", "th"})
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|endnotes?|editorial-?note)(?:$|[\s_-])", re.IGNORECASE
)
_TOC: Final = re.compile(r"(?:^|[\s_-])(?:toc|table-of-contents|sommaire)(?:$|[\s_-])", re.IGNORECASE)
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST: Final = 2_000_000
_DEEPEST: Final = 400


def read_page(data: bytes, *, language: str = "", encoding: str = "") -> Blocks:
    """Read HTML; MalformedError `law_reading.html_broken`, `base.too_large`."""
    if len(data) > MAX_BYTES:
        raise MalformedError("base.too_large", limit=MAX_BYTES)
    said = _META.search(data[:4096]) or _XML.match(data[:300])
    declared = encoding or _sound(said[1].decode("ascii") if said else "", data)
    text, notes = decoded(data, language=language, declared=declared)
    etree = _library()
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    clean = _DECLARED.sub("", text).replace("\x00", "\ufffd")
    try:
        root = etree.fromstring(clean.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise MalformedError("law_reading.html_broken") from error
    if root is None:
        raise MalformedError("law_reading.html_broken")
    return Blocks(form="html", blocks=_blocks(root, etree), notes=notes)


def _sound(name: str, data: bytes) -> str:
    """Give the encoding that a page names, if its bytes can be read so: many pages name a wrong one."""
    if (
        not name
        or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
        or name.lower().startswith("utf-16")
    ):
        return ""
    known = {
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "iso-8859-1": "cp1252",
        "latin1": "cp1252",
        "big5": "big5hkscs",
    }
    better = known.get(name.lower(), name)
    try:
        text: object = data.decode(better)
    except (UnicodeError, LookupError, ValueError, TypeError):
        return ""
    return better if isinstance(text, str) else ""


def _blocks(root: Any, etree: Any) -> tuple[Block, ...]:
    """Give each stretch of text between two block elements; rows of tables with their cells."""
    walk = _Walk()
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        if count > _MOST or len(walk.around) > _DEEPEST:
            raise MalformedError("law_reading.html_broken")
        name = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            walk.begin(name, element)
            text = element.text
        else:
            walk.end(name)
            text = element.tail
        if text and not walk.hidden:
            raised = walk.raised and text.strip().isdigit()
            walk.held.append(text.translate(_RAISED) if raised else text)
    walk.flush()
    return tuple(walk.found[0])


@dataclass(slots=True)
class _Walk:
    """Walks through a page. `found`: blocks, of the page and of each cell that is open; `rows`: the cells of each row that is open."""

    held: list[str] = field(default_factory=list)
    around: list[tuple[str, str]] = field(default_factory=list)
    found: list[list[Block]] = field(default_factory=lambda: [[]])
    rows: list[list[list[Block]]] = field(default_factory=list)
    number: int = 0
    raised: int = 0
    hidden: int = 0

    def begin(self, name: str, element: Any) -> None:
        self.hidden += name in _UNSEEN
        self.raised += name == "sup"
        if name not in _INLINE:
            self.flush()
            self.around.append((name, _names(element)))
        if name == "tr":
            self.rows.append([])
        if name in _CELLS:
            self.found.append([])

    def end(self, name: str) -> None:
        if name not in _INLINE:
            self.flush()
            self.around.pop()
        if name in _CELLS:
            cell = self.found.pop()
            if self.rows:
                self.rows[-1].append(cell)
            else:
                self.found[-1] += cell
        if name == "tr":
            self.found[-1] += row_blocks(self.rows.pop())
        self.hidden -= name in _UNSEEN
        self.raised -= name == "sup"

    def flush(self) -> None:
        text = " ".join("".join(self.held).replace("\u00a0", " ").split())
        self.held.clear()
        if text:
            self.number += 1
            style, level = _style(self.around)
            place = Place(unit="paragraph", number=self.number)
            self.found[-1].append(Block(text=text, place=place, style=style, level=level))


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"[:200]


def _style(around: list[tuple[str, str]]) -> tuple[str, int]:
    for name, names in reversed(around):
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            return HEADING, int(name[1])
        if name == "nav" or _TOC.search(names):
            return CONTENTS, 0
        if name in {"aside", "footer"} or _NAMED.search(names):
            return NOTE, 0
    return TEXT, 0


def _library() -> Any:
    try:
        from lxml import etree  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    return etree
