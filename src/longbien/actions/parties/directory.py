# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the directory: who is known here, with which keys, confirmed by whom; and our own entry for handing out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from longbien.actions.access import Actor, require
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId
from longbien.core.parties.chain import CONFIRMATIONS, read_entry
from longbien.core.parties.entry import Entry
from longbien.store import models
from longbien.store.queries.parties import entry_by_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One entry as a page shows it."""

    entry: Entry
    fingerprint: Digest
    state: str
    received_at: datetime
    trusted_at: datetime | None
    confirmed_by: tuple[str, ...]
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party: the entry that is trusted now (None before the introduction), the one that waits, and the earlier ones.

    `silence_limit`: after which its silence is stated. `acts_per_hour`: how many are taken from it.
    """

    party: PartyId
    own: bool
    trusted: EntryView | None
    waiting: EntryView | None
    earlier: tuple[EntryView, ...]
    silence_limit: timedelta
    acts_per_hour: int

    @property
    def silence_hours(self) -> float:
        """The limit of silence in hours."""
        return self.silence_limit.total_seconds() / 3600


def directory(*, actor: Actor) -> list[PartyView]:
    """Give every party, our own first, then in alphabetical order."""
    require(actor, "parties.read")
    parties = models.Party.objects.order_by("-own", "party_id").prefetch_related("entries__confirmations")
    return [_party(party) for party in parties]


def own_entries() -> list[bytes]:
    """Give the envelopes of our own entries, first to newest: public documents. RefusedError `parties.not_initialised`."""
    rows = models.Entry.objects.filter(party__own=True, state=models.Entry.TRUSTED).order_by("number")
    found = [bytes(envelope) for envelope in rows.values_list("envelope", flat=True)]
    if not found:
        raise RefusedError("parties.not_initialised")
    return found


def _party(party: models.Party) -> PartyView:
    views = [_entry(row) for row in sorted(party.entries.all(), key=lambda row: (row.number, row.pk))]
    trusted = [view for view in views if view.state == models.Entry.TRUSTED]
    waiting = [view for view in views if view.state == models.Entry.PENDING]
    return PartyView(
        party=PartyId(party.party_id),
        own=party.own,
        trusted=trusted[-1] if trusted else None,
        waiting=waiting[-1] if waiting else None,
        earlier=tuple(trusted[:-1]),
        silence_limit=timedelta(seconds=party.silence_limit),
        acts_per_hour=party.acts_per_hour,
    )


def _entry(row: models.Entry) -> EntryView:
    trusted = row.state == models.Entry.TRUSTED
    entry = entry_by_digest(row.digest) if trusted else read_entry(bytes(row.envelope)).entry
    return EntryView(
        entry=entry,
        fingerprint=Digest(row.digest),
        state=row.state,
        received_at=row.received_at,
        trusted_at=row.trusted_at,
        confirmed_by=tuple(one.role_id for one in row.confirmations.all()),
        needed=CONFIRMATIONS,
    )
