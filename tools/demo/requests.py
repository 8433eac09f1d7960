# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two requests of the demonstration, field by field. Names, numbers and addresses are those set aside for examples."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

REFERENCE: Final = "EXERCISE-1"
FOLLOW_UP: Final = "EXERCISE-2"

_DESK: Final[dict[str, str]] = {
    "organisation": "24/7 point of contact (exercise)",
    "function": "duty officer",
    "email": "duty@example.com",
    "office_hours": "at all hours",
    "time_zone": "Asia/Ho_Chi_Minh",
}
_FACTS: Final = "EXERCISE. A public server was entered with guessed passwords; the log of the sessions is held by a service provider."


def preservation(now: datetime) -> dict[str, Any]:
    """Ask for preservation (Art. 42)."""
    return {
        **_header(REFERENCE, authority="24/7", status="new"),
        "facts": _FACTS,
        **_data(now),
        "relation": "The log shows from which account the server was entered.",
        "necessity": "The provider deletes its logs after thirty days.",
        "follow_up_intended": True,
        "follow_up_planned": _day(now + timedelta(days=20)),
    }


def stored_data(now: datetime, preserved: str) -> dict[str, Any]:
    """Ask for the stored data (Art. 44), which the request `preserved` keeps."""
    return {
        **_header(FOLLOW_UP, authority="central", status="follow-up-preservation"),
        "previous_preservation": preserved,
        "subject": "EXERCISE: illegal access to a public server",
        "stage": "investigation",
        "conducting_authority": _DESK,
        "facts": _FACTS,
        "assistance": ["40.3.d"],
        "assistance_detail": "Disclose the log that is preserved.",
        **_data(now),
        "purpose": "To find who entered the server, and to prove it in court.",
    }


def _header(reference: str, *, authority: str, status: str) -> dict[str, Any]:
    return {
        "reference": reference,
        "status": status,
        "requested_authority": authority,
        "requesting_authority": _DESK,
        "callback": _DESK,
        "legal_basis": "hanoi",
        "offences": ["7"],
        "offence_provisions": "EXERCISE: illegal access, punishable with up to five years of imprisonment.",
        "secrecy": "none",
        "language": "en",
    }


def _data(now: datetime) -> dict[str, Any]:
    until = now - timedelta(days=1)
    return {
        "identifiers": [
            {"kind": "email", "value": "suspect@example.com", "service": "mail of example.com"},
            {"kind": "domain", "value": "server.example.org"},
        ],
        "data_categories": ["traffic"],
        "data_period": {"from": _moment(until - timedelta(days=7)), "until": _moment(until)},
    }


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
