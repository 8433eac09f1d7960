# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days and moments: their order, what must lie in the past or the future, what leaves too little time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from longbien.core.cooperation.checks.draft import Draft, Found
from longbien.core.cooperation.forms.values import FieldValue, Period
from longbien.core.cooperation.life.preservation import MINIMUM

_LONG_SECRECY: Final = timedelta(days=366)
_WINDOWS: Final = {"serve_by": 14, "appear_at": 30, "hearing_at": 14, "presence_period": 21}
"""Days that the requested State needs at least, in practice."""
_SHORT_SENTENCE: Final = timedelta(days=183)
"""Months of a sentence below which transfers are not worth their while: six, as in the European convention."""


def period_future(draft: Draft) -> Iterator[Found]:
    """Find a period that has not begun: what is not stored cannot be preserved or disclosed as stored data."""
    period = draft.period()
    if period and period.since > draft.now:
        yield "data_period", {}


def secrecy_over(draft: Draft) -> Iterator[Found]:
    """Find a confidentiality whose review is not in the future."""
    until = draft.day("secrecy_until")
    if until is not None and until <= draft.today:
        yield "secrecy_until", {}


def secrecy_long(draft: Draft) -> Iterator[Found]:
    """Find a confidentiality that nobody will review for more than a year."""
    until = draft.day("secrecy_until")
    if until is not None and until - draft.today > _LONG_SECRECY:
        yield "secrecy_until", {}


def needed_by_past(draft: Draft) -> Iterator[Found]:
    """Find a deadline that has passed."""
    needed_by = draft.values.get("needed_by")
    if isinstance(needed_by, datetime) and needed_by <= draft.now:
        yield "needed_by", {}


def retention_past(draft: Draft) -> Iterator[Found]:
    """Find data that the provider has most likely deleted."""
    ends = draft.day("retention_ends")
    if ends is not None and ends < draft.today:
        yield "retention_ends", {}


def follow_up_past(draft: Draft) -> Iterator[Found]:
    """Find a planned request for assistance whose day has passed."""
    planned = draft.day("follow_up_planned")
    if planned is not None and planned < draft.today:
        yield "follow_up_planned", {}


def follow_up_late(draft: Draft) -> Iterator[Found]:
    """Find a planned request that would come after the preservation has lapsed."""
    planned = draft.day("follow_up_planned")
    asked = draft.values.get("days")
    days = asked if isinstance(asked, int) else MINIMUM.days
    if draft.form.id == "preservation" and planned and planned - draft.today > timedelta(days=days):
        yield "follow_up_planned", {"days": days}


def extension_lapsed(draft: Draft) -> Iterator[Found]:
    """Find an extension of a preservation that has lapsed."""
    until = draft.day("previous_preservation_until")
    if draft.values.get("status") == "extension" and until is not None and until < draft.today:
        yield "previous_preservation_until", {}


def follow_up_after_release(draft: Draft) -> Iterator[Found]:
    """Find a request for extradition planned for after the day on which the requested State releases the person."""
    planned, days = draft.day("follow_up_planned"), draft.asked.arrest_days
    if (
        draft.form.id == "provisional-arrest"
        and days
        and planned
        and planned - draft.today > timedelta(days=days)
    ):
        yield "follow_up_planned", {"days": days}


def not_past(draft: Draft) -> Iterator[Found]:
    """Name times that must lie in the past and do not."""
    for name, field in draft.form.fields.items():
        if field.tense == "past" and name in draft.values and _last(draft.values[name], draft) > draft.now:
            yield name, {"label": field.label}


def not_future(draft: Draft) -> Iterator[Found]:
    """Name times that must lie in the future and do not; a day counts until its end."""
    for name, field in draft.form.fields.items():
        if field.tense == "future" and name in draft.values and _first(draft.values[name], draft) < draft.now:
            yield name, {"label": field.label}


def authorisation_short(draft: Draft) -> Iterator[Found]:
    """Find a collection that goes on after its authorisation has ended."""
    collection, ends = draft.period("collection_period"), draft.day("authorisation_ends")
    if collection and ends and collection.until.date() > ends:
        yield "authorisation_ends", {}


def review_late(draft: Draft) -> Iterator[Found]:
    """Find a review that comes after the collection."""
    collection, review = draft.period("collection_period"), draft.day("review_on")
    if collection and review and review > collection.until.date():
        yield "review_on", {}


def window_short(draft: Draft) -> Iterator[Found]:
    """Name what is wanted so soon that it can hardly be done."""
    for name, days in _WINDOWS.items():
        if name in draft.form.fields and name in draft.values:
            start = _first(draft.values[name], draft)
            if draft.now <= start < draft.now + timedelta(days=days):
                yield name, {"label": draft.label(name), "days": days}


def service_late(draft: Draft) -> Iterator[Found]:
    """Find a service that may come after the appearance for which it summons."""
    by, appearance = draft.day("serve_by"), draft.moment("appear_at")
    if by and appearance and appearance.date() <= by:
        yield "serve_by", {}


def detention_over(draft: Draft) -> Iterator[Found]:
    """Find a presence that goes on after the person's detention has ended."""
    presence, ends = draft.period("presence_period"), draft.day("detention_ends")
    if presence and ends and presence.until.date() > ends:
        yield "detention_ends", {}


def sentence_short(draft: Draft) -> Iterator[Found]:
    """Find a sentence of which too little remains for a transfer."""
    ends = draft.day("sentence_ends")
    if ends and draft.today <= ends < draft.today + _SHORT_SENTENCE:
        yield "sentence_ends", {}


def _first(value: FieldValue, draft: Draft) -> datetime:
    """Give the first moment of a period, a moment itself, the last moment of a day."""
    if isinstance(value, Period):
        return value.since
    return value if isinstance(value, datetime) else _of_day(value, draft) + timedelta(days=1)


def _last(value: FieldValue, draft: Draft) -> datetime:
    """Give the last moment of a period, a moment itself, the first moment of a day."""
    if isinstance(value, Period):
        return value.until
    return value if isinstance(value, datetime) else _of_day(value, draft)


def _of_day(value: FieldValue, draft: Draft) -> datetime:
    day = value if isinstance(value, date) else draft.today
    return datetime.combine(day, datetime.min.time(), tzinfo=draft.now.tzinfo)
