# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ports of this machine on which nothing listens."""

import socket


def free_ports(count: int, first: int) -> list[int]:
    """Find free ports on loopback: from `first` on, or any."""
    held: list[socket.socket] = []
    try:
        candidate = first
        while len(held) < count:
            found = socket.socket()
            try:
                found.bind(("127.0.0.1", candidate))
                held.append(found)
            except OSError:
                found.close()
            candidate += 1 if first else 0
        return [found.getsockname()[1] for found in held]
    finally:
        for found in held:
            found.close()
