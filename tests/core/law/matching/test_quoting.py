# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is quoted stands in the law, letter by letter; endings and a few words between are forgiven, other words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.law.matching.quoting import passage

LANGUAGES = st.sampled_from(["en", "vi", "ar", "zh", "ru", "th", "hi", "tr"])


@pytest.mark.parametrize(
    ("language", "text", "wording", "quoted"),
    [
        ("en", "Any person who KNOWINGLY secures access", "knowingly", ("KNOWINGLY",)),
        ("en", "without\n lawful authority, enters", "without authority", ("without lawful authority",)),
        ("en", "without the consent of the lawful owner's authority", "without authority", ()),
        ("en", "authority without", "without authority", ()),
        ("en", "used to commit", "use", ()),
        ("en", "command for any purpose", "common purpose", ()),
        ("en", "a computer device; system", "computer system", ()),
        ("en", "authorised", "authority", ()),
        ("fr", "accès frauduleux aux systèmes informatiques", "système informatique", ("systèmes informatiques",)),
        ("ru", "неправомерного доступа к информации", "неправомерный доступ", ("неправомерного доступа",)),
        ("ar", "كلُّ من دخل عمداً الموقعَ", "عمدا", ("عمداً",)),
        ("vi", "xâm nhập trái phép vào mạng máy tính", "trái phép", ("trái phép",)),
        ("vi", "trải phép", "trái phép", ()),
        ("zh", "非法侵入计算机信息系统的,处罚金", "计算机信息系统", ("计算机信息系统",)),
        ("th", "ผู้ใดเข้าถึงโดยมิชอบซึ่งระบบคอมพิวเตอร์", "โดยมิชอบ", ("โดยมิชอบ",)),
        ("hi", "अप्राधिकृत पहुँच के लिए कारावास", "कारावास", ("कारावास",)),
    ],
)  # fmt: skip
def test_a_wording_is_quoted_as_the_law_has_it(
    language: str, text: str, wording: str, quoted: tuple[str, ...]
) -> None:
    assert passage(text, language).quotes([wording], most=4) == quoted


def test_a_longer_quotation_takes_the_place_of_one_within_it() -> None:
    law = passage("obtains access to a computer system without authority", "en")
    assert law.quotes(["access", "access to a computer", "computer"], most=4) == ("access to a computer",)


def test_the_same_words_are_quoted_once_and_no_more_than_asked_for() -> None:
    law = passage("fine or imprisonment; Fine and forfeiture", "en")
    assert law.quotes(["fine", "fines", "imprisonment", "forfeiture"], most=2) == ("fine", "imprisonment")


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=5), LANGUAGES)
def test_every_quotation_stands_in_the_text(text: str, wordings: list[str], language: str) -> None:
    for quoted in passage(text, language).quotes(wordings, most=9):
        assert quoted in " ".join(text.split())


@given(st.text(max_size=60), LANGUAGES)
def test_words_stand_in_order_within_the_text(text: str, language: str) -> None:
    words = passage(text, language).words
    assert all(0 <= one.start < one.end <= len(text) for one in words)
    assert [one.start for one in words] == sorted(one.start for one in words)
