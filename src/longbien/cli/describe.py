# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a new node says of itself, read from a YAML file that people write.

names: {vi: Việt Nam}
languages: [vi, en]
authorities:
  - {role: 24/7, article: "41(2)", name: …, languages: [en], phone: …, email: …, office_hours: …, time_zone: …, confirmed_on: …}
profile:
  sha512: false
  required_fields: []
  requirements:
    - {kinds: [stored-data], categories: [content], required_fields: [nexus], authorisers: [judge, court], dual_criminality: required}
    - {kinds: [provisional-arrest], arrest_days: 40}
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from longbien.cli.tables import table
from longbien.core.base.canonical import Json
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import parse_yaml
from longbien.core.parties.contacts import Authority, Profile, read_authority, read_names, read_profile
from longbien.core.parties.requirements import Requirement, requirement_json

_MAX_FILE: Final = 256 * 1024
_FOR: Final = ("kinds", "categories")
_AUTHORITY: Final[Mapping[str, Json]] = {
    "article": "",
    "languages": [],
    "phone": "",
    "email": "",
    "office_hours": "",
    "time_zone": "",
    "confirmed_on": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Names by language, languages, authorities, requirement profile."""

    names: Mapping[str, str]
    languages: tuple[str, ...] = ("en",)
    authorities: tuple[Authority, ...] = ()
    profile: Profile = field(default_factory=Profile)


def read_description(path: Path | None, name: str) -> Description:
    """Read the file, or describe the node by its English name only; UsageError or MalformedError for a bad file."""
    if path is None:
        return Description(names={"en": name})
    if path.stat().st_size > _MAX_FILE:
        raise UsageError("base.too_large", limit=_MAX_FILE)
    fields = Fields(parse_yaml(path.read_text(encoding="utf-8", errors="replace"), source=path.name).value)
    names: dict[str, Json] = {"en": name}
    given = fields.optional("names", fields.value)
    names.update(given if isinstance(given, dict) else {})
    found = Description(
        names=read_names(Fields(names, where="$.names")),
        languages=fields.optional("languages", fields.texts) or ("en",),
        authorities=fields.optional("authorities", lambda at: fields.list_of(at, _authority, max_items=50))
        or (),
        profile=read_profile(fields.object("profile")) if fields.has("profile") else Profile(),
    )
    fields.done()
    return found


def _authority(value: Json, where: str) -> Authority:
    """Read one authority; what people leave out is empty."""
    fields = Fields({**_AUTHORITY, **value} if isinstance(value, dict) else value, where=where)
    found = read_authority(fields)
    fields.done()
    return found


def read_profile_file(data: bytes, source: str) -> Profile:
    """Read a file with a profile; what it leaves out is not asked. MalformedError with the place of a mistake."""
    value = parse_yaml(data.decode("utf-8", errors="replace"), source=source).value
    given = value if isinstance(value, dict) else {"profile": value}
    return read_profile(Fields({"sha512": False, "required_fields": [], **given}))


def profile_words(profile: Profile) -> str:
    """Say a profile at the terminal: a line for each row."""
    every = profile.requirements
    if profile.required_fields:
        every = (Requirement(required_fields=profile.required_fields), *every)
    rows = [
        (
            ", ".join(row.kinds) or _("every kind"),
            ", ".join(row.categories) or _("any data"),
            "; ".join(
                f"{name}: {value}" for name, value in requirement_json(row).items() if name not in _FOR
            ),
        )
        for row in every
    ]
    return (
        table((_("Kind"), _("Data"), _("What is asked")), rows)
        if rows
        else _("Nothing beyond the form is asked.")
    )
