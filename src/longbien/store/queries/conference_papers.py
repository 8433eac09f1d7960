# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the papers of a session: which file stands for a language, and which objects a row names."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from longbien.store.models.conference_papers import ConferenceDocument, DocumentVersion
from longbien.store.models.conference_people import CredentialScan

PART: Final = "document"
"""The name of a file's bytes in the object store."""

_TABLES: Final = (DocumentVersion, CredentialScan)
"""The tables whose rows name files of a session."""


def find_version(document: ConferenceDocument, language: str) -> DocumentVersion | None:
    """Give the file that stands for a language, or None."""
    return DocumentVersion.objects.filter(document=document, language=language, replaced_at=None).first()


def standing_versions(documents: Sequence[ConferenceDocument]) -> Mapping[int, list[DocumentVersion]]:
    """Give the files that stand, by the document's row, in one query."""
    found: dict[int, list[DocumentVersion]] = defaultdict(list)
    keys = [document.pk for document in documents]
    for row in DocumentVersion.objects.filter(document__in=keys, replaced_at=None):
        found[row.document_id].append(row)
    return found


def known_files(object_ids: Collection[str]) -> set[str]:
    """Tell which of these objects are files of documents, replaced ones included, or scans of credentials."""
    wanted = list(object_ids)
    found: set[str] = set()
    for table in _TABLES:
        found |= set(table.objects.filter(object_id__in=wanted).values_list("object_id", flat=True))
    return found


def file_parts() -> list[tuple[str, str]]:
    """Give every file of a document and every scan as object and part, for the backup."""
    rows = [held for table in _TABLES for held in table.objects.values_list("object_id", flat=True)]
    return [(object_id, PART) for object_id in sorted(rows)]
