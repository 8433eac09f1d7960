# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page about the life of a request is drawn from the table, and fresh."""

from longbien.core.cooperation.life.table import STATES
from tools.draw_states import PAGE, QUESTIONS, page


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tools.draw_states"


def test_each_track_is_drawn() -> None:
    assert set(QUESTIONS) == set(STATES)
