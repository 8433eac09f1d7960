# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.ed25519`: the public vectors, `cryptography`, and the strict corners."""

import json
from pathlib import Path

import cryptography_vectors
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.evidence.verifier.ed25519 import SMALL_ORDER_Y, ed25519_key_is_sound, ed25519_verify

ORDER = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19


def published() -> list[tuple[bytes, bytes, bytes]]:
    """Give (public key, message, signature) of the first Ed25519 vectors of its authors."""
    found = []
    with cryptography_vectors.open_vector_file("asymmetric/Ed25519/sign.input", "r") as lines:
        for line, _ in zip(lines, range(200), strict=False):
            _, public, message, signed = line.split(":")[:4]
            found.append((bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signed)[:64]))
    return found


def test_published_signatures_verify_and_no_longer_when_a_bit_is_flipped() -> None:
    for number, (public, message, signature) in enumerate(published()):
        assert ed25519_verify(public, message, signature)
        flipped = bytearray(signature)
        flipped[number % 64] ^= 1 << number % 8
        assert not ed25519_verify(public, message, bytes(flipped))


def test_wycheproof(vectors: Path) -> None:
    file = vectors / "wycheproof" / "ed25519_test.json"
    if not file.is_file():
        pytest.skip("absent setting: LONGBIEN_VECTORS has no Wycheproof")
    for group in json.loads(file.read_text(encoding="utf-8"))["testGroups"]:
        public = bytes.fromhex(group["publicKey"]["pk"])
        for case in group["tests"]:
            verdict = ed25519_verify(public, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
            assert verdict == (case["result"] == "valid"), case["tcId"]


@settings(max_examples=25, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=200))
def test_what_cryptography_signs_verifies_for_this_message_only(seed: bytes, message: bytes) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public = private.public_key().public_bytes_raw()
    signature = private.sign(message)
    assert ed25519_verify(public, message, signature)
    assert not ed25519_verify(public, message + b"x", signature)


def test_a_scalar_beyond_the_order_is_refused() -> None:
    public, message, signature = published()[1]
    scalar = int.from_bytes(signature[32:], "little")
    again = signature[:32] + (scalar + ORDER).to_bytes(32, "little")
    assert not ed25519_verify(public, message, again)


@pytest.mark.parametrize("y", sorted(SMALL_ORDER_Y))
@pytest.mark.parametrize("sign", [0, 1])
def test_a_key_of_small_order_signs_nothing(y: int, sign: int) -> None:
    """Under the neutral point, R = S * B holds for any message."""
    public = (y | sign << 255).to_bytes(32, "little")
    assert not ed25519_key_is_sound(public)
    base = (4 * pow(5, P - 2, P) % P).to_bytes(32, "little")
    assert not ed25519_verify(public, b"anything", base + (1).to_bytes(32, "little"))


def test_small_order_is_found_by_multiplication_too() -> None:
    """Each of the five values is the y of points whose order divides 8: doubling thrice gives the neutral point."""
    for y in SMALL_ORDER_Y:
        for _ in range(3):
            # On -x² + y² = 1 + d x² y², 2(x, y) has the y coordinate (y² + x²) / (2 + x² - y²).
            d = -121665 * pow(121666, P - 2, P) % P
            x2 = (y * y - 1) * pow(d * y * y + 1, P - 2, P) % P
            y = (y * y + x2) * pow(2 + x2 - y * y, P - 2, P) % P  # noqa: PLW2901
        assert y == 1


@pytest.mark.parametrize("length", [0, 31, 33])
def test_other_lengths_are_refused(length: int) -> None:
    public, message, signature = published()[0]
    assert not ed25519_verify(bytes(length), message, signature)
    assert not ed25519_verify(public, message, bytes(2 * length))


def test_an_encoding_that_is_not_canonical_is_refused() -> None:
    assert not ed25519_key_is_sound((P + 3).to_bytes(32, "little"))
    assert not ed25519_verify((P + 3).to_bytes(32, "little"), b"", bytes(64))


def test_a_key_that_is_no_point_is_refused() -> None:
    _, message, signature = published()[0]
    refused = [y for y in range(2, 20) if not ed25519_verify(y.to_bytes(32, "little"), message, signature)]
    assert refused == list(range(2, 20))
