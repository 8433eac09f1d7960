# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what evidence is held here, ours and partners', with or without a request."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.pages.evidence import evidence_card
from longbien.actions.cooperation.pages.values import PageEvidence
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.node import Node
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import ObjectId
from longbien.core.cooperation.life.lifecycle import RequestState
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import newest_objects, objects_beginning

MOST: Final = 200
"""Objects that one look gives."""

_STAGES: Final = (
    ("recalled_by", "recalled"),
    ("declined_by", "declined"),
    ("received_by", "received"),
    ("released_by", "released"),
    ("accepted_by", "accepted"),
    ("announced_by", "announced"),
)
"""The last step that an object has taken, by the act that took it; the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One object in a list. `held` of `leaves` segments are where they should be: here, or at the partner for ours."""

    object_id: ObjectId
    party: str
    partner: str
    request_id: str
    stage: str
    sealed_at: datetime
    exercise: bool
    held: int
    leaves: int
    length: int


def holdings(*, actor: Officer, request_id: str = "") -> tuple[Holding, ...]:
    """Give the newest 200 objects (of one request); RefusedError `people.not_permitted`."""
    require(actor, "evidence.read")
    return tuple(_holding(row) for row in newest_objects(request_id, MOST))


def holding(*, node: Node, actor: Officer, object_id: ObjectId) -> PageEvidence:
    """Give everything that is to be shown of one object; RefusedError `people.not_permitted`, UsageError `evidence.unknown`."""
    require(actor, "evidence.read")
    row = _one(object_id)
    request = row.request_id
    state = find_thread(node.party, str(request)).state if request is not None else RequestState()
    return evidence_card(node, state, row)


def find_object_id(text: str) -> ObjectId:
    """Find an object by the beginning of its id; UsageError `evidence.unknown`, `evidence.several`."""
    return ObjectId(_one(text).object_id)


def _one(text: str) -> EvidenceObject:
    found = objects_beginning(text.lower(), 2) if text else []
    if not found:
        raise UsageError("evidence.unknown", object=text[:40])
    if len(found) > 1:
        raise UsageError("evidence.several", object=text[:40])
    return found[0]


def _holding(row: EvidenceObject) -> Holding:
    parts = list(row.parts.all())
    return Holding(
        object_id=ObjectId(row.object_id),
        party=row.party,
        partner=row.partner,
        request_id=str(row.request_id or ""),
        stage=next((stage for column, stage in _STAGES if getattr(row, column)), "not-announced"),
        sealed_at=row.sealed_at,
        exercise=row.exercise,
        held=sum(part.held_count for part in parts),
        leaves=sum(part.leaves for part in parts),
        length=sum(part.length for part in parts),
    )
