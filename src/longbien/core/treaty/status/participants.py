# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who can take part in the Convention (Art. 64): Members of the United Nations, observer States, other States, organisations.

Names are the UN's short names in seven languages as far as they are known; `register().names` says how sure each language is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.status.days import read_day

SCHEMA: Final = "longbien/participants/1"
PATH: Final = "states/participants.yaml"
LANGUAGES: Final = ("en", "fr", "es", "ru", "zh", "ar", "vi")
"""The six languages of the United Nations and Vietnamese."""


class Kind(StrEnum):
    """What a participant is."""

    MEMBER = "member"
    """A Member of the United Nations."""
    OBSERVER = "observer"
    """A State with the standing of an observer."""
    STATE = "state"
    """Another State whose instruments the Secretary-General accepts."""
    ORGANISATION = "organisation"
    """A regional economic integration organization (Art. 2(n), 64(2))."""


class Group(StrEnum):
    """The regional groups of the United Nations."""

    AFRICA = "africa"
    ASIA_PACIFIC = "asia-pacific"
    EASTERN_EUROPE = "eastern-europe"
    LATIN_AMERICA_CARIBBEAN = "latin-america-caribbean"
    WESTERN_EUROPE_OTHERS = "western-europe-others"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One State or organisation. `since`: admission to the UN; `members`: the member States of an organisation."""

    code: PartyId
    kind: Kind
    names: Mapping[str, str]
    group: Group
    alpha3: str
    numeric: str
    since: date | None
    members: tuple[PartyId, ...]
    note: str

    @property
    def is_state(self) -> bool:
        """Tell whether its instrument is counted towards the forty (Art. 65(1))."""
        return self.kind is not Kind.ORGANISATION

    def name(self, language: str = "en") -> str:
        """Give the name in a language (`zh_Hans` and `zh-hans` are `zh`); in English if there is none."""
        return self.names.get(language.replace("_", "-").partition("-")[0].lower(), self.names["en"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The whole list, in the order of the English names, with its sources and how sure the names of each language are."""

    known_on: date
    sources: tuple[Source, ...]
    names: Mapping[str, Source]
    rows: Mapping[PartyId, Participant]


def participants() -> Mapping[PartyId, Participant]:
    """Give everyone who can take part, by code, in the order of the English names."""
    return register().rows


def participant(code: PartyId) -> Participant:
    """Give one participant; RefusedError `treaty.participant_unknown`."""
    found = participants().get(code)
    if found is None:
        raise RefusedError("treaty.participant_unknown", party=code[:20])
    return found


@cache
def register() -> Register:
    """Give the list that ships with the software."""
    return parse_register(read_data(PATH))


def parse_register(document: Document) -> Register:
    """Read a list; MalformedError with file and line, also for a code or a name given twice."""
    with reading(document, schema=SCHEMA) as fields:
        rows: dict[PartyId, Participant] = {}
        taken: set[tuple[str, str]] = set()

        def one(item: Fields) -> None:
            row = _row(item)
            if row.code in rows:
                raise mistake(item, "code")
            said = set(row.names.items())
            if not taken.isdisjoint(said):
                raise mistake(item, "names")
            taken.update(said)
            rows[row.code] = row

        known_on = fields.parsed("known_on", read_day)
        found = sources(fields)
        names = dict(fields.objects("names", _language, max_items=len(LANGUAGES)))
        if tuple(names) != LANGUAGES:
            raise mistake(fields, "names")
        fields.objects("rows", one, min_items=1, max_items=500)
        for row in rows.values():
            if any(member not in rows for member in row.members):
                raise mistake(fields, "rows")
    return Register(
        known_on=known_on, sources=found, names=MappingProxyType(names), rows=MappingProxyType(rows)
    )


def _language(item: Fields) -> tuple[str, Source]:
    return item.choice("language", LANGUAGES), Source(
        ref=item.text("ref", max_length=120), confidence=item.choice("confidence", ("high", "medium", "low"))
    )


def _row(item: Fields) -> Participant:
    code = item.parsed("code", parse_party_id)
    kind = Kind(item.choice("kind", tuple(Kind)))
    named = item.object("names")
    names = {language: named.text(language, max_length=120) for language in LANGUAGES}
    named.done()
    state = kind is not Kind.ORGANISATION
    return Participant(
        code=code,
        kind=kind,
        names=MappingProxyType(names),
        group=Group(item.choice("group", tuple(Group))) if item.has("group") else Group.NONE,
        alpha3=item.text("alpha3", pattern="[A-Z]{3}") if state else "",
        numeric=item.text("numeric", pattern="[0-9]{3}") if state else "",
        since=item.parsed("since", read_day) if kind is Kind.MEMBER else None,
        members=() if state else _members(item),
        note=item.optional("note", item.text) or "",
    )


def _members(item: Fields) -> tuple[PartyId, ...]:
    try:
        return tuple(parse_party_id(text) for text in item.texts("members", max_items=100, max_length=20))
    except MalformedError as error:
        raise mistake(item, "members") from error
