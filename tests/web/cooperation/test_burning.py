# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The night shift's page."""

from collections.abc import Callable
from typing import Any

from tests.actions.steps import preserved
from tests.pair import Pair


def test_the_page_shows_what_burns_and_asks_again_for_the_list_alone(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    duty = desk(pair.vn, "duty")
    assert "Nothing burns." in duty.page("/requests/burning/")
    preserved(pair, days=61)
    pair.clock.go(days=59)
    page = duty.page("/requests/burning/")
    assert "then data are lost" in page
    assert "Preservation ends" in page
    part = duty.get("/requests/burning/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Preservation ends" in part
    assert "Preservation ends" in desk(pair.vn, "auditor").page("/requests/burning/")
