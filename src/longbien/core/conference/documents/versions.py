# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document and its language versions, and whether it was circulated in time: in every language that is due, the day before.

The rule says no later than the day before the meeting, in all official languages (`proposals.circulated_before` of the rules); the
Chair may allow amendments and motions that were not. So the answer never forbids anything: it says what is missing and late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import Digest
from longbien.core.conference.documents.symbols import Symbol, series

OFFICIAL: Final = ("ar", "zh", "en", "fr", "ru", "es")
"""The six official languages of the United Nations, in the usual order of the rules."""
LANGUAGES: Final = (*OFFICIAL, "vi")
"""Languages in which a version may be filed: the official ones and the host's."""


class Access(StrEnum):
    """Who may read a document."""

    PUBLIC = "public"
    PARTICIPANTS = "participants"
    """Everybody with a badge of the session."""
    STATES = "states"
    """Delegations of States, signatories included; no observers."""
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One language version: its file (SHA-256, size in bytes, media type, name) and when it was circulated (None: not yet)."""

    language: str
    sha256: Digest
    size: int
    media_type: str
    name: str
    circulated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document under one symbol. `items` are numbers of agenda items; `original` is the language in which it was submitted."""

    symbol: Symbol
    title: str
    submitted_by: tuple[str, ...] = ()
    original: str = "en"
    items: tuple[str, ...] = ()
    access: Access = Access.PUBLIC
    versions: tuple[Version, ...] = field(default=())
    superseded_by: Symbol | None = None

    def version(self, language: str) -> Version | None:
        """Find the version in a language."""
        return next((one for one in self.versions if one.language == language), None)

    def due_languages(self, official: Sequence[str] = OFFICIAL) -> tuple[str, ...]:
        """Give the languages that must be circulated: all official ones, or for a series such as CRP the original alone."""
        return tuple(official) if series()[self.symbol.series].all_languages else (self.original,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulation:
    """Whether a document was circulated for a meeting on a day: which languages are missing, which came on the day itself or later."""

    symbol: str
    day: date
    missing: tuple[str, ...]
    late: Mapping[str, datetime]

    @property
    def in_time(self) -> bool:
        """Whether every language that is due was circulated on an earlier day."""
        return not self.missing and not self.late

    @property
    def complete(self) -> bool:
        """Whether every language that is due is circulated by now, in time or late."""
        return not self.missing


def circulation(
    document: Document, *, day: date, zone: tzinfo, official: Sequence[str] = OFFICIAL
) -> Circulation:
    """Compare when each version was circulated with the day of a meeting, as that day is counted at its place (`zone`)."""
    missing: list[str] = []
    late: dict[str, datetime] = {}
    for language in document.due_languages(official):
        version = document.version(language)
        if version is None or version.circulated_at is None:
            missing.append(language)
        elif version.circulated_at.astimezone(zone).date() >= day:
            late[language] = version.circulated_at
    return Circulation(symbol=str(document.symbol), day=day, missing=tuple(missing), late=late)


def parse_language(text: str) -> str:
    """Read the language of a version; MalformedError `conference_papers.document_language`."""
    if text not in LANGUAGES:
        raise MalformedError(
            "conference_papers.document_language", value=text[:20], known=", ".join(LANGUAGES)
        )
    return text
