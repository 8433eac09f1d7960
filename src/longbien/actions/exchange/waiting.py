# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what waits for a second officer: proposals, with exactly what will be signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits_approval, require, verb_of_kind
from longbien.actions.exchange.propose import approvals_needed, proposed_body
from longbien.actions.people.presence import PROPOSAL, doubts_about_all
from longbien.core.base.canonical import Json
from longbien.core.base.errors import UsageError
from longbien.core.cooperation.forms.masking import masked_body
from longbien.core.cooperation.safeguards.one_person import Doubt
from longbien.store import models

_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalView:
    """One officer's yes, by role id; the first is the proposer's own."""

    role_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """A proposal. `may_approve` is for the officer who looks, never true for one's own; `act` is the digest once it is made.

    Who neither began it nor may approve it reads `body` without the names of masked persons; the others exactly what is signed.
    """

    proposal: int
    kind: str
    recipient: str
    thread: str
    refers_to: str
    state: str
    reason: str
    proposed_at: datetime
    approvals: tuple[ApprovalView, ...]
    needed: int
    may_approve: bool
    act: str
    body: Mapping[str, Json]
    doubts: tuple[Doubt, ...]
    """Signs that two of those who said yes are one person."""


def proposals(*, actor: models.Officer, thread: str = "", open_only: bool = True) -> tuple[ProposalView, ...]:
    """Give the proposals (of one thread), the oldest first; RefusedError `people.not_permitted`.

    Without `open_only`, the newest 200 of any state.
    """
    require(actor, "exchange.read")
    rows = models.Proposal.objects.select_related("act").prefetch_related("approvals")
    if thread:
        rows = rows.filter(thread=thread)
    if open_only:
        rows = rows.filter(state=models.Proposal.OPEN)
    newest = sorted(rows.order_by("-id")[:_MOST], key=lambda row: row.pk)
    reader = _Reader(pk=actor.pk, role_id=actor.role_id, held=actor.roles())
    found = doubts_about_all(PROPOSAL, [row.pk for row in newest])
    return tuple(_view(reader, row, found.get(row.pk, ())) for row in newest)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """The officer who looks, with the roles read once for the whole list."""

    pk: int
    role_id: str
    held: frozenset[str]

    def roles(self) -> frozenset[str]:
        return self.held


def find_proposal(number: int) -> models.Proposal:
    """Give a proposal by its number, for `propose.approve` and `reject`; UsageError `exchange.proposal_unknown`."""
    found = models.Proposal.objects.filter(pk=number).first()
    if found is None:
        raise UsageError("exchange.proposal_unknown", proposal=number)
    return found


def _view(actor: _Reader, row: models.Proposal, doubts: tuple[Doubt, ...]) -> ProposalView:
    approvals = sorted(row.approvals.all(), key=lambda one: one.pk)
    is_own = any(one.officer_id == actor.pk for one in approvals)
    is_open = row.state == models.Proposal.OPEN
    may_approve = is_open and not is_own and permits_approval(actor, verb_of_kind(row.kind))
    body = proposed_body(row)
    return ProposalView(
        proposal=row.pk,
        kind=row.kind,
        recipient=row.recipient,
        thread=row.thread,
        refers_to=row.refers_to,
        state=row.state,
        reason=row.reason,
        proposed_at=row.proposed_at,
        approvals=tuple(ApprovalView(role_id=one.role_id, at=one.at) for one in approvals),
        needed=approvals_needed(row),
        may_approve=may_approve,
        act=row.act.digest if row.act is not None else "",
        body=body if is_own or may_approve else masked_body(body),
        doubts=doubts,
    )
