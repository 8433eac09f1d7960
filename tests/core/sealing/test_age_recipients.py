# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wrapping and unwrapping file keys: hybrid keys, passphrases, X25519; never mixed."""

import hashlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.sealing import bech32
from longbien.core.sealing.age_file import decrypt_file, encrypt_file
from longbien.core.sealing.age_header import Stanza, parse_header, print_header, seal_header
from longbien.core.sealing.age_recipients import (
    HybridIdentity,
    HybridRecipient,
    Identity,
    Passphrase,
    Recipient,
    file_key_from_header,
    make_header,
    parse_hybrid_recipient,
)
from longbien.core.sealing.keys import key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse
from tools.age_curve import (
    X25519Identity,
    X25519Recipient,
    parse_hybrid_identity,
    parse_x25519_identity,
    parse_x25519_recipient,
)

FILE_KEY = bytes(range(16))


def hybrid_identity(seed: bytes) -> HybridIdentity:
    return HybridIdentity(pair=key_pair_from_seed(KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519, seed))


HYBRID = hybrid_identity(b"h" * 32)
CURVE = X25519Identity(secret=b"c" * 32)
PHRASE = Passphrase(secret=b"phrase", work_factor=4)
# The example of c2sp.org/age.
SPEC_IDENTITY = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
SPEC_RECIPIENT = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
SPEC_HYBRID = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR"
SPEC_HYBRID_RECIPIENT_SHA256 = "a091dd7e0ee9d62b75173dcc98441a0424baa941e66a8776e570a4ae60ff61ea"


def test_keys_of_the_specification() -> None:
    identity = parse_x25519_identity(SPEC_IDENTITY)
    assert (identity.text(), identity.recipient().text()) == (SPEC_IDENTITY, SPEC_RECIPIENT)
    assert parse_x25519_recipient(SPEC_RECIPIENT) == identity.recipient()
    hybrid = parse_hybrid_identity(SPEC_HYBRID)
    assert hybrid.text() == SPEC_HYBRID
    text = hybrid.recipient().text()
    assert parse_hybrid_recipient(text) == hybrid.recipient()
    assert hashlib.sha256(text.encode()).hexdigest() == SPEC_HYBRID_RECIPIENT_SHA256


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=32, max_size=32))
@settings(max_examples=20)
def test_each_kind_unwraps_what_it_wrapped(file_key: bytes, secret: bytes) -> None:
    hybrid, curve = hybrid_identity(secret), X25519Identity(secret=secret)
    phrase = Passphrase(secret=secret, work_factor=2)
    pairs: list[tuple[Recipient, Identity]] = [
        (hybrid.recipient(), hybrid),
        (curve.recipient(), curve),
        (phrase, phrase),
    ]
    for recipient, identity in pairs:
        header = make_header(file_key, [recipient], randomness=os.urandom)
        assert header.kinds == {recipient.kind}
        assert file_key_from_header(parse_header(print_header(header)), [identity]) == file_key


def test_each_of_several_recipients_can_open_and_nobody_else() -> None:
    identities = [hybrid_identity(bytes([number]) * 32) for number in range(4)]
    header = make_header(FILE_KEY, [one.recipient() for one in identities[:3]], randomness=os.urandom)
    for identity in identities[:3]:
        assert file_key_from_header(header, [identity]) == FILE_KEY
    with pytest.raises(RefusedError, match=r"sealing\.age_not_addressed"):
        file_key_from_header(header, [identities[3], CURVE, PHRASE])


@pytest.mark.parametrize(
    ("recipients", "code"),
    [
        ([], "sealing.age_no_recipient"),
        ([HYBRID.recipient(), CURVE.recipient()], "sealing.age_mixed"),
        ([HYBRID.recipient(), PHRASE], "sealing.age_mixed"),
        ([PHRASE, PHRASE], "sealing.age_mixed"),
    ],
)
def test_no_header_is_made_for_nobody_or_for_a_mixture(recipients: list[Recipient], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_header(FILE_KEY, recipients, randomness=os.urandom)
    assert caught.value.code == code


def test_a_passphrase_beside_another_stanza_is_refused() -> None:
    stanzas = [PHRASE.wrap(FILE_KEY, os.urandom), Stanza(kind="other", body=b"")]
    with pytest.raises(MalformedError, match=r"sealing\.age_mixed"):
        file_key_from_header(seal_header(FILE_KEY, stanzas), [PHRASE])


def test_a_wrong_passphrase_opens_nothing() -> None:
    header = make_header(FILE_KEY, [PHRASE], randomness=os.urandom)
    with pytest.raises(RefusedError, match=r"sealing\.age_not_addressed"):
        file_key_from_header(header, [Passphrase(secret=b"other")])


def test_a_costly_work_factor_is_refused_before_it_costs() -> None:
    stanza = Stanza(kind="scrypt", arguments=("A" * 22, "30"), body=bytes(32))
    with pytest.raises(RefusedError, match=r"sealing\.age_work_factor"):
        PHRASE.unwrap(stanza)


@pytest.mark.parametrize(
    "stanza",
    [
        Stanza(kind="mlkem768x25519", body=bytes(32)),
        Stanza(kind="mlkem768x25519", arguments=("AAAA",), body=bytes(32)),
        Stanza(kind="mlkem768x25519", arguments=("A" * 1494,), body=bytes(31)),
        Stanza(kind="X25519", arguments=("A" * 43, "B"), body=bytes(32)),
        Stanza(kind="X25519", arguments=("A" * 43,), body=bytes(32)),
        Stanza(kind="scrypt", arguments=("A" * 22, "010"), body=bytes(32)),
        Stanza(kind="scrypt", arguments=("A" * 22, "0"), body=bytes(32)),
        Stanza(kind="scrypt", arguments=("A" * 22,), body=bytes(32)),
        Stanza(kind="scrypt", arguments=("A" * 20, "10"), body=bytes(32)),
    ],
)
def test_a_broken_stanza_is_refused(stanza: Stanza) -> None:
    with pytest.raises(MalformedError):
        file_key_from_header(seal_header(FILE_KEY, [stanza]), [HYBRID, CURVE, PHRASE])


@pytest.mark.parametrize("text", [SPEC_RECIPIENT, SPEC_IDENTITY, SPEC_HYBRID, "", "age1pq"])
def test_a_key_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_hybrid_recipient(text)


def test_a_key_for_acts_is_no_recipient_of_evidence() -> None:
    pair = key_pair_from_seed(KeyUse.SEAL, Algorithm.MLKEM768_X25519, bytes(32))
    with pytest.raises(RefusedError, match=r"sealing\.key_use"):
        HybridRecipient(key=pair.public)
    with pytest.raises(RefusedError, match=r"sealing\.key_use"):
        HybridIdentity(pair=pair)


def test_bytes_that_are_no_key_are_refused() -> None:
    with pytest.raises(MalformedError, match=r"sealing\.key_malformed"):
        parse_hybrid_recipient(bech32.encode("age1pq", b"\xff" * 1216))
    with pytest.raises(MalformedError, match=r"sealing\.key_length"):
        parse_hybrid_recipient(bech32.encode("age1pq", b"\xff" * 1215))
    low_order = HYBRID.recipient().key.raw[:1184] + bytes(32)
    with pytest.raises(RefusedError, match=r"sealing\.not_sealed"):
        parse_hybrid_recipient(bech32.encode("age1pq", low_order)).wrap(FILE_KEY, os.urandom)
    with pytest.raises(MalformedError, match=r"sealing\.age_share"):
        X25519Recipient(public=bytes(32)).wrap(FILE_KEY, os.urandom)


def test_secrets_are_not_shown() -> None:
    assert "hhh" not in repr(HYBRID)
    assert "ccc" not in repr(CURVE)
    assert "phrase" not in repr(PHRASE).replace("Passphrase", "")


@given(st.binary(max_size=200_000))
@settings(max_examples=20)
def test_a_small_file_goes_there_and_back(plaintext: bytes) -> None:
    data = encrypt_file(plaintext, [HYBRID.recipient()], randomness=os.urandom)
    assert decrypt_file(data, [HYBRID], max_bytes=len(data)) == plaintext
    with pytest.raises(MalformedError, match=r"base\.too_large"):
        decrypt_file(data, [HYBRID], max_bytes=len(data) - 1)
