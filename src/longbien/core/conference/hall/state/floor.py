# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor: who waits, who speaks, how long, who has replied (rules 42 to 45 of UNTOC). Times in milliseconds where a name ends in `ms`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from longbien.core.conference.hall.series import Series

AS_REQUESTED: Final = "as_requested"
PRACTICE: Final = "practice_order"
_MS: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One that waits for the floor. `reply` marks a right of reply, heard after the list."""

    participant: str
    capacity: str
    seq: int
    at: datetime
    reply: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One intervention. `limit` is in seconds, None without one; `since` is set while the clock runs.

    `reply` is 0 for a statement, 1 or 2 for the first or second reply. `calls` are calls to order.
    """

    participant: str
    capacity: str
    item: str
    given: datetime
    limit: int | None
    reply: int = 0
    used_ms: int = 0
    since: datetime | None = None
    ended: datetime | None = None
    calls: tuple[str, ...] = ()

    def used_at(self, moment: datetime) -> int:
        """Give the milliseconds used up to `moment`."""
        return self.used_ms + ((moment - self.since) // _MS if self.since is not None else 0)

    @property
    def overrun_ms(self) -> int:
        """Give the milliseconds spoken beyond the limit; 0 without a limit."""
        return max(0, self.used_ms - self.limit * 1000) if self.limit is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The list of speakers of the open item, the speaker, and the speeches of the meeting.

    `limits` are seconds by capacity (`""`: everybody else); `replies` counts the replies given on this item.
    """

    requests: tuple[Request, ...] = ()
    speaking: Speech | None = None
    spoken: Series[Speech] = field(default_factory=Series)
    closed: bool = False
    order: str = AS_REQUESTED
    limits: Mapping[str, int] = field(default_factory=dict)
    replies: Mapping[str, int] = field(default_factory=dict)
