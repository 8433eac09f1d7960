# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading who works at the node and which changes of roles wait, for those who decide about them and for auditors."""

from dataclasses import dataclass
from datetime import datetime

from longbien.actions.access import require
from longbien.actions.people.roles import may_approve
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerView:
    """An officer with the roles held now. `active` is False for an account that is barred or closed."""

    username: str
    role_id: str
    roles: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A change of roles that waits: `step` is `grant`, `end`, `close` or `reopen`."""

    number: int
    step: str
    officer: str
    roles: tuple[str, ...]
    proposed_by: str
    proposed_at: datetime
    own: bool
    may_approve: bool


def officers(*, actor: models.Officer) -> list[OfficerView]:
    """Give every officer, closed accounts included, badges of the Conference not; RefusedError `people.not_permitted`."""
    require(actor, "people.read")
    return [
        OfficerView(
            username=one.username,
            role_id=one.role_id,
            roles=tuple(sorted(grant.role for grant in one.grants.all() if grant.ended_at is None)),
            active=one.is_active,
        )
        for one in models.Officer.objects.exclude(role_id="").order_by("username").prefetch_related("grants")
    ]


def open_changes(*, actor: models.Officer) -> list[ChangeView]:
    """Give every change that waits for a second person, the oldest first; RefusedError `people.not_permitted`."""
    require(actor, "people.read")
    rows = models.RoleChange.objects.filter(state=models.RoleChange.OPEN).order_by("pk")
    return [
        ChangeView(
            number=row.pk,
            step=row.step,
            officer=row.officer.role_id,
            roles=tuple(row.roles),
            proposed_by=row.proposed_by.role_id,
            proposed_at=row.proposed_at,
            own=row.proposed_by_id == actor.pk,
            may_approve=may_approve(actor, row),
        )
        for row in rows.select_related("officer", "proposed_by")
    ]
