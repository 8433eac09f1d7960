# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments on the way out: the sealed objects that a draft's fields name, each with a header for the State asked.

They were sealed to this node's own key when they were attached (`actions.evidence.documents`). Which object holds which
bytes is inside its encrypted manifest and in no column.
"""

from collections.abc import Mapping

from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import ObjectId, PartyId
from longbien.core.cooperation.acts.bodies import Document
from longbien.core.cooperation.acts.documents import MAX_DOCUMENTS, attachments
from longbien.core.cooperation.forms.values import FieldValue
from longbien.core.evidence.draft import rewrap
from longbien.core.evidence.manifest import open_inner, parse_manifest
from longbien.core.evidence.open import evidence_key
from longbien.core.sealing.age_recipients import HybridIdentity, HybridRecipient
from longbien.core.sealing.dsse import MANIFEST_TYPE, parse_envelope
from longbien.store.models.evidence import EvidenceObject
from longbien.store.queries.evidence import attachments_of_request
from longbien.store.queries.parties import trusted_entry


def kept_documents(node: Node, request_id: str) -> dict[str, EvidenceObject]:
    """Give the sealed attachments of a request or draft by the SHA-256 of their bytes; those that cannot be read here are left out."""
    found: dict[str, EvidenceObject] = {}
    for row in attachments_of_request(request_id):
        try:
            manifest = parse_manifest(parse_envelope(bytes(row.manifest), MANIFEST_TYPE).payload)
            found[open_inner(manifest, _file_key(node, row)).sha256.hex()] = row
        except LongBienError:
            continue
    return found


def documents_to_send(
    node: Node, request_id: str, partner: str, values: Mapping[str, FieldValue]
) -> tuple[Document, ...]:
    """Give the attachments that the fields name and that have not left yet, with headers for the partner.

    RefusedError `cooperation.document_missing` for a field without bytes, `cooperation.documents_many`, `parties.not_introduced`.
    """
    named = attachments(values)
    if not named:
        return ()
    entry = trusted_entry(PartyId(partner))
    if entry is None:
        raise RefusedError("parties.not_introduced", party=partner)
    recipient = HybridRecipient(key=entry.evidence_key(node.clock()))
    kept = kept_documents(node, request_id)
    found = []
    for sha256, attachment in named.items():
        row = kept.get(sha256)
        if row is None:
            raise RefusedError("cooperation.document_missing", name=attachment.name)
        if not row.announced_by:
            header = rewrap(_file_key(node, row), [recipient], randomness=node.randomness)
            object_id = ObjectId(row.object_id)
            found.append(Document(object_id=object_id, manifest=bytes(row.manifest), header=header))
    if len(found) > MAX_DOCUMENTS:
        raise RefusedError("cooperation.documents_many", limit=MAX_DOCUMENTS)
    return tuple(found)


def _file_key(node: Node, row: EvidenceObject) -> bytes:
    identities = [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()]
    return evidence_key(bytes(row.header), identities)
