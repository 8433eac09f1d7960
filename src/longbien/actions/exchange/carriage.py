# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading how acts travelled: what waits to leave, what was tried, which receipts are held."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.exchange.recall import RECALLED, declaration_of
from longbien.core.base.canonical import Json
from longbien.core.base.errors import UsageError
from longbien.core.log.leaf import parse_leaf
from longbien.core.log.proof import parse_proof
from longbien.core.sealing.act import read_signed_act
from longbien.store import models
from longbien.store.queries.exchange import attempts_of, find_acts

MOST: Final = 200
"""Rows that one look at the outbox gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One act on its way. `state`: `waiting`, `delivered` or `refused`; `code` is the partner's last word about it.

    `not_before` is when the next attempt is due, None if it may leave at once; `silence` the digest of our statement that no
    receipt came in time.
    """

    act: str
    kind: str
    thread: str
    partner: str
    queued_at: datetime
    state: str
    code: str
    ended_at: datetime | None
    attempts: int
    last_outcome: str
    not_before: datetime | None
    silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptView:
    """One try to hand an act over."""

    at: datetime
    means: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """A partner's receipt: leaf `leaf_index` of its log, under a checkpoint of `size` leaves; `leaf` and `proof` as they came."""

    party: str
    at: datetime
    outcome: str
    code: str
    leaf_index: int
    held_at: datetime
    leaf: bytes = field(repr=False)
    proof: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActView:
    """One act with what proves and what carried it. `leaf_index` is its leaf in our own log."""

    digest: str
    act_id: str
    direction: str
    kind: str
    sender: str
    recipient: str
    thread: str
    refers_to: str
    exercise: bool
    time: datetime
    recorded_at: datetime
    outcome: str
    code: str
    flagged: str
    leaf_index: int
    approved_by: tuple[str, ...]
    sign_keys: tuple[str, ...]
    state: str
    attempts: tuple[AttemptView, ...]
    receipt: ReceiptView | None
    body: Mapping[str, Json]
    declared: str = ""
    """Of a recall: what its receiver declared of the act that it calls back, or nothing yet."""


def outbox(*, actor: models.Officer, partner: str = "", all_states: bool = False) -> tuple[Carried, ...]:
    """Give what waits to leave, in order (with `all_states` the newest 200 of any state); RefusedError `people.not_permitted`."""
    require(actor, "exchange.read")
    rows = models.Outbox.objects.select_related("act", "silence").defer("frame", "act__envelope")
    if partner:
        rows = rows.filter(partner=partner)
    if not all_states:
        rows = rows.filter(state=models.Outbox.WAITING)
    lanes = dict(models.Lane.objects.values_list("partner", "next_at"))
    newest = sorted(rows.order_by("-id")[:MOST], key=lambda row: row.pk)
    return tuple(_carried(row, lanes.get(row.partner)) for row in newest)


def show_act(*, actor: models.Officer, digest: str) -> ActView:
    """Give one act by its digest, its id, or the beginning of either.

    RefusedError `people.not_permitted`; UsageError `exchange.act_unknown`, `exchange.act_several`.
    """
    require(actor, "exchange.read")
    return _view(find_act(digest))


def find_act(beginning: str) -> models.Act:
    """Give the one act whose digest or id begins so; UsageError `exchange.act_unknown`, `exchange.act_several`."""
    found = find_acts(beginning.lower(), 2)
    if not found:
        raise UsageError("exchange.act_unknown", act=beginning[:64])
    if len(found) > 1:
        raise UsageError("exchange.act_several", act=beginning[:64])
    return found[0]


def _carried(row: models.Outbox, next_at: datetime | None) -> Carried:
    attempts = attempts_of(row)
    return Carried(
        act=row.act.digest,
        kind=row.act.kind,
        thread=row.act.thread,
        partner=row.partner,
        queued_at=row.queued_at,
        state=row.state,
        code=row.code,
        ended_at=row.ended_at,
        attempts=len(attempts),
        last_outcome=attempts[-1].outcome if attempts else "",
        not_before=next_at if row.state == models.Outbox.WAITING else None,
        silence=row.silence.digest if row.silence is not None else "",
    )


def _view(row: models.Act) -> ActView:
    _, act = read_signed_act(bytes(row.envelope))
    sent = models.Outbox.objects.filter(act=row).first()
    receipt = models.Receipt.objects.filter(act=row).first()
    attempts = attempts_of(sent) if sent is not None else []
    return ActView(
        digest=row.digest,
        act_id=act.id,
        direction=row.direction,
        kind=act.kind,
        sender=act.sender,
        recipient=act.recipient,
        thread=act.thread,
        refers_to=act.refers_to or "",
        exercise=act.exercise,
        time=act.time,
        recorded_at=row.recorded_at,
        outcome=row.outcome,
        code=row.code,
        flagged=row.flagged,
        leaf_index=row.leaf_index,
        approved_by=tuple(one.role_id for one in act.approved_by),
        sign_keys=tuple(act.sign_keys),
        state=sent.state if sent is not None else "",
        attempts=tuple(AttemptView(at=one.at, means=one.means, outcome=one.outcome) for one in attempts),
        receipt=_receipt(receipt) if receipt is not None else None,
        body=act.body,
        declared=_declared(row),
    )


def _declared(row: models.Act) -> str:
    found = declaration_of(row) if row.kind == RECALLED else None
    return "" if found is None else found.declared


def _receipt(row: models.Receipt) -> ReceiptView:
    leaf = parse_leaf(bytes(row.leaf))
    return ReceiptView(
        party=row.party,
        at=leaf.time,
        outcome=leaf.fields["outcome"],
        code=leaf.fields["code"],
        leaf_index=parse_proof(row.proof.encode()).index,
        held_at=row.held_at,
        leaf=bytes(row.leaf),
        proof=row.proof,
    )
