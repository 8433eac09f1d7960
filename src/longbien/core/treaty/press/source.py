# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A press report as it lies on a disk: bytes of plain text or HTML, of bounded size, in an encoding that says what it is.

MalformedError `treaty.press_too_large`, `treaty.press_binary`, `treaty.press_encoding`, `treaty.press_empty`,
`treaty.press_too_long`, `treaty.press_markup`.
"""

import codecs
import re
import unicodedata
from typing import BinaryIO, Final

from longbien.core.base.errors import MalformedError
from longbien.core.treaty.press.blocks import Page, text_blocks
from longbien.core.treaty.press.markup import looks_like_markup, read_markup

MAX_BYTES: Final = 4 * 1024 * 1024
"""A report's page with its scripts is smaller."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_KNOWN: Final = frozenset(
    {"utf-8", "utf8", "windows-1250", "windows-1251", "windows-1252", "windows-1256", "windows-1258"}
    | {
        "iso-8859-1",
        "iso-8859-2",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-15",
        "koi8-r",
        "gbk",
        "gb2312",
        "gb18030",
    }
    | {"big5", "us-ascii"}
)
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_KEPT: Final = frozenset("\n\u200c\u200d")
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_MAX_UNSHOWN: Final = 50
"""Of a thousand characters, so many may be control characters that do not belong into text."""


def read_bytes(file: BinaryIO) -> bytes:
    """Read a file of bounded size."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise MalformedError("treaty.press_too_large", limit=MAX_BYTES)
    return data


def read_page(data: bytes) -> Page:
    """Read bytes as a page; the codes of the module are raised for what is none."""
    if len(data) > MAX_BYTES:
        raise MalformedError("treaty.press_too_large", limit=MAX_BYTES)
    text = _clean(_decode(data))
    if not text.strip():
        raise MalformedError("treaty.press_empty")
    page = read_markup(text) if looks_like_markup(text) else Page(blocks=text_blocks(text))
    if not page.blocks:
        raise MalformedError("treaty.press_empty")
    return page


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if b"\0" in data:
        raise MalformedError("treaty.press_binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data[:4096])
        name = declared[1].decode("ascii").lower() if declared else ""
        if name not in _KNOWN or name in {"utf-8", "utf8", "us-ascii"}:
            raise MalformedError("treaty.press_encoding", position=error.start) from error
        return _strictly(data, name)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedError("treaty.press_encoding", position=error.start) from error


def _clean(text: str) -> str:
    text = _BREAKS.sub("\n", text).replace("\t", " ").replace("\u00a0", " ")
    strange = {letter for letter in set(text) - _KEPT if unicodedata.category(letter) in _UNSHOWN}
    controls = sum(text.count(letter) for letter in strange if unicodedata.category(letter) == "Cc")
    if 1000 * controls > _MAX_UNSHOWN * len(text):
        raise MalformedError("treaty.press_binary")
    text = text.translate(dict.fromkeys(map(ord, strange)))
    return unicodedata.normalize("NFC", text)
