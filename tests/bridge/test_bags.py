# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bag on disk appears whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from longbien.bridge.bags import folder_sink
from longbien.core.base.errors import RefusedError


def test_it_appears_when_it_is_whole(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    with folder_sink(bag) as sink:
        sink.write("data/acts/0001-a.json", [b"on", b"e"])
        assert not bag.exists()
    assert (bag / "data/acts/0001-a.json").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["bag"]


def test_nothing_remains_of_one_that_failed(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise RefusedError("evidence.sink_failed")

    with pytest.raises(RefusedError), folder_sink(tmp_path / "bag") as sink:
        sink.write("data/content", broken())
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"bridge\.bag_there"), folder_sink(tmp_path):
        pass
    with folder_sink(tmp_path / "bag") as sink:
        sink.write("a", [b"first"])
        with pytest.raises(FileExistsError):
            sink.write("a", [b"second"])
    assert (tmp_path / "bag" / "a").read_bytes() == b"first"
