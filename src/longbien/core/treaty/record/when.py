# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""When something happened, as exactly as it is known and no more exactly.

| spelling | meaning | precision |
|---|---|---|
| `2024-12-24` | on that day | `day` |
| `2025-10-25/2025-10-26` | from one day to another, both included | `period` |
| `2026-05` | some time in that month | `month` |
| `2022-02/2024-08` | from one month to another | `months` |
| `2019` | some time in that year | `year` |
| `2026-01-31..2026-04-10` | on one day between the two, not known which | `within` |
| `2026-12-24..` | not before that day | `not-before` |

There is one spelling for each value; anything else is MalformedError `treaty.record_when`.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.errors import MalformedError

DAY: Final = "day"
PERIOD: Final = "period"
MONTH: Final = "month"
MONTHS: Final = "months"
YEAR: Final = "year"
WITHIN: Final = "within"
NOT_BEFORE: Final = "not-before"
PRECISIONS: Final = (DAY, PERIOD, MONTH, MONTHS, YEAR, WITHIN, NOT_BEFORE)
"""How exactly a time is known."""
EARLIEST: Final = 1945
"""No year before the United Nations Charter belongs in this record."""
LATEST: Final = 2199

_DAY: Final = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_MONTH: Final = r"([0-9]{4}-[0-9]{2})"
_SPELLINGS: Final[Mapping[str, re.Pattern[str]]] = {
    DAY: re.compile(_DAY),
    PERIOD: re.compile(f"{_DAY}/{_DAY}"),
    MONTH: re.compile(_MONTH),
    MONTHS: re.compile(f"{_MONTH}/{_MONTH}"),
    YEAR: re.compile(r"([0-9]{4})"),
    WITHIN: re.compile(rf"{_DAY}\.\.{_DAY}"),
    NOT_BEFORE: re.compile(rf"{_DAY}\.\."),
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class When:
    """A time from `first` to `last`, both included; `last` is None only for `not-before`, which has no end."""

    first: date
    last: date | None
    precision: str

    def __str__(self) -> str:
        """Give the one spelling, such as `2025-10-25/2025-10-26`."""
        last = self.last or self.first
        return {
            DAY: f"{self.first}",
            PERIOD: f"{self.first}/{last}",
            MONTH: f"{self.first:%Y-%m}",
            MONTHS: f"{self.first:%Y-%m}/{last:%Y-%m}",
            YEAR: f"{self.first:%Y}",
            WITHIN: f"{self.first}..{last}",
            NOT_BEFORE: f"{self.first}..",
        }[self.precision]

    @property
    def exact(self) -> bool:
        """Tell whether the days are known: what a calendar may show."""
        return self.precision in {DAY, PERIOD}

    @property
    def place(self) -> tuple[date, date]:
        """Give what the record is sorted by; a day that is not known stands at the last one it can be."""
        last = self.last or date.max
        return (last, last) if self.precision == WITHIN else (self.first, last)

    def meets(self, other: "When") -> bool:
        """Tell whether the two can be about the same day."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )


def parse_when(text: str) -> When:
    """Read one of the spellings above."""
    for precision, spelling in _SPELLINGS.items():
        found = spelling.fullmatch(text)
        if found is not None:
            return _make(precision, found.groups(), text)
    raise _wrong(text)


def on(first: date, last: date | None = None) -> When:
    """Make a day, or the period up to `last`."""
    if last is None or last == first:
        return When(first=first, last=first, precision=DAY)
    return When(first=first, last=last, precision=PERIOD)


def in_month(year: int, month: int) -> When:
    """Make a month."""
    return When(first=date(year, month, 1), last=_month_end(year, month), precision=MONTH)


def in_months(first: When, last: When) -> When:
    """Make a period from one month to another."""
    return When(first=first.first, last=last.last, precision=MONTHS)


def in_year(year: int) -> When:
    """Make a year."""
    return When(first=date(year, 1, 1), last=date(year, 12, 31), precision=YEAR)


def _make(precision: str, parts: tuple[str, ...], text: str) -> When:
    try:
        days = [_edge(part, end=index == 1) for index, part in enumerate(parts)]
        last = None if precision == NOT_BEFORE else _edge(parts[-1], end=True)
    except ValueError as error:
        raise _wrong(text) from error
    found = When(first=days[0], last=last, precision=precision)
    if not EARLIEST <= found.first.year <= LATEST or (last is not None and last.year > LATEST):
        raise _wrong(text)
    if len(parts) == 2 and (last is None or parts[1] <= parts[0]):
        raise _wrong(text)
    return found


def _edge(part: str, *, end: bool) -> date:
    if len(part) == 4:
        return date(int(part), 12, 31) if end else date(int(part), 1, 1)
    if len(part) == 7:
        year, month = int(part[:4]), int(part[5:])
        if not 1 <= month <= 12:
            raise ValueError(part)
        return _month_end(year, month) if end else date(year, month, 1)
    return date.fromisoformat(part)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _wrong(text: str) -> MalformedError:
    return MalformedError("treaty.record_when", value=text[:40])
