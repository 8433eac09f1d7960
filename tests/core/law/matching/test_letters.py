# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of many scripts are folded so that spelling, case, endings of Arabic and lost marks do not matter, and nothing else is lost."""

import unicodedata

import pytest

from longbien.core.law.matching.letters import cut


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Accès NON autorisé", "acces non autorise"),
        ("ru", "Счётчик", "счетчик"),
        ("el", "Άρθρο", "αρθρο"),
        ("tr", "İZİNSİZ", "izinsiz"),
        ("ar", "الجَرِيمَة", "جريمه"),
        ("ar", "والبيانات", "البيانات"),
        ("fa", "داده\u200cها", "دادهها"),
        ("vi", unicodedata.normalize("NFD", "Dữ liệu"), "dữ liệu"),
        ("de", "Daten\u00adveränderung", "datenveranderung"),
        ("ja", "データ", "データ"),
    ],
)
def test_spellings_of_one_word_become_one(language: str, one: str, other: str) -> None:
    assert cut(one, language) == cut(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("vi", "tội", "tôi"), ("hi", "किताब", "कताब"), ("th", "ข้อมูล", "ขอมล")],
)
def test_marks_that_make_another_word_stay(language: str, one: str, other: str) -> None:
    assert cut(one, language) != cut(other, language)


def test_numbers_and_signs_part_words_and_are_no_words() -> None:
    assert cut("§ 12(3)—data,system/net 4", "en") == ["data", "system", "net"]


def test_a_vowel_sign_parts_no_word() -> None:
    assert cut("सूचना प्रणाली", "hi") == ["सूचना", "प्रणाली"]


def test_traditional_characters_are_compared_with_simplified_ones() -> None:
    assert cut("無故入侵他人電腦", "zh") == cut("无故入侵他人电脑", "zh")
    assert cut("電腦", "ja") == ["電腦"]


@pytest.mark.parametrize(
    ("newer", "older"), [("hoà", "hòa"), ("xoá", "xóa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("uỷ", "ủy")]
)
def test_both_ways_of_placing_a_vietnamese_tone_are_one(newer: str, older: str) -> None:
    assert cut(newer, "vi") == cut(older, "vi") == [older]


def test_other_vietnamese_syllables_keep_their_letters() -> None:
    words = ["quý", "toàn", "huyện", "tội", "hoặc", "là", "oà", "ý"]
    assert cut(" ".join(words), "vi") == [*words[:-2], "òa", "ý"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Неовлашћени приступ заштићеном рачунару", "Neovlašćeni pristup zaštićenom računaru"),
        ("ЉУБАВ, њива и џеп; ђак", "ljubav, njiva i džep; đak"),
    ],
)
def test_serbian_is_one_language_in_both_its_alphabets(one: str, other: str) -> None:
    assert cut(one, "sr") == cut(other, "sr")
    assert cut(one, "ru") != cut(other, "ru")


@pytest.mark.parametrize("other", ["Ўғирлик, мол-мулк", "O‘g‘irlik, mol-mulk", "o'g'irlik mol mulk"])
def test_uzbek_is_one_language_in_both_its_alphabets_and_with_any_apostrophe(other: str) -> None:
    assert cut(other, "uz") == cut("oʻgʻirlik, mol-mulk", "uz") == ["ogirlik", "mol", "mulk"]
