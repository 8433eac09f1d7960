# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a law in a real browser: in English, Vietnamese and Arabic, on a phone and a desk, without a fault."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pair import Pair
from tests.web.law.test_reading import LAW, PATH

ARABIC = """الباب الأول
أحكام عامة
المادة (1)
الغرض
لهذا القانون غرض واحد في هذه الأمثلة.
المادة (3)
الدخول
يعاقب كل من دخل في نظام من غير حق أو على بيانات.
"""


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize(
    "reader", [("en", "ltr", "en", LAW), ("vi", "ltr", "en", LAW), ("ar", "rtl", "ar", ARABIC)]
)
def test_a_law_is_read_without_a_fault(
    desk: Callable[..., Any], pair: Pair, tmp_path: Path, reader: tuple[str, str, str, str], width: int
) -> None:
    language, direction, tongue, text = reader
    path = tmp_path / "law.txt"
    path.write_text(text, encoding="utf-8")
    visitor = desk(pair.vn, "duty", language, width=width)
    visitor.open(PATH)
    assert visitor.violations() == []
    visitor.page.set_input_files("input[name=file]", str(path))
    visitor.page.select_option("select[name=language]", tongue)
    visitor.page.fill("input[name=code]", "X")
    visitor.picture(f"law-read-form-{width}")
    visitor.page.click("main form.lb-form button")
    visitor.page.wait_for_selector("#p2")
    visitor.page.click("details.lb-law-note summary >> nth=0")
    visitor.picture(f"law-read-{width}")
    assert visitor.page.get_attribute("html", "dir") == direction
    assert (visitor.overflow(), visitor.violations(), visitor.complaints) == (0, [], [])
