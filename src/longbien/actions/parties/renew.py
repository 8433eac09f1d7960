# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""New keys for the node: rotation in peace, revocation after a theft. Two directory officers do it together, and partners are told.

The act that brings the new entry to partners is signed with the keys they know; what comes after it, with the new ones.
"""

import base64
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.access import require
from longbien.actions.exchange.make import Message, make_acts
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.parties.trust import pending_row, trust_entry
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.parties import successor
from longbien.core.parties.chain import CONFIRMATIONS, SignedEntry, read_next, sign_entry
from longbien.core.parties.entry import Entry
from longbien.core.sealing.act import Approval
from longbien.core.sealing.keyring import NODE_KEYS
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import KeyUse
from longbien.store import models
from longbien.store.queries.parties import partners, trusted_entry
from longbien.store.writing import write_transaction

OVERLAP: Final = timedelta(minutes=10)
"""How long a rotated key stays good, so that what was being signed with it is."""
RENEWED: Final = frozenset({KeyUse.ACT, KeyUse.SEAL, KeyUse.EVIDENCE})
"""The uses that get new keys. The log's and the witness's keys belong to an origin and change with it."""


def rotate(*, node: Node, actors: Collection[models.Officer]) -> models.Entry:
    """Give the node new keys; the old ones end after `OVERLAP`. RefusedError `people.two_needed`, `people.not_permitted`."""

    def next_entry(before: Entry, fresh: Sequence[PublicKey], now: datetime) -> Entry:
        return successor.rotate(before, issued=now, fresh=fresh, until=now + OVERLAP)

    return _renew(node, actors, verb="parties.rotate", next_entry=next_entry)


def revoke(*, node: Node, actors: Collection[models.Officer], since: datetime) -> models.Entry:
    """Revoke the node's current keys since a moment and give it new ones; partners confirm the new entry out of band.

    RefusedError `parties.since_future`, `people.two_needed`, `people.not_permitted`.
    """
    since = cut_moment(since)
    if since > node.clock():
        raise RefusedError("parties.since_future")

    def next_entry(before: Entry, fresh: Sequence[PublicKey], now: datetime) -> Entry:
        stolen = {
            key.public.key_id: since
            for key in before.keys
            if key.public.use in RENEWED and key.is_current(now)
        }
        return successor.revoke(before, issued=now, stolen=stolen, fresh=fresh)

    return _renew(node, actors, verb="parties.revoke", next_entry=next_entry)


def _renew(
    node: Node,
    actors: Collection[models.Officer],
    *,
    verb: str,
    next_entry: Callable[[Entry, Sequence[PublicKey], datetime], Entry],
) -> models.Entry:
    if len({actor.pk for actor in actors}) < CONFIRMATIONS:
        raise RefusedError("people.two_needed")
    for actor in actors:
        require(actor, verb)
    now = cut_moment(node.clock())
    with write_transaction():
        before = trusted_entry(node.party)
        if before is None:
            raise RefusedError("parties.not_introduced", party=node.party)
        kinds = [kind for kind in NODE_KEYS if kind[0] in RENEWED]
        keyring = node.key_store.load().with_new_keys(kinds, now=now, randomness=node.randomness)
        fresh = [held.pair.public for held in keyring.keys[-len(kinds) :]]
        entry = next_entry(before, fresh, now)
        revokes = verb == "parties.revoke"
        envelope = sign_entry(entry, keyring.signer(), None if revokes else node.keys.act)
        signed = read_next(envelope, before)
        tell_partners(node, signed, [Approval(role_id=actor.role_id, at=now) for actor in actors], now)
        node.key_store.save(keyring)
        row = pending_row(node.party, signed, now)
        trust_entry(node=node, row=row, signed=signed, now=now)
        role_ids = " ".join(sorted(actor.role_id for actor in actors))
        facts: dict[str, JsonInput] = {"entry": signed.fingerprint, "number": entry.number}
        record_decision(node=node, verb=verb, role_id=role_ids, facts=facts, now=now)
    return row


def tell_partners(node: Node, signed: SignedEntry, approvals: list[Approval], now: datetime) -> None:
    """Give every partner our new entry as an act, inside the caller's transaction."""
    body = {"entry": base64.b64encode(signed.envelope).decode("ascii")}
    messages = [
        Message(kind="directory.entry", recipient=party, body=body, approved_by=approvals)
        for party in partners()
    ]
    if messages:
        make_acts(node=node, messages=messages, now=now)
