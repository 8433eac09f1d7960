# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The thread on a page: every act with what proves it, and what waits for a second person."""

from collections.abc import Mapping
from typing import Final

from longbien.actions.access import permits_approval, verb_of_kind
from longbien.actions.cooperation.pages.values import PageAct, PageApproval, PageProposal, PageReceipt
from longbien.actions.cooperation.thread import Said, Thread
from longbien.core.base.canonical import Json, decode
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.masking import masked_json
from longbien.core.cooperation.life.lifecycle import RequestState
from longbien.core.cooperation.life.table import NEUTRAL
from longbien.core.evidence.bodies import read_evidence_body
from longbien.core.log.leaf import parse_leaf
from longbien.core.log.proof import parse_proof
from longbien.core.sealing.act import Act
from longbien.core.sealing.dsse import MAX_ENVELOPE
from longbien.store.models.exchange import Act as ActRow
from longbien.store.models.exchange import Outbox, Proposal
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import open_proposals

_CARRIAGE: Final[Mapping[str, str]] = {
    Outbox.WAITING: "waiting",
    Outbox.DELIVERED: "receipted",
    Outbox.REFUSED: "refused",
}


def page_acts(thread: Thread, names: tuple[str, ...] | None = None) -> tuple[PageAct, ...]:
    """Give the acts of a thread in the order in which they were recorded here; `names` are those of persons who are masked, None masks nobody."""
    return tuple(_act(one, thread.state, names) for one in thread.said)


def page_proposals(
    actor: Officer, request_id: str, names: tuple[str, ...] | None
) -> tuple[PageProposal, ...]:
    """Give the proposals of a thread that are still open, as this officer sees them."""
    return tuple(_proposal(actor, one, names) for one in open_proposals(request_id))


def _act(said: Said, state: RequestState, names: tuple[str, ...] | None) -> PageAct:
    act, row = said.act, said.row
    carriage, code, receipt = _carriage(row) if said.outside is None else (_by_hand(said), "", None)
    return PageAct(
        digest=row.digest,
        act_id=act.id,
        direction="received" if said.outside is not None and said.row.flagged else row.direction,
        kind=act.kind,
        sender=act.sender,
        recipient=act.recipient,
        time=act.time,
        recorded_at=row.recorded_at,
        refers_to=act.refers_to or "",
        approved_by=tuple(PageApproval(role_id=one.role_id, at=one.at) for one in act.approved_by),
        sign_keys=tuple(act.sign_keys),
        carriage=carriage,
        code=code,
        receipt=receipt,
        flagged=row.flagged,
        understood=_is_understood(act),
        effect=tuple(dict.fromkeys(step.track for step in state.steps if step.act == row.digest)),
        body=_masked(act.body, names),
    )


def _by_hand(said: Said) -> str:
    """Tell how what stands for an act travelled outside the nodes: nobody signed for its arrival."""
    if said.row.flagged:
        return "outside"
    return "by-hand" if said.arrived else "to-be-carried"


def _carriage(row: ActRow) -> tuple[str, str, PageReceipt | None]:
    """Tell how an act travelled, with which code, and the receipt that proves it."""
    if row.direction == ActRow.RECEIVED:
        return "received", row.code, None
    outbox, receipt = getattr(row, "outbox", None), getattr(row, "receipt", None)
    found = None
    if receipt is not None:
        leaf = parse_leaf(bytes(receipt.leaf))
        found = PageReceipt(
            party=receipt.party,
            at=leaf.time,
            outcome=leaf.fields["outcome"],
            code=leaf.fields["code"],
            leaf_index=parse_proof(receipt.proof.encode()).index,
        )
    if outbox is None:
        return "stated", "", found
    if outbox.state == Outbox.WAITING and outbox.silence_id is not None:
        return "silent", outbox.code, found
    return _CARRIAGE[outbox.state], outbox.code, found


def _is_understood(act: Act) -> bool:
    if act.kind in NEUTRAL:
        return True
    try:
        return read_body(act.kind, act.body) is not None or read_evidence_body(act.kind, act.body) is not None
    except LongBienError:
        return False


def _masked(body: Mapping[str, Json], names: tuple[str, ...] | None) -> Mapping[str, Json]:
    """Give a body without the masked persons whose names these are; as it was signed if there are none."""
    found = masked_json(dict(body), names) if names is not None else body
    return found if isinstance(found, Mapping) else body


def _proposal(actor: Officer, row: Proposal, names: tuple[str, ...] | None) -> PageProposal:
    approvals = list(row.approvals.all())
    first = approvals[0]
    own = any(one.officer_id == actor.pk for one in approvals)
    return PageProposal(
        proposal=row.pk,
        kind=row.kind,
        by=first.role_id,
        at=first.at,
        may_approve=not own and permits_approval(actor, verb_of_kind(row.kind)),
        body=_masked(_object(bytes(row.body)), names),
    )


def _object(data: bytes) -> Mapping[str, Json]:
    value = decode(data, max_bytes=MAX_ENVELOPE)
    return value if isinstance(value, dict) else {}
