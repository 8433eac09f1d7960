# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outlook to the fortieth instrument: a band with its treaties, never a date alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from longbien.core.base.errors import RefusedError
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.forecast import Forecast, Pace, forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The band, and the day to which each comparable treaty's pace leads."""

    forecast: Forecast
    paces: tuple[tuple[Pace, date], ...]


def outlook(events: Iterable[Event], day: date) -> Outlook | None:
    """Give the outlook as seen on a day; None where there is none: before the opening, or once forty are deposited."""
    try:
        found = forecast(events, day)
    except RefusedError:
        return None
    return Outlook(
        forecast=found,
        paces=tuple((pace, day + timedelta(days=pace.days)) for pace in found.paces),
    )
