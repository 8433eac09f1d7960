# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder as a tar stream: the same bytes each time, readable by any tar, and nothing left out in silence."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.flow import Reader
from longbien.core.evidence.folder import EntryKind, FolderEntry, FolderStream, show_path
from longbien.core.evidence.seal import seal_stream
from longbien.core.sealing.age_stream import PayloadReader
from tests.authority import chance
from tests.core.evidence.material import MIB, OURS, content

NOW_NS = 1_772_366_400_123_456_789


def file(path: bytes, data: bytes = b"", *, size: int | None = None, changed_ns: int = NOW_NS) -> FolderEntry:
    @contextmanager
    def opened() -> Iterator[io.BytesIO]:
        yield io.BytesIO(data)

    return FolderEntry(
        path=path,
        kind=EntryKind.FILE,
        size=len(data) if size is None else size,
        changed_ns=changed_ns,
        open=opened,
    )


def folder(path: bytes) -> FolderEntry:
    return FolderEntry(path=path, kind=EntryKind.FOLDER, changed_ns=NOW_NS)


def read(stream: FolderStream) -> bytes:
    view = memoryview(bytearray(stream.size + 1))
    return bytes(view[: Reader(stream).fill(view)])


TREE = [
    folder(b"a"),
    file(b"a/log", content(70_000)),
    file(b"a.txt", b"before a/, for . sorts before /"),
    folder(b"empty"),
    file(b"empty.bin"),
    file("tài liệu/chứng cứ số một.txt".encode(), b"Long Bien"),
    folder("tài liệu".encode()),
    file(b"x" * 200 + b"/" + b"y" * 150, b"long name", changed_ns=-1_500_000_000),
    file(b"z", b"z" * 512, changed_ns=5_000_000_000),
]


def test_any_tar_reads_it() -> None:
    stream = FolderStream(TREE)
    data = read(stream)
    assert len(data) == stream.size
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as tar:
        names = [(member.name, member.isdir(), member.size, member.mtime) for member in tar]
        assert [name for name, *_ in names] == sorted(
            (entry.path.decode() for entry in TREE),
            key=lambda path: (path + "/" if ("a", "empty", "tài liệu").count(path) else path).encode(),
        )
        assert {(member.uid, member.gid, member.uname, member.gname) for member in tar} == {(0, 0, "", "")}
        times = {name: mtime for name, _, _, mtime in names}
        assert (times["z"], times["x" * 200 + "/" + "y" * 150]) == (5, -1.5)
        assert times["a"] == pytest.approx(NOW_NS / 1e9)
        read_back = {member.name: tar.extractfile(member) for member in tar if member.isfile()}
        assert {name: found.read() for name, found in read_back.items() if found}["a/log"] == content(70_000)
    pax = [block for block in data.split(b"\n") if b"mtime=1772366400.123456789" in block]
    assert len(pax) == 7


def test_the_systems_tar_reads_it(tmp_path: Path) -> None:
    (tmp_path / "folder.tar").write_bytes(read(FolderStream(TREE)))
    listed = subprocess.run(["tar", "-tf", "folder.tar"], cwd=tmp_path, capture_output=True, check=True)
    assert len(listed.stdout.splitlines()) == len(TREE)
    assert listed.stderr == b""


def test_members_lie_where_they_are_said_to() -> None:
    stream = FolderStream(TREE)
    data = read(stream)
    found = {member.path: data[member.offset : member.offset + member.size] for member in stream.members}
    assert found["a/log"] == content(70_000)
    assert found["tài liệu/chứng cứ số một.txt"] == b"Long Bien"
    assert list(found) == sorted(found, key=str.encode)
    assert len(found) == 6


@given(st.permutations(TREE))
def test_the_order_of_looking_does_not_matter(entries: list[FolderEntry]) -> None:
    assert FolderStream(entries).members == FolderStream(TREE).members


def test_the_stream_is_the_same_each_time() -> None:
    assert read(FolderStream(TREE[::-1])) == read(FolderStream(TREE))
    assert read(FolderStream([])) == bytes(1024)


def test_a_member_is_read_from_the_sealed_stream() -> None:
    stream, sink = FolderStream(TREE), io.BytesIO()
    sealed = seal_stream(
        stream, sink, recipients=[OURS.recipient()], randomness=chance("folder"), expected_size=stream.size
    )
    payload = sink.getvalue()
    reader = PayloadReader(sealed.file_key, io.BytesIO(payload), start=0, length=len(payload))
    log = next(member for member in stream.members if member.path == "a/log")
    assert reader.read(log.offset, log.size) == content(70_000)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (FolderEntry(path=b"l", kind=EntryKind.LINK), "evidence.folder_link"),
        (FolderEntry(path=b"s", kind=EntryKind.SPECIAL), "evidence.folder_special"),
        (FolderEntry(path=b"h", kind=EntryKind.SPARSE), "evidence.folder_sparse"),
        (file(b"\xff"), "evidence.folder_name"),
        (file(b"a\nb"), "evidence.folder_name"),
        (file(b"a\x1b[2Jb"), "evidence.folder_name"),
        (file("a\u0085b".encode()), "evidence.folder_name"),
        (file(b"\0"), "evidence.folder_name"),
        (file(b""), "evidence.folder_name"),
        (file(b"."), "evidence.folder_name"),
        (file(b"../up"), "evidence.folder_name"),
        (file(b"/root"), "evidence.folder_name"),
        (file(b"a//b"), "evidence.folder_name"),
        (file(b"n" * 4097), "evidence.folder_name"),
        (file(b"\xed\xa0\x80"), "evidence.folder_name"),
    ],
)
def test_what_a_tar_would_change_or_hide_is_refused_by_name(entry: FolderEntry, code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        FolderStream([file(b"good"), entry])
    assert (caught.value.code, caught.value.params) == (code, {"path": show_path(entry.path)})


def test_a_name_is_given_once() -> None:
    for second in (file(b"a"), folder(b"a")):
        with pytest.raises(RefusedError, match=r"evidence\.folder_name"):
            FolderStream([folder(b"a"), second])


def test_a_hostile_name_is_shown_harmlessly() -> None:
    assert show_path(b"a\x1b[2J\xff\n") == "a\\u001b[2J\\xff\\u000a"
    assert show_path("\u202ecod.exe".encode()) == "\\u202ecod.exe"
    assert len(show_path(b"n" * 9999)) == 200


@pytest.mark.parametrize(("data", "size"), [(b"short", 9), (b"longer", 2), (b"", 1), (b"x", 0)])
def test_a_member_that_changed_is_named(data: bytes, size: int) -> None:
    with pytest.raises(RefusedError) as caught:
        read(FolderStream([file(b"good", b"good"), file(b"log", data, size=size)]))
    assert (caught.value.code, caught.value.params) == ("evidence.folder_changed", {"path": "log"})


def test_a_member_that_cannot_be_read_is_named() -> None:
    class Broken(io.BytesIO):
        def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
            raise OSError(5, "Input/output error")

    @contextmanager
    def opened() -> Iterator[Broken]:
        yield Broken()

    entry = FolderEntry(path=b"disk", kind=EntryKind.FILE, size=5, open=opened)
    with pytest.raises(RefusedError) as caught:
        read(FolderStream([entry]))
    assert (caught.value.code, caught.value.params) == ("evidence.folder_unreadable", {"path": "disk"})


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longbien.core.evidence.folder.MAX_MEMBERS", 2)
    with pytest.raises(RefusedError, match=r"evidence\.folder_too_many"):
        FolderStream([file(b"1"), file(b"2"), file(b"3")])


def test_closing_lets_go_of_the_open_file() -> None:
    closed = []

    @contextmanager
    def opened() -> Iterator[io.BytesIO]:
        try:
            yield io.BytesIO(content(MIB))
        finally:
            closed.append(True)

    stream = FolderStream([FolderEntry(path=b"f", kind=EntryKind.FILE, size=MIB, open=opened)])
    Reader(stream).fill(memoryview(bytearray(5000)))
    assert closed == []
    stream.close()
    assert closed == [True]
