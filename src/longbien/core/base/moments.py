# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments: points in time, always in UTC, always written in one way.

`YYYY-MM-DDTHH:MM:SSZ` or with milliseconds is read; milliseconds are always written. A local time or an offset
is refused: two States that read one record must read one moment. A day is `YYYY-MM-DD` and nothing else of ISO 8601.
"""

import re
from datetime import UTC, date, datetime
from typing import Final

from longbien.core.base.errors import MalformedError

_MOMENT: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{3}))?Z",
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_day(text: str) -> date:
    """Read a day of the calendar; MalformedError `base.moment` for any other form and for a day that does not exist."""
    if _DAY.fullmatch(text) is None:
        raise MalformedError("base.moment", value=text[:40])
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise MalformedError("base.moment", value=text[:40]) from error


def parse_moment(text: str) -> datetime:
    """Read a moment; MalformedError `base.moment` for any other form and for a day that does not exist."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise MalformedError("base.moment", value=text[:40])
    year, month, day, hour, minute, second, millisecond = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second, millisecond * 1000, tzinfo=UTC)
    except ValueError as error:
        raise MalformedError("base.moment", value=text[:40]) from error


def print_moment(moment: datetime) -> str:
    """Write an aware moment in UTC with milliseconds (cut, not rounded); ValueError if it has no zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def cut_moment(moment: datetime) -> datetime:
    """Give the moment in UTC as it will be written: cut to milliseconds; ValueError if it has no zone."""
    return parse_moment(print_moment(moment))
