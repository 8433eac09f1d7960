# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.json_strict`: RFC 8785's vectors, and one verdict with the house's own reader."""

import json
import struct
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.canonical import MAX_INTEGER, Json, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.json_strict import canonical_json, read_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: not 2**53 <= abs(value) < 1e21)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@settings(deadline=None)
@given(value=VALUES)
def test_it_writes_what_the_house_writes_and_reads_it_back(value: Json) -> None:
    written = canonical_json(value)
    assert written == encode(value)
    assert read_json(written, len(written)) == value


@settings(deadline=None)
@given(bits=st.binary(min_size=8, max_size=8))
def test_doubles_are_written_as_ecmascript_does(bits: bytes) -> None:
    (value,) = struct.unpack(">d", bits)
    if abs(value) < float("inf"):
        assert canonical_json(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_public_vectors(vectors: Path, name: str) -> None:
    folder = vectors / "jcs" / "testdata"
    value = json.loads((folder / "input" / f"{name}.json").read_text(encoding="utf-8"))
    assert canonical_json(value) == (folder / "output" / f"{name}.json").read_bytes()


@settings(deadline=None)
@given(data=st.binary(max_size=40) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_it_accepts_exactly_what_the_house_accepts(data: bytes) -> None:
    try:
        expected = decode(data, max_bytes=10_000)
    except MalformedError:
        with pytest.raises(FlawError):
            read_json(data, 10_000)
    else:
        assert read_json(data, 10_000) == expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"a":1,"a":1}', "json.name_twice"),
        (b'{"b":1,"a":1}', "json.not_canonical"),
        (b'{"a": 1}', "json.not_canonical"),
        (b"1.0", "json.not_canonical"),
        (b'"\\u0041"', "json.not_canonical"),
        (b"9007199254740992", "json.number"),
        (b"1" * 10_000, "json.number"),
        (b"1e999", "json.number"),
        (b"NaN", "json.number"),
        (b"[" * 33 + b"]" * 33, "json.too_deep"),
        (b"[" * 5_000_000, "json.too_deep"),
        (b'"' + b'\\"' * 2_000_000, "json.not_json"),
        (b"\xff", "json.not_json"),
        (b'"\\ud800"', "json.not_json"),
        (b"", "json.not_json"),
        (b" " * 10_000_001, "json.too_large"),
    ],
)
def test_everything_else_is_a_flaw(data: bytes, code: str) -> None:
    with pytest.raises(FlawError) as caught:
        read_json(data, 10_000_000)
    assert caught.value.code == code
