# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDF into blocks, by pypdf: only one that has text. A scan is refused with what to do; running heads and page numbers go to the notes."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.core.law.provisions.lines import MAX_CHARACTERS
from longbien.core.law.reading.blocks import NOTE, TEXT, Block, Blocks, Diagnostic, Place
from longbien.core.law.reading.forms.encodings import MAX_BYTES
from longbien.core.law.reading.forms.unwrapping import unwrapped

_MOST_PAGES: Final = 5000
_LEAST_LETTERS: Final = 20
"""Letters a page must have on average; a scan with a stamp of text has fewer."""
_OFTEN: Final = 0.5
_FIGURES: Final = re.compile(r"\d+")
_STOPS: Final = frozenset(".،؛:")
_STOPPED: Final = re.compile(r"^([.،؛:]+)(.*\w.*)$", re.DOTALL)
_BRACKETS: Final = re.compile(r"\s?(\d{1,4})\)\s?\((?!\S)")
_AROUND: Final = re.compile(r"^\(([^\W\d_]+)\s?(\d{1,4})\)$")
_PAGE_NUMBER: Final = re.compile(r"^\W*(?:\w{1,8}\s)?\d{1,4}(?:\s?[/|]\s?\d{1,4}|\s\w{1,4}\s\d{1,4})?\W*$")


def read_printed(data: bytes, *, language: str = "", unwrap: bool | None = None) -> Blocks:
    """Read PDF; RefusedError `law_reading.pdf_scanned`, `law_reading.pdf_locked`, `law_reading.too_long`; MalformedError `law_reading.pdf_broken`."""
    if len(data) > MAX_BYTES:
        raise MalformedError("base.too_large", limit=MAX_BYTES)
    pages = _pages(data)
    letters = sum(one.isalpha() for page in pages for line in page for one in line)
    if letters < _LEAST_LETTERS * len(pages):
        raise RefusedError("law_reading.pdf_scanned", pages=len(pages))
    bare = [at for at, page in enumerate(pages, 1) if not any(map(str.strip, page))]
    notes = [Diagnostic(code="law_reading.pdf_bare_page", place=Place(unit="page", number=at)) for at in bare]
    if is_right_to_left(pages):
        pages = [[word_order(line) for line in page] for page in pages] if is_turned(pages) else pages
        notes.append(Diagnostic(code="law_reading.pdf_right_to_left"))
    blocks, heads = _blocks(pages)
    if heads:
        notes.append(Diagnostic(code="law_reading.running_heads", values={"count": heads}))
    joined = blocks if unwrap is False else unwrapped(blocks, language)
    return Blocks(form="pdf", blocks=tuple(joined), notes=tuple(notes))


def is_right_to_left(pages: Sequence[Sequence[str]]) -> bool:
    """Tell whether most letters are of a script that runs from right to left."""
    letters = [one for page in pages[:50] for line in page for one in line if one.isalpha()]
    return 2 * sum("\u0590" <= one <= "\u08ff" for one in letters) > len(letters)


def is_turned(pages: Sequence[Sequence[str]]) -> bool:
    """Tell whether the words of such lines come in the order of the page, the last one first: then full stops stand at the beginning."""
    lines = [line.strip() for page in pages for line in page if line.strip()]
    return sum(line[0] in _STOPS for line in lines) > sum(line[-1] in _STOPS for line in lines)


def word_order(line: str) -> str:
    """Turn the words of a line around, each as it is; a number's brackets come together again."""
    if not any("\u0590" <= one <= "\u08ff" for one in line):
        return line
    words = []
    for word in reversed(line.split()):
        found = _STOPPED.match(word)
        words.append(found[2] + found[1] if found else word)
    joined = _BRACKETS.sub(r" (\1)", " ".join(words)).strip()
    return _AROUND.sub(r"\1 (\2)", joined)


def _pages(data: bytes) -> list[list[str]]:
    """Give the lines of each page."""
    reader = _reader(data)
    found: list[list[str]] = []
    size = 0
    try:
        for page in reader.pages:
            text = str(page.extract_text() or "")
            size += len(text)
            _bound(len(found), size)
            found.append(re.split(r"\r\n|[\r\n\v\f\u2028\u2029]", text))
    except LongBienError:
        raise
    except Exception as error:  # a foreign file may break the reader of PDF in any way
        raise MalformedError("law_reading.pdf_broken") from error
    if not found:
        raise MalformedError("law_reading.pdf_broken")
    return found


def _bound(pages: int, size: int) -> None:
    if pages >= _MOST_PAGES or size > MAX_CHARACTERS:
        raise RefusedError("law_reading.too_long", limit=MAX_CHARACTERS)


def _reader(data: bytes) -> Any:
    try:
        import pypdf  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(data), strict=False)
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
    except Exception as error:  # the same
        raise MalformedError("law_reading.pdf_broken") from error
    if not is_open:
        raise RefusedError("law_reading.pdf_locked")
    return reader


def _blocks(pages: Sequence[Sequence[str]]) -> tuple[list[Block], int]:
    """Give a block for each line; what stands at the edge of most pages is no part of the law."""
    full = [[line.strip() for line in page if line.strip()] for page in pages]
    seen = Counter(shape for page in full for shape in {*_edges(page).values()})
    often = {shape for shape, count in seen.items() if len(pages) > 2 and count >= _OFTEN * len(pages)}
    blocks: list[Block] = []
    heads = 0
    for number, page in enumerate(full, 1):
        place = Place(unit="page", number=number)
        edges = _edges(page)
        for at, line in enumerate(page):
            is_number = at in {0, len(page) - 1} and len(pages) > 1 and bool(_PAGE_NUMBER.match(line))
            is_head = edges.get(at) in often or is_number
            heads += is_head
            blocks.append(Block(text=line, place=place, style=NOTE if is_head else TEXT))
    return _notes_last(blocks), heads


def _edges(page: Sequence[str]) -> dict[int, str]:
    """Give what the outermost lines of a page look like: the first and last whatever their figures, the next ones word by word."""
    last = len(page) - 1
    found = {at: page[at] for at in (1, last - 1) if 0 <= at <= last}
    return found | {at: _FIGURES.sub("0", page[at]) for at in (0, last) if 0 <= at <= last}


def _notes_last(blocks: Sequence[Block]) -> list[Block]:
    """Put heads and page numbers behind the text, so that a paragraph goes on over the page."""
    return [*(one for one in blocks if one.style != NOTE), *(one for one in blocks if one.style == NOTE)]
