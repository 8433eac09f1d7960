# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Convention's data: complete, and refused as a whole for any mistake, with file and line."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from longbien.core.base.errors import LongBienError, MalformedError, UsageError
from longbien.core.base.library import Document, data_bytes, data_files, parse_yaml, read_data
from longbien.core.treaty.provisions.articles import parse_article
from longbien.core.treaty.provisions.citation import order
from longbien.core.treaty.provisions.convention import CONVENTION, FOLDER, convention, parse_convention
from tests.fuzz import mutate

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ARTICLE = "convention/articles/42.yaml"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {path: data_bytes(path).decode() for path in (CONVENTION, *data_files(FOLDER))}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path: read_data(path) for path in (CONVENTION, *data_files(FOLDER))}


def changed(documents: dict[str, Document], path: str, text: str) -> list[Document]:
    """Give all documents, the whole first, with one of them read from another text."""
    return list({**documents, path: parse_yaml(text, source=path)}.values())


def test_the_convention_is_complete() -> None:
    found = convention()
    assert [article.number for article in found.articles] == list(range(1, 69))
    assert len(found.duties) == len(found.by_id) == 466
    assert [chapter.number for chapter in found.chapters] == list(ROMAN)
    assert all(order(one.id) < order(other.id) for one, other in pairwise(found.duties))
    assert convention() is found


def test_every_mark_of_doubt_is_kept() -> None:
    marks = [duty.confidence for duty in convention().duties]
    assert (marks.count("high"), marks.count("medium"), marks.count("low")) == (180, 263, 23)


def test_what_is_sure_says_what_it_rests_on() -> None:
    found = convention()
    standings = {name: found.standing(found.duty(name)) for name in ("2.h", "25.2", "40.15.c", "53.3.a")}
    assert standings == {"2.h": "checked", "25.2": "parent", "40.15.c": "unconfirmed", "53.3.a": "uncertain"}
    assert {duty.article for duty in found.duties if found.standing(duty) == "checked"} == set(range(1, 16))


def test_facts_that_software_must_not_get_wrong() -> None:
    found = convention()
    assert found.article(7).title == "Illegal access"
    crime = found.duty("2.h").threshold
    assert crime is not None
    assert (crime.operator, crime.amount, crime.unit) == (">=", 4, "years_deprivation_of_liberty")
    home, abroad = found.duty("25.2").deadline, found.duty("42.8").deadline
    assert home is not None
    assert abroad is not None
    assert (home.kind, home.amount, home.unit, home.renewable) == ("maximum", 90, "days", True)
    assert (abroad.kind, abroad.amount, abroad.unit) == ("minimum", 60, "days")
    assert found.duty("42.4").facts["dual_criminality"] == ("not_required",)
    assert found.duty("45.1").modality.value == "shall_endeavour"


def test_what_stands_below_and_what_refers() -> None:
    found = convention()
    assert [duty.id for duty in found.under("40.12")] == ["40.12.a", "40.12.b", "40.12.c", "40.12.d"]
    assert len(found.under("4")) == 2
    assert [duty.id for duty in found.referring("2.o")] == ["41.3.e"]
    assert (found.has("40.12"), found.has("40.33"), found.has("68")) == (True, False, True)
    assert found.chapter_of(22).title == "Jurisdiction"


def test_a_ground_that_refers_to_another_carries_its_words() -> None:
    grounds = convention().duty("42.6").grounds
    assert [ground.same_as for ground in grounds] == ["40.21.b", "40.21.c", "40.22"]
    assert grounds[0].ground == convention().duty("40.21.b").grounds[0].ground


@pytest.mark.parametrize("number", [0, 69, -1])
def test_an_article_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(UsageError) as refused:
        convention().article(number)
    assert refused.value.code == "treaty.article_unknown"


def test_a_duty_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        convention().duty("40.33")
    assert refused.value.code == "treaty.duty_unknown"


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("modality: shall\n", "modality: must\n", "articles/42.yaml:26"),
        ("kind: cooperate\n", "kind: help\n", "articles/42.yaml:12"),
        ("actor: requesting\n", "actor: somebody\n", "articles/42.yaml:12"),
        ('"42.3.b"', '"42.3.a"', "articles/42.yaml:39"),
        ('"42.2"', '"41.2"', "articles/42.yaml:19"),
        ('"42.2"', '"42(2)"', "articles/42.yaml:19"),
        ('same_as: "40.21.b"', 'same_as: "40.99"', "articles/42.yaml:111"),
        ('same_as: "40.21.b"', 'same_as: "40.21"', "articles/42.yaml:111"),
        ('see: ["25"]', 'see: ["25", "25"]', "articles/42.yaml:12"),
        ('see: ["25"]', 'see: ["25.9"]', "articles/42.yaml:12"),
        ('see: ["25"]', "see: []", "articles/42.yaml:12"),
        ("confidence: medium\nchecked", "confidence: sure\nchecked", "articles/42.yaml:4"),
        ("chapter: V", "chapter: IV", "articles/42.yaml:4"),
        ("checked: [", "checked: [rumour, ", "articles/42.yaml:4"),
        ("number: 42", "number: 43", "articles/42.yaml:12"),
        ("amount: 60", "amount: 0", "articles/42.yaml:131"),
        ("unit: days", "unit: weeks", "articles/42.yaml:131"),
        ("nature: may_refuse,", "nature: must_refuse,", "articles/42.yaml:111"),
        ("title:", "titel:", "articles/42.yaml:4"),
        ("last: 6", "last: 7", "convention.yaml:17"),
        ("adopted: 2024-12-24", "adopted: Christmas", "convention.yaml:4"),
        ('code: "quiz"', 'code: "untoc"', "convention.yaml:49"),
    ],
)
def test_a_mistake_names_file_and_line(
    documents: dict[str, Document], before: str, after: str, place: str
) -> None:
    path = f"convention/{place.rsplit(':', 1)[0]}"
    text = data_bytes(path).decode()
    assert before in text
    whole, *articles = changed(documents, path, text.replace(before, after, 1))
    with pytest.raises(MalformedError) as refused:
        parse_convention(whole, articles)
    assert refused.value.code == "base.data_mistake"
    assert refused.value.params["place"] == f"convention/{place}"


def test_an_article_that_is_missing_is_refused(documents: dict[str, Document]) -> None:
    whole, *articles = documents.values()
    with pytest.raises(MalformedError):
        parse_convention(whole, articles[:-1])
    with pytest.raises(MalformedError):
        parse_convention(whole, [*articles[:-1], articles[0]])


@pytest.mark.fuzz
def test_changed_files_are_read_or_refused(
    rounds: Iterator[random.Random], files: dict[str, str], documents: dict[str, Document]
) -> None:
    for chance in rounds:
        path = chance.choice(list(files))
        try:
            text = mutate(files[path].encode(), chance).decode("utf-8", errors="replace")
            document = parse_yaml(text, source=path)
            if path == CONVENTION or chance.random() < 0.1:
                whole, *articles = {**documents, path: document}.values()
                parse_convention(whole, articles)
            else:
                parse_article(document)
        except LongBienError:
            continue
