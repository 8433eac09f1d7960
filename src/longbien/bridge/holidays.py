# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The working days of States (`longbien.bridge.ports.CalendarOf`): the `holidays` library, loaded when the first day is counted.

Each calendar names the library's version: what it computed is kept under that name. National holidays only; a State whose
holidays the library does not know, and an organisation, has weekends and no more.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from longbien.core.cooperation.clocks.spans import Calendar, WeekendsOnly

_PLAIN = WeekendsOnly()


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalDays:
    """The working days of one State: neither its weekend nor one of its national holidays."""

    party: str
    zone: str

    @property
    def name(self) -> str:
        """Name the library's version and the State."""
        found = _days(self.party)
        return f"holidays {found[0]}, {self.party}" if found is not None else _PLAIN.name

    def works(self, day: date) -> bool:
        """Tell whether the day is a working day."""
        found = _days(self.party)
        return bool(found[1].is_working_day(day)) if found is not None else _PLAIN.works(day)


def calendar_of(party: str, zone: str) -> Calendar:
    """Give the working days of a party, counted in a zone."""
    return NationalDays(party=party, zone=zone)


@lru_cache(maxsize=256)
def _days(party: str) -> tuple[str, Any] | None:
    """Give the library's version and a State's days; None for what it does not know."""
    import holidays  # slow import

    try:
        return version("holidays"), holidays.country_holidays(party)
    except NotImplementedError:
        return None
