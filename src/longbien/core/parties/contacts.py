# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The part of a directory entry that people read: names, authorities, the requirement profile."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.parties.requirements import (
    MAX_REQUIREMENTS,
    Requirement,
    read_requirement,
    requirement_json,
    together,
)

ROLES: Final = ("central", "24/7", "extradition", "prevention")
"""The authorities that a State designates: Art. 40(12), 41(2), 37(19), 53(7)."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?")
_DATE: Final = re.compile(r"(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))?")
_MAX_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One authority: its role, the article that asks for it, how it is reached, and when that was last confirmed (a date)."""

    role: str
    article: str
    name: str
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    office_hours: str = ""
    time_zone: str = ""
    confirmed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the party asks of those who write to it: SHA-512 beside SHA-256, fields it cannot do without, and rows of more (`requirements`)."""

    sha512: bool = False
    required_fields: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()

    def asks(self, kind: str, categories: Collection[str] = ()) -> Requirement:
        """Give what the party asks of a request of this kind for data of these categories."""
        every = Requirement(required_fields=self.required_fields)
        return together((every, *self.requirements), kind, categories)


def read_names(fields: Fields) -> dict[str, str]:
    """Read the party's name by language; English at least."""
    names = {}
    for language in fields.names():
        if _LANGUAGE.fullmatch(language) is None:
            raise MalformedError("base.field_unknown", field=language[:80], where=fields.where)
        names[language] = fields.text(language, max_length=_MAX_NAME)
    if "en" not in names:
        raise MalformedError("base.field_missing", field="en", where=fields.where)
    return names


def authority_json(authority: Authority) -> dict[str, JsonInput]:
    """Give an authority as JSON."""
    return {
        "role": authority.role,
        "article": authority.article,
        "name": authority.name,
        "languages": authority.languages,
        "phone": authority.phone,
        "email": authority.email,
        "office_hours": authority.office_hours,
        "time_zone": authority.time_zone,
        "confirmed_on": authority.confirmed_on,
    }


def read_authority(fields: Fields) -> Authority:
    """Read an authority; the caller calls `done`."""

    def text(name: str) -> str:
        return fields.text(name, min_length=0, max_length=_MAX_NAME)

    return Authority(
        role=fields.choice("role", ROLES),
        article=text("article"),
        name=fields.text("name", max_length=_MAX_NAME),
        languages=fields.texts("languages", max_items=20, max_length=20),
        phone=text("phone"),
        email=text("email"),
        office_hours=text("office_hours"),
        time_zone=text("time_zone"),
        confirmed_on=fields.text("confirmed_on", pattern=_DATE, min_length=0),
    )


def profile_json(profile: Profile) -> dict[str, JsonInput]:
    """Give a profile as JSON; without rows, as entries were written before there were any."""
    written: dict[str, JsonInput] = {"sha512": profile.sha512, "required_fields": profile.required_fields}
    rows: list[JsonInput] = [requirement_json(row) for row in profile.requirements]
    return {**written, "requirements": rows} if rows else written


def read_profile(fields: Fields) -> Profile:
    """Read a profile."""
    profile = Profile(
        sha512=fields.boolean("sha512"),
        required_fields=fields.texts("required_fields", max_items=200),
        requirements=fields.objects("requirements", read_requirement, min_items=1, max_items=MAX_REQUIREMENTS)
        if fields.has("requirements")
        else (),
    )
    fields.done()
    return profile
