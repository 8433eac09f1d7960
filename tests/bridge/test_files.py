# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files and folders on a real disk: what is read is what was there, and what cannot be sealed is refused by name."""

import io
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from longbien.bridge.files import DirectFile, open_folder, open_source
from longbien.core.base.errors import RefusedError
from longbien.core.evidence.flow import Reader, page_buffer
from longbien.core.evidence.open import open_stream
from longbien.core.evidence.seal import seal_stream
from tests.authority import chance
from tests.core.evidence.material import MIB, OURS, content


def read(folder: Path) -> bytes:
    with open_folder(folder) as stream:
        view = memoryview(bytearray(stream.size))
        assert Reader(stream).fill(view) == stream.size
        return bytes(view)


def fill(folder: Path) -> Path:
    for path, data in {"b/deep/log": content(5000), "a": b"first", "b/c": b""}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        os.utime(folder / path, ns=(0, 1_700_000_000_000_000_000))
    for path in ("b/deep", "b"):
        os.utime(folder / path, ns=(0, 1_700_000_000_000_000_000))
    return folder


def refused(folder: Path) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(RefusedError) as caught:
        read(folder)
    return caught.value.code, caught.value.params


def test_a_folder_gives_the_same_stream_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        fill(tmp_path / name)
    assert read(tmp_path / "one") == read(tmp_path / "two")
    with open_folder(tmp_path / "one") as stream:
        assert [member.path for member in stream.members] == ["a", "b/c", "b/deep/log"]


def _link(folder: Path) -> None:
    (folder / "b" / "link").symlink_to("/etc/passwd")


def _link_to_folder(folder: Path) -> None:
    (folder / "b" / "link").symlink_to(folder / "b" / "deep")


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "b" / "link")


def _socket(folder: Path) -> None:
    os.chdir(folder / "b")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("link")


def _sparse(folder: Path) -> None:
    with (folder / "b" / "link").open("wb") as file:
        file.truncate(10 * MIB)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_link, "evidence.folder_link"),
        (_link_to_folder, "evidence.folder_link"),
        (_fifo, "evidence.folder_special"),
        (_sparse, "evidence.folder_sparse"),
    ],
)
def test_what_is_no_plain_file_is_refused(make: Callable[[Path], None], code: str, tmp_path: Path) -> None:
    make(fill(tmp_path))
    assert refused(tmp_path) == (code, {"path": "b/link"})


@pytest.mark.enable_socket
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _socket(fill(tmp_path))
    assert refused(tmp_path) == ("evidence.folder_special", {"path": "b/link"})


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(fill(tmp_path)) + b"/b/\xff\xfe")).touch()
    assert refused(tmp_path) == ("evidence.folder_name", {"path": "b/\\xff\\xfe"})


def test_a_hard_link_is_a_file_like_any_other(tmp_path: Path) -> None:
    os.link(fill(tmp_path) / "a", tmp_path / "z")
    with open_folder(tmp_path) as stream:
        assert [member.path for member in stream.members] == ["a", "b/c", "b/deep/log", "z"]


def _remove(folder: Path) -> None:
    (folder / "b/deep/log").unlink()


def _rewrite(folder: Path) -> None:
    (folder / "b/deep/log").write_bytes(content(5000)[::-1])


def _replace_by_link(folder: Path) -> None:
    (folder / "b/deep/log").unlink()
    (folder / "b/deep/log").symlink_to("/etc/passwd")


def _replace_parent_by_link(folder: Path) -> None:
    (folder / "b/deep").rename(folder / "b/moved")
    (folder / "b/deep").symlink_to("moved")


def _replace_by_fifo(folder: Path) -> None:
    (folder / "b/deep/log").unlink()
    os.mkfifo(folder / "b/deep/log")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_remove, "evidence.folder_vanished"),
        (_rewrite, "evidence.folder_changed"),
        (_replace_by_link, "evidence.folder_changed"),
        (_replace_parent_by_link, "evidence.folder_changed"),
        (_replace_by_fifo, "evidence.folder_changed"),
    ],
)
def test_what_changes_after_it_was_looked_at_is_refused(
    change: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    with open_folder(fill(tmp_path)) as stream:
        change(tmp_path)
        with pytest.raises(RefusedError) as caught:
            Reader(stream).fill(memoryview(bytearray(stream.size)))
    assert (caught.value.code, caught.value.params) == (code, {"path": "b/deep/log"})


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("this system does not list open descriptors")
    before = len(list(descriptors.iterdir()))
    read(fill(tmp_path))
    _link(tmp_path)
    refused(tmp_path)
    assert len(list(descriptors.iterdir())) == before


def test_a_file_is_sealed_and_opened_on_disk(tmp_path: Path) -> None:
    size = 9 * MIB + 333
    (tmp_path / "evidence").write_bytes(content(size))
    with open_source(tmp_path / "evidence") as source, created(tmp_path / "payload") as sink:
        sealed = seal_stream(
            source.file,
            sink,
            recipients=[OURS.recipient()],
            randomness=chance("disk"),
            expected_size=source.size,
            watch=source.state,
        )
        os.fsync(sink.fileno())
    with open_source(tmp_path / "payload") as payload, created(tmp_path / "opened") as sink:
        assert payload.size == sealed.content.part.length
        open_stream(
            payload.file,
            sink,
            part=sealed.content.part,
            file_key=sealed.file_key,
            digests=sealed.digests,
            leaf_hashes=sealed.content.leaf_hashes,
        )
    assert (tmp_path / "opened").read_bytes() == content(size)


def test_a_file_that_is_written_to_meanwhile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "evidence"
    path.write_bytes(content(MIB))

    def write(done: int) -> None:
        with path.open("ab") as file:
            file.write(b"more")

    with open_source(path) as source, pytest.raises(RefusedError, match=r"evidence\.source_(changed|size)"):
        seal_stream(
            source.file,
            io.BytesIO(),
            recipients=[OURS.recipient()],
            randomness=chance("disk"),
            watch=source.state,
            progress=write,
        )


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for path, code in (("none", "source_missing"), ("fifo", "source_kind"), (".", "source_kind")):
        with pytest.raises(RefusedError, match=rf"evidence\.{code}"), open_source(tmp_path / path):
            pass
    with pytest.raises(RefusedError, match=r"evidence\.source_missing"), open_folder(tmp_path / "none"):
        pass


def created(path: Path) -> DirectFile:
    return DirectFile(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


@pytest.mark.parametrize("pieces", [[4096], [8192, 4096, 5], [5, 4096], [1, 1, 1], [4096, 100, 4096]])
def test_direct_writing_writes_the_same_bytes(pieces: list[int], tmp_path: Path) -> None:
    written = b""
    with created(tmp_path / "file") as file:
        for number, length in enumerate(pieces):
            view = page_buffer(16_384)
            view[:] = bytes([number]) * 16_384
            start = 8 if number == 2 else 0  # not at the start of a page
            assert file.write(view[start : start + length]) == length
            written += bytes(view[start : start + length])
    assert (tmp_path / "file").read_bytes() == written
