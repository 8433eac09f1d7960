# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as values, in one language (a record, an agenda, a report): what is printed is made from them, `longbien.bridge` only sets it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a section. `kind`: pair (label and value), text, item, alert, small, table, names, bars, quote, clause, withheld.

    `cells` are its texts; of a table the first of `rows` is its head; of names `cells` is the label and `rows[0]` the names; of bars
    each of `rows` is a label and a count. Of a quote or clause `cells` are the words, their language and a caption, for they may
    be in another language than the paper. `shares`: how wide the columns of a table are, one to another; () leaves it to the setter.
    """

    kind: str
    cells: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading (level 2, or 3 below another) and what stands below it. `new_page`: it begins one."""

    title: str
    rows: tuple[Row, ...]
    level: int = 2
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the paper: the same data for programs."""

    name: str
    media_type: str
    description: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper. `mark` stands on every page of an exercise, `foot` below every page.

    `contents` heads the list of its sections, which stands after the first one ("": none). A cell that says exactly `withheld` is set so that everybody sees that something was taken out.
    """

    language: str
    title: str
    kicker: str
    lead: str
    sections: tuple[Section, ...]
    on: date
    mark: str = ""
    foot: str = ""
    contents: str = ""
    withheld: str = ""
    attachment: Attachment | None = None


def pair(label: str, value: str) -> Row:
    """Make a row of a label and its value."""
    return Row(kind="pair", cells=(label, value))


def text(words: str, *, kind: str = "text") -> Row:
    """Make a row of words: `text`, `item`, `small`, `alert` or `withheld`."""
    return Row(kind=kind, cells=(words,))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, shares: Sequence[int] = ()) -> Row:
    """Make a table with its head."""
    return Row(kind="table", rows=(tuple(head), *(tuple(row) for row in rows)), shares=tuple(shares))


def names(label: str, those: Sequence[str]) -> Row:
    """Make a list of names that is set in columns."""
    return Row(kind="names", cells=(label,), rows=(tuple(those),))


def bars(rows: Sequence[tuple[str, int]]) -> Row:
    """Make a picture of counts: a bar for each label, with its number beside it."""
    return Row(kind="bars", rows=tuple((label, str(count)) for label, count in rows))


def quoted(words: str, *, language: str, caption: str, kind: str = "quote") -> Row:
    """Make a text in its own language and direction: a `quote` from a law, or a `clause` that is proposed."""
    return Row(kind=kind, cells=(words, language, caption))
