# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Periods in which something is kept: extended before they end, never dated back; data for 60 days at least (Art. 42(8)-(9)).

How long a person may be held before the request for extradition is here, the law of the arresting State says (Art. 37(8), (10)): no
period is ours to name, so it stands in what that State states.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Executed, Extension
from longbien.core.cooperation.acts.measures import KEEPING
from longbien.core.cooperation.findings import STOP, Finding
from longbien.core.cooperation.life.lifecycle import ARREST, LAPSED, PRESERVATION, RequestState, at_moment
from longbien.core.cooperation.life.table import KEPT

MINIMUM: Final = timedelta(days=60)
"""The least that a preservation lasts (Art. 42(8))."""
_NOT_NOW: Final = {PRESERVATION: "cooperation.preservation_not_now", ARREST: "cooperation.arrest_not_now"}
_DATED_BACK: Final = {
    PRESERVATION: "cooperation.preservation_dated_back",
    ARREST: "cooperation.arrest_dated_back",
}
CLOCK_TOLERANCE: Final = timedelta(minutes=10)
"""How far a moment may lie ahead of our clock."""


def end_of_period(since: datetime, days: int | None) -> datetime:
    """Give the end of a period that begins at `since`: the days asked for, never less than 60."""
    return since + max(timedelta(days=days or 0), MINIMUM)


def check_kept(
    body: Executed, state: RequestState, *, asked_at: datetime, now: datetime
) -> tuple[Finding, ...]:
    """Examine a statement that data are kept or a person is held, before it is signed. Its findings are stops without override."""
    return tuple(
        Finding(code=code, severity=STOP, source=source, field="until", params={"days": MINIMUM.days})
        for code, source in _faults(body, state, asked_at=asked_at, now=now)
    )


def _faults(
    body: Executed, state: RequestState, *, asked_at: datetime, now: datetime
) -> Iterator[tuple[str, str]]:
    if body.since is None or body.until is None or body.measure not in KEEPING:
        return
    data = body.measure == PRESERVATION
    source = "42.8" if data else "37.10"
    state = at_moment(state, now)
    before = state.until(body.measure)
    if body.since > now + CLOCK_TOLERANCE or body.until <= now:
        yield _NOT_NOW[body.measure], source
    if state.tracks[body.measure] in KEPT and before is not None:
        if body.until <= before:
            yield "cooperation.extension_not_later", "42.9" if data else source
        return
    if data and body.until - body.since < MINIMUM:
        yield "cooperation.preservation_too_short", source
    earliest = asked_at if before is None else before
    if body.since < earliest or (before is not None and body.since < now - CLOCK_TOLERANCE):
        yield _DATED_BACK[body.measure], source


def require_extension(body: Extension, state: RequestState, *, now: datetime) -> None:
    """Let an extension be asked for, or refuse it.

    RefusedError `cooperation.preservation_lapsed` or `cooperation.arrest_lapsed` (or never in force), `cooperation.extension_not_later`,
    `cooperation.decision_not_asked` for a measure that has no period.
    """
    state = at_moment(state, now)
    if body.measure not in LAPSED:
        raise RefusedError("cooperation.decision_not_asked", measure=body.measure[:40])
    until = state.until(body.measure)
    if state.tracks[body.measure] not in KEPT or until is None:
        raise RefusedError(LAPSED[body.measure], kind="request.extension")
    if body.until <= until:
        raise RefusedError("cooperation.extension_not_later")
