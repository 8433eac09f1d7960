# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Record a step of custody that a person took outside this software: a return, a destruction, a transfer of a disc."""

from longbien.actions.access import require
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId
from longbien.core.evidence.custody import CustodyAction
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import lock_object
from longbien.store.writing import write_transaction


def record_step(
    *,
    node: Node,
    actor: Officer,
    object_id: ObjectId,
    action: CustodyAction,
    place: str = "",
    purpose: str = "",
    legal_basis: str = "",
    notes: str = "",
) -> Digest:
    """Sign one step with an object and log it; give the record's digest. RefusedError `evidence.object_unknown`."""
    require(actor, "evidence.custody")
    step = Step(
        action=action,
        role_id=actor.role_id,
        place=place,
        purpose=purpose,
        legal_basis=legal_basis,
        notes=notes,
    )
    with write_transaction():
        evidence = lock_object(object_id)
        if evidence is None:
            raise RefusedError("evidence.object_unknown", object=object_id[:40])
        return add_custody(node, evidence, [step], now=node.clock())[0]
