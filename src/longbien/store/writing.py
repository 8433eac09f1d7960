# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write transactions. On SQLite one thread of a process writes at a time, so that threads do not fight for the file.

    with write_transaction():
        ...

Other processes are waited for by SQLite itself (BEGIN IMMEDIATE and a timeout); PostgreSQL needs no lock here.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

_ONE_WRITER: Final = threading.RLock()


@contextmanager
def write_transaction() -> Iterator[None]:
    """Open a transaction that writes; inside another one it is a savepoint, as with `transaction.atomic`."""
    if connection.vendor != "sqlite":
        with transaction.atomic():
            yield
        return
    with _ONE_WRITER, transaction.atomic():
        yield
