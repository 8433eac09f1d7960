# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers of the conference, set: the record of a meeting, the agenda, the programme of work. PDF/A-3a and PDF/UA-1."""

from typing import Final

from longbien.bridge.papers import render
from longbien.core.base.canonical import JsonInput
from longbien.core.base.sheet import Section, Sheet

_RIGHT_TO_LEFT: Final = ("ar",)
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


def sheet_values(sheet: Sheet) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""
    base = sheet.language.partition("-")[0]
    attached = sheet.attachment
    return {
        "language": base,
        "direction": "rtl" if base in _RIGHT_TO_LEFT else "ltr",
        "date": [sheet.on.year, sheet.on.month, sheet.on.day],
        "title": sheet.title,
        "kicker": sheet.kicker,
        "lead": sheet.lead,
        "mark": sheet.mark,
        "foot": sheet.foot,
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
    rows: list[JsonInput] = [
        {"kind": row.kind, "cells": list(row.cells), "rows": [list(one) for one in row.rows]}
        for row in section.rows
    ]
    return {"title": section.title, "level": section.level, "rows": rows}
