# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence payloads in a local folder: `<folder>/<object>/<part>`, readable by the node's account only."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from longbien.bridge.files import DirectFile
from longbien.bridge.ports import HeldObject
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import ObjectId

SEGMENT_SIZE: Final = 1024 * 1024
"""Bytes of a segment: one leaf of an evidence tree."""

_OBJECT: Final = re.compile(r"[0-9a-f]{32}")
_PART: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")
_UNFINISHED: Final = ".unfinished"
_BLOCK: Final = 512
"""Bytes of a block in `st_blocks` (POSIX): what a file with gaps really takes."""


class FolderStore:
    """An object store (`longbien.bridge.ports.ObjectStore`) in a folder of the node."""

    __slots__ = ("_folder",)

    def __init__(self, folder: Path) -> None:
        """Keep payloads below `folder`, which is made when it is needed."""
        self._folder = folder

    @contextmanager
    def writer(self, object_id: ObjectId, part: str) -> Iterator[BinaryIO]:
        """Write a whole part; on an error nothing of it remains."""
        path = self._path(object_id, part, make=True)
        unfinished = path.with_name(path.name + _UNFINISHED)
        try:
            with DirectFile(_create(unfinished)) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)

    @contextmanager
    def reader(self, object_id: ObjectId, part: str) -> Iterator[BinaryIO]:
        """Read a part from its beginning."""
        try:
            file = self._path(object_id, part).open("rb")
        except FileNotFoundError as error:
            raise RefusedError("bridge.object_missing", object=object_id, part=part) from error
        with file:
            yield file

    def put_segment(self, object_id: ObjectId, part: str, index: int, data: bytes) -> None:
        """Write one segment at its place and sync it."""
        if index < 0 or not 0 < len(data) <= SEGMENT_SIZE:
            raise UsageError("bridge.object_name", name=f"{part}/{index}")
        path = self._path(object_id, part, make=True)
        is_new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            place = index * SEGMENT_SIZE
            view = memoryview(data)
            while view:
                written = os.pwrite(descriptor, view, place)
                view, place = view[written:], place + written
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            _sync_folder(path.parent)

    def get_segment(self, object_id: ObjectId, part: str, index: int) -> bytes:
        """Read one segment."""
        with self.reader(object_id, part) as file:
            data = os.pread(file.fileno(), SEGMENT_SIZE, index * SEGMENT_SIZE)
        if not data:
            raise RefusedError("bridge.object_missing", object=object_id, part=part)
        return data

    def size(self, object_id: ObjectId, part: str) -> int:
        """Give the bytes held of a part, gaps between segments included."""
        try:
            return self._path(object_id, part).stat().st_size
        except FileNotFoundError:
            return 0

    def held(self) -> Iterator[HeldObject]:
        """Give every object that has a folder, with the bytes of its files."""
        if not self._folder.is_dir():
            return
        for folder in sorted(self._folder.iterdir()):
            if _OBJECT.fullmatch(folder.name) is None:
                continue
            found = [file.stat() for file in folder.iterdir()] or [folder.stat()]
            yield HeldObject(
                object_id=ObjectId(folder.name),
                size=sum(one.st_blocks * _BLOCK for one in found),
                written_at=datetime.fromtimestamp(max(one.st_mtime for one in found), UTC),
            )

    def discard(self, object_id: ObjectId) -> None:
        """Remove an object's folder."""
        shutil.rmtree(self._path(object_id, "content").parent, ignore_errors=True)

    def _path(self, object_id: ObjectId, part: str, *, make: bool = False) -> Path:
        """Give a part's file; UsageError `bridge.object_name` for a name that is none: no path leaves the folder."""
        if _OBJECT.fullmatch(object_id) is None or _PART.fullmatch(part) is None:
            raise UsageError("bridge.object_name", name=f"{object_id[:40]}/{part[:40]}")
        folder = self._folder / object_id
        if make and not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sync_folder(self._folder)
        return folder / part


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)


def _sync_folder(folder: Path) -> None:
    """Make a new name survive a power cut (POSIX: the folder's own fsync)."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
