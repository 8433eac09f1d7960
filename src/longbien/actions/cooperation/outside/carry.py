# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Record that a paper of ours was handed over: date, channel, to whom, by which officer. For States without a node."""

from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.advance import advance
from longbien.actions.cooperation.thread import Said, Thread, lock_thread
from longbien.actions.exchange.make import record_statement
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, RequestId
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.forms.plain import clean_text
from longbien.core.cooperation.outside.statement import CARRIED, MAX_NOTE, Carried, write_carried
from longbien.core.sealing.act import Approval
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.carry"
_TO: Final = 300


def carry_by_hand(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    act: str = "",
    channel: str,
    at: datetime,
    to: str = "",
    note: str = "",
) -> str:
    """Record it for an act of ours (the last that was not yet handed over, if none is named); give the statement's digest.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `outside.not_outside`, `outside.nothing_to_carry`, `outside.carried_later`
    for a moment that has not come or lies before the act.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        if not thread.request.outside:
            raise RefusedError("outside.not_outside", request=request_id[:40])
        found = _paper(node, thread, act)
        if not found.row.act_time <= at <= now:
            raise RefusedError("outside.carried_later")
        said = Carried(
            act=Digest(found.row.digest),
            channel=channel,
            at=cut_moment(at),
            to=clean_text(to, max_length=_TO),
            note=clean_text(note, max_length=MAX_NOTE, lines=True),
        )
        row = record_statement(
            node=node,
            kind=CARRIED,
            thread=RequestId(thread.request.request_id),
            refers_to=said.act,
            body=write_carried(said),
            approved_by=(Approval(role_id=actor.role_id, at=now),),
            now=now,
        )
        advance(node, lock_thread(node.party, request_id), now)
    return row.digest


def _paper(node: Node, thread: Thread, act: str) -> Said:
    """Find the paper of ours: by the beginning of its digest, or the last that was not handed over."""
    ours = [
        one
        for one in thread.said
        if one.outside is not None and one.outside.sender == node.party and one.row.digest.startswith(act)
    ]
    waiting = [one for one in ours if act or not one.arrived]
    if not waiting:
        raise RefusedError("outside.nothing_to_carry", request=thread.request.request_id)
    return waiting[-1]
