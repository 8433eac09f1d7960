# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record of a paper: one act of a thread (or the draft) with both authorities, its proofs, the legal basis and what is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from longbien.actions.cooperation.current import Current, current_values
from longbien.actions.cooperation.desk.look import require_sight
from longbien.actions.cooperation.drafts.examine import Between, basis_today
from longbien.actions.cooperation.pages.thread import page_acts
from longbien.actions.cooperation.pages.values import PageAct
from longbien.actions.cooperation.thread import Thread
from longbien.actions.cooperation.timing import Zones
from longbien.actions.exchange.proofs import OWN, act_held
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.forms.kinds import form, form_of_act
from longbien.core.cooperation.forms.values import write_values
from longbien.core.cooperation.paper.masking import masked_members, without
from longbien.core.cooperation.paper.record import (
    UNSIGNED,
    PaperAct,
    PaperApproval,
    PaperBasis,
    PaperParty,
    PaperProof,
    Record,
)
from longbien.core.log.leaf import parse_leaf
from longbien.core.parties.contacts import Authority
from longbien.core.treaty.bases.convention import CONVENTION
from longbien.store.models.exchange import Act as ActRow
from longbien.store.models.people import Officer
from longbien.store.queries.parties import trusted_entry

_POINT: Final = "24/7"
_BASIS_FIELD: Final = "legal_basis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which paper of a thread: an act by the beginning of its digest (the request itself if none is named), its receipt, hidden parts."""

    act: str = ""
    receipt: bool = False
    masked: bool = False


def paper_record(node: Node, thread: Thread, wanted: Wanted, *, actor: Officer) -> Record:
    """Put together what stands on the paper. RefusedError `exchange.act_not_found`, `printed.no_receipt`, `cooperation.look_needed`."""
    act = _wanted(thread, wanted.act)
    request, current = thread.request, current_values(thread)
    known = form(request.kind)
    kind = act.kind if act is not None else known.act
    body = dict(act.body) if act is not None else _draft_body(thread, current)
    if not wanted.masked and thread.said:
        require_sight(actor, request.request_id, current.values, node.clock())
    hidden = masked_members(kind, body) if wanted.masked else ()
    proofs = tuple(_proofs(actor, thread, act)) if act is not None else ()
    if wanted.receipt and (act is None or len({one.log for one in proofs}) < 2):
        raise RefusedError("printed.no_receipt")
    here, there = _parties(node, request.partner)
    outgoing = act.sender == node.party if act is not None else True
    return Record(
        kind=kind,
        form=request.kind,
        exercise=request.exercise,
        sender=here if outgoing else there,
        recipient=there if outgoing else here,
        thread=request.request_id,
        reference=request.reference,
        act=_act(act) if act is not None else None,
        body=without(body, hidden),
        basis=_basis(node, thread, current),
        proofs=proofs,
        carriage=act.carriage if act is not None else UNSIGNED,
        masked=hidden,
        mended=tuple(sorted(current.mended)) if form_of_act(kind) is not None else (),
        flags=(act.flagged,) if act is not None and act.flagged else (),
        receipt=wanted.receipt,
        made_at=node.clock(),
        made_by=node.party,
        role_id=actor.role_id,
    )


def _wanted(thread: Thread, digest: str) -> PageAct | None:
    """Find the act: by the beginning of its digest, or the first one; None for a draft."""
    acts = page_acts(thread)
    if not digest:
        return next((one for one in acts if one.act_id == thread.request.request_id), None)
    found = [one for one in acts if one.digest.startswith(digest.lower())]
    if len(found) != 1:
        raise RefusedError("exchange.act_not_found", act=digest[:64])
    return found[0]


def _draft_body(thread: Thread, current: Current) -> dict[str, Json]:
    known = form(thread.request.kind)
    fields = write_values(current.values)
    rows = thread.request.overrides.order_by("id")
    return {
        "form": known.id,
        "form_version": known.version,
        "legal_basis": fields.pop(_BASIS_FIELD, ""),
        "fields": fields,
        "documents": [],
        "overrides": [{"check": one.code, "field": one.field, "reason": one.reason} for one in rows],
    }


def _act(act: PageAct) -> PaperAct:
    return PaperAct(
        id=act.act_id,
        digest=act.digest,
        time=act.time,
        refers_to=act.refers_to,
        recorded_at=act.recorded_at,
        keys=act.sign_keys,
        approved_by=tuple(PaperApproval(role_id=one.role_id, at=one.at) for one in act.approved_by),
    )


def _parties(node: Node, partner: str) -> tuple[PaperParty, PaperParty]:
    zones = Zones.of(node.party, partner)
    return paper_party(node.party, zones.here), paper_party(PartyId(partner), zones.there)


def paper_party(party: PartyId, time_zone: str) -> PaperParty:
    """Give a party with its 24/7 point (or the first authority of its entry); one that has no entry here by its code."""
    entry = trusted_entry(party)
    if entry is None:
        return PaperParty(party=party, names={"en": party}, time_zone=time_zone)
    authorities: list[Authority] = sorted(entry.authorities, key=lambda one: one.role != _POINT)
    first = authorities[0] if authorities else None
    return PaperParty(
        party=party,
        names=entry.names,
        authority=first.name if first else "",
        phone=first.phone if first else "",
        email=first.email if first else "",
        office_hours=first.office_hours if first else "",
        time_zone=time_zone,
    )


def _basis(node: Node, thread: Thread, current: Current) -> PaperBasis | None:
    """Look the legal basis up for the day on which the request was made (today for a draft)."""
    code = str(current.values.get(_BASIS_FIELD, ""))
    if not code:
        return None
    request, partner = thread.request, PartyId(thread.request.partner)
    at = next((one.act.time for one in thread.said if one.act.id == request.request_id), node.clock())
    between = Between(
        requesting=node.party if thread.requesting else partner,
        requested=partner if thread.requesting else node.party,
        exercise=request.exercise,
        now=at,
    )
    try:
        found = basis_today(code, between)
    except RefusedError:
        return PaperBasis(code=code, on=at.date(), holds=False)
    return PaperBasis(code=code, on=at.date(), holds=True, table=found.label, convention=code == CONVENTION)


def _proofs(actor: Officer, thread: Thread, act: PageAct) -> Iterator[PaperProof]:
    """Give the logs that hold the act: ours, and the other side's if its receipt is here."""
    row = next(one.row for one in thread.said if one.row.digest == act.digest)
    try:
        held = act_held(actor=actor, digest=act.digest)
    except LongBienError:
        return
    receipt = getattr(row, "receipt", None)
    for one in held:
        leaf = parse_leaf(bytes(receipt.leaf)).fields if receipt is not None and one.side != OWN else {}
        own = "made" if row.direction == ActRow.MADE else row.outcome
        yield PaperProof(
            log=one.origin,
            index=one.index,
            size=one.size,
            outcome=own if one.side == OWN else leaf.get("outcome", "stored"),
            code=row.code if one.side == OWN else leaf.get("code", ""),
            at=row.recorded_at
            if one.side == OWN
            else parse_leaf(bytes(receipt.leaf)).time
            if receipt
            else None,
            cosigned_by=one.cosigned_by,
        )
