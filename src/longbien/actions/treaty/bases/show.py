# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known about the legal bases between two States: today's standing, every row ever entered, agreements, what the node noticed, statements."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet

from longbien.actions.access import Actor, permits, permits_approval, require
from longbien.actions.node import Node
from longbien.actions.treaty.bases.agree import period
from longbien.actions.treaty.bases.current import basis_table, entry_of
from longbien.actions.treaty.status import current_status
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.between import Standing, in_force, standings
from longbien.core.treaty.bases.convention import CONVENTION
from longbien.core.treaty.bases.entries import BasisEntry
from longbien.core.treaty.bases.procedure import Procedure, procedure
from longbien.core.treaty.status.events import STATEMENTS, Event, EventKind
from longbien.store import models
from longbien.store.queries.parties import partners

_RECENT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown:
    """One row as it was entered; `state`: `current`, `waiting`, `rejected` or `replaced`."""

    number: int
    entry: BasisEntry
    state: str
    replaces: int | None
    entered_by: str
    entered_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    rejected_by: str
    rejected_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementShown:
    """One agreement; `state`: `offered`, `holds`, `ahead` or `ended`."""

    thread: str
    partner: PartyId
    ours: bool
    request: str
    since: date
    until: date | None
    text: str
    offered_at: datetime
    accepted_at: datetime | None
    accepted_digest: str
    ended_from: date | None
    ended_by: str
    ended_why: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeShown:
    """What the node set down by itself."""

    partner: PartyId
    basis: str
    status: str
    day: date
    noticed_at: datetime
    leaf_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a State said at signature or deposit about extradition (Art. 37(6)) or preservation (Art. 42(5))."""

    party: PartyId
    kind: str
    articles: tuple[str, ...]
    day: date
    content: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BasesPage:
    """Everything between two States. `procedure` is that of a request under the Convention, if it is in force between them."""

    one: PartyId
    other: PartyId
    day: date
    label: str
    exercise: bool
    known_on: date
    standings: tuple[Standing, ...]
    procedure: Procedure | None
    entries: tuple[EntryShown, ...]
    agreements: tuple[AgreementShown, ...]
    notices: tuple[NoticeShown, ...]
    statements: tuple[Statement, ...]
    may_enter: bool
    may_confirm: bool
    may_agree: bool


def bases_page(
    *, node: Node, actor: Actor, pair: tuple[PartyId, PartyId], day: date | None = None
) -> BasesPage:
    """Give everything between two States on a day (today). RefusedError `people.not_permitted`."""
    require(actor, "treaty.read")
    on = day or node.clock().date()
    table = basis_table(pair, day=on, exercise=node.exercise)
    binding = in_force(table, *pair, day=on)
    own = next((party for party in pair if party != node.party), pair[1]) if node.party in pair else None
    agreements = _agreements(own, on) if own else ()
    agreed = next((one.accepted_digest for one in agreements if one.state == "holds" and not one.request), "")
    return BasesPage(
        one=pair[0],
        other=pair[1],
        day=on,
        label=table.label,
        exercise=table.exercise,
        known_on=table.known_on,
        standings=standings(table, *pair, day=on),
        procedure=procedure(CONVENTION, binding, agreement=agreed) if CONVENTION in binding else None,
        entries=_entries(pair),
        agreements=agreements,
        notices=_notices(models.BasisNotice.objects.filter(partner=own)) if own else (),
        statements=tuple(_statements(pair, on)),
        may_enter=permits(actor, "treaty.basis"),
        may_confirm=permits_approval(actor, "treaty.basis"),
        may_agree=permits(actor, "treaty.agree") and own is not None,
    )


def bases_list(*, node: Node, actor: Actor) -> tuple[tuple[PartyId, tuple[Standing, ...]], ...]:
    """List each partner with the bases that stand between it and this node today. RefusedError `people.not_permitted`."""
    require(actor, "treaty.read")
    day = node.clock().date()
    found = []
    for partner in partners():
        table = basis_table((node.party, partner), day=day, exercise=node.exercise)
        found.append((partner, standings(table, node.party, partner, day=day)))
    return tuple(found)


def recent_notices(*, actor: Actor) -> tuple[NoticeShown, ...]:
    """Give what the node noticed last, the newest first. RefusedError `people.not_permitted`."""
    require(actor, "treaty.read")
    return _notices(models.BasisNotice.objects.all())


def waiting_rows(*, actor: Actor) -> tuple[EntryShown, ...]:
    """Give the rows that wait for a second officer. RefusedError `people.not_permitted`."""
    require(actor, "treaty.read")
    rows = models.BasisEntry.objects.filter(confirmed_at=None, rejected_at=None).order_by("pk")
    return tuple(_shown(row, replaced=set()) for row in rows)


def _entries(pair: tuple[PartyId, PartyId]) -> tuple[EntryShown, ...]:
    one, other = sorted(pair)
    rows = list(models.BasisEntry.objects.filter(one=one, other=other).order_by("-pk"))
    replaced = {row.replaces_id for row in rows if row.confirmed_at is not None and row.replaces_id}
    return tuple(_shown(row, replaced=replaced) for row in rows)


def _shown(row: models.BasisEntry, *, replaced: set[int]) -> EntryShown:
    state = "waiting"
    if row.rejected_at is not None:
        state = "rejected"
    elif row.pk in replaced:
        state = "replaced"
    elif row.confirmed_at is not None:
        state = "current"
    return EntryShown(
        number=row.pk,
        entry=entry_of(row),
        state=state,
        replaces=row.replaces_id,
        entered_by=row.entered_role_id,
        entered_at=row.entered_at,
        confirmed_by=row.confirmed_role_id,
        confirmed_at=row.confirmed_at,
        rejected_by=row.rejected_role_id,
        rejected_why=row.rejected_why,
    )


def _agreements(partner: PartyId, day: date) -> tuple[AgreementShown, ...]:
    rows = models.BasisAgreement.objects.filter(partner=partner).order_by("-offered_at")
    return tuple(
        AgreementShown(
            thread=row.thread,
            partner=PartyId(row.partner),
            ours=row.ours,
            request=row.request,
            since=row.since,
            until=row.until,
            text=row.text,
            offered_at=row.offered_at,
            accepted_at=row.accepted_at,
            accepted_digest=row.accepted_digest,
            ended_from=row.ended_from,
            ended_by=row.ended_by,
            ended_why=row.ended_why,
            state=_state(row, day),
        )
        for row in rows
    )


def _state(row: models.BasisAgreement, day: date) -> str:
    if period(row).holds(day):
        return "holds"
    if any(end is not None and end <= day for end in (row.ended_from, row.until)):
        return "ended"
    return "offered" if row.accepted_at is None else "ahead"


def _notices(rows: QuerySet[models.BasisNotice]) -> tuple[NoticeShown, ...]:
    return tuple(
        NoticeShown(
            partner=PartyId(row.partner),
            basis=row.basis,
            status=row.status,
            day=row.day,
            noticed_at=row.noticed_at,
            leaf_index=row.leaf_index,
        )
        for row in rows.order_by("-pk")[:_RECENT]
    )


def _statements(pair: tuple[PartyId, PartyId], day: date) -> list[Statement]:
    events = [event for event in current_status().events if event.party in pair and event.day <= day]
    gone = {event.target for event in events if event.kind is EventKind.WITHDRAWAL}
    kinds = (*STATEMENTS, EventKind.NOTIFICATION)
    return [
        _statement(event)
        for event in events
        if event.kind in kinds and event.id not in gone and _about(event)
    ]


def _about(event: Event) -> bool:
    return any(article.startswith(("37.6", "42.5", "40.7", "40.8")) for article in event.articles)


def _statement(event: Event) -> Statement:
    return Statement(
        party=event.party,
        kind=event.kind.value,
        articles=event.articles,
        day=event.day,
        content=event.content,
        sure=event.confirmed,
    )
