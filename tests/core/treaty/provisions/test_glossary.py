# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words and titles in seven languages."""

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.glossary import (
    GLOSSARY,
    TITLES,
    glossary,
    parse_glossary,
    parse_titles,
    working_titles,
)


def test_each_concept_has_its_words_and_its_place() -> None:
    found = glossary()
    assert len(found) == 52
    assert found["extradition"].words["vi"] == ("dẫn độ",)
    assert found["expedited-preservation"].provisions == ("25", "26", "42")
    assert found["expedited-preservation"].unsure == ("ar", "es", "vi", "zh")
    assert [
        provision
        for concept in found.values()
        for provision in concept.provisions
        if not convention().has(provision)
    ] == []


def test_each_article_has_a_working_title_in_six_languages() -> None:
    found = working_titles()
    assert found.confidence == "low"
    assert sorted(found.by_language) == ["ar", "es", "fr", "ru", "vi", "zh"]
    assert (found.title(37, "vi"), found.title(37, "en"), found.title(69, "vi")) == ("Dẫn độ", None, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id: "extradition"', 'id: "requested"'),
        ('    vi: ["dẫn độ"]\n', ""),
        ('    vi: ["dẫn độ"]', "    vi: []"),
        ("unsure: [ru]", "unsure: [la]"),
        ('provisions: ["37"]', 'provisions: ["73"]'),
    ],
)
def test_a_mistake_in_the_glossary_is_refused(before: str, after: str) -> None:
    text = data_bytes(GLOSSARY).decode()
    assert before in text
    document = parse_yaml(text.replace(before, after, 1), source=GLOSSARY)
    with pytest.raises(MalformedError) as refused:
        parse_glossary(document)
    assert refused.value.code == "base.data_mistake"


@pytest.mark.parametrize(
    ("before", "after"),
    [("article: 7\n", "article: 8\n"), ("    fr:", "    de:"), ("confidence: low", "confidence: no idea")],
)
def test_a_mistake_in_the_titles_is_refused(before: str, after: str) -> None:
    document = parse_yaml(data_bytes(TITLES).decode().replace(before, after, 1), source=TITLES)
    with pytest.raises(MalformedError) as refused:
        parse_titles(document)
    assert refused.value.code == "base.data_mistake"
