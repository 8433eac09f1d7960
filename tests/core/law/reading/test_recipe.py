# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recipes: data that say what one source needs; their patterns cannot take long. All laws are invented."""

import time

import pytest

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.law.reading.recipe import read_recipe
from tests.core.law.reading.laws import read, told

RECIPE = rb"""
schema: longbien/law-recipe/1
language: en
law: X
article: '^Rule no\. (?P<n>[0-9]+[a-z]?)\b[ .]*(?P<h>.*)$'
divisions: ['^BLOCK [A-Z]', '^Sub-block [0-9]+']
start: '^BEGIN'
end: '^END'
drop:
  - {line: '^Page [0-9]+$'}
  - {from: '^\[Editor', to: '\]$'}
headings: same
"""
LAW = """Cover page
BEGIN of the law
BLOCK A
Sub-block 1
Rule no. 1. Purpose
It has a purpose.
Page 2
It goes on.
[Editor: a remark
over two lines]
Rule no. 1a Inserted
Its text.
END
Signatures
"""


def test_a_recipe_cuts_what_no_rule_knows() -> None:
    found = read(LAW, recipe=read_recipe(RECIPE))
    assert told(found) == [
        ("1", "Purpose", "It has a purpose.\nIt goes on."),
        ("1a", "Inserted", "Its text."),
    ]
    assert [one.id for one in found.provisions] == ["X:1", "X:1a"]
    assert found.provisions[0].path == ("BLOCK A", "Sub-block 1")
    assert [one.text for one in found.rest if one.kind == "dropped"] == [
        "Cover page",
        "Page 2",
        "[Editor: a remark",
        "over two lines]",
        "END",
        "Signatures",
    ]


def test_lost_superscripts_are_restored_if_a_recipe_says_so() -> None:
    text = "\n".join(f"Article {n}. Heading\nText of it." for n in ("158", "159", "1596", "160"))
    recipe = read_recipe(b"schema: longbien/law-recipe/1\nsuperscripts: true\n")
    assert [one.number for one in read(text, recipe=recipe).provisions] == ["158", "159", "159^6", "160"]


def test_a_pattern_made_to_hang_takes_no_time() -> None:
    recipe = read_recipe(b"schema: longbien/law-recipe/1\narticle: '^(?P<n>(a+)+)$'\n")
    begin = time.perf_counter()
    read("\n".join("a" * 390 + "!" for _ in range(200)), recipe=recipe)
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"schema: longbien/law-recipe/1\narticle: '(?P<n>['\n", "law_reading.pattern"),
        (b"schema: longbien/law-recipe/1\narticle: '(?P<n>a)(?=b)'\n", "law_reading.pattern"),
        (b"schema: longbien/law-recipe/1\narticle: '^a'\n", "law_reading.pattern_number"),
        (b"schema: longbien/law-recipe/1\nunknown: 1\n", "base.data_mistake"),
        (
            b"schema: longbien/law-recipe/1\narticle: '(?P<n>(((a{1000}){1000}){1000}))'\n",
            "law_reading.pattern",
        ),
        (b"\xff", "base.not_utf8"),
        (b"[" * 5000, "base.too_deep"),
    ],
)
def test_a_wrong_recipe_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(LongBienError) as error:
        read_recipe(data)
    found = error.value
    assert code in {found.code, str(found.params.get("mistake"))}


def test_a_recipe_has_a_size() -> None:
    with pytest.raises(MalformedError) as error:
        read_recipe(b"#" * 70_000)
    assert error.value.code == "base.too_large"
