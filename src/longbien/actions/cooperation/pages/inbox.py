# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox: requests of both directions as rows, what burns first. Frozen values; nothing of the database leaves here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from longbien.actions.access import require
from longbien.actions.cooperation.take_in import NOT_UNDERSTOOD
from longbien.actions.node import Node
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.life.table import OPEN
from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import burning_first, find_flagged, threads_with_proposals

PAGE: Final = 50
"""Rows on one page."""
VIEWS: Final = ("open", "drafts", "ended", "all")
"""What a list may be asked for."""
DIRECTIONS: Final = ("incoming", "outgoing")

_DRAFT: Final = ("draft", "approved")


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One request in a list. Codes, not words; moments in UTC.

    `due` is the end of the next clock and `due_rule` its rule, `legal_due` the end of the next legal one; `waiting` counts proposals that need a second person;
    `unseen` is an incoming request that nobody has acknowledged.
    """

    request_id: RequestId
    direction: str
    partner: str
    kind: str
    reference: str
    legal_basis: str
    urgency: str
    exercise: bool
    state: str
    preservation: str
    disclosure: str
    evidence: str
    preserved_until: datetime | None
    due: datetime | None
    due_rule: str
    legal_due: datetime | None
    overdue: bool
    unseen: bool
    waiting: int
    flagged: bool
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """One page of requests, and how many there are in all."""

    rows: tuple[InboxRow, ...]
    total: int
    page: int
    pages: int


def inbox(
    *,
    node: Node,
    actor: Officer,
    view: str = "open",
    direction: str = "",
    partner: str = "",
    text: str = "",
    page: int = 1,
) -> Inbox:
    """List requests by what burns; `text` looks in our and their reference and in ids. RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    found = _view(view)
    if direction:
        found = found.filter(direction=direction)
    if partner:
        found = found.filter(partner=partner)
    if text:
        found = found.filter(reference__icontains=text[:120]) | found.filter(
            request_id__startswith=text[:32].lower()
        )
    total = found.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    now = node.clock()
    rows = list(burning_first(found, now)[(page - 1) * PAGE : page * PAGE])
    ids = [row.request_id for row in rows]
    waiting, flagged = threads_with_proposals(ids), find_flagged(ids)
    return Inbox(
        rows=tuple(
            _row(row, now, waiting=waiting.get(row.request_id, 0), flagged=row.request_id in flagged)
            for row in rows
        ),
        total=total,
        page=page,
        pages=pages,
    )


def _view(view: str) -> Any:
    rows = Request.objects.all()
    if view == "open":
        return rows.filter(state__in=(*OPEN, NOT_UNDERSTOOD))
    if view == "drafts":
        return rows.filter(state__in=_DRAFT)
    if view == "ended":
        return rows.exclude(state__in=(*OPEN, *_DRAFT, NOT_UNDERSTOOD))
    return rows


def _row(row: Any, now: datetime, *, waiting: int, flagged: bool) -> InboxRow:
    return InboxRow(
        request_id=RequestId(row.request_id),
        direction=row.direction,
        partner=row.partner,
        kind=row.kind,
        reference=row.reference,
        legal_basis=row.legal_basis,
        urgency=row.urgency,
        exercise=row.exercise,
        state=row.state,
        preservation=row.preservation,
        disclosure=row.disclosure,
        evidence=row.evidence,
        preserved_until=row.preserved_until,
        due=row.next_due,
        due_rule=row.next_rule,
        legal_due=row.legal_due,
        overdue=row.next_due is not None and row.next_due <= now,
        unseen=row.direction == "incoming" and row.state in ("sent", "delivered", NOT_UNDERSTOOD),
        waiting=waiting,
        flagged=flagged,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
