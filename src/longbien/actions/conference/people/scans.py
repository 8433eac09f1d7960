# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scans of credentials: kept with the step that noted the paper, read by the secretariat and by the delegation itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from longbien.actions.conference.people.files import StoredFile, file_bytes
from longbien.actions.conference.people.keeping import require_reader
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.store import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One scan. `number` names it within its delegation; `sha256` as lower-case hex."""

    number: int
    name: str
    size: int
    sha256: str
    at: datetime


def keep_scan(step: models.CredentialStep, stored: StoredFile) -> None:
    """Keep the row of a scan, inside the caller's transaction."""
    models.CredentialScan.objects.create(
        step=step,
        object_id=stored.object_id,
        sha256=stored.sha256,
        size=stored.size,
        media_type=stored.media_type,
        name=stored.name,
    )


def scans_of(delegation: models.Delegation) -> tuple[Scan, ...]:
    """Give a delegation's scans in the order in which they came; who may read them, the caller has asked."""
    rows = models.CredentialScan.objects.filter(step__delegation=delegation).select_related("step")
    return tuple(
        Scan(number=number, name=row.name, size=row.size, sha256=row.sha256, at=row.step.at)
        for number, row in enumerate(rows.order_by("pk"), start=1)
    )


def read_scan(
    *, node: Node, actor: models.Officer, delegation: models.Delegation, number: int
) -> tuple[Scan, Iterator[bytes]]:
    """Give a scan and its bytes; RefusedError `people.not_your_delegation`, `conference.scan_unknown`, those of `file_bytes`."""
    require_reader(actor, delegation)
    found = next((one for one in scans_of(delegation) if one.number == number), None)
    if found is None:
        raise RefusedError("conference.scan_unknown", number=number)
    rows = models.CredentialScan.objects.filter(step__delegation=delegation).order_by("pk")
    row = rows[number - 1]
    return found, file_bytes(node, ObjectId(row.object_id), sha256=row.sha256, name=row.name)
