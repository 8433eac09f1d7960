# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frames: the outer header, and that no byte of it can be changed."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import ActId, PartyId, parse_key_id
from longbien.core.sealing.act import sign_act
from longbien.core.sealing.frame import (
    MAX_FRAME,
    MAX_HEADER,
    MIN_FRAME,
    Frame,
    check_header,
    open_frame,
    read_frame,
    seal_act,
)
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import authority
from tests.core.sealing.forgery import frame_of, framed

VN, AT = authority("VN"), authority("AT")
SIGNED = VN.act(AT)
FRAME = seal_act(SIGNED, AT.seal.public)
READ = read_frame(FRAME)
HEADER = json.loads(READ.header)


def code_of(data: bytes) -> str:
    with pytest.raises(LongBienError) as caught:
        open_frame(read_frame(data), AT.seal)
    return caught.value.code


def test_the_frame_is_the_one_of_the_page() -> None:
    assert b"LBF1" + len(READ.header).to_bytes(2, "big") + READ.header + READ.sealed == FRAME
    assert {
        "v": 1,
        "suite": "LB-ACT-1",
        "sender": "VN",
        "recipient": "AT",
        "act": SIGNED.act.id,
        "seal_key": AT.seal.key_id,
        "length": len(SIGNED.envelope) + 1136,
    } == HEADER
    assert encode(HEADER) == READ.header
    assert (READ.suite, READ.sender, READ.recipient) == ("LB-ACT-1", "VN", "AT")
    assert (READ.act_id, READ.seal_key) == (SIGNED.act.id, AT.seal.key_id)


def test_what_is_sealed_is_opened() -> None:
    assert open_frame(READ, AT.seal) == SIGNED.envelope
    check_header(READ, SIGNED.act)


def test_each_byte_of_prefix_and_header_matters() -> None:
    codes = set()
    for place in range(len(FRAME) - len(READ.sealed)):
        for bit in range(8):
            changed = bytearray(FRAME)
            changed[place] ^= 1 << bit
            codes.add(code_of(bytes(changed)))
    assert codes == {
        "sealing.frame_malformed",
        "sealing.suite_unknown",
        "sealing.frame_length",
        "sealing.not_opened",
    }


def test_each_sealed_byte_matters() -> None:
    start = len(FRAME) - len(READ.sealed)
    for place in (*range(start, start + 1200, 3), *range(start + 1200, len(FRAME), 61), len(FRAME) - 1):
        changed = bytearray(FRAME)
        changed[place] ^= 1 << place % 8
        assert code_of(bytes(changed)) == "sealing.not_opened"


@pytest.mark.parametrize("length", [0, 1, 5, 6, MIN_FRAME - 1])
def test_a_frame_that_is_cut_before_its_content_is_truncated(length: int) -> None:
    assert code_of(FRAME[:length]) == "exchange.truncated"


@pytest.mark.parametrize("length", [MIN_FRAME, len(FRAME) - 1])
def test_a_frame_that_is_cut_in_its_content_has_another_length(length: int) -> None:
    assert code_of(FRAME[:length]) == "sealing.frame_length"
    assert code_of(FRAME + b"\0") == "sealing.frame_length"


def test_a_frame_that_is_too_large_is_not_read() -> None:
    assert code_of(FRAME + bytes(MAX_FRAME)) == "exchange.too_large"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"v": 2}, "sealing.frame_malformed"),
        ({"v": True}, "sealing.frame_malformed"),
        ({"suite": "LB-ACT-2"}, "sealing.suite_unknown"),
        ({"suite": 1}, "sealing.frame_malformed"),
        ({"sender": "vn"}, "sealing.frame_malformed"),
        ({"recipient": ""}, "sealing.frame_malformed"),
        ({"act": "0" * 31}, "sealing.frame_malformed"),
        ({"seal_key": ""}, "sealing.frame_malformed"),
        ({"length": -1}, "sealing.frame_malformed"),
        ({"length": 2**53 - 1}, "sealing.frame_malformed"),
        ({"length": 1.5}, "sealing.frame_malformed"),
        ({"length": 1}, "sealing.frame_length"),
        ({"more": 1}, "sealing.frame_malformed"),
        ({"more": {"deep": []}}, "sealing.frame_malformed"),
        ({"more": "x" * MAX_HEADER}, "sealing.frame_malformed"),
    ],
)
def test_a_header_that_is_not_as_the_page_says(changes: dict[str, Any], code: str) -> None:
    assert code_of(framed(SIGNED.envelope, AT.seal.public, changes)) == code


@pytest.mark.parametrize("name", sorted(HEADER))
def test_each_field_of_the_header_is_needed(name: str) -> None:
    header = encode({key: value for key, value in HEADER.items() if key != name})
    assert code_of(frame_of(header, SIGNED.envelope, AT.seal.public)) == "sealing.frame_malformed"


@pytest.mark.parametrize("header", [b"", b"{}", b"null", READ.header + b" ", b"[" * 1000, b"\xff" * 10])
def test_a_header_is_canonical(header: bytes) -> None:
    assert code_of(frame_of(header, SIGNED.envelope, AT.seal.public)) == "sealing.frame_malformed"


def test_a_frame_opens_with_the_key_that_it_names_only() -> None:
    for pair in (VN.seal, authority("X-INTERPOL").seal):
        with pytest.raises(RefusedError) as caught:
            open_frame(READ, pair)
        assert caught.value.code == "sealing.not_opened"
    with pytest.raises(RefusedError) as caught:
        open_frame(replace(READ, seal_key=VN.seal.key_id), VN.seal)
    assert caught.value.code == "sealing.not_opened"


def test_a_key_for_evidence_neither_seals_nor_opens_an_act() -> None:
    pair = AT.pairs[KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519]
    signed = sign_act(replace(VN.draft(AT), seal_key=pair.key_id), VN.signer)
    with pytest.raises(RefusedError) as caught:
        seal_act(signed, pair.public)
    assert caught.value.code == "sealing.key_use"
    with pytest.raises(RefusedError) as caught:
        open_frame(replace(READ, seal_key=pair.key_id), pair)
    assert caught.value.code == "sealing.key_use"


def test_an_act_is_sealed_to_the_key_that_it_names_only() -> None:
    with pytest.raises(RefusedError) as caught:
        seal_act(SIGNED, VN.seal.public)
    assert caught.value.code == "sealing.wrong_seal_key"


def test_a_statement_is_never_framed() -> None:
    with pytest.raises(RefusedError) as caught:
        seal_act(VN.act(VN), VN.seal.public)
    assert caught.value.code == "sealing.statement_not_sent"


@pytest.mark.parametrize(
    "frame",
    [
        replace(READ, suite="LB-ACT-2"),
        replace(READ, sender=PartyId("FR")),
        replace(READ, recipient=PartyId("FR")),
        replace(READ, act_id=ActId("0" * 32)),
        replace(READ, seal_key=parse_key_id("0" * 32)),
    ],
)
def test_the_header_says_what_the_act_says(frame: Frame) -> None:
    with pytest.raises(RefusedError) as caught:
        check_header(frame, SIGNED.act)
    assert caught.value.code == "sealing.header_mismatch"


@given(st.binary(max_size=300))
def test_any_bytes_end_in_our_error(data: bytes) -> None:
    for whole in (data, data + bytes(MIN_FRAME), b"LBF1" + data + bytes(MIN_FRAME)):
        with pytest.raises(MalformedError):
            read_frame(whole)
