# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node's first hour: its keys, its first directory entry, its log. Done once, before there is a node to act with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from longbien.actions.log.append import append, open_log
from longbien.bridge.ports import KeyStore
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.log.checkpoint import LogSigner
from longbien.core.log.leaf import LeafClass, make_leaf
from longbien.core.parties.chain import read_entry, sign_entry
from longbien.core.parties.contacts import Authority, Profile
from longbien.core.parties.entry import Endpoint, Entry, EntryKey
from longbien.core.sealing.keyring import NODE_KEYS, Keyring
from longbien.core.sealing.keys import Randomness
from longbien.core.sealing.suites import Algorithm, KeyUse
from longbien.store import models
from longbien.store.writing import write_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFacts:
    """What a node says of itself in its first entry."""

    party: PartyId
    exercise: bool
    names: Mapping[str, str]
    languages: tuple[str, ...]
    endpoint: Endpoint
    log_origin: str
    witness_name: str
    authorities: tuple[Authority, ...] = ()
    profile: Profile = field(default_factory=Profile)


def initialise(*, own: OwnFacts, key_store: KeyStore, now: datetime, randomness: Randomness) -> models.Entry:
    """Make keys, first entry and log; give the entry's row. RefusedError `parties.initialised_already`.

    The keyring is written before the database commits: a crash between leaves keys that nothing names, and no entry
    whose keys are lost.
    """
    now = cut_moment(now)
    with write_transaction():
        if models.Party.objects.filter(own=True).exists():
            raise RefusedError("parties.initialised_already")
        keyring = Keyring().with_new_keys(NODE_KEYS, now=now, randomness=randomness)
        envelope = sign_entry(_first_entry(own, keyring, now), keyring.signer())
        key_store.save(keyring)
        signer = LogSigner(
            origin=own.log_origin,
            ed25519=keyring.newest(KeyUse.LOG, Algorithm.ED25519),
            ml_dsa_44=keyring.newest(KeyUse.LOG, Algorithm.ML_DSA_44),
        )
        open_log(now, signer)
        fingerprint = read_entry(envelope).fingerprint
        leaf = make_leaf(LeafClass.ENTRY_TRUSTED, now, entry=fingerprint)
        appended = append((leaf,), now, signer)
        party = models.Party.objects.create(party_id=own.party, own=True, met_at=now)
        return models.Entry.objects.create(
            party=party,
            number=1,
            digest=fingerprint,
            envelope=envelope,
            state=models.Entry.TRUSTED,
            received_at=now,
            trusted_at=now,
            leaf_index=appended.indexes[0],
        )


def _first_entry(own: OwnFacts, keyring: Keyring, now: datetime) -> Entry:
    return Entry(
        party=own.party,
        number=1,
        previous=None,
        exercise=own.exercise,
        issued=now,
        names=own.names,
        languages=own.languages,
        endpoint=own.endpoint,
        keys=tuple(EntryKey(public=held.pair.public, valid_from=now) for held in keyring.keys),
        log_origin=own.log_origin,
        witness_name=own.witness_name,
        authorities=own.authorities,
        profile=own.profile,
    )
