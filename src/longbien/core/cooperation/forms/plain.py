# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain values from raw input: texts without hidden characters, dates, moments with their UTC offset, numbers."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError

MAX_RAW: Final = 100_000
# Control characters (Cc), halves of surrogate pairs (Cs), and embeddings and overrides of direction.
_HIDDEN: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a\u202b\u202d\u202e"
_HIDDEN_IN_LINES: Final = re.compile(f"[{_HIDDEN}]")
_HIDDEN_IN_LINE: Final = re.compile(f"[{_HIDDEN}\\n\\t]")
_DATE: Final = re.compile(r"((?:19|20|21)[0-9]{2})-([0-9]{2})-([0-9]{2})")
_TIME: Final = re.compile(
    r"((?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{3}))?)?"
    r" ?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_OFFSET: Final = re.compile(r"([+-])([0-9]{2}):([0-9]{2})")
_LONGEST_OFFSET: Final = timedelta(hours=14)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_DIGITS: Final = re.compile(r"-?[0-9]{1,9}")


def clean_text(raw: Json, *, max_length: int, lines: bool = False) -> str:
    """Give a text in Unicode form C without space at its ends; `lines` allows more than one line.

    Control characters, and characters that make a text read in another order than it is written, are refused.
    """
    if not isinstance(raw, str):
        raise MalformedError("cooperation.field_type", expected="text")
    if len(raw) > MAX_RAW:
        raise MalformedError("cooperation.field_too_long", limit=max_length)
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n")).strip()
    hidden = (_HIDDEN_IN_LINES if lines else _HIDDEN_IN_LINE).search(text)
    if hidden is not None:
        raise MalformedError("cooperation.field_character", character=f"U+{ord(hidden[0]):04X}")
    if len(text) > max_length:
        raise MalformedError("cooperation.field_too_long", limit=max_length)
    return text


def clean_date(raw: Json) -> date:
    """Read a day of the calendar, `YYYY-MM-DD`."""
    text = clean_text(raw, max_length=40)
    match = _DATE.fullmatch(text)
    try:
        if match is not None:
            return date(*(int(part) for part in match.groups()))
    except ValueError:
        pass
    raise MalformedError("cooperation.field_date", value=text)


def clean_moment(raw: Json) -> datetime:
    """Read a moment with its UTC offset (`2026-11-20 03:00:00+07:00`, `…Z`); a time without one is refused."""
    moment, offset = clean_time(raw)
    if not offset:
        raise MalformedError("cooperation.field_offset_missing", value=written_time(moment))
    return moment.astimezone(UTC)


def clean_time(raw: Json) -> tuple[datetime, str]:
    """Read a time and the UTC offset written with it; with `""` it is no moment yet, whatever its zone says."""
    text = clean_text(raw, max_length=40)
    match = _TIME.fullmatch(text)
    if match is None:
        raise MalformedError("cooperation.field_moment", value=text)
    day, hour, minute, second, fraction, written = match.groups()
    offset = "+00:00" if written == "Z" else written or ""
    try:
        start = date.fromisoformat(day)
        clock = time(int(hour), int(minute), int(second or 0), int(fraction or 0) * 1000, tzinfo=UTC)
    except ValueError as error:
        raise MalformedError("cooperation.field_moment", value=text) from error
    written_at = datetime.combine(start, clock)
    return (at_offset(written_at, offset) if offset else written_at), offset


def at_offset(local: datetime, offset: str) -> datetime:
    """Give the moment of a local time at a UTC offset."""
    return local.replace(tzinfo=timezone(parse_offset(offset)))


def written_time(local: datetime) -> str:
    """Write a time that has no offset as it was read, `2026-11-20T03:00:00`."""
    return local.replace(tzinfo=None).isoformat()


def parse_offset(text: str) -> timedelta:
    """Read a UTC offset, `+07:00`; MalformedError beyond 14 hours."""
    match = _OFFSET.fullmatch(text)
    if match is not None:
        sign, hours, minutes = match.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        if int(minutes) < 60 and offset <= _LONGEST_OFFSET:
            return -offset if sign == "-" else offset
    raise MalformedError("cooperation.field_offset", value=text[:20])


def clean_number(raw: Json, *, minimum: int | None, maximum: int | None) -> int:
    """Read a whole number within its bounds; digits as text are what a page sends."""
    if isinstance(raw, str) and _DIGITS.fullmatch(raw.strip()):
        raw = int(raw)
    if not isinstance(raw, int) or isinstance(raw, bool):
        raise MalformedError("cooperation.field_type", expected="number")
    if (minimum is not None and raw < minimum) or (maximum is not None and raw > maximum):
        raise MalformedError(
            "cooperation.field_range",
            minimum=minimum if minimum is not None else "",
            maximum=maximum if maximum is not None else "",
        )
    return raw


def clean_language(raw: Json) -> str:
    """Read a language tag such as `en`, `vi` or `zh-Hans` (RFC 5646, its common shapes)."""
    text = clean_text(raw, max_length=40)
    if _LANGUAGE.fullmatch(text) is None:
        raise MalformedError("cooperation.field_language", value=text)
    return text
