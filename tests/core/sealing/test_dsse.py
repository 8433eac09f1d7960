# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Envelopes: what is signed, the one form that is read, and that no signature can be left out."""

import base64
import hashlib
import json
from itertools import permutations

import pytest
from dilithium_py.ml_dsa import ML_DSA_65
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.canonical import decode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import KeyId
from longbien.core.sealing.dsse import (
    ACT_TYPE,
    CUSTODY_TYPE,
    DIRECTORY_ENTRY_TYPE,
    MANIFEST_TYPE,
    MAX_ENVELOPE,
    ActKeys,
    Envelope,
    check_signatures,
    envelope_digest,
    pae,
    parse_envelope,
    sign_document,
    verify_envelope,
)
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import ALGORITHMS, Algorithm, KeyUse
from tests.authority import authority
from tests.core.sealing.forgery import envelope_of, signatures_of

VN, AT = authority("VN"), authority("AT")
PAYLOAD = b'{"said":"this"}'
SIGNED = sign_document(MANIFEST_TYPE, PAYLOAD, VN.signer)
ONE = signatures_of(SIGNED)
TWICE = sign_document(DIRECTORY_ENTRY_TYPE, PAYLOAD, VN.signer, AT.signer)


def either(key_id: KeyId) -> PublicKey | None:
    return VN.public(key_id) or AT.public(key_id)


def code_of(data: bytes, *, payload_type: str = MANIFEST_TYPE, signers: int = 1) -> str:
    with pytest.raises((MalformedError, RefusedError)) as caught:
        verify_envelope(data, payload_type, VN.public, signers=signers)
    return caught.value.code


def test_the_example_of_the_dsse_protocol() -> None:
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


@given(st.text(max_size=50), st.binary(max_size=50), st.text(max_size=50), st.binary(max_size=50))
def test_two_documents_never_have_one_encoding(first: str, one: bytes, second: str, other: bytes) -> None:
    assert (pae(first, one) == pae(second, other)) == ((first, one) == (second, other))


def test_a_document_is_signed_and_verified() -> None:
    found = verify_envelope(SIGNED, MANIFEST_TYPE, VN.public)
    assert found.payload == PAYLOAD
    assert found.keys == (VN.signer.ed25519.public, VN.signer.ml_dsa_65.public)
    assert found.digest == envelope_digest(SIGNED) == hashlib.sha256(SIGNED).hexdigest()


def test_the_envelope_is_the_one_of_the_page() -> None:
    value = json.loads(SIGNED)
    assert decode(SIGNED, max_bytes=MAX_ENVELOPE) == value
    assert value == {
        "payload": base64.b64encode(PAYLOAD).decode(),
        "payloadType": "application/vnd.longbien.manifest+json",
        "signatures": [
            {"keyid": key_id, "sig": base64.b64encode(signature).decode()} for key_id, signature in ONE
        ],
    }
    assert [key_id for key_id, _ in ONE] == list(VN.signer.key_ids)


def test_an_independent_implementation_accepts_the_second_signature() -> None:
    assert ML_DSA_65.verify(VN.signer.ml_dsa_65.public.raw, pae(MANIFEST_TYPE, PAYLOAD), ONE[1][1])


def test_two_signers_sign_four_times() -> None:
    found = verify_envelope(TWICE, DIRECTORY_ENTRY_TYPE, either, signers=2)
    assert [key.key_id for key in found.keys] == [*VN.signer.key_ids, *AT.signer.key_ids]
    assert code_of(TWICE, payload_type=DIRECTORY_ENTRY_TYPE, signers=2) == "parties.key_unknown"
    assert code_of(TWICE, payload_type=DIRECTORY_ENTRY_TYPE) == "sealing.envelope_malformed"
    assert code_of(SIGNED, signers=2) == "sealing.signature_missing"


@pytest.mark.parametrize("kept", [[], ONE[:1], ONE[1:]])
def test_a_signature_left_out_is_missed(kept: list[tuple[str, bytes]]) -> None:
    assert code_of(envelope_of(PAYLOAD, kept, payload_type=MANIFEST_TYPE)) == "sealing.signature_missing"


@pytest.mark.parametrize("place", range(4))
def test_of_four_signatures_none_can_be_left_out(place: int) -> None:
    kept = signatures_of(TWICE)
    del kept[place]
    data = envelope_of(PAYLOAD, kept, payload_type=DIRECTORY_ENTRY_TYPE)
    assert code_of(data, payload_type=DIRECTORY_ENTRY_TYPE, signers=2) == "sealing.signature_missing"


@pytest.mark.parametrize(
    ("signatures", "code"),
    [
        ([ONE[1], ONE[0]], "sealing.key_use"),  # in the other order
        ([(ONE[1][0], ONE[0][1]), (ONE[0][0], ONE[1][1])], "sealing.key_use"),  # key ids exchanged
        ([(ONE[0][0], ONE[1][1]), (ONE[1][0], ONE[0][1])], "sealing.signature_invalid"),
        ([ONE[0], (ONE[1][0], bytes(3309))], "sealing.signature_invalid"),
        ([(ONE[0][0], bytes(64)), ONE[1]], "sealing.signature_invalid"),
        ([(ONE[0][0], b"\0"), ONE[1]], "sealing.signature_invalid"),
        ([ONE[0], ONE[0]], "sealing.envelope_malformed"),  # one twice
        ([ONE[1], ONE[1]], "sealing.envelope_malformed"),
        ([*ONE, ("0" * 32, b"\0")], "sealing.envelope_malformed"),  # one too many
        ([ONE[0], (AT.signer.key_ids[1], ONE[1][1])], "parties.key_unknown"),
    ],
)
def test_signatures_stand_in_their_place(signatures: list[tuple[str, bytes]], code: str) -> None:
    assert code_of(envelope_of(PAYLOAD, signatures, payload_type=MANIFEST_TYPE)) == code


@pytest.mark.parametrize("payload_type", [ACT_TYPE, CUSTODY_TYPE, DIRECTORY_ENTRY_TYPE])
def test_a_document_of_one_type_is_none_of_another(payload_type: str) -> None:
    assert code_of(SIGNED, payload_type=payload_type) == "sealing.envelope_malformed"
    relabelled = envelope_of(PAYLOAD, ONE, payload_type=payload_type)
    assert code_of(relabelled, payload_type=payload_type) == "sealing.signature_invalid"


def test_another_payload_is_not_what_was_signed() -> None:
    assert (
        code_of(envelope_of(PAYLOAD + b" ", ONE, payload_type=MANIFEST_TYPE)) == "sealing.signature_invalid"
    )


def test_each_signature_is_checked_with_the_key_of_its_place() -> None:
    envelope = parse_envelope(SIGNED, MANIFEST_TYPE)
    own = (VN.signer.ed25519.public, VN.signer.ml_dsa_65.public)
    others = (AT.signer.ed25519.public, AT.signer.ml_dsa_65.public)
    check_signatures(envelope, own)
    for keys, code in (
        (others, "sealing.signature_missing"),
        ((own[0], others[1]), "sealing.signature_missing"),
        (own[::-1], "sealing.signature_missing"),
        (own[:1], "sealing.signature_missing"),
        ((), "sealing.signature_missing"),
        ((*own, *others), "sealing.signature_missing"),
    ):
        with pytest.raises(RefusedError) as caught:
            check_signatures(envelope, keys)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((KeyUse.LOG, Algorithm.ED25519), (KeyUse.ACT, Algorithm.ML_DSA_65)),
        ((KeyUse.WITNESS, Algorithm.ED25519), (KeyUse.ACT, Algorithm.ML_DSA_65)),
        ((KeyUse.ACT, Algorithm.ED25519), (KeyUse.LOG, Algorithm.ML_DSA_44)),
        ((KeyUse.ACT, Algorithm.ML_DSA_65), (KeyUse.ACT, Algorithm.ED25519)),
        ((KeyUse.ACT, Algorithm.ED25519), (KeyUse.ACT, Algorithm.ED25519)),
    ],
)
def test_a_key_of_another_use_signs_no_document(
    first: tuple[KeyUse, Algorithm], second: tuple[KeyUse, Algorithm]
) -> None:
    with pytest.raises(RefusedError) as caught:
        ActKeys(ed25519=VN.pairs[first], ml_dsa_65=VN.pairs[second])
    assert caught.value.code == "sealing.key_use"
    message = pae(MANIFEST_TYPE, PAYLOAD)
    pairs = [VN.pairs[first], VN.pairs[second]]
    data = envelope_of(
        PAYLOAD, [(pair.key_id, pair.sign(message)) for pair in pairs], payload_type=MANIFEST_TYPE
    )
    assert code_of(data) in {"sealing.key_use", "sealing.envelope_malformed"}


SPELLINGS = {
    "space": SIGNED.replace(b'","payloadType"', b'", "payloadType"'),
    "line feed": SIGNED + b"\n",
    "order": b'{"payloadType":'
    + SIGNED.split(b'"payloadType":')[1].replace(b'"signatures"', b'"payload":"","signatures"'),
    "escape": SIGNED.replace(b"manifest", b"manifes\\u0074"),
    "upper case": SIGNED.replace(ONE[0][0].encode(), ONE[0][0].upper().encode()),
    "no padding": SIGNED.replace(b'=="}', b'"}'),
    "url": SIGNED.replace(b"+", b"-"),
    "unused bits": SIGNED.replace(b'=="},', b'==",').replace(b'A=="', b'B=="'),
    "extra key": SIGNED[:-1] + b',"x":1}',
    "byte order mark": b"\xef\xbb\xbf" + SIGNED,
    "cut": SIGNED[:-1],
    "empty": b"",
    "null": b"null",
    "twice": SIGNED * 2,
    "key twice": SIGNED.replace(b'{"payload":', b'{"payload":"","payload":', 1),
    "nested": b"[" * 100_000,
    "not ASCII": SIGNED.replace(b"manifest", "mänifest".encode()),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_an_envelope_has_one_spelling(name: str) -> None:
    assert SPELLINGS[name] != SIGNED
    assert code_of(SPELLINGS[name]) == "sealing.envelope_malformed"


@pytest.mark.parametrize("last", "BCDEFGHIJKLMNOP")
def test_base64_with_unused_bits_is_refused(last: str) -> None:
    data = sign_document(MANIFEST_TYPE, b"\0", VN.signer)
    assert data.startswith(b'{"payload":"AA==",')
    assert code_of(data.replace(b'"AA=="', b'"A%b=="' % last.encode())) == "sealing.envelope_malformed"


def test_sizes_are_bounded() -> None:
    with pytest.raises(MalformedError) as caught:
        sign_document(MANIFEST_TYPE, bytes(MAX_ENVELOPE), VN.signer)
    assert caught.value.code == "sealing.too_large"
    assert code_of(b"{" * (MAX_ENVELOPE + 1)) == "sealing.too_large"
    with pytest.raises(ValueError, match="one or two signers"):
        sign_document(MANIFEST_TYPE, PAYLOAD)
    with pytest.raises(ValueError, match="media type"):
        sign_document('text/"quoted"', PAYLOAD, VN.signer)


def read_by_the_page(data: bytes) -> Envelope:
    """Read an envelope with the general reader of canonical JSON: slower, plainer."""
    fields = Fields(decode(data, max_bytes=MAX_ENVELOPE))
    fields.base64("payload")
    fields.choice("payloadType", (MANIFEST_TYPE,))

    def one(item: Fields) -> str:
        item.base64("sig", max_length=3750)
        if not item.text("sig", max_length=5000):
            raise MalformedError("base.field_value", field="sig", where="$")
        return item.hex("keyid", length=16).hex()

    found = fields.objects("signatures", one, min_items=2, max_items=2)
    fields.done()
    if len(set(found)) != 2:
        raise MalformedError("base.field_value", field="signatures", where="$")
    return parse_envelope(data, MANIFEST_TYPE)


@given(st.integers(0, len(SIGNED)), st.integers(0, 3), st.binary(max_size=3))
@settings(max_examples=300)
def test_the_pattern_reads_what_the_general_reader_reads(place: int, length: int, put: bytes) -> None:
    data = SIGNED[:place] + put + SIGNED[place + length :]
    try:
        read_by_the_page(data)
    except LongBienError:
        with pytest.raises((MalformedError, RefusedError)):
            parse_envelope(data, MANIFEST_TYPE)


def test_each_byte_of_an_envelope_matters() -> None:
    for place in range(0, len(SIGNED), 3):
        changed = bytearray(SIGNED)
        changed[place] ^= 1 << place % 7
        with pytest.raises(LongBienError):
            verify_envelope(bytes(changed), MANIFEST_TYPE, VN.public)


def test_signers_may_come_in_any_order_but_own_order_holds() -> None:
    signatures = signatures_of(TWICE)

    accepted, codes = [], set()
    for order in permutations(range(4)):
        data = envelope_of(PAYLOAD, [signatures[place] for place in order], payload_type=DIRECTORY_ENTRY_TYPE)
        try:
            verify_envelope(data, DIRECTORY_ENTRY_TYPE, either, signers=2)
        except RefusedError as error:
            codes.add(error.code)
        else:
            accepted.append(order)
    assert codes == {"sealing.key_use"}
    assert accepted == [(0, 1, 2, 3), (0, 3, 2, 1), (2, 1, 0, 3), (2, 3, 0, 1)]


def test_the_digest_and_the_signed_sizes_do_not_depend_on_chance() -> None:
    again = sign_document(MANIFEST_TYPE, PAYLOAD, VN.signer)
    assert len(again) == len(SIGNED)
    assert [len(value) for _, value in signatures_of(again)] == [
        ALGORITHMS[name].signature for name in (Algorithm.ED25519, Algorithm.ML_DSA_65)
    ]
