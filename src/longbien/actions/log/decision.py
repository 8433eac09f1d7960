# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Internal decisions leave a trace: a record with a nonce is kept, and its digest becomes a leaf of the log."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from longbien.actions.log.append import append
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput, encode
from longbien.core.base.moments import cut_moment, print_moment
from longbien.core.log.leaf import LeafClass, make_leaf
from longbien.store import models

_TYPE: Final = "longbien/decision/v1"
_NONCE: Final = 16


def record_decision(
    *, node: Node, verb: str, role_id: str, facts: Mapping[str, JsonInput], now: datetime
) -> models.DecisionRecord:
    """Keep and log one decision inside the caller's transaction.

    `role_id` names who decided, empty when the node itself did; `facts` say what, and carry no name of a person.
    """
    now = cut_moment(now)
    record = encode(
        {
            "type": _TYPE,
            "verb": verb,
            "role_id": role_id,
            "time": print_moment(now),
            "nonce": node.randomness(_NONCE).hex(),
            "facts": dict(facts),
        }
    )
    digest = hashlib.sha256(record).hexdigest()
    appended = append((make_leaf(LeafClass.DECISION, now, record=digest),), now, node.keys.log)
    return models.DecisionRecord.objects.create(
        digest=digest, verb=verb, record=record, recorded_at=now, leaf_index=appended.indexes[0]
    )
