# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.treaty.joining.package` and its wording: the same papers in every language, no gap where nothing is missing."""

from datetime import date

import pytest

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.joining.answers import NOTHING
from longbien.core.treaty.joining.flaws import NotReadyError
from longbien.core.treaty.joining.form import LANGUAGES
from longbien.core.treaty.joining.notices import print_notices, read_notices
from longbien.core.treaty.joining.package import Package, package
from longbien.core.treaty.joining.wording import GAP, parse_wording, titles, wording
from tests.joining import answers, position

KINDS = ("ratification", "acceptance", "approval", "accession", "formal-confirmation")


def texts(found: Package) -> str:
    """Give everything that is printed."""
    return "\n".join(
        text for paper in found.papers for row in paper.rows for text in (*paper.titles, *row.texts)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_complete_answers_leave_no_gap_in_any_language(language: str, kind: str) -> None:
    where = position(
        organisation=kind == "formal-confirmation", signed=None if kind == "accession" else date(2025, 10, 25)
    )
    said = answers(
        {
            "instrument.kind": kind,
            **({f"competence.extent.{code}": "All" for code in LANGUAGES} if where.organisation else {}),
            "competence.owner.name": "X",
        }
    )
    found = package(said, where, languages=(language,), exercise=False)
    assert [paper.id for paper in found.papers] == [
        "note",
        "instrument",
        "notices",
        "declarations",
        "reservations",
    ]
    assert GAP not in texts(found)
    assert "{" not in texts(found)
    assert titles()[language].text in texts(found)
    assert found.exercise == found.draft == ()
    assert found.marks[0].startswith(wording(language).text("mark"))


def test_two_languages_stand_side_by_side_row_for_row() -> None:
    both = package(answers(), position(), languages=("ar", "en"), exercise=True)
    alone = package(answers(), position(), languages=("en",), exercise=True)
    assert both.rtl == (True, False)
    assert [[row.texts[1] for row in paper.rows] for paper in both.papers] == [
        [row.texts[0] for row in paper.rows] for paper in alone.papers
    ]
    assert all(len(row.texts) == 2 for paper in both.papers for row in paper.rows)
    assert both.exercise[1] == "EXERCISE – NOT A REAL INSTRUMENT"


def test_papers_are_not_written_while_something_stops_them_and_every_stop_is_told() -> None:
    with pytest.raises(NotReadyError) as caught:
        package(NOTHING, position(), languages=("en",), exercise=False)
    assert len(caught.value.flaws) > 25
    drafted = package(NOTHING, position(), languages=("en",), exercise=False, draft=True)
    assert drafted.draft == ("DRAFT",)
    assert GAP in texts(drafted)


def test_a_text_that_one_language_lacks_is_named() -> None:
    said = answers(without=("state.name.vi", "reservation.1.text.vi"))
    with pytest.raises(NotReadyError) as caught:
        package(said, position(), languages=("vi", "en"), exercise=False)
    assert [(one.code, one.path) for one in caught.value.flaws] == [
        ("joining.text_missing", "reservation.1.text.vi"),
        ("joining.text_missing", "state.name.vi"),
    ]


def test_full_powers_go_with_the_papers_of_anybody_else() -> None:
    said = answers(
        {
            "instrument.signatory.office": "other",
            "instrument.powers": {
                "attached": True,
                "name": "C",
                "office": "foreign-minister",
                "day": "2026-10-20",
                "title": {"en": "Minister"},
                "place": {"en": "Ha Noi"},
            },
        }
    )
    found = package(said, position(), languages=("en",), exercise=False)
    assert [paper.id for paper in found.papers][:3] == ["note", "powers-instrument", "instrument"]


@pytest.mark.parametrize("languages", [(), ("en", "en"), ("en", "fr", "vi"), ("de",), ("en", "")])
def test_one_language_or_two_that_there_are(languages: tuple[str, ...]) -> None:
    with pytest.raises(LongBienError, match=r"joining\.language"):
        package(answers(), position(), languages=languages, exercise=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{state}", "{king}"),
        ("  draft: ", "  drift: "),
        ("language: fr", "language: en"),
        ("décembre]", "décembre, treize]"),
        ("{day} {month} {year}", "{day}"),
    ],
)
def test_a_language_that_differs_from_the_others_is_refused_with_its_line(before: str, after: str) -> None:
    text = "\n".join(_lines("fr")).replace(before, after)
    with pytest.raises(MalformedError, match=r"base\.data_mistake"):
        parse_wording(parse_yaml(text, source="joining/wording/fr.yaml"), like=wording("en"))


def test_numbers_and_citations_keep_their_direction_in_arabic() -> None:
    found = texts(package(answers(), position(), languages=("ar",), exercise=False))
    assert "\u2066+84 24 3934 1234\u2069" in found
    assert "\u206637(6)(a)\u2069" in found


def test_the_notices_are_read_back_as_they_were_written() -> None:
    found = read_notices(print_notices(answers(), position(), exercise=True))
    assert (found.party, found.exercise, found.languages, found.extradition_basis) == (
        "VN",
        True,
        ("vi", "en"),
        "convention",
    )
    assert [(one.role, one.duty) for one in found.authorities] == [
        ("extradition", "37.19"),
        ("central", "40.12.c"),
        ("24/7", "41.2"),
        ("prevention", "53.7"),
    ]
    assert found.authorities[0].phone == "+84 24 3934 1234"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff", b'{"type":"longbien/joining-notices/v1"}', b"[" * 9999]
)
def test_other_bytes_are_no_notices(data: bytes) -> None:
    with pytest.raises(MalformedError, match=r"joining\.notices_malformed"):
        read_notices(data)


def _lines(language: str) -> list[str]:
    return data_bytes(f"joining/wording/{language}.yaml").decode("utf-8").splitlines()
