# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page about motions, proposals and events is drawn from the tables, and fresh."""

from longbien.core.conference.hall.life import LIFE
from longbien.core.conference.hall.state.texts import STATES
from longbien.core.conference.rules.load import rule_set
from tools.draw_hall import PAGE, page


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tools.draw_hall"


def test_each_state_of_a_proposal_is_reached_and_each_change_has_its_rule() -> None:
    assert {row.after for row in LIFE} == set(STATES)
    assert [row.rule for row in LIFE if row.rule not in rule_set().values] == []
