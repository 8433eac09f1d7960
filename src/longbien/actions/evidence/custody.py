# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Custody: each step with an object is a signed record, linked to the one before, and a leaf of the log (evidence.md, section 6).

Called inside the transaction of the step itself. Each side keeps its own chain; the sealer's chain comes with the release
and is kept beside ours, so that a court sees both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Final

from longbien.actions.log.append import append
from longbien.actions.log.prove import witnessed_receipt
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId, PartyId
from longbien.core.evidence.custody import (
    CustodyAction,
    CustodyRecord,
    Finding,
    check_chain,
    read_custody,
    sign_custody,
)
from longbien.core.log.checkpoint import LogKeys
from longbien.core.log.leaf import Leaf, LeafClass, make_leaf, parse_leaf
from longbien.core.log.proof import Receipt, verify_receipt
from longbien.core.sealing.dsse import KeyLookup, envelope_digest
from longbien.store.models.evidence import CustodyRecord as CustodyRow
from longbien.store.models.evidence import EvidenceObject, SealerProof
from longbien.store.queries.evidence import chain_end, custody_of

NODE: Final = "node"
"""The role id of steps that the node takes by itself."""
_NONCE: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as a verb describes it; who, when and the link are added here."""

    action: CustodyAction
    role_id: str = NODE
    verified: Finding = Finding.NOT_CHECKED
    place: str = ""
    purpose: str = ""
    legal_basis: str = ""
    tool: str = ""
    notes: str = ""
    at: datetime | None = None
    """When the step was taken, if that was before it is recorded (an acquisition)."""


def tool_name() -> str:
    """Name this software and its version, as custody records have it."""
    return f"longbien {version('longbien')}"


def add_custody(
    node: Node, evidence: EvidenceObject, steps: Sequence[Step], *, now: datetime, leaves: Sequence[Leaf] = ()
) -> list[Digest]:
    """Sign steps of an object and append their leaves, after `leaves`, under one checkpoint; give the records' digests.

    The first of `leaves` is the object's own (`evidence-sealed` or `evidence-held`): its place in the log is kept.
    """
    end = chain_end(evidence, node.party)
    number, previous = end.number, end.previous
    rows, found = [], list(leaves)
    for step in steps:
        at = step.at or now
        record = _record(node, evidence, step, at=at, number=number, previous=previous)
        row = _row(evidence, record, sign_custody(record, node.keys.act))
        rows.append(row)
        found.append(make_leaf(LeafClass.CUSTODY, now, record=row.digest))
        number, previous = number + 1, row.digest
    appended = append(found, now, node.keys.log)
    for row, index in zip(rows, appended.indexes[len(leaves) :], strict=True):
        row.leaf_index = index
        row.save(force_insert=True)
    if leaves:
        evidence.leaf_index = appended.indexes[0]
        evidence.save(update_fields=["leaf_index"])
    return [Digest(row.digest) for row in rows]


def keep_custody(evidence: EvidenceObject, envelopes: Sequence[bytes], keys: KeyLookup) -> None:
    """Keep the sealer's records, as they came with the release: signed, of this object, each linked to the one before.

    RefusedError `evidence.custody_foreign`, those of `check_chain`, and what their signatures raise.
    """
    known = {row.digest for row in custody_of(evidence, evidence.party)}
    steps = [read_custody(envelope, keys) for envelope in envelopes]
    if any((step.record.object, step.record.party) != (evidence.object_id, evidence.party) for step in steps):
        raise RefusedError("evidence.custody_foreign", object=evidence.object_id)
    check_chain(steps, whole=False)
    for envelope, step in zip(envelopes, steps, strict=True):
        if step.digest not in known:
            _row(evidence, step.record, envelope).save(force_insert=True)


def keep_proofs(evidence: EvidenceObject, proofs: Sequence[Receipt], keys: LogKeys) -> None:
    """Keep the sealer's log proofs: each verified, and of a custody record that came, or of the manifest.

    RefusedError `evidence.proof_foreign`, and what `verify_receipt` raises.
    """
    records = {row.digest for row in custody_of(evidence, evidence.party)}
    for proof in proofs:
        verify_receipt(proof, keys)
        fields = parse_leaf(proof.leaf).fields
        document = fields.get("record", fields.get("manifest", ""))
        if document not in records | {evidence.manifest_digest}:
            raise RefusedError("evidence.proof_foreign", object=evidence.object_id)
        SealerProof.objects.get_or_create(
            object=evidence,
            document=document,
            defaults={"leaf": proof.leaf, "proof": proof.proof.decode("utf-8")},
        )


def own_proofs(evidence: EvidenceObject, party: PartyId, *, last: int) -> tuple[Receipt, ...]:
    """Make the proofs that this node's log holds the object's own leaf and its last custody records."""
    found = [row.leaf_index for row in custody_of(evidence, party)[-last:]]
    indexes = [index for index in (evidence.leaf_index, *found) if index is not None]
    return tuple(witnessed_receipt(index) for index in indexes)


def custody_envelopes(evidence: EvidenceObject, party: PartyId, *, last: int) -> tuple[bytes, ...]:
    """Give the last records that `party` signed for an object, in order."""
    return tuple(bytes(row.envelope) for row in custody_of(evidence, party)[-last:])


def _record(
    node: Node, evidence: EvidenceObject, step: Step, *, at: datetime, number: int, previous: str
) -> CustodyRecord:
    return CustodyRecord(
        object=ObjectId(evidence.object_id),
        number=number,
        previous=Digest(previous) if previous else None,
        action=step.action,
        party=node.party,
        role_id=step.role_id,
        time=at,
        verified=step.verified,
        nonce=node.randomness(_NONCE),
        place=step.place,
        purpose=step.purpose,
        legal_basis=step.legal_basis,
        tool=step.tool or tool_name(),
        notes=step.notes,
    )


def _row(evidence: EvidenceObject, record: CustodyRecord, envelope: bytes) -> CustodyRow:
    return CustodyRow(
        object=evidence,
        number=record.number,
        action=record.action.value,
        party=record.party,
        at=record.time,
        digest=envelope_digest(envelope),
        envelope=envelope,
    )
