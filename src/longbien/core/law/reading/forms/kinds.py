# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which form a file has, by its bytes first and its name second; and reading it into blocks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.reading.blocks import Blocks, Diagnostic, Place, bounded
from longbien.core.law.reading.forms.akn_read import read_akn
from longbien.core.law.reading.forms.encodings import MAX_BYTES
from longbien.core.law.reading.forms.page import read_page
from longbien.core.law.reading.forms.plain import read_markdown, read_plain
from longbien.core.law.reading.forms.printed import read_printed
from longbien.core.law.reading.forms.word import read_word

_HTML: Final = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_AKN: Final = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,20}:)?akomaNtoso[\s>]")
_TAG: Final = re.compile(
    rb"^\s*<(?:!--|p[\s>]|div[\s>]|h[1-6][\s>]|table[\s>]|meta[\s>]|span[\s>])", re.IGNORECASE
)
_LOOK: Final = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a file is to be read: the law's language, its encoding (empty: found out), whether lines are joined (None: found out)."""

    language: str
    encoding: str = ""
    unwrap: bool | None = None


FORMS: Final[Mapping[str, Callable[[bytes, How], Blocks]]] = MappingProxyType(
    {
        "akn": lambda data, _how: read_akn(data),
        "html": lambda data, how: read_page(data, language=how.language, encoding=how.encoding),
        "docx": lambda data, _how: read_word(data),
        "pdf": lambda data, how: read_printed(data, language=how.language, unwrap=how.unwrap),
        "markdown": lambda data, how: read_markdown(data, language=how.language, encoding=how.encoding),
        "text": lambda data, how: read_plain(
            data, language=how.language, encoding=how.encoding, unwrap=how.unwrap
        ),
        "jsonl": lambda data, _how: _lines(data),
    }
)
"""How each form is read."""
_ENDINGS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("md", "markdown"), "markdown"),
    **dict.fromkeys(("htm", "html", "xhtml"), "html"),
    **dict.fromkeys(("jsonl", "ndjson"), "jsonl"),
    **dict.fromkeys(("akn",), "akn"),
}
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x1f\x8b", "gzip"),
)


def read_blocks(data: bytes, how: How, *, name: str = "", form: str = "") -> Blocks:
    """Read a file into blocks; `form` is one of FORMS, or empty: then bytes and name tell.

    UsageError `law_reading.form_unknown`; RefusedError `law_reading.form_other`, `law_reading.no_text`, `law_reading.too_long` and those of
    each form; MalformedError of each form.
    """
    if form and form not in FORMS:
        raise UsageError("law_reading.form_unknown", form=form[:20], known=", ".join(FORMS))
    if len(data) > MAX_BYTES:
        raise MalformedError("base.too_large", limit=MAX_BYTES)
    if not data.strip(b" \t\r\n\x00"):
        raise RefusedError("law_reading.no_text")
    return bounded(FORMS[form or form_of(data, name)](data, how))


def form_of(data: bytes, name: str = "") -> str:
    """Tell a file's form; RefusedError `law_reading.form_other` for one that is known and not read."""
    for start, other in _OTHERS:
        if data.startswith(start):
            raise RefusedError("law_reading.form_other", form=other)
    if data.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis" in data[:200]:
            raise RefusedError("law_reading.form_other", form="ODT")
        return "docx"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    start = data[:_LOOK].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").replace(b"\x00", b"")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if start.startswith(b"<"):
        if _AKN.search(start):
            return "akn"
        if _HTML.search(start) or _TAG.match(start) or ending in {"htm", "html", "xhtml"}:
            return "html"
        if start.startswith(b"<?xml") or ending in {"xml", "akn"}:
            return "akn"
    if start.startswith(b"{") and b'"' in start[:10]:
        return "jsonl"
    return _ENDINGS.get(ending, "text")


def _lines(data: bytes) -> Blocks:
    found = read_lines(data)
    notes = [
        Diagnostic(code="law_reading.unread_member", values={"member": one[:40]}) for one in found.unread[:20]
    ]
    notes += [
        Diagnostic(code="law_reading.repeated", provision=one[:200], values={"id": one[:80]})
        for one in found.repeated[:200]
    ]
    places = tuple(Place(unit="line", number=at) for at in range(1, len(found.provisions) + 1))
    return Blocks(form="jsonl", notes=tuple(notes), provisions=found.provisions, places=places)
