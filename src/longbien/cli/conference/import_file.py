# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The file of `longbien conference import-votes`: options that say how it is read, its encoding, its text."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Final, TextIO

import click

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.conference.votesfile.table import FALLBACK, How, encoding_of

_CHUNK: Final = 1024 * 1024
_TABS: Final = frozenset({"tab", "\\t"})
_OPTIONS: Final = (
    click.option("--column", "columns", multiple=True, help="The heading of a column: item=HEADING."),
    click.option(
        "--spelling",
        "spellings",
        multiple=True,
        help="What a vote in the file means: 1=yes (yes, no, abstain, absent).",
    ),
    click.option("--delimiter", default="", help="What separates columns (otherwise found by itself)."),
    click.option("--encoding", default="", help="The file's encoding (otherwise found by itself)."),
    click.option("--any-name", is_flag=True, help="Count names that are no State's, too."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a file is to be read: what its table does not say itself, and its encoding (empty: found by itself)."""

    how: How
    encoding: str


def reading_options(command: Callable[..., object]) -> Callable[..., object]:
    """Give a command the options that say how a file is read, which it receives as one `reading`."""

    @wraps(command)
    def read(
        *,
        columns: Sequence[str],
        spellings: Sequence[str],
        delimiter: str,
        encoding: str,
        any_name: bool,
        **rest: object,
    ) -> object:
        how = How(
            columns=_pairs(columns),
            delimiter="\t" if delimiter in _TABS else delimiter,
            spellings=_pairs(spellings),
            any_name=any_name,
        )
        return command(reading=Reading(how=how, encoding=encoding), **rest)

    return _with_options(read)


def _with_options(command: Callable[..., object]) -> Callable[..., object]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@contextmanager
def opened(path: Path, encoding: str) -> Iterator[tuple[TextIO, bool]]:
    """Open a table as text; the flag tells that its encoding was assumed. UsageError `cli.file_unreadable`, `conference_votes.file_encoding_unknown`."""
    if encoding:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise UsageError("conference_votes.file_encoding_unknown", encoding=encoding[:40]) from error
    try:
        name, assumed = (encoding, False) if encoding else _encoding(path)
        with path.open(encoding=name, newline="") as text:
            yield text, assumed
    except OSError as error:
        raise UsageError("cli.file_unreadable", file=path.name) from error
    except UnicodeError as error:
        raise MalformedError("conference_votes.file_encoding", encoding=name) from error


def _encoding(path: Path) -> tuple[str, bool]:
    """Find the encoding: what the file's first bytes say, or UTF-8 if all of it is; otherwise windows-1252 is assumed, and said."""
    with path.open("rb") as file:
        chunk = file.read(_CHUNK)
        marked = encoding_of(chunk)
        if marked != "utf-8":
            return marked, False
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return FALLBACK, True
    return "utf-8", False


def _pairs(given: Sequence[str]) -> dict[str, str]:
    found = {}
    for item in given:
        name, is_given, value = item.partition("=")
        if not is_given or not name.strip() or not value.strip():
            raise UsageError("cli.field_form", field=item[:80])
        found[name.strip()] = value.strip()
    return found
