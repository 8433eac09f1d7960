# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of a table of votes: its delimiter and which column holds what, read from its first line."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.conference.votesfile.spelling import COLUMNS, NEEDED, folded, words

DELIMITERS: Final = (",", ";", "\t", "|")
STATE: Final = "state"
"""The column of States: of a name and a code beside each other, the code is read."""
_CODES: Final = frozenset({"code", "iso", "iso2", "iso3"})
_MAX_COLUMNS: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Where each column stands (counted from 0), how many there are, and what separates them."""

    columns: Mapping[str, int]
    width: int
    delimiter: str


def read_shape(line: str, named: Mapping[str, str], *, delimiter: str = "") -> Shape:
    """Read the line of headings. `named` gives the heading of a column that is not recognised by itself: {"item": "Vote id"}.

    MalformedError `conference_votes.file_headings` (columns missing), `…file_heading_twice`, `…file_broken`; UsageError `…file_column`.
    """
    unknown = next((one for one in named if one not in COLUMNS), None)
    if unknown is not None:
        raise UsageError("conference_votes.file_column", column=unknown[:40], known=", ".join(COLUMNS))
    options = (delimiter,) if delimiter else DELIMITERS
    found = [_columns(_split(line, one), named, one) for one in options]
    best = max(found, key=lambda shape: sum(name in shape.columns for name in COLUMNS))
    missing = [name for name in NEEDED if name not in best.columns]
    if missing:
        raise MalformedError("conference_votes.file_headings", missing=", ".join(missing))
    return best


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])[:_MAX_COLUMNS]
    except csv.Error as error:
        raise MalformedError("conference_votes.file_broken", line=1) from error


def _columns(headings: Sequence[str], named: Mapping[str, str], delimiter: str) -> Shape:
    said = {folded(heading): column for column, heading in named.items()}
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        name = folded(heading)
        column = said.get(name) or words().columns.get(name)
        if column is None or (column in named and name not in said):
            continue
        if (
            column == STATE
            and column in places
            and _is_code(name) is not _is_code(folded(headings[places[column]]))
        ):
            places[column] = place if _is_code(name) else places[column]
            continue
        if column in places:
            raise MalformedError("conference_votes.file_heading_twice", column=column, heading=heading[:40])
        places[column] = place
    return Shape(columns=places, width=len(headings), delimiter=delimiter)


def _is_code(heading: str) -> bool:
    """Tell whether a heading is that of a code."""
    return not _CODES.isdisjoint(heading.split()) or heading == "countrycode"
