# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of seven languages, and under which keys they are found."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.treaty.finding.words import folded_letters, keys, words


def forms(text: str, language: str | None = None) -> set[str]:
    """Give the keys of a text that are neither exact nor pairs."""
    return {key for key, _ in keys(text, language) if not key.startswith("=") and " " not in key}


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("preserve", "preserving", "en"),
        ("conservation", "conservations", "fr"),
        ("données", "DONNEES", "fr"),
        ("delito", "delitos", "es"),
        ("преступление", "преступлений", "ru"),
        ("сохраненных", "сохранённых", "ru"),
        ("bảo quản", "bao quan", "vi"),
        ("Điều", "dieu", "vi"),
        ("البيانات", "بيانات", "ar"),
        ("إلكترونية", "الالكترونية", "ar"),
        ("مُسَاعَدَة", "مساعدة", "ar"),
        ("مسـاعدة", "مساعدة", "ar"),
    ],
)
def test_two_spellings_meet(one: str, other: str, language: str) -> None:
    assert forms(one, language) == forms(other, language)


def test_chinese_is_found_by_characters_and_pairs() -> None:
    assert [key for key, _ in keys("引渡", "zh")] == ["=引", "zh:引", "=渡", "zh:渡", "zh:引 渡"]


def test_diacritics_tell_the_language() -> None:
    assert forms("độ") == {"vi:do"}
    assert forms("do") == {"en:do", "fr:do", "es:do", "vi:do"}
    assert folded_letters("Đường Łódź") == "Dduong Łodz".replace("Dd", "Đ").replace("Đ", "Đ")


def test_an_exact_word_differs_by_its_diacritics() -> None:
    exact = [key for key, _ in keys("bảo bao", "vi") if key.startswith("=")]
    assert exact == ["=bảo", "=bao"]


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        last = word.end


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Nd"]), min_size=1, max_size=20))
def test_a_decomposed_text_has_the_same_exact_words(text: str) -> None:
    whole = unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", whole)
    ours = [unicodedata.normalize("NFC", word.exact) for word in words(whole)]
    theirs = [unicodedata.normalize("NFC", word.exact) for word in words(apart)]
    assert len(ours) <= len(theirs) or ours == theirs
