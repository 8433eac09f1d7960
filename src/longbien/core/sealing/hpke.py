# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing to one recipient: HPKE (RFC 9180) base mode, single shot, in the suite of `LB-ACT-1`.

KEM MLKEM768-X25519 (0x647a), KDF HKDF-SHA256 (0x0001), AEAD AES-256-GCM (0x0002); empty AAD, the context is bound
through `info`. The encapsulation draws its randomness from the library: it cannot be given, so it cannot be repeated.
"""

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from longbien.core.base.errors import RefusedError
from longbien.core.sealing.keys import KeyPair, PublicKey

_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def seal(plaintext: bytes, recipient: PublicKey, info: bytes) -> bytes:
    """Seal to `recipient`: encapsulated key || ciphertext; RefusedError `sealing.key_use` or `sealing.not_sealed`."""
    key = recipient.recipient()
    try:
        return _SUITE.encrypt(plaintext, key, info)
    except ValueError as error:  # an X25519 key of low order
        raise RefusedError("sealing.not_sealed", key=recipient.key_id) from error


def unseal(sealed: bytes, pair: KeyPair, info: bytes) -> bytes:
    """Open what was sealed to `pair` under the same `info`; RefusedError `sealing.not_opened` otherwise."""
    identity = pair.identity()
    try:
        return _SUITE.decrypt(sealed, identity, info)
    except (InvalidTag, ValueError) as error:
        raise RefusedError("sealing.not_opened", key=pair.key_id) from error
