# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Consult the other State before a refusal or a postponement (Art. 40(28), 37(17)), and say one's views on it.

What is recorded here stands as the time of the consultation in the decision that follows; clocks that pause stand still while it is open.
"""

from collections.abc import Sequence
from datetime import datetime

from longbien.actions.cooperation.say import Spoken, say
from longbien.actions.node import Node
from longbien.core.cooperation.acts.asides import Consulting, Views
from longbien.core.cooperation.acts.bodies import Condition
from longbien.store.models.people import Officer


def consult(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    measure: str,
    text: str,
    grounds: Sequence[str] = (),
    conditions: Sequence[Condition] = (),
    answer_by: datetime | None = None,
) -> Spoken:
    """Say what stands against a measure, and on which conditions it could be granted. RefusedError as `say`."""
    body = Consulting(
        measure=measure,
        text=text,
        grounds=tuple(grounds),
        conditions=tuple(conditions),
        answer_by=answer_by,
    )
    return say(node=node, actor=actor, request_id=request_id, body=body)


def give_views(*, node: Node, actor: Officer, request_id: str, text: str) -> Spoken:
    """Answer a consultation about a request of ours. RefusedError as `say`."""
    return say(node=node, actor=actor, request_id=request_id, body=Views(text=text))
