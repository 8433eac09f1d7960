# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep the lists true to time and receipts: a step of the worker.

A preservation or an arrest that ran out without extension or follow-up has lapsed at its end, whatever anybody does later; here the
row says so too, and the day is set down as a `decision` leaf that cannot be dated back. A request that was receipted since
it was listed is shown as delivered.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.cooperation.advance import advance
from longbien.actions.cooperation.alarms.ring import tell_of_loss
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.moments import print_moment
from longbien.core.cooperation.acts.measures import KEEPING
from longbien.core.cooperation.life.lifecycle import at_moment
from longbien.store.queries.cooperation import periods_run_out, receipted_since
from longbien.store.writing import write_transaction

LAPSED: Final = "lapsed"
_ENDS: Final = {"preservation": ("preservation-ends", "data"), "arrest": ("arrest-ends", "person")}
"""The clock that ends with each measure that holds until a day, and what is lost then."""
_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptUp:
    """What one step did: requests now shown as delivered, periods now recorded as lapsed."""

    delivered: int
    lapsed: int


def keep_up(*, node: Node) -> KeptUp:
    """Bring rows up to date; each in a transaction of its own."""
    delivered = receipted_since(_AT_ONCE)
    for request_id in delivered:
        _refresh(node, request_id)
    lapsed = [_lapse(node, request_id) for request_id in periods_run_out(node.clock(), _AT_ONCE)]
    return KeptUp(delivered=len(delivered), lapsed=sum(lapsed))


def _refresh(node: Node, request_id: str) -> None:
    with write_transaction():
        advance(node, lock_thread(node.party, request_id), node.clock())


def _lapse(node: Node, request_id: str) -> bool:
    """Record a lapse, once; False if nothing has lapsed, or nothing new."""
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        now = node.clock()
        state = at_moment(thread.state, now)
        lapsed = [
            measure
            for measure in KEEPING
            if state.tracks[measure] == LAPSED and thread.request.measures.get(measure) != LAPSED
        ]
        for measure in lapsed:
            _set_down(node, thread, measure, until=state.until(measure), now=now)
        advance(node, thread, now)
        for measure in lapsed:
            rule, loses = _ENDS[measure]
            lost_at = state.until(measure) or now
            tell_of_loss(node, thread, rule=rule, loses=loses, lost_at=lost_at, now=now)
        return bool(lapsed)


def _set_down(node: Node, thread: Thread, measure: str, *, until: datetime | None, now: datetime) -> None:
    record_decision(
        node=node,
        verb="cooperation.lapse",
        role_id="",
        facts={
            "request": thread.request.request_id,
            "measure": measure,
            "lapsed_at": print_moment(until) if until else "",
        },
        now=now,
    )
