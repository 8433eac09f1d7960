# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State's complete answers for tests of joining: nothing stops its papers."""

from collections.abc import Mapping
from datetime import date

from longbien.core.base.canonical import Json
from longbien.core.base.ids import PartyId
from longbien.core.treaty.joining.answers import Answers, read_answers
from longbien.core.treaty.joining.checklist import Position

TODAY = date(2026, 11, 22)
SIGNED = date(2025, 10, 25)
OWNER: dict[str, Json] = {"name": "A. Person", "office": "Desk 1", "email": "person@example.org"}
LANGUAGES = ("ar", "en", "es", "fr", "ru", "vi", "zh")


def said(text: str) -> dict[str, Json]:
    """Give a text in every language."""
    return {code: f"{text} ({code})" for code in LANGUAGES}


def authority(name: str) -> dict[str, Json]:
    """Give an authority that can be reached."""
    return {
        "name": said(name),
        "address": said("1 Example Street\nHa Noi"),
        "phone": "+84 24 3934 1234",
        "email": "authority@example.org",
        "languages": "vi en",
        "hours": "24/7",
        "zone": "Asia/Ho_Chi_Minh",
        "owner": OWNER,
    }


def complete() -> dict[str, Json]:
    """Give complete answers of a State that has signed and ratifies."""
    return {
        "state": {"name": said("State"), "ministry": said("Ministry"), "mission": said("Mission")},
        "approval": {"body": said("Parliament"), "day": "2026-10-01", "reference": "1/2026"},
        "instrument": {
            "kind": "ratification",
            "day": "2026-11-02",
            "place": said("Capital"),
            "conditional": False,
            "signatory": {"name": "B. Person", "title": said("Minister"), "office": "foreign-minister"},
        },
        "deposit": {"planned": "2026-12-10", "note": "12/2026", "note-day": "2026-11-20"},
        "notice": {
            "37-6-a": {"conditional": True, "basis": True, "owner": OWNER},
            "37-19": authority("Extradition"),
            "40-12-c": authority("Central"),
            "40-13": {"languages": ["vi", "en"], "owner": OWNER},
            "41-2": authority("Contact"),
            "53-7": authority("Prevention"),
            "17-2-d": {"laws": said("Penal code"), "copies": True, "owner": OWNER},
            "50-5": {"laws": said("Asset law"), "owner": OWNER},
        },
        "reservation": [{"to": "63.2", "clause": "63.3", "text": said("Not bound")}],
        "declaration": [{"to": "40.14", "text": said("By Long Biên")}],
    }


def answers(changes: Mapping[str, Json] | None = None, *, without: tuple[str, ...] = ()) -> Answers:
    """Give the complete answers, flat paths changed or left out."""
    flat = {
        path: value
        for path, value in read_answers(complete()).values.items()
        if not path.startswith(without or ("\0",))
    }
    return read_answers({**flat, **(changes or {})})


def position(**changes: object) -> Position:
    """Give a State that has signed, today."""
    given: dict[str, object] = {"party": PartyId("VN"), "today": TODAY, "signed": SIGNED, **changes}
    return Position(**given)  # type: ignore[arg-type]
