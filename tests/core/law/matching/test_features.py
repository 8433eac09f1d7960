# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys of words in each kind of writing."""

import pytest

from longbien.core.law.matching.features import LONG, SHORT, counted, keys_of


@pytest.mark.parametrize(
    ("word", "short", "long"),
    [
        ("data", (" dat", "data", "ata "), ("data",)),
        ("if", (" if ",), ("if",)),
        ("计算机", ("计算", "算机"), ("计算机",)),
        ("罪", ("罪",), ("罪",)),
        ("ip地址罪", (" ip ", "地址", "址罪"), ("ip", "地址罪")),
        ("컴퓨터", ("컴퓨", "퓨터"), ("컴퓨터",)),
        ("ข้อมูลคอม", ("ข้อม", "้อมู", "อมูล", "มูลค", "ูลคอ", "ลคอม"), ("ข้อมูล", "้อมูลค", "อมูลคอ", "มูลคอม")),
    ],
)
def test_a_word_has_short_and_long_keys(word: str, short: tuple[str, ...], long: tuple[str, ...]) -> None:
    assert (keys_of(word, SHORT), keys_of(word, LONG)) == (short, long)


def test_vietnamese_is_counted_by_syllables_and_their_pairs() -> None:
    words = ["dữ", "liệu", "máy", "tính"]
    assert list(counted(words, SHORT, "vi")) == ["dữ liệu", "liệu máy", "máy tính"]
    assert list(counted(words, LONG, "vi")) == words


def test_a_word_that_comes_twice_counts_twice() -> None:
    assert counted(["ab", "ab"], SHORT, "en") == {" ab ": 2}
