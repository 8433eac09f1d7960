# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The series of signatures and of instruments up to a day: as rows for a table, and as a picture in two widths."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, gettext, ngettext

from longbien.core.treaty.status.days import SIGNATURE_OPENED
from longbien.core.treaty.status.events import Event, EventKind
from longbien.core.treaty.status.force import NEEDED, entry_into_force, tenures
from longbien.web.treaty.charts import NARROW, WIDE, Line, draw


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """How many signatures and how many instruments there were from a day on."""

    day: date
    signed: int
    deposited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The chart for wide and for narrow screens, and what it says in words."""

    wide: SafeString
    narrow: SafeString
    words: str


def rows_of(events: Iterable[Event], until: date) -> tuple[SeriesRow, ...]:
    """Give a row for each day up to `until` on which one of the two numbers changed, from the opening for signature on."""
    known = [event for event in events if event.day <= until]
    signed = {event.party: event.day for event in known if event.kind is EventKind.SIGNATURE}
    held = [one for party in tenures(known, entry_into_force(known).day).values() for one in party]
    days = {SIGNATURE_OPENED, *signed.values(), *(one.deposit.day for one in held)}
    days |= {one.until for one in held if one.until is not None}
    return tuple(
        SeriesRow(
            day=day,
            signed=sum(1 for first in signed.values() if first <= day),
            deposited=sum(
                1 for one in held if one.deposit.day <= day and (one.until is None or day < one.until)
            ),
        )
        for day in sorted(days)
        if day <= until
    )


def picture(events: Iterable[Event], until: date) -> Picture | None:
    """Draw the series up to `until`; None before the opening for signature, when there is nothing to draw."""
    rows = rows_of(events, until)
    if not rows:
        return None
    signed, deposited = rows[-1].signed, rows[-1].deposited
    lines = (
        Line(
            words=_isolated(
                ngettext("%(count)s signature", "%(count)s signatures", signed) % {"count": signed}
            ),
            steps=tuple((row.day, row.signed) for row in rows),
        ),
        Line(
            words=_isolated(
                ngettext("%(count)s instrument", "%(count)s instruments", deposited) % {"count": deposited}
            ),
            steps=tuple((row.day, row.deposited) for row in rows),
        ),
    )
    goal = _isolated(gettext("%(count)s: entry into force") % {"count": NEEDED})
    drawn = [draw(lines, until=until, goal=NEEDED, goal_words=goal, width=width) for width in (WIDE, NARROW)]
    return Picture(wide=drawn[0], narrow=drawn[1], words="; ".join(line.words for line in lines))


def _isolated(words: str) -> str:
    """Keep the order of words from right to left inside a picture that stands from left to right."""
    return f"\u2067{words}\u2069" if get_language_bidi() else words
