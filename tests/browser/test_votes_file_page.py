# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of recorded votes in a real browser: in English and Arabic, on a phone and a desk, without a fault."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pair import Pair
from tests.web.conference.test_votes_file import PATH, TABLE


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("reader", [("en", "ltr"), ("ar", "rtl"), ("fr", "ltr")])
def test_a_file_is_computed_again_without_a_fault(
    desk: Callable[..., Any], pair: Pair, tmp_path: Path, reader: tuple[str, str], width: int
) -> None:
    language, direction = reader
    path = tmp_path / "votes.csv"
    path.write_text(TABLE, encoding="utf-8")
    visitor = desk(pair.vn, "duty", language, width=width)
    visitor.open(PATH)
    assert visitor.violations() == []
    visitor.page.set_input_files("input[type=file]", str(path))
    visitor.page.click("main form button")
    visitor.page.wait_for_selector("table")
    visitor.picture(f"votes-file-{width}")
    assert visitor.page.get_attribute("html", "dir") == direction
    assert (visitor.overflow(), visitor.violations(), visitor.complaints) == (0, [], [])
