# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the map: a proposal that calls itself one, with reasons; refusals beside the form."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile

from longbien.core.law.provisions.lines import write_lines
from tests.core.law.matching.laws import ABOUT, LAW
from tests.pair import Pair
from tests.web.conftest import Desk

LINES = write_lines(LAW)


def test_typed_lines_are_mapped_and_the_page_says_what_that_is(pair: Pair, desk: Callable[..., Desk]) -> None:
    law = desk(pair.vn, "law")
    assert "A machine's proposal" in law.page("/law/map/").replace("&#x27;", "'")
    page = law.post("/law/map/", {"lines": LINES.decode(), "language": "en"}).content.decode()
    for words in (
        "Where nothing stands out",
        "Article 7",
        ABOUT[7],
        "unauthorised access",
        "principal",
        "11 more",
        "Paragraph by paragraph",
        "7(1)",
        "bypassing",
    ):
        assert words in page


def test_a_file_is_mapped_and_a_language_without_words_is_said_to_have_none(
    pair: Pair, desk: Callable[..., Desk]
) -> None:
    given = {"file": SimpleUploadedFile("law.jsonl", LINES), "language": "qx"}
    page = desk(pair.vn, "law").post("/law/map/", given).content.decode()
    assert "no words for the language qx" in page


def test_what_cannot_be_mapped_is_refused_beside_the_form(pair: Pair, desk: Callable[..., Desk]) -> None:
    law = desk(pair.vn, "law")
    for given, words in (
        ({}, "Give one of them"),
        ({"lines": LINES.decode()}, "in which language"),
        ({"lines": "{", "language": "en"}, "Line 1 is not a JSON object"),
        ({"lines": LINES.decode(), "language": "english tongue"}, "no language tag"),
    ):
        answer = law.post("/law/map/", given)
        assert (answer.status_code, words in answer.content.decode()) == (409, True), words


def test_other_desks_than_those_of_the_state_do_not_map(pair: Pair, desk: Callable[..., Desk]) -> None:
    assert desk(pair.vn, "conference").get("/law/map/").status_code == 403
