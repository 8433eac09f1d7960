# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The routes of evidence: bytes that fit no announced object are refused, whatever they look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.exchange.answer import parse_error
from longbien.core.exchange.courier import MAX_SEGMENT
from longbien.peer.evidence import read_segment
from tests.doors import PeerDoor

PART = f"/peer/v1/evidence/{'ab' * 16}/content"


def test_nothing_is_missing_of_what_was_not_announced(door: PeerDoor) -> None:
    status, body = door.get(f"{PART}/missing")
    assert (status, parse_error(body)) == (404, "evidence.not_announced")


def test_no_segment_is_taken_of_what_was_not_announced(door: PeerDoor) -> None:
    status, body = door.put(f"{PART}/0", b"\0" + b"data")
    assert (status, parse_error(body)) == (404, "evidence.not_announced")


@pytest.mark.parametrize("body", [b"", b"\0", b"\1" + bytes(32), b"\xff" * 9000, bytes(MAX_SEGMENT + 2)])
def test_a_broken_segment_is_refused(door: PeerDoor, body: bytes) -> None:
    status, answer = door.put(f"{PART}/0", body)
    assert (status, parse_error(answer)) == (400, "exchange.segment_malformed")


@pytest.mark.parametrize("index", ["-1", "01", "x", "12345678901", "1/2"])
def test_an_index_is_a_number(door: PeerDoor, index: str) -> None:
    assert door.put(f"{PART}/{index}", b"\0data")[0] == 404


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=5), st.binary(min_size=1, max_size=50))
def test_path_and_segment_are_told_apart(path: list[bytes], data: bytes) -> None:
    assert read_segment(bytes([len(path)]) + b"".join(path) + data) == (path, data)


@given(st.binary(max_size=100))
def test_any_body_is_read_or_refused(body: bytes) -> None:
    try:
        path, data = read_segment(body)
    except MalformedError:
        return
    assert bytes([len(path)]) + b"".join(path) + data == body
