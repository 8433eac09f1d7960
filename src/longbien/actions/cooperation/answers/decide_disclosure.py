# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decide whether data are disclosed (Art. 43, 44 with 40(21)-(28)). Always two officers; a refusal needs grounds and reasons.

That the same data were preserved says nothing here: the two decisions have their own grounds.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from longbien.actions.cooperation.answers.decision import decide_in, decided
from longbien.actions.cooperation.say import Spoken
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Condition
from longbien.store.models.people import Officer

MEASURE: Final = "disclosure"


def decide_disclosure(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    decision: str,
    grounds: Sequence[str] = (),
    reasons: str = "",
    conditions: Sequence[Condition] = (),
    consulted_at: datetime | None = None,
    reconsider_after: datetime | None = None,
    concerns: Sequence[str] = (),
) -> Spoken:
    """Decide with a code of the list DECISION; `consulted_at` is when the partner was consulted (Art. 40(28)).

    RefusedError as `decide_in`.
    """
    body = decided(
        measure=MEASURE,
        decision=decision,
        grounds=grounds,
        reasons=reasons,
        conditions=conditions,
        consulted_at=consulted_at,
        reconsider_after=reconsider_after,
        concerns=concerns,
    )
    return decide_in(node=node, actor=actor, request_id=request_id, body=body)
