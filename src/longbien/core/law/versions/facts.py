# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a law and of one version of it when it is kept, and the checks of that."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.errors import UsageError
from longbien.core.base.ids import PartyId
from longbien.core.law.versions.dating import BILL, KINDS, TRANSLATIONS

_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{1,490}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFacts:
    """A law: its State, a short code unique there, and what it is. Title, language and kind may be left out for a law that is kept already."""

    state: PartyId
    code: str
    title: str = ""
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """A version. `label` and `language` follow from day and law if left out; `corrects` is the label of one that had a mistake.

    `in_force_until` is the first day on which it no longer holds; `text_as_of` the day up to which amendments are worked in.
    """

    source: str
    label: str = ""
    language: str = ""
    translation: str = "original"
    promulgated_on: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    text_as_of: date | None = None
    source_url: str = ""
    corrects: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that reading a file noticed: a code with its values, and where."""

    code: str
    place: str = ""
    values: tuple[tuple[str, str | int], ...] = ()


def check_law(given: LawFacts) -> None:
    """Check what is said of a new law; UsageError `law_library.…` names what is missing or cannot be."""
    for name in ("title", "language", "kind"):
        if not getattr(given, name):
            raise UsageError("law_library.missing", law=given.code[:60], name=name)
    check_code(given.code)
    check_language(given.language)
    if given.kind not in KINDS:
        raise UsageError("law_library.kind", value=given.kind[:40], known=", ".join(KINDS))


def check_version(given: VersionFacts, kind: str) -> None:
    """Check what is said of a version of a law of this kind; UsageError `law_library.…`."""
    if given.label:
        check_code(given.label)
    if given.language:
        check_language(given.language)
    if given.translation not in TRANSLATIONS:
        raise UsageError(
            "law_library.translation", value=given.translation[:40], known=", ".join(TRANSLATIONS)
        )
    if not given.source.strip():
        raise UsageError("law_library.source_missing")
    if given.source_url and _ADDRESS.fullmatch(given.source_url) is None:
        raise UsageError("law_library.source_url", value=given.source_url[:80])
    if kind == BILL and given.in_force_from is not None:
        raise UsageError("law_library.bill_in_force")
    since, until = given.in_force_from, given.in_force_until
    if until is not None and (since is None or until <= since):
        raise UsageError(
            "law_library.until_before", since=since.isoformat() if since else "—", until=until.isoformat()
        )
    if given.corrects and not given.reason.strip():
        raise UsageError("law_library.correction_reason", label=given.corrects[:60])


def check_code(text: str) -> str:
    """Give a code or label that can stand in an address; UsageError `law_library.code` otherwise."""
    if _CODE.fullmatch(text) is None:
        raise UsageError("law_library.code", value=text[:60] or "—")
    return text


def check_language(text: str) -> str:
    """Give the code of a language; UsageError `law_library.language` otherwise."""
    if _LANGUAGE.fullmatch(text) is None:
        raise UsageError("law_library.language", value=text[:40] or "—")
    return text
