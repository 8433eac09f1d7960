# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reservations and declarations that a State drafts: to something that exists, under a clause that allows it or under none.

The Convention closes no list: a State may name any article, and others may object (a State has reserved on Articles 14 to 16, for
which no clause provides). So a reservation without a clause is told, never refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.flaws import Flaw, flaw, warning
from longbien.core.treaty.provisions.citation import ProvisionId, ancestors, cite_short, parse_provision_id
from longbien.core.treaty.provisions.clauses import ReservationClause
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.indexes import Row, reservations

NO_CLAUSE: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What a reservation touches, and under which clauses of the Convention: none means that no clause provides for it."""

    provision: str
    clauses: tuple[Row[ReservationClause], ...]


def covered(provision: str) -> Covered:
    """Find the clauses that provide for a reservation to an article or paragraph."""
    found = tuple(row for row in _clauses() if any(_touches(provision, one) for one in row.fact.concerns))
    return Covered(provision=provision, clauses=found)


def exists(provision: str) -> bool:
    """Tell whether the Convention has such an article or paragraph."""
    try:
        return convention().has(parse_provision_id(provision))
    except MalformedError:
        return False


def check_reservations(answers: Answers) -> Iterator[Flaw]:
    """Check each reservation: that it is to something, that it has a text, that its clause reaches it."""
    touched: dict[str, int] = {}
    for number in answers.numbers("reservation"):
        step = f"reservation.{number}"
        provisions = answers.items(f"{step}.to")
        if not provisions:
            yield flaw("joining.reservation_nothing", f"{step}.to", cite="63.3")
        if not answers.has(f"{step}.text"):
            yield flaw("joining.missing", f"{step}.text")
        for one in provisions:
            if not exists(one):
                yield flaw("joining.provision_unknown", f"{step}.to", provision=one)
            elif one in touched:
                yield flaw(
                    "joining.reservation_twice",
                    f"{step}.to",
                    provision=cite_short(ProvisionId(one)),
                    number=touched[one],
                )
            touched.setdefault(one, number)
        yield from _clause(answers, step, tuple(one for one in provisions if exists(one)))


def check_declarations(answers: Answers) -> Iterator[Flaw]:
    """Check each declaration: that it has a text, and that what it is about exists."""
    for number in answers.numbers("declaration"):
        step = f"declaration.{number}"
        if not answers.has(f"{step}.text"):
            yield flaw("joining.missing", f"{step}.text")
        for one in answers.items(f"{step}.to"):
            if not exists(one):
                yield flaw("joining.provision_unknown", f"{step}.to", provision=one)


def _clause(answers: Answers, step: str, provisions: tuple[str, ...]) -> Iterator[Flaw]:
    named = answers.get(f"{step}.clause")
    known: dict[str, Row[ReservationClause]] = {row.duty.id: row for row in _clauses()}
    if named and named != NO_CLAUSE and named not in known:
        yield flaw("joining.clause_unknown", f"{step}.clause", clause=named, clauses=", ".join(known))
        return
    for one in provisions:
        provided = [row.duty.id for row in covered(one).clauses]
        shown = cite_short(ProvisionId(one))
        if named in known and named not in provided:
            yield flaw(
                "joining.clause_scope",
                f"{step}.clause",
                cite=named,
                provision=shown,
                clause=cite_short(ProvisionId(named)),
            )
        elif not provided:
            yield warning("joining.no_clause", f"{step}.to", provision=shown)
        elif not named or named == NO_CLAUSE:
            clauses = ", ".join(cite_short(ProvisionId(clause)) for clause in provided)
            yield warning("joining.clause_there", f"{step}.clause", provision=shown, clauses=clauses)
    if named in known and known[named].fact.limit:
        yield warning("joining.clause_limit", f"{step}.text", cite=named, limit=known[named].fact.limit or "")


def _clauses() -> tuple[Row[ReservationClause], ...]:
    return tuple(row for row in reservations() if row.fact.kind == "reservation")


def _touches(provision: str, concerned: str) -> bool:
    """Tell whether one of two provisions stands in the other, or they are the same."""
    one, other = ProvisionId(provision), ProvisionId(concerned)
    return one == other or other in ancestors(one) or one in ancestors(other)
