# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence objects as verbs look at them: ours, a partner's, and the conditions that were announced."""

from typing import Final

from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.bodies import UseCondition, read_conditions
from longbien.core.evidence.manifest import Manifest, parse_manifest
from longbien.core.sealing.dsse import MANIFEST_TYPE, parse_envelope
from longbien.store.models.evidence import EvidenceObject
from longbien.store.queries.evidence import lock_object

_CONDITIONS: Final = "conditions"


def lock_own(node: Node, object_id: ObjectId) -> EvidenceObject:
    """Give an object that this node sealed, locked; RefusedError `evidence.object_unknown`."""
    found = lock_object(object_id)
    if found is None or found.party != node.party:
        raise RefusedError("evidence.object_unknown", object=object_id[:40])
    return found


def lock_announced(node: Node, object_id: ObjectId) -> EvidenceObject:
    """Give an object that a partner announced to this node, locked; RefusedError `evidence.not_announced`."""
    found = lock_object(object_id)
    if found is None or found.party == node.party:
        raise RefusedError("evidence.not_announced", object=object_id[:40], part="")
    return found


def object_conditions(evidence: EvidenceObject) -> tuple[UseCondition, ...]:
    """Give the conditions under which an object was announced."""
    return read_conditions(Fields({_CONDITIONS: evidence.conditions}))


def stored_manifest(evidence: EvidenceObject) -> Manifest:
    """Read an object's manifest. Its signatures were checked when it was announced, or it is our own."""
    return parse_manifest(parse_envelope(bytes(evidence.manifest), MANIFEST_TYPE).payload)
