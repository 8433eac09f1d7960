# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import (
    parse_act_id,
    parse_digest,
    parse_key_id,
    parse_object_id,
    parse_party_id,
    parse_request_id,
)

HEX_32: list[Callable[[str], str]] = [parse_act_id, parse_object_id, parse_request_id, parse_key_id]


@pytest.mark.parametrize("text", ["VN", "NO", "X-UNODC", "X-INTERPOL", "X-A1"])
def test_parties(text: str) -> None:
    assert parse_party_id(text) == text


@pytest.mark.parametrize("text", ["", "vn", "VNM", "V", "X-", "X-A", "X-a1", "X-" + "A" * 17, "VN\n", "ＶＮ"])
def test_what_is_no_party(text: str) -> None:
    with pytest.raises(MalformedError, match=r"base\.id"):
        parse_party_id(text)


@pytest.mark.parametrize("parse", HEX_32)
def test_ids_are_32_lower_case_hexadecimal_digits(parse: Callable[[str], str]) -> None:
    assert parse("0123456789abcdef" * 2) == "0123456789abcdef" * 2
    for wrong in ("0123456789ABCDEF" * 2, "a" * 31, "a" * 33, "g" * 32, "a" * 32 + "\n"):
        with pytest.raises(MalformedError, match=r"base\.id"):
            parse(wrong)


def test_a_digest_has_64_digits() -> None:
    assert parse_digest("ab" * 32) == "ab" * 32
    with pytest.raises(MalformedError, match=r"base\.id \(kind=digest"):
        parse_digest("ab" * 31)


@given(st.text(max_size=70))
def test_any_text_ends_in_an_id_or_in_our_error(text: str) -> None:
    for parse in [*HEX_32, parse_digest, parse_party_id]:
        try:
            assert parse(text) == text
        except MalformedError:
            continue
