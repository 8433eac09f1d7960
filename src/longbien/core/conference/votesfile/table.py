# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of recorded votes from its first line to its last: what separates its columns, where they stand, and all items.

The lines come from a door, which has decoded them; none is longer than `MAX_LINE` characters.
"""

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.conference.votesfile.gather import Gathering, Report, Settings
from longbien.core.conference.votesfile.shape import read_shape
from longbien.core.conference.votesfile.spelling import VOTES

MAX_LINE: Final = 1_000_000
"""Characters of a line; a door that cuts a longer one off gives a piece of exactly this length, which is refused."""
FALLBACK: Final = "cp1252"
"""The encoding that is assumed where a file is not UTF-8 and has no mark."""
_SEPARATOR: Final = "sep="
_NO_DELIMITER: Final = '"\r\n\0'
_BLANK_LINES: Final = 100
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a table is to be read where it does not say so itself: headings by column, a delimiter, votes by spelling, names that are no State's."""

    columns: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = ""
    spellings: Mapping[str, str] = field(default_factory=dict)
    any_name: bool = False


def encoding_of(head: bytes) -> str:
    """Give the encoding that a mark at the beginning of a file says; UTF-8 without one."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")


def decoded(data: bytes, encoding: str = "") -> tuple[str, bool]:
    """Give the text of a whole file, and whether its encoding was assumed (windows-1252); MalformedError `conference_votes.file_encoding`."""
    first = encoding or encoding_of(data)
    for name in (first, FALLBACK) if first == "utf-8" and not encoding else (first,):
        try:
            return data.decode(name), name == FALLBACK and not encoding
        except UnicodeDecodeError:
            continue
    raise MalformedError("conference_votes.file_encoding", encoding=first)


def gather(lines: Iterator[str], how: How, report: Report) -> Gathering:
    """Read a table; `report` is told each finding.

    MalformedError `conference_votes.file_empty`, `…file_headings`, `…file_line` and those of `Gathering.read`; UsageError `…file_spelling`, `…file_delimiter`.
    """
    for spelling, vote in how.spellings.items():
        if vote not in VOTES:
            raise UsageError("conference_votes.file_spelling", spelling=spelling[:40], known=", ".join(VOTES))
    if how.delimiter and (len(how.delimiter) != 1 or how.delimiter in _NO_DELIMITER):
        raise UsageError("conference_votes.file_delimiter", delimiter=how.delimiter[:20])
    checked = _bounded(lines)
    delimiter = how.delimiter
    for before, line in enumerate(checked, start=1):
        text = line.strip()
        if text.lower().startswith(_SEPARATOR) and len(text) == len(_SEPARATOR) + 1:
            delimiter = delimiter or (text[-1] if text[-1] not in _NO_DELIMITER else "")
        elif text:
            shape = read_shape(line, how.columns, delimiter=delimiter)
            settings = Settings(shape=shape, before=before, spellings=how.spellings, any_name=how.any_name)
            found = Gathering(settings, report)
            found.read(checked)
            return found
        elif before >= _BLANK_LINES:
            break
    raise MalformedError("conference_votes.file_empty")


def _bounded(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if len(line) >= MAX_LINE:
            raise MalformedError("conference_votes.file_line", line=number, limit=MAX_LINE)
        yield line
