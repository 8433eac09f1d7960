# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that a session keeps (documents, scans of credentials): in the object store under their SHA-256, compared before a byte is given out."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.conference.documents.files import FileKind, file_kind
from longbien.store.queries.conference_papers import PART

_BLOCK: Final = 1024 * 1024
_MAX_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """Where the bytes of a file rest, and what is known of them. `name`: as it was called, without its folder."""

    object_id: ObjectId
    sha256: str
    size: int
    media_type: str
    name: str


def store_file(node: Node, name: str, data: bytes, *, kinds: Mapping[str, FileKind]) -> StoredFile:
    """Put the bytes of a file of one of these kinds into the object store; the caller keeps the row. Errors of `file_kind`."""
    kind = file_kind(name, data, kinds)
    object_id = ObjectId(node.randomness(16).hex())
    with node.objects.writer(object_id, PART) as sink:
        sink.write(data)
    return StoredFile(
        object_id=object_id,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=kind.media_type,
        name=name.replace("\\", "/").rpartition("/")[2][-_MAX_NAME:],
    )


def file_bytes(node: Node, object_id: ObjectId, *, sha256: str, name: str) -> Iterator[bytes]:
    """Read a file in pieces, compared with its digest before the first one is given.

    RefusedError `conference_papers.file_damaged` (`name` says which), `bridge.object_missing`.
    """
    state = hashlib.sha256()
    for piece in _pieces(node, object_id):
        state.update(piece)
    if state.hexdigest() != sha256:
        raise RefusedError("conference_papers.file_damaged", symbol=name)
    return _pieces(node, object_id)


def _pieces(node: Node, object_id: ObjectId) -> Iterator[bytes]:
    with node.objects.reader(object_id, PART) as source:
        while piece := source.read(_BLOCK):
            yield piece
