# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which day a public page is about: today, or the day that the reader asks for (`?on=2027-03-01`)."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from longbien.actions.treaty import day as days


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The day of a page: `on`, and which day it is really."""

    on: date
    today: date

    @property
    def is_today(self) -> bool:
        """Tell whether the page speaks of today."""
        return self.on == self.today

    @property
    def query(self) -> str:
        """Give what an address needs so that the next page is about the same day."""
        return "" if self.is_today else f"on={self.on.isoformat()}"


def asked_day(request: HttpRequest) -> Day:
    """Give the day that the page is about; MalformedError `treaty.day_asked` for anything that is no day since the adoption."""
    return Day(on=days.asked_day(request.GET.get("on", "")), today=days.today())
