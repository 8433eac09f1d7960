# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Classical age keys (X25519): for the public test vectors and for comparison with the stock tool, never for evidence."""

from dataclasses import dataclass, field
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from longbien.core.sealing import bech32
from longbien.core.sealing.age_header import Stanza, encode_base64
from longbien.core.sealing.age_recipients import (
    ZERO_NONCE,
    HybridIdentity,
    agree,
    decode_key,
    only_argument,
    open_body,
)
from longbien.core.sealing.keys import Randomness, key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse

X25519: Final = "X25519"
_INFO: Final = b"age-encryption.org/v1/X25519"
_PREFIX: Final = "age"
_PRIVATE_PREFIX: Final = "age-secret-key-"
_HYBRID_PRIVATE_PREFIX: Final = "age-secret-key-pq-"


@dataclass(frozen=True, slots=True, kw_only=True)
class X25519Recipient:
    """A classical age recipient (`age1…`): for comparison and for old tools, never for evidence."""

    public: bytes

    @property
    def kind(self) -> str:
        """Give `X25519`."""
        return X25519

    def wrap(self, file_key: bytes, randomness: Randomness) -> Stanza:
        """Wrap with an ephemeral key of our own drawing."""
        ephemeral = X25519PrivateKey.from_private_bytes(randomness(32))
        share = ephemeral.public_key().public_bytes_raw()
        key = _x25519_key(agree(ephemeral, self.public), share, self.public)
        body = ChaCha20Poly1305(key).encrypt(ZERO_NONCE, file_key, None)
        return Stanza(kind=X25519, arguments=(encode_base64(share),), body=body)

    def text(self) -> str:
        """Write it as the stock tool takes it."""
        return bech32.encode(_PREFIX, self.public)


def parse_x25519_recipient(text: str) -> X25519Recipient:
    """Read `age1…`."""
    return X25519Recipient(public=decode_key(text, _PREFIX, 32))


@dataclass(frozen=True, slots=True, kw_only=True)
class X25519Identity:
    """The secret side of an X25519Recipient."""

    secret: bytes = field(repr=False)

    def recipient(self) -> X25519Recipient:
        """Compute the public side."""
        key = X25519PrivateKey.from_private_bytes(self.secret)
        return X25519Recipient(public=key.public_key().public_bytes_raw())

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Unwrap with the agreed key."""
        if stanza.kind != X25519:
            return None
        share = only_argument(stanza, 32)
        shared = agree(X25519PrivateKey.from_private_bytes(self.secret), share)
        return open_body(_x25519_key(shared, share, self.recipient().public), stanza)

    def text(self) -> str:
        """Write it as the stock tool takes it (it is a secret)."""
        return bech32.encode(_PRIVATE_PREFIX, self.secret).upper()


def parse_x25519_identity(text: str) -> X25519Identity:
    """Read `AGE-SECRET-KEY-1…`."""
    return X25519Identity(secret=decode_key(text, _PRIVATE_PREFIX, 32))


def parse_hybrid_identity(text: str) -> HybridIdentity:
    """Read `AGE-SECRET-KEY-PQ-1…`."""
    seed = decode_key(text, _HYBRID_PRIVATE_PREFIX, 32)
    return HybridIdentity(pair=key_pair_from_seed(KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519, seed))


def _x25519_key(shared: bytes, share: bytes, public: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=share + public, info=_INFO).derive(shared)
