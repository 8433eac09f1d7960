# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every act of a thread leaves behind: the row's summary for lists, computed from the acts.

Nothing here decides anything. It can be run again at any time and gives the same row.
"""

from datetime import datetime
from typing import Final

from longbien.actions.cooperation.alarms.settle import settle_alarms
from longbien.actions.cooperation.register.index import index_thread
from longbien.actions.cooperation.thread import Thread
from longbien.actions.cooperation.timing import keep_clocks, thread_clocks
from longbien.actions.node import Node
from longbien.core.cooperation.clocks.clocks import IRRETRIEVABLE, RUNNING, what_burns
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


def advance(node: Node, thread: Thread, now: datetime) -> RequestState:
    """Rewrite the summary of a request whose row is locked, keep the ends of its clocks; give the state at `now`."""
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
    clocks = thread_clocks(node, thread, now)
    keep_clocks(thread, clocks, now)
    burning = what_burns(clocks, now)
    running = [clock for clock in burning if clock.state == RUNNING]
    first = min(running, key=lambda clock: clock.due_at, default=None)
    request.next_due = first.due_at if first else None
    request.next_rule = first.rule if first else ""
    request.legal_due = min((one.due_at for one in running if one.nature == "legal"), default=None)
    request.data_due = min((one.due_at for one in running if one.loses in IRRETRIEVABLE), default=None)
    settle_alarms(request, clocks, now)
    request.save()
    index_thread(thread)
    return state
