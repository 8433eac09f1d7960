# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Complete requests of both kinds, as a page would send them; what any test of the cooperation desk starts from."""

from datetime import UTC, datetime

from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.bodies import Override, Request
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form

TODAY = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
"""When these requests are sent: 03:00, as it happens."""
CONTACT: dict[str, Json] = {
    "organisation": "Cybercrime Division",
    "function": "duty officer",
    "phone": "+84 24 3822 5678",
    "time_zone": "Asia/Ho_Chi_Minh",
    "office_hours": "at all hours",
}


def header(**changed: Json) -> dict[str, Json]:
    """Give the header's fields."""
    return {
        "reference": "C-2026/118",
        "status": "new",
        "requested_authority": "24/7",
        "requesting_authority": CONTACT,
        "callback": CONTACT,
        "legal_basis": "hanoi",
        "offences": ["7"],
        "offence_provisions": "Law on exercises, section 7: up to five years.",
        "secrecy": "none",
        "language": "en",
        **changed,
    }


def address(**changed: Json) -> dict[str, Json]:
    """Give an IP address with all that it needs."""
    found: dict[str, Json] = {
        "kind": "ipv4",
        "value": "8.8.8.8",
        "port": "51515",
        "at": "2026-11-19 21:14:07+07:00",
        **changed,
    }
    return {name: value for name, value in found.items() if value is not None}


def preservation(**changed: Json) -> dict[str, Json]:
    """Give a complete preservation request."""
    return {
        **header(),
        "facts": "A server was entered with guessed passwords.",
        "identifiers": [address()],
        "data_categories": ["traffic", "subscriber"],
        "data_period": {"from": "2026-11-01T00:00:00+07:00", "until": "2026-11-20T00:00:00+07:00"},
        "relation": "The address is the one that entered.",
        "necessity": "The provider keeps its log for thirty days.",
        "follow_up_intended": True,
        "follow_up_planned": "2026-12-15",
        **changed,
    }


def stored_data(**changed: Json) -> dict[str, Json]:
    """Give a complete request for stored data."""
    return {
        **header(requested_authority="central"),
        "subject": "Illegal access to a public server.",
        "stage": "investigation",
        "conducting_authority": CONTACT,
        "facts": "A server was entered with guessed passwords.",
        "assistance": ["40.3.d"],
        "assistance_detail": "Disclose the preserved log.",
        "identifiers": [address()],
        "data_categories": ["traffic"],
        "data_period": {"from": "2026-11-01T00:00:00Z", "until": "2026-11-20T00:00:00Z"},
        "purpose": "To find who entered, and to prove it in court.",
        **changed,
    }


def request(raw: dict[str, Json], *, kind: str, overrides: tuple[Override, ...] = ()) -> Request:
    """Give the body of a request from what a page sent; the test fails if a field cannot be read."""
    found = form(kind)
    cleaned = clean(found, raw)
    assert cleaned.errors == ()
    return Request(form=kind, form_version=found.version, values=cleaned.values, overrides=overrides)
