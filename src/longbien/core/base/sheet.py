# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as values, in one language (a record, an agenda, a report): what is printed is made from them, `longbien.bridge` only sets it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a section. `kind`: pair (label and value), text, item, alert, small, table, names.

    `cells` are its texts; of a table the first of `rows` is its head; of names `cells` is the label and `rows[0]` the names.
    """

    kind: str
    cells: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading (level 2, or 3 below another) and what stands below it."""

    title: str
    rows: tuple[Row, ...]
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the paper: the same data for programs."""

    name: str
    media_type: str
    description: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper. `mark` stands on every page of an exercise; `foot` below every page."""

    language: str
    title: str
    kicker: str
    lead: str
    sections: tuple[Section, ...]
    on: date
    mark: str = ""
    foot: str = ""
    attachment: Attachment | None = None


def pair(label: str, value: str) -> Row:
    """Make a row of a label and its value."""
    return Row(kind="pair", cells=(label, value))


def text(words: str, *, kind: str = "text") -> Row:
    """Make a row of words: `text`, `item`, `small` or `alert`."""
    return Row(kind=kind, cells=(words,))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Row:
    """Make a table with its head."""
    return Row(kind="table", rows=(tuple(head), *(tuple(row) for row in rows)))


def names(label: str, those: Sequence[str]) -> Row:
    """Make a list of names that is set in columns."""
    return Row(kind="names", cells=(label,), rows=(tuple(those),))
