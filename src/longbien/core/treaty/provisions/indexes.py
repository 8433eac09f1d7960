# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists across the whole Convention, each derived from the duties: nothing in them is written twice.

for row in notices():
    row.duty.cite, row.fact.to, row.fact.what
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from longbien.core.treaty.provisions.clauses import (
    Deadline,
    Elements,
    Ground,
    Notice,
    Register,
    ReservationClause,
    Threshold,
)
from longbien.core.treaty.provisions.convention import Convention, convention
from longbien.core.treaty.provisions.duties import Duty

Fact_co = TypeVar("Fact_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[Fact_co]):
    """One row of an index: the duty, and what it says on the index's subject."""

    duty: Duty
    fact: Fact_co


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a request must say: its items in order."""

    items: tuple[Duty, ...]


def notices(of: Convention | None = None) -> tuple[Row[Notice], ...]:
    """List what must be told to whom."""
    return _rows(of, lambda duty: _one(duty.notice))


def registers(of: Convention | None = None) -> tuple[Row[Register], ...]:
    """List the registers that the Convention sets up."""
    return _rows(of, lambda duty: _one(duty.register))


def reservations(of: Convention | None = None) -> tuple[Row[ReservationClause], ...]:
    """List the clauses that allow a reservation or ask for a declaration. A State may make others, to which others may object."""
    return _rows(of, lambda duty: _one(duty.reservation))


def deadlines(of: Convention | None = None) -> tuple[Row[Deadline], ...]:
    """List every time that the Convention sets."""
    return _rows(of, lambda duty: _one(duty.deadline))


def refusal_grounds(of: Convention | None = None) -> tuple[Row[Ground], ...]:
    """List the grounds on which something may be refused; a duty with several has several rows."""
    return _rows(of, lambda duty: duty.grounds)


def prohibited_grounds(of: Convention | None = None) -> tuple[Row[str], ...]:
    """List the grounds on which nothing may be refused."""
    return _rows(of, lambda duty: _one(duty.prohibited_ground))


def thresholds(of: Convention | None = None) -> tuple[Row[Threshold], ...]:
    """List the limits that decide whether a provision applies."""
    return _rows(of, lambda duty: _one(duty.threshold))


def offences(of: Convention | None = None) -> tuple[Row[Elements], ...]:
    """List the offences with their elements."""
    return _rows(of, lambda duty: _one(duty.elements))


def optional_elements(of: Convention | None = None) -> tuple[Row[str], ...]:
    """List what a State may add to an offence, keep out of it, extend or narrow."""
    return _rows(of, lambda duty: _one(duty.option))


def request_contents(of: Convention | None = None) -> tuple[Row[Contents], ...]:
    """List the provisions that say what a request contains, each with its items."""
    source = of or convention()
    found = []
    for duty in source.duties:
        items = tuple(item for item in source.under(duty.id) if item.required is not None)
        if items and duty.required is None:
            found.append(Row(duty=duty, fact=Contents(items=items)))
    return tuple(found)


def doubtful(of: Convention | None = None) -> tuple[Row[str], ...]:
    """List every duty that is to be confirmed against the official text, with its mark of confidence."""
    return _rows(of, lambda duty: (duty.confidence,) if duty.doubtful else ())


_T = TypeVar("_T")


def _rows(of: Convention | None, facts: Callable[[Duty], Iterable[_T]]) -> tuple[Row[_T], ...]:
    return tuple(Row(duty=duty, fact=fact) for duty in (of or convention()).duties for fact in facts(duty))


def _one(fact: _T | None) -> tuple[_T, ...]:
    return () if fact is None else (fact,)
