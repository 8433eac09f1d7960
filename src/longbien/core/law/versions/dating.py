# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which version of a law holds on a day. A version holds from its day until the next one of its language begins, or until its own end.

A version that was corrected never holds: its correction stands in its place, with the same day. A version without a day, or of a later one, does not hold yet.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

KINDS: Final = ("constitution", "code", "act", "decree", "bill", "other")
"""What a law may be; a bill is never in force."""
TRANSLATIONS: Final = ("original", "official", "unofficial", "machine")
"""What a text is: the authentic one, an official translation, another one, or a machine's."""
BILL: Final = "bill"


class Standing(StrEnum):
    """How a version stands on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    """Promulgated, and its day is still to come."""
    NO_DAY = "no_day"
    """No day is fixed for it."""
    BILL = "bill"
    REPLACED = "replaced"
    """A later version has taken its place."""
    ENDED = "ended"
    """Its own last day has passed."""
    CORRECTED = "corrected"
    """It had a mistake; its correction stands in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What is needed of a version to date it. `until` is the first day on which it no longer holds."""

    label: str
    language: str
    translation: str
    since: date | None
    until: date | None = None
    as_of: date | None = None
    corrected: bool = False
    bill: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something about the versions of a law that a reader should know: `code` with the values of its sentence."""

    code: str
    label: str
    day: date | None = None


def standing(one: Dated, versions: Iterable[Dated], day: date) -> Standing:
    """Tell how a version stands on a day beside the other versions of its law."""
    if one.corrected:
        return Standing.CORRECTED
    if one.bill:
        return Standing.BILL
    if one.since is None:
        return Standing.NO_DAY
    if day < one.since:
        return Standing.NOT_YET
    later = [
        other.since for other in _counting(versions, one.language) if other.since and other.since > one.since
    ]
    if any(since <= day for since in later):
        return Standing.REPLACED
    return Standing.ENDED if one.until is not None and day >= one.until else Standing.IN_FORCE


def holding(versions: Sequence[Dated], day: date) -> tuple[Dated, ...]:
    """Give what is in force on a day: at most one text for each language, the most authentic first."""
    found = [one for one in versions if standing(one, versions, day) is Standing.IN_FORCE]
    by_language: dict[str, Dated] = {}
    for one in sorted(found, key=lambda item: TRANSLATIONS.index(item.translation)):
        by_language.setdefault(one.language, one)
    return tuple(by_language.values())


def warnings(versions: Sequence[Dated], day: date) -> tuple[Warned, ...]:
    """Give what a reader of a law's versions should know on a day: days that no version covers, translations, stale consolidations."""
    return (*_gaps(versions), *_texts(versions, day))


def _gaps(versions: Sequence[Dated]) -> Iterator[Warned]:
    """Compare the days of each language's versions, one after the other."""
    for language in dict.fromkeys(one.language for one in versions):
        row = sorted(
            ((one.since, one) for one in _counting(versions, language) if one.since), key=lambda item: item[0]
        )
        for (since, one), (following, after) in pairwise(row):
            if since == following:
                yield Warned(code="law_library.same_day", label=after.label, day=since)
            elif one.until is not None and one.until < following:
                yield Warned(code="law_library.gap", label=after.label, day=one.until)
            elif one.until is not None and one.until > following:
                yield Warned(code="law_library.overlap", label=after.label, day=following)


def _texts(versions: Sequence[Dated], day: date) -> Iterator[Warned]:
    for one in versions:
        found = standing(one, versions, day)
        if found is Standing.NOT_YET:
            yield Warned(code="law_library.not_yet", label=one.label, day=one.since)
        elif found is Standing.NO_DAY:
            yield Warned(code="law_library.no_day", label=one.label)
    held = holding(versions, day)
    for one in held:
        if one.as_of is not None and one.since is not None and one.as_of < one.since:
            yield Warned(code="law_library.consolidated_before", label=one.label, day=one.as_of)
    if held and held[0].translation not in {"original", "official"}:
        yield Warned(code=f"law_library.only_{held[0].translation}", label=held[0].label)
    if not held and any(one.since for one in versions):
        yield Warned(code="law_library.none_in_force", label="", day=day)


def _counting(versions: Iterable[Dated], language: str) -> Iterator[Dated]:
    """Give the versions of a language that may hold at all."""
    for one in versions:
        if one.language == language and not one.corrected and not one.bill:
            yield one
