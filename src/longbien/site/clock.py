# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node's clock: the machine's, and in an exercise ahead of it by what a file says.

So that officers can rehearse the day on which a preservation ends without waiting two months for it. The file holds a whole
number of seconds and is read at each look, by every process of the node alike.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from longbien.core.base.errors import UsageError

_SECONDS: Final = re.compile(r"[0-9]{1,10}")


def node_clock(ahead: Path | None) -> Callable[[], datetime]:
    """Give the clock. With a file, UsageError `config.value` at a look when the file holds no number of seconds; without it, no time is added."""
    if ahead is None:
        return lambda: datetime.now(UTC)
    return lambda: datetime.now(UTC) + _read(ahead)


def _read(ahead: Path) -> timedelta:
    try:
        text = ahead.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return timedelta()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("config.value", name="clock_file") from error
    if _SECONDS.fullmatch(text) is None:
        raise UsageError("config.value", name="clock_file")
    return timedelta(seconds=int(text))
