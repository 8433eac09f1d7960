# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decide one measure of a request: data kept or given, an act done, a person surrendered or arrested, an offer taken (Art. 37, 40, 42-52).

A full grant of preservation takes one officer, every other decision two; a refusal needs grounds and reasons (Art. 40(25), 37(17)).
That another measure was granted, such as the preservation of the same data, says nothing here: each has its own grounds.
"""

from collections.abc import Sequence
from datetime import datetime

from longbien.actions.cooperation.answers.decision import decide_in
from longbien.actions.cooperation.say import Spoken
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Condition, Decided
from longbien.store.models.people import Officer


def decide_measure(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    measure: str,
    decision: str,
    grounds: Sequence[str] = (),
    reasons: str = "",
    conditions: Sequence[Condition] = (),
    consulted_at: datetime | None = None,
    reconsider_after: datetime | None = None,
    concerns: Sequence[str] = (),
) -> Spoken:
    """Decide `measure` (list MEASURE) with a code of the list DECISION; `consulted_at` is when the partner was consulted (Art. 40(28), 37(16)).

    RefusedError as `decide_in`.
    """
    body = Decided(
        measure=measure,
        decision=decision,
        grounds=tuple(grounds),
        reasons=reasons,
        conditions=tuple(conditions),
        consulted_at=consulted_at,
        reconsider_after=reconsider_after,
        concerns=tuple(concerns),
    )
    return decide_in(node=node, actor=actor, request_id=request_id, body=body)
