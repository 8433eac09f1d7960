# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Complete requests of every kind, as a page would send them; what any test of the cooperation desk starts from."""

from collections.abc import Callable, Mapping
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


def person(**changed: Json) -> dict[str, Json]:
    """Give a person as a page sends one."""
    return {
        "role": "suspect",
        "name": "Nguyen Van Example",
        "sex": "male",
        "birth_date": "1980-05-17",
        "nationalities": "VN, AT",
        "whereabouts": "Example Street 1, Vienna",
        **changed,
    }


def piece(**changed: Json) -> dict[str, Json]:
    """Give a piece of property as a page sends one."""
    return {
        "nature": "proceeds",
        "kind": "bank-account",
        "description": "Account into which the victims paid.",
        "location": "Vienna",
        "amount": "1500.50",
        "currency": "EUR",
        **changed,
    }


def paper(name: str = "order.pdf") -> dict[str, Json]:
    """Give an attachment by its hash; its bytes are nowhere."""
    return {"name": name, "media_type": "application/pdf", "size": 9, "sha256": "ab" * 32}


def proceedings(**changed: Json) -> dict[str, Json]:
    """Give what every request for assistance says of the case, to the central authority."""
    return {
        **header(requested_authority="central"),
        "subject": "Illegal access to a public server.",
        "stage": "investigation",
        "conducting_authority": CONTACT,
        "facts": "A server was entered with guessed passwords.",
        "purpose": "To find who entered, and to prove it in court.",
        **changed,
    }


def stored_data(**changed: Json) -> dict[str, Json]:
    """Give a complete request for stored data."""
    return {
        **proceedings(),
        "assistance": ["40.3.d"],
        "assistance_detail": "Disclose the preserved log.",
        "identifiers": [address()],
        "data_categories": ["traffic"],
        "data_period": {"from": "2026-11-01T00:00:00Z", "until": "2026-11-20T00:00:00Z"},
        **changed,
    }


def collection() -> dict[str, Json]:
    """Give what a collection in real time needs."""
    return {
        "assistance_detail": "Collect as described and hand over daily.",
        "identifiers": [{"kind": "email", "value": "wolf@mail.example"}],
        "relation": "The suspect directs the others from this account.",
        "necessity": "Nothing is stored of it.",
        "collection_period": {"from": "2026-12-01T00:00:00Z", "until": "2026-12-15T00:00:00Z"},
        "collection_reason": "The next payment falls within these two weeks.",
        "delivery": "sealed-files",
        "review_on": "2026-12-08",
        "authoriser": "judge",
        "authorisation": "Order 12/2026 of 20 November 2026",
        "authorisation_ends": "2026-12-20",
        "authorisation_document": paper("order.pdf"),
        "like_case": True,
    }


SURRENDER: dict[str, Json] = {
    **header(requested_authority="extradition"),
    "persons": [person(role="sought")],
    "facts": "A server was entered with guessed passwords.",
    "extradition_purpose": "prosecution",
    "follow_up_planned": "2026-12-10",
}

COMPLETE: Mapping[str, Callable[[], dict[str, Json]]] = {
    "preservation": preservation,
    "stored-data": stored_data,
    "traffic-data": lambda: {
        **header(status="follow-up-preservation", previous_preservation="C-2026/117"),
        "facts": "A server was entered with guessed passwords.",
        "identifiers": [address()],
        "data_period": {"from": "2026-11-01T00:00:00Z", "until": "2026-11-20T00:00:00Z"},
        "relation": "The address is the one that entered.",
        "provider_wanted": True,
        "path_wanted": True,
        "necessity": "The traffic came through another State.",
    },
    "real-time-traffic": lambda: {**proceedings(), **collection()},
    "interception": lambda: {
        **proceedings(),
        **collection(),
        "nexus": "The ransom is negotiated from this account alone.",
        "less_intrusive": "Traffic data were collected and do not show what is agreed.",
    },
    "assistance": lambda: {
        **proceedings(),
        "assistance": ["40.3.a", "40.3.h"],
        "assistance_detail": "Hear the administrator of the server.",
        "information_wanted": "How the server was set up.",
        "persons": [person(role="witness")],
        "questions": "Who had the password?",
    },
    "service-of-documents": lambda: {
        **proceedings(facts=None),
        "persons": [person(role="addressee")],
        "documents_served": "Summons to the hearing of 1 March 2027.",
        "service_document": paper("summons.pdf"),
        "service_manner": "personal",
        "serve_by": "2027-01-15",
        "appear_at": "2027-03-01T09:00:00+07:00",
    },
    "video-hearing": lambda: {
        **proceedings(),
        "persons": [person(role="victim", masked="on")],
        "video_reason": "The victim cannot travel.",
        "questions": "What was written on the screen?",
        "hearing_at": "2027-02-01T08:00:00+01:00",
        "conducted_by": "The judge of the requesting State",
        "attending": "A judge of the requested State, the defence, an interpreter.",
        "oath": "local-law",
        "technical": "H.323 with encryption; the requesting State calls.",
    },
    "transfer-of-detained-person": lambda: {
        **proceedings(),
        "persons": [person(role="detained", whereabouts="Prison of Example Town")],
        "presence_purpose": ["testimony"],
        "assistance_detail": "Bring the person for the hearing of the main witness.",
        "presence_period": {"from": "2027-02-01T00:00:00Z", "until": "2027-02-10T00:00:00Z"},
        "presence_place": "Court of Example City",
        "custody_place": "Remand centre of Example City",
        "transfer_undertakings": ["custody", "return", "no-extradition", "time-counts", "no-prosecution"],
    },
    "emergency": lambda: {
        **header(urgency="life-or-limb", urgency_reason="A child is held."),
        "emergency": "child",
        "facts": "A child is held and a message announces harm at noon.",
        "averts": "The address leads to the flat.",
        "danger_at": "2026-11-22T05:00:00Z",
        "too_slow": "A formal request takes weeks.",
        "identifiers": [address()],
        "data_categories": ["subscriber"],
        "data_period": {"from": "2026-11-19T00:00:00Z", "until": "2026-11-20T00:00:00Z"},
        "minimum": "One subscriber at one moment.",
        "officer": CONTACT,
        "supervisor": CONTACT,
        "formal_request_planned": "2026-12-01",
    },
    "locating-and-advice": lambda: {
        **header(),
        "network_help": ["locate-suspect", "locate-provider"],
        "facts": "A server was entered with guessed passwords.",
        "persons": [person()],
        "locating_reason": "A warrant has been issued.",
        "identifiers": [address()],
        "purpose": "To address a request for assistance to the right place.",
    },
    "spontaneous-information": lambda: {
        **header(requested_authority="central"),
        "subject_line": "Stolen log-ins of your citizens",
        "summary": "A list of log-ins was found on a seized server.",
        "usefulness": "The owners can be warned.",
        "on_proceeds": True,
        "property": [piece(kind="virtual-asset", currency="BTC", amount="0.25")],
        "evidential_status": "intelligence-only",
        "sender_conditions": ["use-limits"],
        "conditions_detail": "To warn the owners only.",
        "handling": "amber",
    },
    "extradition": lambda: {
        **SURRENDER,
        "follow_up_planned": None,
        "characterisation": "Illegal access in an aggravated case.",
        "dual_criminality": "Section 118a of the law of the requested State.",
        "jurisdiction": ["territory"],
        "warrant": paper("warrant.pdf"),
        "undertakings": ["speciality"],
    },
    "provisional-arrest": lambda: {
        **SURRENDER,
        "whereabouts": "A hotel near the station.",
        "warrant_exists": True,
        "warrant_detail": "Court of Example City, 12/2026 of 20 November 2026.",
        "warrant": paper("warrant.pdf"),
        "arrest_reason": "The person has a ticket for tomorrow.",
        "follow_up_intended": True,
    },
    "transfer-of-sentenced-persons": lambda: {
        **header(requested_authority="central"),
        "persons": [person(role="convicted")],
        "transfer_side": "sentencing",
        "ties": "Family and work are at home.",
        "facts": "Convicted of illegal access.",
        "sentence": "Four years, of which three remain.",
        "sentence_ends": "2029-11-01",
        "judgment": paper("judgment.pdf"),
    },
    "transfer-of-proceedings": lambda: {
        **proceedings(purpose=None),
        "persons": [person()],
        "justice_reason": "The suspect and most victims live there.",
        "jurisdiction": ["by-national"],
        "evidence_list": "Log of the server, two statements.",
    },
    "law-enforcement-cooperation": lambda: {
        **header(),
        "police_cooperation": ["inquiries", "methods"],
        "facts": "A group sells access to servers.",
        "assistance_detail": "Exchange what is known of the group.",
        "persons": [person()],
        "questions": "Is the person known?",
        "methods": "Guessing of passwords from rented machines.",
        "purpose": "To find the members.",
    },
    "joint-investigation": lambda: {
        **proceedings(),
        "joint_basis": "case-by-case",
        "joint_period": {"from": "2027-01-01T00:00:00Z", "until": "2027-06-30T00:00:00Z"},
        "territories": "Both States.",
        "leader": CONTACT,
        "members": "Two investigators and a prosecutor of each State.",
        "sovereignty": True,
        "powers": "Members from abroad attend and ask nothing of anyone by force.",
        "evidence_rules": "Each State gathers under its own law and shares copies.",
    },
    "confiscation": lambda: {
        **proceedings(),
        "confiscation_asked": ["freeze-seize", "obtain-order"],
        "assistance_detail": "Freeze the account and seek an order.",
        "facts_relied_on": "The victims paid into this account.",
        "actions_asked": "Freeze the balance.",
        "order_facts": "All payments of November are ransom.",
        "property": [piece()],
    },
    "return-of-property": lambda: {
        **proceedings(),
        "property": [piece(nature="victims-property")],
        "assistance_detail": "Return the balance.",
        "return_use": ["compensate-victims"],
        "persons": [person(role="victim")],
        "claim": "The victims are named in the judgment.",
    },
}
"""A complete request of every kind."""


def complete(kind: str, **changed: Json) -> dict[str, Json]:
    """Give a complete request of a kind, with some fields changed; None empties one."""
    found = {**COMPLETE[kind](), **changed}
    return {name: value for name, value in found.items() if value is not None}


def request(raw: dict[str, Json], *, kind: str, overrides: tuple[Override, ...] = ()) -> Request:
    """Give the body of a request from what a page sent; the test fails if a field cannot be read."""
    found = form(kind)
    cleaned = clean(found, raw)
    assert cleaned.errors == ()
    return Request(form=kind, form_version=found.version, values=cleaned.values, overrides=overrides)
