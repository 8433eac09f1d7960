# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recalling an act: the sender asks, the receiver declares what has become of it (docs/protocol/exchange.md).

The answer is the receiver's signed declaration, never a proof: nobody can prove not to have read something.
"""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, TypeAlias

from longbien.actions.exchange.propose import propose
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest, PartyId, RequestId, parse_digest
from longbien.core.base.moments import print_moment
from longbien.core.sealing.act import Act, read_signed_act
from longbien.store import models
from longbien.store.queries.exchange import act_by_digest

RECALLED: Final = "act.recalled"
ANSWERED: Final = "act.recall-answer"
INCIDENT: Final = "exchange.incident"
"""The verb of the internal record that a recall leaves, as that of evidence does (`evidence.incident`)."""
DECLARATIONS: Final = ("unopened", "read", "acted-upon")
"""What a receiver may declare of an act that was recalled."""
MAX_REASON: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """The body of `act.recalled`: which act, and why."""

    act: Digest
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallAnswer:
    """The body of `act.recall-answer`: what the receiver declares of the act, as of a moment."""

    act: Digest
    declared: str
    at: datetime


RecallBody: TypeAlias = Recalled | RecallAnswer


def recall(*, node: Node, actor: models.Officer, act: models.Act, reason: str) -> models.Proposal:
    """Ask the partner to disregard an act that this node sent.

    RefusedError `exchange.not_ours` for an act that was received or never sent, `people.not_permitted`.
    """
    if act.direction != models.Act.MADE or act.partner == node.party:
        raise RefusedError("exchange.not_ours", act=act.digest)
    return propose(
        node=node,
        actor=actor,
        kind=RECALLED,
        recipient=PartyId(act.partner),
        thread=RequestId(act.thread),
        refers_to=Digest(act.digest),
        body={"act": act.digest, "reason": reason},
    )


def answer_recall(
    *, node: Node, actor: models.Officer, recalled: models.Act, declared: str
) -> models.Proposal:
    """Declare what has become of the act that a partner's `recalled` names.

    RefusedError `exchange.recall_unknown` if `recalled` is no recall that came here, `people.not_permitted`.
    """
    is_recall = recalled.direction == models.Act.RECEIVED and recalled.kind == RECALLED
    if not is_recall or recalled.outcome != "stored" or declared not in DECLARATIONS:
        raise RefusedError("exchange.recall_unknown", act=recalled.digest)
    return propose(
        node=node,
        actor=actor,
        kind=ANSWERED,
        recipient=PartyId(recalled.partner),
        thread=RequestId(recalled.thread),
        refers_to=Digest(recalled.digest),
        body={"act": recalled.refers_to, "declared": declared, "at": print_moment(node.clock())},
    )


def take_in(node: Node, row: models.Act, act: Act) -> None:
    """Take a recall or its answer in, inside the act's savepoint.

    MalformedError `exchange.recall_malformed`; RefusedError `exchange.recalled_unknown`, `exchange.recall_unknown`.
    """
    body = read_recall(act)
    if isinstance(body, Recalled):
        _require(
            body.act, partner=row.partner, direction=models.Act.RECEIVED, code="exchange.recalled_unknown"
        )
        return
    if act.refers_to is None:
        raise RefusedError("exchange.recall_unknown", act=body.act)
    _require(body.act, partner=row.partner, direction=models.Act.MADE, code="exchange.recalled_unknown")
    asked = _require(
        act.refers_to, partner=row.partner, direction=models.Act.MADE, code="exchange.recall_unknown"
    )
    if asked.kind != RECALLED or asked.refers_to != body.act:
        raise RefusedError("exchange.recall_unknown", act=body.act)


def after_made(node: Node, row: models.Act, act: Act) -> None:
    """Set a recall of ours down as an incident for the data-protection authority: what went to whom, and how far it had come."""
    body = read_recall(act)
    if not isinstance(body, Recalled):
        return
    sent = _require(body.act, partner=row.partner, direction=models.Act.MADE, code="exchange.not_ours")
    record_decision(
        node=node,
        verb=INCIDENT,
        role_id=act.approved_by[0].role_id if act.approved_by else "",
        facts={
            "act": sent.digest,
            "kind": sent.kind,
            "request": act.thread,
            "recipient": act.recipient,
            "recall": row.digest,
            "delivered": models.Receipt.objects.filter(act=sent).exists(),
        },
        now=row.recorded_at,
    )


def read_recall(act: Act) -> RecallBody:
    """Read the body of a recall or of its answer; MalformedError `exchange.recall_malformed`."""
    try:
        fields = Fields(act.body)
        body = _READERS[act.kind](fields)
        fields.done()
    except KeyError as error:
        raise MalformedError("exchange.recall_malformed", reason=act.kind) from error
    except MalformedError as error:
        raise MalformedError("exchange.recall_malformed", reason=str(error)) from error
    if isinstance(body, Recalled) and act.refers_to != body.act:
        raise MalformedError("exchange.recall_malformed", reason="refers_to")
    return body


def declaration_of(recalled: models.Act) -> RecallAnswer | None:
    """Give what was declared in answer to a recall, made or received; None as long as nothing was."""
    answer = models.Act.objects.filter(kind=ANSWERED, refers_to=recalled.digest, outcome="stored").first()
    if answer is None:
        return None
    body = read_recall(read_signed_act(bytes(answer.envelope))[1])
    return body if isinstance(body, RecallAnswer) else None


def _require(digest: Digest, *, partner: str, direction: str, code: str) -> models.Act:
    found = act_by_digest(digest)
    if found is None or (found.partner, found.direction) != (partner, direction):
        raise RefusedError(code, act=digest)
    return found


def _read_recalled(fields: Fields) -> RecallBody:
    return Recalled(
        act=fields.parsed("act", parse_digest),
        reason=fields.text("reason", min_length=0, max_length=MAX_REASON),
    )


def _read_answer(fields: Fields) -> RecallBody:
    return RecallAnswer(
        act=fields.parsed("act", parse_digest),
        declared=fields.choice("declared", DECLARATIONS),
        at=fields.moment("at"),
    )


_READERS: Final = MappingProxyType({RECALLED: _read_recalled, ANSWERED: _read_answer})
