# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of the people's rows: who is at the desk, and who may be called."""

from datetime import datetime

from django.db.models import QuerySet

from longbien.store.models.people import DutyTurn, Officer


def turns_at(kind: str, at: datetime) -> QuerySet[DutyTurn]:
    """Give the turns of a kind that run at a moment, those of accounts that are open; the one that began first comes first."""
    return (
        DutyTurn.objects.filter(
            kind=kind, begins_at__lte=at, ends_at__gt=at, called_off_at=None, officer__is_active=True
        )
        .select_related("officer")
        .order_by("begins_at", "pk")
    )


def turns_from(at: datetime) -> QuerySet[DutyTurn]:
    """Give every turn that is not over at a moment, in order; those called off are left out."""
    return (
        DutyTurn.objects.filter(ends_at__gt=at, called_off_at=None)
        .select_related("officer")
        .order_by("begins_at", "kind", "pk")
    )


def officer_by_role_id(role_id: str) -> Officer | None:
    """Find an officer by role id; None for nobody's."""
    return Officer.objects.filter(role_id=role_id).exclude(role_id="").first()
