# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bill of clauses: what a drafter chose, in the order of the Convention, cut into numbered pieces for a word processor or LegalDocML.

A bill names the clauses that it takes; two that are alternatives to each other cannot stand in one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.law.clauses.proposals import LANGUAGE, Proposal, proposal, proposals

_PARAGRAPH: Final = re.compile(r"\((?P<number>[0-9]{1,2})\)\s+(?P<text>.*)", re.DOTALL)
_POINT: Final = re.compile(r"\[?\((?P<number>[a-z])\)\s+(?P<text>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A numbered piece of a clause; `below` its points, `after` what follows them."""

    number: str
    text: str
    below: "tuple[Piece, ...]" = ()
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSection:
    """One clause of a bill: where it comes from, its heading, its pieces."""

    code: str
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill. `marks`: what stands on it in words: whose proposal it is, and that it is no advice."""

    title: str
    language: str
    on: date
    marks: tuple[str, ...]
    sections: tuple[ClauseSection, ...]


def chosen(codes: Sequence[str]) -> tuple[Proposal, ...]:
    """Give the clauses of a bill in the order of the Convention; none named means the widest wording of all.

    RefusedError `law_report.clause_unknown`, `law_report.clauses_twice` for one named twice, `law_report.clauses_exclude` for two
    alternatives to one another.
    """
    if not codes:
        return tuple(one for one in proposals() if not one.instead_of)
    found = [proposal(code) for code in codes]
    taken: dict[str, str] = {}
    for one in found:
        group = one.instead_of or one.code
        other = taken.get(group)
        if other == one.code:
            raise RefusedError("law_report.clauses_twice", clause=one.code)
        if other is not None:
            raise RefusedError("law_report.clauses_exclude", clause=one.code, other=other)
        taken[group] = one.code
    wanted = {one.code for one in found}
    return tuple(one for one in proposals() if one.code in wanted)


def bill_of(clauses: Sequence[Proposal], *, title: str, on: date, marks: Sequence[str]) -> Bill:
    """Make a bill of clauses."""
    sections = tuple(
        ClauseSection(code=one.code, heading=one.title, pieces=cut(one.clause)) for one in clauses
    )
    return Bill(title=title, language=LANGUAGE, on=on, marks=tuple(marks), sections=sections)


def cut(clause: str) -> tuple[Piece, ...]:
    """Cut the text of a clause into its paragraphs and points, as they are numbered; nothing is lost."""
    groups: list[list[str]] = []
    for line in clause.split("\n"):
        if not groups or _PARAGRAPH.fullmatch(line):
            groups.append([])
        groups[-1].append(line)
    return tuple(_piece(lines) for lines in groups)


def _piece(lines: list[str]) -> Piece:
    head = _PARAGRAPH.fullmatch(lines[0])
    points: list[Piece] = []
    opening = [head["text"] if head else lines[0]]
    after: list[str] = []
    for line in lines[1:]:
        point = _POINT.fullmatch(line)
        if point is not None and not after:
            bracket = "[" if line.startswith("[") else ""
            points.append(Piece(number=f"({point['number']})", text=bracket + point["text"]))
        elif points:
            after.append(line)
        else:
            opening.append(line)
    return Piece(
        number=f"({head['number']})" if head else "",
        text="\n".join(opening),
        below=tuple(points),
        after="\n".join(after),
    )
