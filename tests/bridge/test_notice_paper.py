# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter of notice as PDF."""

from datetime import UTC, datetime

import pytest

from longbien.bridge.notice_paper import notice_values, render_notice
from longbien.core.cooperation.safeguards.notice import Notice

NOTICE = Notice(
    names={"en": "Austria"},
    authority="Federal Ministry of Justice",
    reach="+43 1 000",
    number="0123456789ab",
    addressee="Counsel A.",
    what="On 22 November 2026 data of one account were kept.",
    remedy="",
    issued_at=datetime(2026, 11, 22, tzinfo=UTC),
    role_id="at-lawyer-1",
    exercise=True,
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_a_pdf_in_the_reader_s_language(language: str) -> None:
    assert render_notice(NOTICE, language=language).startswith(b"%PDF-")


def test_without_words_of_the_authority_it_says_what_the_person_can_do() -> None:
    values = notice_values(NOTICE, "en")
    assert values["title"] == "Notice to the person concerned"
    assert "court or other independent body" in str(values["remedy"])
