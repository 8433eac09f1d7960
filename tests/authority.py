# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An authority with keys from fixed seeds, and acts that it makes: the same in every test run."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from longbien.core.base.canonical import JsonInput
from longbien.core.base.ids import KeyId, PartyId, RequestId
from longbien.core.sealing.act import ActDraft, Approval, SignedAct, new_act_id, new_nonce, sign_act
from longbien.core.sealing.dsse import ActKeys
from longbien.core.sealing.keys import KeyPair, PublicKey, Randomness, key_pair_from_seed
from longbien.core.sealing.suites import ALGORITHMS, Algorithm, KeyUse
from longbien.core.sealing.trust import TrustedKey

NOW = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)
SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def chance(label: str) -> Randomness:
    """Give bytes that look random and are the same each time: SHA-256 of the label and a counter."""
    state = {"next": 0}

    def draw(length: int) -> bytes:
        found = b""
        while len(found) < length:
            found += hashlib.sha256(f"{label}/{state['next']}".encode()).digest()
            state["next"] += 1
        return found[:length]

    return draw


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One party with a key pair for each use and algorithm."""

    party: PartyId
    pairs: Mapping[tuple[KeyUse, Algorithm], KeyPair] = field(repr=False)
    randomness: Randomness = field(repr=False)

    @property
    def signer(self) -> ActKeys:
        """The keys that sign its acts."""
        return ActKeys(
            ed25519=self.pairs[KeyUse.ACT, Algorithm.ED25519],
            ml_dsa_65=self.pairs[KeyUse.ACT, Algorithm.ML_DSA_65],
        )

    @property
    def seal(self) -> KeyPair:
        """The key that acts to it are sealed to."""
        return self.pairs[KeyUse.SEAL, Algorithm.MLKEM768_X25519]

    def public(self, key_id: KeyId) -> PublicKey | None:
        """Find one of its public keys."""
        return next((pair.public for pair in self.pairs.values() if pair.key_id == key_id), None)

    def key(self, party: PartyId, key_id: KeyId) -> TrustedKey | None:
        """Answer as a directory that trusts this authority's keys since `SINCE`."""
        public = self.public(key_id) if party == self.party else None
        return None if public is None else TrustedKey(party=party, public=public, valid_from=SINCE)

    def draft(
        self, recipient: "Authority", *, kind: str = "request.preservation", body: JsonInput = None
    ) -> ActDraft:
        """Draft an act to `recipient` (a statement if that is the authority itself)."""
        act_id = new_act_id(self.randomness)
        return ActDraft(
            id=act_id,
            kind=kind,
            sender=self.party,
            recipient=recipient.party,
            exercise=True,
            thread=RequestId(act_id),
            seal_key=None if recipient.party == self.party else recipient.seal.key_id,
            time=NOW,
            nonce=new_nonce(self.randomness),
            approved_by=(Approval(role_id="point-1", at=NOW), Approval(role_id="point-2", at=NOW)),
            body=body if isinstance(body, Mapping) else {"form": "preservation", "form_version": 1},
        )

    def act(self, recipient: "Authority") -> SignedAct:
        """Make and sign an act to `recipient`."""
        return sign_act(self.draft(recipient), self.signer)


@cache
def authority(party: str) -> Authority:
    """Give the authority of a party: its keys depend on nothing but the party's id."""
    pairs = {}
    for algorithm, facts in ALGORITHMS.items():
        for use in facts.uses:
            seed = hashlib.sha256(f"test {party} {use} {algorithm}".encode()).digest()
            pairs[use, algorithm] = key_pair_from_seed(use, algorithm, seed)
    return Authority(party=PartyId(party), pairs=pairs, randomness=chance(party))
