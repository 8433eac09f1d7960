# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing to a key: public vectors, and a second implementation written from the protocol page alone."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import cryptography_vectors
import pytest
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.sealing.hpke import seal, unseal
from longbien.core.sealing.keys import KeyPair, PublicKey, key_pair_from_seed
from longbien.core.sealing.suites import ACT_SUITE, Algorithm, KeyUse
from tests.authority import authority

VN, AT = authority("VN"), authority("AT")
KEM_ID = 0x647A
KDFS = {1: KDF.HKDF_SHA256, 3: KDF.HKDF_SHA512, 17: KDF.SHAKE256}
AEADS = {1: AEAD.AES_128_GCM, 2: AEAD.AES_256_GCM, 3: AEAD.CHACHA20_POLY1305}


@given(st.binary(max_size=3000), st.binary(max_size=200))
@settings(max_examples=30)
def test_what_is_sealed_is_opened_under_the_same_info(plaintext: bytes, info: bytes) -> None:
    sealed = seal(plaintext, AT.seal.public, info)
    assert len(sealed) == len(plaintext) + ACT_SUITE.overhead
    assert unseal(sealed, AT.seal, info) == plaintext
    for pair, other in ((AT.seal, info + b"\0"), (VN.seal, info)):
        with pytest.raises(RefusedError) as caught:
            unseal(sealed, pair, other)
        assert caught.value.code == "sealing.not_opened"


def test_nothing_is_sealed_twice_the_same() -> None:
    assert seal(b"a", AT.seal.public, b"") != seal(b"a", AT.seal.public, b"")


def test_each_sealed_byte_matters() -> None:
    sealed = seal(b"a short text", AT.seal.public, b"info")
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1 << place % 8
        with pytest.raises(RefusedError):
            unseal(bytes(changed), AT.seal, b"info")


@pytest.mark.parametrize("length", [0, 1, 1119, 1120, 1135, 1136])
def test_what_is_too_short_is_refused(length: int) -> None:
    with pytest.raises(RefusedError) as caught:
        unseal(bytes(length), AT.seal, b"")
    assert caught.value.code == "sealing.not_opened"


@pytest.mark.parametrize("share", [bytes(32), b"\1" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f"])
def test_a_key_share_of_low_order_is_refused(share: bytes) -> None:
    raw = AT.seal.public.raw[:-32] + share
    with pytest.raises((RefusedError, MalformedError)) as caught:
        seal(b"a", PublicKey(use=KeyUse.SEAL, algorithm=Algorithm.MLKEM768_X25519, raw=raw), b"")
    assert caught.value.code == "sealing.not_sealed"
    with pytest.raises(RefusedError) as caught:
        unseal(bytes(1088) + share + bytes(100), AT.seal, b"")
    assert caught.value.code == "sealing.not_opened"


def second_implementation(sealed: bytes, seed: bytes, info: bytes) -> bytes:
    """Open as RFC 9180 and X-Wing say, from the parts: ML-KEM-768, X25519, SHA-3, HMAC, AES-GCM."""
    expanded = hashlib.shake_256(seed).digest(96)
    mlkem = MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
    x25519 = X25519PrivateKey.from_private_bytes(expanded[64:])
    first, second, text = sealed[:1088], sealed[1088:1120], sealed[1120:]
    agreed = x25519.exchange(X25519PublicKey.from_public_bytes(second))
    own = x25519.public_key().public_bytes_raw()
    shared = hashlib.sha3_256(mlkem.decapsulate(first) + agreed + second + own + rb"\.//^\ "[:6]).digest()
    suite = b"HPKE" + KEM_ID.to_bytes(2, "big") + b"\0\1" + b"\0\2"

    def extract(salt: bytes, label: bytes, secret: bytes) -> bytes:
        return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + secret, "sha256")

    def expand(secret: bytes, label: bytes, context: bytes, length: int) -> bytes:
        labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
        return hmac.digest(secret, labelled + b"\1", "sha256")[:length]

    context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    key, nonce = expand(secret, b"key", context, 32), expand(secret, b"base_nonce", context, 12)
    return AESGCM(key).decrypt(nonce, text, None)


def test_a_second_implementation_opens_what_we_seal() -> None:
    sealed = seal(b"what is said", AT.seal.public, b"longbien/act/v1\0header")
    assert second_implementation(sealed, AT.seal.seed, b"longbien/act/v1\0header") == b"what is said"


def opened(pair: KeyPair, vector: dict[str, Any]) -> list[tuple[bytes, bytes]]:
    """Open a vector's first ciphertext with our key and the library's suite of the vector."""
    suite = Suite(KEM.MLKEM768_X25519, KDFS[vector["kdf_id"]], AEADS[vector["aead_id"]])
    one = vector["encryptions"][0]
    sealed, aad = bytes.fromhex(vector["enc"] + one["ct"]), bytes.fromhex(one["aad"])
    info = bytes.fromhex(vector["info"])
    found = openssl.hpke._decrypt_with_aad(suite, sealed, pair.identity(), info, aad)
    return [(found, bytes.fromhex(one["pt"]))]


def check_hybrid_vectors(found: list[dict[str, Any]]) -> None:
    hybrid = [vector for vector in found if (vector["mode"], vector["kem_id"]) == (0, KEM_ID)]
    assert len(hybrid) == 2
    for vector in hybrid:
        seed = bytes.fromhex(vector["skRm"])
        pair = key_pair_from_seed(KeyUse.SEAL, Algorithm.MLKEM768_X25519, seed)
        assert pair.public.raw == bytes.fromhex(vector["pkRm"])
        for plaintext, expected in opened(pair, vector):
            assert plaintext == expected


def test_hybrid_keys_open_the_public_vectors(vectors: Path) -> None:
    check_hybrid_vectors(json.loads((vectors / "hpke-pq" / "test-vectors.json").read_bytes()))


def test_hybrid_keys_open_the_vectors_of_the_library() -> None:
    with cryptography_vectors.open_vector_file("HPKE/hpke-pq-test-vectors.json", "rb") as file:
        check_hybrid_vectors(json.load(file))


def test_the_library_opens_the_vectors_of_rfc_9180() -> None:
    with cryptography_vectors.open_vector_file("HPKE/test-vectors.json", "rb") as file:
        found = [
            vector
            for vector in json.load(file)
            if (vector["mode"], vector["kem_id"], vector["kdf_id"]) == (0, 0x20, 1)
            and vector["aead_id"] in AEADS
        ]
    assert len(found) == 3
    for vector in found:
        suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEADS[vector["aead_id"]])
        key = X25519PrivateKey.from_private_bytes(bytes.fromhex(vector["skRm"]))
        one = vector["encryptions"][0]
        plaintext = openssl.hpke._decrypt_with_aad(
            suite,
            bytes.fromhex(vector["enc"] + one["ct"]),
            key,
            bytes.fromhex(vector["info"]),
            bytes.fromhex(one["aad"]),
        )
        assert plaintext == bytes.fromhex(one["pt"])
