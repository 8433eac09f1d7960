# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form's fields hold, and how each is written into an act. A field that is empty is absent; nothing is null.

| type | value here | in JSON |
|---|---|---|
| text, long-text, code, language | `str` | text |
| codes | `tuple[str, ...]`, in the order of the list | list of texts |
| date | `date` | `YYYY-MM-DD` |
| moment | `datetime` in UTC | moment |
| period | `Period` | `{"from","until"}`, moments |
| number, tick | `int`, `bool` | number, true or false |
| contact | `Contact` | object of texts, empty ones left out |
| attachment | `Attachment` | `{"name","media_type","size","sha256"}` |
| identifiers | `tuple[Identifier, ...]` | list of objects, empty members left out |
| persons | `tuple[Person, ...]` | list of objects, empty members left out |
| property | `tuple[Property, ...]` | list of objects, empty members left out |
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final, TypeAlias

from longbien.core.base.canonical import Json
from longbien.core.base.moments import print_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From one moment until another, the first never after the second."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An authority or the person to ask for there. Never empty: an organisation and one way to reach it."""

    organisation: str
    person: str = ""
    function: str = ""
    address: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    fax: str = ""
    office_hours: str = ""
    time_zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that goes with the request, named by its hash; the act is sealed, so the hash is read by the recipient only."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An account, address or device. `at` is a moment in UTC, `offset` the UTC offset of the record it was taken from.

    `local` holds a time that came without any offset: it cannot be made a moment, and a check stops it.
    """

    kind: str
    value: str
    port: int | None = None
    at: datetime | None = None
    offset: str = ""
    local: str = ""
    service: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person whom a request is about. `role` and `sex` are codes of PERSON-ROLE and SEX.

    `birth_date` is a day, a month or a year (`1980-05-17`, `1980-05`, `1980`); `nationalities` are two-letter codes of States.
    """

    role: str
    name: str = ""
    aliases: str = ""
    sex: str = ""
    birth_date: str = ""
    birth_place: str = ""
    nationalities: tuple[str, ...] = ()
    documents: str = ""
    whereabouts: str = ""
    description: str = ""
    masked: bool = False

    @property
    def hidden(self) -> bool:
        """Whether lists, reports and letters show the role instead of the name: victims and children always, others if marked."""
        return self.masked or self.role in PROTECTED_ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """Property in the sense of Art. 2(i), virtual assets included. `nature` and `kind` are codes of PROPERTY-NATURE and PROPERTY-KIND.

    `amount` is a decimal number as text, in `currency`: an ISO 4217 code or the ticker of a virtual asset.
    """

    nature: str
    description: str
    kind: str = ""
    location: str = ""
    reference: str = ""
    holder: str = ""
    amount: str = ""
    currency: str = ""


PROTECTED_ROLES: Final = ("victim", "child")
"""Roles whose names are masked wherever a request is only listed (`Person.hidden`)."""

FieldValue: TypeAlias = (
    str
    | bool
    | int
    | date
    | datetime
    | Period
    | Contact
    | Attachment
    | tuple[str, ...]
    | tuple[Identifier, ...]
    | tuple[Person, ...]
    | tuple[Property, ...]
)
"""The value of one field."""

Values: TypeAlias = Mapping[str, FieldValue]
"""The filled fields of one form, by field id."""

CONTACT_PARTS: Final = tuple(field.name for field in fields(Contact))


def write_values(values: Values) -> dict[str, Json]:
    """Write the fields of a request for its act."""
    return {name: write_value(value) for name, value in values.items()}


def write_value(value: FieldValue) -> Json:
    """Write one field; what `fields.clean` reads back as the same value."""
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, datetime):
        return print_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Period):
        return {"from": print_moment(value.since), "until": print_moment(value.until)}
    if isinstance(value, Contact):
        return {name: text for name in CONTACT_PARTS if (text := getattr(value, name))}
    if isinstance(value, Attachment):
        return {
            "name": value.name,
            "media_type": value.media_type,
            "size": value.size,
            "sha256": value.sha256,
        }
    return [_write_item(item) for item in value]


def _write_item(item: str | Identifier | Person | Property) -> Json:
    if isinstance(item, str):
        return item
    return _write_identifier(item) if isinstance(item, Identifier) else _write_block(item)


def _write_block(item: Person | Property) -> Json:
    """Write the filled members of a block; a mark that is not set and a list without items are left out."""
    filled = {field.name: getattr(item, field.name) for field in fields(item)}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in filled.items() if value
    }


def _write_identifier(item: Identifier) -> Json:
    written: dict[str, Json] = {"kind": item.kind, "value": item.value}
    if item.port is not None:
        written["port"] = item.port
    if item.at is not None:
        written["at"] = print_moment(item.at)
    texts = {"offset": item.offset, "local": item.local, "service": item.service, "note": item.note}
    return written | {name: text for name, text in texts.items() if text}
