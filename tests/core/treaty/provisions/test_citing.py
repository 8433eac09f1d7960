# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citations as people type them, in seven languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.provisions.citing import (
    CITING,
    citing_words,
    number_of,
    parse_citing,
    read_citation,
)
from longbien.core.treaty.provisions.convention import convention


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("40", "40"),
        ("40.15.c", "40.15.c"),
        ("40(15)(c)", "40.15.c"),
        ("40 (15) (c)", "40.15.c"),
        ("Art. 40 (15)", "40.15"),
        ("Article 40, paragraph 15 (c)", "40.15.c"),
        ("article 13 (a)", "13.a"),
        ("11(1)(a)(ii)", "11.1.a.ii"),
        ("paragraph 15 of article 40", "40.15"),
        ("artículo 40, párrafo 15", "40.15"),
        ("l'article 40, paragraphe 15, alinéa c", "40.15.c"),
        ("статья 40, пункт 15 (c)", "40.15.c"),
        ("п. 15 ст. 40", "40.15"),
        ("Điều 40 khoản 15 điểm c", "40.15.c"),
        ("điểm c khoản 15 Điều 40", "40.15.c"),
        ("dieu 40", "40"),
        ("المادة 40", "40"),
        ("المادة ٤٠، الفقرة ١٥", "40.15"),
        ("第40条", "40"),
        ("第四十条第十五款", "40.15"),
        ("第四十条第十五款第(c)项", "40.15.c"),
    ],
)
def test_a_citation_is_read(text: str, provision: str) -> None:
    found = read_citation(text)
    assert found is not None
    assert found.provision == provision


@pytest.mark.parametrize(
    "text", ["", "60 days", "24/7", "24/7 network", "preservation", "69", "article 99", "2026"]
)
def test_what_is_no_citation_is_none(text: str) -> None:
    assert read_citation(text) is None


def test_words_beside_a_citation_are_kept() -> None:
    found = read_citation("Article 40 refusal grounds")
    assert found is not None
    assert (found.provision, found.rest) == ("40", "refusal grounds")


def test_every_duty_is_read_from_its_citations() -> None:
    for duty in convention().duties:
        for text in (duty.id, duty.cite, duty.cite_short):
            found = read_citation(text)
            assert found is not None
            assert found.provision == duty.id


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("٤٠", 40),
        ("六十八", 68),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("九", 9),
        ("一二", None),
        ("x", None),
        ("", None),
        ("十十", None),
    ],
)
def test_numbers_of_headings(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_the_words_of_all_languages_are_there() -> None:
    assert sorted(citing_words()) == ["ar", "en", "es", "fr", "ru", "vi", "zh"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("language: vi", "language: la"), ("language: vi", "language: fr"), ("item:", "letter:")],
)
def test_a_mistake_in_the_words_is_refused(before: str, after: str) -> None:
    text = data_bytes(CITING).decode().replace(before, after, 1)
    document = parse_yaml(text, source=CITING)
    with pytest.raises(MalformedError) as refused:
        parse_citing(document)
    assert refused.value.code == "base.data_mistake"


@given(st.text(max_size=60))
def test_any_text_has_a_citation_or_none(text: str) -> None:
    found = read_citation(text)
    assert found is None or found.provision


@given(
    st.lists(
        st.sampled_from(
            ["40", "(15)", "(c)", " ", "Điều", "khoản", "第", "条", "十", "المادة", "art.", "٣", "."]
        ),
        max_size=12,
    )
)
def test_pieces_of_citations_in_any_order(pieces: list[str]) -> None:
    found = read_citation("".join(pieces))
    assert found is None or found.provision
