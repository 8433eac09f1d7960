# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys as values: public keys with their ids, and key pairs made from seeds (docs/protocol/acts.md, section 2).

```
key_id = first 32 hex digits of SHA-256("longbien/key/v1" 00 use 00 algorithm 00 raw public key)
```
A key carries its use: a key for acts never signs a checkpoint, whatever its bytes.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias, cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import (
    MLDSA44PrivateKey,
    MLDSA44PublicKey,
    MLDSA65PrivateKey,
    MLDSA65PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import KeyId
from longbien.core.sealing.suites import ALGORITHMS, Algorithm, KeyUse

Randomness: TypeAlias = Callable[[int], bytes]
"""Gives so many unpredictable bytes: `os.urandom` or `secrets.token_bytes` in a node, a counter in a test."""

_MLKEM_PUBLIC: Final = 1184
_MLKEM_SEED: Final = 64
_LOADED_PUBLIC_KEYS: Final = 1024
_FIELD: Final = 2**255 - 19
_ORDER_EIGHT: Final = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_LOW_ORDER: Final = frozenset({0, 1, _FIELD - 1, _ORDER_EIGHT, _FIELD - _ORDER_EIGHT})
"""The y coordinates of Curve25519's points of low order: as keys, they would fit signatures over any message."""


class _Verifier(Protocol):
    def verify(self, signature: bytes, data: bytes, /) -> None: ...


class _Signer(Protocol):
    def sign(self, data: bytes, /) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A public key with its one use. MalformedError `sealing.key_malformed` for bytes that are no such key.

    `raw` has the length of the table in `suites`; `key_id` is computed, never taken from anywhere.
    """

    use: KeyUse
    algorithm: Algorithm
    raw: bytes = field(repr=False)
    key_id: KeyId = field(init=False)

    def __post_init__(self) -> None:
        """Check use, length and content, and compute the id."""
        facts = ALGORITHMS[self.algorithm]
        if self.use not in facts.uses:
            raise MalformedError("sealing.key_use", use=self.use, algorithm=self.algorithm)
        if len(self.raw) != facts.public:
            raise MalformedError("sealing.key_malformed", algorithm=self.algorithm)
        _load_public(self.algorithm, self.raw)
        object.__setattr__(self, "key_id", key_id_of(self.use, self.algorithm, self.raw))

    def verify(self, signature: bytes, message: bytes) -> None:
        """Check a signature; RefusedError `sealing.signature_invalid` when it is not this key's over `message`."""
        if not self.verifies(signature, message):
            raise RefusedError("sealing.signature_invalid", key=self.key_id, algorithm=self.algorithm)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Tell whether `signature` is this key's over `message`; RefusedError `sealing.key_use` if it cannot sign."""
        length = ALGORITHMS[self.algorithm].signature
        if not length:
            raise RefusedError("sealing.key_use", use=self.use, algorithm=self.algorithm)
        if len(signature) != length:
            return False
        try:
            cast("_Verifier", _load_public(self.algorithm, self.raw)).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def recipient(self) -> MLKEM768X25519PublicKey:
        """Give the key as an HPKE recipient; RefusedError `sealing.key_use` if it is a signing key."""
        loaded = _load_public(self.algorithm, self.raw)
        if not isinstance(loaded, MLKEM768X25519PublicKey):
            raise RefusedError("sealing.key_use", use=self.use, algorithm=self.algorithm)
        return loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """A private key, kept as the algorithm's seed, with its public half. Never printed, compared by its public half.

    Make it with `key_pair_from_seed` or `generate_key_pair`.
    """

    public: PublicKey
    seed: bytes = field(repr=False, compare=False)
    _loaded: object = field(repr=False, compare=False)

    @property
    def key_id(self) -> KeyId:
        """The id of the public half."""
        return self.public.key_id

    def sign(self, message: bytes) -> bytes:
        """Sign `message`; RefusedError `sealing.key_use` if the algorithm does not sign.

        ML-DSA signatures differ each time: the library hedges them with its own randomness (FIPS 204, section 3.4).
        """
        if not ALGORITHMS[self.public.algorithm].signature:
            raise RefusedError("sealing.key_use", use=self.public.use, algorithm=self.public.algorithm)
        return cast("_Signer", self._loaded).sign(message)

    def identity(self) -> MLKEM768X25519PrivateKey:
        """Give the key as an HPKE private key; RefusedError `sealing.key_use` if it is a signing key."""
        if not isinstance(self._loaded, MLKEM768X25519PrivateKey):
            raise RefusedError("sealing.key_use", use=self.public.use, algorithm=self.public.algorithm)
        return self._loaded


def key_id_of(use: KeyUse, algorithm: Algorithm, raw: bytes) -> KeyId:
    """Compute a key's id from its use, algorithm and raw public bytes."""
    named = b"\0".join((b"longbien/key/v1", use.encode(), algorithm.encode(), raw))
    return KeyId(hashlib.sha256(named).hexdigest()[:32])


def key_pair_from_seed(use: KeyUse, algorithm: Algorithm, seed: bytes) -> KeyPair:
    """Make a key pair from the algorithm's private seed (32 bytes); MalformedError `sealing.key_malformed`."""
    if len(seed) != ALGORITHMS[algorithm].seed:
        raise MalformedError("sealing.key_malformed", algorithm=algorithm)
    loaded, raw = _FROM_SEED[algorithm](seed)
    return KeyPair(public=PublicKey(use=use, algorithm=algorithm, raw=raw), seed=seed, _loaded=loaded)


def generate_key_pair(use: KeyUse, algorithm: Algorithm, randomness: Randomness) -> KeyPair:
    """Make a new key pair from `randomness`."""
    return key_pair_from_seed(use, algorithm, randomness(ALGORITHMS[algorithm].seed))


@lru_cache(maxsize=_LOADED_PUBLIC_KEYS)
def _load_public(algorithm: Algorithm, raw: bytes) -> object:
    """Load a public key once; loading an ML-DSA or ML-KEM key costs about as much as using it."""
    try:
        return _PUBLIC[algorithm](raw)
    except ValueError as error:
        raise MalformedError("sealing.key_malformed", algorithm=algorithm) from error


def _ed25519_public(raw: bytes) -> Ed25519PublicKey:
    """Load a key that is written canonically (RFC 8032, 5.1.3) and is not a point of low order."""
    y = int.from_bytes(raw, "little") & (2**255 - 1)
    if y >= _FIELD or y in _LOW_ORDER:
        raise ValueError("a point that is no key")
    return Ed25519PublicKey.from_public_bytes(raw)


def _hybrid_public(raw: bytes) -> MLKEM768X25519PublicKey:
    mlkem, x25519 = raw[:_MLKEM_PUBLIC], raw[_MLKEM_PUBLIC:]
    return MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(mlkem), X25519PublicKey.from_public_bytes(x25519)
    )


def _ed25519(seed: bytes) -> tuple[object, bytes]:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key, key.public_key().public_bytes_raw()


def _ml_dsa_65(seed: bytes) -> tuple[object, bytes]:
    key = MLDSA65PrivateKey.from_seed_bytes(seed)
    return key, key.public_key().public_bytes_raw()


def _ml_dsa_44(seed: bytes) -> tuple[object, bytes]:
    key = MLDSA44PrivateKey.from_seed_bytes(seed)
    return key, key.public_key().public_bytes_raw()


def _hybrid(seed: bytes) -> tuple[object, bytes]:
    """Expand the 32-byte seed as X-Wing does: SHAKE-256 to the ML-KEM seed (64 bytes) and the X25519 key (32)."""
    expanded = hashlib.shake_256(seed).digest(_MLKEM_SEED + 32)
    mlkem = MLKEM768PrivateKey.from_seed_bytes(expanded[:_MLKEM_SEED])
    x25519 = X25519PrivateKey.from_private_bytes(expanded[_MLKEM_SEED:])
    raw = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return MLKEM768X25519PrivateKey(mlkem, x25519), raw


_PUBLIC: Final[Mapping[Algorithm, Callable[[bytes], object]]] = MappingProxyType(
    {
        Algorithm.ED25519: _ed25519_public,
        Algorithm.ML_DSA_65: MLDSA65PublicKey.from_public_bytes,
        Algorithm.ML_DSA_44: MLDSA44PublicKey.from_public_bytes,
        Algorithm.MLKEM768_X25519: _hybrid_public,
    }
)

_FROM_SEED: Final[Mapping[Algorithm, Callable[[bytes], tuple[object, bytes]]]] = MappingProxyType(
    {
        Algorithm.ED25519: _ed25519,
        Algorithm.ML_DSA_65: _ml_dsa_65,
        Algorithm.ML_DSA_44: _ml_dsa_44,
        Algorithm.MLKEM768_X25519: _hybrid,
    }
)
