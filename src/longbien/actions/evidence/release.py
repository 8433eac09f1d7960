# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Release the key in answer to an acceptance: a step of the worker, never of a person, and never without an acceptance.

The header for the recipient is made from ours and leaves in one act; making it, logging it and the custody record are one
transaction. Those who approved the decision stand in the act as its approvers: they decided that the data leave.
"""

from longbien.actions.cooperation.thread import Thread, check_step, lock_thread
from longbien.actions.evidence.custody import custody_envelopes, own_proofs
from longbien.actions.evidence.objects import lock_own
from longbien.actions.exchange.make import make_act
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import Digest, ObjectId, PartyId, RequestId
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.acts.eyes import require_eyes
from longbien.core.cooperation.acts.measures import LEAVES_BY
from longbien.core.cooperation.life.events import REQUESTING
from longbien.core.evidence.bodies import MAX_CUSTODY, RELEASED, Released, write_evidence_body
from longbien.core.evidence.draft import rewrap
from longbien.core.evidence.open import evidence_key
from longbien.core.sealing.act import Approval
from longbien.core.sealing.age_recipients import HybridIdentity, HybridRecipient
from longbien.store.models.evidence import EvidenceObject
from longbien.store.queries.evidence import awaiting_release
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction


def release_accepted(*, node: Node) -> dict[ObjectId, str]:
    """Release every object whose conditions were accepted. Give the act's digest for each, or the code of why it must wait.

    Each object is a transaction of its own: one that must wait (a request withdrawn meanwhile, say) holds up no other.
    """
    found: dict[ObjectId, str] = {}
    for named in awaiting_release(node.party).values_list("object_id", flat=True):
        object_id = ObjectId(named)
        try:
            found[object_id] = release(node=node, object_id=object_id)
        except LongBienError as error:
            found[object_id] = error.code
    return found


def release(*, node: Node, object_id: ObjectId) -> Digest:
    """Release one object. RefusedError `evidence.not_accepted`, `cooperation.transition…`, `parties.not_introduced`."""
    with write_transaction():
        evidence = lock_own(node, object_id)
        if not evidence.accepted_by or evidence.declined_by or evidence.recalled_by or evidence.released_by:
            raise RefusedError("evidence.not_accepted", object=object_id)
        thread = lock_thread(node.party, str(evidence.request_id))
        approved_by = leaving_approvals(thread)
        body = write_evidence_body(
            Released(
                object_id=object_id,
                header=_header_for(node, evidence),
                acceptance=Digest(evidence.accepted_by),
                custody=custody_envelopes(evidence, node.party, last=MAX_CUSTODY),
                proofs=own_proofs(evidence, node.party, last=MAX_CUSTODY),
            )
        )
        require_eyes(RELEASED, body, tuple(one.role_id for one in approved_by))
        check_step(
            thread, kind=RELEASED, by=thread.side, at=node.clock(), refers_to=evidence.accepted_by, body=body
        )
        act = make_act(
            node=node,
            kind=RELEASED,
            recipient=PartyId(evidence.partner),
            thread=RequestId(str(evidence.request_id)),
            refers_to=Digest(evidence.accepted_by),
            body=body,
            approved_by=approved_by,
            now=node.clock(),
        )
    return Digest(act.digest)


def leaving_approvals(thread: Thread) -> tuple[Approval, ...]:
    """Give who approved the decision by which the data may leave: the last one that grants it, or the offer itself (Art. 40(4))."""
    if thread.state.giver == REQUESTING:
        return next((one.act.approved_by for one in thread.said if one.counts), ())
    found: dict[str, tuple[Approval, ...]] = {}
    for one in thread.said:
        body = read_body(one.act.kind, one.act.body) if one.act.kind == "answer.decided" else None
        if one.counts and isinstance(body, Decided) and body.measure in LEAVES_BY:
            found[body.measure] = one.act.approved_by if body.decision in ("granted", "in-part") else ()
    return next((approvals for approvals in found.values() if approvals), ())


def _header_for(node: Node, evidence: EvidenceObject) -> bytes:
    """Make the recipient's header from ours: the file key is unwrapped and wrapped again, no payload byte is touched."""
    entry = trusted_entry(PartyId(evidence.partner))
    if entry is None:
        raise RefusedError("parties.not_introduced", party=evidence.partner)
    identities = [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()]
    file_key = evidence_key(bytes(evidence.header), identities)
    recipient = HybridRecipient(key=entry.evidence_key(node.clock()))
    return rewrap(file_key, [recipient], randomness=node.randomness)
