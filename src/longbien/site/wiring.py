# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One place where the node is put together: keys, clock, randomness, stores, and what each desk does with acts.

The node is built when it is first asked for, and again when its own directory entry has changed: a rotation in one
process reaches the others with their next transaction.
"""

import secrets
from datetime import UTC, datetime, timedelta

from django.conf import settings

from longbien.actions.desks import DESKS
from longbien.actions.node import Node, NodeKeys
from longbien.bridge.holidays import calendar_of
from longbien.bridge.joining_papers import JoiningPapers
from longbien.bridge.mail import SmtpPost
from longbien.bridge.objects import FolderStore
from longbien.bridge.pages import Papers
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import KeyId
from longbien.core.log.checkpoint import LogSigner
from longbien.core.log.cosign import WitnessSigner
from longbien.core.parties.entry import Entry
from longbien.core.sealing.dsse import ActKeys
from longbien.core.sealing.keyring import Keyring
from longbien.core.sealing.keys import KeyPair, PublicKey
from longbien.core.sealing.suites import ACT_SUITE, Algorithm, KeyUse
from longbien.site.clock import node_clock
from longbien.site.config import read_mail_password
from longbien.store.queries.parties import trusted_entry


class Provider:
    """Builds the node and keeps it as long as its own entry stays the same."""

    def __init__(self) -> None:
        """Begin with nothing built."""
        self._built: tuple[Entry, Node] | None = None

    def __call__(self) -> Node:
        """Give the node; UsageError `parties.not_initialised` before it has keys."""
        entry = trusted_entry(settings.CONFIG.party)
        if entry is None:
            raise UsageError("parties.not_initialised")
        if self._built is None or self._built[0] is not entry:
            self._built = (entry, build_node(entry, settings.KEY_STORE.load()))
        return self._built[1]


def build_node(entry: Entry, keyring: Keyring) -> Node:
    """Put the node together from its own newest entry and its keyring; RefusedError `sealing.key_not_held`."""
    config = settings.CONFIG
    return Node(
        party=config.party,
        exercise=config.exercise,
        url=config.peer_url,
        keys=node_keys(entry, keyring),
        clock=node_clock(config.clock_file),
        randomness=secrets.token_bytes,
        objects=FolderStore(config.home / "objects"),
        key_store=settings.KEY_STORE,
        desks=DESKS,
        call_back_wait=timedelta(minutes=config.call_back_minutes),
        papers=Papers(),
        calendars=calendar_of,
        post=_post(),
        joining_papers=JoiningPapers(),
    )


def _post() -> SmtpPost | None:
    """Give what sends e-mail; None where no mail server is named."""
    config = settings.CONFIG
    if not config.smtp_host:
        return None
    return SmtpPost(
        host=config.smtp_host,
        port=config.smtp_port,
        security=config.smtp_security,
        sender=config.mail_from,
        user=config.smtp_user,
        password=read_mail_password(config) if config.smtp_user else "",
    )


def node_keys(entry: Entry, keyring: Keyring) -> NodeKeys:
    """Find the private halves of the keys that the entry calls current; every seal and evidence key ever held."""
    now = datetime.now(UTC)

    def held(use: KeyUse, algorithm: Algorithm) -> KeyPair:
        return _held(keyring, entry.current(use, algorithm, max(now, entry.issued)))

    act = [held(KeyUse.ACT, algorithm) for algorithm in ACT_SUITE.signing]
    return NodeKeys(
        act=ActKeys(ed25519=act[0], ml_dsa_65=act[1]),
        log=LogSigner(
            origin=entry.log_origin,
            ed25519=held(KeyUse.LOG, Algorithm.ED25519),
            ml_dsa_44=held(KeyUse.LOG, Algorithm.ML_DSA_44),
        ),
        witness=WitnessSigner(
            name=entry.witness_name,
            ed25519=held(KeyUse.WITNESS, Algorithm.ED25519),
            ml_dsa_44=held(KeyUse.WITNESS, Algorithm.ML_DSA_44),
        ),
        seal=_all(keyring, KeyUse.SEAL),
        evidence=_all(keyring, KeyUse.EVIDENCE),
    )


def _held(keyring: Keyring, public: PublicKey) -> KeyPair:
    pair = keyring.find(public.key_id)
    if pair is None:
        raise UsageError("parties.key_not_held", key=public.key_id)
    return pair


def _all(keyring: Keyring, use: KeyUse) -> dict[KeyId, KeyPair]:
    return {held.pair.key_id: held.pair for held in keyring.keys if held.pair.public.use is use}
