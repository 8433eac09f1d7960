# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page as blocks: what stands between two breaks of line, with what a page's markup says of it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.errors import MalformedError

MAX_BLOCKS: Final = 5000
MAX_TEXT: Final = 400_000
"""Characters of text on a page; beyond that it is no press report."""
ENDS: Final = tuple(".!?…。！？؟۔")
"""What a sentence ends with."""
CLOSERS: Final = "\"'”’»)]）」』"
_WRAPPED: Final = range(45, 140)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block. `furniture`: the markup calls it navigation and the like; `links`: share of its text that is a link (0-100)."""

    text: str
    heading: bool = False
    furniture: bool = False
    links: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file as text: its blocks, and what its markup says of title, day, publisher and language ("" and None: nothing)."""

    blocks: tuple[Block, ...]
    title: str = ""
    published: date | None = None
    publisher: str = ""
    language: str = ""


def text_blocks(text: str) -> tuple[Block, ...]:
    """Cut plain text into blocks: one a line, but lines that were only wrapped belong together."""
    found: list[Block] = []
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        lines = [line for line in lines if line]
        found += [Block(text=line) for line in (_joined(lines) if _is_wrapped(lines) else lines)]
    check_size(len(found), len(text))
    return tuple(found)


def check_size(blocks: int, characters: int) -> None:
    """Refuse what is too large to be a report: MalformedError `treaty.press_too_long`."""
    if blocks > MAX_BLOCKS or characters > MAX_TEXT:
        raise MalformedError("treaty.press_too_long", limit=MAX_TEXT, blocks=MAX_BLOCKS)


def is_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does, and is long enough to be one."""
    return text.rstrip(CLOSERS).endswith(ENDS) and words_in(text) >= 5


def is_truncated(text: str) -> bool:
    """Tell whether a text breaks off: an ellipsis, or two full stops, at its end."""
    end = text.rstrip(CLOSERS + " ")
    return end.endswith(("…", "..")) or text.rstrip().endswith(("[...]", "[…]", "(...)"))


def words_in(text: str) -> int:
    """Count words; two characters of a script without spaces count as one."""
    wide = len(re.findall("[\u3400-\u9fff]", text))
    return len(text.split()) + wide // 2


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether the lines of a part are one paragraph: of nearly one width, and hardly any but the last ends a sentence."""
    if len(lines) < 2:
        return False
    inner = lines[:-1]
    if not all(len(line) in _WRAPPED for line in inner) or len(lines[-1]) > max(map(len, inner)) + 10:
        return False
    widest = max(map(len, inner))
    ends = sum(line.rstrip(CLOSERS).endswith(ENDS) for line in inner)
    return min(map(len, inner)) >= widest - 25 and ends * 2 < len(inner) + 1


def _joined(lines: list[str]) -> list[str]:
    return [" ".join(lines)]
