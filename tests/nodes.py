# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node on the test database: its keys from `tests.authority`, its clock in the test's hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from longbien.actions.log.append import open_log
from longbien.actions.node import Desks, Node, NodeKeys
from longbien.bridge.null import MemoryKeyStore, MemoryStore
from longbien.bridge.pages import Papers
from longbien.core.log.checkpoint import LogSigner
from longbien.core.log.cosign import WitnessSigner
from longbien.core.parties.chain import sign_entry
from longbien.core.parties.entry import Entry, fingerprint_of, print_entry
from longbien.core.sealing.keyring import HeldKey, Keyring
from longbien.core.sealing.suites import Algorithm, KeyUse
from longbien.store import models
from tests.authority import NOW, SINCE, Authority, chance
from tests.entries import first_entry


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go(self, **by: float) -> None:
        self.now += timedelta(**by)


def log_signer(owner: Authority) -> LogSigner:
    """Give what signs the checkpoints of an authority's log."""
    return LogSigner(
        origin=first_entry(owner).log_origin,
        ed25519=owner.pairs[KeyUse.LOG, Algorithm.ED25519],
        ml_dsa_44=owner.pairs[KeyUse.LOG, Algorithm.ML_DSA_44],
    )


def witness_signer(owner: Authority) -> WitnessSigner:
    """Give what cosigns in an authority's name."""
    return WitnessSigner(
        name=first_entry(owner).witness_name,
        ed25519=owner.pairs[KeyUse.WITNESS, Algorithm.ED25519],
        ml_dsa_44=owner.pairs[KeyUse.WITNESS, Algorithm.ML_DSA_44],
    )


def node_keys(owner: Authority) -> NodeKeys:
    """Give all keys of an authority as a node holds them."""
    seal = owner.seal
    evidence = owner.pairs[KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519]
    return NodeKeys(
        act=owner.signer,
        log=log_signer(owner),
        witness=witness_signer(owner),
        seal={seal.key_id: seal},
        evidence={evidence.key_id: evidence},
    )


def trust(entry: Entry, envelope: bytes, *, own: bool = False, at: datetime = SINCE) -> models.Entry:
    """Put an entry into the directory as trusted."""
    party, _ = models.Party.objects.get_or_create(party_id=entry.party, defaults={"own": own, "met_at": at})
    return models.Entry.objects.create(
        party=party,
        number=entry.number,
        digest=fingerprint_of(print_entry(entry)),
        envelope=envelope,
        state=models.Entry.TRUSTED,
        received_at=at,
        trusted_at=at,
    )


def trust_first(owner: Authority, *, own: bool = False) -> models.Entry:
    """Put an authority's first entry into the directory as trusted."""
    entry = first_entry(owner)
    return trust(entry, sign_entry(entry, owner.signer), own=own)


def make_node(
    owner: Authority,
    partners: Iterable[Authority] = (),
    *,
    desks: Desks | None = None,
    clock: Clock | None = None,
) -> Node:
    """Give a node with an open log that has met `partners`; needs the test database."""
    found = clock or Clock()
    trust_first(owner, own=True)
    for partner in partners:
        trust_first(partner)
    keys = node_keys(owner)
    open_log(found(), keys.log)
    held = tuple(HeldKey(pair=pair, created=SINCE) for pair in owner.pairs.values())
    node = Node(
        party=owner.party,
        exercise=True,
        url="http://127.0.0.1:8001",
        keys=keys,
        clock=found,
        randomness=chance(f"node {owner.party}"),
        objects=MemoryStore(),
        key_store=MemoryKeyStore(Keyring(keys=held)),
        papers=Papers(),
    )
    return node if desks is None else replace(node, desks=desks)


def make_officer(name: str, *roles: str) -> models.Officer:
    """Give an officer `zz-<name>` who holds these roles."""
    officer = models.Officer.objects.create(username=name, role_id=f"zz-{name}")
    for role in roles:
        officer.grants.create(
            role=role, granted_by="zz-operator-1", granted_at=datetime(2026, 1, 1, tzinfo=UTC)
        )
    return officer
