# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days and periods of the final provisions (Art. 64 to 67).

Counting: the day of the deposit itself is not counted. "The ninetieth day after the date of deposit" is the date of deposit plus ninety
days: the sister treaty UNTOC, fortieth deposit 1 July 2003, in force 29 September 2003. A year ends on the day of the same
number; after 29 February, on 28 February (rule of the European Convention on the Calculation of Time-Limits, Art. 4(2); a choice
of this project, no instrument asks for it).
"""

from datetime import date, timedelta
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.moments import parse_day

ADOPTED: Final = date(2024, 12, 24)
"""Resolution 79/243: nothing can have been done about the Convention before."""
SIGNATURE_OPENED: Final = date(2025, 10, 25)
"""Art. 64(1): in Hanoi."""
SIGNATURE_CLOSES: Final = date(2026, 12, 31)
"""Art. 64(1): the last day, in New York."""
_LAST: Final = date(9000, 1, 1)
_LAST_ASKED: Final = date(2199, 12, 31)


def read_day(text: str) -> date:
    """Read a day written as YYYY-MM-DD, before the year 9000; MalformedError `base.moment`."""
    found = parse_day(text)
    if found >= _LAST:
        raise MalformedError("base.moment", value=text[:40])
    return found


def check_asked(day: date) -> date:
    """Give back a day for which somebody asks; MalformedError `treaty.day_asked` before the adoption or after 2199."""
    if not ADOPTED <= day <= _LAST_ASKED:
        raise MalformedError("treaty.day_asked", value=day.isoformat())
    return day


def days_after(day: date, number: int) -> date:
    """Give the `number`-th day after a date, which itself is not counted."""
    return day + timedelta(days=number)


def year_after(day: date) -> date:
    """Give the day one year after a date: the same day of the next year, or 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)
