# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet for a vote by pen: an archive's PDF, marked, in either direction, with every name that may vote."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from longbien.bridge.ballot_paper import ballot_values, picture_ballots, render_ballots
from longbien.core.conference.sheet.ballots import BallotSheet, Line
from longbien.core.treaty.status.participants import participants

SHEET = BallotSheet(
    session="Exercise session",
    meeting="Third meeting",
    exercise=True,
    on="proposal:L.1",
    method="roll_call",
    question="substance",
    threshold="two_thirds",
    to_decide=21,
    lines=(
        Line(id="VN", names={"en": "Viet Nam", "ar": "فييت نام"}),
        Line(id="AT", names={"en": "Austria", "ar": "النمسا"}),
        Line(id="EU", names={"en": "European Union"}, weight=27),
    ),
    printed_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    drawn="VN",
)


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh-hans", "ru", "es", "vi"])
def test_it_is_an_archives_pdf_in_every_language(language: str) -> None:
    pdf = render_ballots(SHEET, language=language)
    assert pdf == render_ballots(SHEET, language=language)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_its_values_are_words() -> None:
    values = ballot_values(SHEET, "en")
    assert values["title"] == "Vote on proposal \u2068L.1\u2069"
    assert values["about"] == [
        "roll-call",
        "matter of substance",
        "two thirds of those present and voting",
        "29 votes, 3 delegations",
        "present to decide: 21",
        "The roll is called from \u2068Viet Nam\u2069, drawn by lot",
    ]
    assert values["rows"] == [
        ["1", "\u2068Viet Nam\u2069", "VN", "1"],
        ["2", "\u2068Austria\u2069", "AT", "1"],
        ["3", "\u2068European Union\u2069", "EU", "27"],
    ]
    assert ballot_values(SHEET, "ar")["direction"] == "rtl"
    assert [text for text in str(values).split() if "conference_sheet." in text or "word." in text] == []


def test_an_exercise_is_marked_and_a_real_session_is_not() -> None:
    assert ballot_values(SHEET, "en")["exercise"] == "EXERCISE – NOT A DECISION OF THE CONFERENCE"
    assert ballot_values(replace(SHEET, exercise=False), "en")["exercise"] == ""


def test_a_sheet_printed_before_anything_is_announced_is_blank() -> None:
    values = ballot_values(replace(SHEET, on="", method="", question="", threshold="", drawn=""), "en")
    assert (values["title"], values["about"]) == (
        "Sheet for a vote",
        ["29 votes, 3 delegations", "present to decide: 21"],
    )


def test_the_whole_membership_fits_on_few_pages() -> None:
    lines = tuple(Line(id=code, names=one.names) for code, one in participants().items() if one.is_state)
    assert len(picture_ballots(replace(SHEET, lines=lines), language="fr")) <= 6
