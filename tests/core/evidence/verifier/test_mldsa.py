# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.mldsa`: NIST's vectors, Wycheproof, and signatures made by `cryptography`."""

import json
from itertools import islice
from pathlib import Path

import cryptography_vectors
import pytest
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA65PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.evidence.verifier.mldsa import ML_DSA_44, ML_DSA_65, MlDsaParameters, mldsa_verify

SETS = [("44", ML_DSA_44, 2420), ("65", ML_DSA_65, 3309)]


def known_answers(name: str) -> list[dict[str, bytes]]:
    """Give the first cases of NIST's known answers: pk, msg, ctx and sm (the signature before the message)."""
    found: list[dict[str, bytes]] = []
    with cryptography_vectors.open_vector_file(
        f"asymmetric/MLDSA/kat_MLDSA_{name}_det_pure.rsp", "r"
    ) as lines:
        for line in lines:
            field, _, value = line.partition(" = ")
            if field == "count":
                found.append({})
            elif field in {"pk", "msg", "ctx", "sm"}:
                found[-1][field] = bytes.fromhex(value)
    return list(islice(found, 20))


@pytest.mark.parametrize(("name", "parameters", "length"), SETS)
def test_known_answers(name: str, parameters: MlDsaParameters, length: int) -> None:
    cases = known_answers(name)
    assert len(cases) == 20
    for number, case in enumerate(cases):
        signature = case["sm"][:length]
        assert mldsa_verify(parameters, case["pk"], case["msg"], signature, case["ctx"])
        assert not mldsa_verify(parameters, case["pk"], case["msg"], signature, b"other" + case["ctx"])
        flipped = bytearray(signature)
        flipped[number * 127 % length] ^= 1 << number % 8
        assert not mldsa_verify(parameters, case["pk"], case["msg"], bytes(flipped), case["ctx"])


@pytest.mark.parametrize(("name", "parameters", "length"), SETS)
def test_wycheproof(vectors: Path, name: str, parameters: MlDsaParameters, length: int) -> None:
    file = vectors / "wycheproof" / f"mldsa_{name}_verify_test.json"
    if not file.is_file():
        pytest.skip("absent setting: LONGBIEN_VECTORS has no Wycheproof")
    for group in json.loads(file.read_text(encoding="utf-8"))["testGroups"]:
        public = bytes.fromhex(group["publicKey"])
        for case in group["tests"]:
            message, signature = bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"])
            context = bytes.fromhex(case.get("ctx", ""))
            verdict = mldsa_verify(parameters, public, message, signature, context)
            assert verdict == (case["result"] == "valid"), case["tcId"]


@settings(max_examples=10, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=200))
def test_what_cryptography_signs_verifies_for_this_message_only(seed: bytes, message: bytes) -> None:
    small = MLDSA44PrivateKey.from_seed_bytes(seed)
    public, signature = small.public_key().public_bytes_raw(), small.sign(message)
    assert mldsa_verify(ML_DSA_44, public, message, signature)
    assert not mldsa_verify(ML_DSA_44, public, message + b"x", signature)
    large = MLDSA65PrivateKey.from_seed_bytes(seed)
    public, signature = large.public_key().public_bytes_raw(), large.sign(message)
    assert mldsa_verify(ML_DSA_65, public, message, signature)
    assert not mldsa_verify(ML_DSA_65, public, message + b"x", signature)


@pytest.mark.parametrize(("name", "parameters", "length"), SETS)
def test_other_lengths_are_refused(name: str, parameters: MlDsaParameters, length: int) -> None:
    case = known_answers(name)[0]
    signature = case["sm"][:length]
    for public, wrong, context in (
        (case["pk"][:-1], signature, case["ctx"]),
        (case["pk"], signature[:-1], case["ctx"]),
        (case["pk"], signature + b"\x00", case["ctx"]),
        (case["pk"], signature, bytes(256)),
        (b"", b"", b""),
    ):
        assert not mldsa_verify(parameters, public, case["msg"], wrong, context)


@pytest.mark.parametrize(("name", "parameters", "length"), SETS)
def test_hints_have_one_form(name: str, parameters: MlDsaParameters, length: int) -> None:
    """Unsorted, repeated, overflowing or padded hints are refused before anything is computed (FIPS 204, algorithm 21)."""
    case = known_answers(name)[0]
    signature = case["sm"][:length]
    start = length - parameters.omega - parameters.rows
    first_end = signature[start + parameters.omega]
    assert first_end >= 2
    swapped = bytearray(signature)
    swapped[start], swapped[start + 1] = swapped[start + 1], swapped[start]
    repeated = bytearray(signature)
    repeated[start + 1] = repeated[start]
    overflowing = bytearray(signature)
    overflowing[-1] = parameters.omega + 1
    padded = bytearray(signature)
    padded[start + parameters.omega - 1] = 1
    for wrong in (swapped, repeated, overflowing, padded):
        assert not mldsa_verify(parameters, case["pk"], case["msg"], bytes(wrong), case["ctx"])
