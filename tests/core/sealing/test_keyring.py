# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The keyring: keys encrypted at rest, opened by the passphrase only."""

import base64
from datetime import timedelta
from typing import Any

import pytest

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.core.base.ids import KeyId
from longbien.core.sealing.age_file import decrypt_file, encrypt_file
from longbien.core.sealing.age_recipients import Passphrase
from longbien.core.sealing.keyring import NODE_KEYS, WORK_FACTOR, Keyring, read_keyring, write_keyring
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, chance

EASY = 4
RING = Keyring().with_new_keys(NODE_KEYS, now=NOW, randomness=chance("keys"))
FILE = write_keyring(RING, "correct", randomness=chance("file"), work_factor=EASY)


def plaintext() -> dict[str, Any]:
    data = decrypt_file(FILE, [Passphrase(secret=b"correct")], max_bytes=100_000)
    value = decode(data, max_bytes=100_000)
    assert isinstance(value, dict)
    return value


def sealed(value: Any) -> bytes:
    data = value if isinstance(value, bytes) else encode(value)
    recipient = Passphrase(secret=b"correct", work_factor=EASY)
    return encrypt_file(data, [recipient], randomness=chance("sealed"))


def code_of(data: bytes, passphrase: str = "correct") -> str:
    with pytest.raises(LongBienError) as caught:
        read_keyring(data, passphrase)
    return caught.value.code


def test_a_node_has_a_key_for_each_use_and_algorithm() -> None:
    assert sorted(NODE_KEYS) == [
        ("act", "ed25519"),
        ("act", "ml-dsa-65"),
        ("evidence", "mlkem768-x25519"),
        ("log", "ed25519"),
        ("log", "ml-dsa-44"),
        ("seal", "mlkem768-x25519"),
        ("witness", "ed25519"),
        ("witness", "ml-dsa-44"),
    ]
    assert [(held.pair.public.use, held.pair.public.algorithm) for held in RING.keys] == list(NODE_KEYS)


def test_what_is_written_is_read() -> None:
    assert read_keyring(FILE, "correct") == RING
    assert [held.pair.seed for held in read_keyring(FILE, "correct").keys] == [
        held.pair.seed for held in RING.keys
    ]


def test_the_file_is_the_one_of_the_page() -> None:
    assert FILE.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert plaintext() == {
        "v": 1,
        "keys": [
            {
                "use": held.pair.public.use.value,
                "algorithm": held.pair.public.algorithm.value,
                "key_id": held.pair.key_id,
                "created": "2026-03-01T03:00:00.000Z",
                "seed": base64.b64encode(held.pair.seed).decode(),
            }
            for held in RING.keys
        ],
    }


def test_the_usual_work_factor_is_in_the_file() -> None:
    data = write_keyring(Keyring(), "correct", randomness=chance("file"))
    assert data.splitlines()[1].split(b" ")[-1] == str(WORK_FACTOR).encode() == b"18"
    assert read_keyring(data, "correct") == Keyring()


def test_no_seed_stands_in_the_file() -> None:
    for held in RING.keys:
        assert held.pair.seed not in FILE
        assert base64.b64encode(held.pair.seed) not in FILE


@pytest.mark.parametrize("passphrase", ["Correct", "correct ", "wrong"])
def test_another_passphrase_opens_nothing(passphrase: str) -> None:
    assert code_of(FILE, passphrase) == "sealing.passphrase_wrong"


def test_a_passphrase_is_never_empty() -> None:
    with pytest.raises(UsageError) as caught:
        write_keyring(RING, "", randomness=chance("file"))
    assert caught.value.code == "sealing.passphrase_empty"
    assert code_of(FILE, "") == "sealing.passphrase_empty"


def test_a_work_factor_that_would_hold_the_node_up_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        read_keyring(FILE.replace(b" 4\n", b" 30\n"), "correct")
    assert caught.value.code == "sealing.age_work_factor"


def test_each_byte_matters() -> None:
    for place in range(0, len(FILE), 7):
        changed = bytearray(FILE)
        changed[place] ^= 1 << place % 8
        with pytest.raises(LongBienError):
            read_keyring(bytes(changed), "correct", max_work_factor=6)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"more": 1},
        {"keys": {}},
        {"keys": [{}]},
        {"keys": plaintext()["keys"][:1] * 2},
        {"keys": [plaintext()["keys"][0] | {"key_id": "0" * 32}]},
        {"keys": [plaintext()["keys"][0] | {"use": "seal"}]},
        {"keys": [plaintext()["keys"][0] | {"use": "?"}]},
        {"keys": [plaintext()["keys"][0] | {"algorithm": "?"}]},
        {"keys": [plaintext()["keys"][0] | {"seed": "AAAA"}]},
        {"keys": [plaintext()["keys"][0] | {"created": "yesterday"}]},
        {"keys": [plaintext()["keys"][0] | {"more": 1}]},
    ],
)
def test_a_keyring_that_is_not_as_the_page_says_is_refused(changes: dict[str, Any]) -> None:
    assert code_of(sealed(plaintext() | changes)) == "sealing.keyring_malformed"


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{ "v":1}'])
def test_a_keyring_that_is_not_canonical_is_refused(data: bytes) -> None:
    assert code_of(sealed(data)) == "sealing.keyring_malformed"
    with pytest.raises(MalformedError):
        read_keyring(data, "correct")


def test_a_refusal_tells_no_secret() -> None:
    seed = plaintext()["keys"][0]["seed"]
    for changes in ({"key_id": seed}, {"use": seed}, {"created": seed}, {seed: 1}):
        with pytest.raises(MalformedError) as caught:
            read_keyring(sealed({"v": 1, "keys": [plaintext()["keys"][0] | changes]}), "correct")
        assert seed not in str(caught.value) or seed in changes


def test_the_newest_key_signs_and_the_old_ones_are_kept() -> None:
    later = NOW + timedelta(days=1, microseconds=999)
    acts = [kind for kind in NODE_KEYS if kind[0] == KeyUse.ACT]
    ring = RING.with_new_keys(acts, now=later, randomness=chance("more"))
    assert ring.keys[: len(RING.keys)] == RING.keys
    assert ring.signer().key_ids == tuple(held.pair.key_id for held in ring.keys[-2:])
    assert RING.signer().key_ids != ring.signer().key_ids
    assert ring.keys[-1].created == NOW + timedelta(days=1)
    assert read_keyring(write_keyring(ring, "p", randomness=chance("file"), work_factor=EASY), "p") == ring


def test_keys_are_found_by_id() -> None:
    for held in RING.keys:
        assert RING.find(held.pair.key_id) is held.pair
    assert RING.find(KeyId("0" * 32)) is None
    with pytest.raises(RefusedError) as caught:
        Keyring().newest(KeyUse.SEAL, Algorithm.MLKEM768_X25519)
    assert caught.value.code == "sealing.key_not_held"
