# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys: ids, uses, seeds; public vectors for each algorithm."""

import hashlib
import re
from collections.abc import Iterator

import cryptography_vectors
import pytest
from dilithium_py.ml_dsa import ML_DSA_65
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.sealing.keys import PublicKey, generate_key_pair, key_id_of, key_pair_from_seed
from longbien.core.sealing.suites import ALGORITHMS, Algorithm, KeyUse
from tests.authority import authority, chance

VN = authority("VN")
KINDS = [(use, algorithm) for algorithm, facts in ALGORITHMS.items() for use in sorted(facts.uses)]
SIGNING = [kind for kind in KINDS if ALGORITHMS[kind[1]].signature]
SEALING = [kind for kind in KINDS if not ALGORITHMS[kind[1]].signature]


def test_a_key_id_is_a_hash_of_use_algorithm_and_bytes() -> None:
    key = VN.pairs[KeyUse.ACT, Algorithm.ED25519].public
    expected = hashlib.sha256(b"longbien/key/v1\0act\0ed25519\0" + key.raw).hexdigest()[:32]
    assert key.key_id == key_id_of(KeyUse.ACT, Algorithm.ED25519, key.raw) == expected


def test_one_seed_gives_one_key_but_another_id_for_each_use() -> None:
    ids = {key_pair_from_seed(use, Algorithm.ED25519, bytes(32)).key_id for use in ("act", "log", "witness")}  # type: ignore[arg-type]
    assert len(ids) == 3


@pytest.mark.parametrize(("use", "algorithm"), KINDS)
def test_a_pair_is_made_from_what_chance_gives(use: KeyUse, algorithm: Algorithm) -> None:
    pair = generate_key_pair(use, algorithm, chance("seed"))
    assert pair == key_pair_from_seed(use, algorithm, chance("seed")(32))
    assert pair != generate_key_pair(use, algorithm, chance("another"))
    assert pair.public == PublicKey(use=use, algorithm=algorithm, raw=pair.public.raw)
    assert pair.key_id == pair.public.key_id


@pytest.mark.parametrize(("use", "algorithm"), KINDS)
def test_secrets_are_not_printed(use: KeyUse, algorithm: Algorithm) -> None:
    seed = hashlib.sha256(b"secret").digest()
    shown = repr(key_pair_from_seed(use, algorithm, seed))
    assert repr(seed) not in shown
    assert seed.hex() not in shown


@pytest.mark.parametrize("algorithm", Algorithm)
@pytest.mark.parametrize("use", KeyUse)
def test_a_key_has_a_use_of_its_algorithm(use: KeyUse, algorithm: Algorithm) -> None:
    raw = next(pair.public.raw for (_, name), pair in VN.pairs.items() if name == algorithm)
    if use in ALGORITHMS[algorithm].uses:
        PublicKey(use=use, algorithm=algorithm, raw=raw)
        return
    with pytest.raises(MalformedError) as caught:
        PublicKey(use=use, algorithm=algorithm, raw=raw)
    assert caught.value.code == "sealing.key_use"


@pytest.mark.parametrize(("use", "algorithm"), KINDS)
@pytest.mark.parametrize("change", [-1, 1])
def test_a_key_of_another_length_is_refused(use: KeyUse, algorithm: Algorithm, change: int) -> None:
    with pytest.raises(MalformedError) as caught:
        PublicKey(use=use, algorithm=algorithm, raw=bytes(ALGORITHMS[algorithm].public + change))
    assert caught.value.code == "sealing.key_malformed"
    with pytest.raises(MalformedError) as caught:
        key_pair_from_seed(use, algorithm, bytes(32 + change))
    assert caught.value.code == "sealing.key_malformed"


def test_an_ml_kem_key_out_of_range_is_refused() -> None:
    with pytest.raises(MalformedError) as caught:  # FIPS 203, section 7.2: the modulus check
        PublicKey(use=KeyUse.SEAL, algorithm=Algorithm.MLKEM768_X25519, raw=b"\xff" * 1216)
    assert caught.value.code == "sealing.key_malformed"


def low_order_points() -> list[bytes]:
    """Compute the eight points of low order on Ed25519 (RFC 8032, 5.1), and every other spelling of them."""
    p = 2**255 - 19
    d = -121665 * pow(121666, -1, p) % p
    root = pow(2, (p - 1) // 4, p)
    ys = {0, 1, p - 1}
    # Order 8: doubling gives y = 0, that is y^2 + x^2 = 0 with x^2 = (y^2 - 1) / (d y^2 + 1), so d y^4 + 2 y^2 - 1 = 0.
    inner = pow(1 + d, (p + 3) // 8, p)
    for square in (inner, inner * root % p):
        if square * square % p == (1 + d) % p:
            for sign in (1, -1):
                y2 = (-1 + sign * square) * pow(d, -1, p) % p
                for y in (pow(y2, (p + 3) // 8, p), pow(y2, (p + 3) // 8, p) * root % p):
                    if y * y % p == y2:
                        ys |= {y, p - y}
    spelt = {y + more for y in ys for more in (0, p) if y + more < 2**255}
    return sorted((y | sign << 255).to_bytes(32, "little") for y in spelt for sign in (0, 1))


def test_a_point_that_fits_any_message_is_no_key() -> None:
    points = low_order_points()
    assert len(points) == 14  # 5 values of y, 2 of them spelt twice, each with either sign
    for raw in points:
        with pytest.raises(MalformedError) as caught:
            PublicKey(use=KeyUse.ACT, algorithm=Algorithm.ED25519, raw=raw)
        assert caught.value.code == "sealing.key_malformed"


def test_a_key_has_one_spelling() -> None:
    for y in range(2**255 - 19, 2**255):
        with pytest.raises(MalformedError):
            PublicKey(use=KeyUse.ACT, algorithm=Algorithm.ED25519, raw=y.to_bytes(32, "little"))


@given(st.sampled_from(KINDS), st.data())
@settings(max_examples=60)
def test_any_bytes_are_a_key_or_end_in_our_error(kind: tuple[KeyUse, Algorithm], data: st.DataObject) -> None:
    size = ALGORITHMS[kind[1]].public
    raw = data.draw(st.binary(min_size=size - 1, max_size=size + 1))
    try:
        key = PublicKey(use=kind[0], algorithm=kind[1], raw=raw)
    except MalformedError:
        return
    if ALGORITHMS[kind[1]].signature:
        assert not key.verifies(b"\1" * ALGORITHMS[kind[1]].signature, b"message")


@pytest.mark.parametrize(("use", "algorithm"), SIGNING)
def test_a_signature_holds_for_its_message_only(use: KeyUse, algorithm: Algorithm) -> None:
    pair = VN.pairs[use, algorithm]
    signature = pair.sign(b"message")
    pair.public.verify(signature, b"message")
    assert not pair.public.verifies(signature, b"massage")
    assert not pair.public.verifies(signature[:-1], b"message")
    assert not pair.public.verifies(signature + b"\0", b"message")
    assert not pair.public.verifies(b"", b"message")
    assert not authority("AT").pairs[use, algorithm].public.verifies(signature, b"message")
    with pytest.raises(RefusedError) as caught:
        pair.public.verify(signature, b"massage")
    assert caught.value.code == "sealing.signature_invalid"


@pytest.mark.parametrize(("use", "algorithm"), SIGNING)
def test_each_bit_of_a_signature_matters(use: KeyUse, algorithm: Algorithm) -> None:
    pair = VN.pairs[use, algorithm]
    signature = pair.sign(b"message")
    for place in range(0, len(signature), max(1, len(signature) // 97)):
        changed = bytearray(signature)
        changed[place] ^= 1 << place % 8
        assert not pair.public.verifies(bytes(changed), b"message")


@pytest.mark.parametrize(("use", "algorithm"), SEALING)
def test_a_sealing_key_signs_nothing(use: KeyUse, algorithm: Algorithm) -> None:
    pair = VN.pairs[use, algorithm]
    for attempt in (lambda: pair.sign(b""), lambda: pair.public.verifies(b"", b"")):
        with pytest.raises(RefusedError) as caught:
            attempt()
        assert caught.value.code == "sealing.key_use"


@pytest.mark.parametrize(("use", "algorithm"), SIGNING)
def test_a_signing_key_seals_nothing(use: KeyUse, algorithm: Algorithm) -> None:
    pair = VN.pairs[use, algorithm]
    for attempt in (pair.public.recipient, pair.identity):
        with pytest.raises(LongBienError) as caught:
            attempt()
        assert caught.value.code == "sealing.key_use"


def answers(name: str) -> Iterator[dict[str, bytes]]:
    """Read the known answers of the library's vectors for ML-DSA."""
    with cryptography_vectors.open_vector_file(f"asymmetric/MLDSA/{name}", "r") as file:
        for block in file.read().split("count = ")[1:]:
            pairs = re.findall(r"^(\w+) = ([0-9a-f]*)$", block, re.MULTILINE)
            yield {key: bytes.fromhex(value) for key, value in pairs if key in {"xi", "pk"}}


@pytest.mark.parametrize(
    ("use", "algorithm", "name"),
    [
        (KeyUse.ACT, Algorithm.ML_DSA_65, "kat_MLDSA_65_det_pure.rsp"),
        (KeyUse.LOG, Algorithm.ML_DSA_44, "kat_MLDSA_44_det_pure.rsp"),
    ],
)
def test_ml_dsa_keys_come_from_seeds_as_in_the_known_answers(
    use: KeyUse, algorithm: Algorithm, name: str
) -> None:
    found = list(answers(name))
    assert len(found) == 100
    for answer in found:
        assert key_pair_from_seed(use, algorithm, answer["xi"]).public.raw == answer["pk"]


def test_ed25519_signs_as_in_the_known_answers() -> None:
    with cryptography_vectors.open_vector_file("asymmetric/Ed25519/sign.input", "r") as file:
        lines = file.read().splitlines()
    assert len(lines) == 1024
    for line in lines[::8]:
        secret, public, message, signed = (bytes.fromhex(part) for part in line.split(":")[:4])
        pair = key_pair_from_seed(KeyUse.ACT, Algorithm.ED25519, secret[:32])
        assert pair.public.raw == public
        assert pair.sign(message) + message == signed
        assert pair.public.verifies(signed[:64], message)


def test_an_independent_implementation_accepts_an_ml_dsa_signature() -> None:
    pair = VN.pairs[KeyUse.ACT, Algorithm.ML_DSA_65]
    assert ML_DSA_65.verify(pair.public.raw, b"message", pair.sign(b"message"))
    public, secret = ML_DSA_65.key_derive(bytes(32))
    key = key_pair_from_seed(KeyUse.ACT, Algorithm.ML_DSA_65, bytes(32)).public
    assert key.raw == public
    assert key.verifies(ML_DSA_65.sign(secret, b"message"), b"message")
