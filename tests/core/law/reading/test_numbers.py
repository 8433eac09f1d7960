# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of provisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.law.reading.numbers import follows, han, key, next_after, printed, roman


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("١٢", "12"),
        ("๑๒", "12"),
        ("216¹", "216^1"),
        ("216¹²", "216^12"),
        ("12.º", "12"),
        ("5º", "5"),
        ("95‑2", "95-2"),
        ("1er", "1"),
        ("342.1", "342.1"),
        ("129-M", "129-M"),
    ],
)
def test_a_number_has_one_spelling(text: str, number: str) -> None:
    assert printed(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二百八十七", "287"),
        ("十", "10"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("二八七", "287"),
        ("廿一", "21"),
    ],
)
def test_chinese_numbers(text: str, number: str) -> None:
    assert han(text) == number


def test_roman_numbers() -> None:
    assert [roman(one) for one in ("I", "IV", "IX", "XL", "MCMXCIX", "ABC")] == [1, 4, 9, 40, 1999, 0]


@pytest.mark.parametrize(
    ("before", "number", "direct"),
    [
        ("12", "13", True),
        ("12", "12a", True),
        ("12a", "12b", True),
        ("12b", "13", True),
        ("12", "12.1", True),
        ("12.1", "12.2", True),
        ("216", "216^1", True),
        ("12", "12 bis", True),
        ("12 bis", "12 ter", True),
        ("12", "14", False),
        ("12", "11", False),
        ("12", "12", False),
        ("12Z", "12AA", False),
    ],
)
def test_which_number_comes_next(before: str, number: str, *, direct: bool) -> None:
    assert next_after(before, number) is direct


def test_something_put_in_follows_even_far_away() -> None:
    assert follows("12Z", "12AA")
    assert follows("12", "12c")
    assert not follows("12", "14")


@given(st.text(max_size=30))
def test_no_text_breaks_a_key(text: str) -> None:
    key(text)
    printed(text)
    han(text)
    assert next_after(text, text) is False
