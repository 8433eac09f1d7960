# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Payload stores: the folder and its Null twin behave alike."""

from collections.abc import Callable
from pathlib import Path

import pytest

from longbien.bridge.null import MemoryStore
from longbien.bridge.objects import SEGMENT_SIZE, FolderStore
from longbien.bridge.ports import ObjectStore
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import ObjectId

ITEM = ObjectId("ab" * 16)


def folder_store(place: Path) -> ObjectStore:
    return FolderStore(place / "evidence")


def memory_store(place: Path) -> ObjectStore:
    return MemoryStore()


each_store = pytest.mark.parametrize("make", [folder_store, memory_store])
Make = Callable[[Path], ObjectStore]


@each_store
def test_a_part_is_written_and_read(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path)
    with store.writer(ITEM, "content") as file:
        file.write(b"some ")
        file.write(b"bytes")
    with store.reader(ITEM, "content") as file:
        assert file.read() == b"some bytes"
    assert store.size(ITEM, "content") == 10
    store.discard(ITEM)
    store.discard(ITEM)
    assert store.size(ITEM, "content") == 0


def write_half(store: ObjectStore) -> None:
    with store.writer(ITEM, "content") as file:
        file.write(b"half")
        raise KeyboardInterrupt


@each_store
def test_a_part_is_there_only_when_it_is_whole(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_half(store)
    assert store.size(ITEM, "content") == 0
    with pytest.raises(RefusedError, match=r"bridge\.object_missing"), store.reader(ITEM, "content"):
        pass


@each_store
def test_segments_come_in_any_order(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path)
    store.put_segment(ITEM, "content", 1, b"tail")
    store.put_segment(ITEM, "content", 0, b"\1" * SEGMENT_SIZE)
    store.put_segment(ITEM, "content", 1, b"tail")
    assert store.size(ITEM, "content") == SEGMENT_SIZE + 4
    assert store.get_segment(ITEM, "content", 0) == b"\1" * SEGMENT_SIZE
    assert store.get_segment(ITEM, "content", 1) == b"tail"
    with pytest.raises(RefusedError, match=r"bridge\.object_missing"):
        store.get_segment(ITEM, "content", 2)
    with pytest.raises(RefusedError, match=r"bridge\.object_missing"):
        store.get_segment(ObjectId("cd" * 16), "content", 0)


@pytest.mark.parametrize(
    ("item", "part"),
    [("..", "content"), ("AB" * 16, "content"), (ITEM, "../x"), (ITEM, "a/b"), (ITEM, ""), (ITEM, "a.b")],
)
def test_no_name_leaves_the_folder(item: str, part: str, tmp_path: Path) -> None:
    store = folder_store(tmp_path)
    with pytest.raises(UsageError, match=r"bridge\.object_name"):
        store.put_segment(ObjectId(item), part, 0, b"x")


@pytest.mark.parametrize(("index", "data"), [(-1, b"x"), (0, b""), (0, bytes(SEGMENT_SIZE + 1))])
def test_a_segment_has_its_limits(index: int, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"bridge\.object_name"):
        folder_store(tmp_path).put_segment(ITEM, "content", index, data)


def test_only_the_nodes_account_reads_payloads(tmp_path: Path) -> None:
    store = folder_store(tmp_path)
    store.put_segment(ITEM, "content", 0, b"x")
    path = tmp_path / "evidence" / ITEM / "content"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@each_store
def test_what_is_held_is_listed_and_unfinished_writing_too(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path)
    assert list(store.held()) == []
    with store.writer(ITEM, "content") as file:
        file.write(bytes(10_000))
    (found,) = store.held()
    assert found.object_id == ITEM
    assert found.size >= 10_000
    store.discard(ITEM)
    assert list(store.held()) == []


def test_a_killed_seal_leaves_a_file_that_is_listed(tmp_path: Path) -> None:
    folder = tmp_path / "evidence" / ITEM
    folder.mkdir(parents=True)
    (folder / "content.unfinished").write_bytes(bytes(5000))
    (tmp_path / "evidence" / "no object").mkdir()
    (found,) = folder_store(tmp_path).held()
    assert (found.object_id, found.size >= 5000) == (ITEM, True)
