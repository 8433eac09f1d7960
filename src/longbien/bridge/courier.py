# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courier files on a disc: a file appears under its name only when it is whole and synced."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from longbien.core.base.errors import UsageError

_UNFINISHED: Final = ".unfinished"


@contextmanager
def create_courier(path: Path) -> Iterator[BinaryIO]:
    """Write a new file; UsageError `bridge.file_exists`, `bridge.file_unwritable`. On an error nothing remains."""
    if path.exists():
        raise UsageError("bridge.file_exists", file=path.name)
    unfinished = path.with_name(path.name + _UNFINISHED)
    try:
        file = unfinished.open("xb")
    except FileExistsError as error:
        raise UsageError("bridge.file_exists", file=unfinished.name) from error
    except OSError as error:
        raise UsageError("bridge.file_unwritable", file=path.name) from error
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def open_courier(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading; UsageError `bridge.file_unreadable`."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise UsageError("bridge.file_unreadable", file=path.name) from error
    with file:
        yield file
