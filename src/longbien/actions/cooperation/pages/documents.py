# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments on the page of a request: whether the bytes are held, and how far they have travelled."""

from collections.abc import Mapping

from longbien.actions.cooperation.documents import kept_documents
from longbien.actions.cooperation.pages.values import PageDocument
from longbien.actions.node import Node
from longbien.core.cooperation.acts.documents import attachments
from longbien.core.cooperation.forms.values import FieldValue
from longbien.store.models.evidence import EvidenceObject


def page_documents(
    node: Node, request_id: str, values: Mapping[str, FieldValue]
) -> Mapping[str, PageDocument]:
    """Tell of each attachment that fields name, by SHA-256, whether its bytes are held and how far they have travelled."""
    kept = kept_documents(node, request_id) if attachments(values) else {}
    return {sha256: _page_document(node, kept[sha256]) for sha256 in attachments(values) if sha256 in kept}


def _page_document(node: Node, row: EvidenceObject) -> PageDocument:
    parts = list(row.parts.all())
    complete = all(part.complete_at is not None for part in parts)
    return PageDocument(
        object_id=row.object_id,
        own=row.party == node.party,
        sent=bool(row.announced_by),
        held=sum(part.held_count for part in parts),
        leaves=sum(part.leaves for part in parts),
        complete=complete,
        readable=complete or row.party == node.party,
    )
