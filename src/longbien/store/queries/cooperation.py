# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the cooperation desk asks of its rows: a request, its thread, what burns."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import (
    Count,
    Exists,
    OuterRef,
)

from longbien.store.models.cooperation import Follows, Request
from longbien.store.models.exchange import Act, Proposal, Receipt


def find_request(request_id: str) -> Request | None:
    """Give a request's row, or None."""
    return Request.objects.filter(pk=request_id).first()


def lock_request(request_id: str) -> Request | None:
    """Give a request's row, locked until the transaction ends, or None."""
    return Request.objects.select_for_update().filter(pk=request_id).first()


def earlier_of(request: Request) -> list[Request]:
    """Give the requests between the same two States, in the same direction, that a request says it follows."""
    named = request.named.values("earlier")
    rows = Request.objects.filter(pk__in=named, partner=request.partner, direction=request.direction)
    return list(rows.exclude(pk=request.pk).order_by("created_at", "request_id"))


def follow_ups_of(request: Request) -> list[Request]:
    """Give the requests between the same two States, in the same direction, that say they follow this one."""
    rows = Request.objects.filter(
        named__earlier=request.pk, partner=request.partner, direction=request.direction
    )
    return list(rows.exclude(pk=request.pk).order_by("created_at", "request_id").distinct())


def name_earlier(request: Request, names: Iterable[str]) -> None:
    """Note which earlier requests a request names, in place of what was noted before."""
    request.named.all().delete()
    Follows.objects.bulk_create(Follows(request=request, earlier=name) for name in dict.fromkeys(names))


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


def periods_run_out(now: datetime, limit: int) -> list[str]:
    """Find requests that are listed as preserved, or as holding a person, until a moment that has passed."""
    rows = Request.objects.filter(kept_until__isnull=False, kept_until__lte=now)
    return list(rows.order_by("kept_until").values_list("request_id", flat=True)[:limit])


def receipted_since(limit: int) -> list[str]:
    """Find requests of ours that are listed as sent although their receipt is here."""
    receipted = Receipt.objects.filter(act__thread=OuterRef("request_id"), act__act_id=OuterRef("request_id"))
    rows = Request.objects.filter(direction="outgoing", state="sent").filter(Exists(receipted))
    return list(rows.order_by("created_at").values_list("request_id", flat=True)[:limit])


def find_flagged(request_ids: Sequence[str]) -> frozenset[str]:
    """Tell which of these threads hold an act that was flagged later, such as one signed with a stolen key."""
    found = Act.objects.filter(thread__in=request_ids).exclude(flagged="").values_list("thread", flat=True)
    return frozenset(found)
