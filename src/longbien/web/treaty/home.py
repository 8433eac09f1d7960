# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The home page: how far the Convention is, at a glance, on any day; each number leads to its rows and their sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString

from longbien.actions.access import Role
from longbien.actions.treaty.known import Known, known
from longbien.actions.treaty.record import whole_record
from longbien.core.treaty.bases.basis import status_table
from longbien.core.treaty.record.entries import Entry, upcoming
from longbien.core.treaty.status.days import SIGNATURE_CLOSES, SIGNATURE_OPENED
from longbien.core.treaty.status.events import Report, seed
from longbien.core.treaty.status.force import NEEDED
from longbien.core.treaty.status.standing import Counts, counts, force_on, standings
from longbien.web.base.guard import officer_of, public
from longbien.web.treaty.days import Day, asked_day
from longbien.web.treaty.kept import kept_part
from longbien.web.treaty.outlook import outlook
from longbien.web.treaty.series import picture, rows_of
from longbien.web.treaty.tiles import STATES, grouped

_RECENT: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One of the four counts, and how many of it are confirmed."""

    state: str
    number: int
    confirmed: int

    @property
    def is_sure(self) -> bool:
        """Tell whether all of it is confirmed."""
        return self.number == self.confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The clock to the close of signature: days left (0 on the last day), or None once it is closed."""

    opens: date
    closes: date
    left: int | None
    opened: bool


@public
def start(request: HttpRequest) -> HttpResponseBase:
    """Lead officers to their work, badges and the Conference's secretariat to the Conference; show everyone else how far the Convention is."""
    if not request.user.is_authenticated:
        return home(request)
    officer = officer_of(request)
    in_the_hall = not officer.role_id or officer.roles() == {Role.CONFERENCE_OFFICER}
    return redirect("conference" if in_the_hall else "inbox")


@public
def home(request: HttpRequest) -> HttpResponse:
    """Show how far the Convention is."""
    day, now = asked_day(request), known()
    part = kept_part("longbien/treaty/home_part.html", lambda: home_values(day, now), day, now.version)
    return render(
        request,
        "longbien/treaty/home.html",
        {"part": part, "day": day, "assumed": _assumed()},
    )


def _assumed() -> str:
    """Give the label of the status that an exercise node assumes; nothing on a real one."""
    return status_table(exercise=True).label if settings.CONFIG.exercise else ""


def home_values(day: Day, now: Known) -> dict[str, object]:
    """Give what the page shows of the status on a day; the same for every reader of a language."""
    found, history = counts(now.events, day.on), whole_record()
    force = force_on(now.events, day.on)
    return {
        "day": day,
        "known_on": now.on,
        "counts": _counts(found),
        "counted": found.counted,
        "filled": range(min(found.counted, NEEDED)),
        "empty": range(max(NEEDED - found.counted, 0)),
        "needed": NEEDED,
        "missing": force.missing,
        "fortieth": force.fortieth,
        "in_force_on": force.day,
        "is_in_force": force.day is not None and force.day <= day.on,
        "days_to_force": (force.day - day.on).days if force.day else None,
        "bound": found.in_force,
        "counted_sure": all(event.confirmed for event in force.standing),
        "clock": clock(day.on),
        "groups": grouped(standings(now.events, day.on)),
        "legend": (*STATES[::-1], "none"),
        "chart": _chart(now, min(day.on, day.today)),
        "series": rows_of(now.events, day.on),
        "outlook": outlook(now.events, day.on),
        "reported": _reported(found),
        "upcoming": upcoming(day.on, history),
        "recent": _recent(day.on, history),
    }


def _chart(now: Known, until: date) -> SafeString:
    """Draw the series up to a day that is not ahead: asking for many days to come costs no new picture."""
    return kept_part(
        "longbien/treaty/chart_part.html",
        lambda: {"picture": picture(now.events, until)},
        until,
        now.version,
    )


def _counts(found: Counts) -> list[Count]:
    return [
        Count(state=state, number=getattr(found, state), confirmed=getattr(found.confirmed, state))
        for state in STATES[::-1]
    ]


def clock(day: date) -> Clock:
    """Give the clock to the close of signature (Art. 64(1)) on a day."""
    left = (SIGNATURE_CLOSES - day).days
    return Clock(
        opens=SIGNATURE_OPENED,
        closes=SIGNATURE_CLOSES,
        left=left if left >= 0 else None,
        opened=day >= SIGNATURE_OPENED,
    )


def _reported(found: Counts) -> Report | None:
    """Give the newest count of signatures that a source gives, if it is more than this page can name."""
    reports = [one for one in seed().reports if one.day <= found.day and one.signatories is not None]
    newest = max(reports, key=lambda one: one.day, default=None)
    return newest if newest and (newest.signatories or 0) > found.signed else None


def _recent(day: date, history: Iterable[Entry]) -> list[Entry]:
    past = [
        entry
        for entry in history
        if entry.when.first <= day and not entry.planned and entry.withdrawn is None
    ]
    return past[: -_RECENT - 1 : -1]
