# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""National holidays and weekends, under the name of the library's version."""

from datetime import date
from importlib.metadata import version

from longbien.bridge.holidays import calendar_of


def test_holidays_and_weekends_of_a_state_are_days_off() -> None:
    found = calendar_of("VN", "Asia/Ho_Chi_Minh")
    assert (found.name, found.zone) == (f"holidays {version('holidays')}, VN", "Asia/Ho_Chi_Minh")
    assert not found.works(date(2026, 9, 2))  # National Day
    assert not found.works(date(2026, 11, 22))  # a Sunday
    assert found.works(date(2026, 11, 23))


def test_weekends_are_not_the_same_everywhere() -> None:
    assert not calendar_of("SA", "Asia/Riyadh").works(date(2026, 11, 20))  # a Friday
    assert calendar_of("SA", "Asia/Riyadh").works(date(2026, 11, 22))


def test_an_organisation_has_weekends_only() -> None:
    found = calendar_of("X-UNODC", "Europe/Vienna")
    assert (found.name, found.works(date(2026, 12, 25)), found.works(date(2026, 11, 22))) == (
        "weekends only",
        True,
        False,
    )
