# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter of notice as a page: right to left where the language is."""

from datetime import UTC
from typing import Final

from longbien.bridge.papers import render
from longbien.core.base.canonical import JsonInput
from longbien.core.cooperation.safeguards.notice import Notice
from longbien.texts import translated

_RIGHT_TO_LEFT: Final = ("ar",)


def render_notice(notice: Notice, *, language: str = "en") -> bytes:
    """Make the letter as PDF."""
    return render("notice", notice_values(notice, language), "pdf")[0]


def picture_notice(notice: Notice, *, language: str = "en") -> list[bytes]:
    """Make the letter's pages as PNG: to look at it."""
    return render("notice", notice_values(notice, language), "png")


def notice_values(notice: Notice, language: str) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""

    def words(code: str, /, **values: object) -> str:
        return translated(language, f"paper.{code}", **values)

    at = notice.issued_at.astimezone(UTC)
    return {
        "language": language.partition("-")[0],
        "direction": "rtl" if language in _RIGHT_TO_LEFT else "ltr",
        "date": [at.year, at.month, at.day],
        "exercise": words("exercise") if notice.exercise else "",
        "title": words("notice_title"),
        "state": notice.names.get(language, notice.names["en"]),
        "authority": notice.authority,
        "reach": notice.reach,
        "number": words("order_number", number=notice.number),
        "issued": words("order_issued", at=f"{at:%Y-%m-%d}"),
        "to_title": words("order_to"),
        "to": notice.addressee,
        "lead": words("notice_lead"),
        "what_title": words("notice_what"),
        "what": notice.what,
        "remedy_title": words("notice_remedy"),
        "remedy": notice.remedy or words("notice_remedy_default"),
        "signed": words("order_signed"),
        "prepared": words("notice_prepared", role=notice.role_id),
        "stamp": words("order_stamp"),
    }
