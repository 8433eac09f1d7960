# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of seven languages, as they are kept and as they are looked for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.register.words import (
    LONGEST_WORD,
    Wanted,
    compact,
    facet,
    kept_words,
    request_words,
    text_words,
    wanted,
)
from tests.requests import preservation


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("Máy chủ bị xâm nhập", "may chu bi xam nhap"),
        ("Müller", "muller"),
        ("Алёна Иванова", "алена"),
        ("الشبكة المتضررة", "شبكة"),
        ("٢٠٢٦", "2026"),
        ("服务器日志被删除", "日志"),
        ("服务器", "务"),
        ("C-2026/118", "c-2026/118"),
        ("C-2026/118", "C2026118"),
        ("+84 24 3822 5678", "3822"),
        ("8.8.8.8", "8.8.8.8"),
        ("badger@mail.example", "badger@mail.example"),
        ("badger@mail.example", "badger"),
        ("2001:db8::1", "2001:DB8::1"),
    ],
)
def test_what_is_typed_without_signs_is_found(written: str, typed: str) -> None:
    kept = set(text_words(written))
    asked = wanted(typed)
    assert asked is not None
    words = {*asked.words, *([asked.begun] if asked.begun else [])}
    assert words <= kept or asked.whole in kept


def test_a_search_is_its_words_and_the_last_may_still_be_typed() -> None:
    assert wanted("guessed passw") == Wanted(words=("guessed",), begun="passw", whole="guessedpassw")
    assert wanted("C-2026/118") == Wanted(words=("2026",), begun="118", whole="c2026118")
    assert wanted("日志") == Wanted(words=("日", "志", "日志"), begun="", whole="日志")


@pytest.mark.parametrize("text", ["", " ", "…", "%_'\"*()", "-- ;"])
def test_signs_alone_ask_for_nothing(text: str) -> None:
    assert wanted(text) is None


def test_the_words_of_a_request_are_what_people_wrote() -> None:
    found = form("preservation")
    values = clean(found, preservation()).values
    kept = set(kept_words(request_words(found, values)))
    assert {"guessed", "passwords", "8888", "cybercrime", "c2026118"} <= kept
    assert not {"hanoi", "none", "vn", "51515"} & kept


def test_a_facet_is_a_word_that_nobody_types() -> None:
    assert facet("legal_basis", "hanoi") not in set(text_words(facet("legal_basis", "hanoi")))


@given(st.text(max_size=200))
def test_every_word_is_letters_and_digits_of_bounded_length(text: str) -> None:
    words = [*text_words(text), compact(text)]
    asked = wanted(text)
    if asked is not None:
        words += [*asked.words, asked.begun, asked.whole]
    assert all(len(word) <= LONGEST_WORD for word in words)
    assert all(re.search(r"[\s\"'\\*:&|()\x00]", word) is None for word in words)


@given(st.text(max_size=60))
def test_a_text_is_found_by_itself(text: str) -> None:
    asked = wanted(text)
    kept = set(kept_words([text]))
    if asked is not None and asked.words:
        assert set(asked.words) <= kept
