# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An entry becomes trusted: the row, its leaves, and the flags on acts whose keys it revokes (docs/protocol/directory.md)."""

from datetime import datetime
from typing import Final

from django.db.models import Q

from longbien.actions.log.append import append
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import KeyId, PartyId
from longbien.core.log.leaf import LeafClass, make_leaf
from longbien.core.parties.chain import SignedEntry, newly_revoked
from longbien.core.parties.entry import Entry, EntryKey
from longbien.core.parties.validity import in_doubt
from longbien.store import models
from longbien.store.queries.parties import trusted_entry

REVOKED: Final = "parties.key_revoked"
"""The flag on an act that was recorded at or after the moment since when one of its keys is revoked."""


def pending_row(party: PartyId, signed: SignedEntry, now: datetime) -> models.Entry:
    """Find or make the row of an entry that is not trusted yet."""
    holder, _ = models.Party.objects.get_or_create(party_id=party, defaults={"met_at": now})
    row, _ = models.Entry.objects.get_or_create(
        digest=signed.fingerprint,
        defaults={
            "party": holder,
            "number": signed.entry.number,
            "envelope": signed.envelope,
            "received_at": now,
        },
    )
    return row


def trust_entry(*, node: Node, row: models.Entry, signed: SignedEntry, now: datetime) -> None:
    """Trust an entry, inside the caller's transaction: leaf, row, flags. Its predecessor, if any, must be trusted."""
    before = trusted_entry(signed.entry.party)
    revoked = _revoked(signed.entry, before)
    leaves = [make_leaf(LeafClass.ENTRY_TRUSTED, now, entry=signed.fingerprint)]
    if revoked:
        leaves.append(make_leaf(LeafClass.KEY_REVOKED, now, entry=signed.fingerprint))
    appended = append(leaves, now, node.keys.log)
    row.state = models.Entry.TRUSTED
    row.trusted_at = now
    row.leaf_index = appended.indexes[0]
    row.save(update_fields=["state", "trusted_at", "leaf_index"])
    flag_acts(signed.entry, own=signed.entry.party == node.party, revoked=revoked)


def check_exercise(entry: Entry, *, exercise: bool) -> None:
    """Refuse an exercise entry on a real node and a real one in an exercise."""
    if entry.exercise is not exercise:
        code = "parties.exercise_entry" if entry.exercise else "parties.real_entry"
        raise RefusedError(code, party=entry.party)


def flag_acts(entry: Entry, *, own: bool, revoked: tuple[EntryKey, ...]) -> None:
    """Flag the acts of the entry's party that are in doubt (`longbien.core.parties.validity`); earlier ones stay good."""
    said = Q(direction=models.Act.MADE) if own else Q(direction=models.Act.RECEIVED, partner=entry.party)
    for key in revoked:
        acts = models.Act.objects.filter(
            said, sign_keys__contains=key.public.key_id, recorded_at__gte=key.revoked_since, flagged=""
        )
        doubtful = [
            act.pk
            for act in acts.only("pk", "sign_keys", "recorded_at").iterator()
            if in_doubt(entry, [KeyId(one) for one in act.sign_keys.split()], recorded_at=act.recorded_at)
        ]
        models.Act.objects.filter(pk__in=doubtful).update(flagged=REVOKED)


def _revoked(entry: Entry, before: Entry | None) -> tuple[EntryKey, ...]:
    if before is not None:
        return newly_revoked(entry, before)
    return tuple(key for key in entry.keys if key.revoked_since is not None)
