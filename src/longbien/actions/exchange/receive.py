# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receiving a delivery: each act decided alone, one commit, one checkpoint, a receipt or a code for each.

Nothing leaves before the transaction has committed: a receipt that was given is durable here.
"""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import InterfaceError, OperationalError, transaction

from longbien.actions.exchange.arrive import Looked, look_at
from longbien.actions.exchange.quota import Quota
from longbien.actions.exchange.witness import answer_checkpoint, take_checkpoint
from longbien.actions.log.append import append
from longbien.actions.log.prove import receipts
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import ActId, Digest
from longbien.core.base.moments import cut_moment
from longbien.core.exchange.answer import RECEIVED, RECEIVED_BEFORE, ActResult, Answer, print_answer
from longbien.core.exchange.delivery import parse_delivery
from longbien.core.exchange.retries import CURABLE
from longbien.core.log.leaf import Leaf, LeafClass, Outcome, make_leaf
from longbien.core.sealing.act import Act
from longbien.core.sealing.arrival import Arrived, Refused
from longbien.store import models
from longbien.store.queries.exchange import hurry_lanes, insert_acts, link_leaves, received_acts
from longbien.store.queries.parties import Directory
from longbien.store.writing import write_transaction

_LOG: Final = logging.getLogger(__name__)
_BUSY: Final = "exchange.busy"
_NO_RECEIPT: Final = CURABLE | {"sealing.header_mismatch"}
"""Refusals of signed acts that are not recorded: time may cure them, or anybody may have put the act into another frame."""


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What one delivery does to the store: results in order, and the rows and leaves that go with them.

    `pending` are the newest rows, which no desk looks at and which are inserted together: before a desk looks at the next
    act, and at the end.
    """

    node: Node
    now: datetime
    results: list[tuple[ActId | None, str, models.Act | None]] = field(default_factory=list)
    rows: list[models.Act] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    pending: list[models.Act] = field(default_factory=list)


def receive(*, node: Node, delivery: bytes, remote: str) -> bytes:
    """Take a delivery from the address `remote`; give the answer's bytes.

    MalformedError `exchange.too_large`, `exchange.truncated`, `exchange.delivery_malformed` where not even frames can be
    told apart; everything else is in the answer.
    """
    parsed = parse_delivery(delivery)
    now = cut_moment(node.clock())
    directory = Directory()
    quota = Quota(now, remote)
    looked = look_at(parsed.frames, node=node, directory=directory, quota=quota, now=now)
    with write_transaction():
        batch = _record(looked, node=node, now=now)
        if quota.is_used():
            quota.write()
        witnessed = take_checkpoint(parsed, node=node, directory=directory, now=now)
        batch.leaves += witnessed.leaves
        results = _finish(batch)
        # Who speaks can be reached: what waits for the sender leaves at once.
        hurry_lanes({one.sender for one in looked if one.sender and isinstance(one.verdict, Arrived)})
        checkpoint = answer_checkpoint(parsed, node=node, directory=directory)
    return print_answer(
        Answer(
            results=tuple(results),
            checkpoint=checkpoint,
            cosignatures=witnessed.cosignatures,
            checkpoint_code=witnessed.code,
        )
    )


def receive_frames(*, node: Node, frames: Sequence[bytes]) -> bytes:
    """Take frames that came by courier: as `receive`, without quota and checkpoints."""
    now = cut_moment(node.clock())
    looked = look_at(frames, node=node, directory=Directory(), quota=None, now=now)
    with write_transaction():
        results = _finish(_record(looked, node=node, now=now))
    return print_answer(Answer(results=tuple(results)))


def _record(looked: Sequence[Looked], *, node: Node, now: datetime) -> _Batch:
    """Decide each act in a savepoint of its own. Another delivery may have brought it since it was looked at."""
    batch = _Batch(node=node, now=now)
    names = {(one.sender, one.act_id) for one in looked if one.sender and one.act_id}
    stored = received_acts(names)
    for one in looked:
        before = stored.get((one.sender, one.act_id)) if one.sender and one.act_id else None
        row = _decide(batch, one, before)
        if row is not None and one.sender and one.act_id:
            stored[one.sender, one.act_id] = row
    return batch


def _decide(batch: _Batch, one: Looked, before: models.Act | None) -> models.Act | None:
    """Decide one act and note its result; give its row if it was recorded now."""
    verdict = one.verdict
    if before is not None:
        if before.frame_digest == hashlib.sha256(one.frame).hexdigest():
            batch.results.append((one.act_id, before.code or RECEIVED_BEFORE, before))
        else:
            batch.results.append((one.act_id, "exchange.act_id_reused", None))
        return None
    if isinstance(verdict, Arrived):
        return _take_in(batch, one, verdict)
    if not isinstance(verdict, Refused):  # a repetition whose row is gone: cannot be, but is never a receipt
        batch.results.append((one.act_id, _BUSY, None))
        return None
    code = verdict.error.code
    if verdict.act is None or verdict.digest is None or verdict.envelope is None or code in _NO_RECEIPT:
        batch.results.append((one.act_id, code, None))
        return None
    row = _row(batch, one, verdict.act, envelope=verdict.envelope, digest=verdict.digest)
    return _refuse(batch, row, code)


def _take_in(batch: _Batch, one: Looked, verdict: Arrived) -> models.Act | None:
    """Give an act to its desk. A refusal by the desk is recorded and gets a receipt; a fault of ours gets neither."""
    act = verdict.act
    row = _row(batch, one, act, envelope=verdict.envelope, digest=verdict.digest)
    taker = batch.node.desks.taker(act.kind)
    if taker is None:
        batch.pending.append(row)
        return _note(batch, row, RECEIVED)
    insert_acts(batch.pending)
    batch.pending.clear()
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            taker(batch.node, row, act)
    except LongBienError as error:
        fresh = _row(batch, one, act, envelope=verdict.envelope, digest=verdict.digest)
        if error.code in _NO_RECEIPT:
            batch.results.append((act.id, error.code, None))
            return None
        return _refuse(batch, fresh, error.code)
    except (OperationalError, InterfaceError):  # the database itself: nothing of the batch may stand
        raise
    except Exception:  # noqa: BLE001 - one desk's fault must not hold up every other act
        _LOG.exception("the desk for %s failed on act %s", act.kind, act.id)
        batch.results.append((act.id, _BUSY, None))
        return None
    return _note(batch, row, RECEIVED)


def _refuse(batch: _Batch, row: models.Act, code: str) -> models.Act:
    row.outcome, row.code = Outcome.REFUSED.value, code
    batch.pending.append(row)
    return _note(batch, row, code)


def _note(batch: _Batch, row: models.Act, code: str) -> models.Act:
    batch.rows.append(row)
    batch.leaves.append(
        make_leaf(
            LeafClass.ACT_RECEIVED,
            batch.now,
            act=row.digest,
            sender=row.partner,
            outcome=row.outcome,
            code=row.code,
        )
    )
    batch.results.append((ActId(row.act_id), code, row))
    return row


def _finish(batch: _Batch) -> list[ActResult]:
    """Append the batch's leaves, link the rows to them, and make a receipt for each row among the results."""
    if batch.leaves:
        appended = append(batch.leaves, batch.now, batch.node.keys.log)
        for row, index in zip(batch.rows, appended.indexes, strict=False):
            row.leaf_index = index
        pending = {row.digest for row in batch.pending}
        insert_acts(batch.pending)
        link_leaves([row for row in batch.rows if row.digest not in pending])
    indexes = [row.leaf_index for _, _, row in batch.results if row is not None]
    made = dict(zip(indexes, receipts(indexes), strict=True)) if indexes else {}
    return [
        ActResult(act=act_id, code=code, receipt=None if row is None else made[row.leaf_index])
        for act_id, code, row in batch.results
    ]


def _row(batch: _Batch, one: Looked, act: Act, *, envelope: bytes, digest: Digest) -> models.Act:
    return models.Act(
        act_id=one.act_id or "",
        direction=models.Act.RECEIVED,
        partner=one.sender or "",
        kind=act.kind,
        thread=act.thread,
        refers_to=act.refers_to or "",
        digest=digest,
        envelope=envelope,
        frame_digest=hashlib.sha256(one.frame).hexdigest(),
        sign_keys=" ".join(act.sign_keys),
        act_time=act.time,
        recorded_at=batch.now,
        outcome=Outcome.STORED.value,
        leaf_index=-1,
    )
