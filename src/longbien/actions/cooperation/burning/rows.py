# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One line of the screen that shows the night shift what burns, and the order of the lines: what is lost first stands first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from longbien.core.base.ids import RequestId
from longbien.core.cooperation.clocks.clocks import IRRETRIEVABLE

CLOCK: Final = "clock"
ALARM: Final = "alarm"
UNDELIVERED: Final = "undelivered"
PROPOSAL: Final = "proposal"
CALL_BACK: Final = "call-back"
WHAT: Final = (ALARM, CALL_BACK, UNDELIVERED, PROPOSAL, CLOCK)
"""What a line may be about; in this order where two are lost at one moment."""
LAST_DAYS: Final = timedelta(days=3)
"""Data that are lost within this time come before everything else."""
_FAR: Final = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class BurningRow:
    """One line: codes and moments, no names and no words of the case.

    `what` it is about; `code` the rule of a clock, the step of an alarm, the kind of an act or proposal; `loses`: `data` or `answer`, and
    `lost_at` when that happens if nobody acts (None: no clock runs); `ours`: this side must act. `officer`: to whom it was given;
    `number`: of the alarm or proposal. `since`: when it began to burn. `step`: how far an alarm has climbed.
    """

    what: str
    code: str
    request_id: RequestId
    direction: str
    partner: str
    kind: str
    reference: str
    urgent: bool
    loses: str
    lost_at: datetime | None
    since: datetime
    ours: bool
    officer: str = ""
    deputy: str = ""
    number: int = 0
    step: str = ""
    late: bool = False


def sorted_rows(rows: Iterable[BurningRow], now: datetime) -> tuple[BurningRow, ...]:
    """Sort by what will be lost first: data within three days, then everything by its end, then what has no end, the oldest first."""

    def place(row: BurningRow) -> tuple[int, datetime, int, int, datetime, str, int]:
        left = None if row.lost_at is None else row.lost_at - now
        losing = row.loses in IRRETRIEVABLE and left is not None and timedelta() < left <= LAST_DAYS
        return (
            0 if losing else 1,
            row.lost_at or _FAR,
            0 if row.urgent else 1,
            WHAT.index(row.what),
            row.since,
            row.request_id,
            row.number,
        )

    return tuple(sorted(rows, key=place))
