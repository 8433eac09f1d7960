# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet for a vote by pen as pages: names in the order of the call, a box for each choice, room for totals and two signatures."""

from datetime import UTC
from typing import Final

from longbien.bridge.papers import render
from longbien.core.base.canonical import JsonInput
from longbien.core.conference.sheet.ballots import BallotSheet
from longbien.texts import translated, word

_RIGHT_TO_LEFT: Final = ("ar",)
_CHOICES: Final = ("yes", "no", "abstain")


def render_ballots(sheet: BallotSheet, *, language: str = "en") -> bytes:
    """Make the sheet as PDF."""
    return render("ballots", ballot_values(sheet, language), "pdf")[0]


def picture_ballots(sheet: BallotSheet, *, language: str = "en") -> list[bytes]:
    """Make the sheet's pages as PNG: to look at it."""
    return render("ballots", ballot_values(sheet, language), "png")


def ballot_values(sheet: BallotSheet, language: str) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""

    def words(code: str, /, **values: object) -> str:
        return translated(language, f"conference_sheet.{code}", **values)

    return {
        "language": language.partition("-")[0],
        "direction": "rtl" if language in _RIGHT_TO_LEFT else "ltr",
        "date": [sheet.printed_at.year, sheet.printed_at.month, sheet.printed_at.day],
        "exercise": words("exercise") if sheet.exercise else "",
        "session": _apart(sheet.session),
        "meeting": _apart(sheet.meeting),
        "title": words("title", on=_matter(sheet.on, language)) if sheet.on else words("title_blank"),
        "about": [
            *([word(language, "conference_method", sheet.method)] if sheet.method else []),
            *([word(language, "conference_question", sheet.question)] if sheet.question else []),
            *([word(language, "conference_threshold", sheet.threshold)] if sheet.threshold else []),
            words("votes", votes=sheet.votes, names=len(sheet.lines)),
            words("quorum", quorum=sheet.to_decide),
            *([words("drawn", name=_name(sheet, language))] if sheet.drawn else []),
        ],
        "head": [
            words("number"),
            words("delegation"),
            words("weight"),
            *(word(language, "conference_choice", one) for one in _CHOICES),
        ],
        "rows": [
            [str(number), _apart(line.name(language)), line.id, str(line.weight)]
            for number, line in enumerate(sheet.lines, start=1)
        ],
        "totals_title": words("totals"),
        "totals": [*(word(language, "conference_choice", one) for one in _CHOICES), words("not_voting")],
        "how": words("how"),
        "hands": [words("counted_by"), words("confirmed_by")],
        "printed": words("printed", at=f"{sheet.printed_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"),
    }


def _matter(on: str, language: str) -> str:
    sort, _colon, name = on.partition(":")
    if sort == "matter":
        return word(language, "conference_matter", name)
    return f"{word(language, 'conference_matter', sort)} {_apart(name)}" if name else _apart(on)


def _name(sheet: BallotSheet, language: str) -> str:
    return _apart(next((one.name(language) for one in sheet.lines if one.id == sheet.drawn), sheet.drawn))


def _apart(text: str) -> str:
    """Keep a name in its own direction (Unicode isolates), whatever stands around it."""
    return f"\u2068{text}\u2069" if text else ""
