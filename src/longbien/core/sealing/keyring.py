# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The keyring: a node's private keys in one file, encrypted at rest (docs/protocol/acts.md, section 2).

The file is an age v1 file with a passphrase; the stock `age` tool opens it, so keys are never held hostage by this software.
It holds every key the node ever used; which of them is current is said by the directory entry, not here.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import KeyId
from longbien.core.base.moments import parse_moment, print_moment
from longbien.core.sealing.age_file import decrypt_file, encrypt_file
from longbien.core.sealing.age_recipients import Passphrase
from longbien.core.sealing.dsse import ActKeys
from longbien.core.sealing.keys import KeyPair, Randomness, generate_key_pair, key_pair_from_seed
from longbien.core.sealing.suites import ALGORITHMS, Algorithm, KeyUse

NODE_KEYS: Final = tuple(
    (use, algorithm) for algorithm, facts in ALGORITHMS.items() for use in sorted(facts.uses)
)
"""The keys of a node: one pair for each use and each algorithm of that use."""

WORK_FACTOR: Final = 18
"""The usual scrypt work factor: 2**18 blocks of 1 KiB, that is 256 MiB and about a second for each guess."""

_MAX_FILE: Final = 1024 * 1024
_MAX_KEYS: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldKey:
    """A key pair and the moment it was made (UTC, cut to milliseconds)."""

    pair: KeyPair
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """Key pairs in the order they were added."""

    keys: tuple[HeldKey, ...] = ()

    def find(self, key_id: KeyId) -> KeyPair | None:
        """Find a key pair by its id."""
        return next((held.pair for held in self.keys if held.pair.key_id == key_id), None)

    def newest(self, use: KeyUse, algorithm: Algorithm) -> KeyPair:
        """Give the pair of this use and algorithm that was added last; RefusedError `sealing.key_not_held`."""
        for held in reversed(self.keys):
            if (held.pair.public.use, held.pair.public.algorithm) == (use, algorithm):
                return held.pair
        raise RefusedError("sealing.key_not_held", use=use, algorithm=algorithm)

    def signer(self) -> ActKeys:
        """Give the newest pair of keys that sign acts; RefusedError `sealing.key_not_held`."""
        return ActKeys(
            ed25519=self.newest(KeyUse.ACT, Algorithm.ED25519),
            ml_dsa_65=self.newest(KeyUse.ACT, Algorithm.ML_DSA_65),
        )

    def with_new_keys(
        self, kinds: Iterable[tuple[KeyUse, Algorithm]], *, now: datetime, randomness: Randomness
    ) -> "Keyring":
        """Give a keyring with a new pair of each of `kinds` (such as `NODE_KEYS`) after the old ones."""
        created = parse_moment(print_moment(now))
        made = [
            HeldKey(pair=generate_key_pair(use, algorithm, randomness), created=created)
            for use, algorithm in kinds
        ]
        return replace(self, keys=(*self.keys, *made))


def write_keyring(
    keyring: Keyring, passphrase: str, *, randomness: Randomness, work_factor: int = WORK_FACTOR
) -> bytes:
    """Encrypt a keyring to a passphrase; UsageError `sealing.passphrase_empty`. `work_factor` is scrypt's, as a power of two."""
    keys = [
        {
            "use": held.pair.public.use.value,
            "algorithm": held.pair.public.algorithm.value,
            "key_id": held.pair.key_id,
            "created": print_moment(held.created),
            "seed": base64.b64encode(held.pair.seed).decode(),
        }
        for held in keyring.keys
    ]
    plaintext = encode({"v": 1, "keys": keys})
    recipient = Passphrase(secret=_secret(passphrase), work_factor=work_factor)
    return encrypt_file(plaintext, [recipient], randomness=randomness)


def read_keyring(data: bytes, passphrase: str, *, max_work_factor: int = WORK_FACTOR) -> Keyring:
    """Decrypt a keyring. RefusedError `sealing.passphrase_wrong`, MalformedError `sealing.keyring_malformed` or of the age file."""
    identity = Passphrase(secret=_secret(passphrase), max_work_factor=max_work_factor)
    try:
        plaintext = decrypt_file(data, [identity], max_bytes=_MAX_FILE)
    except RefusedError as error:
        if error.code == "sealing.age_not_addressed":
            raise RefusedError("sealing.passphrase_wrong") from error
        raise
    try:
        fields = Fields(decode(plaintext, max_bytes=_MAX_FILE))
        fields.integer("v", minimum=1, maximum=1)
        keys = fields.objects("keys", _held, max_items=_MAX_KEYS)
        fields.done()
    except MalformedError as error:
        raise MalformedError("sealing.keyring_malformed", reason=str(error)) from error
    if len({held.pair.key_id for held in keys}) != len(keys):
        raise MalformedError("sealing.keyring_malformed", reason="key_id")
    return Keyring(keys=keys)


def _held(fields: Fields) -> HeldKey:
    use = KeyUse(fields.choice("use", tuple(KeyUse)))
    algorithm = Algorithm(fields.choice("algorithm", tuple(Algorithm)))
    pair = key_pair_from_seed(use, algorithm, fields.base64("seed", length=ALGORITHMS[algorithm].seed))
    fields.choice("key_id", (pair.key_id,))
    return HeldKey(pair=pair, created=fields.moment("created"))


def _secret(passphrase: str) -> bytes:
    if not passphrase:
        raise UsageError("sealing.passphrase_empty")
    return passphrase.encode()
