# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence on this machine's disks: files and folders to be sealed, and files written past the page cache.

A folder is read through descriptors, component by component and without following any link, so that a folder that is changed
while it is read cannot lead elsewhere.
"""

import errno
import fcntl
import io
import os
import stat
from collections.abc import Generator, Hashable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.folder import EntryKind, FolderEntry, FolderStream, show_path

_PAGE: Final = 4096
_DIRECT: Final = getattr(os, "O_DIRECT", 0)
_OPEN_FILE: Final = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
_OPEN_FOLDER: Final = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_DIRECTORY


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSource:
    """A file or block device to be sealed: its bytes, its size, and what identifies its state."""

    file: BinaryIO
    size: int

    def state(self) -> Hashable:
        """Give what changes when somebody writes to it: pass this as `watch` of `seal_stream`."""
        found = os.fstat(self.file.fileno())
        return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


@contextmanager
def open_source(path: Path) -> Iterator[OpenSource]:
    """Open a file (or a whole disk) for sealing; RefusedError `evidence.source_missing` or `evidence.source_kind`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError as error:
        raise RefusedError("evidence.source_missing", path=show_path(os.fsencode(path))) from error
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISBLK(mode):
        os.close(descriptor)
        raise RefusedError("evidence.source_kind", path=show_path(os.fsencode(path)))
    with io.FileIO(descriptor, "rb") as file:
        size = os.lseek(descriptor, 0, os.SEEK_END)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield OpenSource(file=file, size=size)


@contextmanager
def open_folder(path: Path) -> Iterator[FolderStream]:
    """Look through a folder and give it as a stream to be sealed; RefusedError as `FolderStream`, `evidence.source_missing`."""
    try:
        root = os.open(path, _OPEN_FOLDER & ~os.O_NOFOLLOW)
    except OSError as error:
        raise RefusedError("evidence.source_missing", path=show_path(os.fsencode(path))) from error
    try:
        with closing(_walk(root)) as entries:
            stream = FolderStream(entries)
        with closing(stream):
            yield stream
    finally:
        os.close(root)


def _walk(root: int) -> Generator[FolderEntry, None, None]:
    """Give every entry below the folder that is open as `root`, in no order."""
    waiting: list[bytes] = [b""]
    while waiting:
        folder = waiting.pop()
        with _below(root, folder, _OPEN_FOLDER) as descriptor, os.scandir(descriptor) as entries:
            for entry in entries:
                name = os.fsencode(entry.name)
                found = _entry(root, descriptor, folder + b"/" + name if folder else name, name)
                if found.kind is EntryKind.FOLDER:
                    waiting.append(found.path)
                yield found


def _entry(root: int, parent: int, path: bytes, name: bytes) -> FolderEntry:
    try:
        found = os.stat(name, dir_fd=parent, follow_symlinks=False)
    except FileNotFoundError as error:
        raise RefusedError("evidence.folder_vanished", path=show_path(path)) from error
    kind = _kind(found.st_mode)
    if kind is EntryKind.FILE and found.st_blocks * 512 < found.st_size and _has_hole(root, path, found):
        kind = EntryKind.SPARSE
    return FolderEntry(
        path=path,
        kind=kind,
        size=found.st_size if kind is EntryKind.FILE else 0,
        changed_ns=found.st_mtime_ns,
        open=lambda: _open_member(root, path, found),
    )


def _kind(mode: int) -> EntryKind:
    if stat.S_ISREG(mode):
        return EntryKind.FILE
    if stat.S_ISDIR(mode):
        return EntryKind.FOLDER
    return EntryKind.LINK if stat.S_ISLNK(mode) else EntryKind.SPECIAL


def _has_hole(root: int, path: bytes, found: os.stat_result) -> bool:
    """Tell a file with holes from one that its file system stores small: fewer blocks alone prove nothing."""
    with _open_member(root, path, found) as file:
        return os.lseek(file.fileno(), 0, os.SEEK_HOLE) < found.st_size


@contextmanager
def _open_member(root: int, path: bytes, expected: os.stat_result) -> Iterator[io.FileIO]:
    """Open a file of the folder; it must be, before and after, the one that was looked at."""
    with _below(root, path, _OPEN_FILE) as descriptor, io.FileIO(descriptor, closefd=False) as file:
        _check_same(descriptor, path, expected)
        yield file
        _check_same(descriptor, path, expected)


def _check_same(descriptor: int, path: bytes, expected: os.stat_result) -> None:
    if _identity(os.fstat(descriptor)) != _identity(expected):
        raise RefusedError("evidence.folder_changed", path=show_path(path))


def _identity(found: os.stat_result) -> Hashable:
    return (found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


@contextmanager
def _below(root: int, path: bytes, flags: int) -> Iterator[int]:
    """Open what stands at a path below `root`, following no link at any step; the codes name the path."""
    held = os.dup(root)
    try:
        parts = path.split(b"/") if path else [b"."]
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            following = os.open(part, flags if last else _OPEN_FOLDER, dir_fd=held)
            os.close(held)
            held = following
    except OSError as error:
        os.close(held)
        code = _CODES.get(error.errno or 0, "evidence.folder_unreadable")
        raise RefusedError(code, path=show_path(path)) from error
    try:
        yield held
    finally:
        os.close(held)


_CODES: Final = {
    errno.ENOENT: "evidence.folder_vanished",
    errno.ENOTDIR: "evidence.folder_changed",
    errno.ELOOP: "evidence.folder_changed",  # a link stands where a file or folder stood
    errno.ENXIO: "evidence.folder_changed",
}


class DirectFile(io.FileIO):
    """A file that is written past the page cache where the system can (Linux: O_DIRECT).

    Large evidence then pushes nothing else out of memory. Whole pages from page-aligned buffers go directly; the first other
    write ends that. Sync it before it counts.
    """

    def __init__(self, descriptor: int) -> None:
        """Take over an open descriptor."""
        super().__init__(descriptor, "wb")
        self._direct = bool(_DIRECT)
        if self._direct:
            self._set_direct(on=True)

    def write(self, data: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override] # narrower than RawIOBase on purpose
        """Write all of `data`; OSError if that is not possible."""
        view = memoryview(data).cast("B")
        written = 0
        while written < len(view):
            written += self._write_some(view[written:])
        return written

    def _write_some(self, view: memoryview) -> int:
        if self._direct and len(view) % _PAGE:
            self._set_direct(on=False)
        try:
            return super().write(view)
        except OSError as error:
            if not self._direct or error.errno != errno.EINVAL:
                raise
            self._set_direct(on=False)
            return super().write(view)

    def _set_direct(self, *, on: bool) -> None:
        flags = fcntl.fcntl(self.fileno(), fcntl.F_GETFL)
        try:
            fcntl.fcntl(self.fileno(), fcntl.F_SETFL, flags | _DIRECT if on else flags & ~_DIRECT)
        except OSError:
            on = False  # this file system has no direct writing
        self._direct = on
