# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder on disk, read without trusting what lies in it: no links, no devices, no odd names, not too many files.

The one module of the core that opens files itself: joined into `verify.py`, it has nobody to hand it open ones.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.flaws import FlawError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, Final

MAX_FILES: Final = 200_000
_MAX_FOLDERS: Final = 8
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
# Absent on some systems: there, the listing above has already refused links.
_OPEN_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class Folder:
    """The files below one folder, by relative path with `/`; FlawError `bag.…` for anything unsafe."""

    def __init__(self, path: str) -> None:
        """List the folder; nothing is opened yet."""
        self._path = path
        self.sizes: dict[str, int] = {}
        try:
            for name, size in self._walk("", 0):
                self.sizes[name] = size
                if len(self.sizes) > MAX_FILES:
                    raise FlawError("bag.too_many", f"it has more than {MAX_FILES} files")
        except OSError:
            raise FlawError("bag.unreadable", "the folder cannot be read") from None

    def _walk(self, prefix: str, depth: int) -> Iterator[tuple[str, int]]:
        with os.scandir(f"{self._path}/{prefix}") as found:
            for item in found:
                name = prefix + item.name
                if not _NAME.fullmatch(item.name) or depth > _MAX_FOLDERS:
                    raise FlawError("bag.name", f"{printable(name)} is a name that no bundle has")
                mode = item.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    yield from self._walk(name + "/", depth + 1)
                elif stat.S_ISREG(mode):
                    yield name, item.stat(follow_symlinks=False).st_size
                else:
                    raise FlawError("bag.link", f"{name} is a link or a device, not a file")

    def open(self, name: str) -> BinaryIO:
        """Open a listed file for reading."""
        try:
            handle = os.open(f"{self._path}/{name}", _OPEN_FLAGS)
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                os.close(handle)
                raise FlawError("bag.link", f"{name} is a link or a device, not a file")
            return os.fdopen(handle, "rb")
        except OSError:
            raise FlawError("bag.unreadable", "it cannot be read") from None
