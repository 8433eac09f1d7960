# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How this node came to know the status: the depositary's pages that were proposed and applied, the events entered and struck out."""

from dataclasses import dataclass
from datetime import date, datetime

from longbien.actions.access import Actor, require
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKept:
    """One page as it was brought in; `applied_at` is None while it waits for the second officer."""

    digest: str
    mapping_digest: str
    source: str
    day: date
    events: int
    proposed_by: str
    proposed_at: datetime
    applied_by: str
    applied_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKept:
    """One event that was entered by hand; struck out if `struck_at` is there."""

    event: str
    replaces: str
    entered_by: str
    entered_at: datetime
    struck_by: str
    struck_at: datetime | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusHistory:
    """Pages and entries, the newest first."""

    pages: tuple[PageKept, ...]
    entries: tuple[EntryKept, ...]


def status_history(*, actor: Actor) -> StatusHistory:
    """Give the whole history. RefusedError `people.not_permitted`."""
    require(actor, "treaty.read")
    pages = models.StatusPage.objects.defer("page").prefetch_related("events").order_by("-pk")
    rows = models.StatusEvent.objects.filter(page=None).select_related("struck_by").order_by("-pk")
    return StatusHistory(
        pages=tuple(
            PageKept(
                digest=row.digest,
                mapping_digest=row.mapping_digest,
                source=row.source,
                day=row.day,
                events=len(row.events.all()),
                proposed_by=row.proposed_role_id,
                proposed_at=row.proposed_at,
                applied_by=row.applied_role_id,
                applied_at=row.applied_at,
            )
            for row in pages
        ),
        entries=tuple(
            EntryKept(
                event=row.event_id,
                replaces=row.replaces,
                entered_by=row.entered_role_id,
                entered_at=row.entered_at,
                struck_by=row.struck_by.role_id if row.struck_by is not None else "",
                struck_at=row.struck_at,
                why=row.struck_why,
            )
            for row in rows
        ),
    )
