# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a command writes for a person: new files that only their owner can read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from longbien.core.base.errors import UsageError


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that its owner alone can read; it gets its name once the context ends without an error.

    UsageError `cli.file_exists`, `cli.file_unwritable`.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        if path.exists():
            raise UsageError("cli.file_exists", file=path.name)
        unfinished.unlink(missing_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise UsageError("cli.file_unwritable", file=path.name) from error
    try:
        with os.fdopen(descriptor, "wb") as sink:
            yield sink
            sink.flush()
            os.fsync(sink.fileno())
        unfinished.rename(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
