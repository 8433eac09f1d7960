# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Server-sent events as bytes (WHATWG HTML, section 9.2): a board, a beat, the end."""

from datetime import datetime
from typing import Final

RETRY_MILLISECONDS: Final = 1000
"""After how long a browser comes back by itself when the line is cut."""
OPENING: Final = f"retry: {RETRY_MILLISECONDS}\n\n".encode()


def board_frame(seq: int, html: str) -> bytes:
    """Give a board as an event whose id is the number of the last event that it shows."""
    lines = "".join(f"data: {line}\n" for line in html.strip().splitlines() or [""])
    return f"id: {seq}\nevent: board\n{lines}\n".encode()


def beat_frame(now: datetime) -> bytes:
    """Give a sign of life with the server's time in milliseconds: a page that misses it says that it is not live."""
    return f"event: beat\ndata: {int(now.timestamp() * 1000)}\n\n".encode()


def end_frame(code: str) -> bytes:
    """Say why this stream ends and that it is no use to come back by itself."""
    return f"event: end\ndata: {code}\n\n".encode()
