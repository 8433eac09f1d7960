# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every act of a thread leaves behind: the row's summary for lists, computed from the acts.

Nothing here decides anything. It can be run again at any time and gives the same row.
"""

from datetime import datetime
from typing import Final

from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.register.index import index_thread
from longbien.actions.cooperation.thread import Thread
from longbien.core.cooperation.clocks.clocks import IRRETRIEVABLE, RUNNING, Clock, clocks_of, what_burns
from longbien.core.cooperation.life.lifecycle import ARREST, RequestState, at_moment

_EVIDENCE_ORDER: Final = (
    "accepted",
    "announced",
    "released",
    "recalled-late",
    "received",
    "recalled",
    "declined",
)
"""Which item's state stands for all of them in a list: the one that waits for a person first."""


def thread_clocks(thread: Thread, now: datetime) -> tuple[Clock, ...]:
    """Give the clocks of a request, those that are stopped too."""
    values = current_values(thread).values
    needed_by = values.get("needed_by")
    return clocks_of(
        thread.state,
        now=now,
        urgent="urgency" in values,
        needed_by=needed_by if isinstance(needed_by, datetime) else None,
    )


def advance(thread: Thread, now: datetime) -> RequestState:
    """Rewrite the summary of a request whose row is locked; give the state at `now`."""
    state = at_moment(thread.state, now)
    request = thread.request
    request.state = state.request
    request.preservation = state.preservation
    request.disclosure = state.disclosure
    request.measures = dict(state.measures)
    request.evidence = next((one for one in _EVIDENCE_ORDER if one in state.evidence.values()), "")
    request.preserved_until = state.kept_until
    request.held_until = state.until(ARREST)
    request.changed_at = now
    burning = what_burns(thread_clocks(thread, now), now)
    running = [clock for clock in burning if clock.state == RUNNING]
    first = min(running, key=lambda clock: clock.due_at, default=None)
    request.next_due = first.due_at if first else None
    request.next_rule = first.rule if first else ""
    request.legal_due = min((one.due_at for one in running if one.nature == "legal"), default=None)
    request.data_due = min((one.due_at for one in running if one.loses in IRRETRIEVABLE), default=None)
    request.save()
    index_thread(thread)
    return state
