# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers, set: the record of a meeting, the agenda, the programme of work, a report on national law. PDF/A-3a and PDF/UA-1."""

from typing import Final

from longbien.bridge.papers import render
from longbien.core.base.canonical import JsonInput
from longbien.core.base.sheet import Row, Section, Sheet

RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that run from right to left."""
SPOKEN: Final = frozenset({"quote", "clause"})
"""Rows whose words are in a language of their own."""
_WIDTHS: Final[dict[str, JsonInput]] = {
    "2": ["auto", "wide"],
    "3": ["auto", "auto", "wide"],
    "4": ["auto", "wide", "auto", "auto"],
}
"""Which columns are as wide as their words, by the number of columns."""


def render_sheet(sheet: Sheet) -> bytes:
    """Make the paper as PDF: the same bytes for the same values."""
    return render("sheet", sheet_values(sheet), "pdf")[0]


def picture_sheet(sheet: Sheet) -> list[bytes]:
    """Make the paper's pages as PNG: for a screen, and to look at it."""
    return render("sheet", sheet_values(sheet), "png")


def runs_from_right(language: str) -> bool:
    """Tell whether a language runs from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def sheet_values(sheet: Sheet) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""
    attached = sheet.attachment
    return {
        "language": sheet.language.partition("-")[0],
        "direction": "rtl" if runs_from_right(sheet.language) else "ltr",
        "date": [sheet.on.year, sheet.on.month, sheet.on.day],
        "title": sheet.title,
        "kicker": sheet.kicker,
        "lead": sheet.lead,
        "mark": sheet.mark,
        "foot": sheet.foot,
        "contents": sheet.contents,
        "withheld": sheet.withheld,
        "widths": _WIDTHS,
        "attached": None
        if attached is None
        else {
            "name": attached.name,
            "text": attached.data.decode("utf-8"),
            "media": attached.media_type,
            "description": attached.description,
        },
        "sections": [_section(one) for one in sheet.sections],
    }


def _section(section: Section) -> dict[str, JsonInput]:
    return {
        "title": section.title,
        "level": section.level,
        "new_page": section.new_page,
        "rows": [_row(row) for row in section.rows],
    }


def _row(row: Row) -> dict[str, JsonInput]:
    if row.kind in SPOKEN:
        words, language, caption = row.cells
        return {
            "kind": row.kind,
            "words": words,
            "language": language.partition("-")[0] or "en",
            "rtl": runs_from_right(language),
            "caption": caption,
        }
    return {
        "kind": row.kind,
        "cells": list(row.cells),
        "rows": [list(one) for one in row.rows],
        "shares": list(row.shares),
    }
