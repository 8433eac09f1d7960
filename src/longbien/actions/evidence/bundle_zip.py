# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A court bundle as one ZIP file, for a page that gives it away: stored, not compressed, each file written in one pass."""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

_READ_ONLY = 0o100644 << 16


class ZipSink:
    """Where a `BundleWriter` writes (`longbien.core.evidence.bundle.BagSink`): one folder inside the archive."""

    __slots__ = ("_archive", "_folder", "_made_at")

    def __init__(self, file: BinaryIO, *, folder: str, made_at: datetime) -> None:
        """Begin an archive in `file`; `folder` stands before every name, `made_at` (UTC) is every file's time."""
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self._folder = folder
        self._made_at = made_at.timetuple()[:6]

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write one file."""
        member = zipfile.ZipInfo(f"{self._folder}/{path}", self._made_at)
        member.external_attr = _READ_ONLY
        with self._archive.open(member, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)

    def finish(self) -> None:
        """Write the archive's list; only then is it whole."""
        self._archive.close()
