# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Canonical JSON: one value, one form."""

import json
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, JsonInput, decode, decode_loose, encode
from longbien.core.base.errors import MalformedError

NAMES = ("arrays", "french", "structures", "unicode", "values", "weird")

texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values: st.SearchStrategy[Json] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def code_of(data: bytes, *, max_bytes: int = 1000, max_depth: int = 32) -> str:
    with pytest.raises(MalformedError) as caught:
        decode(data, max_bytes=max_bytes, max_depth=max_depth)
    return caught.value.code


@pytest.mark.parametrize("name", NAMES)
def test_rfc_8785_vectors(vectors: Path, name: str) -> None:
    folder = vectors / "jcs" / "testdata"
    expected = (folder / "output" / f"{name}.json").read_bytes().rstrip(b"\n")
    assert expected == bytes.fromhex((folder / "outhex" / f"{name}.txt").read_text())
    value = json.loads((folder / "input" / f"{name}.json").read_bytes())
    assert encode(value) == expected
    assert encode(decode(expected, max_bytes=10_000)) == expected


def test_vectors_are_read_loosely(vectors: Path) -> None:
    folder = vectors / "jcs" / "testdata"
    for name in NAMES:
        value = decode_loose((folder / "input" / f"{name}.json").read_bytes(), max_bytes=10_000)
        assert encode(value) == (folder / "output" / f"{name}.json").read_bytes().rstrip(b"\n")


@given(values)
def test_what_is_written_is_read_and_written_again_the_same(value: Json) -> None:
    try:
        data = encode(value)
        again = decode(data, max_bytes=100_000)
    except MalformedError as error:
        assert error.code == "base.number_range"  # noqa: PT017 - a float that is a huge whole number
        return
    assert encode(again) == data


@given(values)
def test_the_fast_way_writes_what_the_library_writes(value: Json) -> None:
    try:
        expected = rfc8785.dumps(value)
    except rfc8785.CanonicalizationError:
        with pytest.raises(MalformedError):
            encode(value)
    else:
        assert encode(value) == expected


@pytest.mark.parametrize("code_point", range(0x180))
def test_each_character_is_written_as_the_library_writes_it(code_point: int) -> None:
    value: Json = {"text": chr(code_point), chr(code_point): 1}
    assert encode(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({1: "a"}, "base.not_json"),
        ({"a": {"b": {1, 2}}}, "base.not_json"),
        (["\ud800"], "base.not_json"),
        ({"a": 2**53}, "base.number_range"),
        ([-(2**53)], "base.number_range"),
        ([float("nan")], "base.number_range"),
        (b"bytes", "base.not_json"),
    ],
)
def test_what_has_no_canonical_form(value: JsonInput, code: str) -> None:
    with pytest.raises(MalformedError) as caught:
        encode(value)
    assert caught.value.code == code


def test_a_circle_has_no_canonical_form() -> None:
    circle: list[JsonInput] = []
    circle.append(circle)
    with pytest.raises(MalformedError) as caught:
        encode(circle)
    assert caught.value.code == "base.too_deep"


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_value_or_in_our_error(data: bytes) -> None:
    for read in (decode, decode_loose):
        try:
            value = read(data, max_bytes=150, max_depth=4)
        except MalformedError:
            continue
        encode(value)


@given(st.text('[]{}",:\\ 0', max_size=60))
def test_any_structure_ends_in_a_value_or_in_our_error(text: str) -> None:
    try:
        decode(text.encode(), max_bytes=1000, max_depth=3)
    except MalformedError:
        return


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"a":1,"a":1}', "base.key_twice"),
        (b'{"a": 1}', "base.not_canonical"),
        (b'{"b":1,"a":1}', "base.not_canonical"),
        (b'"\\u0041"', "base.not_canonical"),
        (b"1.0", "base.not_canonical"),
        (b"-0", "base.not_canonical"),
        (b"1e5", "base.not_canonical"),
        (b"NaN", "base.number_range"),
        (b"-Infinity", "base.number_range"),
        (b"1e999", "base.number_range"),
        (b"9007199254740992", "base.number_range"),
        (b"1" * 900, "base.number_range"),
        (b'"\xff"', "base.not_utf8"),
        (b'"\\ud800"', "base.not_json"),
        (b'\xef\xbb\xbf"a"', "base.not_json"),
        (b"", "base.not_json"),
        (b"1 2", "base.not_json"),
        (b'"' + b"a" * 1000, "base.too_large"),
        (b"[" * 33, "base.too_deep"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_depth_bomb_is_stopped_before_the_parser() -> None:
    assert code_of(b"[" * 5_000_000, max_bytes=10_000_000) == "base.too_deep"
    assert code_of(b'{"a":' * 1_000_000, max_bytes=10_000_000) == "base.too_deep"


def test_brackets_inside_texts_are_not_depth() -> None:
    assert decode(b'"[[[[{{{{\\"[[["', max_bytes=100, max_depth=1) == '[[[[{{{{"[[['


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, -(2**53)])
def test_numbers_without_a_canonical_form_are_not_written(value: float) -> None:
    with pytest.raises(MalformedError, match=r"base\.number_range"):
        encode({"a": [value]})


def test_half_a_surrogate_pair_is_not_written() -> None:
    with pytest.raises(MalformedError, match=r"base\.not_json"):
        encode("\ud800")
