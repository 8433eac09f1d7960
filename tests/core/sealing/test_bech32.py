# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bech32: there and back, one spelling, every changed character seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.sealing import bech32

PREFIXES = st.sampled_from(["age", "age1pq", "age-secret-key-", "age-secret-key-pq-"])


@given(PREFIXES, st.binary(max_size=1300))
def test_there_and_back_in_both_cases(prefix: str, data: bytes) -> None:
    text = bech32.encode(prefix, data)
    assert bech32.decode(text) == (prefix, data)
    assert bech32.decode(text.upper()) == (prefix, data)


@given(PREFIXES, st.binary(max_size=40), st.data())
def test_a_changed_character_is_seen(prefix: str, data: bytes, draw: st.DataObject) -> None:
    text = bech32.encode(prefix, data)
    place = draw.draw(st.integers(0, len(text) - 1))
    character = draw.draw(
        st.characters(min_codepoint=33, max_codepoint=122).filter(lambda c: c != text[place])
    )
    with pytest.raises(MalformedError):
        bech32.decode(text[:place] + character + text[place + 1 :])


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        prefix, data = bech32.decode(text)
    except MalformedError:
        return
    assert bech32.encode(prefix, data) == text.lower()


@pytest.mark.parametrize(
    "text", ["", "1", "age1", "1qqqqqq", "a12uel5l" * 600, "A12uEL5L", "a1é", "age\n1qqqqqq"]
)
def test_what_is_no_bech32_is_refused(text: str) -> None:
    with pytest.raises(MalformedError, match=r"sealing\.bech32"):
        bech32.decode(text)


def test_examples_of_bip_173() -> None:
    assert bech32.decode("A12UEL5L") == ("a", b"")
    assert bech32.decode("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")[0] == "split"
