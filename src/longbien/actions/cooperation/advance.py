# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every act of a thread leaves behind: the row's summary and its clocks, both computed from the acts.

Nothing here decides anything. It can be run again at any time (`longbien audit` does) and gives the same rows.
"""

from datetime import datetime
from typing import Final

from longbien.actions.cooperation.thread import Thread
from longbien.core.cooperation.lifecycle import RequestState, at_moment

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


def advance(thread: Thread, now: datetime) -> RequestState:
    """Rewrite summary and clocks of a request whose row is locked; give the state at `now`."""
    state = at_moment(thread.state, now)
    request = thread.request
    request.state = state.request
    request.preservation = state.preservation
    request.disclosure = state.disclosure
    request.evidence = next((one for one in _EVIDENCE_ORDER if one in state.evidence.values()), "")
    request.preserved_until = state.kept_until
    request.changed_at = now
    request.save()
    return state
