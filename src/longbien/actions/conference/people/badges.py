# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Badges as the hall reads them: who an account is at a session of the Conference, for whom, and in what capacity."""

from dataclasses import dataclass
from typing import TypeAlias

from longbien.core.base.errors import RefusedError
from longbien.core.conference.delegations.functions import ACTING, KEEPING, RANK, Function
from longbien.core.conference.delegations.listing import full_name
from longbien.store import models
from longbien.store.queries.conference import held_badge

Badge: TypeAlias = models.Badge
"""A badge's row: a door passes it on to verbs and never touches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeHolder:
    """A badge that counts now: its number, participant (`VN`, `EU`, an observer's id, `staff`) and functions."""

    badge: int
    """The row."""
    number: int
    conference: str
    delegation: int
    participant: str
    claim: int
    kind: str
    name: str
    functions: frozenset[Function]

    @property
    def function(self) -> Function | None:
        """Give the first of the functions in the order of the list; None for a badge without any."""
        return min(self.functions, key=RANK.__getitem__, default=None)

    @property
    def may_act(self) -> bool:
        """Tell whether the holder speaks and votes for the participant; a rival claimant never does."""
        return (
            self.claim == 1 and self.kind != models.Delegation.STAFF and not ACTING.isdisjoint(self.functions)
        )

    @property
    def may_keep(self) -> bool:
        """Tell whether the holder keeps the own delegation's list."""
        return not KEEPING.isdisjoint(self.functions)

    @property
    def presides(self) -> bool:
        """Tell whether the holder has the chair."""
        return Function.CHAIR in self.functions


def badge_of(officer: models.Officer, conference: str) -> BadgeHolder | None:
    """Give the badge of an account at a session; None for an account without one, closed, or of another session."""
    if not officer.is_active or officer.role_id:
        return None
    row = held_badge(officer.pk, conference)
    if row is None:
        return None
    return BadgeHolder(
        badge=row.badge,
        number=row.number,
        conference=conference,
        delegation=row.delegation,
        participant=row.participant,
        claim=row.claim,
        kind=row.kind,
        name=" ".join(one for one in (row.given_name, row.family_name) if one),
        functions=frozenset(Function(one) for one in row.functions),
    )


def session_of(officer: models.Officer) -> str:
    """Give the id of the session for which an account has a badge that counts; empty without one."""
    if not officer.is_active or officer.role_id:
        return ""
    found = models.Badge.objects.filter(officer=officer, ended_at=None).values_list("conference", flat=True)
    return next(iter(found), "")


def require_badge(officer: models.Officer, conference: str) -> BadgeHolder:
    """Do as `badge_of`; RefusedError `people.no_badge` where there is none."""
    found = badge_of(officer, conference)
    if found is None:
        raise RefusedError("people.no_badge", conference=conference[:40])
    return found


def holder(row: models.Badge) -> BadgeHolder:
    """Give a row as the value that the hall reads; one query for its functions unless they were fetched before."""
    held = frozenset(Function(one.function) for one in row.functions.all() if one.ended_at is None)
    delegation = row.delegation
    return BadgeHolder(
        badge=row.pk,
        number=row.number,
        conference=row.conference,
        delegation=delegation.pk,
        participant=delegation.participant,
        claim=delegation.claim,
        kind=delegation.kind,
        name=full_name(row.family_name, row.given_name),
        functions=held,
    )
