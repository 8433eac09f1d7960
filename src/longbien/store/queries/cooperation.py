# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the cooperation desk asks of its rows: a request, its thread, what burns."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Min, Q, QuerySet

from longbien.store.models.cooperation import Clock, Request
from longbien.store.models.exchange import Act, Proposal


def find_request(request_id: str) -> Request | None:
    """Give a request's row, or None."""
    return Request.objects.filter(pk=request_id).first()


def lock_request(request_id: str) -> Request | None:
    """Give a request's row, locked until the transaction ends, or None."""
    return Request.objects.select_for_update().filter(pk=request_id).first()


def thread_acts(request_id: str) -> list[Act]:
    """Give every act of a thread that was recorded here, in the order in which it was recorded."""
    return list(Act.objects.filter(thread=request_id).select_related("outbox", "receipt").order_by("id"))


def open_proposals(request_id: str) -> list[Proposal]:
    """Give what waits for more eyes in a thread, oldest first."""
    return list(
        Proposal.objects.filter(thread=request_id, state=Proposal.OPEN)
        .prefetch_related("approvals")
        .order_by("id")
    )


def threads_with_proposals(request_ids: Sequence[str]) -> dict[str, int]:
    """Count the open proposals of each of these threads."""
    found = (
        Proposal.objects.filter(thread__in=request_ids, state=Proposal.OPEN)
        .values("thread")
        .annotate(count=Count("id"))
        .values_list("thread", "count")
    )
    return dict(found)


def running_clocks(request_id: str) -> list[Clock]:
    """Give the clocks of a request, the ones that run first, by due date."""
    return list(
        Clock.objects.filter(request_id=request_id).order_by(F("stopped_at").asc(nulls_first=True), "due_at")
    )


def burning_first(rows: QuerySet[Request]) -> QuerySet[Request]:
    """Order requests by what burns: the next due clock first, then the urgent ones, then the newest change."""
    return rows.annotate(
        due=Min("clocks__due_at", filter=Q(clocks__stopped_at=None)),
        legal_due=Min("clocks__due_at", filter=Q(clocks__stopped_at=None, clocks__nature="legal")),
        urgent=ExpressionWrapper(~Q(urgency=""), output_field=BooleanField()),
    ).order_by(F("due").asc(nulls_last=True), "-urgent", "-changed_at", "request_id")


def preservations_due(direction: str, now: datetime) -> QuerySet[Request]:
    """Find requests whose data were to be kept until a moment that has passed."""
    return Request.objects.filter(direction=direction, preserved_until__lte=now).order_by("preserved_until")


def find_flagged(request_ids: Sequence[str]) -> frozenset[str]:
    """Tell which of these threads hold an act that was flagged later, such as one signed with a stolen key."""
    found = Act.objects.filter(thread__in=request_ids).exclude(flagged="").values_list("thread", flat=True)
    return frozenset(found)
