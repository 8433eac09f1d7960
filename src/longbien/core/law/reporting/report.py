# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a report for the House and the minister says, drawn from a concordance: counts in words, gaps with clauses, safeguards, needs, dates.

Only what a reviewer decided counts; what two assessors share is not yet a decision. There is no score: a count stands beside the words
of what was counted, per strength of the duty, and nothing is added up across them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.law.clauses.proposals import Proposal, proposals_for
from longbien.core.law.concordance.codes import Coverage, Part, Practice, Strength
from longbien.core.law.concordance.public import public_form
from longbien.core.law.concordance.safeguards import Power, matrix
from longbien.core.law.concordance.table import Assessment, Concordance, Need, OptionChoice
from longbien.core.law.concordance.table import Row as Duty
from longbien.core.law.reporting.texts import ReportTexts
from longbien.core.treaty.provisions.citation import ProvisionId, ancestors, article_of
from longbien.core.treaty.provisions.clauses import ReservationClause
from longbien.core.treaty.provisions.indexes import Row, reservations

COUNTED: Final = (Strength.SHALL, Strength.CONSIDER, Strength.MAY)
"""The strengths of duties whose assessments are counted; the rest commands nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Of the duties of one strength: how many were found what, in law and in practice."""

    strength: Strength
    law: tuple[tuple[Coverage, int], ...]
    practice: tuple[tuple[Practice, int], ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A gap that the reviewer declared, and what could be done: the row's own clauses, and those that this software proposes."""

    row: Duty
    found: Assessment
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservable:
    """A clause of the Convention that allows a reservation or asks for a declaration, and the gaps that it bears on."""

    clause: Row[ReservationClause]
    gaps: tuple[ProvisionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What the State made of something that the Convention leaves to it."""

    row: ProvisionId
    choice: OptionChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNeed:
    """A need of assistance, and the duty from which it grows."""

    row: ProvisionId
    need: Need


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that the report says. `public`: it was drawn from the public version, and knows nothing else."""

    concordance: Concordance
    texts: ReportTexts
    made_on: date
    counts: tuple[Count, ...]
    gaps: tuple[Gap, ...]
    applied: tuple[Duty, ...]
    obstacles: tuple[tuple[str, tuple[ProvisionId, ...]], ...]
    reservations: tuple[Reservable, ...]
    options: tuple[Option, ...]
    powers: tuple[Power, ...]
    needs: tuple[ReportNeed, ...]
    timetable: tuple[Duty, ...]
    dissents: tuple[Duty, ...]
    withheld: tuple[Duty, ...]

    @property
    def public(self) -> bool:
        """Tell whether it is the public version."""
        return self.concordance.public

    @property
    def undecided(self) -> tuple[Duty, ...]:
        """Give the duties that no reviewer has decided."""
        return tuple(row for row in self.concordance.rows if _decided(row) is None and not gone(row))


def draw_report(
    concordance: Concordance, texts: ReportTexts, *, made_on: date, public: bool = False
) -> Report:
    """Draw the report. The public one is drawn from the public version alone, so that nothing else can leak into it."""
    if public or concordance.public:
        concordance, texts = public_form(concordance), texts.public()
    rows = concordance.rows
    gaps = tuple(_gaps(rows))
    declared = tuple(one.row.id for one in gaps)
    return Report(
        concordance=concordance,
        texts=texts,
        made_on=made_on,
        counts=tuple(_count(rows, strength) for strength in COUNTED),
        gaps=gaps,
        applied=tuple(row for row in rows if _applied(row)),
        obstacles=_obstacles(gaps),
        reservations=tuple(_reservations(rows, declared)),
        options=tuple(_options(rows)),
        powers=matrix(concordance),
        needs=tuple(
            ReportNeed(row=row.id, need=need)
            for row in rows
            if (found := _decided(row)) is not None
            for need in found.needs
        ),
        timetable=_timetable(rows),
        dissents=tuple(row for row in rows if row.dissents or row.dissenting),
        withheld=tuple(row for row in rows if row.withheld) if concordance.public else (),
    )


def gone(row: Duty) -> bool:
    """Tell whether the public version left out a row's assessments, so that nothing is said of what was found."""
    return bool(row.withheld & {Part.ROW, Part.ASSESSMENTS}) and not row.assessments


def coverage_of(row: Duty) -> Coverage:
    """Say what stands of the law: the reviewer's word, or that nothing was decided."""
    found = _decided(row)
    return found.law if found is not None else Coverage.NOT_ASSESSED


def _decided(row: Duty) -> Assessment | None:
    return row.standing


def _count(rows: tuple[Duty, ...], strength: Strength) -> Count:
    own = [row for row in rows if row.strength is strength and not gone(row)]
    law = [coverage_of(row) for row in own]
    practice = [found.practice if (found := _decided(row)) is not None else Practice.UNKNOWN for row in own]
    return Count(
        strength=strength,
        law=tuple((code, law.count(code)) for code in Coverage),
        practice=tuple((code, practice.count(code)) for code in Practice),
        total=len(own),
    )


def _gaps(rows: tuple[Duty, ...]) -> Iterable[Gap]:
    for row in rows:
        found = _decided(row)
        if found is not None and found.declares_gap and row.strength in COUNTED:
            clauses = () if Part.CLAUSES in row.withheld else _fitting(row)
            yield Gap(row=row, found=found, proposals=clauses)


def _fitting(row: Duty) -> tuple[Proposal, ...]:
    """Give the proposals that name the duty itself; where there is none, those of what stands around it."""
    near = proposals_for(row.id)
    exact = tuple(one for one in near if row.id in (*one.carries_out, *one.takes_up))
    return exact or near


def _applied(row: Duty) -> bool:
    found = _decided(row)
    return found is not None and found.law is Coverage.FULL and found.practice is Practice.APPLIED


def _obstacles(gaps: tuple[Gap, ...]) -> tuple[tuple[str, tuple[ProvisionId, ...]], ...]:
    found: dict[str, list[ProvisionId]] = {}
    for gap in gaps:
        for code in gap.found.obstacles:
            found.setdefault(code, []).append(gap.row.id)
    return tuple((code, tuple(those)) for code, those in sorted(found.items()))


def _reservations(rows: tuple[Duty, ...], gaps: tuple[ProvisionId, ...]) -> Iterable[Reservable]:
    """Give the clauses on the articles that the table has, and those on the whole Convention's procedure, which every State considers."""
    articles = {row.article for row in rows}
    for clause in reservations():
        concerned = clause.fact.concerns
        bearing = tuple(
            one for one in gaps if any(one == each or each in ancestors(one) for each in concerned)
        )
        own = article_of(clause.duty.id) in articles or any(article_of(one) in articles for one in concerned)
        if own or article_of(clause.duty.id) > _LAST_OF_LAW:
            yield Reservable(clause=clause, gaps=bearing)


_LAST_OF_LAW: Final = 34
"""The last article of the chapters that national law carries out; later ones are considered whatever the table has."""


def _options(rows: tuple[Duty, ...]) -> Iterable[Option]:
    for row in rows:
        found = _decided(row)
        if found is not None:
            for choice in found.options:
                yield Option(row=row.id, choice=choice)


def _timetable(rows: tuple[Duty, ...]) -> tuple[Duty, ...]:
    """Give the rows with an owner, a date or a bill, the nearest date first and those without one last."""
    owned = [row for row in rows if row.ministry or row.due or row.bill_stage]
    return tuple(sorted(owned, key=lambda row: (row.due is None, row.due or date.max)))
