# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock of an exercise runs ahead by what its file says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from longbien.core.base.errors import UsageError
from longbien.site.clock import node_clock


def ahead(file: Path | None) -> int:
    found = node_clock(file)() - datetime.now(UTC)
    return round(found / timedelta(days=1))


def test_the_file_moves_the_clock_at_each_look(tmp_path: Path) -> None:
    file = tmp_path / "ahead"
    assert (ahead(None), ahead(file)) == (0, 0)
    file.write_text("4320000\n")
    assert ahead(file) == 50
    file.write_text("5184000")
    assert ahead(file) == 60


@pytest.mark.parametrize("text", ["", "soon", "-5", "1.5", "99999999999", "١"])
def test_what_is_no_number_of_seconds_stops_the_node(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ahead"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"config\.value"):
        node_clock(file)()
