# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mapping a law in a real browser: in English, Vietnamese and Arabic, on a phone and a desk, without a fault."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from longbien.core.law.provisions.lines import write_lines
from tests.core.law.matching.laws import ABOUT, LAW
from tests.pair import Pair


@pytest.mark.parametrize(("language", "width"), [("en", 1200), ("vi", 360), ("ar", 360), ("ar", 1200)])
def test_a_law_is_mapped_without_a_fault(
    desk: Callable[..., Any], pair: Pair, tmp_path: Path, language: str, width: int
) -> None:
    path = tmp_path / "law.jsonl"
    path.write_bytes(write_lines(LAW))
    visitor = desk(pair.vn, "duty", language, width=width)
    visitor.open("/law/map/")
    assert visitor.violations() == []
    visitor.page.set_input_files("input[type=file]", str(path))
    visitor.page.fill("input[name=language]", "en")
    visitor.page.click("main form.lb-form button")
    visitor.page.wait_for_selector("#article-7")
    assert ABOUT[7] in visitor.page.inner_text("#article-7 tbody tr:first-child")
    visitor.page.click("#article-7 > details:last-of-type > summary")
    assert ABOUT[7] in visitor.page.inner_text("#article-7 .lb-map-duty ol li:first-child")
    visitor.picture(f"law-map-{width}")
    assert (visitor.overflow(), visitor.violations(), visitor.complaints) == (0, [], [])
