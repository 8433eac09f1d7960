# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence on the page of a request: where each object stands, how much of it is here, what was done with it by whom."""

from longbien.actions.cooperation.pages.values import PageCondition, PageCustody, PageEvidence, PagePart
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.cooperation.life.lifecycle import RequestState
from longbien.core.evidence.bodies import read_conditions
from longbien.core.evidence.custody import CustodyStep, check_chain, parse_custody
from longbien.core.evidence.inner import Inner
from longbien.core.evidence.manifest import open_inner, parse_manifest
from longbien.core.evidence.open import evidence_key
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.core.sealing.dsse import CUSTODY_TYPE, MANIFEST_TYPE, envelope_digest, parse_envelope
from longbien.store.models.cooperation import Request
from longbien.store.models.evidence import CustodyRecord, EvidenceObject
from longbien.store.queries.evidence import objects_of_request


def page_evidence(node: Node, state: RequestState, request: Request) -> tuple[PageEvidence, ...]:
    """Give the objects of a request, oldest first."""
    return tuple(evidence_card(node, state, row) for row in objects_of_request(request.request_id))


def evidence_card(node: Node, state: RequestState, row: EvidenceObject) -> PageEvidence:
    """Give one object as `state` has it."""
    inner = _inner(node, row)
    parts = sorted(row.parts.all(), key=lambda part: part.pk)
    return PageEvidence(
        object_id=row.object_id,
        request_id=row.request_id or "",
        party=row.party,
        partner=row.partner,
        state=state.evidence.get(row.object_id, "not-announced"),
        sealed_at=row.sealed_at,
        manifest_digest=row.manifest_digest,
        name=inner.description.name if inner else "",
        media_type=inner.description.media_type if inner else "",
        size=inner.size if inner else None,
        conditions=tuple(
            PageCondition(code=one.code, text=one.text, until=one.until)
            for one in read_conditions(Fields({"conditions": row.conditions}))
        ),
        parts=tuple(
            PagePart(
                name=part.name,
                length=part.length,
                leaves=part.leaves,
                held=part.held_count,
                complete_at=part.complete_at,
            )
            for part in parts
        ),
        custody=tuple(_step(one) for one in sorted(row.custody.all(), key=lambda one: (one.at, one.pk))),
        custody_fault=_custody_fault(node, row),
        openable=inner is not None
        and (row.party == node.party or all(part.complete_at is not None for part in parts)),
    )


def _inner(node: Node, row: EvidenceObject) -> Inner | None:
    """Open the inner manifest if this node holds a header for it; nothing of it is kept."""
    if not row.header:
        return None
    identities = [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()]
    try:
        file_key = evidence_key(bytes(row.header), identities)
        return open_inner(
            parse_manifest(parse_envelope(bytes(row.manifest), MANIFEST_TYPE).payload), file_key
        )
    except LongBienError:
        return None


def _custody_fault(node: Node, row: EvidenceObject) -> str:
    """Check each side's chain again: our own whole, the partner's as far as it came; give the code of the first fault, or nothing."""
    chains: dict[str, list[CustodyStep]] = {}
    for one in sorted(row.custody.all(), key=lambda one: (one.party, one.number)):
        record = parse_custody(parse_envelope(bytes(one.envelope), CUSTODY_TYPE).payload)
        digest = envelope_digest(bytes(one.envelope))
        chains.setdefault(record.party, []).append(CustodyStep(record=record, digest=digest))
    try:
        for party, steps in chains.items():
            check_chain(steps, whole=party == node.party)
    except RefusedError as error:
        return error.code
    return ""


def _step(row: CustodyRecord) -> PageCustody:
    record = parse_custody(parse_envelope(bytes(row.envelope), CUSTODY_TYPE).payload)
    return PageCustody(
        number=record.number,
        party=record.party,
        action=record.action.value,
        role_id=record.role_id,
        at=record.time,
        digest=row.digest,
        verified=record.verified.value,
        notes=record.notes,
        leaf_index=row.leaf_index,
    )
