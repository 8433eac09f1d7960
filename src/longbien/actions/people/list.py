# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading who works at the node, for operators and auditors."""

from dataclasses import dataclass

from longbien.actions.access import Actor, require
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerView:
    """An officer with the roles held now."""

    username: str
    role_id: str
    roles: tuple[str, ...]
    active: bool


def officers(*, actor: Actor) -> list[OfficerView]:
    """Give every officer, closed accounts included; RefusedError `people.not_permitted`."""
    require(actor, "people.read")
    return [
        OfficerView(
            username=one.username,
            role_id=one.role_id,
            roles=tuple(sorted(grant.role for grant in one.grants.all() if grant.ended_at is None)),
            active=one.is_active,
        )
        for one in models.Officer.objects.order_by("username").prefetch_related("grants")
    ]
