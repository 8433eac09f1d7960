# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Persons and property: whether the other side can find them and tell them apart, and whether protected names stay where they belong."""

from collections.abc import Iterator, Mapping
from typing import Final

from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.checks.draft import Draft, Found
from longbien.core.treaty.status.participants import participants

_FITTING: Final[Mapping[str, tuple[str, ...]]] = {
    "video-hearing": ("witness", "victim", "expert", "child"),
    "transfer-of-detained-person": ("detained", "convicted", "accused"),
    "extradition": ("sought", "suspect", "accused", "convicted"),
    "provisional-arrest": ("sought", "suspect", "accused", "convicted"),
    "transfer-of-sentenced-persons": ("convicted", "detained"),
    "service-of-documents": (
        "addressee",
        "suspect",
        "accused",
        "witness",
        "expert",
        "victim",
        "owner",
        "third-party",
    ),
}
"""Roles for which a kind of request is made."""
_TOLD_APART: Final = (
    "extradition",
    "provisional-arrest",
    "transfer-of-sentenced-persons",
    "transfer-of-detained-person",
)
_OTHER_CODES: Final = ("XK", "XX", "PS", "VA", "CK", "NU", "TW", "HK", "MO", "EH")
"""Codes of ISO 3166 and of travel documents that a passport can bear and that are no Member States."""
_SHORTEST_NAME: Final = 4


def state_unknown(draft: Draft) -> Iterator[Found]:
    """Name nationalities that no State has."""
    for name, person in draft.persons():
        for code in person.nationalities:
            if code not in participants() and code not in _OTHER_CODES:
                yield name, {"value": code}


def role_unfit(draft: Draft) -> Iterator[Found]:
    """Name persons in a role for which such a request is not made."""
    fitting = _FITTING.get(draft.form.id, ())
    for name, person in draft.persons():
        if fitting and person.role not in fitting:
            yield name, {"role": vocabulary("PERSON-ROLE").label_of(person.role)}


def birth_future(draft: Draft) -> Iterator[Found]:
    """Find a birth in the future."""
    for name, person in draft.persons():
        if person.birth_date and person.birth_date > draft.today.isoformat()[: len(person.birth_date)]:
            yield name, {"value": person.birth_date}


def not_told_apart(draft: Draft) -> Iterator[Found]:
    """Find a person whom a name alone does not tell from others of that name."""
    for name, person in draft.persons():
        if draft.form.id in _TOLD_APART and not (person.birth_date or person.documents):
            yield name, {}


def masked_name_in_text(draft: Draft) -> Iterator[Found]:
    """Find the name of a masked person in a free text, where nothing masks it."""
    names = [
        person.name for _, person in draft.persons() if person.hidden and len(person.name) >= _SHORTEST_NAME
    ]
    for field, text in draft.texts():
        if any(name.casefold() in text.casefold() for name in names):
            yield field, {"label": draft.label(field)}


def property_vague(draft: Draft) -> Iterator[Found]:
    """Find property without location, number or value: Art. 50(3)(a) asks for them as far as possible."""
    for name, item in draft.property():
        if not (item.location or item.reference) or not item.amount:
            yield name, {"value": item.description[:60]}
