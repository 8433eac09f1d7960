# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who holds the lane to a partner, so that what a killed worker held is free as soon as the next one starts.

A lane is held for minutes, longer than any request may take. A worker that was killed gives nothing back; its successor on
the same machine sees that the process is gone and need not wait. On another machine the lease alone decides.
"""

import hashlib
import os
import secrets
import socket
from typing import Final

from longbien.store.queries.exchange import free_lane, held_lanes, hurry_lanes
from longbien.store.writing import write_transaction

_MACHINE: Final = 16
_PROCESS: Final = 8


def new_token() -> str:
    """Draw a token of 32 hexadecimal digits: machine, process, chance."""
    return f"{_machine()}{os.getpid():0{_PROCESS}x}{secrets.token_hex(4)}"


def begin_work() -> int:
    """Free the lanes held by processes of this machine that are gone, and let all try at once; give how many were freed.

    For the start of a worker: whoever starts it wants to know now whether the line stands. A lane under this process's own number was held by an earlier process of the same number.
    """
    freed = 0
    with write_transaction():
        hurry_lanes()
        for token in held_lanes():
            if token.startswith(_machine()) and not _is_alive(int(token[_MACHINE : _MACHINE + _PROCESS], 16)):
                freed += free_lane(token)
    return freed


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:_MACHINE]


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
