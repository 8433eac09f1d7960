# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write transactions: one writer at a time in a node.

    with write_transaction():
        ...

Nearly every one ends in the node's one log, so that they follow one another anyway; taking turns from the start spares
them deadlocks (one locks a request and waits for the log, another the reverse) and, on SQLite, the fight for the file.
SQLite: a lock in the process; other processes are waited for by SQLite itself (BEGIN IMMEDIATE and a timeout).
PostgreSQL: an advisory lock for the length of the transaction.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

_ONE_WRITER: Final = threading.RLock()
_PULSE: Final = {"sqlite": "PRAGMA data_version", "postgresql": "SELECT pg_current_wal_insert_lsn()"}
_ADVISORY_KEY: Final = 0x6C6F_6E67_6269_656E
"""`longbien` in ASCII: the key of the advisory lock, which is per database."""


@contextmanager
def write_transaction() -> Iterator[None]:
    """Open a transaction that writes; inside another one it is a savepoint, as with `transaction.atomic`."""
    if connection.vendor == "sqlite":
        with _ONE_WRITER, transaction.atomic():
            yield
        return
    is_first = not connection.in_atomic_block
    with transaction.atomic():
        if is_first:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_KEY])
        yield


def pulse() -> str:
    """Give a word that changes whenever another connection has committed something (on PostgreSQL: anybody, in any database)."""
    with connection.cursor() as cursor:
        cursor.execute(_PULSE[connection.vendor])
        return str(cursor.fetchone()[0])
