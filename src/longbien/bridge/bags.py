# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bag as a folder on disk: written into a new folder beside its place, and moved there when it is whole."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from longbien.core.base.errors import RefusedError


class FolderSink:
    """Where a `BundleWriter` writes; see `folder_sink`."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder."""
        self._folder = folder

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Create one file and write its pieces through to the disk."""
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def folder_sink(folder: Path) -> Iterator[FolderSink]:
    """Give a sink; the folder appears under its name only when all was written, and nothing of it remains otherwise.

    RefusedError `bridge.bag_there` if something is in its place already.
    """
    if folder.exists():
        raise RefusedError("bridge.bag_there", folder=str(folder))
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        yield FolderSink(unfinished)
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
