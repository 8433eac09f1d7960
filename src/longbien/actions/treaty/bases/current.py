# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of legal bases that counts between two States on a day: the shipped one, the Convention's status, and what officers confirmed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from longbien.actions.treaty.status import current_status
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.basis import Basis, Table, legal_basis, status_table
from longbien.core.treaty.bases.convention import with_convention
from longbien.core.treaty.bases.entries import BasisEntry, with_entries
from longbien.core.treaty.bases.reservations import reservations_of
from longbien.core.treaty.status.events import EventKind
from longbien.store import models


def basis_table(pair: tuple[PartyId, PartyId], *, day: date, exercise: bool) -> Table:
    """Give the table for two States on a day. On an exercise node the Convention's status is what its table assumes."""
    table = status_table(exercise=exercise)
    if not exercise:
        status = current_status()
        table = with_convention(table, status.events, pair, day=day, known_on=status.known_on)
    return with_entries(table, (entry_of(row) for row in confirmed_rows(pair)))


def basis_between(code: str, pair: tuple[PartyId, PartyId], *, day: date, exercise: bool) -> Basis:
    """Give one legal basis between two States on a day; RefusedError `treaty.…` where there is none."""
    return legal_basis(basis_table(pair, day=day, exercise=exercise), code, *pair, day=day)


def confirmed_rows(pair: Iterable[PartyId]) -> QuerySet[models.BasisEntry]:
    """Give the rows of a pair that count: confirmed, and not replaced by a confirmed one. The newest first."""
    one, other = sorted(pair)
    return (
        models.BasisEntry.objects.filter(one=one, other=other, confirmed_at__isnull=False)
        .exclude(replaced_by__confirmed_at__isnull=False)
        .order_by("-pk")
    )


def entry_of(row: models.BasisEntry) -> BasisEntry:
    """Give a row as a value."""
    return BasisEntry(
        pair=(PartyId(row.one), PartyId(row.other)),
        basis=row.basis,
        status=row.status,
        since=row.since,
        until=row.until,
        name=row.name,
        note=row.note,
        source=row.source,
        confidence=row.confidence,
    )


def said_about_extradition(state: PartyId, *, day: date) -> str | None:
    """Give what a State has notified under Art. 37(6) on the Convention as legal basis for extradition; None if nothing is known."""
    events = [event for event in current_status().events if event.party == state and event.day <= day]
    gone = {event.target for event in events if event.kind is EventKind.WITHDRAWAL}
    kinds = (EventKind.DECLARATION, EventKind.NOTIFICATION, EventKind.RESERVATION)
    for event in reversed(events):
        about = any(article.startswith("37.6") for article in event.articles)
        if about and event.kind in kinds and event.id not in gone:
            return event.content or event.id
    return None


def reservations_today(state: PartyId, *, exercise: bool, day: date) -> frozenset[str]:
    """Give the paragraphs to which a State has made a reservation, or of which it has notified something, on a day.

    From the shipped table and from the events that this node knows; what was withdrawn does not count.
    """
    events = [event for event in current_status().events if event.party == state and event.day <= day]
    gone = {event.target for event in events if event.kind is EventKind.WITHDRAWAL}
    said = {
        paragraph
        for event in events
        if event.kind in (EventKind.RESERVATION, EventKind.DECLARATION, EventKind.NOTIFICATION)
        and event.id not in gone
        for paragraph in event.articles
        if event.kind is EventKind.RESERVATION or paragraph.startswith("37.6")
    }
    if any(paragraph.startswith("37.6") for paragraph in said):
        said.add("37.6.a")
    return reservations_of(state, exercise=exercise, day=day) | said
