# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who can open an age v1 file: hybrid post-quantum keys (evidence) and passphrases (the keyring).

A recipient wraps the file key into a stanza, an identity unwraps it. Kinds are never mixed in a header that we make: the
weakest one would decide. HPKE draws its own randomness inside the library; what we draw ourselves comes as an argument.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.sealing import bech32
from longbien.core.sealing.age_header import (
    FILE_KEY_BYTES,
    Header,
    Stanza,
    check_mac,
    decode_base64,
    encode_base64,
    seal_header,
)
from longbien.core.sealing.keys import KeyPair, PublicKey, Randomness
from longbien.core.sealing.suites import ALGORITHMS, Algorithm, KeyUse

HYBRID: Final = "mlkem768x25519"
SCRYPT: Final = "scrypt"

_WRAPPED_BYTES: Final = FILE_KEY_BYTES + 16
ZERO_NONCE: Final = bytes(12)
"""Each wrapping key encrypts once."""
_HYBRID_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_HYBRID_INFO: Final = b"age-encryption.org/mlkem768x25519"
_HYBRID_ALGORITHM: Final = Algorithm.MLKEM768_X25519
_ENCAPSULATED_BYTES: Final = 1120  # ML-KEM-768 ciphertext (1088), X25519 share (32)
_HYBRID_PREFIX: Final = "age1pq"
_HYBRID_PRIVATE_PREFIX: Final = "age-secret-key-pq-"
_SCRYPT_SALT: Final = b"age-encryption.org/v1/scrypt"
_WORK_FACTOR: Final = re.compile(r"[1-9][0-9]?")


class Recipient(Protocol):
    """Somebody to whom a file key is wrapped."""

    @property
    def kind(self) -> str:
        """Give the kind of its stanzas."""

    def wrap(self, file_key: bytes, randomness: Randomness) -> Stanza:
        """Wrap a 16-byte file key."""


class Identity(Protocol):
    """Somebody who may be able to unwrap a file key."""

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Give the file key, or None if the stanza is for somebody else; MalformedError for a broken stanza."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HybridRecipient:
    """An `mlkem768x25519` recipient: a key for evidence, in text `age1pq1…` (age 1.3 or later).

    RefusedError `sealing.key_use` for a key of another use.
    """

    key: PublicKey

    def __post_init__(self) -> None:
        """Check the key's use."""
        _check_use(self.key)

    @property
    def kind(self) -> str:
        """Give `mlkem768x25519`."""
        return HYBRID

    def wrap(self, file_key: bytes, randomness: Randomness) -> Stanza:
        """Wrap with HPKE base mode, single shot; RefusedError `sealing.not_sealed` for a key that is not sound."""
        try:
            sealed = _HYBRID_SUITE.encrypt(file_key, self.key.recipient(), info=_HYBRID_INFO)
        except ValueError as error:  # an X25519 part of low order
            raise RefusedError("sealing.not_sealed", key=self.key.key_id) from error
        enc, body = sealed[:_ENCAPSULATED_BYTES], sealed[_ENCAPSULATED_BYTES:]
        return Stanza(kind=HYBRID, arguments=(encode_base64(enc),), body=body)

    def text(self) -> str:
        """Write it as the stock tool takes it."""
        return bech32.encode(_HYBRID_PREFIX, self.key.raw)


def parse_hybrid_recipient(text: str) -> HybridRecipient:
    """Read `age1pq1…`."""
    raw = decode_key(text, _HYBRID_PREFIX, ALGORITHMS[_HYBRID_ALGORITHM].public)
    return HybridRecipient(key=PublicKey(use=KeyUse.EVIDENCE, algorithm=_HYBRID_ALGORITHM, raw=raw))


@dataclass(frozen=True, slots=True, kw_only=True)
class HybridIdentity:
    """The secret side of a HybridRecipient, in text `AGE-SECRET-KEY-PQ-1…`."""

    pair: KeyPair

    def __post_init__(self) -> None:
        """Check the key's use."""
        _check_use(self.pair.public)

    def recipient(self) -> HybridRecipient:
        """Give the public side."""
        return HybridRecipient(key=self.pair.public)

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Unwrap with HPKE base mode."""
        if stanza.kind != HYBRID:
            return None
        enc = only_argument(stanza, _ENCAPSULATED_BYTES)
        try:
            return _HYBRID_SUITE.decrypt(enc + stanza.body, self.pair.identity(), info=_HYBRID_INFO)
        except (InvalidTag, ValueError):
            agree(
                X25519PrivateKey.from_private_bytes(bytes(32)), enc[-32:]
            )  # a low-order share is no accident
            return None

    def text(self) -> str:
        """Write it as the stock tool takes it (it is a secret)."""
        return bech32.encode(_HYBRID_PRIVATE_PREFIX, self.pair.seed).upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passphrase:
    """Recipient and identity in one. Work factor n costs 2**n KiB of memory: 18 is 256 MiB and about a second.

    A stanza above `max_work_factor` is refused before anything is computed.
    """

    secret: bytes = field(repr=False)
    work_factor: int = 18
    max_work_factor: int = 18

    @property
    def kind(self) -> str:
        """Give `scrypt`."""
        return SCRYPT

    def wrap(self, file_key: bytes, randomness: Randomness) -> Stanza:
        """Wrap under a key made from the passphrase and a fresh salt."""
        salt = randomness(16)
        body = ChaCha20Poly1305(self._key(salt, self.work_factor)).encrypt(ZERO_NONCE, file_key, None)
        return Stanza(kind=SCRYPT, arguments=(encode_base64(salt), str(self.work_factor)), body=body)

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Unwrap; None for a wrong passphrase."""
        if stanza.kind != SCRYPT:
            return None
        if len(stanza.arguments) != 2 or len(stanza.body) != _WRAPPED_BYTES:
            raise MalformedError("sealing.age_stanza", kind=SCRYPT)
        salt = _argument(stanza, 16)
        if _WORK_FACTOR.fullmatch(stanza.arguments[1]) is None:
            raise MalformedError("sealing.age_stanza", kind=SCRYPT)
        work_factor = int(stanza.arguments[1])
        if work_factor > self.max_work_factor:
            raise RefusedError("sealing.age_work_factor", limit=self.max_work_factor, found=work_factor)
        return open_body(self._key(salt, work_factor), stanza)

    def _key(self, salt: bytes, work_factor: int) -> bytes:
        return Scrypt(salt=_SCRYPT_SALT + salt, length=32, n=1 << work_factor, r=8, p=1).derive(self.secret)


def make_header(file_key: bytes, recipients: Sequence[Recipient], *, randomness: Randomness) -> Header:
    """Wrap the file key to every recipient; UsageError if there is none, if kinds are mixed, or for two passphrases."""
    kinds = {recipient.kind for recipient in recipients}
    if not kinds:
        raise UsageError("sealing.age_no_recipient")
    if len(kinds) > 1 or (kinds == {SCRYPT} and len(recipients) > 1):
        raise UsageError("sealing.age_mixed")
    return seal_header(file_key, [recipient.wrap(file_key, randomness) for recipient in recipients])


def file_key_from_header(header: Header, identities: Sequence[Identity]) -> bytes:
    """Unwrap the file key with the first identity that can, then check the header's MAC with it.

    MalformedError for a broken stanza, RefusedError `sealing.age_not_addressed` if no stanza is for us. A header from
    elsewhere may name several kinds (age allows it); who must not accept that looks at `header.kinds`.
    """
    if SCRYPT in header.kinds and len(header.stanzas) > 1:
        raise MalformedError("sealing.age_mixed")
    for identity in identities:
        for stanza in header.stanzas:
            file_key = identity.unwrap(stanza)
            if file_key is not None:
                check_mac(header, file_key)
                return file_key
    raise RefusedError("sealing.age_not_addressed")


def _check_use(key: PublicKey) -> None:
    if (key.use, key.algorithm) != (KeyUse.EVIDENCE, _HYBRID_ALGORITHM):
        raise RefusedError("sealing.key_use", use=key.use, algorithm=key.algorithm)


def decode_key(text: str, prefix: str, length: int) -> bytes:
    """Read a key in age's spelling; MalformedError `sealing.age_key_kind`, `sealing.key_length`."""
    found, raw = bech32.decode(text)
    if found != prefix:
        raise MalformedError("sealing.age_key_kind", expected=prefix)
    if len(raw) != length:
        raise MalformedError("sealing.key_length", expected=length, found=len(raw))
    return raw


def only_argument(stanza: Stanza, length: int) -> bytes:
    """Read the single argument of a key stanza; the body's length is checked before anything is decrypted."""
    if len(stanza.arguments) != 1 or len(stanza.body) != _WRAPPED_BYTES:
        raise MalformedError("sealing.age_stanza", kind=stanza.kind)
    return _argument(stanza, length)


def _argument(stanza: Stanza, length: int) -> bytes:
    try:
        return decode_base64(stanza.arguments[0], length=length)
    except MalformedError as error:
        raise MalformedError("sealing.age_stanza", kind=stanza.kind) from error


def agree(private: X25519PrivateKey, share: bytes) -> bytes:
    """Compute the X25519 agreement; the library refuses a result of zeros (RFC 7748, 6.1)."""
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise MalformedError("sealing.age_share") from error


def open_body(key: bytes, stanza: Stanza) -> bytes | None:
    """Decrypt the file key of a stanza; None if this key does not open it."""
    try:
        return ChaCha20Poly1305(key).decrypt(ZERO_NONCE, stanza.body, None)
    except InvalidTag:
        return None
