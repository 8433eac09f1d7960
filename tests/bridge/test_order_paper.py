# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The printed letter: an archive's PDF, marked, on one page, in either direction."""

from dataclasses import replace

import pytest

from longbien.bridge.order_paper import order_values, picture_order, render_order
from longbien.sentences.paper import SENTENCES
from tests.core.cooperation.provider.test_order import made

LETTER = made(secrecy="no-user-notice", secrecy_reason="x", secrecy_until="2027-03-01", custodian="#set [x]")


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans", "vi"])
def test_it_is_one_tagged_page_and_a_reply_form_in_every_language(language: str) -> None:
    pdf = render_order(LETTER, language=language)
    assert pdf == render_order(LETTER, language=language)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert len(picture_order(LETTER, language=language)) == 2


def test_an_exercise_is_marked_and_a_real_case_is_not() -> None:
    assert order_values(LETTER, "en")["exercise"] == "EXERCISE – NOT A REAL CASE"
    assert order_values(replace(LETTER, exercise=False), "en")["exercise"] == ""


def test_its_values_are_words() -> None:
    values = order_values(LETTER, "en")
    assert values["accounts"] == [
        [
            "IP address, version 4",
            "8.8.8.8",
            "51515",
            "2026-11-19 14:14:07 UTC\n2026-11-19 21:14:07 UTC+07:00",
        ]
    ]
    assert values["secrecy"] == "The user is not to be told. To be reviewed on 2027-03-01."
    assert values["direction"] == "ltr"
    assert order_values(LETTER, "ar")["direction"] == "rtl"
    assert [text for text in str(values).split() if text.startswith("paper.")] == []


def test_every_sentence_of_it_is_used() -> None:
    secret, plain = str(order_values(LETTER, "en")), str(order_values(made(), "en"))
    for code, text in SENTENCES.items():
        if (
            code.startswith("paper.order_")
            and "%(" not in text
            and code not in {"paper.order_local", "paper.order_id"}
        ):
            assert text in secret + plain, code
