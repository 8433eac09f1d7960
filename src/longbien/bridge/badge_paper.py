# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Badges of a session as PDF, eight on a page, each with a square code that holds the address at which its holder signs in."""

from datetime import UTC, datetime
from typing import Final

import qrcode

from longbien.bridge.papers import render
from longbien.core.base.canonical import JsonInput
from longbien.core.conference.delegations.cards import Card, CardSheet
from longbien.core.conference.delegations.listing import full_name
from longbien.texts import translated, word

_RIGHT_TO_LEFT: Final = ("ar",)
_QUIET: Final = 2
"""White modules around a square code; the badge itself is white too."""


def render_badges(sheet: CardSheet, *, language: str = "en") -> bytes:
    """Make the badges as PDF."""
    return render("badges", badge_values(sheet, language), "pdf")[0]


def picture_badges(sheet: CardSheet, *, language: str = "en") -> list[bytes]:
    """Make the pages as PNG: to look at them."""
    return render("badges", badge_values(sheet, language), "png")


def badge_values(sheet: CardSheet, language: str) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""

    def words(code: str, /, **values: object) -> str:
        return translated(language, f"paper.{code}", **values)

    days = f"{sheet.first_day.isoformat()} – {sheet.last_day.isoformat()}"
    return {
        "language": language.partition("-")[0],
        "direction": "rtl" if language in _RIGHT_TO_LEFT else "ltr",
        "date": [sheet.printed_at.year, sheet.printed_at.month, sheet.printed_at.day],
        "exercise": words("exercise_mark") if sheet.exercise else "",
        "title": _apart(sheet.title),
        "place": "  ·  ".join(part for part in (_apart(sheet.place), f"\u2066{days}\u2069") if part),
        "slip_title": words("badge_slip"),
        "where": words("badge_where"),
        "account_label": words("badge_account"),
        "code_label": words("badge_code"),
        "cards": [_card(one, language) for one in sheet.cards],
    }


def _card(one: Card, language: str) -> dict[str, JsonInput]:
    name = full_name(one.family_name, one.given_name)
    holds = "badge_once" if one.once else "badge_until"
    return {
        "number": f"{one.number:04d}",
        "account": one.account,
        "name": _apart(name),
        "size": 17 if len(name) <= 26 else 13 if len(name) <= 44 else 10,
        "post": _apart(one.post),
        "participant": _apart(one.participant),
        "function": word(language, "function", one.function.value),
        "address": one.address,
        "qr": square_code(one.address),
        "code": one.code,
        "holds": translated(language, f"paper.{holds}", at=_at(one.expires_at)) if one.code else "",
    }


def square_code(text: str) -> str:
    """Give a QR code (ISO/IEC 18004, level M) as SVG in one path."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=_QUIET)
    made.add_data(text)
    rows = made.get_matrix()
    path = "".join(
        f"M{column} {row}h1v1h-1z"
        for row, cells in enumerate(rows)
        for column, dark in enumerate(cells)
        if dark
    )
    side = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def _apart(text: str) -> str:
    """Keep a name in its own direction (Unicode isolates), whatever stands around it."""
    return f"\u2068{text}\u2069" if text else ""


def _at(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else "—"
