# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Introducing a party: two different directory officers compare the fingerprint of its entry with one obtained out of band.

The same way an entry is confirmed that revokes the very keys that would have to sign it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.parties.trust import check_exercise, pending_row, trust_entry
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.parties import introduce as core
from longbien.core.parties.chain import CONFIRMATIONS, SignedEntry, read_entry, read_next
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "parties.introduce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Where the introduction of an entry stands: by whom it was confirmed, how many are needed, whether it is trusted."""

    party: PartyId
    number: int
    fingerprint: Digest
    confirmed_by: tuple[str, ...]
    needed: int
    trusted: bool


def introduce(
    *, node: Node, actor: models.Officer, envelope: bytes, fingerprint: str, means: str
) -> Introduction:
    """Confirm an entry: `fingerprint` is what the officer heard over `means`, never a copy of what the file says.

    The second different officer makes it trusted. RefusedError `people.not_permitted`, `parties.fingerprint_differs`,
    `parties.means_missing`, `parties.confirmed_already` (one person counts once), `parties.trusted_already`,
    `parties.own_entry`, `parties.exercise_entry`, `parties.real_entry`, `parties.entry_gap`; MalformedError of the entry.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    with write_transaction():
        signed = _read(node, envelope)
        heard = core.confirm(signed, typed=fingerprint, role_id=actor.role_id, at=now, means=means)
        row = pending_row(signed.entry.party, signed, now)
        if row.confirmations.filter(officer=actor).exists():
            raise RefusedError("parties.confirmed_already", party=signed.entry.party)
        row.confirmations.create(officer=actor, role_id=actor.role_id, means=heard.means[:200], at=now)
        facts: dict[str, JsonInput] = {"entry": signed.fingerprint, "means": heard.means[:200]}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        return _trust_if_enough(node, row, signed, now)


def confirm(
    *, node: Node, actor: models.Officer, party: PartyId, fingerprint: str, means: str
) -> Introduction:
    """Confirm the entry that waits here for `party`, one that came by introduction or as an act.

    RefusedError `parties.nothing_waits` and as `introduce`.
    """
    require(actor, VERB)
    rows = models.Entry.objects.filter(party_id=party, state=models.Entry.PENDING)
    waiting = rows.order_by("-number").first()
    if waiting is None:
        raise RefusedError("parties.nothing_waits", party=party)
    envelope = bytes(waiting.envelope)
    return introduce(node=node, actor=actor, envelope=envelope, fingerprint=fingerprint, means=means)


def _read(node: Node, envelope: bytes) -> SignedEntry:
    """Read the entry as the next of a party that is known, or as a stranger's."""
    signed = read_entry(envelope)
    entry = signed.entry
    if entry.party == node.party:
        raise RefusedError("parties.own_entry")
    check_exercise(entry, exercise=node.exercise)
    before = trusted_entry(entry.party)
    if before is None:
        return signed
    if entry.number <= before.number:
        raise RefusedError("parties.trusted_already", party=entry.party, number=before.number)
    # A missing entry in between is no obstacle here: two people vouch for this one, as for a stranger's.
    return read_next(envelope, before) if entry.number == before.number + 1 else signed


def _trust_if_enough(node: Node, row: models.Entry, signed: SignedEntry, now: datetime) -> Introduction:
    confirmations = [
        core.Confirmation(
            role_id=one.role_id,
            party=signed.entry.party,
            fingerprint=signed.fingerprint,
            at=one.at,
            means=one.means,
        )
        for one in row.confirmations.order_by("id")
    ]
    trusted = core.officers_missing(signed, confirmations) == 0
    if trusted:
        trust_entry(node=node, row=row, signed=signed, now=now)
    return Introduction(
        party=signed.entry.party,
        number=signed.entry.number,
        fingerprint=signed.fingerprint,
        confirmed_by=tuple(one.role_id for one in confirmations),
        needed=CONFIRMATIONS,
        trusted=trusted,
    )
