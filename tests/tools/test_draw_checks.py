# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about forms and checks are drawn from the data, and fresh."""

from longbien.core.cooperation.forms.kinds import forms
from tools.draw_checks import FOLDER, pages


def test_the_pages_are_fresh() -> None:
    for name, text in pages().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, "run: python -m tools.draw_checks"


def test_each_kind_is_drawn() -> None:
    assert [kind for kind in forms() if f"(`{kind}`" not in pages()["forms.md"]] == []
