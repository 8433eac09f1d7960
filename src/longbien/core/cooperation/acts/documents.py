# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments of a request: fields name them by SHA-256, their bytes travel as sealed objects beside the act.

The act carries each object's manifest and header (`Document`); the payload follows segment by segment as evidence does
(docs/protocol/requests.md, section 5). Whoever takes the act in compares the inner manifest with the signed field at once.
"""

import base64
from collections.abc import Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import parse_object_id
from longbien.core.cooperation.acts.bodies import Document
from longbien.core.cooperation.forms.values import Attachment, FieldValue
from longbien.core.evidence.inner import Inner
from longbien.core.evidence.manifest import Manifest

MAX_DOCUMENT: Final = 64 * 1024 * 1024
"""Bytes of one attachment. What is larger is evidence, not a paper that goes with a request."""
MAX_DOCUMENTS: Final = 10
"""Attachments that one act brings."""
_MAX_MANIFEST: Final = 64 * 1024
_MAX_HEADER: Final = 16 * 1024


def attachments(values: Mapping[str, FieldValue]) -> dict[str, Attachment]:
    """Give the attachments that fields name, by SHA-256."""
    return {value.sha256: value for value in values.values() if isinstance(value, Attachment)}


def check_size(size: int) -> None:
    """RefusedError `cooperation.document_large` for more bytes than an attachment may have."""
    if size > MAX_DOCUMENT:
        raise RefusedError("cooperation.document_large", size=size, limit=MAX_DOCUMENT)


def check_document(manifest: Manifest, inner: Inner, named: Mapping[str, Attachment]) -> Attachment:
    """Give the attachment that a sealed object holds; RefusedError `cooperation.document_differs` if no field names its bytes."""
    found = named.get(inner.sha256.hex())
    if found is None or found.size != inner.size or len(manifest.parts) != 1:
        raise RefusedError("cooperation.document_differs", object=manifest.object)
    check_size(inner.size)
    return found


def read_documents(fields: Fields) -> tuple[Document, ...]:
    """Read the member `documents` of a body."""
    return fields.objects("documents", _document, max_items=MAX_DOCUMENTS)


def write_documents(documents: tuple[Document, ...]) -> list[Json]:
    """Write documents for a body."""
    return [
        {"object": one.object_id, "manifest": _base64(one.manifest), "header": _base64(one.header)}
        for one in documents
    ]


def _document(item: Fields) -> Document:
    return Document(
        object_id=item.parsed("object", parse_object_id),
        manifest=item.base64("manifest", max_length=_MAX_MANIFEST),
        header=item.base64("header", max_length=_MAX_HEADER),
    )


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
