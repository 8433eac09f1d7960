# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holding the log after a restore, letting it go on, and closing it (docs/protocol/log.md, section 5).

A restored log may be shorter than what witnesses have seen. One checkpoint signed on the shorter tree would be a fork.
"""

from collections.abc import Mapping
from datetime import datetime

from longbien.core.base.errors import RefusedError
from longbien.store.queries import log as rows
from longbien.store.writing import write_transaction


def hold_log(now: datetime) -> None:
    """Hold the open log: nothing is appended and no checkpoint signed until `let_log_go_on`."""
    with write_transaction():
        rows.hold_log(_open(lock=True).log_id, now)


def let_log_go_on(sizes: Mapping[str, int]) -> None:
    """Let a held log go on, given the last size that each witness named (0: it has cosigned nothing).

    RefusedError `log.shorter_than_witnessed` if one has seen more than is here: recover the missing leaves, or close the log.
    """
    with write_transaction():
        head = _open(lock=True)
        for party, size in sizes.items():
            if size > head.frontier.size:
                raise RefusedError("log.shorter_than_witnessed", party=party, size=size)
        rows.hold_log(head.log_id, None)


def close_log(now: datetime) -> str:
    """Close the open log for ever and give its origin; the statement about it is the first leaf of the next log."""
    with write_transaction():
        head = _open(lock=True)
        rows.close_log(head.log_id, now)
        return head.origin


def is_held() -> bool:
    """Tell whether the open log is held."""
    return _open(lock=False).held_since is not None


def _open(*, lock: bool) -> rows.Head:
    head = rows.open_head(lock=lock)
    if head is None:
        raise RefusedError("log.not_open")
    return head
