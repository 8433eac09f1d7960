# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What both decisions have in common: grounds by the table of the legal basis, reasons, and the lifecycle's gate."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.bodies import Condition, Decided
from longbien.core.cooperation.bodies_json import kind_of, write_body
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

GRANTED: Final = "granted"


def decided(
    *,
    measure: str,
    decision: str,
    grounds: Sequence[str] = (),
    reasons: str = "",
    conditions: Sequence[Condition] = (),
    consulted_at: datetime | None = None,
    reconsider_after: datetime | None = None,
) -> Decided:
    """Put a decision together."""
    return Decided(
        measure=measure,
        decision=decision,
        grounds=tuple(grounds),
        reasons=reasons,
        conditions=tuple(conditions),
        consulted_at=consulted_at,
        reconsider_after=reconsider_after,
    )


def decide_in(*, node: Node, actor: Officer, request_id: str, body: Decided) -> Spoken:
    """Propose a decision in a thread. RefusedError `cooperation.reasons_missing`, `cooperation.transition…`, and of the grounds."""
    require(actor, "cooperation.decide")
    if body.decision != GRANTED and not body.reasons.strip():
        raise RefusedError("cooperation.reasons_missing", measure=body.measure)
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        return propose_in(node=node, actor=actor, thread=thread, kind=kind_of(body), body=write_body(body))
