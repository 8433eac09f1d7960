# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offering, accepting and ending an agreement on Article 40(8)-(31) with a partner (Art. 40(7)). Each step takes two officers.

The rows are a summary of the acts, which alone count; both nodes hold the same acts and so the same agreement.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.actions.access import require
from longbien.actions.exchange.propose import propose
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.cooperation.acts.eyes import require_eyes
from longbien.core.sealing.act import Act
from longbien.core.treaty.bases.agreements import (
    MAX_TEXT,
    Acceptance,
    End,
    Offer,
    Period,
    Said,
    read_agreement,
    write_agreement,
)
from longbien.store import models
from longbien.store.models.exchange import Act as ActRow
from longbien.store.writing import write_transaction

VERB: Final = "treaty.agree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What became of a step: the act that was made (its digest), or the proposal that waits for a second officer."""

    proposal: int
    kind: str
    act: str


def offer_agreement(*, node: Node, actor: models.Officer, partner: PartyId, offer: Offer) -> Agreed:
    """Offer a partner to use Article 40(8)-(31) between the two, or for one request.

    RefusedError `people.not_permitted`, `parties.not_introduced`, `treaty.agreement_days`, `treaty.agreement_request`.
    """
    require(actor, VERB)
    if offer.until is not None and offer.until <= offer.since:
        raise RefusedError("treaty.agreement_days")
    _check_request(offer.request, partner)
    return _propose(node, actor, partner, _short(offer), None)


def accept_agreement(*, node: Node, actor: models.Officer, thread: str, text: str = "") -> Agreed:
    """Accept a partner's offer. RefusedError `people.not_permitted`, `treaty.agreement_unknown`, `treaty.agreement_state`."""
    require(actor, VERB)
    row = _find(thread)
    if row.ours or row.accepted_at is not None or row.ended_at is not None:
        raise RefusedError("treaty.agreement_state", agreement=thread[:12])
    return _propose(node, actor, PartyId(row.partner), _short(Acceptance(text=text)), row)


def end_agreement(*, node: Node, actor: models.Officer, thread: str, since: date, reason: str) -> Agreed:
    """End an agreement from a day on, or take an offer back.

    RefusedError `people.not_permitted`, `treaty.agreement_unknown`, `treaty.agreement_state`, `treaty.reason_missing`.
    """
    require(actor, VERB)
    if not reason.strip():
        raise RefusedError("treaty.reason_missing")
    row = _find(thread)
    if row.ended_at is not None:
        raise RefusedError("treaty.agreement_state", agreement=thread[:12])
    return _propose(node, actor, PartyId(row.partner), _short(End(since=since, reason=reason.strip())), row)


def agreement_for(partner: PartyId, *, request_id: str, day: date) -> str:
    """Give the digest of the acceptance by which Article 40(8)-(31) apply to a request on a day; "" if there is none."""
    rows = models.BasisAgreement.objects.filter(
        partner=partner, accepted_at__isnull=False, request__in=["", request_id]
    )
    return next(
        (row.accepted_digest for row in rows.order_by("-request", "pk") if period(row).holds(day)), ""
    )


def period(row: models.BasisAgreement) -> Period:
    """Give the period of an agreement."""
    return Period(
        since=row.since,
        until=row.until,
        accepted=row.accepted_at.date() if row.accepted_at else None,
        ended=row.ended_from,
    )


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Take in an act `agreement.*`, or follow one that this node makes or gets back; RefusedError or MalformedError refuses it."""
    said = read_agreement(act.kind, act.body)
    ours = row.direction == ActRow.MADE
    require_eyes(act.kind, act.body, tuple(one.role_id for one in act.approved_by))
    partner = act.recipient if ours else act.sender
    if isinstance(said, Offer):
        _begin(row, act, said, partner=partner, ours=ours)
        return
    held = models.BasisAgreement.objects.select_for_update().filter(thread=act.thread).first()
    if held is None or held.partner != partner or (act.refers_to or "") != held.offer_digest:
        raise RefusedError("treaty.agreement_unknown", agreement=act.thread[:12])
    if isinstance(said, Acceptance):
        if held.ours is ours or held.accepted_at is not None:
            raise RefusedError("treaty.agreement_state", agreement=act.thread[:12])
        held.accepted_at, held.accepted_digest = act.time, row.digest
    elif held.ended_from is None or said.since < held.ended_from:
        held.ended_from, held.ended_at, held.ended_digest = said.since, act.time, row.digest
        held.ended_by, held.ended_why = act.sender, said.reason
    held.save()


def _begin(row: ActRow, act: Act, said: Offer, *, partner: str, ours: bool) -> None:
    if str(act.thread) != str(act.id):
        raise RefusedError("treaty.agreement_unknown", agreement=act.thread[:12])
    if models.BasisAgreement.objects.filter(thread=act.thread).exists():
        return
    _check_request(said.request, PartyId(partner))
    models.BasisAgreement.objects.create(
        thread=act.thread,
        partner=partner,
        ours=ours,
        request=said.request,
        since=said.since,
        until=said.until,
        text=said.text,
        offered_at=act.time,
        offer_digest=row.digest,
    )


def _check_request(request_id: str, partner: PartyId) -> None:
    """Refuse an agreement about a request that is none between the two."""
    if request_id and not models.Request.objects.filter(request_id=request_id, partner=partner).exists():
        raise RefusedError("treaty.agreement_request", request=request_id[:12])


def _find(thread: str) -> models.BasisAgreement:
    """Find an agreement by its id or the beginning of it."""
    rows = list(models.BasisAgreement.objects.filter(thread__startswith=thread)[:2]) if thread else []
    if len(rows) != 1:
        raise RefusedError("treaty.agreement_unknown", agreement=thread[:12])
    return rows[0]


def _short(said: Said) -> Said:
    text = said.reason if isinstance(said, End) else said.text
    if len(text) > MAX_TEXT:
        raise RefusedError("treaty.basis_long", limit=MAX_TEXT)
    return said


def _propose(
    node: Node, actor: models.Officer, partner: PartyId, said: Said, held: models.BasisAgreement | None
) -> Agreed:
    kind, body = write_agreement(said)
    with write_transaction():
        proposal = propose(
            node=node,
            actor=actor,
            kind=kind,
            recipient=partner,
            thread=RequestId(held.thread) if held else None,
            refers_to=Digest(held.offer_digest) if held else None,
            body=body,
        )
    act = proposal.act.digest if proposal.act is not None else ""
    return Agreed(proposal=proposal.pk, kind=kind, act=act)
