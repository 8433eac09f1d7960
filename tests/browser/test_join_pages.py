# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of joining in a real browser: both directions, the small telephone, no fault of accessibility."""

from collections.abc import Callable

import pytest

from longbien.actions.treaty.joining import record_task, replace_answers
from longbien.core.treaty.joining.checklist import Recorded, State
from tests.browser.conftest import Visitor
from tests.joining import complete
from tests.pair import Pair

PAGES = (
    "/treaty/join/",
    "/treaty/join/steps/instrument/",
    "/treaty/join/steps/notice.40-12-c/",
    "/treaty/join/steps/reservation/?number=2",
    "/treaty/join/tasks/notice-40-13/",
)


def fill(pair: Pair) -> None:
    """Keep answers with a flaw, and a notice that was sent."""
    with pair.at as at:
        officer = at.officers["treaty"]
        value = {**complete(), "reservation.2.to": "14", "instrument.powers.attached": "yes"}
        replace_answers(node=at.node, actor=officer, value=value)
        on = at.node.clock().date()
        record_task(
            node=at.node, actor=officer, record=Recorded(task="notice-40-13", state=State.DONE, on=on)
        )


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("vi", "ltr"), ("ar", "rtl")])
def test_no_page_of_joining_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, direction: str
) -> None:
    fill(pair)
    visitor = desk(pair.at, "treaty", language)
    visitor.check_faultless(PAGES, direction)
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_joining_scrolls_sideways(pair: Pair, desk: Callable[..., Visitor], language: str) -> None:
    fill(pair)
    visitor = desk(pair.at, "treaty", language, width=360)
    visitor.check_narrow(PAGES)
