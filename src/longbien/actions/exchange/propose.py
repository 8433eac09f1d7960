# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Four eyes: an act is proposed by one officer and made once enough others have approved it.

How many officers an act takes is `longbien.core.cooperation.acts.eyes`; who may propose and approve is `longbien.actions.access`.
What was proposed is what is made: nothing can be changed between two approvals.
"""

from collections.abc import Mapping
from datetime import datetime

from longbien.actions.access import require, require_approval, verb_of_kind
from longbien.actions.exchange.make import make_act
from longbien.actions.exchange.outside import make_outside
from longbien.actions.node import Node
from longbien.actions.people.presence import PROPOSAL, note_sighting
from longbien.core.base.canonical import Json, JsonInput, decode, encode
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.acts.eyes import eyes
from longbien.core.sealing.act import Approval
from longbien.core.sealing.dsse import MAX_ENVELOPE
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction


def propose(
    *,
    node: Node,
    actor: models.Officer,
    kind: str,
    recipient: PartyId,
    thread: RequestId | None,
    refers_to: Digest | None,
    body: Mapping[str, JsonInput],
    outside: bool = False,
) -> models.Proposal:
    """Propose an act; it is made at once where one officer is enough (then `proposal.act` is set).

    `outside`: it leaves on paper. As many officers are needed, and what is made is a statement of this node.

    RefusedError `people.not_permitted`, `parties.not_introduced`, and what making the act refuses.
    """
    require(actor, verb_of_kind(kind))
    if not outside and trusted_entry(recipient) is None:
        raise RefusedError("parties.not_introduced", party=recipient)
    now = cut_moment(node.clock())
    with write_transaction():
        proposal = models.Proposal.objects.create(
            kind=kind,
            recipient=recipient,
            thread=thread or "",
            refers_to=refers_to or "",
            body=encode(body),
            outside=outside,
            proposed_at=now,
        )
        proposal.approvals.create(officer=actor, role_id=actor.role_id, at=now)
        note_sighting(actor, about=PROPOSAL, number=proposal.pk, at=now)
        _make_if_enough(node, proposal, now)
    return proposal


def approve(*, node: Node, actor: models.Officer, proposal: models.Proposal) -> models.Act | None:
    """Approve another officer's proposal; give the act if that was the last approval it needed, else None.

    RefusedError `people.not_permitted`, `people.own_proposal` (also for approving twice), `exchange.proposal_closed`.
    """
    require_approval(actor, verb_of_kind(proposal.kind))
    now = cut_moment(node.clock())
    with write_transaction():
        current = _locked(proposal)
        if current.approvals.filter(officer=actor).exists():
            raise RefusedError("people.own_proposal")
        current.approvals.create(officer=actor, role_id=actor.role_id, at=now)
        note_sighting(actor, about=PROPOSAL, number=current.pk, at=now)
        return _make_if_enough(node, current, now)


def reject(*, node: Node, actor: models.Officer, proposal: models.Proposal, reason: str) -> None:
    """Close a proposal without making its act: by those who may approve it, or by its proposer.

    RefusedError `people.not_permitted`, `exchange.proposal_closed`.
    """
    if not _is_proposer(actor, proposal):
        require_approval(actor, verb_of_kind(proposal.kind))
    with write_transaction():
        current = _locked(proposal)
        current.state = models.Proposal.REJECTED
        current.reason = reason[:1000]
        current.ended_at = cut_moment(node.clock())
        current.save(update_fields=["state", "reason", "ended_at"])


def approvals_needed(proposal: models.Proposal) -> int:
    """Tell how many officers the proposed act takes, the proposer counted."""
    return max(1, eyes(proposal.kind, proposed_body(proposal)).officers)


def proposed_body(proposal: models.Proposal) -> dict[str, Json]:
    """Give the body of the proposed act."""
    body = decode(bytes(proposal.body), max_bytes=MAX_ENVELOPE)
    return body if isinstance(body, dict) else {}


def _make_if_enough(node: Node, proposal: models.Proposal, now: datetime) -> models.Act | None:
    approvals = list(proposal.approvals.order_by("id"))
    if len(approvals) < approvals_needed(proposal):
        return None
    make = make_outside if proposal.outside else make_act
    act = make(
        node=node,
        kind=proposal.kind,
        recipient=PartyId(proposal.recipient),
        thread=RequestId(proposal.thread) if proposal.thread else None,
        refers_to=Digest(proposal.refers_to) if proposal.refers_to else None,
        body=proposed_body(proposal),
        approved_by=[Approval(role_id=one.role_id, at=one.at) for one in approvals],
        now=now,
    )
    proposal.act = act
    proposal.state = models.Proposal.MADE
    proposal.ended_at = now
    proposal.save(update_fields=["act", "state", "ended_at"])
    return act


def _locked(proposal: models.Proposal) -> models.Proposal:
    """Read the proposal again, with its row locked, so that two officers decide one after the other."""
    current = models.Proposal.objects.select_for_update().get(pk=proposal.pk)
    if current.state != models.Proposal.OPEN:
        raise RefusedError("exchange.proposal_closed", state=current.state)
    return current


def _is_proposer(actor: models.Officer, proposal: models.Proposal) -> bool:
    first = proposal.approvals.order_by("id").first()
    return first is not None and first.officer_id == actor.pk
