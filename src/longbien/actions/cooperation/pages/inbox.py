# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox: requests of both directions as rows, what burns first. Frozen values; nothing of the database leaves here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.cooperation.register.filters import Filters, choose, filters
from longbien.actions.cooperation.take_in import NOT_UNDERSTOOD
from longbien.actions.node import Node
from longbien.core.base.ids import RequestId
from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_flagged, threads_with_proposals
from longbien.store.queries.register import MOST_COUNTED, listed

PAGE: Final = 50
"""Rows on one page."""
MOST_PAGES: Final = MOST_COUNTED // PAGE
"""What lies further is found by narrowing the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One request in a list. Codes, not words; moments in UTC.

    `measures` gives the state of each measure asked for. `due` is the end of the next clock and `due_rule` its rule, `legal_due` the end of the next legal one; `waiting` counts proposals that need a second person;
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
    measures: Mapping[str, str]
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
    """One page of requests, and how many there are in all; `cut`: there are more, but no more were counted or looked through."""

    rows: tuple[InboxRow, ...]
    total: int
    page: int
    pages: int
    cut: bool = False


def inbox(*, node: Node, actor: Officer, page: int = 1, **given: str) -> Inbox:
    """List requests by what burns; `given` narrows the list (`register.filters.Filters`).

    UsageError `cooperation.filter`; RefusedError `people.not_permitted`.
    """
    return listed_requests(node=node, actor=actor, asked=filters(**given), page=page)


def listed_requests(*, node: Node, actor: Officer, asked: Filters, page: int = 1) -> Inbox:
    """Give one page of a narrowed list, at the same cost whatever the register holds. RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    now = node.clock()
    chosen, cut = choose(asked, now, contents=permits(actor, "cooperation.contents.read"))
    page = min(max(page, 1), MOST_PAGES)
    found = listed(chosen, now, first=(page - 1) * PAGE, count=PAGE, found=bool(asked.text))
    pages = max(1, -(-found.total // PAGE))
    if page > pages:
        return listed_requests(node=node, actor=actor, asked=asked, page=pages)
    ids = [row.request_id for row in found.rows]
    waiting, flagged = threads_with_proposals(ids), find_flagged(ids)
    return Inbox(
        rows=tuple(
            _row(row, now, waiting=waiting.get(row.request_id, 0), flagged=row.request_id in flagged)
            for row in found.rows
        ),
        total=found.total,
        page=page,
        pages=pages,
        cut=cut or found.cut,
    )


def _row(row: Request, now: datetime, *, waiting: int, flagged: bool) -> InboxRow:
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
        measures=row.measures,
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
