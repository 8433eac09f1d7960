# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public version of a concordance: what may be read by everybody, with what is left out named as such.

Published is what was reviewed: the reviewer's decision, and each dissent from it. Drafts of assessments, suggestions of machines, comments and
evidence that are not marked public, and who did what, stay at home; an assessor is a seat there, not a person. A row may withhold parts.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from longbien.core.law.concordance.codes import Part, Practice, Seat
from longbien.core.law.concordance.table import Assessment, Concordance, Row


def public_form(value: Concordance) -> Concordance:
    """Give the public version; one that is public already is given as it is."""
    if value.public:
        return value
    return replace(value, public=True, suggestions=(), rows=tuple(_row(row) for row in value.rows))


def _row(row: Row) -> Row:
    if Part.ROW in row.withheld:
        return Row(id=row.id, withheld=frozenset({Part.ROW}))
    dissenting = row.dissenting
    kept = [one for one in row.assessments if one.seat is Seat.REVIEWER or one in dissenting]
    seats = {(one.round, one.author): one.seat for one in row.assessments}
    made = replace(
        row,
        opened=False,
        first="",
        second="",
        reviewer="",
        links=tuple(replace(one, by="") for one in row.links),
        assessments=tuple(_assessment(one) for one in kept),
        clauses=tuple(replace(one, author="") for one in row.clauses),
        comments=tuple(replace(one, author=one.origin.value) for one in row.comments if one.public),
        dissents=tuple(
            replace(one, author=seats.get((one.round, one.author), Seat.FIRST).value) for one in row.dissents
        ),
    )
    for part in Part:
        if part in row.withheld:
            made = _WITHOUT[part](made)
    return made


def _assessment(one: Assessment) -> Assessment:
    evidence = tuple(replace(item, author="") for item in one.evidence if item.public)
    return replace(one, author=one.seat.value, evidence=evidence)


def _each(change: Callable[[Assessment], Assessment]) -> Callable[[Row], Row]:
    return lambda row: replace(row, assessments=tuple(change(one) for one in row.assessments))


_WITHOUT: Final[Mapping[Part, Callable[[Row], Row]]] = MappingProxyType(
    {
        Part.ROW: lambda row: row,
        Part.LINKS: lambda row: replace(row, links=()),
        Part.ASSESSMENTS: lambda row: replace(row, assessments=(), dissents=()),
        Part.PRACTICE: _each(lambda one: replace(one, practice=Practice.UNKNOWN)),
        Part.GAP: _each(lambda one: replace(one, gap="", risk="", note="", obstacles=())),
        Part.CLAUSES: lambda row: replace(row, clauses=()),
        Part.NEEDS: _each(lambda one: replace(one, needs=())),
        Part.EVIDENCE: _each(lambda one: replace(one, evidence=(), confidence=None)),
        Part.COMMENTS: lambda row: replace(row, comments=()),
        Part.OWNER: lambda row: replace(row, ministry="", due=None, bill_stage=""),
    }
)
"""What each part's withholding leaves of a row."""
