# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.proof`: tlog-proof files and receipts."""

import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.log.proof import (
    MAX_PROOF,
    Proof,
    Receipt,
    parse_proof,
    print_proof,
    read_receipt,
    receipt_json,
    verify_proof,
    verify_receipt,
)
from tests.logs import leaves, log_signer, signed, tree_of

SIGNER = log_signer()
LEAVES = leaves(9)
SIGNED = signed(LEAVES, SIGNER)
PROOF = Proof(index=6, path=tree_of(LEAVES).inclusion_path(6), checkpoint=SIGNED.data)
DATA = print_proof(PROOF)
RECEIPT = Receipt(leaf=LEAVES[6], proof=DATA)


def test_a_proof_is_the_text_of_the_specification() -> None:
    lines = DATA.decode().splitlines()
    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 6"]
    assert [base64.b64decode(line) for line in lines[2:6]] == list(PROOF.path)
    assert lines[6:9] == ["", SIGNER.origin, "9"]


def test_each_leaf_is_proven_and_no_other_in_its_place() -> None:
    tree = tree_of(LEAVES)
    for index, leaf in enumerate(LEAVES):
        proof = replace(PROOF, index=index, path=tree.inclusion_path(index))
        assert verify_proof(parse_proof(print_proof(proof)), leaf, SIGNER.keys) == SIGNED
        with pytest.raises(RefusedError, match=r"log\.inclusion_invalid"):
            verify_proof(proof, LEAVES[index - 1], SIGNER.keys)


def test_a_proof_under_another_logs_checkpoint_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"log\.origin_wrong"):
        verify_proof(PROOF, LEAVES[6], log_signer("VN").keys)
    with pytest.raises(RefusedError, match=r"log\.signature_(missing|invalid)"):
        verify_proof(PROOF, LEAVES[6], log_signer("VN", origin=SIGNER.origin).keys)


@given(
    st.integers(0, 2**62), st.lists(st.binary(min_size=32, max_size=32), max_size=63), st.binary(max_size=99)
)
def test_proofs_are_read_as_they_are_written(index: int, path: list[bytes], extra: bytes) -> None:
    proof = Proof(index=index, path=tuple(path), checkpoint=SIGNED.data, extra=extra)
    assert parse_proof(print_proof(proof)) == proof


@pytest.mark.parametrize(
    "data",
    [
        b"",
        DATA.replace(b"@v1", b"@v2"),
        DATA.replace(b"index 6", b"index 06"),
        DATA.replace(b"index 6", b"index -6"),
        DATA.replace(b"index 6", b"index 9223372036854775807"),
        DATA.replace(b"index 6\n", b"index 6\r\n"),
        DATA.replace(b"index 6\n", b"extra \nindex 6\n"),
        DATA.replace(b"index 6\n", b"extra AA\nindex 6\n"),
        DATA.replace(b"index 6\n", b"extra AB==\nindex 6\n"),
        DATA.replace(b"index 6\n", b"index 6\n" + DATA.splitlines(keepends=True)[2] * 64),
        DATA.replace(b"index 6\n", b"index 6\nAAAA\n"),
        DATA.replace(b"\n\n", b"\n", 1),
        b"c2sp.org/tlog-proof@v1\nextra " + b"A" * 10**6,
    ],
)
def test_bytes_that_are_no_proof_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_proof(data)


def test_a_proof_that_is_too_large_is_refused() -> None:
    with pytest.raises(MalformedError, match=r"base\.too_large"):
        parse_proof(DATA + b"\n" * MAX_PROOF)


def test_receipts_are_read_from_the_json_that_they_are_written_as() -> None:
    fields = Fields(decode(encode(receipt_json(RECEIPT)), max_bytes=MAX_PROOF))
    receipt = read_receipt(fields)
    fields.done()
    assert receipt == RECEIPT
    assert verify_receipt(receipt, SIGNER.keys) == SIGNED


@given(st.data())
def test_a_changed_receipt_proves_nothing(data: st.DataObject) -> None:
    leaf, proof = bytearray(RECEIPT.leaf), bytearray(RECEIPT.proof)
    which = data.draw(st.sampled_from([leaf, proof]))
    which[data.draw(st.integers(0, len(which) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(LongBienError):
        verify_receipt(Receipt(leaf=bytes(leaf), proof=bytes(proof)), SIGNER.keys)
