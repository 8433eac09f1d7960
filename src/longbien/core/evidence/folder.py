# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder as one stream: a POSIX pax tar, the same bytes for the same content (docs/protocol/evidence.md, section 1).

Members are sorted by the bytes of their path; type, size and time of change are kept, owner and permissions dropped. What a tar would
carry in a way that changes or hides something (links, devices, sparse files, names that are no text) is refused by name, never
left out. Walking the folder is not done here: it comes as entries (`longbien.bridge.files`).
"""

import io
import tarfile
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.flow import Readable
from longbien.core.evidence.inner import Member

MAX_MEMBERS: Final = 250_000
"""Entries of one folder: they are held in memory. More are better sealed as an image or an archive."""

_BLOCK: Final = tarfile.BLOCKSIZE
_MAX_PATH: Final = 4096
_FILE_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755


class EntryKind(StrEnum):
    """What stands in a folder. Only files and folders can be sealed."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SPECIAL = "special"
    SPARSE = "sparse"


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderEntry:
    """One entry: its path below the folder as raw bytes, and a way to read it if it is a file.

    `open` raises RefusedError `evidence.folder_vanished`, `evidence.folder_changed` or `evidence.folder_unreadable`.
    """

    path: bytes
    kind: EntryKind
    size: int = 0
    changed_ns: int = 0
    open: Callable[[], AbstractContextManager[Readable]] | None = field(default=None, repr=False)


def show_path(path: bytes) -> str:
    """Write a path so that it can be shown: what is no printable text is escaped, long paths are cut."""
    text = path.decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)[:200]


class FolderStream:
    """A folder as a source: `size` bytes, with its `members`. Read once."""

    def __init__(self, entries: Iterable[FolderEntry]) -> None:
        """Check and sort all entries and lay out the stream; nothing is read yet.

        RefusedError `evidence.folder_name`, `evidence.folder_link`, `evidence.folder_special`, `evidence.folder_sparse`,
        `evidence.folder_too_many`.
        """
        self._entries = _sorted(entries)
        members: list[Member] = []
        offset = 0
        for path, entry in self._entries:
            offset += len(_header(path, entry))
            if entry.kind is EntryKind.FILE:
                members.append(Member(path=path, offset=offset, size=entry.size))
                offset += entry.size + _padding(entry.size)
        self.members = tuple(members)
        self.size = offset + 2 * _BLOCK
        self._pieces = self._open_pieces()
        self._piece: Readable = io.BytesIO()

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill a part of the buffer; 0 at the end. RefusedError names the member that vanished, changed or cannot be read."""
        while len(buffer):
            count = self._piece.readinto(buffer)
            if count:
                return count
            following = next(self._pieces, None)
            if following is None:
                break
            self._piece = following
        return 0

    def close(self) -> None:
        """Let go of the file that is being read."""
        self._pieces.close()

    def _open_pieces(self) -> Generator[Readable, None, None]:
        for path, entry in self._entries:
            yield io.BytesIO(_header(path, entry))
            if entry.kind is EntryKind.FILE and entry.open:
                with entry.open() as file:
                    yield _Exactly(file, entry)
                yield io.BytesIO(bytes(_padding(entry.size)))
        yield io.BytesIO(bytes(2 * _BLOCK))


class _Exactly:
    """A file that must have exactly the bytes it had when the folder was looked through."""

    def __init__(self, file: Readable, entry: FolderEntry) -> None:
        self._file = file
        self._path = entry.path
        self._left = entry.size

    def readinto(self, buffer: memoryview, /) -> int:
        if not self._left:
            if self._read(memoryview(bytearray(1))):
                raise RefusedError("evidence.folder_changed", path=show_path(self._path))
            return 0
        count = self._read(buffer[: self._left])
        if not count:
            raise RefusedError("evidence.folder_changed", path=show_path(self._path))
        self._left -= count
        return count

    def _read(self, buffer: memoryview) -> int:
        try:
            return self._file.readinto(buffer) or 0
        except OSError as error:
            raise RefusedError("evidence.folder_unreadable", path=show_path(self._path)) from error


def _sorted(entries: Iterable[FolderEntry]) -> list[tuple[str, FolderEntry]]:
    """Check entries one by one; a folder sorts, and is written, with a slash at its end."""
    checked: dict[bytes, tuple[str, FolderEntry]] = {}
    for entry in entries:
        if len(checked) == MAX_MEMBERS:
            raise RefusedError("evidence.folder_too_many", limit=MAX_MEMBERS)
        code = _REFUSED.get(entry.kind)
        if code:
            raise RefusedError(code, path=show_path(entry.path))
        path = _checked_path(entry.path)
        key = entry.path + b"/" if entry.kind is EntryKind.FOLDER else entry.path
        if entry.path in checked or entry.path + b"/" in checked:
            raise RefusedError("evidence.folder_name", path=show_path(entry.path))
        checked[key] = (path, entry)
    return [checked[key] for key in sorted(checked)]


_REFUSED: Final = {
    EntryKind.LINK: "evidence.folder_link",
    EntryKind.SPECIAL: "evidence.folder_special",
    EntryKind.SPARSE: "evidence.folder_sparse",
}


def _checked_path(raw: bytes) -> str:
    """Refuse a path that is no UTF-8 text, has control characters, leaves the folder or is too long."""
    try:
        path = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError("evidence.folder_name", path=show_path(raw)) from error
    hostile = any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in path)
    if hostile or len(raw) > _MAX_PATH or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise RefusedError("evidence.folder_name", path=show_path(raw))
    return path


def _header(path: str, entry: FolderEntry) -> bytes:
    """Write a member's blocks before its data: a pax header where the plain one has no room, then the plain one."""
    folder = entry.kind is EntryKind.FOLDER
    header = tarfile.TarInfo(path)  # the library adds the slash of a folder
    header.type = tarfile.DIRTYPE if folder else tarfile.REGTYPE
    header.mode = _FOLDER_MODE if folder else _FILE_MODE
    header.size = 0 if folder else entry.size
    header.mtime = entry.changed_ns // 1_000_000_000
    if entry.changed_ns % 1_000_000_000:
        header.pax_headers = {"mtime": _seconds(entry.changed_ns)}
    return header.tobuf(format=tarfile.PAX_FORMAT, encoding="utf-8", errors="strict")


def _seconds(nanoseconds: int) -> str:
    """Write seconds as pax does: exactly, in decimals."""
    whole, rest = divmod(abs(nanoseconds), 1_000_000_000)
    sign = "-" if nanoseconds < 0 else ""
    return f"{sign}{whole}.{rest:09}".rstrip("0")


def _padding(size: int) -> int:
    return -size % _BLOCK
