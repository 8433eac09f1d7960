# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates in running text, by the templates of a language, read no more exactly than they are written.

A date without a year, and a word such as "yesterday", mean something only beside the day on which the report appeared;
where that is not known they are left alone. A date that can be read in two ways is left alone too.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.treaty.press.language import Language, phrase_pattern
from longbien.core.treaty.record.when import EARLIEST, When, in_month, in_months, in_year, on, parse_when

STATED: Final = "stated"
YEAR_OF_REPORT: Final = "year-of-report"
RELATIVE: Final = "relative"
ISO: Final = re.compile(r"(?<![0-9A-Za-z/-])((?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9-])")
_HALF_YEAR: Final = 183
_FIGURES: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "012345678901234567890123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text: where it stands, how it is written, what it means, and on what that rests (`stated` …)."""

    start: int
    end: int
    text: str
    when: When
    rests_on: str


def western_figures(text: str) -> str:
    """Write Arabic-Indic, Persian and full-width figures as 0-9; the length stays the same."""
    return text.translate(_FIGURES)


def find_dates(text: str, language: Language, *, published: date | None = None) -> tuple[FoundDate, ...]:
    """Give the dates of a text in their order; of two that overlap the longer one is meant."""
    plain = western_figures(text)
    candidates = list(_candidates(plain, language, published))
    candidates.sort(key=lambda one: (one[0] - one[1], one[0]))
    taken: list[tuple[int, int]] = []
    found = []
    for start, end, when, rests_on in candidates:
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        if when is not None:
            found.append(FoundDate(start=start, end=end, text=text[start:end], when=when, rests_on=rests_on))
    return tuple(sorted(found, key=lambda one: one.start))


def _candidates(
    text: str, language: Language, published: date | None
) -> Iterator[tuple[int, int, When | None, str]]:
    for match in ISO.finditer(text):
        yield match.start(), match.end(), _iso(match[0]), STATED
    for pattern in language.dates:
        for match in pattern.finditer(text):
            when, rests_on = _meaning(match.groupdict(), language, published)
            yield match.start(), match.end(), when, rests_on
    if published is not None:
        for match in phrase_pattern(tuple(language.relative)).finditer(text):
            days = _days(match[0], language)
            yield match.start(), match.end(), on(published + timedelta(days=days)), RELATIVE


def _days(word: str, language: Language) -> int:
    folded = " ".join(word.lower().split())
    known = language.relative.get(folded)
    return (
        known
        if known is not None
        else next((days for name, days in language.relative.items() if folded.endswith(name)), 0)
    )


def _iso(text: str) -> When | None:
    try:
        return parse_when(text)
    except MalformedError:
        return None


def _meaning(
    groups: Mapping[str, str | None], language: Language, published: date | None
) -> tuple[When | None, str]:
    try:
        parts = _parts(groups, language)
        if parts is None:
            return None, STATED
        if parts["y1"] is None:
            return _without_year(parts, published), YEAR_OF_REPORT
        return _make(parts), STATED
    except (ValueError, OverflowError):
        return None, STATED


def _parts(groups: Mapping[str, str | None], language: Language) -> dict[str, int | None] | None:
    """Give day, month and year of both ends; None where a date can be read in two ways."""

    def number(name: str) -> int | None:
        value = groups.get(name)
        return int(value) if value else None

    found: dict[str, int | None] = {name: number(name) for name in ("d1", "d2", "m1", "m2", "y1", "y2")}
    for end in ("1", "2"):
        name = groups.get(f"n{end}")
        if name:
            found[f"m{end}"] = language.months[" ".join(name.lower().split())]
    either, other = number("a1"), number("b1")
    if either is not None and other is not None:
        if max(either, other) > 31 or (either <= 12 and other <= 12 and either != other):
            return None
        found["d1"], found["m1"] = (other, either) if other > 12 else (either, other)
    for part in ("y", "m"):
        found[f"{part}1"] = found[f"{part}1"] or found[f"{part}2"]
    is_range = found["d2"] is not None or groups.get("n2") or groups.get("m2")
    for part in ("y", "m"):
        found[f"{part}2"] = (found[f"{part}2"] or found[f"{part}1"]) if is_range else None
    return found


def _make(parts: Mapping[str, int | None]) -> When:
    d1, m1, y1 = parts["d1"], parts["m1"], parts["y1"]
    d2, m2, y2 = parts["d2"], parts["m2"], parts["y2"]
    if y1 is None or y1 < EARLIEST:
        raise ValueError(parts)
    if m1 is None:
        return in_year(y1)
    if m2 is None or y2 is None:
        return in_month(y1, m1) if d1 is None else on(date(y1, m1, d1))
    if d1 is None or d2 is None:
        first, last = in_month(y1, m1), in_month(y2, m2)
        if first.first >= last.first:
            raise ValueError(parts)
        return in_months(first, last)
    first_day, last_day = date(y1, m1, d1), date(y2, m2, d2)
    if first_day > last_day:
        first_day = date(y1 - 1, m1, d1) if y1 == y2 and m1 > m2 else first_day
    if first_day > last_day:
        raise ValueError(parts)
    return on(first_day, last_day)


def _without_year(parts: dict[str, int | None], published: date | None) -> When | None:
    """Take the year that brings the date nearest to the day of the report, at most half a year away."""
    if published is None or parts["d1"] is None:
        return None
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            when = _make({**parts, "y1": year, "y2": year if parts["m2"] is not None else None})
        except ValueError:
            continue
        found.append((abs((when.first - published).days), when))
    near = [one for one in found if one[0] <= _HALF_YEAR]
    return min(near)[1] if near else None
