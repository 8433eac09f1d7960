# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Directory entries of the authorities in `tests.authority`, and keys for later ones."""

import hashlib
from datetime import datetime, timedelta

from longbien.core.parties.chain import sign_entry
from longbien.core.parties.contacts import Authority as Contact
from longbien.core.parties.entry import Endpoint, Entry, EntryKey
from longbien.core.sealing.dsse import ActKeys
from longbien.core.sealing.keys import KeyPair, key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, SINCE, Authority

LATER = NOW + timedelta(days=1)


def first_entry(owner: Authority, *, exercise: bool = True, since: datetime = SINCE) -> Entry:
    """Give the first entry of an authority."""
    name = f"{owner.party.lower()}.example"
    return Entry(
        party=owner.party,
        number=1,
        previous=None,
        exercise=exercise,
        issued=since,
        names={"en": f"State {owner.party}"},
        languages=("en",),
        endpoint=Endpoint(url="http://127.0.0.1:9", tls_sha256=""),
        keys=tuple(EntryKey(public=pair.public, valid_from=since) for pair in owner.pairs.values()),
        log_origin=f"{name}/log",
        witness_name=f"{name}/witness",
        authorities=(
            Contact(
                role="24/7",
                article="41(2)",
                name="Point of contact",
                languages=("en",),
                phone="+00 0000",
                time_zone="UTC",
                confirmed_on="2026-01-01",
            ),
        ),
    )


def first_envelope(owner: Authority) -> bytes:
    """Give the first entry of an authority, signed."""
    return sign_entry(first_entry(owner), owner.signer)


def new_pair(owner: Authority, use: KeyUse, algorithm: Algorithm, label: str) -> KeyPair:
    """Give another key pair of an authority, the same for each label."""
    return key_pair_from_seed(
        use, algorithm, hashlib.sha256(f"{owner.party} {use} {algorithm} {label}".encode()).digest()
    )


def new_signer(owner: Authority, label: str) -> ActKeys:
    """Give other keys that sign acts."""
    return ActKeys(
        ed25519=new_pair(owner, KeyUse.ACT, Algorithm.ED25519, label),
        ml_dsa_65=new_pair(owner, KeyUse.ACT, Algorithm.ML_DSA_65, label),
    )
