# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the screen of what burns asks of the rows: each query reads the few rows that it shows."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from longbien.store.models.cooperation import NO_CLOCK, Request
from longbien.store.models.cooperation_safeguards import CallBack
from longbien.store.models.exchange import Lane, Outbox, Proposal
from longbien.store.queries.register import burning_first


def burning_requests(now: datetime, limit: int) -> list[Request]:
    """Give the requests with a clock that runs, those first of which something is lost first."""
    return burning_first(Request.objects.filter(burns_at__lt=NO_CLOCK), now, count=limit)


def undelivered_acts(limit: int) -> list[Outbox]:
    """Give the acts that wait although delivery was tried in vain, the oldest first."""
    failing = Lane.objects.filter(partner=OuterRef("partner"), failures__gt=0)
    rows = Outbox.objects.filter(state=Outbox.WAITING).filter(Exists(failing) | Q(silence__isnull=False))
    return list(rows.select_related("act").defer("frame", "act__envelope").order_by("id")[:limit])


def oldest_proposals(limit: int) -> list[Proposal]:
    """Give the proposals about requests that wait for a second person, the oldest first."""
    rows = Proposal.objects.filter(state=Proposal.OPEN).exclude(thread="")
    return list(rows.defer("body").order_by("id")[:limit])


def requests_of(threads: Collection[str]) -> dict[str, Request]:
    """Give requests by id."""
    return {row.request_id: row for row in Request.objects.filter(pk__in=threads)}


def waiting_calls(limit: int) -> list[CallBack]:
    """Give the calls about open requests that wait for the second person's word, the oldest first.

    Each call looks up its request: a join would let SQLite begin with every open request while no call waits.
    """
    is_open = Request.objects.filter(pk=OuterRef("request_id"), stage="open")
    rows = CallBack.objects.filter(Exists(is_open), answer=None)
    return list(rows.select_related("request").order_by("id")[:limit])
