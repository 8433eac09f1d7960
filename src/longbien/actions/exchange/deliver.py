# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Delivering what waits for a partner: in order, in batches, one worker at a time, with growing patience.

A batch is two short transactions with the line between them. Whatever dies in between, the same bytes go again and the
partner's answer is the same receipts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from longbien.actions.exchange.lanes import new_token
from longbien.actions.exchange.receipts import (
    Outcomes,
    ReceiptReader,
    held_leaves,
    judge,
    keep,
    still_waiting,
)
from longbien.actions.exchange.witness import (
    Witnessed,
    keep_partner_cosignatures,
    request_to,
    witness_partner,
    witnessed_of,
)
from longbien.actions.log.append import append
from longbien.actions.node import Node
from longbien.bridge.ports import PeerDoor
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.exchange.answer import Answer, parse_answer, parse_error
from longbien.core.exchange.delivery import MAX_ACTS, Delivery, fill_delivery, print_delivery
from longbien.core.exchange.retries import wait_after
from longbien.core.parties.entry import Entry
from longbien.store import models
from longbien.store.queries.exchange import (
    failures_of,
    give_lane_back,
    take_lane,
    waiting_rows,
)
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

LEASE: Final = timedelta(minutes=5)
"""How long a worker may hold a lane: longer than any request may take."""
ANSWERED: Final = "exchange.answered"
"""The outcome of an attempt to which the partner answered."""
_BY_LINE: Final = "https"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one turn with a partner came to: acts that ended (with a receipt or refused), and the code that stopped it."""

    ended: int = 0
    code: str = ""


def deliver(*, node: Node, partner: PartyId, door: PeerDoor) -> Delivered:
    """Send everything that waits for a partner; nothing if another worker is at it or it is too early to try again."""
    token = new_token()
    with write_transaction():
        taken = take_lane(partner, token=token, now=node.clock(), lease=LEASE)
    if not taken:
        return Delivered(code="exchange.lane_taken")
    ended, code = 0, "exchange.interrupted"
    try:
        # On a line that was too slow for many acts, fewer may get through; what gets through may be more again.
        size = max(1, MAX_ACTS >> failures_of(partner))
        while rows := waiting_rows(partner, size):
            done = deliver_batch(node=node, partner=partner, rows=rows, door=door)
            ended, code = ended + done.ended, done.code
            size = min(MAX_ACTS, 2 * size)
            if code:
                break
        else:
            code = ""
    finally:
        _give_back(node, partner, token, code=code, is_moving=ended > 0)
    return Delivered(ended=ended, code=code)


def deliver_batch(
    *, node: Node, partner: PartyId, rows: Sequence[models.Outbox], door: PeerDoor
) -> Delivered:
    """Send one batch and take the answer in; the outcome of the attempt is recorded in any case."""
    entry = trusted_entry(partner)
    if entry is None:
        return Delivered(code="parties.not_introduced")
    chosen = rows[: fill_delivery([bytes(row.frame) for row in rows])]
    delivery, size = _delivery(node, partner, entry, chosen)
    try:
        answer = _ask(door, print_delivery(delivery))
    except LongBienError as error:
        _record_failure(node, partner, chosen, error.code)
        return Delivered(code=error.code)
    return take_answer(node=node, partner=partner, entry=entry, rows=chosen, answer=answer, size=size)


def take_answer(
    *,
    node: Node,
    partner: PartyId,
    entry: Entry,
    rows: Sequence[models.Outbox],
    answer: Answer,
    size: int,
    means: str = _BY_LINE,
) -> Delivered:
    """Take a partner's answer in: receipts, refusals, cosignatures for our checkpoint of `size`, its own checkpoint.

    One transaction, one checkpoint. Rows whose answer came before by another way are passed over.
    """
    now = cut_moment(node.clock())
    reader = ReceiptReader(entry.log_keys(), node.party)
    by_act = {row.act.act_id: row for row in rows}
    outcomes = judge(answer.results, by_act, reader)
    with write_transaction():
        waiting = still_waiting(rows)
        outcomes = _only(outcomes, waiting)
        witnessed = Witnessed()
        if answer.checkpoint:
            witnessed = witness_partner(partner, entry, answer.checkpoint, node=node, now=now)
        leaves = held_leaves(outcomes, partner, now)
        count = len(leaves)
        leaves += witnessed.leaves
        indexes = append(leaves, now, node.keys.log).indexes if leaves else range(0)
        keep(outcomes, party=partner, now=now, indexes=indexes[:count])
        keep_partner_cosignatures(partner, entry, size=size, lines=answer.cosignatures)
        outcome = outcomes.worst or ANSWERED
        record_attempt(partner, rows[0].pk, rows[-1].pk, means=means, outcome=outcome, now=now)
        if means == _BY_LINE:
            _note_checkpoints(partner, answer, now)
    return Delivered(ended=len(outcomes.held) + len(outcomes.refused), code=outcomes.worst)


def _delivery(
    node: Node, partner: PartyId, entry: Entry, rows: Sequence[models.Outbox]
) -> tuple[Delivery, int]:
    """Make the delivery, and give the size of our checkpoint in it (0: none)."""
    request, size = request_to(partner, node=node)
    witnessed, lines = witnessed_of(entry)
    delivery = Delivery(
        sender=node.party,
        recipient=partner,
        frames=tuple(bytes(row.frame) for row in rows),
        checkpoint=request,
        witnessed=witnessed,
        cosignatures=lines,
    )
    return delivery, size


def _ask(door: PeerDoor, delivery: bytes) -> Answer:
    reply = door.deliver(delivery)
    if reply.status != 200:
        raise RefusedError(parse_error(reply.body))
    return parse_answer(reply.body)


def _only(outcomes: Outcomes, waiting: dict[str, models.Outbox]) -> Outcomes:
    return Outcomes(
        held=tuple(one for one in outcomes.held if one[0].act.act_id in waiting),
        refused=tuple(one for one in outcomes.refused if one[0].act.act_id in waiting),
        open=tuple(one for one in outcomes.open if one[0].act.act_id in waiting),
    )


def _record_failure(node: Node, partner: PartyId, rows: Sequence[models.Outbox], code: str) -> None:
    with write_transaction():
        now = cut_moment(node.clock())
        record_attempt(partner, rows[0].pk, rows[-1].pk, means=_BY_LINE, outcome=code, now=now)


def record_attempt(
    partner: PartyId, first: int, last: int, *, means: str, outcome: str, now: datetime
) -> None:
    """Record a try to hand over the waiting rows between two keys, inside the caller's transaction."""
    models.Attempt.objects.create(
        partner=partner, means=means, outcome=outcome, at=now, first=first, last=last
    )


def _note_checkpoints(partner: PartyId, answer: Answer, now: datetime) -> None:
    """Note that the logs have told each other; a stale size makes the next hourly exchange due at once."""
    is_stale = answer.checkpoint_code == "log.size_stale"
    models.Lane.objects.update_or_create(
        partner=partner, defaults={"checkpoint_at": None if is_stale else now}
    )


def _give_back(node: Node, partner: PartyId, token: str, *, code: str, is_moving: bool) -> None:
    before = 0 if is_moving else failures_of(partner)
    failures = before + 1 if code else 0
    next_at = node.clock() + wait_after(failures) if failures else None
    with write_transaction():
        give_lane_back(partner, token=token, failures=failures, next_at=next_at)
