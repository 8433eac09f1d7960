# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Classical age keys (X25519): for the public test vectors and for comparison with the stock tool, never for evidence."""

from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from longbien.core.base.errors import MalformedError
from longbien.core.sealing import bech32
from longbien.core.sealing.age_header import FILE_KEY_BYTES, Stanza, decode_base64, encode_base64
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.core.sealing.keys import Randomness, key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse

X25519: Final = "X25519"
_INFO: Final = b"age-encryption.org/v1/X25519"
_PREFIX: Final = "age"
_PRIVATE_PREFIX: Final = "age-secret-key-"
_HYBRID_PRIVATE_PREFIX: Final = "age-secret-key-pq-"
_ZERO_NONCE: Final = bytes(12)


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
        key = _x25519_key(_agree(ephemeral, self.public), share, self.public)
        body = ChaCha20Poly1305(key).encrypt(_ZERO_NONCE, file_key, None)
        return Stanza(kind=X25519, arguments=(encode_base64(share),), body=body)

    def text(self) -> str:
        """Write it as the stock tool takes it."""
        return bech32.encode(_PREFIX, self.public)


def parse_x25519_recipient(text: str) -> X25519Recipient:
    """Read `age1…`."""
    return X25519Recipient(public=_decode_key(text, _PREFIX, 32))


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
        share = _only_argument(stanza, 32)
        shared = _agree(X25519PrivateKey.from_private_bytes(self.secret), share)
        return _open_body(_x25519_key(shared, share, self.recipient().public), stanza)

    def text(self) -> str:
        """Write it as the stock tool takes it (it is a secret)."""
        return bech32.encode(_PRIVATE_PREFIX, self.secret).upper()


def parse_x25519_identity(text: str) -> X25519Identity:
    """Read `AGE-SECRET-KEY-1…`."""
    return X25519Identity(secret=_decode_key(text, _PRIVATE_PREFIX, 32))


def parse_hybrid_identity(text: str) -> HybridIdentity:
    """Read `AGE-SECRET-KEY-PQ-1…`."""
    seed = _decode_key(text, _HYBRID_PRIVATE_PREFIX, 32)
    return HybridIdentity(pair=key_pair_from_seed(KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519, seed))


def _decode_key(text: str, prefix: str, length: int) -> bytes:
    found, raw = bech32.decode(text)
    if found != prefix:
        raise MalformedError("sealing.age_key_kind", expected=prefix)
    if len(raw) != length:
        raise MalformedError("sealing.key_length", expected=length, found=len(raw))
    return raw


def _only_argument(stanza: Stanza, length: int) -> bytes:
    if len(stanza.arguments) != 1 or len(stanza.body) != FILE_KEY_BYTES + 16:
        raise MalformedError("sealing.age_stanza", kind=stanza.kind)
    try:
        return decode_base64(stanza.arguments[0], length=length)
    except MalformedError as error:
        raise MalformedError("sealing.age_stanza", kind=stanza.kind) from error


def _agree(private: X25519PrivateKey, share: bytes) -> bytes:
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise MalformedError("sealing.age_share") from error


def _x25519_key(shared: bytes, share: bytes, public: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=share + public, info=_INFO).derive(shared)


def _open_body(key: bytes, stanza: Stanza) -> bytes | None:
    try:
        return ChaCha20Poly1305(key).decrypt(_ZERO_NONCE, stanza.body, None)
    except InvalidTag:
        return None
