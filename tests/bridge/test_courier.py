# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courier files on a disc: whole under their name, or not there."""

from pathlib import Path

import pytest

from longbien.bridge.courier import create_courier, open_courier
from longbien.core.base.errors import UsageError


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "vn-at.lbc"
    with create_courier(path) as file:
        file.write(b"bytes")
        assert not path.exists()
    with open_courier(path) as file:
        assert file.read() == b"bytes"
    with pytest.raises(UsageError, match=r"bridge\.file_exists"), create_courier(path):
        pass


def fail_to_write(path: Path) -> None:
    with create_courier(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_nothing_remains_of_what_failed(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        fail_to_write(tmp_path / "vn-at.lbc")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_none_is_a_code(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"bridge\.file_unwritable"), create_courier(tmp_path / "a" / "b"):
        pass
    with pytest.raises(UsageError, match=r"bridge\.file_unreadable"), open_courier(tmp_path / "absent"):
        pass
