# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session of three hours in the browser, in English."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.session_people import hold_session


def test_a_session_of_three_hours_in_english(chromium: Browser, tmp_path: Path) -> None:
    hold_session(chromium, tmp_path, "en")
