# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making acts: sign and seal, then record, log and queue inside the caller's transaction.

What is queued is what was sealed, once; it is re-sent unchanged. Several acts made together share one checkpoint.
Signing is most of the work and needs no lock: who makes many acts seals them (`seal_acts`) before the transaction in which they
are queued (`queue_acts`), so that no other writer waits meanwhile. An act that was sealed and never queued does not exist.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from longbien.actions.log.append import append
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ActId, Digest, KeyId, PartyId, RequestId
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.acts.asides import FIRST_DRAFT
from longbien.core.cooperation.forms.kinds import form_of_act
from longbien.core.log.leaf import LeafClass, Outcome, make_leaf
from longbien.core.parties.entry import Entry
from longbien.core.sealing.act import ActDraft, Approval, SignedAct, new_act_id, new_nonce, sign_act
from longbien.core.sealing.arrival import frame_digest
from longbien.core.sealing.frame import seal_act
from longbien.store import models
from longbien.store.queries.parties import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What an act shall say, and to whom. No `thread`: the act begins one, which takes the act's id.

    A request, and a draft that is shown first, begins its thread: where the thread is named already (by the draft's row), the act takes its id.
    """

    kind: str
    recipient: PartyId
    thread: RequestId | None = None
    refers_to: Digest | None = None
    body: Mapping[str, JsonInput]
    approved_by: Sequence[Approval] = ()


def make_act(
    *,
    node: Node,
    kind: str,
    recipient: PartyId,
    thread: RequestId | None,
    refers_to: Digest | None,
    body: Mapping[str, JsonInput],
    approved_by: Sequence[Approval],
    now: datetime,
) -> models.Act:
    """Make one act (see `make_acts`)."""
    message = Message(
        kind=kind, recipient=recipient, thread=thread, refers_to=refers_to, body=body, approved_by=approved_by
    )
    return make_acts(node=node, messages=(message,), now=now)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedAct:
    """An act that was signed and sealed, and the frame that will travel; nobody has seen it yet."""

    signed: SignedAct
    frame: bytes = field(repr=False)


def make_acts(*, node: Node, messages: Sequence[Message], now: datetime) -> list[models.Act]:
    """Make acts to partners, in order, with one checkpoint; give their rows.

    Raises what `seal_acts` raises. Nothing is made if one fails.
    """
    return queue_acts(node=node, acts=seal_acts(node=node, messages=messages, now=now), now=now)


def seal_acts(*, node: Node, messages: Sequence[Message], now: datetime) -> list[SealedAct]:
    """Sign and seal acts to partners, in order. Needs no transaction and leaves no trace.

    RefusedError `parties.not_introduced` or `parties.no_current_key` if one cannot be sealed to its recipient,
    and what signing refuses.
    """
    now = cut_moment(now)
    directory = Directory()
    made = []
    for message in messages:
        seal_key = _entry(directory, message.recipient).seal_key(now)
        signed = sign_act(_draft(node, message, seal_key=seal_key.key_id, now=now), node.keys.act)
        made.append(SealedAct(signed=signed, frame=seal_act(signed, seal_key)))
    return made


def queue_acts(*, node: Node, acts: Sequence[SealedAct], now: datetime) -> list[models.Act]:
    """Record, log and queue sealed acts, in order, with one checkpoint, inside the caller's transaction; give their rows."""
    now = cut_moment(now)
    leaves = [make_leaf(LeafClass.ACT_MADE, now, act=act.signed.digest) for act in acts]
    appended = append(leaves, now, node.keys.log)
    rows = models.Act.objects.bulk_create(
        _row(act.signed, index=index, now=now, frame=act.frame)
        for act, index in zip(acts, appended.indexes, strict=True)
    )
    models.Outbox.objects.bulk_create(
        models.Outbox(act=row, partner=row.partner, frame=act.frame, queued_at=now)
        for row, act in zip(rows, acts, strict=True)
    )
    for row, act in zip(rows, acts, strict=True):
        after = node.desks.after(row.kind)
        if after is not None:
            after(node, row, act.signed.act)
    return rows


def record_statement(
    *,
    node: Node,
    kind: str,
    thread: RequestId | None,
    refers_to: Digest | None,
    body: Mapping[str, JsonInput],
    approved_by: Sequence[Approval] = (),
    now: datetime,
) -> models.Act:
    """Sign and log a statement of this node about itself; it is kept, never sent by itself."""
    now = cut_moment(now)
    message = Message(
        kind=kind,
        recipient=node.party,
        thread=thread,
        refers_to=refers_to,
        body=body,
        approved_by=approved_by,
    )
    signed = sign_act(_draft(node, message, seal_key=None, now=now), node.keys.act)
    leaf = make_leaf(LeafClass.STATEMENT, now, act=signed.digest)
    appended = append((leaf,), now, node.keys.log)
    row = _row(signed, index=appended.indexes[0], now=now, frame=b"")
    row.save(force_insert=True)
    return row


def _entry(directory: Directory, recipient: PartyId) -> Entry:
    entry = directory.entry(recipient)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=recipient)
    return entry


def _draft(node: Node, message: Message, *, seal_key: KeyId | None, now: datetime) -> ActDraft:
    begins = message.refers_to is None and (
        form_of_act(message.kind) is not None or message.kind == FIRST_DRAFT
    )
    act_id = ActId(message.thread) if begins and message.thread else new_act_id(node.randomness)
    return ActDraft(
        id=act_id,
        kind=message.kind,
        sender=node.party,
        recipient=message.recipient,
        exercise=node.exercise,
        thread=message.thread or RequestId(act_id),
        refers_to=message.refers_to,
        seal_key=seal_key,
        time=now,
        nonce=new_nonce(node.randomness),
        approved_by=message.approved_by,
        body=message.body,
    )


def _row(signed: SignedAct, *, index: int, now: datetime, frame: bytes) -> models.Act:
    act = signed.act
    return models.Act(
        act_id=act.id,
        direction=models.Act.MADE,
        partner=act.recipient,
        kind=act.kind,
        thread=act.thread,
        refers_to=act.refers_to or "",
        digest=signed.digest,
        envelope=signed.envelope,
        frame_digest=frame_digest(frame) if frame else "",
        sign_keys=" ".join(act.sign_keys),
        act_time=act.time,
        recorded_at=now,
        outcome=Outcome.STORED.value,
        leaf_index=index,
    )
