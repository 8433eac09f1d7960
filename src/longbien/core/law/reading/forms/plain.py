# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text and Markdown into blocks: a block for each line."""

import re
from typing import Final

from longbien.core.law.reading.blocks import CONTENTS, HEADING, NOTE, TEXT, Block, Blocks, Diagnostic, Place
from longbien.core.law.reading.forms.encodings import decoded
from longbien.core.law.reading.forms.unwrapping import is_wrapped, unwrapped

_BREAKS: Final = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_RULE: Final = re.compile(r"^ {0,3}([-*_=])(?:[ \t]*\1){2,}[ \t]*$")
_NOTE: Final = re.compile(r"^\[\^[^\]\s]{1,30}\]:")
_LINK: Final = re.compile(r"^\s*[-*+\d.]+\s+\[[^\]]{1,300}\]\(#[^)]{0,300}\)\s*$")
_STRONG: Final = re.compile(r"^(?:\*\*|__)(.{1,300}?)(?:\*\*|__)[ \t]*$")
_MARKS: Final = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
_QUOTE: Final = re.compile(r"^ {0,3}>[ \t]?")


def read_plain(data: bytes, *, language: str = "", encoding: str = "", unwrap: bool | None = None) -> Blocks:
    """Read plain text; lines of a narrow page are joined to paragraphs if most of them end in the middle of a sentence."""
    text, notes = decoded(data, language=language, declared=encoding)
    lines = _BREAKS.split(text)
    blocks = tuple(
        Block(text=line, place=Place(unit="line", number=number))
        for number, line in enumerate(lines, 1)
        if line.strip()
    )
    if unwrap is True or (unwrap is None and is_wrapped([one.text for one in blocks])):
        joined = unwrapped(blocks, language)
        note = Diagnostic(
            code="law_reading.unwrapped", values={"lines": len(blocks), "paragraphs": len(joined)}
        )
        return Blocks(form="text", blocks=joined, notes=(*notes, note))
    return Blocks(form="text", blocks=blocks, notes=notes)


def read_markdown(data: bytes, *, language: str = "", encoding: str = "") -> Blocks:
    """Read Markdown: headings with their levels, footnotes, lists of links to places in the text (contents); marks of emphasis go."""
    text, notes = decoded(data, language=language, declared=encoding)
    blocks: list[Block] = []
    for number, line in enumerate(_BREAKS.split(text), 1):
        place = Place(unit="line", number=number)
        if not line.strip() or _RULE.match(line):
            continue
        heading = _HEADING.match(line)
        strong = _STRONG.match(line)
        if heading:
            blocks.append(Block(text=_plain(heading[2]), place=place, style=HEADING, level=len(heading[1])))
        elif strong and len(strong[1]) < 200:
            blocks.append(Block(text=_plain(strong[1]), place=place, style=HEADING, level=7))
        elif _LINK.match(line):
            blocks.append(Block(text=_plain(line), place=place, style=CONTENTS))
        else:
            style = NOTE if _NOTE.match(line) else TEXT
            blocks.append(Block(text=_plain(_QUOTE.sub("", line)), place=place, style=style))
    return Blocks(form="markdown", blocks=tuple(one for one in blocks if one.text.strip()), notes=notes)


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", _MARKS.sub(r"\2", text))
