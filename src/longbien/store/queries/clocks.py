# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What clocks ask of the rows: ends computed before, and the State's own targets."""

from django.db.models import Q, QuerySet

from longbien.store.models.cooperation import ClockRecord, ClockTarget


def clock_records(request_id: str) -> list[ClockRecord]:
    """Give the computed ends of a request's clocks, the oldest first."""
    return list(ClockRecord.objects.filter(request_id=request_id).order_by("id"))


def targets_for(partner: str, *, urgent: bool) -> list[ClockTarget]:
    """Give the targets that apply to requests with a partner: the partner's own come last."""
    rows = ClockTarget.objects.filter(Q(partner=partner) | Q(partner=""), urgent=urgent, ended_at=None)
    return list(rows.order_by("partner", "id"))


def open_targets() -> QuerySet[ClockTarget]:
    """Give every target that applies."""
    return ClockTarget.objects.filter(ended_at=None).order_by("rule", "partner", "urgent")


def past_targets(limit: int) -> list[ClockTarget]:
    """Give the targets that were ended, the newest first."""
    return list(ClockTarget.objects.exclude(ended_at=None).order_by("-ended_at", "-id")[:limit])
