# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Periods of preservation (Art. 42(8)-(9)): not less than 60 days, extended before they end, never dated back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Executed, Extension
from longbien.core.cooperation.findings import STOP, Finding
from longbien.core.cooperation.life.lifecycle import RequestState, at_moment
from longbien.core.cooperation.life.table import KEPT

MINIMUM: Final = timedelta(days=60)
"""The least that a preservation lasts (Art. 42(8))."""
CLOCK_TOLERANCE: Final = timedelta(minutes=10)
"""How far a moment may lie ahead of our clock."""


def end_of_period(since: datetime, days: int | None) -> datetime:
    """Give the end of a period that begins at `since`: the days asked for, never less than 60."""
    return since + max(timedelta(days=days or 0), MINIMUM)


def check_preserved(
    body: Executed, state: RequestState, *, asked_at: datetime, now: datetime
) -> tuple[Finding, ...]:
    """Examine a statement that data are kept, before it is signed. Its findings are stops without override."""
    return tuple(
        Finding(code=code, severity=STOP, source=source, field="until", params={"days": MINIMUM.days})
        for code, source in _faults(body, state, asked_at=asked_at, now=now)
    )


def _faults(
    body: Executed, state: RequestState, *, asked_at: datetime, now: datetime
) -> Iterator[tuple[str, str]]:
    if body.since is None or body.until is None:
        return
    state = at_moment(state, now)
    before = state.kept_until
    if body.since > now + CLOCK_TOLERANCE or body.until <= now:
        yield "cooperation.preservation_not_now", "42.8"
    if state.preservation in KEPT and before is not None:
        if body.until <= before:
            yield "cooperation.extension_not_later", "42.9"
        return
    if body.until - body.since < MINIMUM:
        yield "cooperation.preservation_too_short", "42.8"
    earliest = asked_at if before is None else before
    if body.since < earliest or (before is not None and body.since < now - CLOCK_TOLERANCE):
        yield "cooperation.preservation_dated_back", "42.8"


def require_extension(body: Extension, state: RequestState, *, now: datetime) -> None:
    """Let an extension be asked for, or refuse it: RefusedError `cooperation.preservation_lapsed` (or never in force), `cooperation.extension_not_later`."""
    state = at_moment(state, now)
    if state.preservation not in KEPT or state.kept_until is None:
        raise RefusedError("cooperation.preservation_lapsed", kind="request.extension")
    if body.until <= state.kept_until:
        raise RefusedError("cooperation.extension_not_later")
